import { createHash, type Hash } from "node:crypto";
import { readSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { ListedFile } from "../model/evidence-file.ts";
import { withRegularFile } from "./open-regular.ts";
import { systemCode } from "./system-code.ts";

/** Bytes read first: most different files of one size already differ here. */
const headBytes = 4096;
/** Read at a time; one buffer serves all files. */
const chunkBytes = 1024 * 1024;
/** After this many bytes the event loop gets its turn, so that Ctrl-C is heard. */
const turnBytes = 64 * 1024 * 1024;

/**
 * Adds `contentHash` (SHA-256, hex) to files that share size and head with another, so that copies can be found.
 * A file whose size or first bytes are its own cannot be a copy and is not read further.
 * Synchronous reads on purpose: for thousands of small files the promises cost three times what the reading does.
 */
export async function hashWhereNeeded(root: string, files: readonly ListedFile[]): Promise<readonly ListedFile[]> {
  const reader = makeReader(root);
  // Entries of archives have no bytes of their own on disk.
  const sized = files.filter((file) => file.kind === "file" && file.bytes > 0 && file.archive === undefined);
  const sameSize = shared(sized, (file) => String(file.bytes));
  const heads = await readEach(sameSize, (file) => reader.head(file), headBytes);
  const sameHead = shared(
    sameSize.filter((file) => heads.hashes.has(file)),
    (file) => `${String(file.bytes)} ${heads.hashes.get(file) ?? ""}`,
  );
  const whole = await readEach(
    sameHead,
    (file) => (file.bytes <= headBytes ? (heads.hashes.get(file) ?? "") : reader.whole(file)),
    Infinity,
  );
  return files.map((file) => {
    const failure = heads.failures.get(file) ?? whole.failures.get(file);
    if (failure !== undefined) return { ...file, kind: "unreadable", failure };
    const contentHash = whole.hashes.get(file);
    return contentHash === undefined ? file : { ...file, contentHash };
  });
}

/** Hashes whole files one by one; those that cannot be read are left as they are. */
export async function hashEach(root: string, files: readonly ListedFile[]): Promise<ReadonlyMap<ListedFile, string>> {
  const reader = makeReader(root);
  return (await readEach(files, (file) => reader.whole(file), Infinity)).hashes;
}

/** The files that share their key with another one. */
function shared(files: readonly ListedFile[], key: (file: ListedFile) => string): readonly ListedFile[] {
  const counts = new Map<string, number>();
  for (const file of files) counts.set(key(file), (counts.get(key(file)) ?? 0) + 1);
  return files.filter((file) => (counts.get(key(file)) ?? 0) > 1);
}

interface Hashes {
  readonly hashes: ReadonlyMap<ListedFile, string>;
  readonly failures: ReadonlyMap<ListedFile, string>;
}

async function readEach(files: readonly ListedFile[], read: (file: ListedFile) => string, mostBytes: number): Promise<Hashes> {
  const [hashes, failures] = [new Map<ListedFile, string>(), new Map<ListedFile, string>()];
  let sinceTurn = 0;
  for (const file of files) {
    try {
      hashes.set(file, read(file));
    } catch (error) {
      failures.set(file, systemCode(error));
    }
    sinceTurn += Math.min(file.bytes, mostBytes);
    if (sinceTurn > turnBytes) {
      await setImmediate();
      sinceTurn = 0;
    }
  }
  return { hashes, failures };
}

interface Reader {
  readonly head: (file: ListedFile) => string;
  readonly whole: (file: ListedFile) => string;
}

function makeReader(root: string): Reader {
  const buffer = Buffer.allocUnsafe(chunkBytes);
  const hashed = (file: ListedFile, most: number): string => {
    return withRegularFile(join(root, file.path), ({ descriptor }) => feed(createHash("sha256"), descriptor, buffer, most).digest("hex"));
  };
  return { head: (file) => hashed(file, headBytes), whole: (file) => hashed(file, file.bytes) };
}

/** Reads at most `most` bytes, chunk by chunk: a 10 GB file needs no more memory than a small one. */
function feed(hash: Hash, descriptor: number, buffer: Buffer, most: number): Hash {
  let left = most;
  while (left > 0) {
    const read = readSync(descriptor, buffer, 0, Math.min(buffer.length, left), null);
    if (read === 0) break;
    hash.update(buffer.subarray(0, read));
    left -= read;
  }
  return hash;
}
