import { closeSync, fstatSync, openSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import { readBytes } from "../io/read-bytes.ts";
import type { Reading } from "../model/reading.ts";

/** Where the content of a file is known from. */
export interface FileEntry {
  readonly path: string;
  readonly stamp: string;
  /** Under which its reading is kept. */
  readonly key: string;
}

export interface ReadingEntry {
  readonly key: string;
  /** Size of the file whose reading it is. */
  readonly bytes: number;
  readonly reading: Reading;
  /** Deflated. */
  readonly text: Uint8Array;
}

/** One file of the cache, open. Its deletion does not disturb whoever has it open. */
export interface Segment {
  readonly path: string;
  readonly bytes: number;
  readonly files: readonly FileEntry[];
  /** Key and size of each file whose reading is here. */
  readonly sizes: ReadonlyMap<string, number>;
  readonly reading: (key: string) => Reading | undefined;
  readonly packedText: (key: string) => Uint8Array | undefined;
  readonly close: () => void;
}

/**
 * A segment is a line that says how long everything is, one JSON line of files and keys, the readings (NDJSON), then the deflated texts.
 * Texts come last so that a run that wants no text does not read them.
 */
export function encodeSegment(version: string, files: readonly FileEntry[], readings: readonly ReadingEntry[]): readonly Uint8Array[] {
  const lines = readings.map(({ reading }) => Buffer.from(`${JSON.stringify(reading)}\n`));
  const index = Buffer.from(
    `${JSON.stringify({
      files: files.map(({ path, stamp, key }) => [path, stamp, key]),
      readings: readings.map(({ key, bytes, text }, at) => [key, bytes, lines[at]?.length ?? 0, text.length]),
    })}\n`,
  );
  const lengths = { index: index.length, readings: total(lines), texts: total(readings.map(({ text }) => text)) };
  return [
    Buffer.from(`${JSON.stringify({ yingkao: "readings", version, ...lengths })}\n`),
    index,
    ...lines,
    ...readings.map(({ text }) => text),
  ];
}

function total(pieces: readonly Uint8Array[]): number {
  return pieces.reduce((sum, piece) => sum + piece.length, 0);
}

const longestHead = 1024;

/** Opens a segment; undefined: it is torn, of another version of the readers, gone, or no segment at all. */
export function openSegment(path: string, version: string): Segment | undefined {
  let descriptor: number;
  try {
    descriptor = openSync(path, "r");
  } catch {
    return undefined;
  }
  try {
    const segment = decode(path, descriptor, version);
    if (segment !== undefined) return segment;
  } catch {
    // Not ours, or cut off: as if it were not there.
  }
  closeSync(descriptor);
  return undefined;
}

interface Span {
  readonly start: number;
  readonly length: number;
  readonly textStart: number;
  readonly textLength: number;
}

function decode(path: string, descriptor: number, version: string): Segment | undefined {
  const start = readBytes(descriptor, 0, longestHead);
  const headBytes = start.indexOf(10) + 1;
  const head: unknown = JSON.parse(start.toString("utf8", 0, headBytes));
  if (!isHead(head) || head.version !== version) return undefined;
  const bytes = headBytes + head.index + head.readings + head.texts;
  if (fstatSync(descriptor).size !== bytes) return undefined;
  const body = readBytes(descriptor, headBytes, head.index + head.readings);
  const index: unknown = JSON.parse(body.toString("utf8", 0, head.index));
  if (!isIndex(index)) return undefined;
  const spans = spansOf(index.readings, head.index, headBytes + head.index + head.readings);
  return {
    path,
    bytes,
    files: index.files.map(([file, stamp, key]) => ({ path: file, stamp, key })),
    sizes: new Map(index.readings.map(([key, size]) => [key, size])),
    reading: (key) => {
      const span = spans.get(key);
      return span === undefined ? undefined : readingIn(body.toString("utf8", span.start, span.start + span.length));
    },
    packedText: (key) => {
      const span = spans.get(key);
      return span === undefined ? undefined : readBytes(descriptor, span.textStart, span.textLength);
    },
    close: () => closeSync(descriptor),
  };
}

function spansOf(readings: Index["readings"], start: number, textStart: number): ReadonlyMap<string, Span> {
  const spans = new Map<string, Span>();
  let [at, textAt] = [start, textStart];
  for (const [key, , length, textLength] of readings) {
    spans.set(key, { start: at, length, textStart: textAt, textLength });
    at += length;
    textAt += textLength;
  }
  return spans;
}

function readingIn(line: string): Reading | undefined {
  const value: unknown = JSON.parse(line);
  const whole = typeof value === "object" && value !== null && "format" in value && "length" in value && "names" in value;
  return whole ? (value as Reading) : undefined;
}

export function unpackText(packed: Uint8Array): string | undefined {
  return packed.length === 0 ? undefined : inflateRawSync(packed).toString("utf8");
}

interface Head {
  readonly version: string;
  readonly index: number;
  readonly readings: number;
  readonly texts: number;
}

function isHead(value: unknown): value is Head {
  if (typeof value !== "object" || value === null || !("yingkao" in value) || value.yingkao !== "readings") return false;
  const head: Partial<Record<string, unknown>> = { ...value };
  return typeof head["version"] === "string" && ["index", "readings", "texts"].every((part) => Number.isSafeInteger(head[part]));
}

interface Index {
  readonly files: readonly (readonly [string, string, string])[];
  readonly readings: readonly (readonly [string, number, number, number])[];
}

function isIndex(value: unknown): value is Index {
  if (typeof value !== "object" || value === null || !("files" in value) || !("readings" in value)) return false;
  return isRows(value.files, ["string", "string", "string"]) && isRows(value.readings, ["string", "number", "number", "number"]);
}

function isRows(rows: unknown, types: readonly string[]): boolean {
  return Array.isArray(rows) && rows.every((row) => Array.isArray(row) && types.every((type, at) => typeof row[at] === type));
}
