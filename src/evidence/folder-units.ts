import { compactText, foldText, similarity } from "../model/chinese-text.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Listing } from "../model/evidence-file.ts";
import { pathPlace } from "../model/place.ts";
import type { Unit } from "../model/unit.ts";
import { readName } from "./read-name.ts";

export interface FolderUnits {
  /** The unit of a path below the evidence root, and how many of its segments are the unit's folder. */
  readonly unitOf: (path: string) => { readonly unit: string; readonly depth: number } | undefined;
  /** Unit name → its (first) folder as stored. */
  readonly unitFolders: ReadonlyMap<string, string>;
  readonly foldersWithoutUnit: readonly string[];
  readonly unitsWithoutFolder: readonly string[];
  readonly warnings: readonly Diagnostic[];
}

interface Owned {
  readonly folders: Map<string, string[]>;
  readonly warnings: Diagnostic[];
}

/** Finds the unit of each top folder: the written folder first, else the longest name or alias that the folder's name holds. */
export function findFolderUnits(listing: Listing, units: readonly Unit[]): FolderUnits {
  const owned: Owned = { folders: new Map(), warnings: [] };
  const stored = storedFolders(listing);
  const written = writtenFolders(units, stored, owned);
  const byName = nameEntries(units);
  for (const folder of listing.topFolders) {
    if (written.has(spelling(folder))) continue;
    const owners = ownersByName(folder, byName);
    const [owner, second] = owners;
    if (second !== undefined) owned.warnings.push(warn(pathPlace(folder), { code: "two-units-for-folder", folder, units: owners }));
    else if (owner !== undefined) claimByName(folder, owner, units, owned);
  }
  const folderOwner = new Map([...owned.folders].flatMap(([unit, folders]) => folders.map((folder) => [spelling(folder), unit] as const)));
  const unitFolders = new Map(
    [...owned.folders].flatMap(([unit, [first]]) => (first === undefined ? [] : [[unit, stored.nameOf(first)] as const])),
  );
  return { unitOf: unitFinder(folderOwner), unitFolders, ...summary(listing, units, owned, folderOwner) };
}

function summary(listing: Listing, units: readonly Unit[], owned: Owned, folderOwner: ReadonlyMap<string, string>) {
  const warnings = [...owned.warnings];
  const holdsOwned = (folder: string) => [...folderOwner.keys()].some((known) => known.startsWith(`${spelling(folder)}/`));
  const orphans = listing.topFolders.filter((folder) => !folderOwner.has(spelling(folder)) && !holdsOwned(folder));
  const contested = new Set(warnings.flatMap((warning) => (warning.code === "two-units-for-folder" ? [warning.folder] : [])));
  const spares = new Set(warnings.flatMap((warning) => (warning.code === "two-folders-for-unit" ? warning.folders : [])));
  for (const folder of orphans) {
    if (contested.has(folder) || spares.has(folder)) continue;
    const nearest = nearestUnit(folder, units);
    warnings.push(warn(pathPlace(folder), { code: "folder-without-unit", folder, ...(nearest === undefined ? {} : { nearest }) }));
  }
  const reported = new Set(warnings.flatMap((warning) => (warning.code === "folder-missing" ? [warning.unit] : [])));
  const without = units.filter((unit) => (owned.folders.get(unit.name) ?? []).length === 0);
  for (const unit of without) {
    if (!reported.has(unit.name)) warnings.push(warn(unit.place, { code: "unit-without-folder", unit: unit.name }));
  }
  for (const unit of units) {
    const folders = owned.folders.get(unit.name) ?? [];
    if (unit.folder === undefined && folders.length > 1)
      warnings.push(warn(unit.place, { code: "two-folders-for-unit", unit: unit.name, folders }));
  }
  return { foldersWithoutUnit: orphans, unitsWithoutFolder: without.map((unit) => unit.name), warnings };
}

function writtenFolders(units: readonly Unit[], stored: StoredFolders, owned: Owned): ReadonlySet<string> {
  const taken = new Map<string, Unit>();
  for (const unit of units) {
    if (unit.folder === undefined) continue;
    const folder = unit.folder.replace(/^\.\/|\/+$/gu, "");
    const other = taken.get(spelling(folder));
    if (other !== undefined) {
      owned.warnings.push(warn(unit.place, { code: "two-units-for-folder", folder, units: [other.name, unit.name] }));
      owned.folders.delete(other.name);
    } else if (stored.has(folder)) owned.folders.set(unit.name, [folder]);
    else owned.warnings.push(warn(unit.place, { code: "folder-missing", unit: unit.name, folder }));
    taken.set(spelling(folder), unit);
  }
  return new Set(taken.keys());
}

/** A unit with a written folder keeps only that one: a second that bears its name may be last year's. */
function claimByName(folder: string, owner: string, units: readonly Unit[], owned: Owned): void {
  const unit = units.find((candidate) => candidate.name === owner);
  const has = owned.folders.get(owner) ?? [];
  if (unit?.folder === undefined) owned.folders.set(owner, [...has, folder]);
  else if (has.length > 0) owned.warnings.push(warn(unit.place, { code: "two-folders-for-unit", unit: owner, folders: [...has, folder] }));
}

interface NameEntry {
  readonly unit: string;
  readonly text: string;
  /** 区 of 区应急管理局: where another level stands before the name (市应急局) another office is meant. */
  readonly level: string | undefined;
}

function nameEntries(units: readonly Unit[]): readonly NameEntry[] {
  const entries = new Map<string, NameEntry>();
  for (const unit of units) {
    const level = /[区县市省州旗]/u.exec(unit.name)?.[0];
    for (const written of [unit.name, ...unit.aliases]) {
      const text = compactText(written);
      if (text !== "") entries.set(`${unit.name}\n${text}`, { unit: unit.name, text, level });
      const short = text.replace(/^[区县市]/u, "");
      if (short !== text && short.length >= 3 && !entries.has(`${unit.name}\n${short}`)) {
        entries.set(`${unit.name}\n${short}`, { unit: unit.name, text: short, level });
      }
    }
  }
  return [...entries.values()];
}

/** Every unit whose name stands in the folder's name and is not itself part of a longer name found there. */
function ownersByName(folder: string, entries: readonly NameEntry[]): readonly string[] {
  const name = compactText(foldText(folder).replace(/^[\s\d.、_-]+/u, ""));
  const hits = entries.flatMap((entry) => {
    const from = name.indexOf(entry.text);
    const before = name[from - 1] ?? "";
    const foreign = entry.level !== undefined && entry.level !== before && /[市县区省州旗]/u.test(before);
    return from < 0 || foreign ? [] : [{ unit: entry.unit, from, to: from + entry.text.length }];
  });
  const longest = hits.filter(
    (hit) =>
      !hits.some(
        (other) => other.unit !== hit.unit && other.from <= hit.from && hit.to <= other.to && other.to - other.from > hit.to - hit.from,
      ),
  );
  return [...new Set(longest.map((hit) => hit.unit))];
}

/** Thousands of files share a folder: each folder is asked for once. */
function unitFinder(owners: ReadonlyMap<string, string>): FolderUnits["unitOf"] {
  const byFolder = new Map<string, ReturnType<FolderUnits["unitOf"]>>();
  return (path) => {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
    if (!byFolder.has(folder)) byFolder.set(folder, unitOfFolder(folder, owners));
    return byFolder.get(folder);
  };
}

function unitOfFolder(folder: string, owners: ReadonlyMap<string, string>): ReturnType<FolderUnits["unitOf"]> {
  const segments = folder.split("/");
  for (let depth = segments.length; depth > 0; depth--) {
    const unit = owners.get(spelling(segments.slice(0, depth).join("/")));
    if (unit !== undefined) return { unit, depth };
  }
  return undefined;
}

/** Finds folders on the disk by a name that people wrote: in NFC, where the disk may have NFD. */
interface StoredFolders {
  readonly has: (folder: string) => boolean;
  /** As it stands on the disk. */
  readonly nameOf: (folder: string) => string;
}

function storedFolders(listing: Listing): StoredFolders {
  const paths = [...listing.topFolders, ...listing.emptyFolders, ...listing.files.map((file) => file.path)];
  const byDepth = new Map<number, ReadonlyMap<string, string>>();
  const namesAt = (depth: number): ReadonlyMap<string, string> => {
    const known = byDepth.get(depth) ?? spelledAt(paths, depth);
    byDepth.set(depth, known);
    return known;
  };
  return {
    // A folder may bear a full-width slash in its name, which is spelled like a step down.
    has: (folder) =>
      spelling(folder)
        .split("/")
        .some((_, at) => namesAt(at + 1).has(spelling(folder))),
    nameOf: (folder) => namesAt(folder.split("/").length).get(spelling(folder)) ?? folder,
  };
}

/** The first `depth` segments of every path: spelling → as stored. */
function spelledAt(paths: readonly string[], depth: number): ReadonlyMap<string, string> {
  const prefixes = new Set(paths.map((path) => path.split("/", depth).join("/")));
  const names = new Map<string, string>();
  for (const prefix of prefixes) if (!names.has(spelling(prefix))) names.set(spelling(prefix), prefix);
  return names;
}

function nearestUnit(folder: string, units: readonly Unit[]): string | undefined {
  const words = readName(folder, "folder").words;
  let best: { readonly name: string; readonly score: number } | undefined;
  for (const unit of units) {
    const score = Math.max(...[unit.name, ...unit.aliases].map((name) => similarity(words, name)));
    if (score >= 0.3 && (best === undefined || score > best.score)) best = { name: unit.name, score };
  }
  return best?.name;
}

function spelling(path: string): string {
  return foldText(path).toLowerCase();
}

type UnitProblem = Extract<
  Diagnostic,
  { readonly code: "folder-missing" | "unit-without-folder" | "folder-without-unit" | "two-folders-for-unit" | "two-units-for-folder" }
>;
type WithoutFrame<Problem> = Problem extends unknown ? Omit<Problem, "severity" | "place"> : never;

function warn(place: Diagnostic["place"], problem: WithoutFrame<UnitProblem>): Diagnostic {
  return { severity: "warning", place, ...problem };
}
