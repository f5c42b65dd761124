import type { ImportNote } from "../../model/import-note.ts";
import type { ImportProblem } from "../../model/import-problem.ts";
import type { SourceDocument, SourceParagraph, SourcePlace } from "../../model/source-document.ts";
import { readBoxTables } from "./box-table.ts";
import { type Candidate, type Chosen, candidateOf, chooseTables, describe, type TableChoice } from "./choose-tables.ts";
import { oneLine } from "./clean-text.ts";
import type { Entry } from "./entries.ts";
import { firstRowOf, segmentsOf } from "./find-tables.ts";
import { cellsOf, type Grid, gridOf } from "./grid.ts";
import { headingOfParagraph } from "./paragraph-heading.ts";
import type { OutsideText } from "./read-frame.ts";
import { readList } from "./read-list.ts";
import { readRows } from "./read-rows.ts";
import { textsOf } from "./refine-columns.ts";
import { sourceNotes } from "./source-notes.ts";

/** One file, or one sheet of it: what stands in it in reading order. */
export interface Part {
  /** Name of the sheet. */
  readonly sheet?: string;
  readonly entries: readonly Entry[];
}

export type Collected =
  | { readonly ok: true; readonly parts: readonly Part[]; readonly outside: readonly OutsideText[]; readonly notes: readonly ImportNote[] }
  | { readonly ok: false; readonly problem: ImportProblem };

/** A 细则 has hundreds of rows; beyond this it is a register or a sheet whose format runs to its end. */
const mostRows = 5000;

/** Finds what of a document is 细则: its tables, else its numbered paragraphs. */
export function collectParts(document: SourceDocument, choice: TableChoice): Collected {
  const parts = readBoxTables(document.parts);
  const tables = parts.filter((part) => part.kind === "table");
  const long = tables.find(({ rows }) => rows.length > mostRows);
  if (long !== undefined) {
    const at = long.rows.flat()[0]?.at ?? { kind: "line", line: 1 };
    return { ok: false, problem: { code: "too-many-rows", at, rows: long.rows.length, limit: mostRows } };
  }
  const grids = new Map(tables.map((table, index) => [table, gridOf(table, index + 1)]));
  const candidates = new Map([...grids.values()].map((grid) => [grid, segmentsOf(grid).map(candidateOf)]));
  const chosen = chooseTables([...candidates.values()].flat(), choice);
  if (!chosen.ok) return chosen;
  if (!chosen.candidates.some(({ kind }) => kind === "main"))
    return withoutTable(parts, [...grids.values()], chosen, sourceNotes(document));
  const walk: Walk = { parts: [], outside: [], pending: [], notes: skippedNotes(chosen, [...grids.values()], candidates) };
  for (const part of parts) {
    if (part.kind === "paragraph") walk.pending.push(part);
    else takeTable(walk, grids.get(part), chosen.candidates);
  }
  takeTail(walk);
  return { ok: true, parts: walk.parts, outside: walk.outside, notes: [...sourceNotes(document), ...walk.notes] };
}

interface Walk {
  readonly parts: { sheet?: string; entries: Entry[] }[];
  readonly outside: OutsideText[];
  pending: SourceParagraph[];
  readonly notes: ImportNote[];
}

function takeTable(walk: Walk, grid: Grid | undefined, chosen: readonly Candidate[]): void {
  if (grid === undefined) return;
  const own = chosen.filter(({ segment }) => segment.grid === grid);
  const [first] = own;
  if (first === undefined) {
    if (grid.sheet !== undefined && segmentsOf(grid).length === 0) walk.outside.push(...textsBetween(grid, 0, grid.rows.length));
    return;
  }
  walk.outside.push(...textsBetween(grid, 0, first.segment.headerRow));
  const last = walk.parts.at(-1);
  const part =
    last === undefined || last.sheet !== grid.sheet ? { ...(grid.sheet === undefined ? {} : { sheet: grid.sheet }), entries: [] } : last;
  if (part !== last) walk.parts.push(part);
  part.entries.push(...headings(walk));
  for (const candidate of own) {
    const entries = readRows(candidate);
    const heading = candidate.kind === "main" ? undefined : sideHeading(part.entries, candidate);
    part.entries.push(...(heading === undefined ? [] : [heading]), ...entries);
  }
}

/** A veto or bonus table without words above it: its own heading names it. */
function sideHeading(before: readonly Entry[], candidate: Candidate): Entry | undefined {
  const last = before.at(-1);
  const pattern = candidate.kind === "veto" ? /否决/u : /加分|奖励/u;
  if (last?.kind === "heading" && pattern.test(last.text)) return undefined;
  const column = candidate.columns.find(({ heading }) => pattern.test(heading));
  return column === undefined ? undefined : { kind: "heading", rank: 0, text: column.heading, at: column.at };
}

/** Paragraphs before a table: headings of it stay in order, the rest are words outside. */
function headings(walk: Walk): readonly Entry[] {
  const { pending } = walk;
  walk.pending = [];
  return pending.flatMap((paragraph, index): readonly Entry[] => {
    const heading = headingOfParagraph(
      paragraph,
      index === pending.length - 1 || pending.slice(index + 1).every(({ text }) => text.trim() === ""),
    );
    if (heading !== undefined) return [heading];
    if (paragraph.text.trim() !== "") walk.outside.push({ text: paragraph.text, at: paragraph.at });
    return [];
  });
}

/** Behind the last table: veto and bonus lists, notes, grade bands. */
function takeTail(walk: Walk): void {
  const tail = walk.pending.filter(({ text }) => text.trim() !== "");
  walk.pending = [];
  const starts = tail.flatMap((paragraph, index) => (isSideHeading(oneLine(paragraph.text)) && labelOfNext(tail, index) ? [index] : []));
  const [first] = starts;
  walk.outside.push(...tail.slice(0, first ?? tail.length).map(({ text, at }) => ({ text, at })));
  const part = walk.parts.at(-1);
  for (const [position, start] of starts.entries()) {
    const lines = tail.slice(start, starts[position + 1] ?? tail.length);
    const heading = lines[0] === undefined ? undefined : headingOfParagraph(lines[0], true);
    if (heading === undefined || part === undefined) continue;
    part.entries.push(heading, ...readList(lines.slice(1), true));
  }
}

function isSideHeading(line: string): boolean {
  return line.length <= 60 && /一票否决|否决(?:项|情形|事项)|(?:加分|奖励|鼓励)(?:项|事项|情形|因素)/u.test(line);
}

function labelOfNext(tail: readonly SourceParagraph[], index: number): boolean {
  return /^[\s]*(?:[（(]?[\d一二三四五六七八九十]+[)）、.．]|[①-⑳])/u.test(tail[index + 1]?.text ?? "");
}

function textsBetween(grid: Grid, from: number, to: number): readonly OutsideText[] {
  return Array.from({ length: to - from }, (_, step) => cellsOf(grid, from + step).filter((cell) => cell.row === from + step))
    .flat()
    .map(({ text, at }) => ({ text, at }));
}

function skippedNotes(
  chosen: Extract<Chosen, { ok: true }>,
  grids: readonly Grid[],
  candidates: ReadonlyMap<Grid, readonly Candidate[]>,
): ImportNote[] {
  // A heading above the header looks like a header too; a table without rows says nothing.
  const tables = chosen.skipped
    .filter(({ segment }) => segment.to > segment.from)
    .map(describe)
    .map(({ at, headings: words, clauses }): ImportNote => ({ code: "table-skipped", at, rows: clauses, headings: words }));
  const headless = grids.filter((grid) => candidates.get(grid)?.length === 0 && firstRowOf(grid).length > 1);
  return [
    ...tables,
    ...chosen.candidates.flatMap(unknownColumns),
    ...headless.map((grid): ImportNote => {
      const cells = firstRowOf(grid);
      return {
        code: "table-skipped",
        at: placeOf(grid),
        rows: grid.rows.length,
        headings: cells.map(({ text }) => oneLine(text)).slice(0, 8),
      };
    }),
  ];
}

/** Columns that say something, and nobody knows what. */
function unknownColumns({ segment, columns }: Candidate): readonly ImportNote[] {
  const unknown = columns.filter((column) => column.role === "unknown" && textsOf(segment, column).length > 0);
  return unknown.map(({ heading, at }): ImportNote => ({ code: "column-unknown", heading, at }));
}

function placeOf(grid: Grid): SourcePlace {
  return firstRowOf(grid)[0]?.at ?? { kind: "line", line: 1 };
}

/** No table of clauses: numbered paragraphs with points, else the reason why there is nothing to take. */
function withoutTable(
  parts: ReturnType<typeof readBoxTables>,
  grids: readonly Grid[],
  chosen: Extract<Chosen, { ok: true }>,
  notes: readonly ImportNote[],
): Collected {
  const [other] = chosen.skipped;
  if (other !== undefined)
    return { ok: false, problem: { code: "no-points-column", at: describe(other).at, headings: describe(other).headings } };
  const paragraphs = parts.filter((part) => part.kind === "paragraph").filter(({ text }) => text.trim() !== "");
  const columns = grids.filter((grid) => grid.rows.every((_, row) => cellsOf(grid, row).length <= 1));
  const texts = [
    ...paragraphs.map(({ text, at }) => ({ text, at })),
    ...columns.flatMap((grid) => textsBetween(grid, 0, grid.rows.length)),
  ];
  const entries = readList(texts);
  const clauses = entries.filter((entry) => entry.kind === "clause" && entry.points !== undefined);
  if (clauses.length < 2) {
    const tables = grids.filter((grid) => firstRowOf(grid).length > 0);
    return {
      ok: false,
      problem: {
        code: "no-criteria-table",
        tables: tables.map((grid) => ({ at: placeOf(grid), headings: firstRowOf(grid).map(({ text }) => oneLine(text)) })),
      },
    };
  }
  const outside = entries.flatMap((entry) => (entry.kind === "text" ? [{ text: entry.text, at: entry.at }] : []));
  return { ok: true, parts: [{ entries: entries.filter((entry) => entry.kind !== "text") }], outside, notes };
}
