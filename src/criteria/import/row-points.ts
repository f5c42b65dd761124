import { type Points, zeroPoints } from "../../model/points.ts";
import type { Doubt } from "./entries.ts";
import { cellsOf } from "./grid.ts";
import { pointsOfHeading, pointsOfText, readPointsCell } from "./read-points.ts";
import { cellsWith, columnsWith, type Layout, type RowGroup, rowsWithOwnPoints } from "./row-groups.ts";

/** Points of the points column, else those behind the content, else (without a column) those in the sentences. */
export function pointsOfRow(layout: Layout, group: RowGroup, content: string, rule: string): { points?: Points; doubts: readonly Doubt[] } {
  const ownPoints = rowsWithOwnPoints(layout, group) > 0;
  const cell = cellsWith(layout, group, "points").find((candidate) => candidate.rowSpan <= group.to - group.from || !ownPoints);
  const read = readPointsCell(cell?.text ?? "");
  if (read.kind === "points" && cell !== undefined) {
    if (!read.negative) return { points: read.points, doubts: [] };
    return { points: zeroPoints, doubts: [{ at: cell.at, doubt: { code: "points-negative", text: cell.text } }] };
  }
  const broken = brokenFormulas(layout, group);
  const doubts = broken.length > 0 ? broken : unreadPoints(layout, group);
  const sure = pointsOfHeading(content);
  if (sure !== undefined && sure.points >= 0) return { points: sure.points, doubts };
  if (columnsWith(layout, "points").length > 0) return { doubts };
  const found = pointsOfText(content) ?? pointsOfText(rule);
  if (found === undefined) return { doubts };
  if (found.points < 0)
    return {
      points: zeroPoints,
      doubts: [...doubts, { at: placeOf(layout, group), doubt: { code: "points-negative", text: found.written } }],
    };
  if (found.sure) return { points: found.points, doubts };
  return {
    points: found.points,
    doubts: [...doubts, { at: placeOf(layout, group), doubt: { code: "points-from-prose", text: found.written, points: found.points } }],
  };
}

function placeOf(layout: Layout, group: RowGroup): Doubt["at"] {
  return cellsOf(layout.segment.grid, group.from)[0]?.at ?? { kind: "line", line: group.from + 1 };
}

/** A points cell whose formula gives no number is noted as that, and not as blank or unread. */
function brokenFormulas(layout: Layout, group: RowGroup): readonly Doubt[] {
  const cells = new Set(
    columnsWith(layout, "points").flatMap(({ index }) => layout.segment.grid.rows.slice(group.from, group.to).map((row) => row[index])),
  );
  return [...cells].flatMap((cell): readonly Doubt[] => {
    if (cell === undefined || (cell.formula !== "missing" && cell.formula !== "error")) return [];
    return [{ at: cell.at, doubt: { code: "points-formula", state: cell.formula, text: cell.text } }];
  });
}

/** What stands in the points column and is no amount, wherever it begins in these rows. */
function unreadPoints(layout: Layout, group: RowGroup): readonly Doubt[] {
  return cellsWith(layout, group, "points")
    .filter((cell) => cell.row >= group.from && readPointsCell(cell.text).kind === "unread")
    .map((cell) => ({ at: cell.at, doubt: { code: "points-unread", text: cell.text } }));
}
