import type { CellValue, Row, Style, Worksheet } from "exceljs";
import type { Sheet, SheetRow } from "../../report/workbook.ts";
import { type CellContent, cellContent } from "./cell-content.ts";
import { columnWidths, fitCell, MAX_HEIGHT } from "./cell-fit.ts";
import { type CellLook, type RowRole, roleLooks } from "./cell-look.ts";
import { cleanText } from "./clean-text.ts";

type StyleOf = (look: CellLook) => Partial<Style>;

/** Where the rows of a sheet stand; rows count from 1. */
export interface SheetFrame {
  readonly headerRow: number;
  readonly lastRow: number;
  /** Without the totals at the end, which are neither filtered nor filled in. */
  readonly lastDataRow: number;
}

export function frameOf(sheet: Sheet): SheetFrame {
  const headerRow = sheet.note === undefined ? 2 : 3;
  const dataRows = sheet.rows.findLastIndex((row) => row.kind !== "total") + 1;
  return { headerRow, lastRow: headerRow + sheet.rows.length, lastDataRow: headerRow + dataRows };
}

/** Writes the rows top to bottom; each is sent off before the next begins, so that no sheet is held in memory as objects. */
export function writeRows(worksheet: Worksheet, sheet: Sheet, styleOf: StyleOf): void {
  const widths = columnWidths(sheet);
  worksheet.columns = widths.map((width) => ({ width }));
  const writer: RowWriter = { worksheet, sheet, widths, styleOf, next: 1 };
  writeMerged(writer, "title", sheet.title, "center");
  if (sheet.note !== undefined) writeMerged(writer, "note", sheet.note, "left");
  writeHeader(writer);
  for (const row of sheet.rows) writeRow(writer, row);
}

interface RowWriter {
  readonly worksheet: Worksheet;
  readonly sheet: Sheet;
  readonly widths: readonly number[];
  readonly styleOf: StyleOf;
  next: number;
}

function nextRow(writer: RowWriter): Row {
  const row = writer.worksheet.getRow(writer.next);
  writer.next += 1;
  return row;
}

function writeMerged(writer: RowWriter, role: "title" | "note", text: string, align: "left" | "center"): void {
  const content: CellContent = {
    value: cleanText(text),
    shown: text,
    look: { role, align, numberFormat: "General", link: false },
  };
  writeAcross(writer, content, roleLooks[role].font.size, role === "title" ? 12 : 4);
}

function writeHeader(writer: RowWriter): void {
  const row = nextRow(writer);
  const look: CellLook = { role: "header", align: "center", numberFormat: "General", link: false };
  const heights = writer.sheet.columns.map((column, index) => {
    put(row, index, cleanText(column.header), writer.styleOf(look));
    return fitCell(column.header, writer.widths[index] ?? 0).height;
  });
  finish(row, Math.max(24, ...heights) + 4);
}

function writeRow(writer: RowWriter, row: SheetRow): void {
  const columns = writer.sheet.columns.length;
  if (row.cells.length > (row.kind === "group" ? 1 : columns)) {
    throw new RangeError(`sheet ${writer.sheet.name}: a ${row.kind} row has ${row.cells.length} cells for ${columns} columns`);
  }
  if (row.kind === "group") writeGroup(writer, row);
  else writeCells(writer, row, row.kind);
}

function writeGroup(writer: RowWriter, row: SheetRow): void {
  const content = cellContent(row.cells[0] ?? { kind: "empty" }, undefined, "group");
  writeAcross(writer, content, 10.5, 2);
}

function writeCells(writer: RowWriter, source: SheetRow, role: RowRole): void {
  const row = nextRow(writer);
  let height = 0;
  for (const [index, column] of writer.sheet.columns.entries()) {
    const content = cellContent(source.cells[index] ?? { kind: "empty" }, column, role);
    const fit = fitCell(content.shown, writer.widths[index] ?? 0);
    const look = fit.size === undefined ? content.look : { ...content.look, size: fit.size };
    put(row, index, content.value, writer.styleOf(look));
    height = Math.max(height, fit.height);
  }
  finish(row, height);
}

/** One cell across all columns. Neither Excel nor WPS fits the height of merged cells by itself. */
function writeAcross(writer: RowWriter, content: CellContent, size: number, extra: number): void {
  const row = nextRow(writer);
  const width = writer.widths.reduce((sum, one) => sum + one, 0);
  const fit = fitCell(content.shown, width, size);
  const look = fit.size === undefined ? content.look : { ...content.look, size: fit.size };
  put(row, 0, content.value, writer.styleOf(look));
  if (writer.widths.length > 1) writer.worksheet.mergeCells(row.number, 1, row.number, writer.widths.length);
  finish(row, fit.height + extra);
}

function put(row: Row, index: number, value: CellValue, style: Partial<Style>): void {
  const cell = row.getCell(index + 1);
  if (value !== null) cell.value = value;
  cell.style = style;
}

function finish(row: Row, height: number): void {
  row.height = Math.min(MAX_HEIGHT, Math.round(height * 4) / 4);
  row.commit();
}
