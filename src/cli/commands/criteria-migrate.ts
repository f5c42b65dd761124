import { existsSync } from "node:fs";
import { extname, join, resolve } from "node:path";
import { frameChanges } from "../../criteria/editions/frame-changes.ts";
import { applyChange, hashAt, prepareChange, readRecords } from "../../io/change-set.ts";
import { displayPath } from "../../io/read-text.ts";
import { systemCode } from "../../io/system-code.ts";
import { writeWhole } from "../../io/write-whole.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { pathPlace } from "../../model/place.ts";
import type { RunProblem } from "../../model/run-problem.ts";
import { renderPaper } from "../../render/docx/render-paper.ts";
import { renderWorkbook } from "../../render/xlsx/render-workbook.ts";
import { composeMigrationPaper, composeMigrationWorkbook } from "../../report/editions/migration-documents.ts";
import { migrationEffect } from "../../report/editions/migration-effect.ts";
import { migrationJson } from "../../report/editions/migration-json.ts";
import { type MigrationReport, needsReview } from "../../report/editions/migration-rows.ts";
import { collector } from "../collected.ts";
import { refuseInput } from "../complain.ts";
import type { CommonOptions, Environment } from "../environment.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { loadShell } from "../load-shells.ts";
import { locateWorkspace, migrationStore } from "../locate-workspace.ts";
import { assessBoth } from "../migrate/assess-both.ts";
import { type OpenMigration, openMigration, pathBelow } from "../migrate/open-migration.ts";
import { leftoverText, type PlannedChange, planChanges } from "../migrate/plan-changes.ts";
import { resumeMigration, undoMigration } from "../migrate/undo-migration.ts";
import { migrationText } from "../print/migration-text.ts";
import { painter } from "../print/painter.ts";

export interface MigrateOptions extends CommonOptions {
  readonly out?: readonly string[];
  readonly write?: boolean;
  readonly undo?: boolean;
  readonly resume?: boolean;
  readonly force?: boolean;
  readonly all?: boolean;
}

/**
 * `criteria migrate`: the work on the old edition goes on with the new one. Only tells what it would do, unless --write.
 * Exit 0: nobody need look; 1: something is doubtful or has no place; 2: wrong input, nothing written.
 */
export async function criteriaMigrateCommand(
  old: string | undefined,
  next: string | undefined,
  options: MigrateOptions,
  environment: Environment,
): Promise<ExitCode> {
  const modes = (["write", "undo", "resume"] as const).filter((mode) => options[mode] === true);
  const [first, second] = modes;
  if (first !== undefined && second !== undefined)
    return refuse([{ code: "options-exclude", first: `--${first}`, second: `--${second}` }], options, environment);
  if (options.undo === true) return undoMigration(options, environment);
  if (options.resume === true) return resumeMigration(options, environment);
  if (old === undefined || next === undefined) return refuse([{ code: "two-editions-needed" }], options, environment);
  return alreadyDone({ old, next }, options, environment) ? exitCodes.ready : migrate({ old, next }, options, environment);
}

function refuse(problems: readonly RunProblem[], { json }: MigrateOptions, environment: Environment): ExitCode {
  const errors = problems.map((problem): Diagnostic => ({ severity: "error", place: pathPlace("命令行"), ...problem }));
  return refuseInput(errors, [], environment, json);
}

interface Paths {
  readonly old: string;
  readonly next: string;
}

/** The same change was made before, and the new file is not the one from before it. */
function alreadyDone({ old, next }: Paths, options: MigrateOptions, environment: Environment): boolean {
  const located = locateWorkspace(options, environment, collector());
  const record = located && readRecords(join(located.root, migrationStore)).findLast(({ state }) => state !== "undone");
  if (located === undefined || record?.state !== "applied") return false;
  const below = (path: string): string => pathBelow(located.root, resolve(environment.cwd, path));
  const { about, files } = record;
  if (about["old"] !== below(old) || about["new"] !== below(next)) return false;
  const target = resolve(located.root, about["target"] ?? "");
  const fresh = files.find(({ path }) => path === about["target"])?.before;
  if (resolve(located.root, located.workspace.criteria) !== target || hashAt(target) === fresh) return false;
  if (options.json === true) environment.print(`${JSON.stringify({ schema: 1, nothingToDo: true, number: record.number }, null, 2)}\n`);
  else if (options.quiet !== true)
    environment.print(
      `没有要做的：第 ${String(record.number)} 次换版已经把工作区换到 ${about["target"] ?? ""}。\n再来的一稿请另存一个文件名再换版；要退回旧版运行 yingkao criteria migrate --undo。\n`,
    );
  return true;
}

async function migrate(paths: Paths, options: MigrateOptions, environment: Environment): Promise<ExitCode> {
  const collected = collector();
  const outputs = (options.out ?? []).map((path) => resolve(environment.cwd, path));
  collected.errors.push(...outputs.flatMap((path) => outputProblems(path, options, environment)));
  const open = await openMigration(paths, options, environment, collected);
  if (open === undefined || collected.errors.length > 0) return refuseInput(collected.errors, [], environment, options.json);
  const change = planChanges(open, collected);
  const both = change === undefined ? undefined : await assessBoth(open, change, options, environment, collected);
  if (change === undefined || both === undefined) return refuseInput(collected.errors, [], environment, options.json);
  const effect = migrationEffect(both.before, both.after, change.plan, change.references);
  const report: MigrationReport = {
    old: open.old.criteria,
    new: change.merged.criteria,
    plan: change.plan,
    frame: frameChanges(open.old.criteria, change.merged.criteria),
    references: change.references,
    effect,
    on: environment.today(),
  };
  if (options.write === true && change.obstacles.length > 0) return refuseInput(change.obstacles, [], environment, options.json);
  const failed = await written(open, change, report, outputs, options, environment);
  if (failed !== undefined) return refuseInput([failed], [], environment, options.json);
  print(open, change, report, outputs, options, environment);
  return needsReview(report) ? exitCodes.gaps : exitCodes.ready;
}

/** Documents, then the workspace; what the system refused, if it did. */
async function written(
  open: OpenMigration,
  change: PlannedChange,
  report: MigrationReport,
  outputs: readonly string[],
  options: MigrateOptions,
  environment: Environment,
): Promise<Diagnostic | undefined> {
  const { cwd } = environment;
  let path = open.root;
  try {
    for (path of outputs) await writeWhole(path, await rendered(path, report, cwd));
    path = open.root;
    environment.signal.throwIfAborted();
    if (options.write === true) {
      const about = {
        old: pathBelow(open.root, resolve(cwd, open.old.source.path)),
        new: pathBelow(open.root, resolve(cwd, open.next.source.path)),
        target: pathBelow(open.root, open.target),
        on: environment.today(),
      };
      const leftover = { path: "没有带过来的内容.yaml", content: leftoverText(change) };
      await applyChange(open.root, open.store, await prepareChange(open.root, open.store, change.changes, about, [leftover]));
    }
    return undefined;
  } catch (error) {
    const detail = systemCode(error);
    if (detail === "" || environment.signal.aborted) throw error;
    const shown = displayPath(path, cwd);
    return { severity: "error", place: pathPlace(shown), code: "output-not-writable", path: shown, detail };
  }
}

async function rendered(path: string, report: MigrationReport, cwd: string): Promise<string | readonly Uint8Array[]> {
  const kind = extname(path).toLowerCase();
  if (kind === ".json") return `${JSON.stringify(migrationJson(report), null, 2)}\n`;
  const bytes =
    kind === ".xlsx"
      ? await renderWorkbook(composeMigrationWorkbook(report))
      : await renderPaper(composeMigrationPaper(report), loadShell("细则版本对照表", undefined, cwd).bytes, "modern");
  return bytes instanceof Uint8Array ? [bytes] : bytes;
}

function outputProblems(path: string, { force }: MigrateOptions, { cwd }: Environment): readonly Diagnostic[] {
  const shown = displayPath(path, cwd);
  const place = pathPlace(shown);
  if (![".docx", ".xlsx", ".json"].includes(extname(path).toLowerCase()))
    return [
      { severity: "error", place, code: "bad-option", option: "-o", value: shown, expected: "以 .docx、.xlsx 或 .json 结尾的文件名" },
    ];
  return existsSync(path) && force !== true ? [{ severity: "error", place, code: "file-exists", path: shown }] : [];
}

function print(
  open: OpenMigration,
  change: PlannedChange,
  report: MigrationReport,
  outputs: readonly string[],
  options: MigrateOptions,
  environment: Environment,
): void {
  if (options.json === true) {
    environment.print(`${JSON.stringify(migrationJson(report), null, 2)}\n`);
    return;
  }
  if (options.quiet === true) return;
  const { cwd, columns } = environment;
  environment.print(`${migrationText(report, { paint: painter(environment, options), columns, all: options.all === true })}\n`);
  for (const path of outputs) environment.print(`已写出 ${displayPath(path, cwd)}\n`);
  const names = change.changes.map(({ path }) => path).join("、");
  if (options.write !== true) {
    environment.print(`\n这是方案，什么都没有写。加 --write 就改写：${names}；原件先留在 ${migrationStore} 里。\n`);
    for (const { place } of change.obstacles.filter(({ code }) => code === "paper-inside-evidence"))
      environment.print(`先要由人改好：${place.kind === "path" ? place.path : ""}（在材料文件夹里，程序不改）。\n`);
    return;
  }
  const number = readRecords(open.store).at(-1)?.number ?? 1;
  environment.print(
    `\n已改写：${names}。\n原件和没有带过来的内容在 ${migrationStore}/${String(number)}，退回旧版运行 yingkao criteria migrate --undo。\n`,
  );
}
