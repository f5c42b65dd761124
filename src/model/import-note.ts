import type { Points } from "./points.ts";
import type { FormulaState, SourceNote, SourcePlace } from "./source-document.ts";

/** What the import is unsure of, or wants a person to look at: a code, typed facts and the place in the source. Never an error. */
export type ImportNote = {
  readonly at: SourcePlace;
  /** Name of the source file; set when several files were read. */
  readonly file?: string;
  /** Id of the clause that it is about. */
  readonly clause?: string;
} & ImportDoubt;

export type ImportDoubt =
  /** The clause has no points anywhere: 0 was written. */
  | { readonly code: "points-missing"; readonly text: string }
  /** What stands in the points column is no plain amount (1-3, 每项2分). */
  | { readonly code: "points-unread"; readonly text: string }
  /** The points are a formula without a stored result, or one that cannot be worked out. */
  | { readonly code: "points-formula"; readonly state: Exclude<FormulaState, "stale">; readonly text: string }
  /** Points printed behind the parts of a text (…（30分）；…（20分）) that do not add up to those of the clause. */
  | { readonly code: "parts-differ"; readonly parts: Points; readonly points: Points }
  /** A negative maximum: the clause only takes points away. */
  | { readonly code: "points-negative"; readonly text: string }
  | { readonly code: "points-zero" }
  /** Points taken from prose (得1.5分), not from a column. */
  | { readonly code: "points-from-prose"; readonly text: string; readonly points: Points }
  | { readonly code: "section-sum"; readonly section: string; readonly declared: Points; readonly clauses: Points }
  | { readonly code: "subtotal-differs"; readonly label: string; readonly printed: Points; readonly computed: Points }
  | { readonly code: "total-differs"; readonly printed: Points; readonly computed: Points }
  /** Nothing declares a total: the sum was written. */
  | { readonly code: "total-computed"; readonly total: Points }
  /** A row without number and points, taken as the rest of the clause above. */
  | { readonly code: "row-joined"; readonly text: string }
  /** A row that is neither clause nor heading nor sum. */
  | { readonly code: "row-unplaced"; readonly text: string }
  /** Text before the first or after the last row that nothing was made of. */
  | { readonly code: "paragraph-left"; readonly text: string }
  /** A number that another clause of the section bears as well; `first`: id of that clause. */
  | { readonly code: "label-repeated"; readonly label: string; readonly first: string }
  | { readonly code: "standard-missing" }
  /** 扣Q5分: an amount that cannot be read as printed. */
  | { readonly code: "amount-unread"; readonly text: string }
  | { readonly code: "cross-reference"; readonly text: string }
  | { readonly code: "rule-manual"; readonly text: string }
  /** A sentence that scores this way, as the sentence reader words it. */
  | { readonly code: "rule-doubt"; readonly text: string; readonly reason: string }
  /** Several units in one cell, none of them marked 牵头: all were written as lead units. */
  | { readonly code: "lead-not-marked"; readonly text: string; readonly cells: number }
  | { readonly code: "unit-unclear"; readonly text: string }
  /** The heading of the clause names units and no matter: they were written as responsible units. */
  | { readonly code: "units-from-heading"; readonly text: string; readonly cells: number }
  /** So many of the clauses (of `all`) name nobody who is responsible. */
  | { readonly code: "units-missing"; readonly clauses: number; readonly all: number }
  | { readonly code: "method-unread"; readonly text: string }
  | { readonly code: "method-mixed"; readonly text: string }
  | { readonly code: "score-filled"; readonly text: string; readonly cells: number }
  | { readonly code: "veto-scope"; readonly text: string }
  /** Clauses of a chapter that look like alternatives, one for each department (差异考核): they may not add up. */
  | { readonly code: "alternatives"; readonly section: string; readonly clauses: number; readonly points: Points }
  | { readonly code: "bonus-cap-missing"; readonly section: string }
  | { readonly code: "year-missing"; readonly year: number }
  | { readonly code: "title-missing"; readonly title: string }
  | { readonly code: "field-assumed"; readonly field: string }
  | { readonly code: "grade-unread"; readonly text: string }
  | { readonly code: "note-for-all"; readonly text: string }
  | { readonly code: "table-skipped"; readonly rows: number; readonly headings: readonly string[] }
  | { readonly code: "column-unknown"; readonly heading: string }
  | { readonly code: "formula"; readonly state: FormulaState; readonly text: string }
  /** What the reader of the file left out, or took in a way that a clerk has to know. */
  | { readonly code: "source"; readonly note: SourceNote }
  /** An export that came back: the text was changed, so it was read anew; `kept` of the rules read sentences that still stand. */
  | { readonly code: "annex-outdated"; readonly rules: number; readonly kept: number }
  /** A row of the annex that cannot be read, or no longer fits the clause; the text was read anew. */
  | { readonly code: "annex-unreadable"; readonly id: string }
  /** The text is the same, the points are not: the rules were kept. Points as decimal numbers of 分. */
  | { readonly code: "annex-points"; readonly from: number; readonly to: number }
  /** The materials column was changed: what is no longer in it was kept when rules hang on it. */
  | { readonly code: "annex-materials"; readonly added: readonly string[]; readonly gone: readonly string[] }
  /** Clauses of the annex that the table no longer has. */
  | { readonly code: "annex-gone"; readonly ids: readonly string[] }
  /** Two rows with one 代号: the second got another. */
  | { readonly code: "id-repeated"; readonly id: string; readonly given: string }
  /** --update: our reading was changed by hand and the text has changed since. */
  | { readonly code: "kept-reading"; readonly parts: readonly string[] }
  /** --update: the file and the new source name different units; the file's were kept. */
  | { readonly code: "kept-units"; readonly source: string };
