import type { CellObject, WorkSheet } from "@e965/xlsx";
import type { SourceNote, SourceTable } from "../../../model/source-document.ts";
import { openWorkbook } from "../../xls/open-workbook.ts";
import { cellKey } from "../cell-address.ts";
import { isStale, type StoredFormula } from "../formula.ts";
import { type Sheet, type SheetCell, sheetTable } from "../sheet-table.ts";
import { cellLimit, rowLimit, type SourceResult, sourceFailed, sourceLimits, sourceRead, tooManyRows } from "../source-result.ts";

/** .xls and .et, and the XML that Excel 2003 saved: a table for each sheet that is not hidden. */
export async function readXlsSource(bytes: Uint8Array): Promise<SourceResult> {
  const opened = await openWorkbook(bytes, { cellFormula: true, cellStyles: true, cellNF: true, dateNF: "yyyy/m/d" });
  if (!opened.ok) return sourceFailed(opened.failure);
  const { SheetNames: names, Sheets: sheets, Workbook: about } = opened.workbook;
  const tables: SourceTable[] = [];
  const notes: SourceNote[] = [];
  let [rows, cells] = [0, 0];
  for (const [index, name] of names.slice(0, sourceLimits.sheets).entries()) {
    const hidden = (about?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    if (hidden) notes.push({ kind: "hidden-sheet", sheet: name });
    const worksheet = sheets[name];
    if (hidden || worksheet === undefined) continue;
    const sheet = sheetOf(name, worksheet);
    rows += new Set(sheet.cells.map((cell) => cell.row)).size;
    cells += sheet.cells.length;
    if (rows > rowLimit) return tooManyRows(rows, `到工作表“${name}”为止共`);
    if (cells > cellLimit) return sourceFailed("too-large", `到工作表“${name}”为止共有${cells}格，最多读${cellLimit}格`);
    const drawn = sheetTable(sheet);
    if (drawn.table !== undefined) tables.push(drawn.table);
    notes.push(...drawn.notes);
  }
  return sourceRead(tables, notes);
}

/** Holes in the arrays of the library are rows and cells that nobody filled. */
function sheetOf(name: string, worksheet: WorkSheet): Sheet {
  const cells: SheetCell[] = [];
  const formulas: StoredFormula[] = [];
  const numbers = new Map<number, number>();
  for (const [rowIndex, row] of (worksheet["!data"] ?? []).entries()) {
    for (const [columnIndex, cell] of ((row as (CellObject | undefined)[] | undefined) ?? []).entries()) {
      const text = cell === undefined ? "" : textOf(cell);
      if (cell === undefined || text === "") continue;
      const place = { row: rowIndex + 1, column: columnIndex + 1 };
      const value = typeof cell.v === "number" ? cell.v : Number.NaN;
      numbers.set(cellKey(place.row, place.column), value);
      if (cell.f !== undefined) formulas.push({ ...place, text: cell.f, value });
      cells.push({ ...place, text, ...(cell.t === "e" ? { formula: "error" } : {}) });
    }
  }
  const old = new Set(formulas.filter((each) => isStale(each, numbers, false)).map(({ row, column }) => cellKey(row, column)));
  return {
    name,
    cells: cells.map((cell) =>
      cell.formula === undefined && old.has(cellKey(cell.row, cell.column)) ? { ...cell, formula: "stale" } : cell,
    ),
    merged: (worksheet["!merges"] ?? []).map(({ s, e }) => ({ row: s.r + 1, column: s.c + 1, lastRow: e.r + 1, lastColumn: e.c + 1 })),
    hiddenRows: hiddenAmong(worksheet["!rows"]),
    hiddenColumns: hiddenAmong(worksheet["!cols"]),
    filteredRows: [],
  };
}

function hiddenAmong(about: readonly ({ readonly hidden?: boolean } | undefined)[] | undefined): ReadonlySet<number> {
  const hidden = new Set<number>();
  for (const [index, each] of (about ?? []).entries()) if (each?.hidden === true) hidden.add(index + 1);
  return hidden;
}

/** As shown: the library formats numbers and dates by the cell's own format. */
function textOf(cell: CellObject): string {
  if (cell.t === "z") return "";
  const text = cell.t === "s" ? String(cell.v ?? "") : (cell.w ?? String(cell.v ?? ""));
  return text.replaceAll(/\r\n?/g, "\n").trim();
}
