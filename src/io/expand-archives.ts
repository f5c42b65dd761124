import { join } from "node:path";
import type { ArchiveEntry, ListedFile } from "../model/evidence-file.ts";
import { type ArchiveMember, listArchive } from "./list-archive.ts";
import { type OpenFile, withRegularFileOpen } from "./open-regular.ts";
import { type ReadAt, readArchiveEntry } from "./read-archive-entry.ts";
import { readBytes } from "./read-bytes.ts";

/** An archive in an archive is opened up, one in that is not. */
const deepest = 2;
/** Inner archives are held in memory while they are listed and read. */
export const innerArchiveBytes = 32 * 2 ** 20;
/** Files of all archives together; archives beyond that stay closed. */
const mostInAll = 100_000;
/** Files without an extension whose first bytes are looked at; those with another extension are left to the readers. */
const mostWithoutExtension = 200;

/** Zip archives as the folders they are: each entry is listed like a file, the archive itself no longer. Other files stay as they are. */
export async function expandArchives(root: string, files: readonly ListedFile[]): Promise<readonly ListedFile[]> {
  const budget = { withoutExtension: mostWithoutExtension, members: mostInAll };
  const expanded: ListedFile[] = [];
  for (const file of files) {
    if (file.kind === "file" && mayBeArchive(file, budget)) expanded.push(...(await expandFile(root, file, budget)));
    else expanded.push(file);
  }
  return expanded;
}

interface Budget {
  withoutExtension: number;
  members: number;
}

function mayBeArchive({ path, bytes }: ListedFile, budget: Budget): boolean {
  if (bytes === 0) return false;
  if (/\.zip$/iu.test(path)) return true;
  return !/\.[^./]*$/u.test(path) && budget.withoutExtension-- > 0;
}

async function expandFile(root: string, file: ListedFile, budget: Budget): Promise<readonly ListedFile[]> {
  try {
    return await withRegularFileOpen(join(root, file.path), async ({ descriptor, stats }) =>
      isZip(readBytes(descriptor, 0, 4))
        ? openUp(file, [], { readAt: fileReader({ descriptor, stats }), bytes: stats.size }, budget)
        : [file],
    );
  } catch {
    // Vanished, no permission: whoever reads it says so.
    return [file];
  }
}

async function openUp(file: ListedFile, above: readonly ArchiveEntry[], source: Source, budget: Budget): Promise<readonly ListedFile[]> {
  const listing = await listArchive(source.readAt, source.bytes);
  if (listing.kind === "document") return [file];
  if (listing.kind === "failed") return [{ ...file, archiveFailure: listing.failure }];
  if (listing.members.length > budget.members) return [{ ...file, archiveFailure: "too-large" }];
  budget.members -= listing.members.length;
  const expanded: ListedFile[] = [];
  for (const member of listing.members) {
    const inside = listedMember(file, above, member);
    expanded.push(...(await openInner(inside, source, budget)));
  }
  return expanded;
}

async function openInner(file: ListedFile, { readAt }: Source, budget: Budget): Promise<readonly ListedFile[]> {
  const [entries, entry] = [file.archive?.entries ?? [], file.archive?.entries.at(-1)];
  if (entry === undefined || !/\.zip$/iu.test(file.path)) return [file];
  if (entries.length >= deepest) return [{ ...file, archiveFailure: "too-large" }];
  const read = readArchiveEntry(readAt, entry, innerArchiveBytes);
  if (!read.ok) return [{ ...file, ...(read.failure === "unsupported" ? {} : { archiveFailure: read.failure }) }];
  return isZip(read.bytes) ? openUp(file, entries, { readAt: sliceOf(read.bytes), bytes: read.bytes.length }, budget) : [file];
}

/** An archive: a file, or an entry inflated in memory. */
interface Source {
  readonly readAt: ReadAt;
  readonly bytes: number;
}

export function sliceOf(bytes: Buffer): ReadAt {
  return (position, length) => bytes.subarray(position, position + length);
}

/** Never asks for more than there is, whatever an archive claims. */
export function fileReader({ descriptor, stats }: OpenFile): ReadAt {
  return (position, length) => readBytes(descriptor, position, Math.max(0, Math.min(length, stats.size - position)));
}

function listedMember(archive: ListedFile, above: readonly ArchiveEntry[], { path, unsafeName, entry }: ArchiveMember): ListedFile {
  const unsafe = unsafeName || archive.archive?.unsafeName === true;
  return {
    path: `${archive.path}/${path}`,
    bytes: entry.bytes,
    kind: "file",
    ...(archive.stamp === undefined ? {} : { stamp: `${archive.stamp} ${String(entry.offset)} ${String(entry.crc)}` }),
    archive: { path: archive.archive?.path ?? archive.path, entries: [...above, entry], ...(unsafe ? { unsafeName: true } : {}) },
  };
}

function isZip(bytes: Buffer): boolean {
  return bytes.length >= 4 && (bytes.readUInt32LE(0) === 0x04034b50 || bytes.readUInt32LE(0) === 0x06054b50);
}
