import type { Diagnostic } from "../model/diagnostic.ts";
import type { Outcome } from "../model/outcome.ts";
import type { SourceText } from "../model/place.ts";
import type { Unit } from "../model/unit.ts";
import type { Workspace } from "../model/workspace.ts";
import type { WorkspaceProblem } from "../model/workspace-problem.ts";
import { given } from "../written/amounts.ts";
import { byPlace } from "../written/by-place.ts";
import { textOf, type WrittenText } from "../written/numeral.ts";
import { readWritten } from "../written/read-written.ts";
import { answerOf } from "../written/shapes.ts";
import { placeOf, type Sheet, sourcePlace } from "../written/sheet.ts";
import { foldName } from "./fold-name.ts";
import { makeUnitDirectory } from "./unit-directory.ts";
import { type WrittenWorkspace, type WrittenWorkspaceUnit, workspaceSchema } from "./written-workspace.ts";

const stopgap = { title: "—", organization: "—", criteria: "—", units: [] };

/** Reads yingkao.yaml: every error at once, in the order of the file. Looks at no disk. */
export function parseWorkspace(source: SourceText): Outcome<Workspace> {
  const { sheet, written, errors: shapeErrors, warnings } = readWritten(source, workspaceSchema, stopgap);
  if (sheet === undefined || written === undefined) return { ok: false, errors: byPlace(shapeErrors), warnings };
  const errors: Diagnostic[] = [...shapeErrors, ...unitErrors(sheet, written.units), ...pathErrors(sheet, written)];
  return errors.length === 0
    ? { ok: true, value: normalizeWorkspace(sheet, written), warnings }
    : { ok: false, errors: byPlace(errors), warnings };
}

function normalizeWorkspace(sheet: Sheet, written: WrittenWorkspace): Workspace {
  return {
    title: textOf(written.title),
    organization: textOf(written.organization),
    ...given("addressee", written.addressee && textOf(written.addressee)),
    criteria: textOf(written.criteria),
    evidence: textOr(written.evidence, "evidence"),
    output: textOr(written.output, "output"),
    returns: textOr(written.returns, "returns"),
    mapping: textOr(written.mapping, "mapping.yaml"),
    judgements: textOr(written.judgements, "judgements.yaml"),
    ...given("templates", written.templates && textOf(written.templates)),
    fonts: written.fonts ?? "modern",
    ...given("ocr", ocrOf(written.ocr)),
    ...given("asOf", written.asOf),
    profiles: written.profiles?.map(textOf) ?? [],
    ignore: written.ignore?.map(textOf) ?? [],
    units: normalizeUnits(sheet, written.units),
    place: sourcePlace(sheet.source, [0, 0]),
  };
}

/** 是 and 否 decide; anything else names the folder of the add-on. */
function ocrOf(written: WrittenWorkspace["ocr"]): Workspace["ocr"] {
  if (written === undefined || typeof written === "boolean") return written;
  return answerOf(written) ?? (typeof written === "string" ? written : textOf(written));
}

function textOr(written: WrittenText | undefined, otherwise: string): string {
  return written === undefined ? otherwise : textOf(written);
}

/** Supervisors are named by their own names, whichever alias was written. */
function normalizeUnits(sheet: Sheet, written: readonly WrittenWorkspaceUnit[]): readonly Unit[] {
  const units = written.map((unit) => normalizeUnit(sheet, unit));
  const directory = makeUnitDirectory(units);
  return units.map((unit) => ({ ...unit, supervisors: unit.supervisors.map((name) => directory.find(name)?.name ?? name) }));
}

function normalizeUnit(sheet: Sheet, unit: WrittenWorkspaceUnit): Unit {
  return {
    name: textOf(unit.name).trim(),
    aliases: unit.aliases?.map((alias) => textOf(alias).trim()) ?? [],
    kind: unit.kind,
    ...given("industry", unit.industry && textOf(unit.industry)),
    supervisors: unit.supervisors?.map(textOf) ?? [],
    ...given("folder", unit.folder && textOf(unit.folder)),
    ...given("deadline", unit.deadline),
    place: placeOf(sheet, unit, "name"),
  };
}

function unitErrors(sheet: Sheet, written: readonly WrittenWorkspaceUnit[]): readonly Diagnostic[] {
  const errors: Diagnostic[] = [];
  const at = (owner: object, key: string | number, problem: WorkspaceProblem): void =>
    void errors.push({ severity: "error", place: placeOf(sheet, owner, key), ...problem });
  const owners = new Map<string, string>();
  for (const unit of written) {
    const name = textOf(unit.name);
    if (owners.has(foldName(name))) at(unit, "name", { code: "duplicate-unit", name });
    else owners.set(foldName(name), name);
  }
  for (const unit of written) {
    for (const [index, alias] of (unit.aliases ?? []).entries()) {
      const [name, first] = [textOf(unit.name), owners.get(foldName(textOf(alias)))];
      if (first !== undefined && first !== name)
        at(unit.aliases ?? unit, index, { code: "alias-clash", alias: textOf(alias), first, second: name });
      owners.set(foldName(textOf(alias)), first ?? name);
    }
  }
  const directory = makeUnitDirectory(written.map((unit) => normalizeUnit(sheet, unit)));
  for (const unit of written) {
    for (const [index, supervisor] of (unit.supervisors ?? []).entries()) {
      const name = textOf(supervisor);
      if (directory.find(name) !== undefined || sheet.forgotten.has(name)) continue;
      at(unit.supervisors ?? unit, index, { code: "unknown-unit", name, where: "supervisor", ...directory.nearest(name) });
    }
  }
  return errors;
}

/** Nothing may be written below the evidence. Compared as written; io compares again on the disk, links resolved. */
function pathErrors(sheet: Sheet, written: WrittenWorkspace): readonly Diagnostic[] {
  const [output, evidence] = [textOr(written.output, "output"), textOr(written.evidence, "evidence")];
  const [inner, outer] = [segments(output), segments(evidence)];
  if (!outer.every((segment, index) => segment === inner[index])) return [];
  const place = placeOf(sheet, written, written.output === undefined ? "evidence" : "output");
  return [{ severity: "error", place, code: "output-inside-evidence", output, evidence }];
}

function segments(path: string): readonly string[] {
  const kept: string[] = [];
  for (const segment of path.normalize("NFC").split(/[/\\]/u)) {
    if (segment === "" || segment === ".") continue;
    if (segment === ".." && kept.length > 0 && kept.at(-1) !== "..") kept.pop();
    else kept.push(segment);
  }
  return kept;
}
