import type { SourceNote, SourceParagraph, SourcePlace, SourceTable } from "../../../model/source-document.ts";
import { openWord, type WordFile } from "../../doc/open-word.ts";
import { type DrawnRow, drawTable } from "../docx/draw-table.ts";
import { rowLimit, type SourceResult, scattered, sourceFailed, sourceRead, tooManyRows } from "../source-result.ts";
import { readFormatting } from "./formatting.ts";
import { type GridCell, gridRows } from "./grid-rows.ts";
import { type RowLook, splitParagraphs, type WordMark, type WordParagraph } from "./paragraphs.ts";
import { readText } from "./text-pieces.ts";

/** .doc and .wps: tables by the marks of their cells and the definitions of their rows. Automatic numbers are not part of it; they are counted. */
export function readDocSource(bytes: Uint8Array): SourceResult {
  const file = openWord(bytes);
  if (!file.ok) return sourceFailed(file.failure, file.failure === "unsupported" ? `${file.detail ?? ""}，${saveAnew}` : file.detail);
  const read = readWord(file);
  if (read === undefined) return sourceFailed("damaged", `表格的结构读不出，${saveAnew}`);
  if (read.rows > rowLimit) return tooManyRows(read.rows, "文档的表格共");
  return sourceRead(read.parts, read.notes);
}

const saveAnew = "请用 WPS 或 Word 另存为 .docx";

interface WordRead {
  readonly parts: readonly (SourceTable | SourceParagraph)[];
  readonly notes: readonly SourceNote[];
  readonly rows: number;
}

/** Undefined when the lists of the file point outside it. */
function readWord(file: WordFile): WordRead | undefined {
  try {
    const formatting = { paragraphs: readFormatting(file, "paragraphs"), characters: readFormatting(file, "characters") };
    const paragraphs = splitParagraphs(readText(file), formatting);
    const { parts, marks } = partsOf(paragraphs);
    return { parts, notes: notesOf(marks), rows: paragraphs.filter((paragraph) => paragraph.row !== undefined).length };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

interface PlacedMark {
  readonly mark: WordMark;
  readonly at: SourcePlace;
}

function notesOf(marks: readonly PlacedMark[]): readonly SourceNote[] {
  const of = (wanted: WordMark): readonly PlacedMark[] => marks.filter(({ mark }) => mark === wanted);
  return [
    ...scattered("tracked-changes", of("edit")),
    ...scattered("pictures", of("picture")),
    ...scattered("comments", of("comment")).map((note) => ({ ...note, texts: [] })),
    ...scattered("footnotes", of("footnote")).map((note) => ({ ...note, texts: [] })),
    ...scattered("automatic-numbers", of("number")),
  ];
}

interface OpenCell {
  readonly text: string;
  readonly marks: readonly WordMark[];
}

interface OpenRow {
  readonly cells: OpenCell[];
  look: RowLook;
}

/** Paragraphs that follow each other in a table make one table; any other ends it. */
function partsOf(paragraphs: readonly WordParagraph[]): {
  readonly parts: readonly (SourceTable | SourceParagraph)[];
  readonly marks: readonly PlacedMark[];
} {
  const parts: (SourceTable | SourceParagraph)[] = [];
  const placed: PlacedMark[] = [];
  const place = (marks: readonly WordMark[], at: SourcePlace): void => void placed.push(...marks.map((mark) => ({ mark, at })));
  let rows: OpenRow[] = [];
  let cells: OpenCell[] = [];
  let lines: string[] = [];
  let own: WordMark[] = [];
  let [tables, counted] = [0, 0];
  const closeTable = (): void => {
    // Cells without the end of a row: the table was cut off.
    if (cells.length > 0) rows.push({ cells, look: { edges: [], cells: [] } });
    const drawnRows: readonly DrawnRow<GridCell>[] = gridRows(rows);
    const table = drawTable(drawnRows, tables + 1, (cell, at) => {
      place(cell.marks, at);
      return cell.text;
    });
    if (table !== undefined) {
      tables += 1;
      parts.push(table);
    }
    [rows, cells, lines, own] = [[], [], [], []];
  };
  for (const paragraph of paragraphs) {
    const { text, depth, endsCell, row, level, marks } = paragraph;
    if (depth === 0 && (rows.length > 0 || cells.length > 0)) closeTable();
    if (row !== undefined && depth === 1) {
      rows.push({ cells, look: row });
      [cells, lines, own] = [[], [], []];
    } else if (depth > 0) {
      if (text !== "") lines.push(text);
      own.push(...marks);
      if (endsCell && depth === 1) {
        cells.push({ text: lines.join("\n"), marks: own });
        [lines, own] = [[], []];
      }
    } else {
      counted += text === "" ? 0 : 1;
      place(marks, counted === 0 ? { kind: "whole" } : { kind: "paragraph", paragraph: counted });
      if (text === "") continue;
      parts.push({ kind: "paragraph", text, ...(level === undefined ? {} : { level }), at: { kind: "paragraph", paragraph: counted } });
    }
  }
  if (rows.length > 0 || cells.length > 0) closeTable();
  return { parts, marks: placed };
}
