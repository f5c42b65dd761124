import type { ImportDoubt } from "../../model/import-note.ts";
import type { Points } from "../../model/points.ts";
import type { SourcePlace } from "../../model/source-document.ts";

export interface Doubt {
  readonly at: SourcePlace;
  readonly doubt: ImportDoubt;
}

/** A heading above clauses: a chapter cell, a row of its own, or a paragraph before a table. */
export interface Heading {
  readonly text: string;
  readonly label?: string;
  /** Points printed with it, in the points column or behind the text. */
  readonly declared?: Points;
  readonly at: SourcePlace;
}

/** What one row (or one item of a list) of the source is, in reading order. */
export type Entry =
  | ({ readonly kind: "heading"; readonly rank: number; readonly doubts?: readonly Doubt[] } & Heading)
  | ClauseEntry
  | { readonly kind: "sum"; readonly label: string; readonly points?: Points; readonly at: SourcePlace; readonly doubts: readonly Doubt[] }
  /** Words outside the clauses: 注, grade bands, veto and bonus lists. */
  | { readonly kind: "text"; readonly text: string; readonly at: SourcePlace };

export interface ClauseEntry {
  readonly kind: "clause";
  /** Texts of the chapter columns, outermost first. */
  readonly levels: readonly Heading[];
  readonly label?: string;
  readonly content: string;
  readonly rule: string;
  /** undefined: not found; the builder looks at the heading, then notes it. */
  readonly points?: Points;
  readonly evidence: string;
  readonly method: string;
  readonly owner: string;
  readonly lead: string;
  readonly with: string;
  readonly scorer: string;
  readonly remarks: readonly { readonly heading: string; readonly text: string }[];
  readonly at: SourcePlace;
  /** Cells of their own, where there are columns for them. */
  readonly places?: { readonly rule?: SourcePlace; readonly method?: SourcePlace; readonly owner?: SourcePlace };
  readonly doubts: readonly Doubt[];
}
