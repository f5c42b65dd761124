import { attribute, scanXml, unescapeText } from "../../xml-scan.ts";
import { cellKey, parseAddress } from "../cell-address.ts";
import { isStale, type StoredFormula } from "../formula.ts";
import type { MergedArea, Sheet, SheetCell } from "../sheet-table.ts";
import type { NumberDisplay } from "./displayed-number.ts";

export interface SheetContext {
  readonly strings: readonly string[];
  readonly formats: readonly string[];
  readonly display: NumberDisplay;
  /** The workbook does not calculate by itself, or only when it is opened. */
  readonly uncertain: boolean;
  readonly rowLimit: number;
}

export interface SheetScan extends Sheet {
  /** Rows that say something, also those beyond the limit, whose cells are not taken. */
  readonly rowCount: number;
}

/** One worksheet: what each cell shows, which are merged, which rows and columns are hidden. */
export function scanSheet(xml: string, name: string, context: SheetContext): SheetScan {
  const scan = newScan(context);
  scanXml(xml, {
    text: (raw) => {
      if (scan.in === "value") scan.value += raw;
      else if (scan.in === "formula") scan.formula = (scan.formula ?? "") + raw;
    },
    open: (element, tag) => {
      openElement(scan, element, tag);
      return false;
    },
    close: (element) => {
      closeElement(scan, element);
      return false;
    },
  });
  const old = staleCells(scan);
  const { filter } = scan;
  const isFiltered = (row: number): boolean => filter !== undefined && row > filter.row && row <= filter.lastRow;
  return {
    name,
    cells:
      old.size === 0
        ? scan.cells
        : scan.cells.map((cell) =>
            cell.formula === undefined && old.has(cellKey(cell.row, cell.column)) ? { ...cell, formula: "stale" } : cell,
          ),
    merged: scan.merged,
    hiddenRows: new Set([...scan.hiddenRows].filter((row) => !isFiltered(row))),
    hiddenColumns: scan.hiddenColumns,
    filteredRows: [...scan.hiddenRows].filter(isFiltered),
    rowCount: scan.rowCount,
  };
}

/** Keys of the formulas whose stored value may be old. */
function staleCells({ formulas, cells, values, context }: Scan): ReadonlySet<number> {
  if (formulas.length === 0) return new Set();
  const numbers = new Map(cells.map(({ row, column }, index) => [cellKey(row, column), values[index] ?? Number.NaN]));
  return new Set(formulas.filter((each) => isStale(each, numbers, context.uncertain)).map(({ row, column }) => cellKey(row, column)));
}

interface Scan {
  readonly context: SheetContext;
  readonly cells: SheetCell[];
  readonly formulas: StoredFormula[];
  /** What each of the cells stores as a number; NaN when it is text. */
  readonly values: number[];
  readonly merged: MergedArea[];
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
  /** The range of a filter that is in force. */
  filter: MergedArea | undefined;
  filterRange: MergedArea | undefined;
  rowCount: number;
  rowFilled: boolean;
  row: number;
  column: number;
  type: string;
  style: number;
  value: string;
  formula: string | undefined;
  in: "value" | "formula" | "phonetic" | undefined;
}

function newScan(context: SheetContext): Scan {
  return {
    context,
    cells: [],
    formulas: [],
    values: [],
    merged: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    filter: undefined,
    filterRange: undefined,
    rowCount: 0,
    rowFilled: false,
    row: 0,
    column: 0,
    type: "n",
    style: 0,
    value: "",
    formula: undefined,
    in: undefined,
  };
}

function openElement(scan: Scan, name: string, tag: string): void {
  switch (name) {
    case "c":
      startCell(scan, tag);
      return;
    case "v":
      scan.in = "value";
      return;
    case "t":
      if (scan.in !== "phonetic") scan.in = "value";
      return;
    case "rPh":
      scan.in = "phonetic";
      return;
    case "f":
      scan.in = "formula";
      scan.formula = "";
      return;
    case "row":
      startRow(scan, tag);
      return;
    case "col":
      noteColumns(scan, tag);
      return;
    case "mergeCell": {
      const area = parseRange(attribute(tag, "ref") ?? "");
      if (area !== undefined && scan.merged.length < 100_000) scan.merged.push(area);
      return;
    }
    case "autoFilter":
      scan.filterRange = parseRange(attribute(tag, "ref") ?? "");
      return;
    case "filterColumn":
      scan.filter = scan.filterRange;
  }
}

/** Some programs leave the address out; then rows and cells follow each other. */
function startRow(scan: Scan, tag: string): void {
  scan.row = Number(attribute(tag, "r")) || scan.row + 1;
  scan.column = 0;
  scan.rowFilled = false;
  if (isOn(attribute(tag, "hidden"))) scan.hiddenRows.add(scan.row);
}

function startCell(scan: Scan, tag: string): void {
  scan.column = parseAddress(attribute(tag, "r") ?? "")?.column ?? scan.column + 1;
  scan.type = attribute(tag, "t") ?? "n";
  scan.style = Number(attribute(tag, "s") ?? 0);
  scan.value = "";
  scan.formula = undefined;
  scan.in = undefined;
}

function noteColumns(scan: Scan, tag: string): void {
  if (!isOn(attribute(tag, "hidden")) && attribute(tag, "width") !== "0") return;
  const last = Math.min(16_384, Number(attribute(tag, "max")) || 0);
  for (let column = Number(attribute(tag, "min")) || 1; column <= last; column += 1) scan.hiddenColumns.add(column);
}

function isOn(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

function closeElement(scan: Scan, name: string): void {
  if (name === "v" || name === "f" || name === "rPh" || (name === "t" && scan.in !== "phonetic")) scan.in = undefined;
  else if (name === "c") closeCell(scan);
  else if (name === "row" && scan.rowFilled) scan.rowCount += 1;
}

function closeCell(scan: Scan): void {
  const { row, column, formula, value } = scan;
  if (value === "" && formula === undefined) return;
  scan.rowFilled = true;
  if (scan.rowCount >= scan.context.rowLimit) return;
  const number = scan.type === "n" && value !== "" ? Number(value) : Number.NaN;
  if (formula !== undefined && value !== "") scan.formulas.push({ row, column, text: unescapeText(formula), value: number });
  const missing = formula !== undefined && value === "" && scan.type !== "str";
  const state = scan.type === "e" ? "error" : missing ? "missing" : undefined;
  scan.values.push(number);
  scan.cells.push({ row, column, text: cellText(scan, number), ...(state === undefined ? {} : { formula: state }) });
}

function cellText({ type, value, style, context }: Scan, number: number): string {
  switch (type) {
    case "s":
      return lines(context.strings[Number(value)] ?? "");
    case "str":
    case "inlineStr":
    case "e":
      return lines(unescapeText(value));
    case "b":
      return value === "1" ? "TRUE" : "FALSE";
    case "d":
      return value.replace(/T00:00:00.*$/, "");
    default:
      return Number.isNaN(number) ? unescapeText(value) : context.display(number, context.formats[style] ?? "General");
  }
}

function lines(text: string): string {
  return text.replaceAll("_x000D_", "").replaceAll(/\r\n?/g, "\n").trim();
}

function parseRange(range: string): MergedArea | undefined {
  const [from, to] = range.split(":").map(parseAddress);
  if (from === undefined) return undefined;
  const last = to ?? from;
  return { ...from, lastRow: last.row, lastColumn: last.column };
}

/** Address of the last row that an unfinished look at the end of a sheet shows. */
export function lastRowIn(tail: string): number | undefined {
  const numbers = [...tail.matchAll(/<(?:\w+:)?row [^>]*?\br="(\d+)"/g)];
  const last = numbers.at(-1)?.[1];
  return last === undefined ? undefined : Number(last);
}
