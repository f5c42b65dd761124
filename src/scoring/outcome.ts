import type { BasisReason } from "../model/basis.ts";
import type { EvidenceFile } from "../model/evidence-file.ts";
import { type Points, zeroPoints } from "../model/points.ts";
import type { ClauseContext } from "./context.ts";
import type { LossItem } from "./loss.ts";

/** What one rule makes of the facts, before the caps of clause and section. */
export interface RuleOutcome {
  /**
   * deduct: `losses` come off the clause's points. award: the rule gives `full` less its losses.
   * extra: comes off after the floor, the clause may go below zero. bonus: `full` less losses, on top of the total.
   * veto: see `veto`.
   */
  readonly effect: "deduct" | "award" | "extra" | "bonus" | "veto";
  readonly full: Points;
  readonly losses: readonly LossItem[];
  readonly reason: BasisReason;
  readonly files: readonly EvidenceFile[];
  readonly veto?: "certain" | "possible";
}

/** One rule kind: its rule and the clause's facts → its outcome. */
export type RuleScorer<Rule> = (rule: Rule, context: ClauseContext) => RuleOutcome;

export function deduction(losses: readonly LossItem[], reason: BasisReason, files: readonly EvidenceFile[] = []): RuleOutcome {
  return { effect: "deduct", full: zeroPoints, losses, reason, files };
}

export function award(full: Points, losses: readonly LossItem[], reason: BasisReason, files: readonly EvidenceFile[] = []): RuleOutcome {
  return { effect: "award", full, losses, reason, files };
}
