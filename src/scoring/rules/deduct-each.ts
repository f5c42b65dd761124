import { type Points, thousandths } from "../../model/points.ts";
import type { Quantity } from "../../model/quantity.ts";
import type { DeductEach, RuleBase } from "../../model/rule.ts";
import { counted } from "../count.ts";
import { missingDocuments } from "../evidence-facts.ts";
import { factLoss, factMissing, factsReason, limitOf, worstCase } from "../fact-losses.ts";
import { deduction, type RuleScorer } from "../outcome.ts";

/** 发现一处扣N分; per `step` beyond what is `allowed` (控制指标). A part of a step costs nothing: only whole occurrences count. */
export const scoreDeductEach: RuleScorer<RuleBase & DeductEach> = (rule, context) => {
  const count = counted(rule.count, context);
  if (rule.count.kind === "missing" && count.evidence !== undefined)
    return deduction(missingDocuments(count.evidence, rule.each), count.reason, count.files);
  const allowed = limitOf(context, rule.allowed);
  const answers = [...count.answers, ...allowed.answers];
  if (count.most === undefined || allowed.value === undefined)
    return deduction(factMissing(rule.id, answers, worstCase(context, rule.cap)), factsReason(...answers));
  const points = occurrences(count.most, allowed.value, rule.step, rule.each);
  return deduction(factLoss(context, rule.id, answers, points), answers.length > 0 ? factsReason(...answers) : count.reason, count.files);
};

/** Never negative: staying below the allowed number earns nothing. */
function occurrences(actual: Quantity, allowed: Quantity, step: Quantity, each: Points): Points {
  const steps = Math.floor(Math.max(0, actual - allowed) / step);
  return thousandths(steps * each);
}
