import { collectBlocks, toResult } from "../collect-blocks.ts";
import { readCsvRow, separatorOf } from "../csv-row.ts";
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
    const row = readCsvRow(text, at, separator);
    const filled = row.cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
    collector.add({ text: filled.join("\t"), at: { kind: "line", line }, role: "row" });
    line += row.lines;
    at = row.end;
  }
  return toResult({ format: "csv" }, collector);
}
