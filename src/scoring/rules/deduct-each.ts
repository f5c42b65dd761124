import { type Points, thousandths } from "../../model/points.ts";
import type { Quantity } from "../../model/quantity.ts";
import type { DeductEach, RuleBase } from "../../model/rule.ts";
import { counted } from "../count.ts";
import { countLosses } from "../count-losses.ts";
import { missingDocuments } from "../evidence-facts.ts";
import { factsReason, limitOf } from "../fact-losses.ts";
import { deduction, type RuleScorer } from "../outcome.ts";

/** 发现一处扣N分; per `step` beyond what is `allowed` (控制指标). A part of a step costs nothing: only whole occurrences count. */
export const scoreDeductEach: RuleScorer<RuleBase & DeductEach> = (rule, context) => {
  const count = counted(rule.count, context);
  if (rule.count.kind === "missing" && count.evidence !== undefined)
    return deduction(missingDocuments(count.evidence, rule.each), count.reason, count.files);
  const { value: allowed, answers } = limitOf(context, rule.allowed);
  const cost = (n: Quantity): Points | undefined => (allowed === undefined ? undefined : occurrences(n, allowed, rule.step, rule.each));
  const asked = [...count.answers, ...answers];
  return deduction(countLosses(rule, context, count, cost, answers), asked.length > 0 ? factsReason(...asked) : count.reason, count.files);
};

/** Never negative: staying below the allowed number earns nothing. */
function occurrences(actual: Quantity, allowed: Quantity, step: Quantity, each: Points): Points {
  const steps = Math.floor(Math.max(0, actual - allowed) / step);
  return thousandths(steps * each);
}
