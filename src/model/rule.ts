import type { CalendarDate } from "./dates.ts";
import type { Place } from "./place.ts";
import type { Points } from "./points.ts";
import type { Quantity } from "./quantity.ts";

/**
 * 评分规则. Declarative on purpose: a formula string without a clamp once paid for surplus; each kind here clamps by itself.
 * Amounts are always positive; the kind says whether they are taken or given.
 */
export type ScoringRule = RuleBase &
  (
    | Deduct
    | DeductEach
    | Shortfall
    | Rate
    | Tiers
    | Ratio
    | AwardOrZero
    | AwardEach
    | Stack
    | Late
    | Escalate
    | MinusExtra
    | Bonus
    | Veto
    | Manual
    | External
    | Rank
  );
export type RuleKind = ScoringRule["kind"];

export interface RuleBase {
  /** Unique within its clause; generated (r1, r2 …) when not written. */
  readonly id: string;
  /** The stretch of the 评分标准 that this rule reads, verbatim. */
  readonly text?: string;
  /** 最多扣（得）N分 of this rule. */
  readonly cap?: Points;
  /** 就高不就低: of the rules of one group only the dearest counts. */
  readonly group?: string;
  /** The rule holds only for districts of these profiles (产区, 非产区); empty: for all. */
  readonly profiles: readonly string[];
  /** 不可抗力等免责: a yes/no input; yes → the rule does not apply once a person has confirmed the proof. */
  readonly unless?: string;
  /** 减半、加倍: factor in thousandths when the yes/no input is yes. */
  readonly multiplier?: { readonly factor: Quantity; readonly when: string };
  readonly place: Place;
}

/** What sets a rule off. Evidence: required documents are missing (deduct) or present (award). */
export type Trigger =
  | { readonly kind: "evidence"; readonly evidence: string }
  | { readonly kind: "answer"; readonly input: string; readonly is: boolean | string }
  | { readonly kind: "compare"; readonly input: string; readonly op: Comparison; readonly value: Quantity };
export type Comparison = "below" | "atMost" | "above" | "atLeast";

/** 未……的，扣N分: once. With evidence: any of it missing. */
export interface Deduct {
  readonly kind: "deduct";
  readonly points: Points;
  readonly on: Trigger;
}
/** 每发现一处扣N分; per missing document when `evidence`. `allowed` first ones are free (控制指标). */
export interface DeductEach {
  readonly kind: "deduct_each";
  readonly each: Points;
  readonly count: CountSource;
  readonly allowed: Quantity | InputRef;
  readonly step: Quantity;
}
/** 每少一次扣N分: missing documents over all periods (and units, when each owes its own). */
export interface Shortfall {
  readonly kind: "shortfall";
  readonly evidence: string;
  readonly each: Points;
}
/** 低于N%的每降低1个百分点扣N分. */
export interface Rate {
  readonly kind: "rate";
  readonly input: string;
  readonly target: Quantity;
  /** below: falling short costs; above: exceeding costs. */
  readonly direction: "below" | "above";
  readonly step: Quantity;
  readonly each: Points;
  /** A part of a step: counts whole, not at all, or in proportion. The 细则 should say; whole is the careful reading. */
  readonly partialStep: "whole" | "ignore" | "proportional";
  /** 低于N%不得分: beyond this value (strictly) the whole clause is lost. */
  readonly zeroBeyond?: Quantity;
}
/** 分档: the first tier that holds decides. Award tiers give, deduct tiers take; a value in no tier: nothing happens (deduct) or 0 (award). */
export interface Tiers {
  readonly kind: "tiers";
  readonly input: string;
  readonly mode: "award" | "deduct";
  readonly tiers: readonly Tier[];
}
export interface Tier {
  readonly when: TierCondition;
  readonly points: Points;
}
export type TierCondition =
  | {
      readonly kind: "range";
      readonly min?: Quantity;
      readonly minIncluded: boolean;
      readonly max?: Quantity;
      readonly maxIncluded: boolean;
    }
  | { readonly kind: "is"; readonly value: boolean | string };
/** 按完成比例得分/扣分: points × min(1, actual ÷ target), or points × the missing part. */
export interface Ratio {
  readonly kind: "ratio";
  readonly mode: "award" | "deduct";
  readonly actual: CountSource;
  readonly target: Quantity | InputRef;
  readonly points: Points;
}
/** ……的得N分，否则不得分. */
export interface AwardOrZero {
  readonly kind: "award_or_zero";
  readonly points: Points;
  readonly on: Trigger;
}
/** 每……得N分，计满M分为止. */
export interface AwardEach {
  readonly kind: "award_each";
  readonly each: Points;
  readonly count: CountSource;
}
/** 在此基础上……得N分: counts only when the rule `after` gave something. */
export interface Stack {
  readonly kind: "stack";
  readonly points: Points;
  readonly on: Trigger;
  readonly after: string;
}
/** 迟报每超1天扣N分; not handed in at all: `missing` points. */
export interface Late {
  readonly kind: "late";
  readonly subject: { readonly kind: "evidence"; readonly evidence: string } | { readonly kind: "input"; readonly input: string };
  readonly due: LateDue;
  readonly per: "day" | "week" | "month";
  readonly each: Points;
  readonly missing: Points;
}
export type LateDue =
  | { readonly kind: "date"; readonly date: CalendarDate }
  | { readonly kind: "after"; readonly input: string; readonly days: number; readonly months: number };
/** 第一起扣5分，第二起扣6分，以此类推. */
export interface Escalate {
  readonly kind: "escalate";
  readonly count: CountSource;
  readonly first: Points;
  readonly increment: Points;
}
/** 倒扣、追加扣: taken after the floor, so the clause may go below zero. */
export interface MinusExtra {
  readonly kind: "minus_extra";
  readonly points: Points;
  readonly on: Trigger;
}
/** 加分: by level; one project at several levels counts once at the highest (就高不重复) when dedupe is highest. */
export interface Bonus {
  readonly kind: "bonus";
  readonly items: string;
  readonly levels: readonly BonusLevel[];
  readonly dedupe: "highest" | "none";
  readonly evidence?: string;
}
export interface BonusLevel {
  readonly name: string;
  readonly points: Points;
}
/** 一票否决. */
export interface Veto {
  readonly kind: "veto";
  readonly on: Trigger;
  readonly scope: VetoScope;
  readonly gradeAtMost?: string;
}
export const vetoScopes = ["total", "grade", "field", "clause"] as const;
export type VetoScope = (typeof vetoScopes)[number];
/** 酌情扣分: a person decides between min and max; `open`: the 细则 gives no bound, so the clause's points are the bound. */
export interface Manual {
  readonly kind: "manual";
  readonly mode: "deduct" | "award";
  readonly min: Points;
  readonly max: Points;
  readonly open: boolean;
}
/** 以……数据为准: somebody else's figure, entered as points taken or given. */
export interface External {
  readonly kind: "external";
  readonly mode: "deduct" | "award";
  readonly source: string;
  readonly max: Points;
}
/** 按名次赋分. */
export interface Rank {
  readonly kind: "rank";
  readonly input: string;
  readonly table: readonly { readonly from: number; readonly to: number; readonly points: Points }[];
}

/** A number counted from the evidence (documents that count; `missing`: documents that are owed and not there) or stated in a return. */
export type CountSource =
  | { readonly kind: "input"; readonly input: string }
  | { readonly kind: "evidence"; readonly evidence: string }
  | { readonly kind: "missing"; readonly evidence: string };
export interface InputRef {
  readonly kind: "input";
  readonly input: string;
}
