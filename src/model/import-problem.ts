import type { SourceFailure, SourcePlace } from "./source-document.ts";

/** Why a 细则 cannot be imported: nothing is written then. */
export type ImportProblem =
  | { readonly code: "source-failure"; readonly failure: SourceFailure; readonly detail?: string }
  /** No table and no list with points. `tables`: headings of the tables that are there. */
  | { readonly code: "no-criteria-table"; readonly tables: readonly { readonly at: SourcePlace; readonly headings: readonly string[] }[] }
  | { readonly code: "no-points-column"; readonly at: SourcePlace; readonly headings: readonly string[] }
  | { readonly code: "several-tables"; readonly candidates: readonly TableCandidate[] }
  | { readonly code: "no-such-table"; readonly wanted: string; readonly candidates: readonly TableCandidate[] }
  | { readonly code: "too-many-rows"; readonly at: SourcePlace; readonly rows: number; readonly limit: number }
  /** --update: sections or clauses of the file are written in brackets, not as lists. */
  | { readonly code: "cannot-merge" }
  | { readonly code: "output-exists"; readonly path: string }
  /** -o names one of the files to be read. */
  | { readonly code: "output-is-source"; readonly path: string };

/** A table that may be the 细则. `number` is what --table takes. */
export interface TableCandidate {
  readonly number: number;
  readonly sheet?: string;
  readonly at: SourcePlace;
  readonly headings: readonly string[];
  readonly clauses: number;
}
