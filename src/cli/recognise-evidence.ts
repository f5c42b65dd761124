import { join, resolve } from "node:path";
import { recogniseScans, type ScansRecognised } from "../gathering/recognise-scans.ts";
import { isInside } from "../io/is-inside.ts";
import { displayPath } from "../io/read-text.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Listing } from "../model/evidence-file.ts";
import { pathPlace } from "../model/place.ts";
import type { Readings } from "../model/reading.ts";
import type { Workspace } from "../model/workspace.ts";
import { defaultAddOnFolder } from "../recognition/add-on.ts";
import { needsRecognition } from "../recognition/reading-of-pages.ts";
import type { CommonOptions, Environment } from "./environment.ts";
import { progress } from "./progress.ts";
import { remainingTime } from "./remaining-time.ts";

/** Below the workspace; safe to delete, at the price of recognising again. */
const cacheName = ".yingkao/recognised";

export interface EvidenceToRecognise {
  /** Absolute. */
  readonly root: string;
  /** Absolute. */
  readonly evidenceRoot: string;
  readonly ocr: Workspace["ocr"];
  readonly listing: Listing;
  readonly readings: Readings;
}

/** Under --ocr or `ocr` of yingkao.yaml, puts recognised readings in the place of scans; without the add-on, says how many stay 未识别. */
export async function recogniseEvidence(
  evidence: EvidenceToRecognise,
  options: CommonOptions,
  environment: Environment,
): Promise<{ readonly readings: Readings; readonly warnings: readonly Diagnostic[] }> {
  const { readings, listing } = evidence;
  const folder = addOnFolder(evidence, options, environment);
  if (folder === undefined) return { readings, warnings: [] };
  const recognised = await recogniseWithProgress(evidence, folder, options, environment);
  if (recognised !== undefined) return { readings: recognised.readings, warnings: lostOnes(recognised) };
  const path = displayPath(folder, environment.cwd);
  const scans = listing.files.filter((file) => isUnrecognised(readings, file.path)).length;
  return { readings, warnings: [{ severity: "warning", place: pathPlace(path), code: "ocr-not-installed", path, scans }] };
}

/** A folder on the command line is relative to where one stands, one in yingkao.yaml to that file. */
function addOnFolder({ root, ocr }: EvidenceToRecognise, options: CommonOptions, environment: Environment): string | undefined {
  const [wanted, base] = options.ocr === undefined ? [ocr, root] : [options.ocr, environment.cwd];
  if (wanted === undefined || wanted === false) return undefined;
  return typeof wanted === "string" ? resolve(base, wanted) : defaultAddOnFolder();
}

async function recogniseWithProgress(
  { root, evidenceRoot, listing, readings }: EvidenceToRecognise,
  folder: string,
  options: CommonOptions,
  environment: Environment,
): Promise<ScansRecognised | undefined> {
  const cache = join(root, cacheName);
  const line = progress(environment, options);
  const remaining = remainingTime();
  try {
    return await recogniseScans({
      root: evidenceRoot,
      listing,
      readings,
      addOnFolder: folder,
      cacheFolder: isInside(cache, evidenceRoot) ? undefined : cache,
      signal: environment.signal,
      onProgress: (done, total) => {
        const left = remaining(done, total);
        if (left !== undefined) line.show(`正在识别扫描件：${String(done)}/${String(total)}${left}`);
      },
    });
  } finally {
    line.end();
  }
}

function isUnrecognised(readings: Readings, path: string): boolean {
  const reading = readings.of(path);
  return reading !== undefined && needsRecognition(reading);
}

function lostOnes({ lost }: ScansRecognised): readonly Diagnostic[] {
  const [first] = lost;
  return first === undefined
    ? []
    : [{ severity: "warning", place: pathPlace(first), code: "scans-not-recognised", count: lost.length, first }];
}
