import { join } from "node:path";
import { type Gathered, type GatherInput, gatherReadings } from "../gathering/gather-readings.ts";
import { isInside } from "../io/is-inside.ts";
import { displayPath } from "../io/read-text.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Listing } from "../model/evidence-file.ts";
import { pathPlace } from "../model/place.ts";
import { namesOnly, type Readings } from "../model/reading.ts";
import type { Workspace } from "../model/workspace.ts";
import type { CommonOptions, Environment } from "./environment.ts";
import { progress } from "./progress.ts";
import { recogniseEvidence } from "./recognise-evidence.ts";
import { remainingTime } from "./remaining-time.ts";

/** Below the workspace; safe to delete. */
const cacheName = ".yingkao/readings";

export interface EvidenceToRead {
  /** Absolute. */
  readonly root: string;
  /** Absolute. */
  readonly evidenceRoot: string;
  /** As yingkao.yaml says; the option of the command line outranks it. */
  readonly ocr: Workspace["ocr"];
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
  { root, evidenceRoot, ocr, listing, isEvidence }: EvidenceToRead,
  options: CommonOptions,
  environment: Environment,
): Promise<EvidenceRead> {
  if (options.namesOnly === true) return { listing, readings: namesOnly, warnings: [] };
  const cache = join(root, cacheName);
  const inside = isInside(cache, evidenceRoot);
  const gathered = await readEvidence(
    { root: evidenceRoot, listing, isEvidence, cacheFolder: inside ? undefined : cache },
    options,
    environment,
  );
  const recognised = await recogniseEvidence({ root, evidenceRoot, ocr, ...gathered }, options, environment);
  const failure = inside ? "EVIDENCE" : gathered.keepFailure;
  const kept = failure === undefined ? [] : [notKept(displayPath(cache, environment.cwd), failure)];
  return { listing: gathered.listing, readings: recognised.readings, warnings: [...kept, ...recognised.warnings] };
}

async function readEvidence(
  input: Pick<GatherInput, "root" | "listing" | "isEvidence" | "cacheFolder">,
  options: CommonOptions,
  environment: Environment,
): Promise<Gathered> {
  const line = progress(environment, options);
  const remaining = remainingTime();
  try {
    return await gatherReadings({
      ...input,
      signal: environment.signal,
      onProgress: (done, total) => {
        const left = remaining(done, total);
        if (left !== undefined) line.show(`正在阅读佐证材料：${String(done)}/${String(total)}${left}`);
      },
    });
  } finally {
    line.end();
  }
}

function notKept(path: string, detail: string): Diagnostic {
  return { severity: "warning", place: pathPlace(path), code: "readings-not-kept", path, detail };
}
