import { createHash } from "node:crypto";
import { type Reading, unread } from "../model/reading.ts";
import { type DocumentRead, readDocument } from "../reading/read-document.ts";
import { sniff } from "../reading/sniff.ts";
import { type Fetched, fetchBytes } from "./fetch-bytes.ts";
import { packText } from "./pack-text.ts";
import { contentKey, extensionOf, type ReadAnswer, type ReadTask } from "./read-task.ts";

/** Reads one file: bytes, hash, then what the document says. Runs in a worker (the pool loads this file by its path); answers whatever happens, bar the end of its memory. */
export async function readOne(task: ReadTask): Promise<ReadAnswer> {
  const fetched = fetchBytes(task);
  const stamp = fetched.stamp === undefined ? {} : { stamp: fetched.stamp };
  if (!fetched.ok) return { ...stamp, ...(fetched.hash === undefined ? {} : { hash: fetched.hash }), reading: notFetched(fetched, task) };
  const hash = createHash("sha256").update(fetched.bytes).digest("hex");
  if (task.known.includes(contentKey(hash, task.file.path))) return { ...stamp, hash };
  const { reading, text } = await readSafely(fetched.bytes, task);
  return { ...stamp, hash, reading, ...(text === "" ? {} : { text: packText(text) }) };
}

/** Readers do not throw for what bytes hold. Should one do so all the same, that is one file that was not read, not the end of the run. */
async function readSafely(bytes: Buffer, { file, limits }: ReadTask): Promise<DocumentRead> {
  try {
    // Copies of other names share the reading, so it may depend on nothing in the name but the extension.
    return await readDocument(bytes, `document${extensionOf(file.path)}`, limits);
  } catch (error) {
    const format = formatOf(bytes, file.path);
    if (isMemoryShort(error)) return { reading: unread(format, "out-of-memory"), text: "" };
    const name = error instanceof Error ? error.name : "Error";
    return { reading: unread(format, "unreadable", `程序读它时出错：${name}`), text: "" };
  }
}

function notFetched({ failure, detail, head }: Exclude<Fetched, { ok: true }>, { file }: ReadTask): Reading {
  return unread(head === undefined ? "unknown" : formatOf(head, file.path), failure, detail);
}

function formatOf(bytes: Uint8Array, path: string): Reading["format"] {
  try {
    return sniff(bytes, path).format;
  } catch {
    return "unknown";
  }
}

function isMemoryShort(error: unknown): boolean {
  return (
    error instanceof RangeError &&
    /allocation failed|out of memory|could not allocate|Invalid (?:array|string) length/iu.test(error.message)
  );
}
