import { randomBytes } from "node:crypto";
import { readdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { systemCode } from "../io/system-code.ts";
import { removeOldLeftovers, writeWhole } from "../io/write-whole.ts";
import type { Reading } from "../model/reading.ts";
import { encodeSegment, type FileEntry, openSegment, type ReadingEntry, type Segment, unpackText } from "./segment.ts";

/**
 * What earlier runs read, below the workspace. Each run writes segments of its own and never changes one, so two runs can
 * share the folder; it may be deleted at any time. Files are found by path and stamp, readings by content.
 */
export interface ReadingCache {
  /** The content key of an unchanged file; undefined: it must be read. */
  readonly keyOf: (path: string, stamp: string) => string | undefined;
  /** Content keys of files of this size whose readings are here. */
  readonly keysOfSize: (bytes: number) => readonly string[];
  readonly reading: (key: string) => Reading | undefined;
  readonly text: (key: string) => string | undefined;
  readonly addFile: (entry: FileEntry) => void;
  readonly addReading: (entry: ReadingEntry) => void;
  /** Writes what was added since; never rejects. */
  readonly flush: () => Promise<void>;
  /** Puts small segments together and drops what nobody needs any more. `isLive`: the file is still there; `used`: keys that this run needed. */
  readonly tidy: (isLive: (entry: FileEntry) => boolean, used: Iterable<string>) => Promise<void>;
  /** The system's code when nothing could be written. */
  readonly failure: () => string | undefined;
}

/** Texts that wait to be written. */
const mostPending = 8 * 2 ** 20;
/** Texts that are kept in memory when nothing can be written; later ones are not kept at all. */
const mostInMemory = 64 * 2 ** 20;
/** Keys of one size that are told: thousands of files may share a size. */
const mostKeysOfSize = 64;
/** So many small segments are put together; larger ones stay as they are. */
const manySegments = 8;
const smallBytes = 16 * 2 ** 20;
const mergedBytes = 64 * 2 ** 20;

interface State {
  readonly folder: string | undefined;
  readonly version: string;
  readonly segments: Set<Segment>;
  /** Files of the folder that are no segment of ours: torn, or of other readers. */
  readonly useless: readonly string[];
  readonly files: Map<string, FileEntry>;
  readonly bySize: Map<number, Set<string>>;
  readonly found: Map<string, Segment>;
  readonly fresh: Map<string, ReadingEntry>;
  readonly readings: Map<string, Reading>;
  pendingFiles: FileEntry[];
  pendingReadings: ReadingEntry[];
  pendingBytes: number;
  inMemory: number;
  writing: Promise<void>;
  failure: string | undefined;
}

/** @param folder undefined: nothing is kept beyond this run */
export function openCache(folder: string | undefined, version: string): ReadingCache {
  const state = load(folder, version);
  return {
    keyOf: (path, stamp) => state.files.get(fileKey(path, stamp))?.key,
    keysOfSize: (bytes) => [...(state.bySize.get(bytes) ?? [])].slice(-mostKeysOfSize),
    reading: (key) => readingOf(state, key),
    text: (key) => unpackText(state.fresh.get(key)?.text ?? state.found.get(key)?.packedText(key) ?? new Uint8Array(0)),
    addFile: (entry) => {
      know(state, entry);
      state.pendingFiles.push(entry);
    },
    addReading: (entry) => addReading(state, entry),
    flush: () => flush(state),
    tidy: async (isLive, used) => {
      await flush(state);
      await tidy(state, isLive, used).catch(() => undefined);
    },
    failure: () => state.failure,
  };
}

function fileKey(path: string, stamp: string): string {
  return `${stamp}\n${path}`;
}

function load(folder: string | undefined, version: string): State {
  const paths = segmentPaths(folder);
  const opened = paths.map((path) => ({ path, segment: openSegment(path, version) }));
  const state: State = {
    folder,
    version,
    segments: new Set(),
    useless: opened.flatMap(({ path, segment }) => (segment === undefined ? [path] : [])),
    files: new Map(),
    bySize: new Map(),
    found: new Map(),
    fresh: new Map(),
    readings: new Map(),
    pendingFiles: [],
    pendingReadings: [],
    pendingBytes: 0,
    inMemory: 0,
    writing: Promise.resolve(),
    failure: undefined,
  };
  for (const { segment } of opened) if (segment !== undefined) take(state, segment);
  for (const segment of state.segments) for (const entry of segment.files) if (state.found.has(entry.key)) know(state, entry);
  return state;
}

function segmentPaths(folder: string | undefined): readonly string[] {
  if (folder === undefined) return [];
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(".readings"))
      .toSorted()
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

function take(state: State, segment: Segment): void {
  state.segments.add(segment);
  for (const [key, bytes] of segment.sizes) {
    state.found.set(key, segment);
    knowSize(state, key, bytes);
  }
}

function know(state: State, entry: FileEntry): void {
  state.files.set(fileKey(entry.path, entry.stamp), entry);
}

/** By size rather than by file: the reading of a file that was fresh when it was read has no entry of its own. */
function knowSize(state: State, key: string, bytes: number): void {
  const keys = state.bySize.get(bytes);
  if (keys === undefined) state.bySize.set(bytes, new Set([key]));
  else keys.add(key);
}

function readingOf(state: State, key: string): Reading | undefined {
  const known = state.readings.get(key) ?? state.found.get(key)?.reading(key);
  if (known !== undefined) state.readings.set(key, known);
  return known;
}

function addReading(state: State, entry: ReadingEntry): void {
  state.readings.set(entry.key, entry.reading);
  knowSize(state, entry.key, entry.bytes);
  if (state.folder === undefined || state.failure !== undefined) {
    if (state.inMemory + entry.text.length > mostInMemory) return;
    state.inMemory += entry.text.length;
    state.fresh.set(entry.key, entry);
    return;
  }
  state.fresh.set(entry.key, entry);
  state.pendingReadings.push(entry);
  state.pendingBytes += entry.text.length;
  if (state.pendingBytes > mostPending) void flush(state);
}

/** One after the other; what is added meanwhile goes into the next segment. */
function flush(state: State): Promise<void> {
  state.writing = state.writing.then(() => writePending(state));
  return state.writing;
}

async function writePending(state: State): Promise<void> {
  const { folder, version, pendingFiles: files, pendingReadings: readings } = state;
  if (folder === undefined || state.failure !== undefined || files.length + readings.length === 0) return;
  [state.pendingFiles, state.pendingReadings, state.pendingBytes] = [[], [], 0];
  try {
    const segment = await writeSegment(folder, version, files, readings);
    if (segment === undefined) return;
    take(state, segment);
    // The text can be had from disk now.
    for (const { key } of readings) state.fresh.delete(key);
  } catch (error) {
    state.failure = systemCode(error);
  }
}

/** Written whole or not at all, under a name of its own. */
async function writeSegment(
  folder: string,
  version: string,
  files: readonly FileEntry[],
  readings: readonly ReadingEntry[],
): Promise<Segment | undefined> {
  const path = join(folder, `${randomBytes(8).toString("hex")}.readings`);
  await writeWhole(path, encodeSegment(version, files, readings));
  return openSegment(path, version);
}

async function tidy(state: State, isLive: (entry: FileEntry) => boolean, used: Iterable<string>): Promise<void> {
  if (state.folder === undefined || state.failure !== undefined) return;
  await removeOldLeftovers(state.folder);
  for (const path of state.useless) await rm(path, { force: true });
  const live = [...state.files.values()].filter(isLive);
  const needed = new Set([...live.map(({ key }) => key), ...used]);
  const dead = [...state.segments].filter(({ sizes, files }) => ![...sizes.keys()].some((key) => needed.has(key)) && !files.some(isLive));
  for (const { path } of dead) await rm(path, { force: true });
  const small = smallOnes(state.segments);
  if (small.length < manySegments) return;
  const merged = await mergeSegments(state, state.folder, small, live, needed);
  if (merged === undefined) return;
  take(state, merged);
  for (const segment of small) await rm(segment.path, { force: true });
}

function smallOnes(segments: ReadonlySet<Segment>): readonly Segment[] {
  const small = [...segments].filter((segment) => segment.bytes < smallBytes).sort((a, b) => a.bytes - b.bytes);
  let bytes = 0;
  const end = small.findIndex((segment) => {
    bytes += segment.bytes;
    return bytes > mergedBytes;
  });
  return end < 0 ? small : small.slice(0, end);
}

/** Another run may do the same at the same time: then there are two merged segments, and the next run makes one of them. */
function mergeSegments(
  state: State,
  folder: string,
  segments: readonly Segment[],
  live: readonly FileEntry[],
  needed: ReadonlySet<string>,
): Promise<Segment | undefined> {
  const mine = new Set(segments.flatMap((segment) => segment.files.map(({ path, stamp }) => fileKey(path, stamp))));
  const readings = new Map<string, ReadingEntry>();
  for (const segment of segments) {
    for (const [key, bytes] of segment.sizes) {
      const reading = needed.has(key) ? segment.reading(key) : undefined;
      if (reading !== undefined) readings.set(key, { key, bytes, reading, text: segment.packedText(key) ?? new Uint8Array(0) });
    }
  }
  const files = live.filter(({ path, stamp }) => mine.has(fileKey(path, stamp)));
  return writeSegment(folder, state.version, files, [...readings.values()]);
}
