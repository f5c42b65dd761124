import { compactText } from "../../model/chinese-text.ts";
import { type Points, zeroPoints } from "../../model/points.ts";
import { headingKey, oneLine } from "./clean-text.ts";
import type { ColumnRole } from "./column-roles.ts";
import type { ClauseEntry, Doubt, Entry, Heading } from "./entries.ts";
import { cellsOf, type GridCell } from "./grid.ts";
import { labelOf, withoutLabel } from "./labels.ts";
import { pointsOfHeading, pointsOfText, readPointsCell, withoutPoints } from "./read-points.ts";
import { cellsWith, columnsWith, groupRows, isBlankRow, type Layout, type RowGroup, rowsWithOwnPoints } from "./row-groups.ts";
import { headingRow, sumRow } from "./row-kinds.ts";

/** The rows of a 评分表 in reading order: headings, clauses, sums and words outside. Nothing with text in it is left out. */
export function readRows(layout: Layout): readonly Entry[] {
  const entries: Entry[] = [];
  let levels: readonly (Heading | undefined)[] = [];
  for (const group of groupRows(layout)) {
    if (isBlankRow(layout, group.from)) continue;
    const other = sumRow(layout, group) ?? headingRow(layout, group);
    if (other !== undefined) {
      entries.push(other);
      if (other.kind === "heading") levels = [];
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
  const number = cellsWith(layout, group, "number").find((cell) => cell.rowSpan <= group.to - group.from);
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
    doubts: [
      ...doubts,
      ...scores.map((cell): Doubt => ({ at: cell.at, doubt: { code: "score-filled", text: cell.text, cells: 1 } })),
      ...formulaDoubts(layout, group),
    ],
  };
}

function remarksOf(layout: Layout, group: RowGroup): ClauseEntry["remarks"] {
  const kept: readonly ColumnRole[] = ["method", "evidence", "remark", "reason", "unknown"];
  return layout.columns
    .filter(({ role }) => kept.includes(role))
    .map(({ index, heading }) => ({
      heading,
      text: textOf(
        cellsWith({ ...layout, columns: layout.columns.filter((column) => column.index === index) }, group, roleAt(layout, index)),
      ),
    }))
    .filter(({ text }) => text !== "");
}

function roleAt(layout: Layout, index: number): ColumnRole {
  return layout.columns.find((column) => column.index === index)?.role ?? "unknown";
}

/** Cells of one column below each other are lines; a number beside its text stands before it. */
function textOf(cells: readonly GridCell[]): string {
  return cells.reduce((text, cell, index) => {
    const left = cells[index - 1];
    if (left === undefined) return cell.text;
    return `${text}${left.row === cell.row && left.text.length <= 5 ? "" : "\n"}${cell.text}`;
  }, "");
}

function pointsOfRow(layout: Layout, group: RowGroup, content: string, rule: string): { points?: Points; doubts: readonly Doubt[] } {
  const ownPoints = rowsWithOwnPoints(layout, group) > 0;
  const cell = cellsWith(layout, group, "points").find((candidate) => candidate.rowSpan <= group.to - group.from || !ownPoints);
  const read = readPointsCell(cell?.text ?? "");
  if (read.kind === "points" && cell !== undefined) {
    if (!read.negative) return { points: read.points, doubts: [] };
    return { points: zeroPoints, doubts: [{ at: cell.at, doubt: { code: "points-negative", text: cell.text } }] };
  }
  const doubts: readonly Doubt[] =
    read.kind === "unread" && cell !== undefined ? [{ at: cell.at, doubt: { code: "points-unread", text: cell.text } }] : [];
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

/** A row without number and points of its own: the rest of the clause above, or the clause once more after a page break. */
function continues(layout: Layout, group: RowGroup, previous: ClauseEntry, clause: ClauseEntry): boolean {
  const repeated =
    clause.label !== undefined &&
    clause.label === previous.label &&
    same(clause.content, previous.content) &&
    clause.points === previous.points;
  if (repeated && clause.content !== "") return true;
  const ownNumber = cellsWith(layout, group, "number").some((cell) => cell.row === group.from);
  const ownPoints = cellsWith(layout, group, "points").some((cell) => cell.row === group.from);
  if (ownNumber || ownPoints || clause.points !== undefined) return false;
  if (clause.levels.at(-1) !== previous.levels.at(-1)) return false;
  const isNewText = clause.content !== "" && !same(clause.content, previous.content);
  if (!isNewText) return clause.rule !== "" || clause.evidence !== "";
  return labelOf(clause.content) === undefined && columnsWith(layout, "points").length > 0 && isUnfinished(previous);
}

function same(a: string, b: string): boolean {
  return compactText(a) === compactText(b);
}

/** The text above stops in the middle of a sentence. */
function isUnfinished({ content, rule }: ClauseEntry): boolean {
  const open = (text: string): boolean => text !== "" && !/[。；;！？!?）)】”.]\s*$/u.test(text);
  return open(content) && (rule === "" || open(rule));
}

function joined(previous: ClauseEntry, clause: ClauseEntry): ClauseEntry {
  const doubt: Doubt = { at: clause.at, doubt: { code: "row-joined", text: clause.rule === "" ? clause.content : clause.rule } };
  return {
    ...previous,
    content: joinText(previous.content, clause.content),
    rule: joinText(previous.rule, clause.rule),
    evidence: joinText(previous.evidence, clause.evidence),
    method: joinText(previous.method, clause.method),
    owner: joinText(previous.owner, clause.owner),
    lead: joinText(previous.lead, clause.lead),
    with: joinText(previous.with, clause.with),
    scorer: joinText(previous.scorer, clause.scorer),
    remarks: joinRemarks(previous.remarks, clause.remarks),
    doubts: [...previous.doubts, ...clause.doubts, doubt],
  };
}

function joinRemarks(a: ClauseEntry["remarks"], b: ClauseEntry["remarks"]): ClauseEntry["remarks"] {
  const headings = [...new Set([...a, ...b].map(({ heading }) => heading))];
  const find = (all: ClauseEntry["remarks"], heading: string): string => all.find((remark) => remark.heading === heading)?.text ?? "";
  return headings.map((heading) => ({ heading, text: joinText(find(a, heading), find(b, heading)) }));
}

/** A sentence cut by a page break closes up; whole sentences stand below each other; what is there already is not repeated. */
function joinText(first: string, second: string): string {
  if (second === "" || same(first, second)) return first;
  if (first === "") return second;
  return /[。；;！？!?：:）)】”.]\s*$/u.test(first) || labelOf(second) !== undefined ? `${first}\n${second}` : `${first}${second}`;
}
