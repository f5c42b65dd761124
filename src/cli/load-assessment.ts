import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { lintCriteria } from "../criteria/lint-criteria.ts";
import { parseCriteria } from "../criteria/parse-criteria.ts";
import { findWorkspace } from "../io/find-workspace.ts";
import { listTree } from "../io/list-tree.ts";
import { pathMatcher } from "../io/match-paths.ts";
import { displayPath, readText } from "../io/read-text.ts";
import type { Criteria } from "../model/criteria.ts";
import { type CalendarDate, parseDate } from "../model/dates.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Listing } from "../model/evidence-file.ts";
import type { Outcome } from "../model/outcome.ts";
import { pathPlace, type SourceText } from "../model/place.ts";
import type { Workspace, WorkspacePapers } from "../model/workspace.ts";
import { type Assessment, assess, isEvidence } from "../pipeline.ts";
import { checkReturns } from "../workspace/check-returns.ts";
import { parseJudgements } from "../workspace/parse-judgements.ts";
import { parsePins } from "../workspace/parse-pins.ts";
import { parseReturn } from "../workspace/parse-return.ts";
import { parseWorkspace } from "../workspace/parse-workspace.ts";
import type { CommonOptions, Environment } from "./environment.ts";
import { gatherEvidence } from "./gather-evidence.ts";
import { nearestPath } from "./nearest-path.ts";
import { progress } from "./progress.ts";

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
  const papers = readPapers({ workspace, root, criteria, cwd: environment.cwd, matches, nearestFile, collected });
  if (papers === undefined || collected.errors.length > 0) return collected.failed();
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

/** Errors and warnings of many files, gathered before anything is decided. */
export interface Collected {
  readonly errors: Diagnostic[];
  readonly warnings: Diagnostic[];
  readonly keep: <Value>(outcome: Outcome<Value>) => Value | undefined;
  readonly text: (read: ReturnType<typeof readText>) => SourceText | undefined;
  readonly failed: () => Outcome<never>;
}

export function collector(): Collected {
  const [errors, warnings]: [Diagnostic[], Diagnostic[]] = [[], []];
  return {
    errors,
    warnings,
    keep: (outcome) => {
      warnings.push(...outcome.warnings);
      if (outcome.ok) return outcome.value;
      errors.push(...outcome.errors);
      return undefined;
    },
    text: (read) => {
      if (read.ok) return read.source;
      errors.push({ severity: "error", place: read.place, ...read.problem });
      return undefined;
    },
    failed: () => ({ ok: false, errors, warnings }),
  };
}

function readAsOf(written: string | undefined): Outcome<CalendarDate | undefined> {
  if (written === undefined) return { ok: true, value: undefined, warnings: [] };
  const value = parseDate(written);
  if (value !== undefined) return { ok: true, value, warnings: [] };
  const problem = { code: "bad-option", option: "--as-of", value: written, expected: "日期，如 2024-12-10" } as const;
  return { ok: false, errors: [{ severity: "error", place: pathPlace("命令行"), ...problem }], warnings: [] };
}

export function locateWorkspace(
  options: CommonOptions,
  { cwd }: Environment,
  collected: Collected,
): { workspace: Workspace; root: string } | undefined {
  const start = resolve(cwd, options.workspace ?? ".");
  const file = options.workspace === undefined ? findWorkspace(start) : workspaceAt(start);
  if (file === undefined) {
    collected.errors.push({
      severity: "error",
      place: pathPlace(displayPath(start, cwd)),
      code: "no-workspace",
      from: displayPath(start, cwd),
      searchedUpwards: options.workspace === undefined,
    });
    return undefined;
  }
  const source = collected.text(readText(file, cwd));
  const workspace = source === undefined ? undefined : collected.keep(parseWorkspace(source));
  return workspace === undefined ? undefined : { workspace, root: dirname(file) };
}

/** -C names the folder of a workspace, or its yingkao.yaml itself. */
function workspaceAt(path: string): string | undefined {
  const isFile = existsSync(path) && statSync(path).isFile();
  return isFile ? path : existsSync(join(path, "yingkao.yaml")) ? join(path, "yingkao.yaml") : undefined;
}

async function listEvidence(
  root: string,
  environment: Environment,
  options: CommonOptions,
  collected: Collected,
): Promise<Listing | undefined> {
  const shown = displayPath(root, environment.cwd);
  const refuse = (code: "evidence-folder-missing" | "evidence-not-a-folder"): undefined => {
    collected.errors.push({ severity: "error", place: pathPlace(shown), code, path: shown });
  };
  if (!existsSync(root)) {
    refuse("evidence-folder-missing");
    return;
  }
  if (!statSync(root).isDirectory()) {
    refuse("evidence-not-a-folder");
    return;
  }
  const line = progress(environment, options);
  const listing = await listTree(root, (files) => line.show(`正在清点佐证材料：${String(files)} 份`), { hash: options.namesOnly === true });
  line.end();
  return listing;
}

interface PapersInput {
  readonly workspace: Workspace;
  readonly root: string;
  readonly criteria: Criteria;
  readonly cwd: string;
  readonly matches: (pattern: string) => readonly string[];
  readonly nearestFile: (pattern: string) => string | undefined;
  readonly collected: Collected;
}

/** Returns, judgements and pins: each is optional, but what is there must be right. */
function readPapers({ workspace, root, criteria, cwd, matches, nearestFile, collected }: PapersInput): WorkspacePapers | undefined {
  const text = (path: string): SourceText | undefined =>
    existsSync(resolve(root, path)) ? collected.text(readText(resolve(root, path), cwd)) : undefined;
  const returns = returnFiles(resolve(root, workspace.returns)).flatMap((path) => {
    const source = text(path);
    const value = source === undefined ? undefined : collected.keep(parseReturn(source, criteria, workspace));
    return value === undefined ? [] : [value];
  });
  collected.errors.push(...checkReturns(returns));
  const judgements = text(workspace.judgements);
  const pins = text(workspace.mapping);
  return {
    returns,
    judgements: (judgements === undefined ? undefined : collected.keep(parseJudgements(judgements, criteria))) ?? [],
    pins: (pins === undefined ? undefined : collected.keep(parsePins(pins, criteria, matches, nearestFile))) ?? [],
  };
}

function returnFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /\.ya?ml$/i.test(name) && !name.startsWith("."))
    .toSorted()
    .map((name) => join(folder, name));
}
