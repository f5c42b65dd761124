import { existsSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { unfinishedChange } from "../io/change-set.ts";
import { findWorkspace } from "../io/find-workspace.ts";
import { listTree } from "../io/list-tree.ts";
import { displayPath, readText } from "../io/read-text.ts";
import { type CalendarDate, parseDate } from "../model/dates.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Listing } from "../model/evidence-file.ts";
import type { Outcome } from "../model/outcome.ts";
import { pathPlace, type SourceText } from "../model/place.ts";
import type { Workspace } from "../model/workspace.ts";
import { parseWorkspace } from "../workspace/parse-workspace.ts";
import type { Collected } from "./collected.ts";
import type { CommonOptions, Environment } from "./environment.ts";
import { progress } from "./progress.ts";

/** --as-of, when it is given. */
export function readAsOf(written: string | undefined): Outcome<CalendarDate | undefined> {
  if (written === undefined) return { ok: true, value: undefined, warnings: [] };
  const value = parseDate(written);
  if (value !== undefined) return { ok: true, value, warnings: [] };
  const problem = { code: "bad-option", option: "--as-of", value: written, expected: "日期，如 2024-12-10" } as const;
  return { ok: false, errors: [{ severity: "error", place: pathPlace("命令行"), ...problem }], warnings: [] };
}

export interface Located {
  readonly workspace: Workspace;
  /** Absolute. */
  readonly root: string;
  /** yingkao.yaml, absolute. */
  readonly file: string;
  /** What stands in it. */
  readonly source: SourceText;
}

/** Below the workspace: what changes of edition did, so that they can be taken back. Never below .yingkao, which may be deleted. */
export const migrationStore = "版本迁移";

function unfinishedProblems(root: string, cwd: string): readonly Diagnostic[] {
  const record = unfinishedChange(join(root, migrationStore));
  if (record === undefined) return [];
  const problem = { code: "migration-unfinished", number: record.number, undoing: record.state === "undoing" } as const;
  return [{ severity: "error", place: pathPlace(displayPath(join(root, migrationStore), cwd)), ...problem }];
}

/** The workspace that -C names, or the nearest one upwards; undefined, and reported, when there is none or it is wrong. */
export function locateWorkspace(
  options: CommonOptions,
  { cwd }: Environment,
  collected: Collected,
  allowUnfinished = false,
): Located | undefined {
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
  if (workspace !== undefined && !allowUnfinished) collected.errors.push(...unfinishedProblems(dirname(file), cwd));
  return workspace === undefined || source === undefined ? undefined : { workspace, root: dirname(file), file, source };
}

/** -C names the folder of a workspace, or its yingkao.yaml itself. */
function workspaceAt(path: string): string | undefined {
  const isFile = existsSync(path) && statSync(path).isFile();
  return isFile ? path : existsSync(join(path, "yingkao.yaml")) ? join(path, "yingkao.yaml") : undefined;
}

/** Everything below the evidence folder; undefined, and reported, when there is no such folder. */
export async function listEvidence(
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
