import { annexHeadings, clauseHeadings, frameHeadings, gradeHeadings, taskHeadings } from "../../../model/criteria-paper.ts";
import type { SourceDocument, SourceParagraph } from "../../../model/source-document.ts";
import { cellsOf, type Grid, type GridCell, gridOf } from "../grid.ts";

/** A table of ours: its grid, and the row of its header. */
export interface OwnTable {
  readonly kind: "clauses" | "grades" | "frame" | "annex" | "tasks";
  readonly grid: Grid;
  readonly headerRow: number;
}

/** A document that this program wrote, with its tables told apart. */
export interface OwnLayout {
  readonly tables: readonly OwnTable[];
  /** Tables that somebody added. */
  readonly others: readonly Grid[];
  /** Paragraphs outside the tables, and the rows above the header of the first table. */
  readonly texts: readonly { readonly text: string; readonly at: SourceParagraph["at"] }[];
}

/** Looks for the tables of an export; undefined when the document is somebody else's. Our headings are like no official table's. */
export function findOwnLayout(document: SourceDocument): OwnLayout | undefined {
  const tables: OwnTable[] = [];
  const others: Grid[] = [];
  const texts: { text: string; at: SourceParagraph["at"] }[] = [];
  let number = 0;
  for (const part of document.parts) {
    if (part.kind === "paragraph") {
      if (part.text.trim() !== "") texts.push({ text: part.text, at: part.at });
      continue;
    }
    number++;
    const grid = gridOf(part, number);
    const own = ownTable(grid);
    if (own === undefined) others.push(grid);
    else {
      tables.push(own);
      if (own.kind === "clauses") texts.push(...rowsAbove(own));
    }
  }
  const annex = tables.some(({ kind }) => kind === "annex");
  // Without the annex only the whole header tells: 条款名称 or 代号 alone may be anybody's.
  const sure = tables.some(({ kind, grid, headerRow }) => kind === "clauses" && surely(headingsOf(grid, headerRow)));
  return annex || sure ? { tables, others, texts } : undefined;
}

function surely(headings: ReadonlySet<string>): boolean {
  return headings.has(clauseHeadings.id) && headings.has(clauseHeadings.title);
}

function headingsOf(grid: Grid, row: number): ReadonlySet<string> {
  return new Set(cellsOf(grid, row).map(({ text }) => text.replace(/\s+/gu, "")));
}

function ownTable(grid: Grid): OwnTable | undefined {
  for (let row = 0; row < Math.min(grid.rows.length, 6); row++) {
    const kind = kindOf(headingsOf(grid, row));
    if (kind !== undefined) return { kind, grid, headerRow: row };
  }
  return undefined;
}

function kindOf(headings: ReadonlySet<string>): OwnTable["kind"] | undefined {
  const all = (names: readonly string[]): boolean => names.every((name) => headings.has(name));
  if (all([annexHeadings[0], annexHeadings[2]])) return "annex";
  if (all(Object.values(taskHeadings))) return "tasks";
  // One heading may have been renamed.
  const names = Object.values(clauseHeadings).filter((name) => headings.has(name)).length;
  if (headings.has(clauseHeadings.id) && (headings.has(clauseHeadings.title) || names >= 4)) return "clauses";
  if (headings.has(clauseHeadings.title) && names >= 4) return "clauses";
  if (all(gradeHeadings)) return "grades";
  return all(frameHeadings) ? "frame" : undefined;
}

function rowsAbove({ grid, headerRow }: OwnTable): readonly { readonly text: string; readonly at: GridCell["at"] }[] {
  return Array.from({ length: headerRow }, (_, row) => cellsOf(grid, row).filter((cell) => cell.row === row)).flat();
}
