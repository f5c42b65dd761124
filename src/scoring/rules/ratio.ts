import { type Points, scalePoints, subtractPoints, zeroPoints } from "../../model/points.ts";
import type { Quantity } from "../../model/quantity.ts";
import type { Ratio, RuleBase } from "../../model/rule.ts";
import { answeringUnit, type ClauseContext } from "../context.ts";
import { counted } from "../count.ts";
import { evidenceFacts } from "../evidence-facts.ts";
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
    actual.least === undefined || actual.atBest === undefined || target.value === undefined
      ? factMissing(rule.id, answers, rule.points)
      : ratioLosses(rule, context, { least: actual.least, most: actual.atBest, target: target.value });
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
  return [...lost, ...openLoss(rule, context, subtractPoints(worst, best))];
}

/** Counted from documents: what is not there yet may be doubtful, or simply not due. */
function openLoss(rule: RuleBase & Ratio, context: ClauseContext, points: Points): readonly LossItem[] {
  if (points <= 0 || rule.actual.kind === "input") return [];
  const facts = evidenceFacts(context, rule.actual.evidence);
  const requirement = facts.result.requirement.id;
  const periods = facts.result.slots.flatMap((slot) => (slot.missing.most > 0 ? (slot.period ?? []) : []));
  const missing = facts.missing.most;
  const unit = answeringUnit(context);
  if (facts.stillOpen) return [{ unit, state: "upcoming", points, cause: { code: "evidence-upcoming", requirement, missing, periods } }];
  const candidates = [...new Set(facts.result.slots.flatMap((slot) => slot.doubtful))].map((file) => file.path);
  return [{ unit, state: "awaiting", points, cause: { code: "evidence-unconfirmed", requirement, missing, periods, candidates } }];
}

function shortfallCost(points: Points, actual: Quantity, target: Quantity, precision: Points): Points {
  if (target <= 0 || actual >= target) return zeroPoints;
  return subtractPoints(points, scalePoints(points, Math.max(0, actual), target, precision));
}
