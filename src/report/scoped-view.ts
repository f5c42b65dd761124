import type { Section } from "../model/criteria.ts";
import type { Gap } from "../model/gap.ts";
import { exactly, type Points, type PointsRange, zeroPoints } from "../model/points.ts";
import type { ClauseResult, FieldResult, FileResult, GroupResult, RequirementResult, UnitResult } from "../model/scorecard.ts";
import type { Scope } from "./scope.ts";
import { grouped, type ScorecardView } from "./view.ts";

/** A clause as one scope sees it: for a unit only its own share, papers, returns and gaps. */
export interface ScopedClause {
  readonly result: ClauseResult;
  readonly role: "district" | "lead" | "cooperating";
  readonly maxPoints: Points;
  readonly points: PointsRange;
  readonly requirements: readonly RequirementResult[];
  readonly returns: ClauseResult["returns"];
  readonly gaps: readonly Gap[];
}

export interface ScopedSection {
  readonly section: Section;
  readonly fieldName: string;
  readonly numbers: GroupResult;
  readonly clauses: readonly ScopedClause[];
}

/** Everything a composer may print for one scope. All numbers are taken from the scorecard, none is worked out here. */
export interface ScopedView {
  readonly view: ScorecardView;
  readonly scope: Scope;
  /** 全区 | 安全生产 | 区应急管理局: what stands in titles. */
  readonly label: string;
  /** Who signs. */
  readonly organization: string;
  readonly addressee?: string;
  readonly sections: readonly ScopedSection[];
  readonly fields: readonly FieldResult[];
  readonly numbers: GroupResult;
  readonly gaps: readonly Gap[];
  /** Gaps of the enterprises that this unit answers for; not part of its points. */
  readonly supervisedGaps: readonly Gap[];
  readonly files: readonly FileResult[];
  readonly units: readonly UnitResult[];
}

/** Throws when the scope names a field or unit that the scorecard does not have: a bug of the caller. */
export function scopedView(view: ScorecardView, scope: Scope): ScopedView {
  switch (scope.kind) {
    case "district":
      return districtView(view, scope);
    case "field":
      return fieldView(view, scope, known(view.fields.get(scope.field), scope.field));
    case "unit":
      return unitView(view, scope, known(view.units.get(scope.unit), scope.unit));
  }
}

function known<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined) throw new Error(`the scorecard has no ${name}`);
  return value;
}

function districtView(view: ScorecardView, scope: Scope): ScopedView {
  const { scorecard } = view;
  const { addressee } = scorecard;
  return {
    view,
    scope,
    label: "全区",
    organization: scorecard.organization,
    ...(addressee === undefined ? {} : { addressee }),
    sections: sectionsFrom(view, () => true, view.gaps),
    fields: scorecard.fields,
    numbers: scorecard.total,
    gaps: view.gaps,
    supervisedGaps: [],
    files: scorecard.files,
    units: scorecard.units,
  };
}

function fieldView(view: ScorecardView, scope: Scope, result: FieldResult): ScopedView {
  const { field } = result;
  const gaps = view.gapsByField.get(field.id) ?? [];
  const sections = sectionsFrom(view, (section) => section.field === field.id, gaps);
  const clauses = sections.flatMap((section) => section.clauses).map(({ result: clause }) => clause);
  const owners = new Set(clauses.flatMap((clause) => [...clause.lead, ...clause.cooperating]));
  const ids = new Set(clauses.map((clause) => clause.clause.id));
  return {
    view,
    scope,
    label: field.name,
    organization: field.lead ?? view.scorecard.organization,
    sections,
    fields: [result],
    numbers: result,
    gaps,
    supervisedGaps: [],
    files: view.scorecard.files.filter((file) => file.mapping.links.some((link) => ids.has(link.clause))),
    units: view.scorecard.units.filter(({ unit }) => owners.has(unit.name)),
  };
}

function unitView(view: ScorecardView, scope: Scope, result: UnitResult): ScopedView {
  const { name } = result.unit;
  const gaps = view.gapsByUnit.get(name) ?? [];
  return {
    view,
    scope,
    label: name,
    organization: name,
    sections: unitSections(view, result, gaps),
    fields: [],
    numbers: share(result.maxPoints, result.points),
    gaps,
    supervisedGaps: view.gapsBySupervisor.get(name) ?? [],
    files: view.filesByUnit.get(name) ?? [],
    units: [result],
  };
}

function sectionsFrom(view: ScorecardView, belongs: (section: Section) => boolean, gaps: readonly Gap[]): readonly ScopedSection[] {
  const byClause = grouped(gaps, (gap) => gap.clause);
  return view.scorecard.sections
    .filter((result) => belongs(result.section))
    .map((result) => ({
      section: result.section,
      fieldName: view.fields.get(result.section.field)?.field.name ?? "",
      numbers: result,
      clauses: (view.clausesBySection.get(result.section.id) ?? []).map((clause) => ({
        result: clause,
        role: "district" as const,
        maxPoints: clause.maxPoints,
        points: clause.points,
        requirements: clause.requirements,
        returns: clause.returns,
        gaps: byClause.get(clause.clause.id) ?? [],
      })),
    }));
}

function unitSections(view: ScorecardView, unit: UnitResult, gaps: readonly Gap[]): readonly ScopedSection[] {
  const byClause = grouped(gaps, (gap) => gap.clause);
  const bySection = grouped(unit.clauses, (entry) => entry.clause.section);
  return unit.sections.map(({ section, maxPoints, points }) => ({
    section,
    fieldName: view.fields.get(section.field)?.field.name ?? "",
    numbers: share(maxPoints, points),
    clauses: (bySection.get(section.id) ?? []).flatMap((entry) => {
      const result = view.clauses.get(entry.clause.id);
      if (result === undefined) return [];
      return [
        {
          result,
          role: entry.role,
          maxPoints: entry.maxPoints,
          points: entry.points,
          requirements: ownRequirements(result, unit.unit.name),
          returns: result.returns.filter((stated) => stated.unit === unit.unit.name),
          gaps: byClause.get(entry.clause.id) ?? [],
        },
      ];
    }),
  }));
}

function ownRequirements(result: ClauseResult, unit: string): readonly RequirementResult[] {
  return result.requirements
    .map(({ requirement, slots }) => ({ requirement, slots: slots.filter((slot) => slot.units.includes(unit)) }))
    .filter(({ slots }) => slots.length > 0);
}

/** A unit's share has no 合理缺项 of its own: such a clause counts zero points for it. */
function share(maxPoints: Points, points: PointsRange): GroupResult {
  return { maxPoints, notApplicable: zeroPoints, applicable: maxPoints, points };
}

export const noPoints: PointsRange = exactly(zeroPoints);
