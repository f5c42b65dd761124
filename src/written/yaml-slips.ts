import type { YAMLError } from "yaml";
import type { SchemaProblem } from "../model/diagnostic.ts";
import type { Span } from "./sheet.ts";

/** What a person did, behind what the library says about it. */
export interface Slip {
  readonly span: Span;
  readonly problem: SchemaProblem;
}

const consequences: ReadonlySet<string> = new Set(["BLOCK_AS_IMPLICIT_KEY", "MULTILINE_IMPLICIT_KEY"]);

/** One slip of the indentation derails the lines behind it: of each such chain the first error, else one error per line. */
export function headsOfChains(errors: readonly YAMLError[], text: string): readonly YAMLError[] {
  const seen = new Set<number>();
  let reach = -1;
  const inOrder = errors.toSorted((a, b) => a.pos[0] - b.pos[0]);
  return inOrder.filter(({ code, pos }) => {
    const [first, last] = [lineStart(text, pos[0]), lineStart(text, pos[1])];
    const follows = first <= reach && consequences.has(code);
    // A chain runs from line to line, and no further than its errors touch.
    reach = Math.max(reach, last);
    if (follows || seen.has(first)) return false;
    seen.add(first);
    return true;
  });
}

/** The slip that explains the error; undefined when none is known. */
export function slipBehind(error: YAMLError, all: readonly YAMLError[], text: string): Slip | undefined {
  const { code, message, pos } = error;
  if (code === "BLOCK_IN_FLOW") return wideCommaIn(text, pos);
  if (code === "BLOCK_AS_IMPLICIT_KEY") return deeperNextLine(error, all, text);
  if (code === "BAD_SCALAR_START" || code === "UNEXPECTED_TOKEN") return needsQuotes(text, pos);
  const misaligned = code === "TAB_AS_INDENT" || /same column|without - indicator/u.test(message);
  return misaligned ? badIndent(text, lineStart(text, pos[0])) : undefined;
}

const chineseComma = /[，、；]/u;

/** A Chinese comma between brackets: two items that YAML reads as one. */
export function wideCommaIn(text: string, [from, to]: Span): Slip | undefined {
  const match = chineseComma.exec(text.slice(from, to));
  if (match === null) return undefined;
  const at = from + match.index;
  return { span: [at, at + 1], problem: { code: "wide-comma", written: match[0] } };
}

/** `title: 会议` and below it, further right, `points: 4`: the library takes both for one key. */
function deeperNextLine(error: YAMLError, all: readonly YAMLError[], text: string): Slip | undefined {
  const joined = all.find((other) => other.code === "MULTILINE_IMPLICIT_KEY" && other.pos[0] === error.pos[0]);
  if (joined === undefined) return undefined;
  const next = lineStart(text, joined.pos[1]);
  return next > lineStart(text, error.pos[0]) ? badIndent(text, next) : undefined;
}

function badIndent(text: string, start: number): Slip {
  const line = lineAt(text, start);
  const white = /^[ \t]*/u.exec(line)?.[0] ?? "";
  const tab = white.includes("\t");
  const [above, below] = [neighbour(text, start, -1), neighbour(text, start, 1)];
  const from = tab ? start : start + white.length;
  return {
    span: [from, tab ? start + white.length : from + (/^[^\s:：]*/u.exec(line.slice(white.length))?.[0].length ?? 1)],
    problem: {
      code: "bad-indent",
      tab,
      spaces: keyColumn(line),
      ...(above === undefined ? {} : { above }),
      ...(below === undefined ? {} : { below }),
    },
  };
}

/** Columns before the key of the next line that holds something, above (-1) or below (1). */
function neighbour(text: string, start: number, step: -1 | 1): number | undefined {
  const lines = step === 1 ? text.slice(start).split("\n").slice(1) : text.slice(0, start).split("\n").slice(0, -1).toReversed();
  const line = lines.find((candidate) => /^\s*[^\s#]/u.test(candidate));
  return line === undefined || /^ *\t/u.test(line) ? undefined : keyColumn(line);
}

/** A dash and the spaces behind it count: the key stands behind them. */
function keyColumn(line: string): number {
  return /^[ \t]*(?:- +)*/u.exec(line)?.[0].length ?? 0;
}

/** Signs that mean something to YAML at the beginning of a value. */
const signs = "[{*&>|`%@!-";

function needsQuotes(text: string, [from, to]: Span): Slip | undefined {
  const start = lineStart(text, from);
  const match = /^(?:[ \t]*(?:- +)*(?:[A-Za-z]\w*:[ \t]+)?)([^\s])/u.exec(lineAt(text, start));
  const first = match?.[1] ?? "";
  return first !== "" && signs.includes(first) ? { span: [from, to], problem: { code: "needs-quotes", first } } : undefined;
}

function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

function lineAt(text: string, start: number): string {
  const end = text.indexOf("\n", start);
  return text.slice(start, end === -1 ? text.length : end);
}
