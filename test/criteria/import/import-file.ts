import type { DraftCriteria } from "../../../src/criteria/import/draft.ts";
import { importCriteria } from "../../../src/criteria/import/import-criteria.ts";
import { standardReader } from "../../../src/criteria/import/standard-reader.ts";
import { type NoteWords, writeCriteria } from "../../../src/criteria/import/write-criteria.ts";
import { describeProblem } from "../../../src/messages/diagnostic.ts";
import { describeNote, notePlace } from "../../../src/messages/import-notes.ts";
import { sourcePlaceText } from "../../../src/messages/source-place.ts";
import type { SourceCell, SourceDocument, SourceTable } from "../../../src/model/source-document.ts";
import { readSource } from "../../../src/reading/tables/read-source.ts";

export const words: NoteWords = { describe: describeNote, place: notePlace, sourcePlace: sourcePlaceText };

type Tried = { readonly ok: true; readonly draft: DraftCriteria } | { readonly ok: false; readonly words: string };

/** Reads and imports a file as the command does. */
export async function importFile(name: string, bytes: Uint8Array): Promise<Tried> {
  const read = await readSource(bytes, name);
  if (!read.ok) return { ok: false, words: read.failure };
  return importDocument(read.document, name);
}

export function importDocument(
  document: SourceDocument,
  name = "2024年细则.xlsx",
  choice = { tables: [], sheets: [] } as { tables: readonly number[]; sheets: readonly string[] },
): Tried {
  const imported = importCriteria([{ name, document }], { choice, fallbackYear: 2024, readStandard: standardReader });
  if (imported.ok) return imported;
  const { what, next } = describeProblem(imported.problem);
  return { ok: false, words: `${what}\n${next}` };
}

/** The draft, or a failure of the test. */
export function draftOf(document: SourceDocument, name?: string): DraftCriteria {
  const imported = importDocument(document, name);
  if (!imported.ok) throw new Error(imported.words);
  return imported.draft;
}

export function yamlOf(draft: DraftCriteria, name = "2024年细则.xlsx"): string {
  return writeCriteria(draft, [name], words);
}

/** [文字, 行数, 列数]: a merged cell. */
export type CellSketch = string | readonly [string, number, number];

/** A sheet from rows as they begin; merged cells push the cells below and right of them aside, as in HTML. */
export function sheetOf(rows: readonly (readonly CellSketch[])[], sheet = "Sheet1"): SourceTable {
  const taken = new Set<string>();
  let width = 0;
  const placed = rows.map((cells, row) => {
    let column = 0;
    return cells.map((sketch): SourceCell => {
      const [text, rowSpan, columnSpan] = typeof sketch === "string" ? [sketch, 1, 1] : sketch;
      while (taken.has(`${row}/${column}`)) column++;
      for (let r = row; r < row + rowSpan; r++) for (let c = column; c < column + columnSpan; c++) taken.add(`${r}/${c}`);
      const cell: SourceCell = {
        text,
        row: row + 1,
        column: column + 1,
        rowSpan,
        columnSpan,
        at: { kind: "cell", sheet, cell: `${String.fromCharCode(65 + column)}${row + 1}` },
      };
      column += columnSpan;
      width = Math.max(width, column);
      return cell;
    });
  });
  return { kind: "table", sheet, width, rows: placed };
}

export function documentOf(...parts: SourceDocument["parts"]): SourceDocument {
  return { parts };
}
