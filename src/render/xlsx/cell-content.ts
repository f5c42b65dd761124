import type { CellValue } from "exceljs";
import { type CalendarDate, dayNumber } from "../../model/dates.ts";
import type { SheetCell, SheetColumn } from "../../report/workbook.ts";
import { alignmentOf, type CellLook, dateFormat, numberFormatOf, quotedTextFormat, type RowRole } from "./cell-look.ts";
import { cleanText, looksLikeFormula } from "./clean-text.ts";
import { linkAddress } from "./link-address.ts";

/** A cell as exceljs takes it: value, look, and the text that a reader sees (for the height of its row). */
export interface CellContent {
  readonly value: CellValue;
  readonly look: CellLook;
  readonly shown: string;
}

/** @throws RangeError when a number is not finite: a workbook with NaN does not open. */
export function cellContent(cell: SheetCell, column: SheetColumn | undefined, role: RowRole): CellContent {
  switch (cell.kind) {
    case "empty":
      return { value: null, look: look(role, column), shown: "" };
    case "text":
      return textContent(cell.text, look(role, column));
    case "number":
      return numberContent(cell.value, column, role);
    case "date":
      return dateContent(cell.date, column, role);
    case "link":
      return linkContent(cell.text, cell.target, look(role, column));
  }
}

function look(role: RowRole, column: SheetColumn | undefined): CellLook {
  return { role, align: alignmentOf(column), numberFormat: numberFormatOf(column), link: false };
}

/** A string cell is never evaluated, whatever it begins with; the quote prefix keeps it so when a person edits it. */
function textContent(text: string, base: CellLook): CellContent {
  const shown = cleanText(text);
  const numberFormat = looksLikeFormula(shown) ? quotedTextFormat : base.numberFormat;
  return { value: shown, look: { ...base, numberFormat }, shown };
}

function numberContent(value: number, column: SheetColumn | undefined, role: RowRole): CellContent {
  const exact = exactNumber(value, column?.format === "rate");
  const base = look(role, column);
  return { value: exact, look: { ...base, numberFormat: formatFor(exact, base.numberFormat) }, shown: String(exact) };
}

/** "@" would turn the number into text as soon as a person edits it; "0" would show 2.5 as 3. */
function formatFor(value: number, columnFormat: string): string {
  if (columnFormat === "@") return "General";
  return columnFormat === "0" && !Number.isInteger(value) ? "General" : columnFormat;
}

/** Points are thousandths of 分 (model/points.ts), so a third decimal is the last; rates keep the 15 digits that Excel keeps. */
function exactNumber(value: number, rate: boolean): number {
  if (!Number.isFinite(value)) throw new RangeError(`a cell cannot hold ${String(value)}`);
  const exact = Number(rate ? value.toPrecision(15) : value.toFixed(3));
  return exact === 0 ? 0 : exact;
}

function dateContent(date: CalendarDate, column: SheetColumn | undefined, role: RowRole): CellContent {
  const base = look(role, column);
  const serial = dateSerial(date);
  return { value: serial ?? date, look: { ...base, numberFormat: dateFormat }, shown: date };
}

/** 30 December 1899 on the count of dayNumber; makeDate knows no day before 1900. */
const SERIAL_ZERO = 693_899;

/** Excel's day count. Undefined before 1 March 1900, where Excel counts a 29 February 1900 that never was. */
function dateSerial(date: CalendarDate): number | undefined {
  return date < "1900-03-01" ? undefined : dayNumber(date) - SERIAL_ZERO;
}

function linkContent(text: string, target: string, base: CellLook): CellContent {
  const address = linkAddress(target);
  const label = text === "" ? (target.split("/").at(-1) ?? target) : text;
  // What cannot be a link still says where the file is.
  if (address === undefined) return textContent(target === "" ? label : `${label}（${target}）`, base);
  const plain = textContent(label, base);
  return { value: { text: plain.shown, hyperlink: address }, look: { ...plain.look, link: true }, shown: plain.shown };
}
