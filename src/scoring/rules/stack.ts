import type { RuleBase, Stack } from "../../model/rule.ts";
import { capItems } from "../loss.ts";
import { award, type RuleScorer } from "../outcome.ts";
import { triggerLosses } from "../trigger.ts";

/** 在此基础上……再得N分. Whether the base was reached is settled where the clause's rules meet (clause-rules.ts). */
export const scoreStack: RuleScorer<RuleBase & Stack> = (rule, context) => {
  const { losses, reason, files } = triggerLosses(rule.id, rule.on, rule.points, "good", context);
  return award(rule.points, capItems(losses, rule.points), reason, files);
};
