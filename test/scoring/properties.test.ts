import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Criteria } from "../../src/model/criteria.ts";
import { addPoints, type Points } from "../../src/model/points.ts";
import type { Score } from "../../src/scoring/score.ts";
import { type Paper, parsed, type Situation, scoreOf } from "./one-clause.ts";

const quarters = ["2024-02-01", "2024-05-01", "2024-08-01", "2024-11-01"];
const ids = ["A", "B", "C", "D"] as const;

/** One clause: a quarterly paper, a yearly paper, a figure and a yes/no, with rules drawn at random. */
const anyRules = fc.record({
  shortfall: fc.constantFrom(0.1, 0.25, 0.5, 1, 3),
  deduct: fc.constantFrom(0.2, 0.5, 1, 5),
  each: fc.constantFrom(0.1, 0.3, 1),
  cap: fc.option(fc.constantFrom(0.5, 1), { nil: undefined }),
  manual: fc.option(fc.constantFrom(0.5, 1), { nil: undefined }),
  points: fc.integer({ min: 1, max: 40 }).map((tenths) => tenths / 10),
});
type Rules = typeof anyRules extends fc.Arbitrary<infer Value> ? Value : never;

const clauseText = (id: string, rules: Rules): string => `      - id: ${id}
        label: "${id}."
        title: 条款${id}
        points: ${String(rules.points)}
        requirement: 要求
        standard: 标准
        units: {lead: 甲局}
        inputs: [{id: n, name: 处数, type: number}, {id: y, name: 是否, type: yesno}]
        evidence:
          - {id: minutes, name: 纪要, kind: 会议纪要, keywords: [纪要], per: quarter}
          - {id: plan, name: 方案, kind: 方案, keywords: [方案]}
        rules:
          - {kind: shortfall, evidence: minutes, each: ${String(rules.shortfall)}}
          - {kind: deduct, evidence: plan, points: ${String(rules.deduct)}}
          - {kind: deduct_each, each: ${String(rules.each)}, input: n${rules.cap === undefined ? "" : `, cap: ${String(rules.cap)}`}}
          - {kind: deduct, points: ${String(rules.deduct)}, input: y, is: true}
${rules.manual === undefined ? "" : `          - {id: m, kind: manual, min: 0, max: ${String(rules.manual)}, text: 酌情}`}`;

const criteriaText = (clauses: readonly string[]): string => `title: 试用细则
period: {from: 2024-01-01, to: 2024-12-31}
total: 100
grades: [{name: 合格, min: 0}]
fields: [{id: safety, name: 安全生产}]
sections:
  - id: S1
    field: safety
    label: 一、
    title: 项目
    clauses:
${clauses.join("\n")}
`;

/** What is there for one clause: papers by quarter (yes, doubtful, no), the plan, the figure, the answer. */
const anyFacts = fc.record({
  quarters: fc.tuple(...quarters.map(() => fc.constantFrom("counts", "doubtful", "none"))),
  plan: fc.constantFrom("counts", "doubtful", "none"),
  n: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
  y: fc.option(fc.boolean(), { nil: undefined }),
});
type Facts = typeof anyFacts extends fc.Arbitrary<infer Value> ? Value : never;

const anyAssessment = fc.tuple(...ids.map((id) => fc.record({ id: fc.constant(id), rules: anyRules, facts: anyFacts })));
type Entry = { readonly id: string; readonly rules: Rules; readonly facts: Facts };

function papersOf({ id, facts }: Entry): readonly Paper[] {
  const minutes = quarters.flatMap((date, index): readonly Paper[] => {
    const verdict = facts.quarters[index];
    return verdict === "counts" || verdict === "doubtful" ? [{ evidence: "minutes", clause: id, date, verdict }] : [];
  });
  return facts.plan === "none"
    ? minutes
    : [...minutes, { evidence: "plan", clause: id, verdict: facts.plan === "counts" ? "counts" : "doubtful" }];
}

function factsOf({ facts }: Entry): NonNullable<Situation["byClause"]>[string] {
  return { facts: { ...(facts.n === undefined ? {} : { n: String(facts.n) }), ...(facts.y === undefined ? {} : { y: facts.y }) } };
}

function scored(
  entries: readonly Entry[],
  more: Partial<Situation> = {},
  order: (papers: readonly Paper[]) => readonly Paper[] = (p) => p,
): Score {
  const criteria: Criteria = parsed(criteriaText(entries.map((entry) => clauseText(entry.id, entry.rules))));
  const byClause = Object.fromEntries(entries.map((entry) => [entry.id, factsOf(entry)]));
  return scoreOf(criteria, { ...more, byClause: { ...byClause, ...more.byClause }, papers: order(entries.flatMap(papersOf)) });
}

const complete: Facts = { quarters: ["counts", "counts", "counts", "counts"], plan: "counts", n: 0, y: false };
const nothing: Facts = { quarters: ["none", "none", "none", "none"], plan: "none", n: undefined, y: undefined };
const withoutJudgement = (entry: Entry, facts: Facts): Entry => ({ ...entry, rules: { ...entry.rules, manual: undefined }, facts });
const clausePoints = (score: Score): Record<string, unknown> => Object.fromEntries(score.clauses.map((c) => [c.clause.id, c.points]));
const sum = (score: Score, clause: string, states: readonly string[]): Points =>
  addPoints(...score.gaps.filter((gap) => gap.clause === clause && states.includes(gap.state)).map((gap) => gap.points));

describe("不论细则和材料怎样", () => {
  test("材料齐全就是满分", () => {
    fc.assert(
      fc.property(anyAssessment, (entries) => {
        const score = scored(entries.map((entry) => withoutJudgement(entry, complete)));
        expect(score.total.final).toEqual({ low: score.total.maxPoints, high: score.total.maxPoints });
        expect(score.gaps).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("什么都没有就是底线零分", () => {
    fc.assert(
      fc.property(anyAssessment, (entries) => {
        const score = scored(entries.map((entry) => withoutJudgement(entry, nothing)));
        expect(score.total.final).toEqual({ low: 0, high: 0 });
      }),
      { numRuns: 60 },
    );
  });

  test("一条不涉及，别的条款一分不动", () => {
    fc.assert(
      fc.property(anyAssessment, (entries) => {
        const before = clausePoints(scored(entries));
        const after = clausePoints(scored(entries, { byClause: { A: { notApplicable: "无此类企业" } } }));
        expect({ ...after, A: undefined }).toEqual({ ...before, A: undefined });
      }),
      { numRuns: 60 },
    );
  });

  test("材料和条款的先后不影响得分", () => {
    fc.assert(
      fc.property(anyAssessment, (entries) => {
        const score = scored(entries);
        expect(clausePoints(scored(entries, {}, (papers) => papers.toReversed()))).toEqual(clausePoints(score));
        expect(clausePoints(scored(entries.toReversed()))).toEqual(clausePoints(score));
        expect(scored(entries.toReversed()).total).toEqual(score.total);
      }),
      { numRuns: 60 },
    );
  });

  test("扣掉的分和待定的分，一条一条都对得上", () => {
    fc.assert(
      fc.property(anyAssessment, (entries) => {
        const score = scored(entries);
        for (const { clause, maxPoints, points } of score.clauses) {
          expect(sum(score, clause.id, ["lost"])).toBe(maxPoints - points.high);
          expect(sum(score, clause.id, ["awaiting", "upcoming"])).toBe(points.high - points.low);
        }
      }),
      { numRuns: 100 },
    );
  });

  test("不论待定的事怎么定，结果都在上下限之间", () => {
    const anyChoice = fc.record({ file: fc.boolean(), n: fc.integer({ min: 0, max: 9 }), y: fc.boolean() });
    fc.assert(
      fc.property(anyAssessment, anyChoice, (entries, choice) => {
        const open = scored(entries);
        const settle = (verdict: string): "counts" | "none" =>
          verdict === "counts" || (verdict === "doubtful" && choice.file) ? "counts" : "none";
        const settled = entries.map((entry) => ({
          ...entry,
          facts: {
            quarters: entry.facts.quarters.map(settle),
            plan: settle(entry.facts.plan),
            n: entry.facts.n ?? choice.n,
            y: entry.facts.y ?? choice.y,
          },
        }));
        const decided = scored(settled);
        for (const [index, { points }] of open.clauses.entries()) {
          expect(decided.clauses[index]?.points.low).toBeGreaterThanOrEqual(points.low);
          expect(decided.clauses[index]?.points.high).toBeLessThanOrEqual(points.high);
        }
      }),
      { numRuns: 100 },
    );
  });

  test("补一份材料，得分只会不变或提高", () => {
    fc.assert(
      fc.property(anyAssessment, fc.integer({ min: 0, max: 3 }), (entries, quarter) => {
        const more = entries.map((entry) => ({
          ...entry,
          facts: {
            ...entry.facts,
            quarters: entry.facts.quarters.map((v, i) => (i === quarter ? "counts" : v)),
          },
        }));
        const [before, after] = [scored(entries).total.final, scored(more).total.final];
        expect(after.low).toBeGreaterThanOrEqual(before.low);
        expect(after.high).toBeGreaterThanOrEqual(before.high);
      }),
      { numRuns: 100 },
    );
  });
});
