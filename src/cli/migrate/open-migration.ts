import { existsSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import type { Edition } from "../../criteria/migrate/merge-criteria.ts";
import { parseCriteria } from "../../criteria/parse-criteria.ts";
import { isInside } from "../../io/is-inside.ts";
import { pathMatcher } from "../../io/match-paths.ts";
import { displayPath, readText } from "../../io/read-text.ts";
import type { Problem } from "../../model/diagnostic.ts";
import type { Listing } from "../../model/evidence-file.ts";
import { pathPlace } from "../../model/place.ts";
import type { Collected } from "../collected.ts";
import type { CommonOptions, Environment } from "../environment.ts";
import { type Located, listEvidence, locateWorkspace, migrationStore } from "../locate-workspace.ts";
import { nearestPath } from "../nearest-path.ts";
import { type FileLookup, type PaperTexts, readPaperTexts } from "../read-papers.ts";

/** Everything on the disk that a change of edition looks at. Paths are absolute. */
export interface OpenMigration extends Located {
  readonly old: Edition;
  readonly next: Edition;
  /** Where the merged criteria go. */
  readonly target: string;
  readonly store: string;
  readonly evidenceRoot: string;
  readonly listing: Listing;
  readonly lookup: FileLookup;
  readonly texts: PaperTexts;
}

/** Reads the workspace and both editions; undefined, and everything wrong reported, when a change cannot even be planned. */
export async function openMigration(
  paths: { readonly old: string; readonly next: string },
  options: CommonOptions,
  environment: Environment,
  collected: Collected,
): Promise<OpenMigration | undefined> {
  const { cwd } = environment;
  const located = locateWorkspace(options, environment, collected);
  const [old, next] = [readEdition(paths.old, cwd, collected), readEdition(paths.next, cwd, collected)];
  if (located === undefined || old === undefined || next === undefined) return undefined;
  const { root, workspace } = located;
  const evidenceRoot = resolve(root, workspace.evidence);
  const listing = await listEvidence(evidenceRoot, environment, options, collected);
  if (listing === undefined) return undefined;
  const files = { old: resolve(cwd, paths.old), next: resolve(cwd, paths.next), store: join(root, migrationStore) };
  const target = targetOf(files, root, evidenceRoot);
  for (const [path, problem] of pathProblems({ ...files, target, evidenceRoot, current: resolve(root, workspace.criteria) }, cwd))
    collected.errors.push({ severity: "error", place: pathPlace(displayPath(path, cwd)), ...problem });
  const listed = listing.files.map((file) => file.path);
  const lookup = { matches: pathMatcher(listed), nearestFile: (pattern: string) => nearestPath(pattern, listed) };
  const texts = readPaperTexts(workspace, root, cwd, collected);
  return { ...located, old, next, target, store: files.store, evidenceRoot, listing, lookup, texts };
}

function readEdition(path: string, cwd: string, collected: Collected): Edition | undefined {
  const source = collected.text(readText(resolve(cwd, path), cwd));
  const criteria = source === undefined ? undefined : collected.keep(parseCriteria(source));
  return source === undefined || criteria === undefined ? undefined : { source, criteria };
}

interface Files {
  readonly old: string;
  readonly next: string;
  readonly store: string;
}

/** The new file itself when it lies in the workspace; one that lies elsewhere is copied beside the old one. */
function targetOf({ old, next }: Files, root: string, evidenceRoot: string): string {
  return isInside(next, root) && !isInside(next, evidenceRoot) ? next : join(dirname(old), basename(next));
}

interface Paths extends Files {
  readonly target: string;
  readonly evidenceRoot: string;
  readonly current: string;
}

function pathProblems({ old, next, store, target, evidenceRoot, current }: Paths, cwd: string): readonly (readonly [string, Problem])[] {
  const shown = (path: string): string => displayPath(path, cwd);
  if (old === next) return [[old, { code: "same-edition-twice", path: shown(old) }]];
  return [
    ...(old === current ? [] : [[old, { code: "not-the-current-edition", path: shown(old), current: shown(current) }] as const]),
    ...(target !== next && existsSync(target) ? [[target, { code: "file-exists", path: shown(target) }] as const] : []),
    ...[store, target]
      .filter((path) => isInside(path, evidenceRoot))
      .slice(0, 1)
      .map((path) => [path, { code: "output-not-writable", path: shown(path), detail: "EVIDENCE" }] as const),
  ];
}

/** Below the root, with "/"; absolute when it lies elsewhere. */
export function pathBelow(root: string, path: string): string {
  return relative(root, path).replaceAll("\\", "/");
}
