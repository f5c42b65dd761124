import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { ListedFile, Listing } from "../model/evidence-file.ts";
import type { Reading, Readings } from "../model/reading.ts";
import { readingLimits } from "../reading/reader.ts";
import { findAddOn } from "../recognition/add-on.ts";
import { chosenPages, defaultPageCap } from "../recognition/chosen-pages.ts";
import { openRecognition, type RecognitionProcess } from "../recognition/open-recognition.ts";
import { needsRecognition, readingOfPages } from "../recognition/reading-of-pages.ts";
import { fetchBytes } from "./fetch-bytes.ts";
import { packText } from "./pack-text.ts";
import { contentKey } from "./read-task.ts";
import { readerVersion, recognisingRooms } from "./reader-version.ts";
import { openCache, type ReadingCache } from "./reading-cache.ts";

export interface RecogniseInput {
  /** Absolute path of the evidence root. */
  readonly root: string;
  /** With content hashes, as gatherReadings gives it. */
  readonly listing: Listing;
  readonly readings: Readings;
  /** Where the add-on lies. */
  readonly addOnFolder: string;
  /** Where recognised readings are kept from run to run; undefined: nowhere. */
  readonly cacheFolder: string | undefined;
  readonly signal: AbortSignal;
  /** Called after each file that had to be recognised. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Pages of one file. */
  readonly pageCap?: number;
  readonly secondsPerPage?: number;
}

export interface ScansRecognised {
  /** The readings given, with those of scans in their place. */
  readonly readings: Readings;
  /** Scans and pictures that were looked at in this run. */
  readonly tried: number;
  /** Files of which no page could be recognised: too slow, or the runtime broke down. They stay 未识别 and are tried again next time. */
  readonly lost: readonly string[];
  /** The system's code when nothing could be kept for the next run. */
  readonly keepFailure?: string;
}

/** Larger files are not read: as in gathering. */
const mostFileBytes = 128 * 2 ** 20;
const flushMs = 3_000;

/** Recognises every scan once, unless an earlier run did; undefined when the add-on is not there. Rejects only when it is interrupted. */
export async function recogniseScans(input: RecogniseInput): Promise<ScansRecognised | undefined> {
  const addOn = findAddOn(input.addOnFolder);
  if (addOn === undefined) return undefined;
  const pageCap = input.pageCap ?? defaultPageCap;
  const code = readerVersion(dirname(dirname(fileURLToPath(import.meta.url))), recognisingRooms);
  const cache = openCache(input.cacheFolder, `${code} ${addOn.version} ${String(pageCap)}`);
  const keys = new Map(candidates(input).map((file) => [file.path, contentKey(file.contentHash ?? "", file.path)]));
  const todo = candidates(input).filter(isFirstOfItsKind(keys, cache));
  const recognition = openRecognition({ ...input, folder: input.addOnFolder });
  const keeper = setInterval(() => void cache.flush(), flushMs);
  keeper.unref();
  try {
    for (const [i, file] of todo.entries()) {
      await recogniseFile(file, keys.get(file.path) ?? "", { ...input, pageCap }, recognition, cache);
      input.onProgress?.(i + 1, todo.length);
    }
  } finally {
    clearInterval(keeper);
    recognition.close();
    await cache.flush();
  }
  const failure = cache.failure();
  return {
    readings: overlaid(input.readings, keys, cache),
    tried: todo.length,
    lost: todo.filter(({ path }) => cache.reading(keys.get(path) ?? "") === undefined).map(({ path }) => path),
    ...(failure === undefined ? {} : { keepFailure: failure }),
  };
}

function candidates({ listing, readings }: RecogniseInput): readonly ListedFile[] {
  return listing.files.filter(({ path, contentHash }) => {
    const reading = readings.of(path);
    return contentHash !== undefined && reading !== undefined && needsRecognition(reading);
  });
}

/** Copies are recognised once, and what an earlier run recognised not at all. */
function isFirstOfItsKind(keys: ReadonlyMap<string, string>, cache: ReadingCache): (file: ListedFile) => boolean {
  const seen = new Set<string>();
  return ({ path }) => {
    const key = keys.get(path) ?? "";
    const isFirst = !seen.has(key) && cache.reading(key) === undefined;
    seen.add(key);
    return isFirst;
  };
}

async function recogniseFile(
  file: ListedFile,
  key: string,
  { root, readings, pageCap }: RecogniseInput & { readonly pageCap: number },
  recognition: RecognitionProcess,
  cache: ReadingCache,
): Promise<void> {
  const known = readings.of(file.path);
  const fetched = fetchBytes({ root, file, known: [], limits: readingLimits, mostBytes: mostFileBytes, hashLarge: false });
  if (known === undefined || !fetched.ok) return;
  const { format, pages = 1 } = known;
  const seen = await recognition.recognise({ bytes: fetched.bytes, format, pages: chosenPages(pages, pageCap) });
  if (seen.pages.length === 0) return;
  const { reading, text } = readingOfPages(seen, known, file.path);
  cache.addReading({ key, bytes: fetched.bytes.length, reading, text: text === "" ? new Uint8Array(0) : packText(text) });
}

function overlaid(readings: Readings, keys: ReadonlyMap<string, string>, cache: ReadingCache): Readings {
  const recognised = (path: string): { readonly key: string; readonly reading: Reading } | undefined => {
    const key = keys.get(path);
    const reading = key === undefined ? undefined : cache.reading(key);
    return key === undefined || reading === undefined ? undefined : { key, reading };
  };
  return {
    of: (path) => recognised(path)?.reading ?? readings.of(path),
    textOf: (path) => {
      const found = recognised(path);
      return found?.reading.recognised === true ? cache.text(found.key) : readings.textOf(path);
    },
  };
}
