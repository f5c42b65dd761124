import type { GapCause } from "../../model/gap.ts";
import { clampPoints, type Points, subtractPoints, zeroPoints } from "../../model/points.ts";
import type { External, Manual, RuleBase } from "../../model/rule.ts";
import { answeringUnit, type ClauseContext } from "../context.ts";
import { remaining } from "../fact-losses.ts";
import type { LossItem } from "../loss.ts";
import { award, deduction, type RuleOutcome, type RuleScorer } from "../outcome.ts";

interface Bounds {
  readonly min: Points;
  readonly max: Points;
}

/** 酌情扣（得）分: between its bounds until a person has decided. */
export const scoreManual: RuleScorer<RuleBase & Manual> = (rule, context) => {
  const bounds = { min: rule.min, max: rule.open ? context.clause.maxPoints : rule.max };
  return byPerson(rule, bounds, context, { code: "manual", rule: rule.id });
};

/** 以……数据为准: open until the figure is entered in judgements.yaml. */
export const scoreExternal: RuleScorer<RuleBase & External> = (rule, context) =>
  byPerson(rule, { min: zeroPoints, max: rule.max }, context, { code: "external", rule: rule.id, source: rule.source });

function byPerson(rule: RuleBase & (Manual | External), bounds: Bounds, context: ClauseContext, cause: GapCause): RuleOutcome {
  const decided = context.judgement?.rules.get(rule.id);
  const unit = answeringUnit(context);
  if (decided === undefined) return outcome(rule, bounds, openLosses(rule.mode, bounds, unit, cause), { code: "awaits-judgement" });
  const points = clampPoints(decided, zeroPoints, bounds.max);
  const lost = rule.mode === "award" ? remaining(bounds.max, points) : points;
  const losses: readonly LossItem[] = lost <= 0 ? [] : [{ unit, state: "lost", points: lost, cause: { code: "judged", rule: rule.id } }];
  const { by, note } = context.judgement ?? {};
  return outcome(rule, bounds, losses, { code: "judged", ...(by === undefined ? {} : { by }), ...(note === undefined ? {} : { note }) });
}

/** A deduction takes at least `min`; an award gives at least `min`. What lies between is open. */
function openLosses(mode: "deduct" | "award", { min, max }: Bounds, unit: string, cause: GapCause): readonly LossItem[] {
  const certain = mode === "deduct" ? min : zeroPoints;
  const open = subtractPoints(max, min);
  const losses: readonly LossItem[] = [
    { unit, state: "lost", points: certain, cause },
    { unit, state: "awaiting", points: open, cause },
  ];
  return losses.filter((item) => item.points > 0);
}

function outcome(rule: Manual | External, bounds: Bounds, losses: readonly LossItem[], reason: RuleOutcome["reason"]): RuleOutcome {
  return rule.mode === "award" ? award(bounds.max, losses, reason) : deduction(losses, reason);
}
