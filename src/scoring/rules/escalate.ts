import { type Points, thousandths } from "../../model/points.ts";
import type { Quantity } from "../../model/quantity.ts";
import type { Escalate, RuleBase } from "../../model/rule.ts";
import { counted } from "../count.ts";
import { countLosses } from "../count-losses.ts";
import { factsReason } from "../fact-losses.ts";
import { deduction, type RuleScorer } from "../outcome.ts";

/** 第一起扣5分，第二起扣6分，以此类推: n×first + increment×n(n−1)÷2. */
export const scoreEscalate: RuleScorer<RuleBase & Escalate> = (rule, context) => {
  const count = counted(rule.count, context);
  const cost = (total: Quantity): Points => {
    const n = Math.max(0, Math.floor(total / 1000));
    return thousandths(n * rule.first + (n * (n - 1) * rule.increment) / 2);
  };
  const reason = count.answers.length > 0 ? factsReason(...count.answers) : count.reason;
  return deduction(countLosses(rule, context, count, cost), reason, count.files);
};
