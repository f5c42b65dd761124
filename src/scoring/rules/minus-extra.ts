import { zeroPoints } from "../../model/points.ts";
import type { MinusExtra, RuleBase } from "../../model/rule.ts";
import { capItems } from "../loss.ts";
import type { RuleScorer } from "../outcome.ts";
import { triggerLosses } from "../trigger.ts";

/** 倒扣、追加扣: comes off after the floor, so the clause may go below zero. */
export const scoreMinusExtra: RuleScorer<RuleBase & MinusExtra> = (rule, context) => {
  const { losses, reason, files } = triggerLosses(rule.id, rule.on, rule.points, "bad", context);
  return { effect: "extra", full: zeroPoints, losses: capItems(losses, rule.points), reason, files };
};
