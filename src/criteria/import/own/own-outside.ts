import { annexNote, parts } from "../../../model/criteria-paper.ts";
import type { ImportNote } from "../../../model/import-note.ts";
import type { SourcePlace } from "../../../model/source-document.ts";
import { oneLine, verbatimText } from "../clean-text.ts";
import { cellsOf } from "../grid.ts";
import type { OwnLayout } from "./find-own-layout.ts";
import type { Annex } from "./read-annex.ts";

/** Headings of parts, and what the shell prints below the last table. */
function isFurniture(text: string): boolean {
  const line = text.trim();
  const words = line.replace(/^[一二三四五六七八九]、/u, "");
  return line === "（以下空白）" || line === annexNote || (words !== line && Object.values<string>(parts).includes(words));
}

/** The title is the first line; headings of parts are ours. What is left, somebody added. */
export function wordsOutside({ texts, tables }: OwnLayout): {
  readonly title?: string;
  readonly rest: OwnLayout["texts"];
  readonly at: SourcePlace;
} {
  const lines = texts.filter(({ text }) => !isFurniture(text));
  const [first, ...rest] = lines;
  const at = first?.at ?? tables.flatMap(({ grid, headerRow }) => cellsOf(grid, headerRow))[0]?.at ?? { kind: "line", line: 1 };
  if (first === undefined) return { rest: [], at };
  // Every sheet repeats the title.
  return { title: unbroken(first.text), rest: rest.filter(({ text }) => text !== first.text), at };
}

/** The title was broken into lines for the page; spaces within a line are its own. */
function unbroken(text: string): string {
  return verbatimText(text)
    .replace(/(?<=[^\x20-\x7E])[^\S\n]*\n\s*|\s*\n\s*(?=[^\x20-\x7E])/gu, "")
    .replace(/\s*\n\s*/gu, " ");
}

/** Tables that somebody added, and rows of the annex that are damaged or whose clause is no longer there. */
export function strangers({ others }: OwnLayout, { damaged }: Annex, at: SourcePlace): readonly ImportNote[] {
  const skipped = others.map((grid): ImportNote => {
    const cells = cellsOf(grid, 0);
    return {
      code: "table-skipped",
      at: cells[0]?.at ?? at,
      rows: grid.rows.length,
      headings: cells.map(({ text }) => oneLine(text)).slice(0, 8),
    };
  });
  return [...skipped, ...damaged.map((row): ImportNote => ({ code: "annex-unreadable", at: row.at, id: row.id }))];
}
