import type { Sheet, SheetCell, SheetColumn } from "../../report/workbook.ts";
import { cellContent } from "./cell-content.ts";
import { countLines, linesHeight, textWidth } from "./text-extent.ts";

/** The tallest row that Excel knows, in pt. */
export const MAX_HEIGHT = 409;
const ROW_PADDING = 7;
const MIN_HEIGHT = 22;
/** Font sizes of a long cell in turn: a row cannot be taller than MAX_HEIGHT, and what does not fit would not be printed. */
const SIZES = [10.5, 9, 8] as const;
const MAX_WIDENING = 2.5;
const MAX_WIDTH = 150;

export interface CellFit {
  /** Row height in pt that shows the whole text. */
  readonly height: number;
  /** Font size in pt; undefined: the usual one. */
  readonly size?: number;
}

/** The largest font size at which the text fits into a row, and the height that it needs. */
export function fitCell(text: string, width: number, base = 10.5): CellFit {
  let height = 0;
  for (const [index, size] of SIZES.entries()) {
    const actual = (size * base) / 10.5;
    height = linesHeight(countLines(text, width, actual), actual) + ROW_PADDING;
    if (height <= MAX_HEIGHT) return { height: Math.max(MIN_HEIGHT, height), ...(index === 0 ? {} : { size: actual }) };
  }
  return { height: MAX_HEIGHT, size: 8 };
}

/**
 * Column widths: as composed, but wide enough that no number or date is drawn as #### and no text is longer than the tallest row
 * (within reason: a column grows to at most 2.5 times its width).
 */
export function columnWidths(sheet: Sheet): readonly number[] {
  const widths = sheet.columns.map((column) => Math.max(column.width, 4));
  for (const row of sheet.rows) {
    if (row.kind === "group") continue;
    for (const [index, cell] of row.cells.entries()) {
      const width = widths[index];
      const column = sheet.columns[index];
      if (width === undefined || column === undefined || isShort(cell)) continue;
      const { shown } = cellContent(cell, column, row.kind);
      widths[index] = cell.kind === "number" || cell.kind === "date" ? numberWidth(shown, width) : textColumnWidth(shown, width, column);
    }
  }
  return widths;
}

/** Whether a cell shows so little text that no column is too narrow for it: what cleaning adds to a text at most doubles it. */
function isShort(cell: SheetCell): boolean {
  // A longer target may be too long for a link and then stands in the cell.
  if (cell.kind === "link") return cell.text !== "" && cell.text.length < unmeasured / 2 && cell.target.length <= 200;
  return cell.kind === "empty" || (cell.kind === "text" && cell.text.length < unmeasured / 2);
}

/** Characters of a text that is far from a full row and need not be measured: 27 lines of 10 characters at least. */
const unmeasured = 100;

function numberWidth(shown: string, width: number): number {
  return Math.max(width, textWidth(shown) + 2);
}

function textColumnWidth(shown: string, width: number, column: SheetColumn): number {
  if (shown.length < unmeasured) return width;
  const limit = Math.min(MAX_WIDTH, column.width * MAX_WIDENING);
  let wide = width;
  while (wide < limit && linesHeight(countLines(shown, wide, 8), 8) + ROW_PADDING > MAX_HEIGHT) wide = Math.min(limit, wide + 2);
  return wide;
}
