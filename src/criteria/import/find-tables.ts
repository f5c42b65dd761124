import type { SourcePlace } from "../../model/source-document.ts";
import { headingKey } from "./clean-text.ts";
import { type ColumnRole, isKnownHeading, roleOfHeading } from "./column-roles.ts";
import { cellAt, cellsOf, type Grid, type GridCell } from "./grid.ts";

export interface Column {
  readonly index: number;
  readonly role: ColumnRole;
  /** As printed, on one line. */
  readonly heading: string;
  readonly at: SourcePlace;
}

/** The rows of a table below one header. Rows from `from` to before `to`, without those in `repeats`. */
export interface Segment {
  readonly grid: Grid;
  readonly headerRow: number;
  readonly columns: readonly Column[];
  readonly from: number;
  readonly to: number;
  /** Rows that only print the header again, after a page break. */
  readonly repeats: ReadonlySet<number>;
}

interface Header {
  readonly row: number;
  readonly depth: number;
  readonly key: string;
}

/** Every stretch of a table below a header that looks like a 评分表; a header with other words begins a new stretch. */
export function segmentsOf(grid: Grid): readonly Segment[] {
  const headers = headersOf(grid);
  const starts = headers.filter((header, index) => header.key !== headers[index - 1]?.key);
  return starts.map((header, index): Segment => {
    const to = starts[index + 1]?.row ?? grid.rows.length;
    const again = headers.filter((other) => other.row > header.row && other.row < to);
    const repeats = new Set(again.flatMap(({ row, depth }) => Array.from({ length: depth }, (_, step) => row + step)));
    return { grid, headerRow: header.row, columns: columnsOf(grid, header), from: header.row + header.depth, to, repeats };
  });
}

/** Headings of the fullest of the first rows: to say what a table holds that is no 评分表. */
export function firstRowOf(grid: Grid): readonly GridCell[] {
  const rows = grid.rows.slice(0, 5).map((_, row) => cellsOf(grid, row));
  return rows.reduce<readonly GridCell[]>((best, cells) => (cells.length > best.length ? cells : best), []);
}

function headersOf(grid: Grid): readonly Header[] {
  const found: Header[] = [];
  for (let row = 0; row < grid.rows.length; row++) {
    if (!isHeader(grid, row)) continue;
    const depth = depthOf(grid, row);
    const texts = Array.from({ length: depth }, (_, step) => cellsOf(grid, row + step).map((cell) => headingKey(cell.text)));
    found.push({ row, depth, key: JSON.stringify(texts) });
    row += depth - 1;
  }
  return found;
}

function beginningIn(grid: Grid, row: number): readonly GridCell[] {
  return cellsOf(grid, row).filter((cell) => cell.row === row);
}

function isHeader(grid: Grid, row: number): boolean {
  const cells = beginningIn(grid, row);
  if (cells.length < 2 || cells.some((cell) => cell.text.length > 60)) return false;
  const known = cells.filter((cell) => isKnownHeading(cell.text));
  if (known.length < 2 || known.length * 2 < cells.length) return false;
  const roles = new Set(known.map((cell) => roleOfHeading(cell.text)));
  return roles.size >= 2 && (roles.has("content") || roles.has("rule") || roles.has("level"));
}

/** Two rows when the second one splits headings of the first, or holds further headings below them. */
function depthOf(grid: Grid, row: number): number {
  const below = beginningIn(grid, row + 1);
  if (below.length < 2 || below.some((cell) => cell.text.length > 14)) return 1;
  const split = below.every((cell) => (grid.rows[row]?.[cell.column]?.columnSpan ?? 1) > 1);
  if (split) return 2;
  const isGroups = beginningIn(grid, row).some((cell) => cell.columnSpan > 1) && isHeader(grid, row + 1);
  if (isGroups) return 2;
  const first = new Set(beginningIn(grid, row).map((cell) => headingKey(cell.text)));
  return below.every((cell) => isKnownHeading(cell.text) && !first.has(headingKey(cell.text))) ? 2 : 1;
}

function columnsOf(grid: Grid, { row, depth }: Header): readonly Column[] {
  return Array.from({ length: grid.width }, (_, index): readonly Column[] => {
    const top = cellAt(grid, row, index);
    const bottom = depth > 1 ? cellAt(grid, row + 1, index) : undefined;
    const cell = bottom ?? top;
    // What stands below no heading is kept as well.
    if (cell === undefined)
      return [
        { index, heading: `第${String(index + 1)}列`, at: cellsOf(grid, row)[0]?.at ?? { kind: "line", line: row + 1 }, role: "unknown" },
      ];
    const heading = oneHeading(cell);
    if (top === undefined || bottom === undefined || top === bottom) return [{ index, heading, at: cell.at, role: roleOfHeading(heading) }];
    return [{ index, heading, at: cell.at, role: roleOfPair(top.text, bottom.text) }];
  }).flat();
}

/** 责任单位 over 牵头, 得分 over 自评: the two words together say what is meant. */
function roleOfPair(top: string, bottom: string): ColumnRole {
  const own = roleOfHeading(bottom);
  if (own !== "unknown") return own;
  const roles = [`${bottom}${top}`, `${top}${bottom}`, top].map(roleOfHeading);
  return roles.find((role) => role !== "unknown") ?? "unknown";
}

function oneHeading(cell: GridCell): string {
  return cell.text.replace(/\s+/gu, "");
}
