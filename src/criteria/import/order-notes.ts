import type { ImportNote } from "../../model/import-note.ts";
import type { SourceDocument, SourcePlace } from "../../model/source-document.ts";

/** Notes as a clerk goes through the papers: file by file, what is about the whole of it first, then from top to bottom. */
export function orderNotes(
  notes: readonly ImportNote[],
  sources: readonly { readonly name: string; readonly document: SourceDocument }[],
): readonly ImportNote[] {
  const orders = sources.map(({ name, document }) => ({ name, order: partOrder(document) }));
  const ranked = notes.map((note) => {
    const file = Math.max(
      0,
      orders.findIndex(({ name }) => name === note.file),
    );
    return { note, rank: [file, ...rankOf(note.at, orders[file]?.order ?? new Map())] };
  });
  return ranked.toSorted((left, right) => compare(left.rank, right.rank)).map(({ note }) => note);
}

function compare(left: readonly number[], right: readonly number[]): number {
  const index = left.findIndex((value, position) => value !== right[position]);
  return index === -1 ? 0 : (left[index] ?? 0) - (right[index] ?? 0);
}

/** In which order the sheets, tables and paragraphs stand. */
function partOrder({ parts }: SourceDocument): ReadonlyMap<string, number> {
  const order = new Map<string, number>();
  for (const [index, part] of parts.entries()) {
    const at = part.kind === "table" ? part.rows.flat()[0]?.at : part.at;
    if (at !== undefined) order.set(keyOf(at), index);
  }
  return order;
}

function keyOf(at: SourcePlace): string {
  switch (at.kind) {
    case "cell":
    case "sheet":
      return `sheet ${at.sheet}`;
    case "table-cell":
      return `table ${String(at.table)}`;
    case "paragraph":
      return `paragraph ${String(at.paragraph)}`;
    case "line":
      return `line ${String(at.line)}`;
    case "whole":
      return "";
  }
}

/** Sheets that hold nothing that was read come behind the others. */
function rankOf(at: SourcePlace, order: ReadonlyMap<string, number>): readonly number[] {
  if (at.kind === "whole") return [-1, 0, 0];
  return [order.get(keyOf(at)) ?? order.size, ...within(at)];
}

/** Row and column within a sheet or table. */
function within(at: SourcePlace): readonly [number, number] {
  if (at.kind === "table-cell") return [at.row, at.column];
  const [, letters = "", row = "0"] = (at.kind === "cell" ? /^([A-Z]+)(\d+)$/u.exec(at.cell) : null) ?? [];
  return [Number(row), Array.from(letters).reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0)];
}
