import { resolve } from "node:path";
import { lintCriteria } from "../../criteria/lint-criteria.ts";
import { parseCriteria } from "../../criteria/parse-criteria.ts";
import { readText } from "../../io/read-text.ts";
import { diagnosticJson } from "../../messages/diagnostic.ts";
import type { Criteria } from "../../model/criteria.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { formatPoints } from "../../model/points.ts";
import { complainInFull } from "../complain.ts";
import type { Environment } from "../environment.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";

export interface LintOptions {
  readonly json?: boolean;
  readonly strict?: boolean;
}

/** `criteria lint`: errors make it exit 2; warnings are printed and, under --strict, exit 1. */
export async function criteriaLintCommand(file: string, options: LintOptions, environment: Environment): Promise<ExitCode> {
  const { criteria, errors, warnings } = lintFile(resolve(environment.cwd, file), environment.cwd);
  if (options.json === true) {
    const list = [...errors, ...warnings].map(diagnosticJson);
    environment.print(
      `${JSON.stringify({ schema: 1, file, errors: errors.length, warnings: warnings.length, diagnostics: list }, null, 2)}\n`,
    );
  } else {
    complainInFull([...errors, ...warnings], environment);
    environment.print(`${summary(file, criteria, errors.length, warnings.length, options.strict === true)}\n`);
  }
  if (errors.length > 0) return Promise.resolve(exitCodes.wrongInput);
  return Promise.resolve(warnings.length > 0 && options.strict === true ? exitCodes.gaps : exitCodes.ready);
}

function lintFile(path: string, cwd: string): { criteria?: Criteria; errors: readonly Diagnostic[]; warnings: readonly Diagnostic[] } {
  const read = readText(path, cwd);
  if (!read.ok) return { errors: [{ severity: "error", place: read.place, ...read.problem }], warnings: [] };
  const parsed = parseCriteria(read.source);
  if (!parsed.ok) return { errors: parsed.errors, warnings: parsed.warnings };
  return { criteria: parsed.value, errors: [], warnings: [...parsed.warnings, ...lintCriteria(parsed.value)] };
}

function summary(file: string, criteria: Criteria | undefined, errors: number, warnings: number, strict: boolean): string {
  if (criteria === undefined)
    return `${file}：${String(errors)} 处错误、${String(warnings)} 处提醒。有错误的细则不能用于自评，请按上面的提示改正。`;
  const clauses = criteria.sections.flatMap((section) => section.clauses);
  const size = `${String(criteria.fields.length)} 个领域、${String(criteria.sections.length)} 个考核项目、${String(clauses.length)} 条，总分 ${formatPoints(criteria.total)} 分`;
  return warnings === 0
    ? `${file}：${size}，没有发现问题。`
    : `${file}：${size}；${String(warnings)} 处提醒，${strict ? "按 --strict 不算通过" : "不影响使用"}，请逐条核对原文。`;
}
