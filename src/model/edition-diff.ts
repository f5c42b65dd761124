import type { Clause, Section } from "./criteria.ts";
import type { Points } from "./points.ts";

/** A stretch of a changed text; both editions in one run. */
export interface WordChange {
  readonly kind: "same" | "added" | "removed";
  readonly text: string;
}

export type ClauseText = "title" | "requirement" | "standard";

/** What became different in a clause that both editions have. */
export type ClauseChange =
  /** 移到别的考核项目. */
  | { readonly code: "moved"; readonly from: string; readonly to: string }
  | { readonly code: "renumbered"; readonly from: string; readonly to: string }
  | { readonly code: "re-pointed"; readonly from: Points; readonly to: Points }
  | { readonly code: "re-worded"; readonly part: ClauseText; readonly words: readonly WordChange[] }
  | {
      readonly code: "responsibility";
      readonly role: "lead" | "cooperating" | "scorer";
      readonly from: readonly string[];
      readonly to: readonly string[];
    }
  | { readonly code: "verification"; readonly from: string; readonly to: string };

/** A clause with the section it stands in. */
export interface PlacedClause {
  readonly clause: Clause;
  readonly section: Section;
}

/** same: nothing changed; changed; split: one became several; merged: several became one. */
export interface ClauseMatch {
  readonly kind: "same" | "changed" | "split" | "merged";
  readonly old: readonly PlacedClause[];
  readonly new: readonly PlacedClause[];
  /** 0–100: how sure it is that they are the same requirement, by text and place, not by printed number. */
  readonly confidence: number;
  /** Below the line or with a close rival: a person must look. */
  readonly doubtful: boolean;
  /** Other clauses that it may be as well, by id. */
  readonly rivals: readonly string[];
  /** The same clauses themselves: of the old edition or of the new one. */
  readonly rivalClauses: readonly PlacedClause[];
  readonly changes: readonly ClauseChange[];
}

/** What changed outside the clauses. */
export type FrameChange =
  | {
      readonly code: "title" | "issuer" | "edition" | "period" | "not-applicable" | "no-evidence" | "grades";
      readonly from: string;
      readonly to: string;
    }
  /** The new edition has it for no clause: no column for it, or nobody filled it in. */
  | { readonly code: "not-printed"; readonly part: "units" | "scorer" }
  | { readonly code: "total" | "bonus-cap"; readonly from: Points | undefined; readonly to: Points | undefined }
  | { readonly code: "section-points"; readonly section: string; readonly from: Points; readonly to: Points }
  | { readonly code: "section-added" | "section-removed"; readonly section: string; readonly points: Points };

/** 初稿与正式稿的差别. Clauses in the order of the new edition, removed ones last. */
export interface EditionDiff {
  readonly frame: readonly FrameChange[];
  readonly matches: readonly ClauseMatch[];
  readonly added: readonly PlacedClause[];
  readonly removed: readonly PlacedClause[];
}
