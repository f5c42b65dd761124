import type { FormulaState, SourceCell, SourceNote, SourceTable } from "../../model/source-document.ts";
import { cellKey, columnName } from "./cell-address.ts";

/** A cell of a sheet; row and column count from 1, as Excel does. */
export interface SheetCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly formula?: FormulaState;
}

export interface MergedArea {
  readonly row: number;
  readonly column: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

export interface Sheet {
  readonly name: string;
  /** Row by row, left to right. */
  readonly cells: readonly SheetCell[];
  readonly merged: readonly MergedArea[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** Hidden by a filter: they are read. */
  readonly filteredRows: readonly number[];
}

/** Blank rows that follow each other say no more than this many do. */
const blankRowsKept = 10;

/** The used range of a sheet without its hidden rows and columns; undefined when it shows nothing. */
export function sheetTable(sheet: Sheet): { readonly table: SourceTable | undefined; readonly notes: readonly SourceNote[] } {
  const filled = sheet.cells.filter((cell) => cell.text.trim() !== "" || cell.formula !== undefined);
  const notes = notesOf(sheet, filled);
  const areas = areasOf(sheet.merged);
  const drawn = filled.flatMap((cell) => shown(cell, areas, sheet));
  if (drawn.length === 0) return { table: undefined, notes };
  const lastColumn = drawn.reduce((most, each) => Math.max(most, each.cell.column), 1);
  const rowOf = visibleIndex(sheet.hiddenRows, usedRows(drawn));
  const columnOf = visibleIndex(
    sheet.hiddenColumns,
    Array.from({ length: lastColumn }, (_, index) => index + 1),
  );
  const rows: SourceCell[][] = [];
  for (const { cell, area, at } of drawn) {
    const [row, column] = [rowOf.index(cell.row), columnOf.index(cell.column)];
    while (rows.length < row) rows.push([]);
    rows[row - 1]?.push({
      text: cell.text,
      row,
      column,
      rowSpan: area === undefined ? 1 : Math.max(1, rowOf.count(area.row, area.lastRow)),
      columnSpan: area === undefined ? 1 : Math.max(1, columnOf.count(area.column, area.lastColumn)),
      at: { kind: "cell", sheet: sheet.name, cell: at },
      ...(cell.formula === undefined ? {} : { formula: cell.formula }),
    });
  }
  // A cell at the foot that is merged downwards reaches beyond the last row that begins one.
  const reach = rows.reduce((most, row) => row.reduce((far, cell) => Math.max(far, cell.row + cell.rowSpan - 1), most), 0);
  while (rows.length < reach) rows.push([]);
  for (const row of rows) row.sort((left, right) => left.column - right.column);
  return { table: { kind: "table", sheet: sheet.name, width: columnOf.count(1, lastColumn), rows }, notes };
}

type Areas = ReadonlyMap<number, MergedArea>;

function areasOf(merged: readonly MergedArea[]): Areas {
  return new Map(merged.map((area) => [cellKey(area.row, area.column), area]));
}

interface Drawn {
  readonly cell: SheetCell;
  readonly area: MergedArea | undefined;
  /** Address of the cell that holds the text. */
  readonly at: string;
}

/** A merged area whose corner is hidden shows its text in the first row and column that are not. */
function shown(cell: SheetCell, areas: Areas, { hiddenRows, hiddenColumns }: Sheet): readonly Drawn[] {
  const area = areas.get(cellKey(cell.row, cell.column));
  const row = firstVisible(hiddenRows, cell.row, area?.lastRow);
  const column = firstVisible(hiddenColumns, cell.column, area?.lastColumn);
  if (row === undefined || column === undefined) return [];
  const own = row === cell.row && column === cell.column ? cell : { ...cell, row, column };
  return [{ cell: own, area, at: `${columnName(cell.column)}${cell.row}` }];
}

function firstVisible(hidden: ReadonlySet<number>, from: number, to = from): number | undefined {
  for (let at = from; at <= to; at += 1) if (!hidden.has(at)) return at;
  return undefined;
}

/** Rows that hold something or lie in a merged area that does; long stretches of blank rows are shortened. */
function usedRows(drawn: readonly Drawn[]): readonly number[] {
  const last = drawn.reduce((most, each) => Math.max(most, each.cell.row), 0);
  const used = new Set(drawn.map((each) => each.cell.row));
  for (const { area } of drawn) {
    // An area that runs to the foot of the sheet ends with the table.
    if (area !== undefined) for (let row = area.row; row <= Math.min(area.lastRow, Math.max(last, area.row)); row += 1) used.add(row);
  }
  const rows: number[] = [];
  let before = 0;
  for (const row of [...used].sort((left, right) => left - right)) {
    for (let blank = Math.max(before + 1, row - blankRowsKept); blank < row; blank += 1) rows.push(blank);
    rows.push(row);
    before = row;
  }
  return rows;
}

/** Numbers rows or columns anew from 1 without the hidden ones; `used` ascends. */
function visibleIndex(hidden: ReadonlySet<number>, used: readonly number[]) {
  const visible = used.filter((each) => !hidden.has(each));
  /** How many come before this one. */
  const before = (each: number): number => {
    let [low, high] = [0, visible.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((visible[middle] ?? 0) < each) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    index: (each: number): number => before(each) + 1,
    count: (from: number, to: number): number => before(to + 1) - before(from),
  };
}

/** Only hidden rows and columns that hold something are worth a word. */
function notesOf(sheet: Sheet, filled: readonly SheetCell[]): readonly SourceNote[] {
  const rows = [...new Set(filled.map((cell) => cell.row))];
  const hiddenRows = rows.filter((row) => sheet.hiddenRows.has(row));
  const filtered = new Set(sheet.filteredRows);
  const filteredRows = rows.filter((row) => filtered.has(row));
  const columns = [...new Set(filled.map((cell) => cell.column))].filter((column) => sheet.hiddenColumns.has(column)).sort((a, b) => a - b);
  return [
    ...(hiddenRows.length > 0 ? [{ kind: "hidden-rows", sheet: sheet.name, rows: hiddenRows } as const] : []),
    ...(columns.length > 0 ? [{ kind: "hidden-columns", sheet: sheet.name, columns: columns.map(columnName) } as const] : []),
    ...(filteredRows.length > 0 ? [{ kind: "filtered-rows", sheet: sheet.name, rows: filteredRows } as const] : []),
  ];
}
