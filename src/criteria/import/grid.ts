import type { FormulaState, SourceCell, SourcePlace, SourceTable } from "../../model/source-document.ts";
import { verbatimText } from "./clean-text.ts";

/** A cell at every place that it covers. `row` and `column` are its upper left corner in the grid, from 0. */
export interface GridCell {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly at: SourcePlace;
  readonly formula?: FormulaState;
}

/** A table with its merged cells undone. */
export interface Grid {
  /** Counts the tables of a file from 1: what --table takes. */
  readonly number: number;
  readonly sheet?: string;
  readonly width: number;
  readonly rows: readonly (readonly (GridCell | undefined)[])[];
}

/** Spreads every merged cell over the rows and columns that it covers. */
export function gridOf(table: SourceTable, number: number): Grid {
  const columns = table.rows.flatMap((row) => row.map((cell) => cell.column));
  // Columns may be counted from the left edge of the table or of the sheet.
  const first = columns.reduce((least, column) => Math.min(least, column), columns[0] ?? 1);
  const reach = table.rows.reduce((most, row) => row.reduce((far, cell) => Math.max(far, cell.column), most), 1);
  const base = reach > table.width ? first : 1;
  const rows: (GridCell | undefined)[][] = table.rows.map(() => []);
  for (const [index, row] of table.rows.entries()) for (const cell of row) spread(rows, index, cell, base, table.width);
  return { number, ...(table.sheet === undefined ? {} : { sheet: table.sheet }), width: table.width, rows };
}

function spread(rows: (GridCell | undefined)[][], row: number, cell: SourceCell, base: number, width: number): void {
  const column = cell.column - base;
  const { at, formula } = cell;
  const rowSpan = Math.min(Math.max(cell.rowSpan, 1), rows.length - row);
  const columnSpan = Math.max(Math.min(cell.columnSpan, width - column), 1);
  const own: GridCell = {
    text: verbatimText(cell.text),
    row,
    column,
    rowSpan,
    columnSpan,
    at,
    ...(formula === undefined ? {} : { formula }),
  };
  for (let down = 0; down < rowSpan; down++) {
    for (let right = 0; right < columnSpan; right++) {
      const line = rows[row + down];
      if (line !== undefined) line[column + right] ??= own;
    }
  }
}

/** The different cells of a row that hold text, left to right. */
export function cellsOf(grid: Grid, row: number): readonly GridCell[] {
  const seen = new Set<GridCell>();
  for (const cell of grid.rows[row] ?? []) if (cell !== undefined && cell.text !== "") seen.add(cell);
  return [...seen];
}

/** The cell at a place, when it holds text. */
export function cellAt(grid: Grid, row: number, column: number): GridCell | undefined {
  const cell = grid.rows[row]?.[column];
  return cell === undefined || cell.text === "" ? undefined : cell;
}
