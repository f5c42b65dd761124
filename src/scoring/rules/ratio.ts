import { type Points, scalePoints, subtractPoints, zeroPoints } from "../../model/points.ts";
import type { Quantity } from "../../model/quantity.ts";
import type { Ratio, RuleBase } from "../../model/rule.ts";
import type { ClauseContext } from "../context.ts";
import { counted } from "../count.ts";
import { factLoss, factMissing, factsReason, limitOf } from "../fact-losses.ts";
import type { LossItem } from "../loss.ts";
import { award, deduction, type RuleScorer } from "../outcome.ts";

/** 按完成比例得（扣）分: points × min(1, actual ÷ target), rounded to the criteria's precision. A target of 0 is reached by anything. */
export const scoreRatio: RuleScorer<RuleBase & Ratio> = (rule, context) => {
  const actual = counted(rule.actual, context);
  const target = limitOf(context, rule.target);
  const answers = [...actual.answers, ...target.answers];
  const reason = answers.length > 0 ? factsReason(...answers) : actual.reason;
  const losses =
    actual.least === undefined || actual.most === undefined || target.value === undefined
      ? factMissing(rule.id, answers, rule.points)
      : ratioLosses(rule, context, { least: actual.least, most: actual.most, target: target.value });
  return rule.mode === "award" ? award(rule.points, losses, reason, actual.files) : deduction(losses, reason, actual.files);
};

function ratioLosses(
  rule: RuleBase & Ratio,
  context: ClauseContext,
  numbers: { least: Quantity; most: Quantity; target: Quantity },
): readonly LossItem[] {
  const best = shortfallCost(rule.points, numbers.most, numbers.target, context.criteria.precision);
  const worst = shortfallCost(rule.points, numbers.least, numbers.target, context.criteria.precision);
  const lost = factLoss(context, rule.id, counted(rule.actual, context).answers, best);
  const open = factLoss(context, rule.id, [], subtractPoints(worst, best)).map((item) => ({ ...item, state: "awaiting" as const }));
  return [...lost, ...open];
}

function shortfallCost(points: Points, actual: Quantity, target: Quantity, precision: Points): Points {
  if (target <= 0 || actual >= target) return zeroPoints;
  return subtractPoints(points, scalePoints(points, Math.max(0, actual), target, precision));
}
