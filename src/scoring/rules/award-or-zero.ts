import type { AwardOrZero, RuleBase } from "../../model/rule.ts";
import { capItems } from "../loss.ts";
import { award, type RuleScorer } from "../outcome.ts";
import { triggerLosses } from "../trigger.ts";

/** ……的得N分，否则不得分. */
export const scoreAwardOrZero: RuleScorer<RuleBase & AwardOrZero> = (rule, context) => {
  const { losses, reason, files } = triggerLosses(rule.id, rule.on, rule.points, "good", context);
  return award(rule.points, capItems(losses, rule.points), reason, files);
};
