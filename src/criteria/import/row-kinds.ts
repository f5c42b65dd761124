import { type Points, parsePoints } from "../../model/points.ts";
import { headingKey, oneLine } from "./clean-text.ts";
import type { Doubt, Entry } from "./entries.ts";
import { cellsOf, type GridCell } from "./grid.ts";
import { isChapterNumber, labelOf, rankOfLabel, withoutLabel } from "./labels.ts";
import { pointsOfHeading, readPointsCell } from "./read-points.ts";
import { scoringWords } from "./refine-columns.ts";
import { cellsWith, columnsWith, type Layout, type RowGroup } from "./row-groups.ts";

const sumWords = /^(?:本项|本章|分值|得分|分数)?(?:小计|合计|总计|共计|总分|累计)/u;

/** 小计, 合计, 总计 with the sum that it prints; undefined when the row is something else. */
export function sumRow(layout: Layout, group: RowGroup): Entry | undefined {
  const cells = cellsOf(layout.segment.grid, group.from).filter((cell) => cell.row === group.from);
  const label = cells.find((cell) => cell.text.length <= 20 && sumWords.test(headingKey(cell.text)));
  if (label === undefined || cells.some((cell) => cell.text.length > 30)) return undefined;
  const points = printedSum(layout, group, label, cells);
  return {
    kind: "sum",
    label: oneLine(label.text),
    ...(points === undefined ? {} : { points }),
    at: label.at,
    doubts: formulasIn(layout, group.from),
  };
}

/** A sum whose formula has no stored value, or an old one, says nothing. */
function formulasIn(layout: Layout, row: number): readonly Doubt[] {
  const cells = new Set(layout.segment.grid.rows[row] ?? []);
  return [...cells].flatMap((cell) => {
    if (cell?.formula === undefined || cell.row !== row) return [];
    return [{ at: cell.at, doubt: { code: "formula", state: cell.formula, text: cell.text } }];
  });
}

function printedSum(layout: Layout, group: RowGroup, label: GridCell, cells: readonly GridCell[]): Points | undefined {
  const column = cellsWith(layout, group, "points").find((cell) => cell.row === group.from && cell !== label);
  const own = column === undefined ? undefined : readPointsCell(column.text);
  if (own?.kind === "points") return own.points;
  const written = /(\d+(?:\.\d+)?)/u.exec(headingKey(label.text))?.[1];
  if (written !== undefined) return parsePoints(written);
  const other = cells.filter((cell) => cell !== label).map((cell) => readPointsCell(cell.text));
  return other.find((read) => read.kind === "points")?.points;
}

const noteWords = /^(?:注|备注|说明|附注|填表说明|有关说明)\s*[:：1１一]/u;

/** A row of its own above clauses, or words outside of them; undefined when it is a clause. */
export function headingRow(layout: Layout, group: RowGroup): Entry | undefined {
  const { grid } = layout.segment;
  const own = cellsOf(grid, group.from).filter((cell) => cell.row === group.from);
  const aside = new Set([
    ...cellsWith(layout, group, "number"),
    ...cellsWith(layout, group, "points"),
    ...cellsWith(layout, group, "score"),
  ]);
  const texts = own.filter((cell) => !aside.has(cell) || cell.columnSpan > 2);
  const [only] = texts;
  if (only === undefined || texts.length > 1 || cellsWith(layout, group, "rule").some((cell) => cell !== only)) return undefined;
  const number = cellsWith(layout, group, "number").find((cell) => cell !== only && cell.row === group.from);
  const declared = declaredPoints(layout, group, only);
  if (!isHeadingText(layout, only, number, declared !== undefined)) return undefined;
  const text = oneLine(only.text);
  if (noteWords.test(text) || (text.length > 40 && /[。；]/u.test(text))) return { kind: "text", text: only.text, at: only.at };
  const label = number === undefined ? labelOf(text) : number.text;
  const rank =
    label === undefined ? (only.columnSpan >= grid.width ? 0 : 1) : rankOfLabel(number === undefined ? label : chapterLabel(label));
  return {
    kind: "heading",
    rank,
    text: number === undefined && label !== undefined ? withoutLabel(text) : text,
    ...(label === undefined ? {} : { label }),
    ...(declared === undefined ? {} : { declared }),
    at: only.at,
    doubts: formulasIn(layout, group.from),
  };
}

/** 一 in the number column stands for 一、. */
function chapterLabel(number: string): string {
  return isChapterNumber(number) && !/[(（、.．]/u.test(number) ? `${number}、` : number;
}

function declaredPoints(layout: Layout, group: RowGroup, only: GridCell): Points | undefined {
  const column = cellsWith(layout, group, "points").find((cell) => cell !== only && cell.row === group.from);
  const own = column === undefined ? undefined : readPointsCell(column.text);
  return own?.kind === "points" ? own.points : pointsOfHeading(only.text)?.points;
}

function isHeadingText(layout: Layout, cell: GridCell, number: GridCell | undefined, hasPoints: boolean): boolean {
  const { grid } = layout.segment;
  if (cell.columnSpan >= Math.max(2, grid.width - 2)) return true;
  const role = layout.columns.find(({ index }) => index === cell.column)?.role;
  if (cell.columnSpan === 1 && role !== "level" && role !== "content" && role !== "number") return false;
  if (number !== undefined) return isChapterNumber(number.text);
  const contents = columnsWith(layout, "content").map(({ index }) => index);
  const inContent = contents.includes(cell.column) && cell.columnSpan === 1;
  const text = oneLine(cell.text);
  if (scoringWords.test(text.replace(/[（(][^（）()]*[)）]\s*$/u, "")) || text.length > 40) return false;
  if (!inContent) return cell.rowSpan === 1 && contents.length > 0;
  // In the content column only a short text with a chapter's number is a heading.
  const label = labelOf(text);
  return (
    label !== undefined && rankOfLabel(label) <= 2 && text.length <= 30 && !/[，。；]/u.test(text) && (hasPoints || !hasPointsCell(layout))
  );
}

function hasPointsCell(layout: Layout): boolean {
  return columnsWith(layout, "points").length === 0;
}
