import type { Entry, ZipFile } from "yauzl";
import type { ArchiveEntry, ListedFile } from "../model/evidence-file.ts";
import { decodeNames, tamePath } from "./archive-names.ts";
import type { ReadAt } from "./read-archive-entry.ts";
import { windowedReader } from "./windowed-reader.ts";

/** One file in an archive. */
export interface ArchiveMember {
  /** Below the archive, "/" between segments; each path occurs once. */
  readonly path: string;
  readonly unsafeName: boolean;
  readonly entry: ArchiveEntry;
}

export type ArchiveListing =
  | { readonly kind: "archive"; readonly members: readonly ArchiveMember[] }
  /** A document that is a zip inside (docx, xlsx, pptx, ofd): one file. */
  | { readonly kind: "document" }
  | { readonly kind: "failed"; readonly failure: NonNullable<ListedFile["archiveFailure"]> };

/** More entries than any folder of evidence has. */
export const mostEntries = 20_000;
/** Files that claim to inflate further than this, taken together, are looked at twice. */
const suspectBytes = 256 * 2 ** 20;
/** Deflate reaches 1,032 : 1 on nothing but blanks; folders of documents lie below 20. */
const mostRatio = 200;

/** Names that only documents have at their root. */
const documentParts = new Set(["[Content_Types].xml", "OFD.xml", "mimetype"]);

/** What lies in a zip of this many bytes. Bad bytes give a failure, never an exception. */
export async function listArchive(readAt: ReadAt, bytes: number): Promise<ArchiveListing> {
  const { fromRandomAccessReaderPromise } = await import("yauzl");
  const options = { autoClose: false, decodeStrings: false, validateEntrySizes: false };
  try {
    const zip = await fromRandomAccessReaderPromise(await windowedReader(readAt), bytes, options);
    return judge(await readEntries(zip), bytes);
  } catch {
    return { kind: "failed", failure: "damaged" };
  }
}

/** One more than allowed at most: that is how the caller sees that there are too many. */
async function readEntries(zip: ZipFile): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) {
    entries.push(entry);
    if (entries.length > mostEntries) break;
  }
  return entries;
}

function judge(entries: readonly Entry[], bytes: number): ArchiveListing {
  if (entries.length > mostEntries) return { kind: "failed", failure: "too-large" };
  const names = decodeNames(entries.map(storedName));
  if (names.some((name) => documentParts.has(name))) return { kind: "document" };
  if (isBomb(entries, bytes)) return { kind: "failed", failure: "bomb" };
  const files = entries.flatMap((entry, index) => {
    const name = names[index] ?? "";
    return /[/\\]$/u.test(name) ? [] : [{ name, entry }];
  });
  if (files.length === 0) return { kind: "failed", failure: "no-content" };
  return { kind: "archive", members: membersOf(files) };
}

function storedName(entry: Entry) {
  const unicode = entry.extraFields.find(({ id }) => id === 0x7075)?.data;
  const utf8 = (entry.generalPurposeBitFlag & 0x800) !== 0;
  return { raw: entry.fileNameRaw, utf8, ...(unicode === undefined ? {} : { unicode }) };
}

/** Inflates beyond reason, or its entries lie over one another: more bytes come out of it than are in it. */
function isBomb(entries: readonly Entry[], bytes: number): boolean {
  const sum = (of: (entry: Entry) => number): number => entries.reduce((total, entry) => total + of(entry), 0);
  const [packed, inflated] = [sum((entry) => entry.compressedSize), sum((entry) => entry.uncompressedSize)];
  return packed > bytes || (inflated > suspectBytes && inflated > mostRatio * bytes);
}

function membersOf(files: readonly { readonly name: string; readonly entry: Entry }[]): readonly ArchiveMember[] {
  const taken = new Set<string>();
  return files.map(({ name, entry }, index) => {
    const { path, unsafe } = tamePath(name);
    const free = freePath(path === "" ? `__${String(index + 1)}` : path, taken);
    taken.add(free);
    return { path: free, unsafeName: unsafe || path === "", entry: entryOf(entry) };
  });
}

/** A zip may hold two entries of one name; both are evidence. */
function freePath(path: string, taken: ReadonlySet<string>): string {
  if (!taken.has(path)) return path;
  const [, stem = path, extension = ""] = /^(.*?)(\.[^./]*)?$/su.exec(path) ?? [];
  for (let number = 2; ; number++) {
    const other = `${stem}（重名${String(number)}）${extension}`;
    if (!taken.has(other)) return other;
  }
}

function entryOf(entry: Entry): ArchiveEntry {
  return {
    offset: entry.relativeOffsetOfLocalHeader,
    packedBytes: entry.compressedSize,
    bytes: entry.uncompressedSize,
    method: entry.compressionMethod,
    crc: entry.crc32,
    encrypted: entry.isEncrypted(),
  };
}
