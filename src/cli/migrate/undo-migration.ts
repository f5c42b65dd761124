import { join } from "node:path";
import {
  applyChange,
  type ChangeRecord,
  changedSince,
  readRecords,
  tidyUnfinished,
  undoChange,
  unfinishedChange,
} from "../../io/change-set.ts";
import { displayPath } from "../../io/read-text.ts";
import { systemCode } from "../../io/system-code.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { pathPlace } from "../../model/place.ts";
import type { RunProblem } from "../../model/run-problem.ts";
import { collector } from "../collected.ts";
import { refuseInput } from "../complain.ts";
import type { CommonOptions, Environment } from "../environment.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { locateWorkspace, migrationStore } from "../locate-workspace.ts";

export interface UndoOptions extends CommonOptions {
  readonly force?: boolean;
}

/** `criteria migrate --undo`: the workspace byte for byte as it was before the last change of edition. */
export async function undoMigration(options: UndoOptions, environment: Environment): Promise<ExitCode> {
  return withWorkspace(options, environment, async (root, store) => {
    const record = readRecords(store).findLast(({ state }) => state !== "undone");
    if (record === undefined) return refuse([{ code: "nothing-to-undo" }], root, options, environment);
    const changed = changedSince(root, record);
    if (changed.length > 0 && options.force !== true)
      return refuse(
        changed.map((path) => ({ code: "changed-since-migration", path, undo: true })),
        root,
        options,
        environment,
      );
    await tidyUnfinished(root, store, record);
    await undoChange(root, store, record);
    tell(
      `已撤销第 ${String(record.number)} 次换版，${String(record.files.length)} 个文件恢复原样。`,
      record,
      changed,
      options,
      environment,
    );
    return exitCodes.ready;
  });
}

/** `criteria migrate --resume`: finishes a change that was ended half way. */
export async function resumeMigration(options: UndoOptions, environment: Environment): Promise<ExitCode> {
  return withWorkspace(options, environment, async (root, store) => {
    const record = unfinishedChange(store);
    if (record === undefined) return refuse([{ code: "nothing-to-resume" }], root, options, environment);
    if (record.state === "undoing")
      return refuse([{ code: "migration-unfinished", number: record.number, undoing: true }], root, options, environment);
    const changed = changedSince(root, record);
    if (changed.length > 0 && options.force !== true)
      return refuse(
        changed.map((path) => ({ code: "changed-since-migration", path, undo: false })),
        root,
        options,
        environment,
      );
    await tidyUnfinished(root, store, record);
    await applyChange(root, store, record);
    tell(`第 ${String(record.number)} 次换版已写完，共 ${String(record.files.length)} 个文件。`, record, [], options, environment);
    return exitCodes.ready;
  });
}

async function withWorkspace(
  options: CommonOptions,
  environment: Environment,
  act: (root: string, store: string) => Promise<ExitCode>,
): Promise<ExitCode> {
  const collected = collector();
  const located = locateWorkspace(options, environment, collected, true);
  if (located === undefined || collected.errors.length > 0) return refuseInput(collected.errors, [], environment, options.json);
  try {
    return await act(located.root, join(located.root, migrationStore));
  } catch (error) {
    const detail = systemCode(error);
    if (detail === "") throw error;
    return refuse(
      [{ code: "output-not-writable", path: displayPath(located.root, environment.cwd), detail }],
      located.root,
      options,
      environment,
    );
  }
}

function refuse(problems: readonly RunProblem[], root: string, options: CommonOptions, environment: Environment): ExitCode {
  const shown = (path: string): string => displayPath(join(root, path), environment.cwd);
  const errors = problems.map(
    (problem): Diagnostic => ({
      severity: "error",
      place: pathPlace(shown("path" in problem ? problem.path : migrationStore)),
      ...problem,
    }),
  );
  return refuseInput(errors, [], environment, options.json);
}

function tell(
  sentence: string,
  { number, files }: ChangeRecord,
  kept: readonly string[],
  options: CommonOptions,
  environment: Environment,
): void {
  if (options.json === true) {
    environment.print(`${JSON.stringify({ schema: 1, number, files: files.map(({ path }) => path), kept }, null, 2)}\n`);
    return;
  }
  if (options.quiet === true) return;
  environment.print(`${sentence}\n`);
  for (const { path } of files) environment.print(`  ${path}\n`);
  if (kept.length > 0) environment.print(`换版以后改过的 ${String(kept.length)} 个文件留在 ${migrationStore}/${String(number)}/撤销前。\n`);
}
