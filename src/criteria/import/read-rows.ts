import type { Points } from "../../model/points.ts";
import type { SourcePlace } from "../../model/source-document.ts";
import { headingKey, oneLine } from "./clean-text.ts";
import type { ColumnRole } from "./column-roles.ts";
import type { ClauseEntry, Doubt, Entry, Heading } from "./entries.ts";
import { cellsOf, type GridCell } from "./grid.ts";
import { continues, joined } from "./join-rows.ts";
import { labelOf, withoutLabel } from "./labels.ts";
import { pointsOfHeading, readPointsCell, withoutPoints } from "./read-points.ts";
import { cellsWith, columnsWith, groupRows, isBlankRow, type Layout, type RowGroup } from "./row-groups.ts";
import { headingRow, sumRow } from "./row-kinds.ts";
import { pointsOfRow } from "./row-points.ts";

/** The rows of a 评分表 in reading order: headings, clauses, sums and words outside. Nothing with text in it is left out. */
export function readRows(layout: Layout): readonly Entry[] {
  const entries: Entry[] = [];
  let levels: readonly (Heading | undefined)[] = [];
  const groups = groupRows(layout).toReversed();
  for (let group = groups.pop(); group !== undefined; group = groups.pop()) {
    if (isBlankRow(layout, group.from)) continue;
    const other = sumRow(layout, group) ?? headingRow(layout, group);
    if (other !== undefined) {
      entries.push(other, ...restOf(layout, group, other));
      if (other.kind === "heading") levels = [];
      // What shares a merged cell with a heading or a sum is read row by row.
      if (group.to > group.from + 1) groups.push({ from: group.from + 1, to: group.to });
      continue;
    }
    levels = levelsOf(layout, group, levels);
    const clause = clauseOf(layout, group, levels);
    const previous = entries.at(-1);
    if (previous?.kind === "clause" && continues(layout, group, previous, clause)) entries[entries.length - 1] = joined(previous, clause);
    else entries.push(clause);
  }
  return entries;
}

/** Words beside a heading or a sum that are no part of it: kept as words outside. */
function restOf(layout: Layout, group: RowGroup, { at, kind }: Entry): readonly Entry[] {
  const number = new Set(cellsWith(layout, group, "number"));
  return cellsOf(layout.segment.grid, group.from)
    .filter((cell) => cell.row === group.from && cell.at !== at && readPointsCell(cell.text).kind === "unread")
    .filter((cell) => kind !== "heading" || !number.has(cell))
    .map((cell): Entry => ({ kind: "text", text: cell.text, at: cell.at }));
}

/** Chapter cells of these rows; a blank one belongs to the chapter above, as long as no chapter left of it is new. */
function levelsOf(layout: Layout, group: RowGroup, before: readonly (Heading | undefined)[]): readonly (Heading | undefined)[] {
  const { grid } = layout.segment;
  let isNew = false;
  const seen = new Set<GridCell>();
  return columnsWith(layout, "level").map(({ index }, position) => {
    const cell = grid.rows[group.from]?.[index];
    if (cell === undefined || cell.text === "" || seen.has(cell)) return isNew || cell?.text !== "" ? undefined : before[position];
    seen.add(cell);
    const heading = headingOf(layout, group, cell);
    const known = before[position];
    if (known !== undefined && headingKey(known.text) === headingKey(heading.text) && !isNew) return known;
    isNew = true;
    return heading;
  });
}

function headingOf(layout: Layout, group: RowGroup, cell: GridCell): Heading {
  const text = oneLine(cell.text).replace(/[（(]续[)）]$/u, "");
  const number = cellsWith(layout, group, "number").find((candidate) => candidate.row === cell.row && candidate.rowSpan >= cell.rowSpan);
  const isChapters = number !== undefined && (cell.rowSpan > 1 || number.rowSpan > group.to - group.from);
  const label = labelOf(text) ?? (isChapters ? oneLine(number.text) : undefined);
  const declared = pointsOfHeading(text)?.points ?? chapterPoints(layout, group, cell);
  return {
    text: withoutPoints(labelOf(text) === undefined ? text : withoutLabel(text)),
    ...(label === undefined ? {} : { label }),
    ...(declared === undefined ? {} : { declared }),
    at: cell.at,
  };
}

/** A points cell as tall as the chapter, while every row prints its own points. */
function chapterPoints(layout: Layout, group: RowGroup, chapter: GridCell): Points | undefined {
  const [points] = cellsWith(layout, group, "points");
  if (points === undefined || points.rowSpan <= group.to - group.from || points.row !== chapter.row) return undefined;
  const read = readPointsCell(points.text);
  return read.kind === "points" ? read.points : undefined;
}

function clauseOf(layout: Layout, group: RowGroup, levels: readonly (Heading | undefined)[]): ClauseEntry {
  const chapters = new Set(columnsWith(layout, "level").map(({ index }) => layout.segment.grid.rows[group.from]?.[index]));
  const contents = cellsWith(layout, group, "content").filter((cell) => !chapters.has(cell) || cell.columnSpan > 1);
  const content = textOf(contents);
  const rule = textOf(cellsWith(layout, group, "rule"));
  const number = cellsWith(layout, group, "number").find(
    (cell) => cell.rowSpan <= group.to - group.from || !isChapterNumberCell(cell, chapters),
  );
  const label = number === undefined ? labelOf(content) : oneLine(number.text);
  const text = (role: ColumnRole): string => textOf(cellsWith(layout, group, role));
  const { points, doubts } = pointsOfRow(layout, group, content, rule);
  const first =
    contents.find((cell) => cell.row >= group.from) ??
    cellsWith(layout, group, "rule").find((cell) => cell.row >= group.from) ??
    contents[0] ??
    cellsWith(layout, group, "rule")[0] ??
    cellsOf(layout.segment.grid, group.from)[0];
  const scores = cellsWith(layout, group, "score").filter((cell) => cell.row >= group.from && !/^[\s/—-]*$/u.test(cell.text));
  return {
    kind: "clause",
    levels: levels.filter((level) => level !== undefined),
    ...(label === undefined ? {} : { label }),
    content,
    rule,
    ...(points === undefined ? {} : { points }),
    evidence: text("evidence"),
    method: text("method"),
    owner: text("owner"),
    lead: text("lead"),
    with: text("with"),
    scorer: text("scorer"),
    remarks: remarksOf(layout, group),
    at: first?.at ?? { kind: "line", line: group.from + 1 },
    places: placesOf(layout, group),
    doubts: [
      ...doubts,
      ...scores.map((cell): Doubt => ({ at: cell.at, doubt: { code: "score-filled", text: cell.text, cells: 1 } })),
      ...formulaDoubts(layout, group).filter((formula) => !doubts.some(({ at }) => at === formula.at)),
    ],
  };
}

/** Where the clerk finds what a doubt is about: the first cell of the column. */
function placesOf(layout: Layout, group: RowGroup): NonNullable<ClauseEntry["places"]> {
  const first = (...roles: readonly ColumnRole[]): SourcePlace | undefined =>
    roles.flatMap((role) => cellsWith(layout, group, role))[0]?.at;
  const [rule, method, owner] = [first("rule"), first("method"), first("owner", "lead", "with")];
  return { ...(rule && { rule }), ...(method && { method }), ...(owner && { owner }) };
}

function remarksOf(layout: Layout, group: RowGroup): ClauseEntry["remarks"] {
  const kept: readonly ColumnRole[] = ["method", "evidence", "remark", "reason", "unknown"];
  return layout.columns
    .map(({ index, role, heading }) => {
      const own = cellsWith({ ...layout, columns: layout.columns.filter((column) => column.index === index) }, group, role);
      if (kept.includes(role)) return { heading, text: textOf(own) };
      // Several rows under one amount: the clause bears the number and chapter of the first, the others are kept.
      const later =
        role === "number" || role === "level" ? own.filter((cell) => cell.row > group.from || isSecondNumber(layout, group, cell)) : [];
      return { heading, text: textOf(later) };
    })
    .filter(({ text }) => text !== "");
}

/** A number beside a chapter that prints another one: neither the chapter nor the clause bears it. */
function isSecondNumber(layout: Layout, group: RowGroup, number: GridCell): boolean {
  if (number.row !== group.from || number.rowSpan <= group.to - group.from || !cellsWith(layout, group, "number").includes(number))
    return false;
  const chapters = cellsWith(layout, group, "level").filter((chapter) => chapter.row === number.row && number.rowSpan >= chapter.rowSpan);
  return chapters.length > 0 && chapters.every(({ text }) => labelOf(text)?.includes(number.text) === false);
}

/** A number as tall as the chapter beside it numbers the chapter. */
function isChapterNumberCell(number: GridCell, chapters: ReadonlySet<GridCell | undefined>): boolean {
  return [...chapters].some(
    (chapter) => chapter !== undefined && chapter.text !== "" && chapter.row === number.row && number.rowSpan >= chapter.rowSpan,
  );
}

/** Cells of one column below each other are lines; a number beside its text stands before it. */
function textOf(cells: readonly GridCell[]): string {
  return cells.reduce((text, cell, index) => {
    const left = cells[index - 1];
    if (left === undefined) return cell.text;
    return `${text}${left.row === cell.row && left.text.length <= 5 ? "" : "\n"}${cell.text}`;
  }, "");
}

function formulaDoubts(layout: Layout, group: RowGroup): readonly Doubt[] {
  const found = new Map<GridCell, Doubt>();
  for (let row = group.from; row < group.to; row++) {
    for (const cell of layout.segment.grid.rows[row] ?? []) {
      if (cell?.formula === undefined || cell.row !== row) continue;
      found.set(cell, { at: cell.at, doubt: { code: "formula", state: cell.formula, text: cell.text } });
    }
  }
  return [...found.values()];
}
