import { type SectionKind, type Verification, verifications } from "../../../model/criteria.ts";
import { oneUnitWords, type UnitInWords, unitWords, verificationWords } from "../../../model/criteria-paper.ts";
import type { ImportDoubt, ImportNote } from "../../../model/import-note.ts";
import { type Points, parsePoints, pointsToNumber, zeroPoints } from "../../../model/points.ts";
import { verbatimText } from "../clean-text.ts";
import type { DraftClause, DraftUnit, StandardReader } from "../draft.ts";
import { draftClause, titleFromText } from "../draft-clause.ts";
import type { ClauseEntry } from "../entries.ts";
import type { Frame } from "../read-frame.ts";
import { readPointsCell } from "../read-points.ts";
import type { TreeSection } from "../tree.ts";
import { carryReading } from "./carry-reading.ts";
import { type ClauseIdentity, markOf } from "./own-ids.ts";
import { keptMaterials, newMaterials, sameText, unknownLines, withStandingMaterials } from "./own-materials.ts";
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
  const { id, record, origin, repeated } = identity;
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
  }
  const fresh = freshClause(job, text);
  const { reading, kept } = carryReading(fresh.clause, origin);
  const carried = { ...fresh.clause, ...reading, evidence: withStandingMaterials(reading.evidence, origin, row.cells.materials) };
  const isUsable = job.isReadable(carried, job.section.kind);
  const outdated = record !== undefined && record.mark !== markOf(row);
  const more: readonly ImportDoubt[] = outdated ? [{ code: "annex-outdated", rules: record.rules.length, kept: isUsable ? kept : 0 }] : [];
  const { clause, notes } = noted(isUsable ? carried : fresh.clause, more);
  return { clause, notes: [...notes, ...fresh.notes] };
}

/** Everything that stands in the cells; no reading yet. */
function textOf({ row, subsection, identity, section, vocabulary }: OwnClauseJob, points: Points | undefined): DraftClause {
  const { cells, remarks, at } = row;
  const { id, origin } = identity;
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
    lead: unitsOf(cells.lead, origin?.lead ?? [], vocabulary),
    with: unitsOf(cells.with, origin?.with ?? [], vocabulary),
    ...(cells.scorer === "" ? {} : { scorer: cells.scorer }),
    ...(verification === undefined || verification === "package" ? {} : { verification }),
    ...(origin?.mayNotApply === undefined ? {} : { mayNotApply: origin.mayNotApply }),
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
  const { evidence, added, gone } = keptMaterials(record, cell);
  return {
    clause: { ...text, evidence, inputs: record.inputs, rules: record.rules },
    doubts: added.length + gone.length === 0 ? [] : [{ code: "annex-materials", added, gone }],
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
  const evidence = [...clause.evidence, ...newMaterials(unknownLines(identity.origin, cells.materials), clause.evidence)];
  return { clause: { ...text, ...method, evidence, inputs: clause.inputs, rules: clause.rules }, notes };
}
