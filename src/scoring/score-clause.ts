import type { Basis } from "../model/basis.ts";
import type { Section } from "../model/criteria.ts";
import {
  addPoints,
  clampPoints,
  exactly,
  maxOfPoints,
  type Points,
  type PointsRange,
  subtractPoints,
  zeroPoints,
} from "../model/points.ts";
import { type AppliedRule, applyRules } from "./clause-rules.ts";
import { answeringUnit, type ClauseContext } from "./context.ts";
import { unpricedMissing } from "./evidence-facts.ts";
import { capItems, type LossItem, sumAll, sumLost } from "./loss.ts";
import { beyondCap } from "./modifiers.ts";
import { zeroWithoutEvidence } from "./no-evidence.ts";
import type { RuleOutcome } from "./outcome.ts";

/** What the rules make of one clause: its bounds, and the losses that add up to exactly what is missing from full marks. */
export interface ScoredClause {
  readonly points: PointsRange;
  readonly bonus: PointsRange;
  readonly losses: readonly LossItem[];
  readonly basis: readonly Basis[];
  readonly vetoes: readonly { readonly rule: string; readonly certainty: "certain" | "possible" }[];
}

/** 规则 → 条款封顶和保底（扣完为止，不计负分）→ 倒扣. */
export function scoreClause(context: ClauseContext, section: Section, profiles: readonly string[]): ScoredClause {
  const applied = applyRules(context, profiles);
  const vetoes = applied.flatMap(({ rule, outcome }) => (outcome.veto === undefined ? [] : [{ rule: rule.id, certainty: outcome.veto }]));
  const basis = applied.map(asBasis);
  const bonus = sumRanges(applied.filter(({ outcome }) => outcome.effect === "bonus").map(({ outcome }) => given(outcome)));
  if (section.kind === "bonus") return bonusClause(context, applied, basis, bonus);
  if (section.kind === "veto") return { points: exactly(zeroPoints), bonus, losses: lossesOf(applied, "veto"), basis, vetoes };
  const { points, losses } = standardClause(context, applied, profiles);
  return { points, bonus, losses: [...losses, ...lossesOf(applied, "bonus")], basis, vetoes };
}

function standardClause(
  context: ClauseContext,
  applied: readonly AppliedRule[],
  profiles: readonly string[],
): { points: PointsRange; losses: readonly LossItem[] } {
  const max = context.clause.maxPoints;
  const rules = [
    ...lossesOf(applied, "deduct"),
    ...awardLosses(context, applied),
    ...lossesOf(applied, "veto"),
    ...withoutRules(context, applied),
  ];
  const within = capItems([...rules, ...zeroWithoutEvidence(context), ...unpricedMissing(context, profiles)], max);
  const extra = lossesOf(applied, "extra");
  const losses = [...within, ...extra];
  return { points: { low: subtractPoints(max, sumAll(losses)), high: subtractPoints(max, sumLost(losses)) }, losses };
}

/** 加分项: counts from zero; not claiming a bonus loses nothing, so only what waits for a person is listed. */
function bonusClause(context: ClauseContext, applied: readonly AppliedRule[], basis: readonly Basis[], stated: PointsRange): ScoredClause {
  const awards = sumRanges(applied.filter(({ outcome }) => outcome.effect === "award").map(({ outcome }) => given(outcome)));
  const limit = (points: Points): Points => clampPoints(points, zeroPoints, context.clause.maxPoints);
  const bonus = { low: limit(addPoints(stated.low, awards.low)), high: limit(addPoints(stated.high, awards.high)) };
  const waiting = capItems(
    [...lossesOf(applied, "bonus"), ...lossesOf(applied, "award")].filter((item) => item.state === "awaiting"),
    subtractPoints(bonus.high, bonus.low),
  );
  return { points: bonus, bonus, losses: waiting.filter((item) => item.points > 0), basis, vetoes: [] };
}

/** Awards that add up to more than the clause: the surplus absorbs losses. To less: those points nobody can earn. */
function awardLosses(context: ClauseContext, applied: readonly AppliedRule[]): readonly LossItem[] {
  const awards = applied.filter(({ outcome }) => outcome.effect === "award");
  if (awards.length === 0) return [];
  const full = addPoints(...awards.map(({ outcome }) => outcome.full));
  const losses = lossesOf(awards, "award");
  const unreachable = subtractPoints(context.clause.maxPoints, full);
  if (unreachable <= 0) return beyondCap(full, context.clause.maxPoints, losses);
  return [...losses, { unit: answeringUnit(context), state: "lost", points: unreachable, cause: { code: "rules-below-points" } }];
}

/** A clause without a rule is not full marks: nobody has said how it is scored. */
function withoutRules(context: ClauseContext, applied: readonly AppliedRule[]): readonly LossItem[] {
  if (applied.length > 0) return [];
  return [{ unit: answeringUnit(context), state: "awaiting", points: context.clause.maxPoints, cause: { code: "no-rule" } }];
}

function lossesOf(applied: readonly AppliedRule[], effect: RuleOutcome["effect"]): readonly LossItem[] {
  return applied.filter(({ outcome }) => outcome.effect === effect).flatMap(({ outcome }) => outcome.losses);
}

function given(outcome: RuleOutcome): PointsRange {
  const keep = (loss: Points): Points => maxOfPoints(zeroPoints, subtractPoints(outcome.full, loss));
  return { low: keep(sumAll(outcome.losses)), high: keep(sumLost(outcome.losses)) };
}

function asBasis({ rule, outcome }: AppliedRule): Basis {
  const positive = outcome.effect === "award" || outcome.effect === "bonus";
  const points = positive ? given(outcome) : { low: sumLost(outcome.losses), high: sumAll(outcome.losses) };
  return { rule, effect: outcome.effect, points, reason: outcome.reason, files: outcome.files };
}

function sumRanges(ranges: readonly PointsRange[]): PointsRange {
  return { low: addPoints(...ranges.map((r) => r.low)), high: addPoints(...ranges.map((r) => r.high)) };
}
