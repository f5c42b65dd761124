import { parseCriteria } from "../../src/criteria/parse-criteria.ts";
import type { Admission, Verdict } from "../../src/model/admission.ts";
import type { Criteria } from "../../src/model/criteria.ts";
import { type CalendarDate, parseDate } from "../../src/model/dates.ts";
import type { Gap } from "../../src/model/gap.ts";
import { pathPlace } from "../../src/model/place.ts";
import { formatRange, type Points, parsePoints, pointsToNumber } from "../../src/model/points.ts";
import { parseQuantity } from "../../src/model/quantity.ts";
import type { ClauseReturn, FactItem, FactValue, Judgement, Return } from "../../src/model/return.ts";
import type { ClauseResult } from "../../src/model/scorecard.ts";
import { type Score, score } from "../../src/scoring/score.ts";

/** A document that counts (or is doubtful) for a requirement: "minutes" on a day, from a unit. */
export interface Paper {
  readonly evidence: string;
  readonly clause?: string;
  readonly unit?: string;
  readonly date?: string;
  readonly until?: string;
  readonly verdict?: Verdict;
}

export interface Situation {
  /** YAML lines of the clause below `- id: C1` (four points, lead 甲局 unless written otherwise). */
  readonly clause: string;
  readonly points?: string;
  readonly sectionKind?: string;
  readonly criteria?: string;
  readonly papers?: readonly Paper[];
  readonly facts?: Readonly<Record<string, string | boolean | readonly FactItem[]>>;
  readonly returns?: Readonly<
    Record<string, { readonly facts?: Situation["facts"]; readonly claimed?: string; readonly notApplicable?: string }>
  >;
  /** Facts and declarations of 甲局, clause by clause. */
  readonly byClause?: Readonly<Record<string, NonNullable<Situation["returns"]>[string]>>;
  readonly judged?: Readonly<Record<string, string>>;
  readonly exempted?: Readonly<Record<string, boolean>>;
  readonly notApplicable?: boolean;
  /** 不涉及 confirmed (true) or refused (false), clause by clause. */
  readonly confirmed?: Readonly<Record<string, boolean>>;
  readonly profiles?: readonly string[];
  readonly asOf?: string;
  readonly cooperating?: readonly string[];
}

/** Parses one clause written as in a 细则 and scores it. */
export function scoreClauseOf(situation: Situation): {
  readonly result: ClauseResult;
  readonly gaps: readonly Gap[];
  readonly score: Score;
  readonly range: string;
} {
  const scored = scoreOf(criteriaOf(situation), situation);
  const [result] = scored.clauses;
  if (result === undefined) throw new Error("no clause");
  return { result, gaps: scored.gaps, score: scored, range: formatRange(result.points) };
}

export function criteriaOf(situation: Situation): Criteria {
  const clause = situation.clause
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => `        ${line}`)
    .join("\n");
  return parsed(`title: 试用细则
period: {from: 2024-01-01, to: 2024-12-31}
total: 4
grades: [{name: 优秀, min: 3.6}, {name: 合格, min: 2.4}, {name: 不合格, min: 0}]
${situation.criteria ?? ""}
fields: [{id: safety, name: 安全生产}]
sections:
  - id: S1
    field: safety
    kind: ${situation.sectionKind ?? "standard"}
    label: 一、
    title: 责任落实
    clauses:
      - id: C1
        label: "1."
        title: 条款
        points: ${situation.points ?? "4"}
        requirement: 要求
        standard: 标准
        units: {lead: 甲局, with: [${(situation.cooperating ?? []).join(", ")}]}
${clause}
`);
}

export function parsed(text: string): Criteria {
  const outcome = parseCriteria({ path: "criteria.yaml", text });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors.map((error) => error.code)));
  return outcome.value;
}

export function scoreOf(criteria: Criteria, situation: Omit<Situation, "clause">): Score {
  const lead = ["甲局"];
  const clauses = criteria.sections.flatMap((section) => section.clauses);
  return score({
    criteria,
    profiles: situation.profiles ?? [],
    units: [...lead, ...(situation.cooperating ?? [])].map((name) => ({
      name,
      aliases: [],
      kind: "department",
      supervisors: [],
      place: pathPlace("yingkao.yaml"),
    })),
    assignments: new Map(clauses.map((clause) => [clause.id, { clause: clause.id, lead, cooperating: situation.cooperating ?? [] }])),
    admissions: (situation.papers ?? []).map(admissionOf),
    returns: returnsOf(situation),
    judgements: judgementsOf(situation),
    asOf: day(situation.asOf ?? "2024-12-31"),
  });
}

function admissionOf(paper: Paper, index: number): Admission {
  const unit = paper.unit ?? "甲局";
  const path = `${unit}/${index}.pdf`;
  const from = paper.date === undefined ? undefined : day(paper.date);
  const name = { text: `${index}`, words: `${index}`, dates: [] };
  return {
    file: { path, unit, bytes: 1, extension: ".pdf", folders: [], name, title: `${index}`, dates: [], datesFrom: "none" },
    link: { clause: paper.clause ?? "C1", evidence: paper.evidence, confidence: 95, reasons: [] },
    verdict: paper.verdict ?? "counts",
    problems: [],
    ...(from === undefined
      ? {}
      : { span: { range: { from, to: paper.until === undefined ? from : day(paper.until) }, yearAssumed: false } }),
  };
}

function returnsOf(situation: Omit<Situation, "clause">): readonly Return[] {
  const own = situation.facts === undefined ? {} : { 甲局: { facts: situation.facts } };
  if (situation.byClause !== undefined) {
    const clauses = Object.entries(situation.byClause).map(([id, entry]) => [id, clauseReturn(entry)] as const);
    return [{ unit: "甲局", clauses: new Map(clauses), place: pathPlace("returns/甲局.yaml") }];
  }
  return Object.entries({ ...own, ...situation.returns }).map(([unit, entry]) => ({
    unit,
    clauses: new Map([["C1", clauseReturn(entry)]]),
    place: pathPlace(`returns/${unit}.yaml`),
  }));
}

function clauseReturn(entry: NonNullable<Situation["returns"]>[string]): ClauseReturn {
  return {
    facts: new Map(Object.entries(entry.facts ?? {}).map(([id, value]) => [id, factOf(value)])),
    ...(entry.claimed === undefined ? {} : { claimed: points(entry.claimed) }),
    ...(entry.notApplicable === undefined ? {} : { notApplicable: { reason: entry.notApplicable } }),
    place: pathPlace("returns"),
  };
}

function factOf(value: string | boolean | readonly FactItem[]): FactValue {
  const place = pathPlace("returns");
  if (typeof value === "boolean") return { kind: "yesno", value, place };
  if (typeof value !== "string") return { kind: "items", items: value, place };
  const date = parseDate(value);
  if (date !== undefined) return { kind: "date", value: date, place };
  const number = parseQuantity(value);
  return number === undefined ? { kind: "choice", value, place } : { kind: "number", value: number, place };
}

function judgementsOf(situation: Omit<Situation, "clause">): readonly Judgement[] {
  const { judged, exempted, notApplicable } = situation;
  if (situation.confirmed !== undefined) {
    return Object.entries(situation.confirmed).map(([clause, confirmed]) => ({
      clause,
      rules: new Map(),
      exemptions: new Map(),
      notApplicable: confirmed,
      place: pathPlace("judgements.yaml"),
    }));
  }
  if (judged === undefined && exempted === undefined && notApplicable === undefined) return [];
  return [
    {
      clause: "C1",
      rules: new Map(Object.entries(judged ?? {}).map(([rule, written]) => [rule, points(written)])),
      exemptions: new Map(Object.entries(exempted ?? {})),
      ...(notApplicable === undefined ? {} : { notApplicable }),
      place: pathPlace("judgements.yaml"),
    },
  ];
}

export function day(written: string): CalendarDate {
  const date = parseDate(written);
  if (date === undefined) throw new Error(`no such day: ${written}`);
  return date;
}

export function points(written: string): Points {
  const value = parsePoints(written);
  if (value === undefined) throw new Error(`no points: ${written}`);
  return value;
}

/** Gaps as short lines, dearest first: "lost 1 evidence-missing". */
export function gapLines(gaps: readonly Gap[]): readonly string[] {
  return gaps.map((gap) => `${gap.state} ${String(pointsToNumber(gap.points))} ${gap.code}`);
}
