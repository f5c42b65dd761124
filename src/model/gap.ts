import type { CalendarDate } from "./dates.ts";
import type { Period } from "./periods.ts";
import type { Points } from "./points.ts";

/** lost: points are lost as things stand; awaiting: a person or a fact decides; upcoming: not yet due. */
export type GapState = "lost" | "awaiting" | "upcoming";

/** 缺项: what is missing or weak, whose it is, what it costs. A normal result, not an error. */
export type Gap = GapBase & GapCause;

export interface GapBase {
  readonly clause: string;
  /** The unit that can close it; the first of `sharedBy`. */
  readonly unit: string;
  /** All units that owe it together (several lead units, any of which may answer); one for what a unit owes alone. */
  readonly sharedBy: readonly string[];
  readonly state: GapState;
  /**
   * Points at stake, never negative: for one clause the `lost` gaps add up to what is lost for certain,
   * `awaiting` and `upcoming` ones to the distance between its bounds.
   */
  readonly points: Points;
  readonly due?: CalendarDate;
  /** 行业主管部门和属地 that answer for the unit, when it is an enterprise. */
  readonly supervisors: readonly string[];
}

export type GapCause =
  /** Required documents are not there. */
  | { readonly code: "evidence-missing"; readonly requirement: string; readonly missing: number; readonly periods: readonly Period[] }
  /** Documents are there that may be the ones: a person must say. */
  | {
      readonly code: "evidence-unconfirmed";
      readonly requirement: string;
      readonly missing: number;
      readonly periods: readonly Period[];
      readonly candidates: readonly string[];
    }
  | { readonly code: "evidence-upcoming"; readonly requirement: string; readonly missing: number; readonly periods: readonly Period[] }
  /** 无任何佐证: what the rules would have left is lost too. */
  | { readonly code: "no-evidence" }
  /** The facts stated cost points under the rule. */
  | { readonly code: "fact-costs"; readonly rule: string; readonly inputs: readonly string[] }
  | { readonly code: "fact-missing"; readonly rule: string; readonly inputs: readonly string[] }
  /** Several units stated figures that do not agree; nobody may choose between them but a person. */
  | { readonly code: "fact-conflict"; readonly rule: string; readonly inputs: readonly string[]; readonly answers: readonly string[] }
  | { readonly code: "late"; readonly rule: string; readonly days: number }
  | { readonly code: "manual"; readonly rule: string }
  | { readonly code: "judged"; readonly rule: string }
  | { readonly code: "external"; readonly rule: string; readonly source: string }
  | { readonly code: "exemption-unconfirmed"; readonly rule: string; readonly input: string }
  | { readonly code: "not-applicable-unconfirmed"; readonly reason: string }
  /** 合理缺项 under a 细则 that gives such clauses no points. */
  | { readonly code: "not-applicable-zero"; readonly reason: string }
  | { readonly code: "no-rule" }
  /** The awards of the clause add up to less than its points: the 细则 itself withholds the rest. */
  | { readonly code: "rules-below-points" }
  | { readonly code: "veto"; readonly rule: string }
  | { readonly code: "veto-unanswered"; readonly rule: string; readonly inputs: readonly string[] }
  /** The return claims more than the evidence supports: a finding without points of its own. */
  | { readonly code: "claim-exceeds"; readonly claimed: Points; readonly supported: Points };
export type GapCode = GapCause["code"];
