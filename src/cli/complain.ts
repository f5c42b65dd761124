import { diagnosticJson, formatAllBriefly, formatDiagnostic } from "../messages/diagnostic.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Environment } from "./environment.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";

/**
 * Prints what is wrong with the input, every problem of it, and says how many. Always exit code 2.
 * Under --json standard output is one JSON document here too, so that a script need not read Chinese sentences.
 */
export function refuseInput(
  errors: readonly Diagnostic[],
  warnings: readonly Diagnostic[],
  environment: Environment,
  json = false,
): ExitCode {
  if (json) {
    const diagnostics = [...errors, ...warnings].map(diagnosticJson);
    environment.print(`${JSON.stringify({ schema: 1, errors: errors.length, warnings: warnings.length, diagnostics }, null, 2)}\n`);
    return exitCodes.wrongInput;
  }
  complainAll([...errors, ...warnings], environment);
  environment.complain(`\n共 ${String(errors.length)} 处错误，改好后再运行；没有写出任何文件。\n`);
  return exitCodes.wrongInput;
}

/** Errors with the quoted line; warnings, which come back at every run, behind them and in brief. */
export function complainAll(diagnostics: readonly Diagnostic[], environment: Environment): void {
  for (const diagnostic of diagnostics) if (diagnostic.severity === "error") environment.complain(`${formatDiagnostic(diagnostic)}\n`);
  for (const text of formatAllBriefly(diagnostics.filter(({ severity }) => severity !== "error"))) environment.complain(`${text}\n`);
}

/** Everything with the quoted line: for a command that is about the file itself. */
export function complainInFull(diagnostics: readonly Diagnostic[], environment: Environment): void {
  for (const diagnostic of diagnostics) environment.complain(`${formatDiagnostic(diagnostic)}\n`);
}

/** One line instead of every remark of the lint: a check is about the evidence. */
export function mentionLint(remarks: number, criteria: string, environment: Environment): void {
  if (remarks > 0) environment.complain(`提醒：细则有 ${String(remarks)} 处值得核对，运行 yingkao criteria lint ${criteria} 查看。\n`);
}
