import { minPoints, type Points, subtractPoints, thousandths } from "../../model/points.ts";
import type { Quantity } from "../../model/quantity.ts";
import type { AwardEach, RuleBase } from "../../model/rule.ts";
import { answeringUnit } from "../context.ts";
import { counted } from "../count.ts";
import { missingDocuments } from "../evidence-facts.ts";
import { factLoss, factMissing, factsReason, remaining, worstCase } from "../fact-losses.ts";
import { capItems, type LossItem } from "../loss.ts";
import { award, type RuleScorer } from "../outcome.ts";

/** 每……得N分，计满M分为止. Full marks are the rule's cap, or the clause's points. Only whole occurrences count. */
export const scoreAwardEach: RuleScorer<RuleBase & AwardEach> = (rule, context) => {
  const full = worstCase(context, rule.cap);
  const count = counted(rule.count, context);
  const reason = count.answers.length > 0 ? factsReason(...count.answers) : count.reason;
  if (count.least === undefined || count.atBest === undefined) return award(full, factMissing(rule.id, count.answers, full), reason);
  const [lost, worst] = [remaining(full, earned(rule, count.atBest)), remaining(full, earned(rule, count.least))];
  if (count.evidence === undefined) return award(full, factLoss(context, rule.id, count.answers, lost), reason, count.files);
  const requirement = count.evidence.result.requirement.id;
  const documents = missingDocuments(count.evidence, rule.each);
  return award(
    full,
    spread(documents, { lost, worst, unit: answeringUnit(context), requirement, open: count.mayGrow ? "upcoming" : "awaiting" }),
    reason,
    count.files,
  );
};

function earned(rule: AwardEach, count: Quantity): Points {
  return thousandths(Math.floor(count / 1000) * rule.each);
}

interface Spread {
  readonly lost: Points;
  readonly worst: Points;
  readonly unit: string;
  readonly requirement: string;
  readonly open: "awaiting" | "upcoming";
}

/** Prices the missing documents so that they add up to what is withheld; what no owed document explains stands alone. */
function spread(documents: readonly LossItem[], { lost, worst, unit, requirement, open: openState }: Spread): readonly LossItem[] {
  const certain = capItems(
    documents.filter((item) => item.state === "lost"),
    lost,
  );
  const open = capItems(
    documents.filter((item) => item.state !== "lost"),
    subtractPoints(worst, lost),
  );
  const explained = (items: readonly LossItem[]): Points => thousandths(items.reduce((sum, item) => sum + item.points, 0));
  const rest = (state: LossItem["state"], points: Points): readonly LossItem[] =>
    points <= 0
      ? []
      : [{ unit, state, points: minPoints(points, worst), cause: { code: "evidence-missing", requirement, missing: 0, periods: [] } }];
  return [
    ...certain,
    ...rest("lost", subtractPoints(lost, explained(certain))),
    ...open,
    ...rest(openState, subtractPoints(subtractPoints(worst, lost), explained(open))),
  ];
}
