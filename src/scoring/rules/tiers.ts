import { maxOfPoints, type Points, zeroPoints } from "../../model/points.ts";
import type { RuleBase, TierCondition, Tiers } from "../../model/rule.ts";
import { type Answers, combinedNumber } from "../context.ts";
import { answersOf, factLoss, factMissing, factsReason, remaining } from "../fact-losses.ts";
import { award, deduction, type RuleScorer } from "../outcome.ts";

/** 分档得（扣）分: the first tier that holds decides; bounds are inclusive as the 细则 says (以上包括本数). */
export const scoreTiers: RuleScorer<RuleBase & Tiers> = (rule, context) => {
  const answers = answersOf(context, rule.input);
  const dearest = rule.tiers.reduce((most, tier) => maxOfPoints(most, tier.points), zeroPoints);
  const reached = tierPoints(rule, answers);
  const reason = factsReason(answers);
  if (reached === undefined) {
    const losses = factMissing(rule.id, [answers], dearest);
    return rule.mode === "award" ? award(dearest, losses, reason) : deduction(losses, reason);
  }
  if (rule.mode === "deduct") return deduction(factLoss(context, rule.id, [answers], reached), reason);
  return award(dearest, factLoss(context, rule.id, [answers], remaining(dearest, reached)), reason);
};

function tierPoints(rule: Tiers, answers: Answers): Points | undefined {
  if (answers.owing.length > 0) return undefined;
  return rule.tiers.find((tier) => holds(tier.when, answers))?.points ?? zeroPoints;
}

function holds(condition: TierCondition, answers: Answers): boolean {
  if (condition.kind === "is")
    return answers.stated.some(({ value }) => (value.kind === "choice" || value.kind === "yesno") && value.value === condition.value);
  const value = combinedNumber(answers);
  if (value === undefined) return false;
  const { min, max } = condition;
  const above = min === undefined || (condition.minIncluded ? value >= min : value > min);
  const below = max === undefined || (condition.maxIncluded ? value <= max : value < max);
  return above && below;
}
