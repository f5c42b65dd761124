import type { ColumnRole } from "./column-roles.ts";
import type { Column, Segment } from "./find-tables.ts";
import { cellAt, cellsOf, type GridCell } from "./grid.ts";
import { pointsOfHeading } from "./read-points.ts";

/** Rows that make up one clause, from `from` to before `to`. */
export interface RowGroup {
  readonly from: number;
  readonly to: number;
}

/** A table with its columns by role. */
export interface Layout {
  readonly segment: Segment;
  readonly columns: readonly Column[];
}

export function columnsWith(layout: Layout, role: ColumnRole): readonly Column[] {
  return layout.columns.filter((column) => column.role === role);
}

/** The cells of these rows in the columns of a role, each once, in reading order. */
export function cellsWith(layout: Layout, { from, to }: RowGroup, role: ColumnRole): readonly GridCell[] {
  const found = new Set<GridCell>();
  for (let row = from; row < to; row++) {
    if (layout.segment.repeats.has(row)) continue;
    for (const column of columnsWith(layout, role)) {
      const cell = cellAt(layout.segment.grid, row, column.index);
      if (cell !== undefined) found.add(cell);
    }
  }
  return [...found];
}

/** Rows that share one merged cell of points are one clause; without a points column, rows that share the text that carries the points. */
export function groupRows(layout: Layout): readonly RowGroup[] {
  const { segment } = layout;
  const unit = unitColumn(layout);
  const groups: RowGroup[] = [];
  for (let row = segment.from; row < segment.to; ) {
    const end = unit === undefined ? row + 1 : groupEnd(layout, row, unit);
    if (!segment.repeats.has(row)) groups.push({ from: row, to: end });
    row = end;
  }
  return groups;
}

function unitColumn(layout: Layout): number | undefined {
  const points = columnsWith(layout, "points")[0];
  if (points !== undefined) return points.index;
  const carriers = [...columnsWith(layout, "content"), ...columnsWith(layout, "rule"), ...columnsWith(layout, "level").toReversed()];
  const { grid, from, to } = layout.segment;
  const share = ({ index }: Column): number => {
    const cells = new Set(
      Array.from({ length: to - from }, (_, step) => cellAt(grid, from + step, index)).filter((cell) => cell !== undefined),
    );
    return cells.size === 0 ? 0 : [...cells].filter((cell) => pointsOfHeading(cell.text) !== undefined).length / cells.size;
  };
  return carriers.find((column) => share(column) >= 0.5)?.index;
}

function groupEnd(layout: Layout, row: number, unit: number): number {
  const { grid, to } = layout.segment;
  const cell = cellAt(grid, row, unit);
  if (cell === undefined || cell.rowSpan === 1) return row + 1;
  const end = Math.min(cell.row + cell.rowSpan, to);
  if (end <= row + 1) return row + 1;
  // Points of a whole chapter, and every row prints its own behind its text.
  return rowsWithOwnPoints(layout, { from: row, to: end }) >= 2 ? row + 1 : end;
}

/** How many rows of a group carry points behind their content. */
export function rowsWithOwnPoints(layout: Layout, { from, to }: RowGroup): number {
  const contents = cellsWith(layout, { from, to }, "content").filter((cell) => cell.row >= from);
  return contents.filter((cell) => pointsOfHeading(cell.text) !== undefined).length;
}

export function isBlankRow(layout: Layout, row: number): boolean {
  return cellsOf(layout.segment.grid, row).length === 0;
}
