import { zeroPoints } from "../../model/points.ts";
import type { RuleBase, Veto } from "../../model/rule.ts";
import { answeringUnit, type ClauseContext } from "../context.ts";
import type { LossItem } from "../loss.ts";
import type { RuleOutcome, RuleScorer } from "../outcome.ts";
import { triggerHolds } from "../trigger.ts";

/** 一票否决. Nobody having answered is not a no: the veto stays possible. */
export const scoreVeto: RuleScorer<RuleBase & Veto> = (rule, context): RuleOutcome => {
  const { holds, reason, inputs, owing } = triggerHolds(rule.on, context);
  const certainty = holds === undefined ? "possible" : holds ? "certain" : undefined;
  const unit = owing[0] ?? answeringUnit(context);
  const losses = certainty === undefined ? [] : [vetoLoss(rule, context, unit, certainty, inputs)];
  return { effect: "veto", full: zeroPoints, losses, reason, files: [], ...(certainty === undefined ? {} : { veto: certainty }) };
};

/** Within its own clause a veto costs the clause's points; beyond it, the loss shows in the totals. */
function vetoLoss(
  rule: RuleBase & Veto,
  context: ClauseContext,
  unit: string,
  certainty: "certain" | "possible",
  inputs: readonly string[],
): LossItem {
  const points = rule.scope === "clause" ? context.clause.maxPoints : zeroPoints;
  return certainty === "certain"
    ? { unit, state: "lost", points, cause: { code: "veto", rule: rule.id } }
    : { unit, state: "awaiting", points, cause: { code: "veto-unanswered", rule: rule.id, inputs } };
}
