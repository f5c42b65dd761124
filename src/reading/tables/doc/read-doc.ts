import type { SourceNote, SourceParagraph, SourceTable } from "../../../model/source-document.ts";
import { openWord, type WordFile } from "../../doc/open-word.ts";
import { type DrawnRow, drawTable } from "../docx/draw-table.ts";
import { rowLimit, type SourceResult, sourceFailed, sourceRead, tooManyRows } from "../source-result.ts";
import { readFormatting } from "./formatting.ts";
import { type GridCell, gridRows } from "./grid-rows.ts";
import { countEdits, type RowLook, splitParagraphs, type WordParagraph } from "./paragraphs.ts";
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
    const edits = countEdits(formatting.characters);
    const numbered = paragraphs.filter((paragraph) => paragraph.numbered && (paragraph.text !== "" || paragraph.endsCell)).length;
    const notes: readonly SourceNote[] = [
      ...(edits > 0 ? [{ kind: "tracked-changes", count: edits } as const] : []),
      ...(numbered > 0 ? [{ kind: "automatic-numbers", count: numbered } as const] : []),
    ];
    return { parts: partsOf(paragraphs), notes, rows: paragraphs.filter((paragraph) => paragraph.row !== undefined).length };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

interface OpenRow {
  readonly cells: string[];
  look: RowLook;
}

/** Paragraphs that follow each other in a table make one table; any other ends it. */
function partsOf(paragraphs: readonly WordParagraph[]): readonly (SourceTable | SourceParagraph)[] {
  const parts: (SourceTable | SourceParagraph)[] = [];
  let rows: OpenRow[] = [];
  let cells: string[] = [];
  let lines: string[] = [];
  let [tables, counted] = [0, 0];
  const closeTable = (): void => {
    // Cells without the end of a row: the table was cut off.
    if (cells.length > 0) rows.push({ cells, look: { edges: [], cells: [] } });
    const drawnRows: readonly DrawnRow<GridCell>[] = gridRows(rows);
    const table = drawTable(drawnRows, tables + 1, (cell) => cell.text);
    if (table !== undefined) {
      tables += 1;
      parts.push(table);
    }
    [rows, cells, lines] = [[], [], []];
  };
  for (const paragraph of paragraphs) {
    const { text, depth, endsCell, row, level } = paragraph;
    if (depth === 0 && (rows.length > 0 || cells.length > 0)) closeTable();
    if (row !== undefined && depth === 1) {
      rows.push({ cells, look: row });
      [cells, lines] = [[], []];
    } else if (depth > 0) {
      if (text !== "") lines.push(text);
      if (endsCell && depth === 1) {
        cells.push(lines.join("\n"));
        lines = [];
      }
    } else if (text !== "") {
      counted += 1;
      parts.push({ kind: "paragraph", text, ...(level === undefined ? {} : { level }), at: { kind: "paragraph", paragraph: counted } });
    }
  }
  if (rows.length > 0 || cells.length > 0) closeTable();
  return parts;
}
