import { type SectionKind, type Verification, verifications } from "../../../model/criteria.ts";
import {
  materialLines,
  oneUnitWords,
  readMaterial,
  type UnitInWords,
  unitWords,
  verificationWords,
} from "../../../model/criteria-paper.ts";
import type { ImportDoubt, ImportNote } from "../../../model/import-note.ts";
import { type Points, parsePoints, pointsToNumber, zeroPoints } from "../../../model/points.ts";
import { verbatimText } from "../clean-text.ts";
import type { DraftClause, DraftUnit, PlainMap, PlainValue, StandardReader } from "../draft.ts";
import { draftClause, titleFromText } from "../draft-clause.ts";
import type { ClauseEntry } from "../entries.ts";
import { proposeEvidence } from "../propose-evidence.ts";
import type { Frame } from "../read-frame.ts";
import { readPointsCell } from "../read-points.ts";
import type { TreeSection } from "../tree.ts";
import { type ClauseIdentity, markOf } from "./own-ids.ts";
import type { OwnClause } from "./own-rows.ts";
import type { ClauseRecord } from "./read-annex.ts";

export interface OwnClauseJob {
  readonly row: OwnClause;
  readonly subsection?: string;
  readonly identity: ClauseIdentity;
  readonly section: { readonly kind: SectionKind; readonly title: string; readonly field: string };
  readonly frame: Frame;
  readonly readStandard: StandardReader;
  /** Units of the whole annex, by the words that are printed for them. */
  readonly vocabulary: ReadonlyMap<string, DraftUnit>;
  /** Does a clause hold together as YAML? A reading that does not is not used. */
  readonly isReadable: (clause: DraftClause, kind: SectionKind) => boolean;
}

type Drafted = { readonly clause: DraftClause; readonly notes: readonly ImportNote[] };

/** One row of an export: the text from its cells, the reading from the annex as long as the text is the one that it was made from. */
export function draftOwnClause(job: OwnClauseJob): Drafted {
  const { row, identity } = job;
  const { id, record, repeated } = identity;
  const points = pointsOf(job);
  const text = textOf(job, points.points);
  const doubts: ImportDoubt[] = [
    ...points.doubts,
    ...(repeated === undefined ? [] : [{ code: "id-repeated", id: repeated, given: id } as const]),
  ];
  const noted = (drafted: DraftClause, more: readonly ImportDoubt[]): Drafted => ({
    clause: drafted,
    notes: [...doubts, ...more].map((doubt): ImportNote => ({ ...doubt, at: row.at, clause: id })),
  });
  if (record !== undefined && record.mark === markOf(row)) {
    const kept = keptClause(text, record, row.cells.materials);
    if (job.isReadable(kept.clause, job.section.kind)) return noted(kept.clause, [...pointsDoubt(record, points.points), ...kept.doubts]);
    doubts.push({ code: "annex-unreadable", id });
  } else if (record !== undefined) doubts.push({ code: "annex-outdated", rules: record.rules.length });
  const fresh = freshClause(job, text);
  const standing = record === undefined ? fresh.clause : withStandingMaterials(fresh.clause, record, row.cells.materials);
  const usable = standing === fresh.clause || job.isReadable(standing, job.section.kind) ? standing : fresh.clause;
  return { clause: usable, notes: [...noted(usable, []).notes, ...fresh.notes] };
}

/** Everything that stands in the cells; no reading yet. */
function textOf({ row, subsection, identity, section, vocabulary }: OwnClauseJob, points: Points | undefined): DraftClause {
  const { cells, remarks, at } = row;
  const { id, record } = identity;
  const [requirement, standard] = [verbatimText(cells.requirement), verbatimText(cells.standard)];
  const title = verbatimText(cells.title);
  const verification = verificationOf(cells.verification);
  return {
    id,
    ...(subsection === undefined ? {} : { subsection }),
    ...(cells.label === "" ? {} : { label: cells.label }),
    title: title === "" ? titleFromText(requirement === "" ? standard : requirement) : title,
    ...(points === undefined || (section.kind === "veto" && points === zeroPoints) ? {} : { points }),
    ...(requirement === "" ? {} : { requirement }),
    ...(standard === "" ? {} : { standard }),
    lead: unitsOf(cells.lead, record?.lead ?? [], vocabulary),
    with: unitsOf(cells.with, record?.with ?? [], vocabulary),
    ...(cells.scorer === "" ? {} : { scorer: cells.scorer }),
    ...(verification === undefined || verification === "package" ? {} : { verification }),
    ...(record?.mayNotApply === undefined ? {} : { mayNotApply: record.mayNotApply }),
    evidence: [],
    inputs: [],
    rules: [],
    remarks,
    at,
  };
}

function pointsOf({ row, section, identity }: OwnClauseJob): { readonly points?: Points; readonly doubts: readonly ImportDoubt[] } {
  const { cells } = row;
  const read = readPointsCell(cells.points);
  if (section.kind === "veto" && read.kind === "blank") {
    const points = parsePoints(String(identity.record?.points ?? ""));
    return { ...(points === undefined ? {} : { points }), doubts: [] };
  }
  if (read.kind === "points" && !read.negative) return { points: read.points, doubts: [] };
  const text = cells.points;
  if (read.kind === "points") return { points: zeroPoints, doubts: [{ code: "points-negative", text }] };
  const doubt: ImportDoubt = read.kind === "unread" ? { code: "points-unread", text } : { code: "points-missing", text: cells.title };
  return { points: zeroPoints, doubts: [doubt] };
}

/** An untouched cell is what the annex says; a changed one is read name by name. */
function unitsOf(cell: string, before: readonly DraftUnit[], vocabulary: OwnClauseJob["vocabulary"]): readonly DraftUnit[] {
  if (sameText(cell, unitWords(before.map(inWords)))) return before;
  return cell
    .split(/[、，,；;\n]/u)
    .map((name) => name.trim())
    .filter((name) => name !== "")
    .map((name) => vocabulary.get(name) ?? name);
}

function inWords(unit: DraftUnit): UnitInWords {
  if (typeof unit === "string") return { kind: "name", name: unit };
  const { kind, industry } = unit;
  return { kind: "match", ...(kind === undefined ? {} : { unitKind: kind }), ...(industry === undefined ? {} : { industry }) };
}

/** The words that are printed for a unit. */
export function draftUnitWords(unit: DraftUnit): string {
  return oneUnitWords(inWords(unit));
}

function verificationOf(cell: string): Verification | undefined {
  return verifications.find((way) => sameText(cell, verificationWords[way]));
}

function keptClause(text: DraftClause, record: ClauseRecord, cell: string): { clause: DraftClause; doubts: readonly ImportDoubt[] } {
  const printed = printedMaterials(record);
  const lines = cell.split("\n").map((line) => line.trim());
  const [added, gone] = [
    lines.filter((line) => line !== "" && !printed.some((own) => sameText(own.words, line))),
    printed.filter((own) => !lines.some((line) => sameText(own.words, line))).map(({ name }) => name),
  ];
  const evidence = [...record.evidence, ...newMaterials(added, record.evidence)];
  // A cell in which the lines run on says the same.
  const untouched = sameText(cell, printed.map(({ words }) => words).join(""));
  return {
    clause: { ...text, evidence: untouched ? record.evidence : evidence, inputs: record.inputs, rules: record.rules },
    doubts: untouched || added.length + gone.length === 0 ? [] : [{ code: "annex-materials", added, gone }],
  };
}

function pointsDoubt(record: ClauseRecord, points: Points | undefined): readonly ImportDoubt[] {
  const to = points === undefined ? undefined : pointsToNumber(points);
  return record.points === undefined || to === undefined || record.points === to ? [] : [{ code: "annex-points", from: record.points, to }];
}

/** The text read anew, as a table of somebody else would be. */
function freshClause(job: OwnClauseJob, text: DraftClause): Drafted {
  const { row, section, identity, frame, readStandard } = job;
  const { cells, at } = row;
  const printed = identity.record === undefined ? [] : printedMaterials(identity.record);
  const lines = cells.materials.split("\n").filter((line) => line.trim() !== "" && !printed.some(({ words }) => sameText(words, line)));
  const known = verificationOf(cells.verification) !== undefined;
  const entry: ClauseEntry = {
    kind: "clause",
    levels: [],
    content: cells.requirement,
    rule: cells.standard,
    ...(text.points === undefined ? {} : { points: text.points }),
    evidence: "",
    method: known ? "" : cells.verification,
    owner: "",
    lead: cells.lead,
    with: cells.with,
    scorer: cells.scorer,
    remarks: row.remarks,
    at,
    doubts: [],
  };
  const tree: TreeSection = { ...section, at, clauses: [] };
  const { clause, notes } = draftClause({ clause: { entry }, section: tree, id: text.id, frame, readStandard });
  const method = known || clause.verification === undefined ? {} : { verification: clause.verification };
  const evidence = [...clause.evidence, ...newMaterials(lines, clause.evidence)];
  return { clause: { ...text, ...method, evidence, inputs: clause.inputs, rules: clause.rules }, notes };
}

/** Materials of before that the cell still lists, beside what the new text asks for. */
function withStandingMaterials(fresh: DraftClause, record: ClauseRecord, cell: string): DraftClause {
  const lines = cell.split("\n");
  const taken = new Set(fresh.evidence.flatMap((item) => [item["id"], item["name"]]));
  const standing = printedMaterials(record).filter(
    ({ words, name, item }) => lines.some((line) => sameText(words, line)) && !taken.has(name) && !taken.has(item["id"]),
  );
  return standing.length === 0 ? fresh : { ...fresh, evidence: [...fresh.evidence, ...standing.map(({ item }) => item)] };
}

interface Printed {
  readonly words: string;
  readonly name: string;
  readonly item: PlainMap;
}

function printedMaterials({ evidence }: ClauseRecord): readonly Printed[] {
  const materials = evidence.map((item) => {
    const follows = words(item["with"]);
    const per = (["month", "quarter", "half", "year", "none"] as const).find((frequency) => frequency === item["per"]) ?? "none";
    return {
      id: words(item["id"]) ?? "",
      name: words(item["name"]) ?? "",
      per,
      count: Number(item["count"] ?? 1),
      ...(follows === undefined ? {} : { with: follows }),
    };
  });
  return materialLines(materials).map((words, index) => ({ words, name: materials[index]?.name ?? "", item: evidence[index] ?? {} }));
}

function words(value: PlainValue | undefined): string | undefined {
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

/** Lines of the materials cell that nobody has read yet, as proposals. */
function newMaterials(lines: readonly string[], taken: readonly PlainMap[]): readonly PlainMap[] {
  return lines.reduce<readonly PlainMap[]>((found, line) => {
    const own = readMaterial(line);
    const [only, ...more] = proposeEvidence(own?.name ?? line, [...taken, ...found]);
    if (only === undefined) return found;
    if (own === undefined || more.length > 0) return [...found, only, ...more];
    const often = { per: own.per === "none" ? undefined : own.per, count: own.count === 1 ? undefined : own.count };
    return [...found, { ...only, ...often }];
  }, []);
}

function sameText(a: string, b: string): boolean {
  return a.replace(/\s+/gu, "") === b.replace(/\s+/gu, "");
}
