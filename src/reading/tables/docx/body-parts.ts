import type { SourceParagraph, SourceTable } from "../../../model/source-document.ts";
import { type StoryParagraph, type StoryParts, scanStory } from "../../docx/scan-story.ts";
import { attribute } from "../../xml-scan.ts";
import { type DrawnCell, type DrawnRow, drawTable } from "./draw-table.ts";

export interface BodyParts {
  readonly parts: readonly (SourceTable | SourceParagraph)[];
  readonly edits: number;
  readonly pictures: number;
  /** Rows of all tables. */
  readonly rows: number;
}

type Content =
  | { readonly kind: "line"; readonly paragraph: StoryParagraph }
  | { readonly kind: "table"; readonly rows: readonly DrawnRow<OpenCell>[] };

interface OpenCell extends DrawnCell {
  readonly content: Content[];
}

/** The body of a Word document: its paragraphs and tables in order. Tables nest while they are read; see `lift` and `cellText`. */
export function readBody(xml: string, story: StoryParts, rowLimit: number): BodyParts {
  const body: Content[] = [];
  const open: { readonly rows: OpenRow[] }[] = [];
  let [edits, pictures, rows] = [0, 0, 0];
  const cell = (): OpenCell | undefined => open.at(-1)?.rows.at(-1)?.cells.at(-1);
  scanStory(xml, story, {
    paragraph: (paragraph) => {
      if (paragraph !== undefined) (cell()?.content ?? body).push({ kind: "line", paragraph });
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
      if (table !== undefined) (cell()?.content ?? body).push({ kind: "table", rows: table.rows.filter((row) => !row.deleted) });
    },
    picture: () => {
      pictures += 1;
    },
    edited: () => {
      edits += 1;
    },
    full: () => rows > rowLimit,
  });
  return { parts: partsOf(body), edits, pictures, rows };
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

function partsOf(body: readonly Content[]): readonly (SourceTable | SourceParagraph)[] {
  const parts: (SourceTable | SourceParagraph)[] = [];
  let [tables, paragraphs] = [0, 0];
  for (const content of body.flatMap(lift)) {
    if (content.kind === "line") {
      const { look } = content.paragraph;
      if (content.paragraph.text === "") continue;
      paragraphs += 1;
      const level = look.outline !== undefined && look.outline < 9 ? { level: look.outline + 1 } : {};
      parts.push({ kind: "paragraph", text: lineText(content.paragraph), ...level, at: { kind: "paragraph", paragraph: paragraphs } });
      continue;
    }
    tables += 1;
    const table = drawTable(content.rows, tables, (cell) => cellText(cell.content));
    if (table !== undefined) parts.push(table);
  }
  return parts;
}

/** A table of one cell that holds a table is a frame: what stands in it counts. */
function lift(content: Content): readonly Content[] {
  if (content.kind === "line" || content.rows.length !== 1) return [content];
  const [only, ...others] = content.rows[0]?.cells ?? [];
  if (only === undefined || others.length > 0 || !only.content.some((inner) => inner.kind === "table")) return [content];
  return only.content.flatMap(lift);
}

/** A row of a table inside a cell is a line of that cell. */
function cellText(content: readonly Content[]): string {
  const lines = content.map((each) =>
    each.kind === "line"
      ? lineText(each.paragraph)
      : each.rows
          .map((row) =>
            row.cells
              .map((cell) => cellText(cell.content))
              .join("\t")
              .trim(),
          )
          .join("\n"),
  );
  return lines.filter((line) => line !== "").join("\n");
}

function lineText({ number, text }: StoryParagraph): string {
  return text === "" ? number.trim() : number + text;
}
