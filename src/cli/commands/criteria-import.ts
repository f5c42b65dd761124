import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, resolve } from "node:path";
import { type Imported, importCriteria, type NamedSource } from "../../criteria/import/import-criteria.ts";
import { standardReader } from "../../criteria/import/standard-reader.ts";
import { type NoteWords, writeCriteria } from "../../criteria/import/write-criteria.ts";
import { displayPath, readText } from "../../io/read-text.ts";
import { systemCode } from "../../io/system-code.ts";
import { writeWhole } from "../../io/write-whole.ts";
import { describeNote, notePlace } from "../../messages/import-notes.ts";
import { sourcePlaceText } from "../../messages/source-place.ts";
import { dateParts } from "../../model/dates.ts";
import type { Diagnostic, Problem } from "../../model/diagnostic.ts";
import { pathPlace } from "../../model/place.ts";
import { readSource } from "../../reading/tables/read-source.ts";
import { refuseInput } from "../complain.ts";
import type { Environment } from "../environment.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { type ImportReport, importJson, importText } from "../print/import-text.ts";
import { orphansText } from "../print/orphans-text.ts";

import { isStarterCriteria } from "../starter.ts";

export interface ImportCommandOptions {
  readonly output: string;
  readonly table?: readonly string[];
  readonly sheet?: readonly string[];
  readonly year?: string;
  readonly update?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** A 细则 is a few megabytes at most, pictures included. */
const largestSource = 100 * 1024 * 1024;

const words: NoteWords = { describe: describeNote, place: notePlace, sourcePlace: sourcePlaceText };

/** `criteria import`: Word and Excel tables → criteria YAML. Everything is read and checked before anything is written. */
export async function criteriaImportCommand(
  files: readonly string[],
  options: ImportCommandOptions,
  environment: Environment,
): Promise<ExitCode> {
  const refuse = (problems: readonly Diagnostic[]): ExitCode => refuseInput(problems, [], environment, options.json === true);
  const out = resolve(environment.cwd, options.output);
  const shown = displayPath(out, environment.cwd);
  const wrong = [...outputProblems(files, options, environment), ...optionProblems(options)];
  if (wrong.length > 0) return refuse(wrong);
  const sources = await readSources(files, environment);
  if (sources.problems.length > 0) return refuse(sources.problems);
  const imported = importCriteria(sources.read, importOptions(options, environment));
  if (!imported.ok) return refuse([refusal(imported, files, environment)]);
  const names = sources.read.map(({ name }) => name);
  const fresh = writeCriteria(imported.draft, names, words);
  const report: ImportReport = { output: shown, draft: imported.draft };
  if (options.update !== true || !existsSync(out) || holdsStarter(out)) {
    if (!usual.test(fresh)) await check(fresh, shown);
    return finish([{ path: out, text: fresh }], report, options, environment);
  }
  const old = readText(out, environment.cwd);
  if (!old.ok) return refuse([{ severity: "error", place: old.place, ...old.problem }]);
  const { updateCriteria } = await import("../../criteria/import/update/update-criteria.ts");
  const updated = updateCriteria({ old: old.source, draft: imported.draft, sources: names, words, readStandard: standardReader });
  if (!updated.ok) return refuse(updated.errors);
  const { text, draft, ...changes } = updated.value;
  const file = out.replace(/\.ya?ml$/iu, "").concat(".orphans.yaml");
  const before = existsSync(file) ? readFileSync(file, "utf8") : "";
  const aside = changes.orphans.length === 0 ? [] : [{ path: file, text: orphansText(before, changes.orphans) }];
  const merged: ImportReport = { output: shown, draft, update: { ...changes, file: displayPath(file, environment.cwd) } };
  await check(text, shown);
  // What falls away is safe on disk before the file that held it changes.
  return finish([...aside, { path: out, text }], merged, options, environment);
}

function at(path: string, problem: Problem): Diagnostic {
  return { severity: "error", place: pathPlace(path), ...problem };
}

/** A name that is not .yaml may be that of a source, or of another paper: --force must not replace it. */
function outputProblems(files: readonly string[], options: ImportCommandOptions, { cwd }: Environment): readonly Diagnostic[] {
  const out = resolve(cwd, options.output);
  const shown = displayPath(out, cwd);
  if (files.some((file) => resolve(cwd, file) === out)) return [at(shown, { code: "output-is-source", path: shown })];
  if (!/\.ya?ml$/iu.test(out))
    return [
      at("-o", { code: "bad-option", option: "-o", value: options.output, expected: "以 .yaml 结尾的文件名，例如 criteria/2024.yaml" }),
    ];
  if (options.update === true && options.force === true)
    return [at(shown, { code: "options-exclude", first: "--update", second: "--force" })];
  if (!existsSync(out)) return [];
  if (statSync(out).isDirectory()) return [at(shown, { code: "output-not-writable", path: shown, detail: "EISDIR" })];
  return options.update === true || options.force === true || holdsStarter(out) ? [] : [at(shown, { code: "output-exists", path: shown })];
}

/** The sample of `init` that nobody has touched makes way. */
function holdsStarter(out: string): boolean {
  return isStarterCriteria(readFileSync(out, "utf8"));
}

function optionProblems(options: ImportCommandOptions): readonly Diagnostic[] {
  const problems: Diagnostic[] = [];
  if (options.year !== undefined && !/^20\d\d$/u.test(options.year)) {
    problems.push(at("--year", { code: "bad-option", option: "--year", value: options.year, expected: "四位的年份，例如 2024" }));
  }
  for (const table of tablesOf(options)) {
    if (!/^[1-9]\d{0,3}$/u.test(table))
      problems.push(at("--table", { code: "bad-option", option: "--table", value: table, expected: "表的序号，例如 1 或者 1,2" }));
  }
  return problems;
}

function tablesOf(options: ImportCommandOptions): readonly string[] {
  return (options.table ?? []).flatMap((written) => written.split(/[,，、]/u)).map((table) => table.trim());
}

function importOptions(options: ImportCommandOptions, environment: Environment): Parameters<typeof importCriteria>[1] {
  return {
    choice: { tables: tablesOf(options).map(Number), sheets: options.sheet ?? [] },
    ...(options.year === undefined ? {} : { year: Number(options.year) }),
    fallbackYear: dateParts(environment.today()).year,
    readStandard: standardReader,
  };
}

interface Sources {
  readonly read: readonly NamedSource[];
  readonly problems: readonly Diagnostic[];
}

async function readSources(files: readonly string[], environment: Environment): Promise<Sources> {
  const read: NamedSource[] = [];
  const problems: Diagnostic[] = [];
  for (const file of files) {
    environment.signal.throwIfAborted();
    const path = resolve(environment.cwd, file);
    const shown = displayPath(path, environment.cwd);
    const fail = (problem: Problem): void => void problems.push({ severity: "error", place: pathPlace(shown), ...problem });
    const bytes = bytesOf(path, shown);
    if (!("data" in bytes)) {
      fail(bytes);
      continue;
    }
    const result = await readSource(bytes.data, basename(path));
    if (result.ok) read.push({ name: basename(path), document: result.document });
    else fail({ code: "source-failure", failure: result.failure, ...(result.detail === undefined ? {} : { detail: result.detail }) });
  }
  return { read, problems };
}

function bytesOf(path: string, shown: string): { readonly data: Uint8Array } | Problem {
  try {
    const stat = statSync(path);
    if (!stat.isFile()) return { code: "file-unreadable", path: shown, detail: stat.isDirectory() ? "EISDIR" : "它不是普通文件" };
    if (stat.size > largestSource) return { code: "file-too-large", path: shown, bytes: stat.size, limit: largestSource };
    return { data: readFileSync(path) };
  } catch (error) {
    const code = systemCode(error);
    return code === "ENOENT" ? { code: "file-not-found", path: shown } : { code: "file-unreadable", path: shown, detail: code };
  }
}

function refusal(imported: Extract<Imported, { ok: false }>, files: readonly string[], environment: Environment): Diagnostic {
  const file = files.find((path) => basename(path) === imported.file) ?? imported.file;
  return { severity: "error", place: pathPlace(displayPath(resolve(environment.cwd, file), environment.cwd)), ...imported.problem };
}

/**
 * Signs that the tests prove to read back as they were written, whatever their order. A fresh file of nothing else is not read back before it is
 * written, which takes as long as all the rest; one with a rarer sign is, and so is one that goes in the place of a person's work.
 */
const usual = /^[\n -~\u3000-\u303F\u4E00-\u9FFF\uFF01-\uFF5E“”‘’…—·‰①-⑳㈠-㈩≥≤×÷±℃㎡⏎]*$/u;

/** What is written must be readable: a text that is not is a bug of ours, and nothing is written. */
async function check(text: string, path: string): Promise<void> {
  const { parseCriteria } = await import("../../criteria/parse-criteria.ts");
  const parsed = parseCriteria({ path, text });
  if (!parsed.ok) throw new Error(`imported criteria do not parse: ${parsed.errors.map(({ code }) => code).join(", ")}`);
}

async function finish(
  files: readonly { readonly path: string; readonly text: string }[],
  report: ImportReport,
  options: ImportCommandOptions,
  environment: Environment,
): Promise<ExitCode> {
  for (const { path, text } of files) {
    try {
      await writeWhole(path, text);
    } catch (error) {
      const shown = displayPath(path, environment.cwd);
      const problem: Problem = { code: "output-not-writable", path: shown, detail: systemCode(error) };
      return refuseInput([{ severity: "error", place: pathPlace(shown), ...problem }], [], environment, options.json === true);
    }
  }
  environment.print(options.json === true ? importJson(report) : importText(report));
  return exitCodes.ready;
}
