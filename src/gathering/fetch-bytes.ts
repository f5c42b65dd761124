import { createHash } from "node:crypto";
import { fstatSync, readSync } from "node:fs";
import { join } from "node:path";
import { fileReader, innerArchiveBytes, sliceOf } from "../io/expand-archives.ts";
import { fileStamp, isSettled } from "../io/file-stamp.ts";
import { type OpenFile, withRegularFile } from "../io/open-regular.ts";
import { type EntryRead, readArchiveEntry } from "../io/read-archive-entry.ts";
import { readBytes } from "../io/read-bytes.ts";
import { systemCode } from "../io/system-code.ts";
import type { ArchiveEntry } from "../model/evidence-file.ts";
import type { ReadingFailure } from "../model/reading.ts";
import type { ReadTask } from "./read-task.ts";

export type Fetched =
  | { readonly ok: true; readonly bytes: Buffer; readonly stamp?: string }
  | {
      readonly ok: false;
      readonly failure: ReadingFailure;
      readonly detail?: string;
      /** Of a file that is too large: enough to tell its format. */
      readonly head?: Buffer;
      readonly hash?: string;
      readonly stamp?: string;
    };

const headBytes = 64 * 2 ** 10;

/** The bytes of a file or of an entry of an archive: opened once, checked to be a file, and not to have changed while it was read. */
export function fetchBytes(task: ReadTask): Fetched {
  try {
    return withRegularFile(join(task.root, task.file.archive?.path ?? task.file.path), (file) => {
      const fetched = task.file.archive === undefined ? wholeFile(file, task) : entryOf(file, task.file.archive.entries, task);
      const after = fstatSync(file.descriptor);
      if (after.size !== file.stats.size || after.mtimeMs !== file.stats.mtimeMs)
        return { ok: false, failure: "unreadable", detail: "读的时候文件还在改动" };
      return isSettled(file.stats) ? { ...fetched, stamp: fileStamp(file.stats) } : fetched;
    });
  } catch (error) {
    return { ok: false, failure: "unreadable", detail: systemCode(error) };
  }
}

function wholeFile(file: OpenFile, { mostBytes, hashLarge }: ReadTask): Fetched {
  const { size } = file.stats;
  if (size <= mostBytes) return { ok: true, bytes: readBytes(file.descriptor, 0, size) };
  const head = readBytes(file.descriptor, 0, headBytes);
  return { ok: false, failure: "too-large", head, ...(hashLarge ? { hash: hashFile(file) } : {}) };
}

/** Piece by piece: the file may be larger than the memory. */
function hashFile({ descriptor }: OpenFile): string {
  const [hash, piece] = [createHash("sha256"), Buffer.allocUnsafeSlow(2 ** 20)];
  for (let position = 0; ; ) {
    const read = readSync(descriptor, piece, 0, piece.length, position);
    if (read === 0) return hash.digest("hex");
    hash.update(piece.subarray(0, read));
    position += read;
  }
}

function entryOf(file: OpenFile, entries: readonly ArchiveEntry[], { mostBytes }: ReadTask): Fetched {
  const [outer, inner] = entries;
  if (outer === undefined) return { ok: false, failure: "damaged" };
  if (inner === undefined) return readArchiveEntry(fileReader(file), outer, mostBytes);
  const archive = innerArchive(file, outer);
  return archive.ok ? readArchiveEntry(sliceOf(archive.bytes), inner, mostBytes) : archive;
}

/** The last archive in an archive, inflated: its entries come one after the other. */
let last: { readonly key: string; readonly read: EntryRead } | undefined;

function innerArchive(file: OpenFile, entry: ArchiveEntry): EntryRead {
  const key = `${fileStamp(file.stats)} ${String(entry.offset)}`;
  if (last?.key !== key) last = { key, read: readArchiveEntry(fileReader(file), entry, innerArchiveBytes) };
  return last.read;
}
