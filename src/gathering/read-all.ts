import type { ListedFile } from "../model/evidence-file.ts";
import { type Reading, unread } from "../model/reading.ts";
import { type ReadingLimits, readingLimits } from "../reading/reader.ts";
import { contentKey, extensionOf, type ReadAnswer, type ReadTask } from "./read-task.ts";
import type { ReadingCache } from "./reading-cache.ts";
import { memorySettled, openPool, type PoolAnswer } from "./reading-pool.ts";

export interface LaneSettings {
  readonly root: string;
  readonly cache: ReadingCache;
  /** A file too large to read whose hash is wanted all the same. */
  readonly hashLarge: (file: ListedFile) => boolean;
  readonly workers: number;
  readonly seconds: number;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

/** Takes the answer for one file: the key under which the cache has it, or a reading that is not kept. */
export type Take = (file: ListedFile, key: string | undefined, reading: Reading) => void;

/** Larger files are not read. */
const mostFileBytes = 128 * 2 ** 20;
/** Files up to this size are read side by side; what needs more room comes after them, one at a time. */
const sideBySideBytes = 16 * 2 ** 20;
/** The whole process may hold 600 MB; the rest is what a reader can fill between two looks and before its thread is gone. */
const mostProcessBytes = 450 * 2 ** 20;

/** Room for one of several readers, so that all together stay below what the process may hold. */
const crampedLimits: ReadingLimits = { ...readingLimits, partBytes: 16 * 2 ** 20, totalBytes: 24 * 2 ** 20 };

/** Answers that may only be due to the little room beside other readers. */
const worthAnotherTry: ReadonlySet<string | undefined> = new Set(["bomb", "too-large", "out-of-memory"]);

/**
 * Reads the files: first side by side with little room for each, then alone and with all the room those that need it. So a
 * document that inflates to hundreds of megabytes is read, and four of them at once do not take the machine's memory.
 * Who runs out of memory even then may suffer from its forerunner's leavings: it gets a last try with nobody before it.
 */
export async function readAll(files: readonly ListedFile[], settings: LaneSettings, take: Take): Promise<void> {
  const small = files.filter(({ bytes }) => bytes <= sideBySideBytes);
  const later = files.filter(({ bytes }) => bytes > sideBySideBytes);
  let done = 0;
  const finish: Take = (file, key, reading) => {
    take(file, key, reading);
    settings.onProgress(++done, files.length);
  };
  const workers = Math.min(settings.workers, small.length);
  await readLane(small, settings, { workers, heapMegabytes: 64, limits: crampedLimits }, (file, answer) => {
    const failure = typeof answer === "string" ? answer : answer.reading?.failure;
    if (worthAnotherTry.has(failure)) later.push(file);
    else keep(file, answer, settings.cache, finish);
  });
  const alone: Lane = { workers: 1, heapMegabytes: 256, limits: readingLimits };
  const starved: ListedFile[] = [];
  await readLane(later, settings, alone, (file, answer) => {
    if (answer === "out-of-memory") starved.push(file);
    else keep(file, answer, settings.cache, finish);
  });
  for (const file of starved) {
    await memorySettled(0);
    await readLane([file], settings, alone, (_, answer) => keep(file, answer, settings.cache, finish));
  }
}

interface Lane {
  readonly workers: number;
  readonly heapMegabytes: number;
  readonly limits: ReadingLimits;
}

async function readLane(
  files: readonly ListedFile[],
  settings: LaneSettings,
  { workers, heapMegabytes, limits }: Lane,
  onAnswer: (file: ListedFile, answer: PoolAnswer) => void,
): Promise<void> {
  if (files.length === 0) return;
  settings.signal.throwIfAborted();
  const pool = await openPool({ workers, heapMegabytes, seconds: settings.seconds, mostBytes: mostProcessBytes });
  const queue = files.values();
  const work = async (): Promise<void> => {
    for (const file of queue) {
      const answer = await pool.read(taskFor(file, settings, limits));
      settings.signal.throwIfAborted();
      onAnswer(file, answer);
    }
  };
  const interrupted = rejectWhenAborted(settings.signal);
  try {
    await Promise.race([Promise.all(Array.from({ length: workers }, work)), interrupted.promise]);
  } finally {
    interrupted.stop();
    await pool.close();
  }
}

/** The worker in the middle of a large file is not waited for. */
function rejectWhenAborted(signal: AbortSignal): { readonly promise: Promise<never>; readonly stop: () => void } {
  let stop = (): void => undefined;
  const promise = new Promise<never>((_, reject) => {
    const listener = (): void => reject(new Error("interrupted", { cause: signal.reason }));
    signal.addEventListener("abort", listener, { once: true });
    stop = () => signal.removeEventListener("abort", listener);
  });
  return { promise, stop };
}

function taskFor(file: ListedFile, { root, cache, hashLarge }: LaneSettings, limits: ReadingLimits): ReadTask {
  const { path, archive, bytes } = file;
  return {
    root,
    file: { path, bytes, ...(archive === undefined ? {} : { archive }) },
    known: cache.keysOfSize(bytes),
    limits,
    mostBytes: mostFileBytes,
    hashLarge: hashLarge(file),
  };
}

/** Failures that another run may not meet again: they are told, not kept. */
const passing: ReadonlySet<string | undefined> = new Set(["unreadable", "timed-out", "out-of-memory"]);

function keep(file: ListedFile, answer: PoolAnswer, cache: ReadingCache, take: Take): void {
  if (typeof answer === "string") {
    take(file, undefined, unread("unknown", answer));
    return;
  }
  const key = keyOf(file, answer);
  const reading = answer.reading ?? (key === undefined ? undefined : cache.reading(key)) ?? unread("unknown", "unreadable");
  if (key === undefined || passing.has(reading.failure)) {
    take(file, undefined, reading);
    return;
  }
  if (answer.reading !== undefined) cache.addReading({ key, bytes: file.bytes, reading, text: answer.text ?? new Uint8Array(0) });
  if (isSame(file, answer)) cache.addFile({ path: file.path, stamp: file.stamp ?? "", key });
  take(file, key, reading);
}

/** Without a hash (too large), the reading belongs to this one file as it stands. */
function keyOf(file: ListedFile, { hash, stamp }: ReadAnswer): string | undefined {
  if (hash !== undefined) return contentKey(hash, file.path);
  return stamp === undefined || file.stamp === undefined ? undefined : `${file.stamp} ${file.path}${extensionOf(file.path)}`;
}

/** What was read is what was listed, and has been at rest for a while. */
function isSame({ stamp, archive }: ListedFile, answer: ReadAnswer): boolean {
  if (stamp === undefined || answer.stamp === undefined) return false;
  return archive === undefined ? stamp === answer.stamp : stamp.startsWith(`${answer.stamp} `);
}
