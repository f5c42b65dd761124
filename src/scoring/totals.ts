import type { Criteria, Field, GradeBand, Section } from "../model/criteria.ts";
import {
  addPoints,
  clampPoints,
  maxOfPoints,
  minPoints,
  type Points,
  type PointsRange,
  subtractPoints,
  zeroPoints,
} from "../model/points.ts";
import type { ClauseResult, FieldResult, GroupResult, SectionResult, TotalResult, VetoResult } from "../model/scorecard.ts";
import { cappedGrade, gradeOf } from "./grade.ts";
import { type Pending, rescale } from "./pending.ts";

const nothing: PointsRange = { low: zeroPoints, high: zeroPoints };

/** 考核项目封顶: the clauses' sum, at most what the section has. */
export function sectionResult(section: Section, clauses: readonly ClauseResult[]): SectionResult {
  if (section.kind !== "standard")
    return { section, maxPoints: zeroPoints, notApplicable: zeroPoints, applicable: zeroPoints, points: nothing };
  const dropped = clauses.filter((c) => c.state === "notApplicable" && c.maxPoints === zeroPoints);
  const notApplicable = minPoints(section.maxPoints, addPoints(...dropped.map((c) => c.clause.maxPoints)));
  const applicable = subtractPoints(section.maxPoints, notApplicable);
  const sum = sumRanges(clauses.map((c) => c.points));
  return {
    section,
    maxPoints: section.maxPoints,
    notApplicable,
    applicable,
    points: { low: minPoints(sum.low, applicable), high: minPoints(sum.high, applicable) },
  };
}

/**
 * 合理缺项 and 折算 for one field. A field without weight keeps its points; its scaled result tells what it would be
 * out of its full points (the district's total is scaled as a whole, see totalResult).
 */
export function fieldResult(field: Field, sections: readonly SectionResult[], bonus: PointsRange, options: Scaling): FieldResult {
  const group = sumGroups(sections);
  const scaledMax = field.weight ?? group.maxPoints;
  return {
    field,
    ...group,
    scaledMax,
    scaled: rescale(group.points, group.applicable, scaledMax, options.precision, options.pending),
    bonus,
  };
}

export interface Scaling {
  readonly precision: Points;
  readonly pending: readonly Pending[];
}

export interface TotalInput {
  readonly criteria: Criteria;
  readonly fields: readonly FieldResult[];
  readonly bonus: PointsRange;
  readonly vetoes: readonly (VetoResult & { readonly section: Section })[];
  readonly pending: readonly Pending[];
}

/** 合理缺项 → 折算 → 加分封顶 → 一票否决和等次封顶. */
export function totalResult({ criteria, fields, bonus, vetoes, pending }: TotalInput): TotalResult {
  const group = sumGroups(fields);
  const weighted = fields.some(({ field }) => field.weight !== undefined);
  const scopes = vetoScopes(criteria, vetoes);
  const base = weighted
    ? weightedBase(fields, scopes, { precision: criteria.precision, pending })
    : unweighted(group, fields, scopes, { precision: criteria.precision, pending });
  const cap = criteria.bonusCap;
  const capped: PointsRange = cap === undefined ? bonus : { low: minPoints(bonus.low, cap), high: minPoints(bonus.high, cap) };
  const sum = { low: addPoints(base.low, capped.low), high: addPoints(base.high, capped.high) };
  const final = vetoed({ low: maxOfPoints(zeroPoints, sum.low), high: maxOfPoints(zeroPoints, sum.high) }, scopes.total);
  const results = vetoes.map(({ clause, rule, certainty }) => ({ clause, rule, certainty }));
  return { ...group, base, bonus: capped, final, grade: finalGrade(criteria, final, scopes.grades), vetoes: results };
}

/**
 * 各领域折算后相加. A field of which nothing applies takes its weight with it, as a clause takes its points: the others are
 * scaled to the whole. While its 不涉及 wait for a person, both answers are covered.
 */
function weightedBase(fields: readonly FieldResult[], scopes: VetoScopes, { precision, pending }: Scaling): PointsRange {
  const counted = fields.filter((f) => f.applicable > zeroPoints || f.maxPoints === zeroPoints);
  const [full, kept] = [fields, counted].map((list) => addPoints(...list.map((f) => f.scaledMax)));
  const sum = (list: readonly FieldResult[]): PointsRange => sumRanges(list.map((f) => vetoed(f.scaled, scopes.field.get(f.field.id))));
  if (full === undefined || kept === undefined || kept === full || kept === zeroPoints) return sum(fields);
  const dropped = rescale(sum(counted), kept, full, precision);
  const waiting = fields.some((f) => !counted.includes(f) && pending.some((clause) => clause.field === f.field.id));
  if (!waiting) return dropped;
  const refused = sum(fields);
  return { low: minPoints(dropped.low, refused.low), high: maxOfPoints(dropped.high, refused.high) };
}

/** 得分÷(总分−合理缺项分值)×总分, over the whole district; a vetoed field brings nothing. */
function unweighted(group: GroupResult, fields: readonly FieldResult[], scopes: VetoScopes, scaling: Scaling): PointsRange {
  const points = sumRanges(fields.map((f) => vetoed(f.points, scopes.field.get(f.field.id))));
  return rescale(points, group.applicable, group.maxPoints, scaling.precision, scaling.pending);
}

type Certainty = VetoResult["certainty"];
interface VetoScopes {
  readonly total: Certainty | undefined;
  readonly field: ReadonlyMap<string, Certainty>;
  readonly grades: readonly { readonly name: string; readonly certainty: Certainty }[];
}

function vetoScopes(criteria: Criteria, vetoes: TotalInput["vetoes"]): VetoScopes {
  const rules = new Map(
    criteria.sections.flatMap((s) => s.clauses).flatMap((c) => c.rules.map((rule) => [`${c.id}\n${rule.id}`, rule] as const)),
  );
  let total: Certainty | undefined;
  const field = new Map<string, Certainty>();
  const grades: { name: string; certainty: Certainty }[] = [];
  for (const { clause, rule: id, certainty, section } of vetoes) {
    const rule = rules.get(`${clause}\n${id}`);
    if (rule?.kind !== "veto") continue;
    if (rule.scope === "total") total = stronger(total, certainty);
    if (rule.scope === "field") field.set(section.field, stronger(field.get(section.field), certainty));
    if (rule.scope === "grade" && rule.gradeAtMost !== undefined) grades.push({ name: rule.gradeAtMost, certainty });
  }
  return { total, field, grades };
}

function stronger(a: Certainty | undefined, b: Certainty): Certainty {
  return a === "certain" ? a : b;
}

/** A certain veto leaves nothing; a possible one only takes the low bound. */
function vetoed(points: PointsRange, veto: Certainty | undefined): PointsRange {
  if (veto === undefined) return points;
  return { low: minPoints(points.low, zeroPoints), high: veto === "certain" ? minPoints(points.high, zeroPoints) : points.high };
}

function finalGrade(criteria: Criteria, final: PointsRange, caps: VetoScopes["grades"]): TotalResult["grade"] {
  const certain = caps.filter((cap) => cap.certainty === "certain").map((cap) => cap.name);
  const low = cappedGrade(
    criteria.grades,
    gradeOf(criteria.grades, final.low),
    caps.map((cap) => cap.name),
  );
  const high = cappedGrade(criteria.grades, gradeOf(criteria.grades, final.high), certain);
  return { ...named("low", low), ...named("high", high) };
}

function named<Key extends string>(key: Key, band: GradeBand | undefined): { readonly [K in Key]?: GradeBand } {
  return band === undefined ? {} : ({ [key]: band } as { readonly [K in Key]?: GradeBand });
}

function sumGroups(groups: readonly GroupResult[]): GroupResult {
  return {
    maxPoints: addPoints(...groups.map((g) => g.maxPoints)),
    notApplicable: addPoints(...groups.map((g) => g.notApplicable)),
    applicable: addPoints(...groups.map((g) => g.applicable)),
    points: sumRanges(groups.map((g) => g.points)),
  };
}

export function sumRanges(ranges: readonly PointsRange[]): PointsRange {
  return { low: addPoints(...ranges.map((r) => r.low)), high: addPoints(...ranges.map((r) => r.high)) };
}

/** 加分: each bonus section up to its own cap; a bonus inside an ordinary clause as it is. */
export function bonusOf(sections: readonly Section[], clauses: readonly ClauseResult[]): PointsRange {
  return sumRanges(
    sections.map((section) => {
      const sum = sumRanges(clauses.filter((c) => c.section.id === section.id).map((c) => c.bonus));
      if (section.kind !== "bonus") return sum;
      return { low: clampPoints(sum.low, zeroPoints, section.maxPoints), high: clampPoints(sum.high, zeroPoints, section.maxPoints) };
    }),
  );
}
