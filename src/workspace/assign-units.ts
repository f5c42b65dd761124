import type { Clause, Criteria } from "../model/criteria.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { UnitKind, UnitSelector } from "../model/unit.ts";
import type { Assignments, ClauseAssignment, Workspace } from "../model/workspace.ts";
import { checkProfiles } from "./check-profiles.ts";
import { makeUnitDirectory, type UnitDirectory } from "./unit-directory.ts";

/**
 * Resolves the units that the 细则 names, clause by clause. A unit that the workspace does not know and a selector that
 * matches nobody are warned of once, at their first place; not so where the clause is settled as 不涉及 (`settled`, by id).
 * A unit that leads does not also cooperate.
 */
export function assignUnits(
  criteria: Criteria,
  workspace: Workspace,
  settled: ReadonlySet<string> = new Set(),
): { readonly assignments: Assignments; readonly warnings: readonly Diagnostic[] } {
  const directory = makeUnitDirectory(workspace.units);
  const warnings = new Map<string, Diagnostic>();
  const note = (key: string, warning: Diagnostic): void => {
    if (!warnings.has(key)) warnings.set(key, warning);
  };
  for (const field of criteria.fields) {
    if (field.lead === undefined || directory.find(field.lead) !== undefined) continue;
    const problem = { code: "unknown-unit", name: field.lead, where: "field-lead", ...directory.nearest(field.lead) } as const;
    note(`field ${field.lead}`, { severity: "warning", place: field.place, ...problem });
  }
  const assignments = new Map<string, ClauseAssignment>();
  for (const clause of criteria.sections.flatMap((section) => section.clauses)) {
    assignments.set(clause.id, assignClause(clause, directory));
    for (const selector of [...clause.lead, ...clause.cooperating]) {
      const excused = selector.kind === "match" && settled.has(clause.id);
      const warning = excused ? undefined : unmatched(selector, clause, directory);
      if (warning !== undefined) note(keyOf(selector), warning);
    }
  }
  return { assignments, warnings: [...warnings.values(), ...checkProfiles(criteria, workspace)] };
}

export function assignClause(clause: Clause, directory: UnitDirectory): ClauseAssignment {
  const lead = namesOf(clause.lead, directory);
  const cooperating = namesOf(clause.cooperating, directory).filter((name) => !lead.includes(name));
  return { clause: clause.id, lead, cooperating };
}

function namesOf(selectors: readonly UnitSelector[], directory: UnitDirectory): readonly string[] {
  return [...new Set(selectors.flatMap((selector) => select(selector, directory)))];
}

function select(selector: UnitSelector, directory: UnitDirectory): readonly string[] {
  if (selector.kind === "name") {
    const unit = directory.find(selector.name);
    return unit === undefined ? [] : [unit.name];
  }
  return directory.units
    .filter((unit) => selector.unitKind === undefined || unit.kind === selector.unitKind)
    .filter((unit) => selector.industry === undefined || unit.industry === selector.industry)
    .map((unit) => unit.name);
}

function unmatched(selector: UnitSelector, clause: Clause, directory: UnitDirectory): Diagnostic | undefined {
  if (select(selector, directory).length > 0) return undefined;
  const at = { severity: "warning", place: selector.place } as const;
  if (selector.kind === "name") {
    return { ...at, code: "unknown-unit", name: selector.name, where: "criteria", ...directory.nearest(selector.name) };
  }
  return { ...at, code: "selector-matches-none", ...criteriaOf(selector), clause: clause.id };
}

function criteriaOf({ unitKind, industry }: Extract<UnitSelector, { kind: "match" }>): {
  readonly unitKind?: UnitKind;
  readonly industry?: string;
} {
  return { ...(unitKind === undefined ? {} : { unitKind }), ...(industry === undefined ? {} : { industry }) };
}

/** One warning per selector, however many clauses write it. */
function keyOf(selector: UnitSelector): string {
  if (selector.kind === "name") return selector.name;
  return [selector.unitKind, selector.industry].filter((part) => part !== undefined).join(" ");
}
