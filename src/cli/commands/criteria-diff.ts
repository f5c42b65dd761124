import { existsSync } from "node:fs";
import { extname, resolve } from "node:path";
import { diffEditions } from "../../criteria/editions/diff-editions.ts";
import { parseCriteria } from "../../criteria/parse-criteria.ts";
import { displayPath, readText } from "../../io/read-text.ts";
import { writeWhole } from "../../io/write-whole.ts";
import type { Criteria } from "../../model/criteria.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { EditionDiff } from "../../model/edition-diff.ts";
import { pathPlace } from "../../model/place.ts";
import { renderPaper } from "../../render/docx/render-paper.ts";
import { renderWorkbook } from "../../render/xlsx/render-workbook.ts";
import { composeEditionPaper, composeEditionWorkbook, type EditionPaper } from "../../report/editions/edition-documents.ts";
import { editionJson } from "../../report/editions/edition-json.ts";
import { refuseInput } from "../complain.ts";
import type { Environment } from "../environment.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { loadShell } from "../load-shells.ts";
import { editionText } from "../print/edition-text.ts";
import { painter } from "../print/painter.ts";

export interface DiffOptions {
  readonly out?: readonly string[];
  readonly json?: boolean;
  readonly force?: boolean;
  readonly strict?: boolean;
  readonly quiet?: boolean;
  readonly color?: boolean;
}

/** `criteria diff`: what the new edition changes. Exit 0 when compared; under --strict 1 when anything differs. */
export async function criteriaDiffCommand(old: string, next: string, options: DiffOptions, environment: Environment): Promise<ExitCode> {
  const [before, after] = [readCriteria(old, environment), readCriteria(next, environment)];
  const outputs = (options.out ?? []).map((path) => resolve(environment.cwd, path));
  const errors = [...before.errors, ...after.errors, ...outputs.flatMap((path) => outputProblems(path, options, environment))];
  if (before.criteria === undefined || after.criteria === undefined || errors.length > 0)
    return refuseInput(errors, [], environment, options.json);
  const diff = diffEditions(before.criteria, after.criteria);
  const paper = { old: before.criteria, new: after.criteria, diff, on: environment.today() };
  for (const path of outputs) await writeWhole(path, await rendered(path, paper, environment));
  print(diff, outputs, options, environment);
  return options.strict === true && differs(diff) ? exitCodes.gaps : exitCodes.ready;
}

function differs({ frame, matches, added, removed }: EditionDiff): boolean {
  return frame.length + added.length + removed.length > 0 || matches.some(({ kind }) => kind !== "same");
}

function print(diff: EditionDiff, outputs: readonly string[], options: DiffOptions, environment: Environment): void {
  if (options.json === true) {
    environment.print(`${JSON.stringify(editionJson(diff), null, 2)}\n`);
    return;
  }
  if (options.quiet === true) return;
  environment.print(`${editionText(diff, { paint: painter(environment, options), columns: environment.columns })}\n`);
  for (const path of outputs) environment.print(`已写出 ${displayPath(path, environment.cwd)}\n`);
}

/** Reads one edition; a file with errors cannot be compared. */
export function readCriteria(path: string, { cwd }: Environment): { readonly criteria?: Criteria; readonly errors: readonly Diagnostic[] } {
  const read = readText(resolve(cwd, path), cwd);
  if (!read.ok) return { errors: [{ severity: "error", place: read.place, ...read.problem }] };
  const parsed = parseCriteria(read.source);
  return parsed.ok ? { criteria: parsed.value, errors: [] } : { errors: parsed.errors };
}

/** An output must be a kind of file that we write, and not be there yet. */
function outputProblems(path: string, { force }: DiffOptions, { cwd }: Environment): readonly Diagnostic[] {
  const shown = displayPath(path, cwd);
  const place = pathPlace(shown);
  if (![".docx", ".xlsx"].includes(extname(path).toLowerCase()))
    return [{ severity: "error", place, code: "bad-option", option: "-o", value: shown, expected: "以 .docx 或 .xlsx 结尾的文件名" }];
  return existsSync(path) && force !== true ? [{ severity: "error", place, code: "file-exists", path: shown }] : [];
}

async function rendered(path: string, paper: EditionPaper, { cwd }: Environment): Promise<readonly Uint8Array[]> {
  const bytes =
    extname(path).toLowerCase() === ".xlsx"
      ? await renderWorkbook(composeEditionWorkbook(paper))
      : await renderPaper(composeEditionPaper(paper), loadShell("细则版本对照表", undefined, cwd).bytes, "modern");
  return bytes instanceof Uint8Array ? [bytes] : bytes;
}
