import { availableParallelism } from "node:os";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { hashEach } from "../io/hash-duplicates.ts";
import type { ListedFile, Listing } from "../model/evidence-file.ts";
import { type Reading, type Readings, unread } from "../model/reading.ts";
import { type LaneSettings, readAll } from "./read-all.ts";
import { readerVersion } from "./reader-version.ts";
import { openCache, type ReadingCache } from "./reading-cache.ts";
import { compiledReader } from "./reading-pool.ts";

export interface GatherInput {
  /** Absolute path of the evidence root; nothing is written below it. */
  readonly root: string;
  readonly listing: Listing;
  /** Files that are no evidence are not read. */
  readonly isEvidence: (path: string) => boolean;
  /** Where readings are kept from run to run; undefined: nowhere. */
  readonly cacheFolder: string | undefined;
  readonly signal: AbortSignal;
  /** Called after each file that had to be read. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Worker threads; at most one for each core and four. */
  readonly workers?: number;
  /** Time limit for one file. */
  readonly seconds?: number;
}

export interface Gathered {
  /** The listing with the content hash of every file that was read. */
  readonly listing: Listing;
  readonly readings: Readings;
  /** Files that had to be read because the cache did not know them. */
  readonly read: number;
  /** The system's code when readings could not be kept for the next run. */
  readonly keepFailure?: string;
}

const defaultSeconds = 30;
const mostWorkers = 4;
const flushMs = 3_000;

/** Reads every file of the evidence once, unless an earlier run did. Rejects only when it is interrupted. */
export async function gatherReadings(input: GatherInput): Promise<Gathered> {
  const cache = openCache(input.cacheFolder, currentVersion());
  const keys = new Map<string, string>();
  const failed = new Map<string, Reading>();
  const shared = sharedSizes(input.listing);
  const wanted = input.listing.files.filter((file) => mustBeRead(file, { ...input, cache, shared }, { keys, failed }));
  const keeper = setInterval(() => void cache.flush(), flushMs);
  keeper.unref();
  try {
    await readAll(wanted, laneSettings(input, cache, shared), (file, key, reading) => {
      if (key === undefined) failed.set(file.path, reading);
      else keys.set(file.path, key);
    });
  } finally {
    clearInterval(keeper);
    await cache.flush();
  }
  const stamps = new Map(input.listing.files.map(({ path, stamp }) => [path, stamp]));
  if (wanted.length > 0) await cache.tidy(({ path, stamp }) => stamps.get(path) === stamp, keys.values());
  const failure = cache.failure();
  return {
    listing: await withHashes(input, { keys, failed }, shared),
    readings: readingsOf(cache, keys, failed),
    read: wanted.length,
    ...(failure === undefined ? {} : { keepFailure: failure }),
  };
}

interface Answers {
  readonly keys: Map<string, string>;
  readonly failed: Map<string, Reading>;
}

/** Answers what needs no reading on the way: unchanged files, empty ones, archives that could not be opened. */
function mustBeRead(
  file: ListedFile,
  { isEvidence, cache, shared }: Pick<GatherInput, "isEvidence"> & { readonly cache: ReadingCache; readonly shared: ReadonlySet<number> },
  { keys, failed }: Answers,
): boolean {
  if (file.kind !== "file" || !isEvidence(file.path)) return false;
  if (file.archiveFailure !== undefined) failed.set(file.path, unread("zip", file.archiveFailure));
  else if (file.bytes === 0) failed.set(file.path, unread("unknown", "no-content"));
  else {
    const key = file.stamp === undefined ? undefined : cache.keyOf(file.path, file.stamp);
    if (key === undefined || (hashOf(key) === undefined && shared.has(file.bytes))) return true;
    keys.set(file.path, key);
  }
  return false;
}

function laneSettings(
  { root, workers, seconds, signal, onProgress }: GatherInput,
  cache: ReadingCache,
  shared: ReadonlySet<number>,
): LaneSettings {
  return {
    root,
    cache,
    hashLarge: ({ bytes }) => shared.has(bytes),
    workers: Math.max(1, Math.min(workers ?? mostWorkers, mostWorkers, availableParallelism())),
    seconds: seconds ?? defaultSeconds,
    signal,
    onProgress: onProgress ?? (() => undefined),
  };
}

function sharedSizes({ files }: Listing): ReadonlySet<number> {
  const [seen, shared] = [new Set<number>(), new Set<number>()];
  for (const { bytes, kind } of files) {
    if (kind !== "file") continue;
    if (seen.has(bytes)) shared.add(bytes);
    seen.add(bytes);
  }
  return shared;
}

/** Of the code that will do the reading. */
function currentVersion(): string {
  const code = compiledReader() ?? fileURLToPath(import.meta.url);
  return readerVersion(dirname(dirname(code)));
}

/** The reader gave up on these, so nobody hashed them; they may still be copies of one another. */
const unhashed: ReadonlySet<string | undefined> = new Set(["timed-out", "out-of-memory"]);

async function withHashes({ root, listing }: GatherInput, { keys, failed }: Answers, shared: ReadonlySet<number>): Promise<Listing> {
  const rest = listing.files.filter(
    ({ path, bytes, archive }) => archive === undefined && shared.has(bytes) && unhashed.has(failed.get(path)?.failure),
  );
  const hashes = await hashEach(root, rest);
  const files = listing.files.map((file): ListedFile => {
    const hash = hashOf(keys.get(file.path)) ?? hashes.get(file);
    return hash === undefined ? file : { ...file, contentHash: hash };
  });
  return { ...listing, files };
}

function hashOf(key: string | undefined): string | undefined {
  return key === undefined ? undefined : /^[0-9a-f]{64}/u.exec(key)?.[0];
}

function readingsOf(cache: ReadingCache, keys: ReadonlyMap<string, string>, failed: ReadonlyMap<string, Reading>): Readings {
  return {
    of: (path) => {
      const key = keys.get(path);
      return key === undefined ? failed.get(path) : cache.reading(key);
    },
    textOf: (path) => {
      const key = keys.get(path);
      return key === undefined ? undefined : cache.text(key);
    },
  };
}
