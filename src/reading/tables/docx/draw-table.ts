import type { SourcePlace, SourceTable } from "../../../model/source-document.ts";

/** A cell as Word stores it: merged cells stand in every row and say how they go on. */
export interface DrawnCell {
  /** Columns of the grid that it takes. */
  span: number;
  /** Merged with the cell below or above it. */
  merge: "begins" | "goes-on" | undefined;
  /** Merged with the cell to its right or left (old documents). */
  across: "begins" | "goes-on" | undefined;
}

export interface DrawnRow<Cell extends DrawnCell> {
  /** Columns of the grid left free before the first cell. */
  readonly before: number;
  readonly cells: readonly Cell[];
}

interface Growing {
  text: string;
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  readonly at: SourcePlace;
}

/** A table with every merged cell once, with its spans; undefined when no cell says anything. `number` counts the tables from 1. */
export function drawTable<Cell extends DrawnCell>(
  rows: readonly DrawnRow<Cell>[],
  number: number,
  textOf: (cell: Cell, at: SourcePlace) => string,
): SourceTable | undefined {
  const drawn: Growing[][] = [];
  let above = new Map<number, Growing>();
  let width = 0;
  for (const [index, { before, cells }] of rows.entries()) {
    const row: Growing[] = [];
    const here = new Map<number, Growing>();
    let column = before + 1;
    for (const cell of cells) {
      const upper = cell.merge === "goes-on" ? above.get(column) : undefined;
      const left = cell.across === "goes-on" ? row.at(-1) : undefined;
      if (left !== undefined) left.columnSpan += cell.span;
      else if (upper !== undefined) {
        upper.rowSpan += 1;
        here.set(column, upper);
      } else {
        const at: SourcePlace = { kind: "table-cell", table: number, row: index + 1, column };
        const own = { text: textOf(cell, at), row: index + 1, column, rowSpan: 1, columnSpan: cell.span, at };
        row.push(own);
        if (cell.merge !== undefined) here.set(column, own);
      }
      column += cell.span;
    }
    width = Math.max(width, column - 1);
    drawn.push(row);
    above = here;
  }
  if (drawn.every((row) => row.every((cell) => cell.text === ""))) return undefined;
  return { kind: "table", width, rows: drawn };
}
