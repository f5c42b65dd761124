/** Where something stands in the file that a 细则 came from, as a clerk finds it again. All numbers count from 1. */
export type SourcePlace =
  | { readonly kind: "cell"; readonly sheet: string; readonly cell: string }
  | { readonly kind: "table-cell"; readonly table: number; readonly row: number; readonly column: number }
  | { readonly kind: "paragraph"; readonly paragraph: number }
  | { readonly kind: "line"; readonly line: number }
  | { readonly kind: "sheet"; readonly sheet: string }
  /** No place of its own: the document. */
  | { readonly kind: "whole" };

/** A formula whose stored value may be old (stale), is not stored at all (missing), or is an error value like #REF!. */
export type FormulaState = "stale" | "missing" | "error";

/** One cell as drawn: a merged cell stands once, at its upper left corner, with its spans. `text` verbatim, line breaks kept. */
export interface SourceCell {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly at: SourcePlace;
  readonly formula?: FormulaState;
}

/** A table, or a used range of a sheet; a row lists the cells that begin in it, left to right. */
export interface SourceTable {
  readonly kind: "table";
  /** Name of the sheet; undefined in a paper. */
  readonly sheet?: string;
  /** Number of columns. */
  readonly width: number;
  readonly rows: readonly (readonly SourceCell[])[];
}

/** A paragraph outside tables; automatic numbers (第一条, （一）) are already part of `text`. */
export interface SourceParagraph {
  readonly kind: "paragraph";
  readonly text: string;
  /** Outline level 1–9, where the paper says one. */
  readonly level?: number;
  readonly at: SourcePlace;
}

/** A 细则 as Word or Excel hold it: its tables and paragraphs in reading order, nothing interpreted. */
export interface SourceDocument {
  readonly parts: readonly (SourceTable | SourceParagraph)[];
  /** What the file holds beside; left out when there is nothing to say. */
  readonly notes?: readonly SourceNote[];
}

/** What was left out of a document or taken in a way that the clerk has to know. Rows and columns as Excel prints them at the edge. */
export type SourceNote =
  /** Not taken. */
  | { readonly kind: "hidden-sheet"; readonly sheet: string }
  | { readonly kind: "hidden-rows"; readonly sheet: string; readonly rows: readonly number[] }
  | { readonly kind: "hidden-columns"; readonly sheet: string; readonly columns: readonly string[] }
  /** Taken: a filter hides them, nobody put them aside. */
  | { readonly kind: "filtered-rows"; readonly sheet: string; readonly rows: readonly number[] }
  /** Edits that nobody has accepted: read as if all were. */
  | ({ readonly kind: "tracked-changes" } & Scattered)
  /** Not taken. */
  | ({ readonly kind: "pictures" } & Scattered)
  /** Not taken; `texts` say what stands in them, in order, where the format gives it. */
  | ({ readonly kind: "comments" | "footnotes" | "text-boxes"; readonly texts: readonly string[] } & Scattered)
  /** The old Word format does not give automatic numbers as text. */
  | ({ readonly kind: "automatic-numbers" } & Scattered);

/** How many there are, and where: each place once, in reading order; empty where the format does not say. */
export interface Scattered {
  readonly count: number;
  readonly places: readonly SourcePlace[];
}

/** Why nothing can be taken from a file. */
export type SourceFailure = "encrypted" | "damaged" | "unsupported" | "no-content" | "too-large" | "bomb";
