import type { Diagnostic, Problem } from "../model/diagnostic.ts";
import { frameOf, positionOf } from "./code-frame.ts";
import { criteriaWording } from "./criteria-problems.ts";
import { importWording } from "./import-problems.ts";
import { runWording } from "./run-problems.ts";
import { schemaWording } from "./schema-problems.ts";
import { templateWording } from "./template-problems.ts";
import { visible } from "./visible.ts";
import type { Wording, Words } from "./wording.ts";
import { workspaceWording } from "./workspace-problems.ts";

const wording: Wording<Problem> = {
  ...schemaWording,
  ...criteriaWording,
  ...workspaceWording,
  ...templateWording,
  ...runWording,
  ...importWording,
};

/** What is wrong and what to do next, in Chinese, without the place; safe to print. */
export function describeProblem(problem: Problem): Words {
  // The table pairs each code with its own facts; a problem is worded by the entry of its code.
  const words = (wording[problem.code] as (problem: Problem) => Words)(problem);
  return { what: visible(words.what), next: visible(words.next) };
}

/** Marks parts of a message, for a terminal with colours. */
export interface Painter {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly faint: (text: string) => string;
}

const plain: Painter = { error: (text) => text, warning: (text) => text, faint: (text) => text };

/** `文件:行:列 错误：…`, the quoted line with a caret under the place, and what to do next. Several lines, no line break at the end. */
export function formatDiagnostic(diagnostic: Diagnostic, painter: Painter = plain): string {
  const { what, next } = describeProblem(diagnostic);
  const label = diagnostic.severity === "error" ? painter.error("错误") : painter.warning("警告");
  const lines = [`${whereIs(diagnostic)} ${label}：${what}`];
  if (diagnostic.place.kind === "source" && diagnostic.place.source.text.trim() !== "")
    lines.push(painter.faint(frameOf(diagnostic.place)));
  if (next !== "") lines.push(`  → ${next}`);
  return lines.join("\n");
}

/** One line without the quoted text: `文件:行 警告：…… — ……`. For remarks that come back at every run. */
export function formatBriefly(diagnostic: Diagnostic, painter: Painter = plain): string {
  const { what, next } = describeProblem(diagnostic);
  const label = diagnostic.severity === "error" ? painter.error("错误") : painter.warning("警告");
  const where = diagnostic.place.kind === "source" ? whereIs(diagnostic).replace(/:\d+$/u, "") : whereIs(diagnostic);
  return `${where} ${label}：${what}${next === "" ? "" : ` — ${next}`}`;
}

/** Fewer warnings with the same advice are printed one by one. */
const groupFrom = 4;

/**
 * Warnings in brief, in their order; those of one file that ask for the same thing stand under one head with the advice once:
 * nine units that are not in yingkao.yaml are one matter, not nine.
 */
export function formatAllBriefly(diagnostics: readonly Diagnostic[]): readonly string[] {
  const groups = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const key = groupKey(diagnostic);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [diagnostic]);
    else group.push(diagnostic);
  }
  return [...groups.values()].flatMap((group) =>
    group.length < groupFrom ? group.map((each) => formatBriefly(each)) : [formatGroup(group)],
  );
}

function groupKey(diagnostic: Diagnostic): string {
  const { place, severity, code } = diagnostic;
  return [severity, code, place.kind === "source" ? place.source.path : "", describeProblem(diagnostic).next].join("\n");
}

function formatGroup(group: readonly Diagnostic[]): string {
  const [first] = group;
  if (first === undefined) return "";
  const path = first.place.kind === "source" ? `${visible(first.place.source.path)} ` : "";
  const lines = group.map((each) => `  ${lineOf(each)}${describeProblem(each).what}`);
  return [`${path}警告 ${String(group.length)} 处，同一个办法：${describeProblem(first).next}`, ...lines].join("\n");
}

function lineOf({ place }: Diagnostic): string {
  return place.kind === "source" ? `第 ${String(positionOf(place).line)} 行　` : `${visible(place.path)}　`;
}

/** A diagnostic as JSON: line and column are 1-based, absent when the problem is a file's or a folder's. */
export interface DiagnosticJson {
  readonly severity: Diagnostic["severity"];
  readonly code: Problem["code"];
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
  readonly advice: string;
}

export function diagnosticJson(diagnostic: Diagnostic): DiagnosticJson {
  const { severity, code, place } = diagnostic;
  const { what, next } = describeProblem(diagnostic);
  const position = place.kind === "source" ? positionOf(place) : {};
  const path = place.kind === "source" ? place.source.path : place.path;
  return { severity, code, path, ...position, message: what, advice: next };
}

function whereIs({ place }: Diagnostic): string {
  if (place.kind === "path") return visible(place.path);
  const { line, column } = positionOf(place);
  return `${visible(place.source.path)}:${line}:${column}`;
}
