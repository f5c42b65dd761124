import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatRange } from "../../src/model/points.ts";
import type { Score } from "../../src/scoring/score.ts";
import { gapLines, type Paper, parsed, type Situation, scoreOf } from "./one-clause.ts";

const clause = (id: string, points: number): string => `      - id: ${id}
        label: "${id}."
        title: 条款${id}
        points: ${String(points)}
        requirement: 要求
        standard: 标准
        units: {lead: 甲局}
        verification: onsite
        inputs: [{id: y, name: 事, type: yesno}]
        rules: [{kind: award_or_zero, points: ${String(points)}, input: y, is: true}]`;

const section = (id: string, clauses: readonly string[], more = ""): string => `  - id: ${id}
    label: 一、
    title: 项目${id}
${more.includes("field:") ? "" : "    field: safety\n"}${more === "" ? "" : `    ${more}\n`}    clauses:
${clauses.join("\n")}`;

const veto = (rule: string): string =>
  section(
    "V",
    [
      `      - id: V1
        label: "1."
        title: 重大事故
        points: 0
        requirement: 要求
        standard: 标准
        units: {lead: 甲局}
        verification: external
        inputs: [{id: y, name: 发生较大以上事故, type: yesno}]
        rules: [${rule}]`,
    ],
    "kind: veto",
  );

const bonus = (points: number): string =>
  section(
    "B",
    [
      `      - id: B1
        label: "1."
        title: 表彰
        points: ${String(points)}
        requirement: 要求
        standard: 标准
        units: {lead: 甲局}
        inputs: [{id: awards, name: 表彰, type: items, options: [国家级, 省级]}]
        evidence: [{id: honours, name: 表彰文件, kind: 表彰, keywords: [表彰]}]
        rules: [{kind: bonus, items: awards, levels: [{name: 国家级, points: 2}, {name: 省级, points: 1}], dedupe: highest, evidence: honours}]`,
    ],
    "kind: bonus",
  );

const text = (sections: readonly string[], head = "", fields = "fields: [{id: safety, name: 安全生产}]"): string => `title: 试用细则
period: {from: 2024-01-01, to: 2024-12-31}
total: 10
grades: [{name: 优秀, min: 9}, {name: 良好, min: 8}, {name: 合格, min: 6}, {name: 不合格, min: 0}]
${head}
${fields}
sections:
${sections.join("\n")}
`;

type Answer = boolean | "不涉及" | undefined;

function scored(criteria: string, answers: Readonly<Record<string, Answer>>, more: Omit<Situation, "clause"> = {}): Score {
  const entries = Object.entries(answers).flatMap(([id, answer]) => {
    if (answer === undefined) return [];
    return [[id, answer === "不涉及" ? { notApplicable: "本区无此类企业" } : { facts: { y: answer } }] as const];
  });
  return scoreOf(parsed(criteria), { ...more, byClause: { ...Object.fromEntries(entries), ...more.byClause } });
}

const tenPoints = text([section("S1", [clause("A", 4), clause("B", 6)])]);
const final = (score: Score): string => formatRange(score.total.final);

describe("考核项目", () => {
  test("条款加起来超过项目分值的，以项目分值为限", () => {
    const score = scored(text([section("S1", [clause("A", 5), clause("B", 5)], "points: 8")]), { A: true, B: true });
    expect(score.sections.map((s) => formatRange(s.points))).toEqual(["8"]);
    expect(final(score)).toBe("8");
  });
});

describe("合理缺项", () => {
  const answers = { A: "不涉及", B: true } as const;
  const confirmed = { confirmed: { A: true } } as const;

  test("折算：得分÷（总分－合理缺项分值）×总分", () => {
    const criteria = text([section("S1", [clause("A", 4), clause("B", 3), clause("C", 3)])]);
    const score = scored(criteria, { A: "不涉及", B: true, C: false }, confirmed);
    expect(score.total).toMatchObject({ maxPoints: 10_000, notApplicable: 4000, applicable: 6000 });
    expect(final(score)).toBe("5");
  });

  test("细则规定合理缺项得满分的", () => {
    expect(final(scored(tenPoints.replace("total: 10", "total: 10\nnotApplicable: full"), answers, confirmed))).toBe("10");
  });

  test("细则规定合理缺项不得分的", () => {
    const score = scored(tenPoints.replace("total: 10", "total: 10\nnotApplicable: zero"), answers, confirmed);
    expect(final(score)).toBe("6");
    expect(gapLines(score.gaps)).toContain("lost 4 not-applicable-zero");
  });

  test("申报了还没有核定的，要提醒人工核定", () => {
    expect(gapLines(scored(tenPoints, answers).gaps)).toEqual(["awaiting 0 not-applicable-unconfirmed"]);
    expect(scored(tenPoints, answers, confirmed).gaps).toEqual([]);
  });

  test("全部不涉及时不除以零", () => {
    expect(final(scored(tenPoints, { A: "不涉及", B: "不涉及" }, { confirmed: { A: true, B: true } }))).toBe("0");
  });

  test("否决项不能申报不涉及", () => {
    const criteria = text([section("S1", [clause("A", 10)]), veto("{kind: veto, input: y, is: true, scope: total}")]);
    expect(final(scored(criteria, { A: true, V1: "不涉及" }))).toBe("0—10");
  });

  test.each(["renormalize", "full", "zero"])("核定之前，上下限包得住认可和不认可两种结果（%s）", (policy) => {
    const answer = fc.constantFrom<Answer>(true, false, undefined, "不涉及");
    const three = fc.tuple(answer, answer, answer);
    fc.assert(
      fc.property(three, fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()), ([A, B, C], verdicts) => {
        const criteria = text([section("S1", [clause("A", 5), clause("B", 3), clause("C", 2)])], `notApplicable: ${policy}`);
        const open = scored(criteria, { A, B, C }).total.final;
        const settled = Object.fromEntries(
          ["A", "B", "C"].flatMap((id, index) => ([A, B, C][index] === "不涉及" ? [[id, verdicts[index] === true]] : [])),
        );
        const after = scored(criteria, { A, B, C }, { confirmed: settled }).total.final;
        const allDropped = [A, B, C].every((each, index) => each === "不涉及" && verdicts[index] === true);
        expect(open.low).toBeLessThanOrEqual(after.low);
        if (!allDropped) expect(open.high).toBeGreaterThanOrEqual(after.high);
      }),
    );
  });
});

describe("折算分值", () => {
  const fields = "fields: [{id: safety, name: 安全生产, weight: 70}, {id: fire, name: 消防, weight: 30}]";
  const weighted = text([section("S1", [clause("A", 40)]), section("S2", [clause("B", 80), clause("C", 20)], "field: fire")], "", fields);

  test("各领域先折算再相加", () => {
    expect(final(scored(weighted, { A: true, B: true, C: true }))).toBe("100");
    expect(final(scored(weighted, { A: true, B: true, C: false }))).toBe("94");
  });

  test("领域内的合理缺项只在本领域折算", () => {
    const confirmed = { confirmed: { C: true } };
    expect(final(scored(weighted, { A: true, B: true, C: "不涉及" }, confirmed))).toBe("100");
    expect(final(scored(weighted, { A: false, B: true, C: "不涉及" }, confirmed))).toBe("30");
    expect(final(scored(weighted, { A: true, B: true, C: "不涉及" }))).toBe("94—100");
  });
});

test("整个领域都不涉及时，它的折算分值由其他领域按比例承担", () => {
  const fields = "fields: [{id: safety, name: 安全生产, weight: 70}, {id: fire, name: 消防, weight: 30}]";
  const weighted = text(
    [section("S1", [clause("A", 5), clause("D", 5)]), section("S2", [clause("B", 3), clause("C", 2)], "field: fire")],
    "",
    fields,
  );
  const answers = { A: true, D: false, B: "不涉及", C: "不涉及" } as const;
  expect(final(scored(weighted, answers, { confirmed: { B: true, C: true } }))).toBe("50");
  expect(final(scored(weighted, answers))).toBe("35—65");
});

describe("加分", () => {
  const criteria = text([section("S1", [clause("A", 10)]), bonus(5)], "bonus: {cap: 3}");
  const award = (names: readonly (readonly [string, string])[]): NonNullable<Situation["byClause"]> => ({
    B1: { facts: { awards: names.map(([name, level]) => ({ name, level })) } },
  });
  const papers = (count: number): readonly Paper[] => Array.from({ length: count }, () => ({ evidence: "honours", clause: "B1" }));

  test("有表彰文件的加分，没有申报的不算缺项", () => {
    expect(final(scored(criteria, { A: true }, { byClause: award([["先进单位", "国家级"]]), papers: papers(1) }))).toBe("12");
    const none = scored(criteria, { A: true });
    expect(final(none)).toBe("10");
    expect(none.gaps).toEqual([]);
  });

  test("同一项目就高不重复", () => {
    expect(
      final(
        scored(
          criteria,
          { A: true },
          {
            byClause: award([
              ["先进单位", "国家级"],
              ["先进单位", "省级"],
            ]),
            papers: papers(2),
          },
        ),
      ),
    ).toBe("12");
  });

  test("加分封顶", () => {
    expect(
      final(
        scored(
          criteria,
          { A: true },
          {
            byClause: award([
              ["甲", "国家级"],
              ["乙", "国家级"],
            ]),
            papers: papers(2),
          },
        ),
      ),
    ).toBe("13");
  });

  test("有表彰文件、自评表没有申报的，提醒填报，不算放弃", () => {
    const score = scored(criteria, { A: true }, { papers: papers(1) });
    expect(final(score)).toBe("10—12");
    expect(gapLines(score.gaps)).toEqual(["awaiting 2 fact-missing"]);
  });

  test("只申报没有文件的，加分待定", () => {
    const score = scored(criteria, { A: true }, { byClause: award([["先进单位", "省级"]]) });
    expect(final(score)).toBe("10—11");
    expect(gapLines(score.gaps)).toEqual(["awaiting 1 evidence-unconfirmed"]);
  });
});

describe("一票否决", () => {
  const criteria = (rule: string): string => text([section("S1", [clause("A", 10)]), veto(rule)]);
  const total = criteria("{kind: veto, input: y, is: true, scope: total}");

  test("发生的总分为零", () => {
    expect(final(scored(total, { A: true, V1: true }))).toBe("0");
    expect(final(scored(total, { A: true, V1: false }))).toBe("10");
  });

  test("没人答复时下限为零，上限不变，并列入待办", () => {
    const score = scored(total, { A: true });
    expect(final(score)).toBe("0—10");
    expect(gapLines(score.gaps)).toEqual(["awaiting 0 veto-unanswered"]);
  });

  test("等次封顶", () => {
    const graded = criteria("{kind: veto, input: y, is: true, scope: grade, gradeAtMost: 合格}");
    const score = scored(graded, { A: true, V1: true });
    expect(final(score)).toBe("10");
    expect(score.total.grade.high?.name).toBe("合格");
    expect(scored(graded, { A: true, V1: false }).total.grade.high?.name).toBe("优秀");
    expect(scored(graded, { A: false, V1: true }).total.grade.high?.name).toBe("不合格");
  });

  test("只否决本领域", () => {
    const fields = "fields: [{id: safety, name: 安全生产}, {id: fire, name: 消防}]";
    const two = text(
      [
        section("S1", [clause("A", 4)]),
        section("S2", [clause("B", 6)], "field: fire"),
        veto("{kind: veto, input: y, is: true, scope: field}"),
      ],
      "",
      fields,
    );
    expect(final(scored(two, { A: true, B: true, V1: true }))).toBe("6");
  });
});

describe("等次", () => {
  test.each([
    ["9", "优秀"],
    ["8.999", "良好"],
    ["6", "合格"],
    ["5.999", "不合格"],
  ])("%s分为%s（以上包括本数）", (points, grade) => {
    const criteria = text([section("S1", [clause("A", Number(points)), clause("B", Number((10 - Number(points)).toFixed(3)))])]);
    expect(scored(criteria, { A: true, B: false }).total.grade.low?.name).toBe(grade);
  });

  test("上下限跨等次时两个等次都给出", () => {
    const { grade } = scored(tenPoints, { A: true }).total;
    expect([grade.low?.name, grade.high?.name]).toEqual(["不合格", "优秀"]);
  });
});
