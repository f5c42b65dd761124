import type { CalendarDate } from "./dates.ts";
import type { RecordElement, TextPlace } from "./reading.ts";

/** The words of a document that a problem rests on, and where they stand. */
export interface Quote {
  readonly text: string;
  readonly at: TextPlace;
}

/** One difference between two papers of almost the same text. Empty: the other paper has more. */
export interface Difference {
  readonly here: string;
  readonly there: string;
}

/** What can be said against a document from what it says inside. */
export type ContentProblem =
  /** Name and content name dates that cannot both be right; `name`, `own` in Chinese. */
  | {
      readonly code: "date-disagrees";
      readonly name: string;
      readonly from: "name" | "folder";
      readonly own: string;
      readonly quote: Quote;
    }
  /** The camera's clock says another day than name or folder; both in Chinese. */
  | { readonly code: "photo-date-disagrees"; readonly name: string; readonly taken: string }
  | { readonly code: "impossible-date-inside"; readonly quote: Quote }
  /** `weekday`: the right one (星期二). */
  | { readonly code: "wrong-weekday"; readonly quote: Quote; readonly date: string; readonly weekday: string }
  | { readonly code: "undated-inside"; readonly kind: string }
  | { readonly code: "unsigned"; readonly kind: string }
  /** `blanks`: how many places nobody has filled in. */
  | { readonly code: "blank-template"; readonly blanks: number }
  | NearDuplicate
  /** Pictures that show the same. `unit`: whose the other is; empty: the same unit's. */
  | { readonly code: "similar-picture"; readonly of: string; readonly unit: string }
  /** The text speaks of an old year and never of the year in which it is dated. */
  | { readonly code: "recycled-text"; readonly year: number; readonly old: number; readonly count: number }
  | { readonly code: "foreign-name"; readonly names: readonly string[] }
  /** 我市 in the paper of a district, 我街道 in the paper of a 局. */
  | { readonly code: "wrong-level"; readonly words: readonly string[] }
  | { readonly code: "other-units-paper"; readonly unit: string; readonly quote: Quote }
  | { readonly code: "head-signature-disagree"; readonly head: string; readonly signed: string }
  | { readonly code: "plan-without-execution"; readonly clause: string; readonly expected: readonly string[] }
  | { readonly code: "inspection-without-remedy"; readonly quote: Quote }
  /** A later step is dated before an earlier one. */
  | {
      readonly code: "chain-out-of-order";
      readonly kind: string;
      readonly date: string;
      readonly before: string;
      readonly beforeKind: string;
      readonly beforeDate: string;
    }
  | { readonly code: "photos-only"; readonly clause: string; readonly count: number; readonly expected: readonly string[] }
  | { readonly code: "record-incomplete"; readonly kind: string; readonly missing: readonly RecordElement[] }
  | { readonly code: "secrecy-mark"; readonly quote: Quote }
  | { readonly code: "internal-mark"; readonly quote: Quote }
  | {
      readonly code: "personal-data";
      readonly idNumbers: number;
      readonly phones: number;
      readonly bankCards: number;
      readonly at?: TextPlace;
    }
  /** It cites a paper that did not exist yet. `cited`: its 文号; `citedDate`: when the evidence tells, in Chinese. */
  | { readonly code: "cites-later"; readonly cited: string; readonly citedDate: string; readonly own: string }
  /** 文件 is asked for, and the paper carries no 文号. */
  | { readonly code: "number-missing"; readonly clause: string; readonly evidence: string }
  /** 未以政府（办）名义: `wanted` as the 细则 has it. */
  | { readonly code: "issuer-level"; readonly clause: string; readonly wanted: string; readonly signed: string }
  | { readonly code: "award-without-number"; readonly clause: string }
  | { readonly code: "attachment-missing"; readonly names: readonly string[] }
  /** `missing`: listed, not there; `unlisted`: there, not listed. */
  | { readonly code: "catalogue-disagrees"; readonly missing: readonly string[]; readonly unlisted: readonly string[] }
  /** Two figures of one sentence: as stated, and what the others give. */
  | { readonly code: "figures-disagree"; readonly stated: string; readonly reckoned: string; readonly quote: Quote }
  | { readonly code: "pledges-incomplete"; readonly quote: Quote }
  | { readonly code: "unrecognised-scan"; readonly pages: number }
  | { readonly code: "stamp-absent"; readonly kind: string };

/** 雷同: almost the same text as another file of the unit, of another unit, or of the unit under another clause. */
export type NearDuplicate = {
  readonly of: string;
  readonly unit: string;
  /** The dates of the two papers, where both are known. */
  readonly dates?: { readonly here: CalendarDate; readonly there: CalendarDate };
  readonly differs: readonly Difference[];
} & (
  | { readonly code: "near-duplicate" }
  | { readonly code: "near-duplicate-across-units" }
  | { readonly code: "near-duplicate-across-clauses" }
);
