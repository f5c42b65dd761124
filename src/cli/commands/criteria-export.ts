import { existsSync } from "node:fs";
import { extname, resolve } from "node:path";
import { annexRows } from "../../criteria/export/annex-rows.ts";
import { listTasks, tasksByUnit } from "../../criteria/export/list-tasks.ts";
import { readWrittenCriteria } from "../../criteria/export/read-written-criteria.ts";
import { displayPath, readText } from "../../io/read-text.ts";
import { systemCode } from "../../io/system-code.ts";
import { writeWhole } from "../../io/write-whole.ts";
import type { Clause, Criteria } from "../../model/criteria.ts";
import { oneUnitWords } from "../../model/criteria-paper.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { pathPlace } from "../../model/place.ts";
import type { Task } from "../../model/task.ts";
import type { UnitSelector } from "../../model/unit.ts";
import type { Workspace } from "../../model/workspace.ts";
import { renderPaper } from "../../render/docx/render-paper.ts";
import { renderWorkbook } from "../../render/xlsx/render-workbook.ts";
import type { PaperDocument } from "../../report/blocks.ts";
import { type CriteriaExport, composeCriteriaPaper } from "../../report/criteria/criteria-paper.ts";
import { composeCriteriaWorkbook } from "../../report/criteria/criteria-workbook.ts";
import { composeTaskPaper, composeTaskWorkbook } from "../../report/criteria/task-documents.ts";
import type { Workbook } from "../../report/workbook.ts";
import { assignClause } from "../../workspace/assign-units.ts";
import { makeUnitDirectory } from "../../workspace/unit-directory.ts";
import { collector } from "../collected.ts";
import { complainAll, refuseInput } from "../complain.ts";
import type { Environment } from "../environment.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { loadShell } from "../load-shells.ts";
import { locateWorkspace } from "../locate-workspace.ts";

export interface ExportOptions {
  readonly out?: readonly string[];
  readonly tasks?: readonly string[];
  /** false under --no-rules: the annex that only the program reads is left out. */
  readonly rules?: boolean;
  readonly workspace?: string;
  readonly force?: boolean;
  readonly quiet?: boolean;
}

/** `criteria export`: the 细则 as the usual table, and the 责任分解表. Everything is checked before anything is written. */
export async function criteriaExportCommand(file: string | undefined, options: ExportOptions, environment: Environment): Promise<ExitCode> {
  const { cwd } = environment;
  const collected = collector();
  const [whole, tasks] = [options.out ?? [], options.tasks ?? []].map((paths) => paths.map((path) => resolve(cwd, path)));
  const outputs = [...(whole ?? []), ...(tasks ?? [])];
  collected.errors.push(...outputProblems(outputs, options, environment));
  const located = file === undefined || options.workspace !== undefined ? locateWorkspace(options, environment, collected) : undefined;
  const path = file === undefined ? located && resolve(located.root, located.workspace.criteria) : resolve(cwd, file);
  const source = path === undefined ? undefined : collected.text(readText(path, cwd));
  const read = source === undefined ? undefined : collected.keep(readWrittenCriteria(source));
  if (read === undefined || collected.errors.length > 0) return refuseInput(collected.errors, collected.warnings, environment);
  const { criteria, written } = read;
  const units = unitTasks(criteria, located?.workspace);
  const annex = options.rules === false ? {} : { annex: annexRows(criteria, written) };
  const templates = located?.workspace.templates;
  const look = {
    fonts: located?.workspace.fonts ?? "modern",
    shell: loadShell("考核细则", templates === undefined ? undefined : resolve(located?.root ?? cwd, templates), cwd),
  };
  if (look.shell.errors.length > 0) return refuseInput(look.shell.errors, collected.warnings, environment);
  const wholeDocument: CriteriaExport = { criteria, ...annex, tasks: units };
  complainAll(collected.warnings, environment);
  const documents = [
    ...(whole ?? []).map((target) => ({
      target,
      paper: () => composeCriteriaPaper(wholeDocument),
      workbook: () => composeCriteriaWorkbook(wholeDocument),
    })),
    ...(tasks ?? []).map((target) => ({
      target,
      paper: () => composeTaskPaper(criteria, units),
      workbook: () => composeTaskWorkbook(criteria, units),
    })),
  ];
  return writeAll(documents, look, options, environment);
}

interface Document {
  readonly target: string;
  readonly paper: () => PaperDocument;
  readonly workbook: () => Workbook;
}

async function writeAll(
  documents: readonly Document[],
  { fonts, shell }: { readonly fonts: Workspace["fonts"]; readonly shell: { readonly bytes: Uint8Array } },
  { quiet }: ExportOptions,
  environment: Environment,
): Promise<ExitCode> {
  const { cwd } = environment;
  for (const { target, paper, workbook } of documents) {
    environment.signal.throwIfAborted();
    const bytes = isWorkbook(target) ? await renderWorkbook(workbook()) : await renderPaper(paper(), shell.bytes, fonts);
    const shown = displayPath(target, cwd);
    try {
      await writeWhole(target, bytes instanceof Uint8Array ? [bytes] : bytes);
    } catch (error) {
      const place = pathPlace(shown);
      return refuseInput(
        [{ severity: "error", place, code: "output-not-writable", path: shown, detail: systemCode(error) }],
        [],
        environment,
      );
    }
    if (quiet !== true) environment.print(`已写出 ${shown}\n`);
  }
  return exitCodes.ready;
}

/** Tasks by unit: in the order of the workspace where there is one, then in the order of the 细则. */
function unitTasks(criteria: Criteria, workspace: Workspace | undefined): ReadonlyMap<string, readonly Task[]> {
  const directory = workspace === undefined ? undefined : makeUnitDirectory(workspace.units);
  const namesOf = (clause: Clause, units: readonly UnitSelector[]): readonly string[] => {
    const names = units.flatMap((unit) => {
      const found = directory === undefined ? [] : assignClause({ ...clause, lead: [unit], cooperating: [] }, directory).lead;
      // Whom the workspace does not know is named as the 细则 does: nothing falls out of the table.
      return found.length > 0 ? found : [oneUnitWords(unit)];
    });
    return [...new Set(names)];
  };
  const tasks = listTasks({
    criteria,
    unitsOf: (clause) => {
      const lead = namesOf(clause, clause.lead);
      return { lead, cooperating: namesOf(clause, clause.cooperating).filter((name) => !lead.includes(name)) };
    },
    deadlineOf: (name) => workspace?.units.find((unit) => unit.name === name)?.deadline,
  });
  const byUnit = tasksByUnit(tasks);
  const known = (workspace?.units ?? []).map(({ name }) => name).filter((name) => byUnit.has(name));
  const order = [...known, ...[...byUnit.keys()].filter((name) => !known.includes(name))];
  return new Map(order.map((name) => [name, byUnit.get(name) ?? []]));
}

function isWorkbook(path: string): boolean {
  return extname(path).toLowerCase() === ".xlsx";
}

/** At least one output; each a kind of file that we write, named once, and not there yet. */
function outputProblems(paths: readonly string[], { force }: ExportOptions, { cwd }: Environment): readonly Diagnostic[] {
  const bad = (value: string, expected: string): Diagnostic => ({
    severity: "error",
    place: pathPlace(value),
    code: "bad-option",
    option: "-o",
    value,
    expected,
  });
  if (paths.length === 0) {
    const problem = { code: "option-missing", options: ["-o", "--tasks"], example: "-o 细则.docx" } as const;
    return [{ severity: "error", place: pathPlace("命令行"), ...problem }];
  }
  return paths.flatMap((path, index): readonly Diagnostic[] => {
    const shown = displayPath(path, cwd);
    if (![".docx", ".xlsx"].includes(extname(path).toLowerCase())) return [bad(shown, "以 .docx 或 .xlsx 结尾的文件名")];
    if (paths.indexOf(path) !== index) return [bad(shown, "每个文件只写一次；细则和责任分解表写到不同的文件")];
    return existsSync(path) && force !== true ? [{ severity: "error", place: pathPlace(shown), code: "file-exists", path: shown }] : [];
  });
}
