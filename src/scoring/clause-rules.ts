import { maxOfPoints, type Points, subtractPoints, zeroPoints } from "../model/points.ts";
import type { ScoringRule } from "../model/rule.ts";
import type { ClauseContext } from "./context.ts";
import { atMost, type LossItem, sumAll, sumLost } from "./loss.ts";
import { modify } from "./modifiers.ts";
import type { RuleOutcome } from "./outcome.ts";
import { rulesFor } from "./profiles.ts";
import { applyRule } from "./rules.ts";

export interface AppliedRule {
  readonly rule: ScoringRule;
  readonly outcome: RuleOutcome;
}

/** All rules of a clause, one by one, then what they do to each other: 在此基础上 and 就高不就低. */
export function applyRules(context: ClauseContext, profiles: readonly string[]): readonly AppliedRule[] {
  const applied = rulesFor(context.clause.rules, profiles).map((rule) => ({
    rule,
    outcome: modify(rule, applyRule(rule, context), context),
  }));
  return dearestOfGroups(applied.map((entry) => onItsBase(entry, applied)));
}

/** A stacked award counts only when its base gave something; while the base is open, so is what stands on it. */
function onItsBase(entry: AppliedRule, all: readonly AppliedRule[]): AppliedRule {
  const { rule, outcome } = entry;
  if (rule.kind !== "stack") return entry;
  const base = all.find((other) => other.rule.id === rule.after);
  if (base === undefined) return entry;
  const given = givenBy(base.outcome);
  if (given.low > 0) return entry;
  const unit = base.outcome.losses[0]?.unit ?? outcome.losses[0]?.unit ?? unitOf(base);
  const state = given.high > 0 ? ("awaiting" as const) : ("lost" as const);
  const certain = state === "lost" ? outcome.full : sumLost(outcome.losses);
  const cause = base.outcome.losses[0]?.cause ?? { code: "no-rule" as const };
  const own = state === "lost" ? [] : outcome.losses.filter((item) => item.state === "lost");
  const rest: LossItem = { unit, state, cause, points: state === "lost" ? certain : subtractPoints(outcome.full, certain) };
  return { rule, outcome: { ...outcome, losses: [...own, rest], reason: { code: "base-not-reached", after: rule.after } } };
}

function givenBy(outcome: RuleOutcome): { readonly low: Points; readonly high: Points } {
  return {
    low: maxOfPoints(zeroPoints, subtractPoints(outcome.full, sumAll(outcome.losses))),
    high: maxOfPoints(zeroPoints, subtractPoints(outcome.full, sumLost(outcome.losses))),
  };
}

function unitOf(entry: AppliedRule): string {
  return entry.outcome.files[0]?.unit ?? "（未明确责任单位）";
}

/** 同一事由就高不累计: within a group every rule keeps only what it costs beyond the dearer ones before it. */
function dearestOfGroups(applied: readonly AppliedRule[]): readonly AppliedRule[] {
  const taken = new Map<string, { lost: Points; all: Points }>();
  const dearestFirst = [...applied].sort(
    (a, b) => sumLost(b.outcome.losses) - sumLost(a.outcome.losses) || sumAll(b.outcome.losses) - sumAll(a.outcome.losses),
  );
  const kept = new Map<ScoringRule, AppliedRule>();
  for (const entry of dearestFirst) kept.set(entry.rule, afterGroup(entry, taken));
  return applied.map((entry) => kept.get(entry.rule) ?? entry);
}

function afterGroup(entry: AppliedRule, taken: Map<string, { lost: Points; all: Points }>): AppliedRule {
  const { group } = entry.rule;
  const { losses } = entry.outcome;
  if (group === undefined || losses.length === 0) return entry;
  const before = taken.get(group) ?? { lost: zeroPoints, all: zeroPoints };
  const [lost, all] = [sumLost(losses), sumAll(losses)];
  taken.set(group, { lost: maxOfPoints(before.lost, lost), all: maxOfPoints(before.all, all) });
  if (before.all === zeroPoints) return entry;
  const beyond = (points: Points, covered: Points): Points => maxOfPoints(zeroPoints, subtractPoints(points, covered));
  const kept = atMost(losses, beyond(lost, before.lost), beyond(all, before.all));
  const reason = sumAll(kept) === zeroPoints ? ({ code: "deduplicated", group } as const) : entry.outcome.reason;
  return { rule: entry.rule, outcome: { ...entry.outcome, losses: kept, reason } };
}
