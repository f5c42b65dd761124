import type { Deduct, RuleBase } from "../../model/rule.ts";
import { capItems } from "../loss.ts";
import { deduction, type RuleScorer } from "../outcome.ts";
import { triggerLosses } from "../trigger.ts";

/** 未制定……的，扣N分: once, however much is missing. */
export const scoreDeduct: RuleScorer<RuleBase & Deduct> = (rule, context) => {
  const { losses, reason, files } = triggerLosses(rule.id, rule.on, rule.points, "bad", context);
  return deduction(capItems(losses, rule.points), reason, files);
};
