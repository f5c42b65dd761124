import { minPoints, type Points, subtractPoints, zeroPoints } from "../model/points.ts";
import { type Quantity, quantity } from "../model/quantity.ts";
import type { RuleBase } from "../model/rule.ts";
import { type Answers, answeringUnit, type ClauseContext, knownSum } from "./context.ts";
import type { Counted } from "./count.ts";
import { factLoss, factMissing, remaining, worstCase } from "./fact-losses.ts";
import type { LossItem } from "./loss.ts";

/**
 * What a count costs, never more than the rule can take. While some units still owe their count, what the others stated is
 * lost for certain and the rest of the worst case waits; doubtful documents wait too.
 */
export function countLosses(
  rule: RuleBase,
  context: ClauseContext,
  count: Counted,
  cost: (count: Quantity) => Points | undefined,
  more: readonly Answers[] = [],
): readonly LossItem[] {
  const answers = [...count.answers, ...more];
  const most = worstCase(context, rule.cap);
  const [certain, worst] = [costOf(count.least ?? knownOf(count)), count.most === undefined ? undefined : costOf(count.most)];
  if (certain === undefined || worst === undefined)
    return [
      ...factLoss(context, rule.id, answers, certain ?? zeroPoints),
      ...factMissing(rule.id, answers, remaining(most, certain ?? zeroPoints)),
    ];
  return [...factLoss(context, rule.id, answers, certain), ...doubtfulLoss(context, count, subtractPoints(worst, certain))];

  function costOf(n: Quantity): Points | undefined {
    const points = cost(n);
    return points === undefined ? undefined : minPoints(points, most);
  }
}

function knownOf(count: Counted): Quantity {
  const [source] = count.answers;
  return source === undefined ? quantity(0) : knownSum(source);
}

/** Documents that may or may not be what the rule counts (通报批评). */
function doubtfulLoss(context: ClauseContext, count: Counted, points: Points): readonly LossItem[] {
  if (points <= 0 || count.evidence === undefined) return [];
  const requirement = count.evidence.result.requirement.id;
  const candidates = [...new Set(count.evidence.result.slots.flatMap((slot) => slot.doubtful))].map((file) => file.path);
  return [
    {
      unit: answeringUnit(context),
      state: "awaiting",
      points,
      cause: { code: "evidence-unconfirmed", requirement, missing: candidates.length, periods: [], candidates },
    },
  ];
}
