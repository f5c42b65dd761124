import { createHash, webcrypto } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ListedFile } from "../model/evidence-file.ts";
import { systemCode } from "./list-tree.ts";

/** Bytes read first: most different files of one size already differ here. */
const headBytes = 4096;
/** Up to this size a file is hashed in one piece on the thread pool; a larger one is streamed. */
const wholeBytes = 32 * 1024 * 1024;
const parallel = 8;

/**
 * Adds `contentHash` (SHA-256, hex) to files that share size and head with another, so that copies can be found.
 * A file whose size or first bytes are its own cannot be a copy and is not read further.
 */
export async function hashWhereNeeded(root: string, files: readonly ListedFile[]): Promise<readonly ListedFile[]> {
  const results = new Map<string, ListedFile>();
  const sameSize = shared(
    files.filter((file) => file.kind === "file" && file.bytes > 0),
    (file) => String(file.bytes),
  );
  const heads = new Map<string, string>();
  await inParallel(sameSize, async (file) => {
    await attempt(file, results, async () => heads.set(file.path, await headOf(join(root, file.path))));
  });
  const sameHead = shared(
    sameSize.filter((file) => heads.has(file.path)),
    (file) => `${file.bytes} ${heads.get(file.path) ?? ""}`,
  );
  await inParallel(sameHead, async (file) => {
    await attempt(file, results, async () => {
      const whole = file.bytes <= headBytes ? (heads.get(file.path) ?? "") : await contentHash(join(root, file.path), file.bytes);
      results.set(file.path, { ...file, contentHash: whole });
    });
  });
  return files.map((file) => results.get(file.path) ?? file);
}

/** The files that share their key with another one. */
function shared(files: readonly ListedFile[], key: (file: ListedFile) => string): readonly ListedFile[] {
  const counts = new Map<string, number>();
  for (const file of files) counts.set(key(file), (counts.get(key(file)) ?? 0) + 1);
  return files.filter((file) => (counts.get(key(file)) ?? 0) > 1);
}

async function attempt(file: ListedFile, results: Map<string, ListedFile>, read: () => Promise<unknown>): Promise<void> {
  try {
    await read();
  } catch (error) {
    results.set(file.path, { ...file, kind: "unreadable", failure: systemCode(error) });
  }
}

async function headOf(path: string): Promise<string> {
  const handle = await open(path, "r");
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return createHash("sha256").update(buffer.subarray(0, bytesRead)).digest("hex");
  } finally {
    await handle.close();
  }
}

/** subtle.digest works on the thread pool, so that several files are hashed on several cores without workers of our own. */
async function contentHash(path: string, bytes: number): Promise<string> {
  if (bytes <= wholeBytes) return Buffer.from(await webcrypto.subtle.digest("SHA-256", await readFile(path))).toString("hex");
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

async function inParallel<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item);
  };
  await Promise.all(Array.from({ length: parallel }, worker));
}
