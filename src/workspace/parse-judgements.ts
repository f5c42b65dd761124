import type { Clause, Criteria } from "../model/criteria.ts";
import type { Outcome } from "../model/outcome.ts";
import type { SourceText } from "../model/place.ts";
import type { Points } from "../model/points.ts";
import { zeroPoints } from "../model/points.ts";
import type { Judgement } from "../model/return.ts";
import type { ScoringRule } from "../model/rule.ts";
import { given, pointsOf } from "../written/amounts.ts";
import { byPlace } from "../written/by-place.ts";
import { nearestOf } from "../written/nearest.ts";
import { textOf } from "../written/numeral.ts";
import { readWritten } from "../written/read-written.ts";
import { answerOf } from "../written/shapes.ts";
import { keyPlaceOf, placeOf, type Sheet } from "../written/sheet.ts";
import { type ClauseDirectory, findEntryClause, makeClauseDirectory, refuse } from "./clause-directory.ts";
import { judgementsSchema, type WrittenJudgement } from "./written-return.ts";

/** Reads judgements.yaml: points within what the rule leaves to a person, for rules that leave something to one. */
export function parseJudgements(source: SourceText, criteria: Criteria): Outcome<readonly Judgement[]> {
  const { sheet, written, errors: shapeErrors, warnings: lost } = readWritten(source, judgementsSchema);
  if (sheet === undefined || written === undefined) return { ok: false, errors: byPlace(shapeErrors), warnings: lost };
  const directory = makeClauseDirectory(criteria, [...shapeErrors]);
  const judgements = Object.entries(written).flatMap(([id, entry]): readonly Judgement[] => {
    const clause = findEntryClause(directory, id, written, keyPlaceOf(sheet, written, id));
    return clause === undefined || entry === undefined ? [] : [normalizeJudgement(directory, sheet, clause, entry)];
  });
  const warnings = [...lost, ...directory.warnings];
  if (directory.errors.length > 0) return { ok: false, errors: byPlace(directory.errors), warnings };
  return { ok: true, value: judgements, warnings };
}

function normalizeJudgement(directory: ClauseDirectory, sheet: Sheet, clause: Clause, entry: WrittenJudgement): Judgement {
  const notApplicable = answerOf(entry.notApplicable);
  if (notApplicable === true && !clause.mayNotApply) {
    refuse(directory, placeOf(sheet, entry, "notApplicable"), { code: "not-applicable-refused", clauseId: clause.id });
  }
  return {
    clause: clause.id,
    rules: judgedRules(directory, sheet, clause, entry.rules ?? {}),
    exemptions: exemptions(directory, sheet, clause, entry.exemptions ?? {}),
    ...given("notApplicable", notApplicable),
    ...given("by", entry.by && textOf(entry.by)),
    ...given("note", entry.note && textOf(entry.note)),
    place: placeOf(sheet, entry),
  };
}

function judgedRules(
  directory: ClauseDirectory,
  sheet: Sheet,
  clause: Clause,
  written: NonNullable<WrittenJudgement["rules"]>,
): ReadonlyMap<string, Points> {
  const judged = new Map<string, Points>();
  for (const [id, numeral] of Object.entries(written)) {
    const rule = findRule(directory, sheet, clause, written, id);
    if (rule === undefined || numeral === undefined) continue;
    const points = pointsOf(numeral);
    if (rule.kind !== "manual" && rule.kind !== "external") {
      refuse(directory, keyPlaceOf(sheet, written, id), { code: "rule-not-judged", rule: id, kind: rule.kind });
      continue;
    }
    const min = rule.kind === "manual" ? rule.min : zeroPoints;
    if (points < min || points > rule.max) {
      refuse(directory, placeOf(sheet, written, id), { code: "judgement-out-of-bounds", rule: id, points, min, max: rule.max });
    }
    judged.set(id, points);
  }
  return judged;
}

function exemptions(
  directory: ClauseDirectory,
  sheet: Sheet,
  clause: Clause,
  written: NonNullable<WrittenJudgement["exemptions"]>,
): ReadonlyMap<string, boolean> {
  const confirmed = new Map<string, boolean>();
  for (const [id, answer] of Object.entries(written)) {
    const rule = findRule(directory, sheet, clause, written, id);
    if (rule === undefined || answer === undefined) continue;
    if (rule.unless === undefined) refuse(directory, keyPlaceOf(sheet, written, id), { code: "rule-without-exemption", rule: id });
    confirmed.set(id, answerOf(answer) ?? false);
  }
  return confirmed;
}

function findRule(directory: ClauseDirectory, sheet: Sheet, clause: Clause, written: object, id: string): ScoringRule | undefined {
  const rule = clause.rules.find((candidate) => candidate.id === id);
  if (rule !== undefined) return rule;
  const known = clause.rules.map((candidate) => candidate.id);
  refuse(directory, keyPlaceOf(sheet, written, id), {
    code: "unknown-rule",
    clauseId: clause.id,
    rule: id,
    known,
    ...nearestOf(id, known),
  });
  return undefined;
}
