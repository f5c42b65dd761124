import { collectBlocks, toResult } from "../collect-blocks.ts";
import { decodeHead } from "../decode-head.ts";
import type { ReaderInput, ReadResult } from "../reader.ts";

/** Tables as text, separated by commas, semicolons or tabs: a block per row, at the line where it begins. */
export function readCsv({ bytes, limits }: ReaderInput): ReadResult {
  const { text, cut } = decodeHead(bytes, limits);
  const collector = collectBlocks(limits);
  if (cut) collector.markCut();
  const separator = separatorOf(text.slice(0, 10_000));
  let line = 1;
  let rows = 0;
  for (let at = 0; at < text.length && !collector.full(); rows += 1) {
    if (rows >= limits.rows) {
      collector.markCut();
      break;
    }
    const row = readRow(text, at, separator);
    const filled = row.cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
    collector.add({ text: filled.join("\t"), at: { kind: "line", line }, role: "row" });
    line += row.lines;
    at = row.end;
  }
  return toResult({ format: "csv" }, collector);
}

/** The sign that the first line has most of. */
function separatorOf(head: string): string {
  const line = head.split(/\r?\n/).find((candidate) => candidate.trim() !== "") ?? "";
  const count = (sign: string): number => line.split(sign).length;
  return [",", ";", "\t"].reduce((best, sign) => (count(sign) >= count(best) ? sign : best), ",");
}

/** A cell in quotes may hold separators, line breaks and doubled quotes; one whose quotes never close ends at 100,000 characters. */
function readRow(text: string, from: number, separator: string) {
  const cells: string[] = [];
  let lines = 0;
  let at = from;
  for (;;) {
    const quoted = text.charAt(at) === '"' ? quotedCell(text, at + 1) : undefined;
    const start = quoted?.end ?? at;
    const end = plainEnd(text, start, separator);
    cells.push((quoted?.value ?? "") + text.slice(start, end));
    lines += quoted === undefined ? 0 : quoted.value.split("\n").length - 1;
    at = end;
    if (text.charAt(at) !== separator) break;
    at += 1;
  }
  return { cells, lines: lines + 1, end: text.startsWith("\r\n", at) ? at + 2 : at + 1 };
}

const longestCell = 100_000;

function quotedCell(text: string, start: number): { readonly value: string; readonly end: number } | undefined {
  let at = text.indexOf('"', start);
  while (at !== -1 && text.charAt(at + 1) === '"' && at - start < longestCell) at = text.indexOf('"', at + 2);
  if (at === -1 || at - start > longestCell) return undefined;
  return { value: text.slice(start, at).replaceAll('""', '"'), end: at + 1 };
}

function plainEnd(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text.charAt(at) !== separator && text.charAt(at) !== "\n" && text.charAt(at) !== "\r") at += 1;
  return at;
}
