import type { Criteria } from "../model/criteria.ts";
import { kindsClash } from "../model/document-kind.ts";
import type { EvidenceFile, IgnoredFile, Inventory } from "../model/evidence-file.ts";
import type { FileMapping, Link, LinkReason, Mapping, Pin } from "../model/mapping.ts";
import { namesOnly, type Readings } from "../model/reading.ts";
import type { Assignments } from "../model/workspace.ts";
import { type Around, readAround, readTold, type Told } from "./choose-requirement.ts";
import type { ClauseEntry } from "./clause-entry.ts";
import { buildClauseIndex, type ClauseIndex } from "./clause-index.ts";
import { type Candidate, combine, type Verdict } from "./combine.ts";
import { type ChooseRequirement, requirementChooser } from "./content-choice.ts";
import { titledClauses } from "./content-signals.ts";
import { readFolders } from "./folder-signals.ts";
import { fileNameReader, type ReadFileName } from "./name-signals.ts";
import { type FilePins, pinsByFile } from "./pins.ts";
import { type FileContent, fileReader } from "./read-file.ts";
import { addSignal, type Signals } from "./signal.ts";

/**
 * 对应: for every file the clause and requirement that it proves, with confidence and reasons, or the candidates, or nothing.
 * @param readings what the documents say; without them names and folders are all there is
 */
export function matchFiles(
  criteria: Criteria,
  assignments: Assignments,
  inventory: Inventory,
  pins: readonly Pin[],
  readings: Readings = namesOnly,
): Mapping {
  const index = buildClauseIndex(criteria, assignments);
  const pinned = pinsByFile(pins);
  const folders = folderReader(index);
  const readName = fileNameReader(index);
  const readFile = fileReader(index, readings);
  const files: FileMapping[] = [];
  const ignored: IgnoredFile[] = [...inventory.ignored];
  for (const file of inventory.files) {
    const pin = pinned.get(file.path);
    if (pin?.ignore === true) ignored.push({ path: file.path, reason: "pinned" });
    else files.push(mapFile(file, pin, index, { folder: folders(file), readName, read: readFile(file) }));
  }
  return { files, ignored: ignored.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)) };
}

interface Known {
  readonly folder: Folder;
  readonly readName: ReadFileName;
  readonly read: FileContent | undefined;
}

function mapFile(file: EvidenceFile, pin: FilePins | undefined, index: ClauseIndex, { folder, readName, read }: Known): FileMapping {
  const pinnedDate = pin?.date === undefined ? {} : { pinnedDate: pin.date };
  const told = readTold(file, folder.around);
  const choose = requirementChooser(file, told, read?.content);
  const links = pin === undefined ? [] : pinnedLinks(pin, index, told, choose);
  if (links.length > 0) return { file, status: "matched", links, ...pinnedDate };
  const verdict = judge(file, folder.signals, readName(file, folder.signals), read, index);
  return {
    file,
    status: verdict.status,
    links: verdict.candidates.map((candidate) => toLink(candidate, index, choose)),
    ...pinnedDate,
  };
}

/** The title is heard for every file that was read; the text only where folder, name and title settle nothing. */
function judge(file: EvidenceFile, folder: Signals, name: Signals, read: FileContent | undefined, index: ClauseIndex): Verdict {
  if (read === undefined) return combine(file, { folder, name, content: new Map(), against: () => [] }, index);
  const clauses = new Set([...folder.keys(), ...name.keys()]);
  const content = read.title(clauses);
  const heard = { folder, name, content, against: read.against, ...titledClauses(content, read.content.recognised) };
  const verdict = combine(file, heard, index);
  if (verdict.status === "matched") return verdict;
  const all: Signals = new Map(content);
  for (const [clause, signal] of read.text(new Set([...clauses, ...content.keys()]))) addSignal(all, clause, signal);
  return combine(file, { ...heard, content: all }, index);
}

/** The requirement is chosen inside the clause; what a matcher recognised stands only when nothing speaks against it. */
function toLink(candidate: Candidate, index: ClauseIndex, choose: ChooseRequirement): Link {
  const entry = index.byId.get(candidate.clause);
  const choice = entry === undefined ? { reasons: [] } : choose(entry);
  return link(candidate.clause, candidate.confidence, [...candidate.reasons, ...choice.reasons], choice.evidence);
}

function pinnedLinks(pin: FilePins, index: ClauseIndex, told: Told, choose: ChooseRequirement): readonly Link[] {
  return pin.targets.flatMap(({ clause, evidence, reason }) => {
    const entry = index.byId.get(clause);
    if (entry === undefined) return [];
    if (evidence !== undefined) return [link(clause, 100, [reason], evidence)];
    const choice = choose(entry);
    return [link(clause, 100, [reason, ...choice.reasons], choice.evidence ?? onlyRequirement(entry, told))];
  });
}

/** A person says that the file proves the clause, and the clause asks for one thing: then it proves that, unless it is plainly another. */
function onlyRequirement(entry: ClauseEntry, told: Told): string | undefined {
  const [only, another] = entry.requirements;
  if (only === undefined || another !== undefined) return undefined;
  return only.kind !== undefined && kindsClash(told.kinds, only.kind) ? undefined : only.requirement.id;
}

function link(clause: string, confidence: number, reasons: readonly LinkReason[], evidence: string | undefined): Link {
  const once = reasons.filter((reason, at) => reasons.findIndex((other) => isSame(other, reason)) === at);
  return { clause, ...(evidence === undefined ? {} : { evidence }), confidence, reasons: once };
}

function isSame(a: LinkReason, b: LinkReason): boolean {
  return a === b || (a.code === b.code && JSON.stringify(a) === JSON.stringify(b));
}

interface Folder {
  readonly signals: Signals;
  readonly around: Around;
}

/** Files of one folder share what the folder says. */
function folderReader(index: ClauseIndex): (file: EvidenceFile) => Folder {
  const byFolder = new Map<string, Folder>();
  return (file) => {
    const key = file.folders.map((folder) => folder.text).join("/");
    const known = byFolder.get(key);
    if (known !== undefined) return known;
    const { signals, inner } = readFolders(file.folders, index);
    const folder = { signals, around: readAround(file.folders, inner) };
    byFolder.set(key, folder);
    return folder;
  };
}
