import type { Clause, Criteria } from "../model/criteria.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Outcome } from "../model/outcome.ts";
import type { SourceText } from "../model/place.ts";
import type { ClauseReturn, FactValue, Return } from "../model/return.ts";
import type { Unit } from "../model/unit.ts";
import type { Workspace } from "../model/workspace.ts";
import { given, pointsOf } from "../written/amounts.ts";
import { byPlace } from "../written/by-place.ts";
import { nearestOf } from "../written/nearest.ts";
import { textOf } from "../written/numeral.ts";
import { readWritten } from "../written/read-written.ts";
import { keyPlaceOf, placeOf, type Sheet, sourcePlace } from "../written/sheet.ts";
import { assignClause } from "./assign-units.ts";
import { type ClauseDirectory, findEntryClause, makeClauseDirectory, refuse } from "./clause-directory.ts";
import { readFact } from "./read-fact.ts";
import { makeUnitDirectory } from "./unit-directory.ts";
import { returnSchema, type WrittenClauseReturn, type WrittenReturn } from "./written-return.ts";

/**
 * Reads one unit's 自评表. The unit is the one named in the file, else the one the file is named after. Facts are read as the
 * types that the 细则 asks for. A clause that is not the unit's is a warning: the statement is kept.
 */
export function parseReturn(source: SourceText, criteria: Criteria, workspace: Workspace): Outcome<Return> {
  const { sheet, written, errors: shapeErrors, warnings: lost } = readWritten(source, returnSchema);
  if (sheet === undefined || written === undefined) return { ok: false, errors: byPlace(shapeErrors), warnings: lost };
  const directory = makeClauseDirectory(criteria, [...shapeErrors]);
  const unit = findUnit(directory, sheet, written, workspace);
  const clauses = new Map<string, ClauseReturn>();
  const remarks: Diagnostic[] = [];
  for (const [id, entry] of Object.entries(written.clauses ?? {})) {
    const clause = findEntryClause(directory, id, written.clauses ?? {}, keyPlaceOf(sheet, written.clauses ?? {}, id));
    if (clause !== undefined && entry !== undefined)
      clauses.set(clause.id, normalizeEntry({ directory, sheet, warnings: remarks }, clause, entry));
  }
  const warnings = [
    ...lost,
    ...directory.warnings,
    ...remarks,
    ...(unit === undefined ? [] : foreignClauses(sheet, written, directory, unit, workspace)),
  ];
  if (unit === undefined || directory.errors.length > 0) return { ok: false, errors: byPlace(directory.errors), warnings };
  return { ok: true, value: { unit: unit.name, clauses, place: sourcePlace(source, [0, 0]) }, warnings };
}

function findUnit(directory: ClauseDirectory, sheet: Sheet, written: WrittenReturn, workspace: Workspace): Unit | undefined {
  const units = makeUnitDirectory(workspace.units);
  const name = written.unit === undefined ? fileName(sheet.source.path) : textOf(written.unit);
  const unit = units.find(name);
  const place = written.unit === undefined ? sourcePlace(sheet.source, [0, 0]) : placeOf(sheet, written, "unit");
  if (unit === undefined) refuse(directory, place, { code: "unknown-unit", name, where: "return", ...units.nearest(name) });
  return unit;
}

function fileName(path: string): string {
  return (path.split(/[/\\]/u).at(-1) ?? path).replace(/\.ya?ml$/iu, "");
}

/** What is wrong with a return (directory.errors) or worth a second look (warnings). */
interface ReturnDesk {
  readonly directory: ClauseDirectory;
  readonly sheet: Sheet;
  readonly warnings: Diagnostic[];
}

function normalizeEntry(desk: ReturnDesk, clause: Clause, entry: WrittenClauseReturn): ClauseReturn {
  const { directory, sheet } = desk;
  const claimed = entry.claimed && pointsOf(entry.claimed);
  if (claimed !== undefined && claimed > clause.maxPoints) {
    const problem = { code: "claim-above-clause", clauseId: clause.id, claimed, maxPoints: clause.maxPoints } as const;
    refuse(directory, placeOf(sheet, entry, "claimed"), problem);
  }
  const remedy = entry.remedy && {
    ...given("measure", entry.remedy.measure && textOf(entry.remedy.measure)),
    ...given("person", entry.remedy.person && textOf(entry.remedy.person)),
    ...given("by", entry.remedy.by),
  };
  return {
    ...given("claimed", claimed),
    ...given("statement", entry.statement && textOf(entry.statement).trim()),
    facts: normalizeFacts(desk, clause, entry),
    ...given("notApplicable", notApplicable(directory, sheet, clause, entry)),
    ...given("remedy", remedy),
    place: placeOf(sheet, entry),
  };
}

function notApplicable(
  directory: ClauseDirectory,
  sheet: Sheet,
  clause: Clause,
  entry: WrittenClauseReturn,
): { reason: string } | undefined {
  if (entry.notApplicable === undefined) return undefined;
  const reason = textOf(entry.notApplicable).trim();
  const place = placeOf(sheet, entry, "notApplicable");
  // 是 or true is no reason.
  if (reason === "" || /^(?:是|true|不涉及|无)$/iu.test(reason))
    refuse(directory, place, { code: "not-applicable-without-reason", clauseId: clause.id });
  if (!clause.mayNotApply) refuse(directory, place, { code: "not-applicable-refused", clauseId: clause.id });
  return { reason };
}

function normalizeFacts(
  { directory, sheet, warnings }: ReturnDesk,
  clause: Clause,
  entry: WrittenClauseReturn,
): ReadonlyMap<string, FactValue> {
  const facts = new Map<string, FactValue>();
  const written = entry.facts ?? {};
  for (const id of Object.keys(written)) {
    const input = clause.inputs.find((candidate) => candidate.id === id);
    if (input === undefined) {
      const known = clause.inputs.map((candidate) => candidate.id);
      const problem = { code: "unknown-input", clauseId: clause.id, input: id, known, ...nearestOf(id, known) } as const;
      refuse(directory, keyPlaceOf(sheet, written, id), problem);
      continue;
    }
    if (written[id] === undefined) continue;
    const value = readFact({ sheet, errors: directory.errors, warnings }, clause, input, written);
    if (value !== undefined) facts.set(id, value);
  }
  return facts;
}

function foreignClauses(
  sheet: Sheet,
  written: WrittenReturn,
  directory: ClauseDirectory,
  unit: Unit,
  workspace: Workspace,
): readonly Diagnostic[] {
  const units = makeUnitDirectory(workspace.units);
  return Object.keys(written.clauses ?? {}).flatMap((id): readonly Diagnostic[] => {
    const clause = directory.clauses.get(id) ?? directory.former.get(id);
    if (clause === undefined || written.clauses?.[id] === undefined) return [];
    const { lead, cooperating } = assignClause(clause, units);
    if (lead.includes(unit.name) || cooperating.includes(unit.name)) return [];
    const place = keyPlaceOf(sheet, written.clauses ?? {}, id);
    return [{ severity: "warning", place, code: "unit-not-responsible", unit: unit.name, clauseId: id }];
  });
}
