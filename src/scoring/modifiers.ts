import { maxOfPoints, minPoints, type Points, subtractPoints, thousandths, zeroPoints } from "../model/points.ts";
import type { ScoringRule } from "../model/rule.ts";
import { answered, answeringUnit, type ClauseContext } from "./context.ts";
import { answersOf } from "./fact-losses.ts";
import { atMost, capItems, type LossItem, sumAll, sumLost } from "./loss.ts";
import type { RuleOutcome } from "./outcome.ts";

/** 减半、加倍, 免扣, then the rule's own cap; in this order. */
export function modify(rule: ScoringRule, outcome: RuleOutcome, context: ClauseContext): RuleOutcome {
  const scaled = multiplied(rule, outcome.losses, context);
  const exempted = exempt(rule, { ...outcome, losses: scaled }, context);
  if (rule.cap === undefined || outcome.effect === "bonus") return exempted;
  if (outcome.effect === "award")
    return { ...exempted, full: minPoints(outcome.full, rule.cap), losses: beyondCap(outcome.full, rule.cap, exempted.losses) };
  return { ...exempted, losses: capItems(exempted.losses, rule.cap) };
}

/** Awards of `full` of which only `cap` count: what exceeded the cap was not to be had, so losing it costs nothing. */
export function beyondCap(full: Points, cap: Points, losses: readonly LossItem[]): readonly LossItem[] {
  const surplus = maxOfPoints(zeroPoints, subtractPoints(full, cap));
  const free = (total: Points): Points => maxOfPoints(zeroPoints, subtractPoints(total, surplus));
  return atMost(losses, free(sumLost(losses)), free(sumAll(losses)));
}

function multiplied(rule: ScoringRule, losses: readonly LossItem[], context: ClauseContext): readonly LossItem[] {
  if (rule.multiplier === undefined || losses.length === 0) return losses;
  const { factor, when } = rule.multiplier;
  const holds = answered(answersOf(context, when), true);
  const times = (item: LossItem, by: number): LossItem => ({ ...item, points: thousandths((item.points * by) / 1000) });
  if (holds === false) return losses;
  if (holds === true) return losses.map((item) => times(item, factor));
  // Not answered: the milder amount is certain, the rest waits.
  const [mild, strict] = [Math.min(1000, factor), Math.max(1000, factor)];
  return losses.flatMap((item) => [
    times(item, mild),
    { ...times(item, strict - mild), state: item.state === "lost" ? ("awaiting" as const) : item.state },
  ]);
}

/** 不可抗力等: claimed and confirmed → nothing is taken; claimed only → it waits for a person; not claimed → the rule holds. */
function exempt(rule: ScoringRule, outcome: RuleOutcome, context: ClauseContext): RuleOutcome {
  if (rule.unless === undefined) return outcome;
  const answers = answersOf(context, rule.unless);
  if (answered(answers, true) !== true) return outcome;
  const confirmed = context.judgement?.exemptions.get(rule.id);
  if (confirmed === false) return outcome;
  const reason = { code: "exempt", input: answers.input.name, confirmed: confirmed === true } as const;
  if (confirmed === true) return { ...outcome, losses: [], reason };
  const cause = { code: "exemption-unconfirmed", rule: rule.id, input: answers.input.name } as const;
  const waiting = sumAll(outcome.losses);
  const losses: readonly LossItem[] = waiting <= 0 ? [] : [{ unit: answeringUnit(context), state: "awaiting", points: waiting, cause }];
  return { ...outcome, losses, reason };
}
