import { type Points, thousandths, zeroPoints } from "../../model/points.ts";
import type { Quantity } from "../../model/quantity.ts";
import type { Rate, RuleBase } from "../../model/rule.ts";
import { type ClauseContext, combinedNumber } from "../context.ts";
import { answersOf, factLoss, factMissing, factsReason, worstCase } from "../fact-losses.ts";
import { deduction, type RuleScorer } from "../outcome.ts";

/** 低于（超过）目标的，每差一步扣N分；越过 zeroBeyond 的整条不得分. */
export const scoreRate: RuleScorer<RuleBase & Rate> = (rule, context) => {
  const answers = answersOf(context, rule.input);
  const value = combinedNumber(answers);
  if (value === undefined) return deduction(factMissing(rule.id, [answers], worstCase(context, rule.cap)), factsReason(answers));
  return deduction(factLoss(context, rule.id, [answers], rateCost(rule, value, context)), factsReason(answers));
};

function rateCost(rule: Rate, value: Quantity, context: ClauseContext): Points {
  const beyond = rule.direction === "below" ? rule.target - value : value - rule.target;
  if (beyond <= 0) return zeroPoints;
  if (rule.zeroBeyond !== undefined && (rule.direction === "below" ? value < rule.zeroBeyond : value > rule.zeroBeyond))
    return context.clause.maxPoints;
  return stepCost(beyond, rule, context.criteria.precision);
}

function stepCost(beyond: number, rule: Rate, precision: Points): Points {
  switch (rule.partialStep) {
    case "whole":
      return thousandths(Math.ceil(beyond / rule.step) * rule.each);
    case "ignore":
      return thousandths(Math.floor(beyond / rule.step) * rule.each);
    case "proportional":
      return thousandths(Math.round((beyond * rule.each) / rule.step / precision) * precision);
  }
}
