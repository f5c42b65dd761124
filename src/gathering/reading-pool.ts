import { existsSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { memoryInUse } from "../io/memory-in-use.ts";
import { readOne } from "./read-one.ts";
import type { ReadAnswer, ReadTask } from "./read-task.ts";

export interface PoolSettings {
  readonly workers: number;
  /** Heap of one worker in MB; what lies outside of it (buffers, wasm) is watched by `mostBytes`. */
  readonly heapMegabytes: number;
  /** For one file. */
  readonly seconds: number;
  /** The process may hold this many bytes; beyond, whatever is being read is given up. */
  readonly mostBytes: number;
}

export type PoolAnswer = ReadAnswer | "timed-out" | "out-of-memory";

export interface ReadingPool {
  /** One file, by whichever worker is free. Ends with the pool at the latest, then rejected. */
  readonly read: (task: ReadTask) => Promise<PoolAnswer>;
  readonly close: () => Promise<void>;
}

const watchMs = 20;
/** How long a reader waits at the most for its forerunner's memory to be given back, and how long for a sign that it still is. */
const patienceMs = 10_000;
const stillMs = 500;
/** A fall by less is none. */
const fallBytes = 2 ** 20;

/** The compiled reader: beside this file when it is compiled itself, else (tests run from src) the last build; undefined: there is none. */
export function compiledReader(): string | undefined {
  return ["./read-one.js", "../../dist/gathering/read-one.js"]
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((path) => existsSync(path));
}

/** Workers that can be killed. Without compiled code, files are read in this thread, without limits of time and memory. */
export async function openPool(settings: PoolSettings): Promise<ReadingPool> {
  const filename = compiledReader();
  return filename === undefined ? { read: readOne, close: () => Promise.resolve() } : threads(filename, settings);
}

async function threads(filename: string, { workers, heapMegabytes, seconds, mostBytes }: PoolSettings): Promise<ReadingPool> {
  const { Tinypool } = await import("tinypool");
  const pool = new Tinypool({
    filename,
    name: "readOne",
    minThreads: workers,
    maxThreads: workers,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: 16 },
  });
  const running = new Set<Running>();
  let emptyHanded = memoryInUse();
  const failedStart = new Promise<never>((_, reject) => pool.on("error", reject));
  failedStart.catch(() => undefined);
  const watch = setInterval(() => stopGreedy(running, mostBytes), watchMs);
  watch.unref();
  return {
    read: async (task) => {
      if (workers === 1 && memoryInUse() - emptyHanded > mostBytes / 8) {
        await pool.recycleWorkers();
        // What is not given back by now is not the reader's: it is what has been read so far.
        emptyHanded = await memorySettled(emptyHanded + mostBytes / 8);
      }
      const run: Running = { controller: new AbortController(), startedWith: memoryInUse(), ended: undefined };
      const timer = setTimeout(() => end(run, "timed-out"), seconds * 1000);
      running.add(run);
      try {
        return await Promise.race([pool.run(task, { signal: run.controller.signal }) as Promise<ReadAnswer>, failedStart]);
      } catch (error) {
        if (run.ended !== undefined) return run.ended;
        if (isOutOfMemory(error)) return "out-of-memory";
        throw error;
      } finally {
        clearTimeout(timer);
        running.delete(run);
      }
    },
    close: async () => {
      clearInterval(watch);
      await pool.destroy();
    },
  };
}

/**
 * Waits until the memory of ended readers is given back: until it is below `bytes`, or falls no more. A reader that began before would be
 * blamed for what it did not take. Returns what is in use then.
 */
export async function memorySettled(bytes: number): Promise<number> {
  let [lowest, still] = [memoryInUse(), 0];
  for (let waited = 0; waited < patienceMs && still < stillMs && lowest > bytes; waited += watchMs) {
    await sleep(watchMs);
    const now = memoryInUse();
    still = now < lowest - fallBytes ? 0 : still + watchMs;
    lowest = Math.min(lowest, now);
  }
  return memoryInUse();
}

interface Running {
  readonly controller: AbortController;
  /** Memory of the process as the task began. */
  readonly startedWith: number;
  ended: "timed-out" | "out-of-memory" | undefined;
}

/** Ends the worker thread, whatever it is doing; the pool starts another. */
function end(run: Running, why: "timed-out" | "out-of-memory"): void {
  run.ended ??= why;
  run.controller.abort();
}

/** Memory is given back late after a worker's end, so that only tasks during which it grew are blamed. */
function stopGreedy(running: ReadonlySet<Running>, mostBytes: number): void {
  const now = memoryInUse();
  if (now <= mostBytes) return;
  for (const run of running) if (now - run.startedWith > mostBytes / 16) end(run, "out-of-memory");
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}
