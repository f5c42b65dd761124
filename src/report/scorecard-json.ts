import { describeBasis } from "../messages/basis.ts";
import { manualCheckWords } from "../messages/manual-checks.ts";
import type { ManualCheck } from "../model/manual-check.ts";
import { formatPeriod } from "../model/periods.ts";
import { type Points, type PointsRange, pointsToNumber } from "../model/points.ts";
import type { GroupResult, Scorecard, TotalResult } from "../model/scorecard.ts";
import { citeFile } from "./citation.ts";
import { spoken } from "./gap-words.ts";
import { manualChecksIn } from "./manual-check-table.ts";
import type { Scope } from "./scope.ts";
import { type ScopedClause, type ScopedView, scopedView } from "./scoped-view.ts";
import { filesOf } from "./scorecard-files.ts";
import { type ScorecardView, vetoKey, viewOf } from "./view.ts";

/** Raised when a key is taken away or changes its meaning; new keys may come at any time. */
export const scorecardSchema = 1;

/** A key of scorecard.json. `items`: a list so long that its entries are made one at a time, while they are written. */
export type JsonEntry =
  | { readonly key: string; readonly value: unknown }
  | { readonly key: string; readonly items: () => Iterable<object> };

/** scorecard.json as one object; see scorecardEntries. */
export function composeScorecardJson(scorecard: Scorecard, scope?: Scope): object {
  return Object.fromEntries(
    scorecardEntries(scorecard, scope).map((entry) => [entry.key, "items" in entry ? [...entry.items()] : entry.value]),
  );
}

/**
 * scorecard.json, the contract for scripts (docs/scorecard.md), key by key. Points are decimal numbers of 分, dates "YYYY-MM-DD", and
 * what is not known is null, never left out. A scope limits clauses, files, units and gaps; without one it is the whole district.
 */
export function scorecardEntries(scorecard: Scorecard, scope: Scope = { kind: "district" }): readonly JsonEntry[] {
  const scoped = scopedView(viewOf(scorecard), scope);
  const folders = scope.kind === "district" ? scorecard : { foldersWithoutUnit: [], emptyFolders: [] };
  return [
    ...Object.entries(headOf(scoped)).map(([key, value]: [string, unknown]) => ({ key, value })),
    { key: "units", items: () => unitsOf(scoped) },
    { key: "clauses", items: () => clausesOf(scoped) },
    { key: "gaps", items: () => gapsOf(scoped) },
    { key: "files", items: () => filesOf(scoped) },
    { key: "manualChecks", value: manualChecksIn(scoped).map(manualCheckOf) },
    { key: "foldersWithoutUnit", value: folders.foldersWithoutUnit },
    { key: "emptyFolders", value: folders.emptyFolders },
  ];
}

function manualCheckOf({ code, files }: ManualCheck): object {
  return { code, title: manualCheckWords[code].title, look: manualCheckWords[code].look, files };
}

function headOf(scoped: ScopedView): object {
  const { scope, view } = scoped;
  const { criteria, title, organization, asOf } = view.scorecard;
  return {
    schema: scorecardSchema,
    title,
    organization,
    scope: scope.kind === "district" ? { kind: "district" } : { kind: scope.kind, name: scoped.label },
    criteria: { title: criteria.title, issuer: criteria.issuer ?? null, edition: criteria.edition ?? null, period: criteria.period },
    asOf,
    totals: totalsOf(scoped),
    fields: scoped.fields.map((result) => ({
      id: result.field.id,
      name: result.field.name,
      ...group(result),
      scaledMax: number(result.scaledMax),
      scaled: range(result.scaled),
      bonus: range(result.bonus),
    })),
    sections: scoped.sections.map(({ section, numbers }) => ({
      id: section.id,
      field: section.field,
      kind: section.kind,
      label: section.label,
      title: section.title,
      ...group(numbers),
    })),
  };
}

function number(points: Points): number {
  return pointsToNumber(points);
}

function range({ low, high }: PointsRange): { readonly low: number; readonly high: number } {
  return { low: number(low), high: number(high) };
}

function group(result: GroupResult): object {
  return {
    maxPoints: number(result.maxPoints),
    notApplicable: number(result.notApplicable),
    applicable: number(result.applicable),
    ...range(result.points),
  };
}

/** For the district low and high are the final result, after 折算, 加分 and 否决; for a field or a unit its points. */
function totalsOf({ scope, numbers, view }: ScopedView): object {
  if (scope.kind !== "district") return { ...group(numbers), grade: null };
  const { total } = view.scorecard;
  return {
    ...group(total),
    ...range(total.final),
    grade: gradeOf(total),
    gradeLow: total.grade.low?.name ?? null,
    gradeHigh: total.grade.high?.name ?? null,
    points: range(total.points),
    base: range(total.base),
    bonus: range(total.bonus),
    vetoes: total.vetoes,
  };
}

function gradeOf({ grade }: TotalResult): string | null {
  return grade.low?.name === grade.high?.name ? (grade.low?.name ?? null) : null;
}

function unitsOf({ units }: ScopedView): readonly object[] {
  return units.map(({ unit, folder, fileCount, hasReturn, maxPoints, points, clauses }) => ({
    name: unit.name,
    kind: unit.kind,
    industry: unit.industry ?? null,
    supervisors: unit.supervisors,
    folder: folder ?? null,
    deadline: unit.deadline ?? null,
    files: fileCount,
    hasReturn,
    maxPoints: number(maxPoints),
    ...range(points),
    clauses: clauses.map(({ clause, role, maxPoints: own, points: share }) => ({
      clause: clause.id,
      role,
      maxPoints: number(own),
      ...range(share),
    })),
  }));
}

function* clausesOf(scoped: ScopedView): Iterable<object> {
  for (const { clauses } of scoped.sections) for (const clause of clauses) yield clauseOf(scoped, clause);
}

function clauseOf(scoped: ScopedView, clause: ScopedClause): object {
  const { result, maxPoints, points, returns } = clause;
  const claimed = scoped.scope.kind === "unit" ? returns[0]?.entry.claimed : result.claimed;
  return {
    id: result.clause.id,
    label: result.clause.label,
    title: result.clause.title,
    field: result.field.id,
    section: result.section.id,
    unit: result.lead[0] ?? null,
    lead: result.lead,
    cooperating: result.cooperating,
    state: result.state,
    maxPoints: number(maxPoints),
    ...range(points),
    bonus: range(result.bonus),
    claimed: claimed === undefined ? null : number(claimed),
    notApplicable: result.notApplicable ?? null,
    basis: result.basis.map((basis) => basisOf(scoped.view, clause, basis)),
    missing: missingOf(clause),
  };
}

function basisOf(view: ScorecardView, { result }: ScopedClause, basis: ScopedClause["result"]["basis"][number]): object {
  const veto = view.vetoes.get(vetoKey(result.clause.id, basis.rule.id));
  const context = {
    clause: result.clause,
    cite: (file: (typeof basis.files)[number]) => citeFile(view, result.clause.id, file),
    ...(veto === undefined ? {} : { veto }),
  };
  return {
    rule: basis.rule.id,
    kind: basis.rule.kind,
    effect: basis.effect,
    ...range(basis.points),
    reason: basis.reason.code,
    message: describeBasis(basis, context),
    files: basis.files.map(({ path }) => path),
  };
}

function missingOf({ requirements }: ScopedClause): readonly object[] {
  return requirements.flatMap(({ requirement, slots }) =>
    slots
      .filter((slot) => slot.missing.most > 0)
      .map((slot) => ({
        evidence: requirement.id,
        name: requirement.name,
        period: slot.period === undefined ? null : formatPeriod(slot.period),
        due: slot.due,
        units: slot.units,
        state: slot.state,
        least: slot.missing.least,
        most: slot.missing.most,
      })),
  );
}

function* gapsOf({ gaps, view }: ScopedView): Iterable<object> {
  for (const gap of gaps) {
    const words = spoken(view, gap);
    if (words === undefined) continue;
    yield {
      clause: gap.clause,
      unit: gap.unit,
      code: gap.code,
      state: gap.state,
      message: words.content,
      points: number(gap.points),
      due: gap.due ?? null,
      remedy: words.remedy,
      proposal: words.proposal,
      supervisors: gap.supervisors,
    };
  }
}
