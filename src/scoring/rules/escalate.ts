import { thousandths } from "../../model/points.ts";
import type { Escalate, RuleBase } from "../../model/rule.ts";
import { counted } from "../count.ts";
import { factLoss, factMissing, factsReason, worstCase } from "../fact-losses.ts";
import { deduction, type RuleScorer } from "../outcome.ts";

/** 第一起扣5分，第二起扣6分，以此类推: n×first + increment×n(n−1)÷2. */
export const scoreEscalate: RuleScorer<RuleBase & Escalate> = (rule, context) => {
  const count = counted(rule.count, context);
  const reason = count.answers.length > 0 ? factsReason(...count.answers) : count.reason;
  if (count.most === undefined) return deduction(factMissing(rule.id, count.answers, worstCase(context, rule.cap)), reason);
  const n = Math.max(0, Math.floor(count.most / 1000));
  const points = thousandths(n * rule.first + (n * (n - 1) * rule.increment) / 2);
  return deduction(factLoss(context, rule.id, count.answers, points), reason, count.files);
};
