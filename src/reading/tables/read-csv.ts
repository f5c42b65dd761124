import type { SourceCell } from "../../model/source-document.ts";
import { readCsvRow, separatorOf } from "../csv-row.ts";
import { decodeText } from "../decode-text.ts";
import { rowLimit, type SourceResult, sourceFailed, sourceRead, tooManyRows } from "./source-result.ts";

const bytesLimit = 32 * 2 ** 20;

/** Separated text in UTF-8 or a Chinese code page: one table. A row of the table is a record, which may take several lines. */
export function readCsvSource(bytes: Uint8Array): SourceResult {
  if (bytes.length > bytesLimit) return sourceFailed("too-large", `${Math.ceil(bytes.length / 2 ** 20)} MB 的文本`);
  const { text } = decodeText(bytes);
  const separator = separatorOf(text.slice(0, 10_000));
  const rows: SourceCell[][] = [];
  let [width, records] = [0, 0];
  for (let at = 0; at < text.length; ) {
    const record = readCsvRow(text, at, separator);
    at = record.end;
    records += 1;
    if (records > rowLimit) continue;
    const row = records;
    const cells = record.cells.map((cell, index) => cellOf(cell, row, index + 1)).filter((cell) => cell.text !== "");
    width = Math.max(width, cells.at(-1)?.column ?? 0);
    rows.push(cells);
  }
  if (records > rowLimit) return tooManyRows(records);
  return sourceRead(width === 0 ? [] : [{ kind: "table", width, rows }], []);
}

/** Exports guard numbers against Excel as ="001". */
function cellOf(written: string, row: number, column: number): SourceCell {
  const text = written
    .replace(/^="?([^"]*)"?$/, "$1")
    .replaceAll(/\r\n?/g, "\n")
    .trim();
  return { text, row, column, rowSpan: 1, columnSpan: 1, at: { kind: "table-cell", table: 1, row, column } };
}
