import { join } from "node:path";
import { gatherReadings } from "../gathering/gather-readings.ts";
import { isInside } from "../io/is-inside.ts";
import { displayPath } from "../io/read-text.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Listing } from "../model/evidence-file.ts";
import { pathPlace } from "../model/place.ts";
import { namesOnly, type Readings } from "../model/reading.ts";
import type { CommonOptions, Environment } from "./environment.ts";
import { progress } from "./progress.ts";

/** Below the workspace; safe to delete. */
const cacheName = ".yingkao/readings";

export interface EvidenceToRead {
  /** Absolute. */
  readonly root: string;
  /** Absolute. */
  readonly evidenceRoot: string;
  readonly listing: Listing;
  readonly isEvidence: (path: string) => boolean;
}

export interface EvidenceRead {
  readonly listing: Listing;
  readonly readings: Readings;
  readonly warnings: readonly Diagnostic[];
}

/** Reads what the files say, with a line of progress; under --names-only, nothing is read. */
export async function gatherEvidence(
  { root, evidenceRoot, listing, isEvidence }: EvidenceToRead,
  options: CommonOptions,
  environment: Environment,
): Promise<EvidenceRead> {
  if (options.namesOnly === true) return { listing, readings: namesOnly, warnings: [] };
  const cache = join(root, cacheName);
  const inside = isInside(cache, evidenceRoot);
  const line = progress(environment, options);
  const remaining = remainingTime();
  try {
    const gathered = await gatherReadings({
      root: evidenceRoot,
      listing,
      isEvidence,
      cacheFolder: inside ? undefined : cache,
      signal: environment.signal,
      onProgress: (done, total) => {
        const left = remaining(done, total);
        if (left !== undefined) line.show(`正在阅读佐证材料：${String(done)}/${String(total)}${left}`);
      },
    });
    const failure = inside ? "EVIDENCE" : gathered.keepFailure;
    return { ...gathered, warnings: failure === undefined ? [] : [notKept(displayPath(cache, environment.cwd), failure)] };
  } finally {
    line.end();
  }
}

function notKept(path: string, detail: string): Diagnostic {
  return { severity: "warning", place: pathPlace(path), code: "readings-not-kept", path, detail };
}

const drawEveryMs = 100;
/** Before this, the pace says nothing yet. */
const paceAfterMs = 3_000;

/** ，约剩 2 分钟, from the pace so far; undefined: too early to draw again. */
function remainingTime(): (done: number, total: number) => string | undefined {
  const start = performance.now();
  let drawn = -Infinity;
  return (done, total) => {
    const now = performance.now();
    if (now - drawn < drawEveryMs && done < total) return undefined;
    drawn = now;
    if (now - start < paceAfterMs) return "";
    const seconds = ((now - start) / done / 1000) * (total - done);
    return seconds < 60
      ? `，约剩 ${String(Math.max(1, Math.ceil(seconds / 10) * 10))} 秒`
      : `，约剩 ${String(Math.ceil(seconds / 60))} 分钟`;
  };
}
