import { resolve } from "node:path";
import { lintCriteria } from "../criteria/lint-criteria.ts";
import { parseCriteria } from "../criteria/parse-criteria.ts";
import { pathMatcher } from "../io/match-paths.ts";
import { readText } from "../io/read-text.ts";
import type { Outcome } from "../model/outcome.ts";
import type { SourceText } from "../model/place.ts";
import type { Workspace } from "../model/workspace.ts";
import { type Assessment, assess, isEvidence } from "../pipeline.ts";
import { collector } from "./collected.ts";
import type { CommonOptions, Environment } from "./environment.ts";
import { gatherEvidence } from "./gather-evidence.ts";
import { listEvidence, locateWorkspace, readAsOf } from "./locate-workspace.ts";
import { nearestPath } from "./nearest-path.ts";
import { parsePapers, readPaperTexts } from "./read-papers.ts";

/** A workspace read, judged and scored, with what the commands still need to know about the disk. */
export interface LoadedAssessment extends Assessment {
  readonly workspace: Workspace;
  /** Absolute. */
  readonly root: string;
  /** Absolute. */
  readonly evidenceRoot: string;
  /** How many things `criteria lint` would remark on. */
  readonly lintRemarks: number;
}

/** Reads everything once and assesses it; every error of every file is collected before anything is refused. */
export async function loadAssessment(options: CommonOptions, environment: Environment): Promise<Outcome<LoadedAssessment>> {
  const collected = collector();
  const asOfOption = collected.keep(readAsOf(options.asOf));
  const located = locateWorkspace(options, environment, collected);
  if (located === undefined) return collected.failed();
  const { workspace, root } = located;
  const readPaper = (path: string): SourceText | undefined => collected.text(readText(resolve(root, path), environment.cwd));
  const criteriaText = readPaper(workspace.criteria);
  const criteria = criteriaText === undefined ? undefined : collected.keep(parseCriteria(criteriaText));
  const evidenceRoot = resolve(root, workspace.evidence);
  const listing = await listEvidence(evidenceRoot, environment, options, collected);
  if (criteria === undefined || listing === undefined) return collected.failed();
  const paths = listing.files.map((file) => file.path);
  const matches = pathMatcher(paths);
  const nearestFile = (pattern: string): string | undefined => nearestPath(pattern, paths);
  const texts = readPaperTexts(workspace, root, environment.cwd, collected);
  const papers = parsePapers(texts, criteria, workspace, { matches, nearestFile }, collected);
  if (collected.errors.length > 0) return collected.failed();
  const ignored = new Set(workspace.ignore.flatMap(matches));
  const isIgnored = (path: string): boolean => ignored.has(path);
  const asOf = asOfOption ?? workspace.asOf ?? environment.today();
  const toRead = { root, evidenceRoot, ocr: workspace.ocr, listing, isEvidence: (path: string) => isEvidence(path, isIgnored) };
  const read = await gatherEvidence(toRead, options, environment);
  const assessment = assess({ workspace, criteria, papers, listing: read.listing, readings: read.readings, isIgnored, asOf });
  return {
    ok: true,
    value: { ...assessment, workspace, root, evidenceRoot, lintRemarks: lintCriteria(criteria).length },
    warnings: [...collected.warnings, ...read.warnings, ...assessment.warnings],
  };
}
