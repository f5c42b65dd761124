import type { Criteria } from "../model/criteria.ts";
import type { Pin, PinTarget } from "../model/mapping.ts";
import type { Outcome } from "../model/outcome.ts";
import type { SourceText } from "../model/place.ts";
import { given } from "../written/amounts.ts";
import { byPlace } from "../written/by-place.ts";
import { nearestOf } from "../written/nearest.ts";
import { textOf, type WrittenText } from "../written/numeral.ts";
import { readWritten } from "../written/read-written.ts";
import { answerOf } from "../written/shapes.ts";
import { hasLost, placeOf, type Sheet } from "../written/sheet.ts";
import { type ClauseDirectory, findClause, makeClauseDirectory, refuse } from "./clause-directory.ts";
import { mappingSchema, type WrittenPin } from "./written-return.ts";

/**
 * Reads mapping.yaml. `filesOf` lists the files below the evidence root that a path, folder or glob names; `nearestFile` the one
 * that was probably meant. A pin to nothing is an error: it would silently lose what a person decided.
 */
export function parsePins(
  source: SourceText,
  criteria: Criteria,
  filesOf: (pattern: string) => readonly string[],
  nearestFile: (pattern: string) => string | undefined = () => undefined,
): Outcome<readonly Pin[]> {
  const { sheet, written, errors: shapeErrors, warnings: lost } = readWritten(source, mappingSchema);
  if (sheet === undefined || written === undefined) return { ok: false, errors: byPlace(shapeErrors), warnings: lost };
  const directory = makeClauseDirectory(criteria, [...shapeErrors]);
  const pins = (written.pins ?? []).map((pin): Pin => {
    const path = textOf(pin.path);
    const files = filesOf(path);
    if (files.length === 0) {
      refuse(directory, placeOf(sheet, pin, "path"), { code: "pin-matches-no-file", path, ...given("nearest", nearestFile(path)) });
    }
    const ignore = answerOf(pin.ignore) ?? false;
    const targets = pinTargets(directory, sheet, pin);
    const aimless = targets.length === 0 && !ignore && pin.clause === undefined && (pin.clauses ?? []).length === 0;
    if (aimless && !hasLost(sheet, pin)) refuse(directory, placeOf(sheet, pin, "path"), { code: "pin-without-target", path });
    const notes = { ...given("date", pin.date), ...given("note", pin.note && textOf(pin.note)) };
    return { path, files, targets, ignore, ...notes, place: placeOf(sheet, pin, "path") };
  });
  reportDisagreement(directory, pins);
  const warnings = [...lost, ...directory.warnings];
  if (directory.errors.length > 0) return { ok: false, errors: byPlace(directory.errors), warnings };
  return { ok: true, value: pins, warnings };
}

function pinTargets(directory: ClauseDirectory, sheet: Sheet, pin: WrittenPin): readonly PinTarget[] {
  const single = pin.clause === undefined ? [] : [pinTarget(directory, sheet, pin, pin, "clause", pin.clause)];
  const several = pin.clauses ?? [];
  return [...single, ...several.map((id, index) => pinTarget(directory, sheet, pin, several, index, id))].filter(
    (target) => target !== undefined,
  );
}

function pinTarget(
  directory: ClauseDirectory,
  sheet: Sheet,
  pin: WrittenPin,
  owner: object,
  key: string | number,
  id: WrittenText,
): PinTarget | undefined {
  const clause = findClause(directory, textOf(id), placeOf(sheet, owner, key));
  if (clause === undefined || pin.evidence === undefined) return clause && { clause: clause.id };
  const [evidence, known] = [textOf(pin.evidence), clause.evidence.map((requirement) => requirement.id)];
  if (known.includes(evidence)) return { clause: clause.id, evidence };
  const problem = { code: "unknown-evidence", clauseId: clause.id, evidence, known, ...nearestOf(evidence, known) } as const;
  refuse(directory, placeOf(sheet, pin, "evidence"), problem);
  return undefined;
}

/** One file, two decisions that cannot both hold: counted and ignored, or two dates. */
function reportDisagreement(directory: ClauseDirectory, pins: readonly Pin[]): void {
  const byFile = new Map<string, Pin>();
  for (const pin of pins) {
    const self = pin.ignore && pin.targets.length > 0 ? pin : undefined;
    const [file, first] = pin.files
      .map((path) => [path, self ?? byFile.get(path)] as const)
      .find(([, other]) => other !== undefined && (other === self || disagree(other, pin))) ?? [undefined, undefined];
    if (file !== undefined && first !== undefined) {
      refuse(directory, pin.place, { code: "pins-disagree", file, first: first.path, second: pin.path });
    }
    for (const path of pin.files) if (!byFile.has(path)) byFile.set(path, pin);
  }
}

function disagree(a: Pin, b: Pin): boolean {
  if (a.ignore !== b.ignore) return true;
  return a.date !== undefined && b.date !== undefined && a.date !== b.date;
}
