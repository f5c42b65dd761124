import type { SourceParagraph, SourcePlace, SourceTable } from "../../../model/source-document.ts";
import { type StoryParagraph, type StoryParts, scanStory } from "../../docx/scan-story.ts";
import { attribute } from "../../xml-scan.ts";
import type { Mark, PlacedMark } from "./body-marks.ts";
import { type DrawnCell, type DrawnRow, drawTable } from "./draw-table.ts";

export interface BodyParts {
  readonly parts: readonly (SourceTable | SourceParagraph)[];
  readonly marks: readonly PlacedMark[];
  /** Rows of all tables; when the scan was cut short, those seen so far. */
  readonly rows: number;
}

type Content =
  | { readonly kind: "line"; readonly paragraph: StoryParagraph; readonly marks: readonly Mark[] }
  /** In a paragraph that shows nothing. */
  | { readonly kind: "marks"; readonly marks: readonly Mark[] }
  | { readonly kind: "table"; readonly rows: readonly DrawnRow<OpenCell>[] };

interface OpenCell extends DrawnCell {
  readonly content: Content[];
}

/** The body of a Word document: its paragraphs and tables in order. Tables nest while they are read; see `lift` and `cellText`. */
export function readBody(xml: string, story: StoryParts, rowLimit: number): BodyParts {
  const body: Content[] = [];
  const open: { readonly rows: OpenRow[] }[] = [];
  let rows = 0;
  let marks: Mark[] = [];
  const cell = (): OpenCell | undefined => open.at(-1)?.rows.at(-1)?.cells.at(-1);
  scanStory(xml, story, {
    paragraph: (paragraph) => {
      if (paragraph !== undefined) (cell()?.content ?? body).push({ kind: "line", paragraph, marks });
      else if (marks.length > 0) (cell()?.content ?? body).push({ kind: "marks", marks });
      marks = [];
    },
    open: (element) => {
      if (element === "tbl") open.push({ rows: [] });
      else if (element === "tr") rows += open.at(-1)?.rows.push({ before: 0, deleted: false, cells: [] }) === undefined ? 0 : 1;
      else open.at(-1)?.rows.at(-1)?.cells.push({ span: 1, merge: undefined, across: undefined, content: [] });
    },
    property: (name, tag) => takeProperty(open.at(-1)?.rows.at(-1), name, tag),
    close: (element) => {
      if (element !== "tbl") return;
      const table = open.pop();
      if (table !== undefined) (cell()?.content ?? body).push({ kind: "table", rows: keptRows(table.rows) });
    },
    picture: () => void marks.push({ kind: "picture", id: "" }),
    edited: () => void marks.push({ kind: "edit", id: "" }),
    reference: (kind, id) => void marks.push({ kind, id }),
    full: () => rows > rowLimit,
  });
  return { ...partsOf(body), rows };
}

/** Without the deleted ones; their marks go on to the row below, or above when none is below. */
function keptRows(rows: readonly OpenRow[]): readonly OpenRow[] {
  let carried: readonly Mark[] = [];
  const kept = rows.filter((row) => {
    if (row.deleted) carried = [...carried, ...row.cells.flatMap((cell) => cell.content.flatMap(marksIn))];
    else if (carried.length > 0) carried = handOver(carried, row);
    return !row.deleted;
  });
  const last = kept.at(-1);
  if (last !== undefined) handOver(carried, last);
  return kept;
}

function handOver(marks: readonly Mark[], row: OpenRow): readonly Mark[] {
  row.cells[0]?.content.push({ kind: "marks", marks });
  return [];
}

function marksIn(content: Content): readonly Mark[] {
  if (content.kind !== "table") return content.marks;
  return content.rows.flatMap((row) => row.cells.flatMap((cell) => cell.content.flatMap(marksIn)));
}

interface OpenRow extends DrawnRow<OpenCell> {
  before: number;
  deleted: boolean;
  readonly cells: OpenCell[];
}

function takeProperty(row: OpenRow | undefined, name: string, tag: string): void {
  if (row === undefined) return;
  const value = attribute(tag, "val");
  const cell = row.cells.at(-1);
  if (name === "gridBefore") row.before = spanOf(value, 0);
  else if ((name === "del" || name === "moveFrom") && cell === undefined) row.deleted = true;
  if (cell === undefined) return;
  if (name === "gridSpan") cell.span = spanOf(value, 1);
  else if (name === "vMerge") cell.merge = value === "restart" ? "begins" : "goes-on";
  else if (name === "hMerge") cell.across = value === "restart" ? "begins" : "goes-on";
}

/** Word knows 63 columns; a made-up span must not make a table of a million. */
function spanOf(value: string | undefined, fallback: number): number {
  const span = Math.trunc(Number(value));
  return span >= fallback && span <= 200 ? span : fallback;
}

function partsOf(body: readonly Content[]): Pick<BodyParts, "parts" | "marks"> {
  const parts: (SourceTable | SourceParagraph)[] = [];
  const marks: PlacedMark[] = [];
  const place = (content: Content, at: SourcePlace): void => void marks.push(...marksIn(content).map((mark) => ({ ...mark, at })));
  let [tables, paragraphs] = [0, 0];
  for (const content of body.flatMap(lift)) {
    if (content.kind !== "table") {
      const isText = content.kind === "line" && content.paragraph.text !== "";
      paragraphs += isText ? 1 : 0;
      place(content, paragraphs === 0 ? { kind: "whole" } : { kind: "paragraph", paragraph: paragraphs });
      if (!isText) continue;
      const { look } = content.paragraph;
      const level = look.outline !== undefined && look.outline < 9 ? { level: look.outline + 1 } : {};
      parts.push({ kind: "paragraph", text: lineText(content.paragraph), ...level, at: { kind: "paragraph", paragraph: paragraphs } });
      continue;
    }
    tables += 1;
    const table = drawTable(content.rows, tables, (cell, at) => {
      for (const inner of cell.content) place(inner, at);
      return cellText(cell.content);
    });
    if (table !== undefined) parts.push(table);
  }
  return { parts, marks };
}

/** A table of one cell that holds a table is a frame: what stands in it counts. */
function lift(content: Content): readonly Content[] {
  if (content.kind !== "table" || content.rows.length !== 1) return [content];
  const [only, ...others] = content.rows[0]?.cells ?? [];
  if (only === undefined || others.length > 0 || !only.content.some((inner) => inner.kind === "table")) return [content];
  return only.content.flatMap(lift);
}

/** A row of a table inside a cell is a line of that cell. */
function cellText(content: readonly Content[]): string {
  const lines = content.map((each) => {
    if (each.kind === "marks") return "";
    return each.kind === "line" ? lineText(each.paragraph) : each.rows.map(rowText).join("\n");
  });
  return lines.filter((line) => line !== "").join("\n");
}

function rowText(row: DrawnRow<OpenCell>): string {
  const texts = row.cells.map((cell) => cellText(cell.content));
  return texts.join("\t").trim();
}

function lineText({ number, text }: StoryParagraph): string {
  return text === "" ? number.trim() : number + text;
}
