import type { Diagnostic } from "../model/diagnostic.ts";
import type { EvidenceFile, IgnoredFile, Inventory, ListedFile, Listing, NameFacts } from "../model/evidence-file.ts";
import { pathPlace } from "../model/place.ts";
import type { Unit } from "../model/unit.ts";
import { hasHiddenCharacters } from "../model/visible-name.ts";
import { datesOfFile } from "./file-dates.ts";
import { findFolderUnits } from "./folder-units.ts";
import { ignoreReason } from "./ignore-rules.ts";
import { type NameRead, readName } from "./read-name.ts";

/**
 * 佐证材料清单: what each listed file says by its name and place, and what is left aside and why.
 * @param isIgnored the `ignore` patterns of yingkao.yaml, asked with the path as stored
 */
export function classify(
  listing: Listing,
  units: readonly Unit[],
  isIgnored: (path: string) => boolean,
): { readonly inventory: Inventory; readonly warnings: readonly Diagnostic[] } {
  const owners = findFolderUnits(listing, units);
  const [files, ignored]: [EvidenceFile[], IgnoredFile[]] = [[], []];
  const loose: Diagnostic[] = [];
  const read = folderReader();
  for (const listed of listing.files) {
    const reason = ignoreReason(listed.path) ?? (isIgnored(listed.path) ? "configured" : undefined);
    if (reason !== undefined) {
      ignored.push({ path: listed.path, reason });
      continue;
    }
    const owner = owners.unitOf(listed.path);
    if (!listed.path.includes("/")) {
      loose.push({ severity: "warning", place: pathPlace(listed.path), code: "file-loose-at-root", path: listed.path });
    }
    files.push(toEvidence(listed, owner, read));
  }
  const { unitFolders, foldersWithoutUnit, unitsWithoutFolder } = owners;
  return {
    inventory: { files, ignored, unitFolders, foldersWithoutUnit, unitsWithoutFolder, emptyFolders: listing.emptyFolders },
    warnings: [...owners.warnings, ...loose],
  };
}

interface Folders {
  readonly top: readonly NameFacts[];
  readonly below: readonly NameFacts[];
}
type ReadFolders = (segments: readonly string[], depth: number) => Folders;

/** Thousands of files share a folder: each folder is read once. */
function folderReader(): ReadFolders {
  const bySegment = new Map<string, NameFacts>();
  const byPath = new Map<string, Folders>();
  const factsOf = (segment: string): NameFacts => {
    const known = bySegment.get(segment);
    if (known !== undefined) return known;
    // An archive is a folder; its extension says nothing about the clause.
    const facts = withoutTitle(readName(segment.replace(/\.zip$/iu, ""), "folder"));
    bySegment.set(segment, facts);
    return facts;
  };
  return (segments, depth) => {
    const key = `${depth}:${segments.join("/")}`;
    const known = byPath.get(key);
    if (known !== undefined) return known;
    const facts = segments.map(factsOf);
    const folders = { top: facts.slice(0, depth), below: facts.slice(depth) };
    byPath.set(key, folders);
    return folders;
  };
}

function toEvidence(
  listed: ListedFile,
  owner: { readonly unit: string; readonly depth: number } | undefined,
  read: ReadFolders,
): EvidenceFile {
  const segments = listed.path.split("/");
  const { stem, extension } = splitExtension(segments.pop() ?? "");
  const folders = read(segments, owner?.depth ?? 0);
  const name = readName(stem, "file");
  const problem = problemOf(listed);
  return {
    path: listed.path,
    ...(owner === undefined ? {} : { unit: owner.unit }),
    bytes: listed.bytes,
    extension,
    ...(listed.contentHash === undefined ? {} : { contentHash: listed.contentHash }),
    ...(listed.archive === undefined ? {} : { archive: listed.archive.path }),
    folders: folders.below,
    name: withoutTitle(name),
    title: name.title,
    ...(name.docNumber === undefined ? {} : { docNumber: name.docNumber }),
    ...datesOfFile(name, [...folders.top, ...folders.below]),
    ...(problem === undefined ? {} : { problem }),
  };
}

/** The extension is letters and digits with at least one letter: in 2024.3.5 nothing is dropped. */
function splitExtension(name: string): { readonly stem: string; readonly extension: string } {
  const match = /^(.+?)\s*[.．]([A-Za-z0-9]{1,8})$/su.exec(name);
  const [, stem, extension] = match ?? [];
  if (stem === undefined || extension === undefined || !/[A-Za-z]/u.test(extension)) return { stem: name, extension: "" };
  return { stem, extension: extension.toLowerCase() };
}

function withoutTitle(read: NameRead): NameFacts {
  return {
    text: read.text,
    ...(read.label === undefined ? {} : { label: read.label }),
    words: read.words,
    dates: read.dates,
    ...(read.docNumber === undefined ? {} : { docNumber: read.docNumber }),
  };
}

function problemOf(listed: ListedFile): EvidenceFile["problem"] {
  if (listed.kind === "symlink" || listed.kind === "special") return { code: listed.kind };
  if (listed.kind === "unreadable") return { code: "unreadable", ...(listed.failure === undefined ? {} : { detail: listed.failure }) };
  if (listed.bytes === 0) return { code: "empty" };
  if (listed.archive?.unsafeName === true) return { code: "unsafe-name" };
  return hasHiddenCharacters(listed.path) ? { code: "hidden-name" } : undefined;
}
