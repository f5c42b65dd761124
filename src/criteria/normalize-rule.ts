import { maxOfPoints, type Points, zeroPoints } from "../model/points.ts";
import { type Quantity, quantity } from "../model/quantity.ts";
import type { BonusLevel, LateDue, RuleBase, RuleKind, ScoringRule, Tier, TierCondition } from "../model/rule.ts";
import { countOf, given, pointsOf, quantityOf } from "../written/amounts.ts";
import { nearestOf } from "../written/nearest.ts";
import { type Numeral, textOf } from "../written/numeral.ts";
import { answerOf } from "../written/shapes.ts";
import { placeOf } from "../written/sheet.ts";
import { type ClauseScope, inputReference, reference, report } from "./clause-scope.ts";
import { normalizeAnswer, normalizeCount, normalizeLimit, normalizeTrigger } from "./normalize-trigger.ts";
import type { WrittenRule, WrittenRuleOf, WrittenTier } from "./written-rule.ts";

type Body<Kind extends RuleKind> = Omit<Extract<ScoringRule, { kind: Kind }>, keyof RuleBase>;
/** undefined: the rule lacks something, which has been reported. */
type Normalizer<Kind extends RuleKind> = (rule: WrittenRuleOf<Kind>, scope: ClauseScope) => Body<Kind> | undefined;

const ONE = quantity(1000);

const normalizers = {
  deduct: (rule, scope) => triggered(rule, scope, (on) => ({ kind: "deduct", points: pointsOf(rule.points), on })),
  deduct_each: (rule, scope) => {
    const [counted, step] = [normalizeCount(scope, rule), positive(scope, rule, rule.step)];
    const allowed = normalizeLimit(scope, rule, "allowed", rule.allowed);
    return counted && step && { kind: "deduct_each", each: pointsOf(rule.each), count: counted, allowed, step };
  },
  shortfall: (rule, scope) => ({
    kind: "shortfall",
    evidence: reference(scope, rule, "evidence", rule.evidence, "evidence"),
    each: pointsOf(rule.each),
  }),
  rate: (rule, scope) => {
    const [input, step] = [inputReference(scope, rule, "input", rule.input, ["number"]), positive(scope, rule, rule.step)];
    if (step === undefined) return undefined;
    return {
      kind: "rate",
      input,
      target: quantityOf(rule.target),
      direction: rule.direction ?? "below",
      step,
      each: pointsOf(rule.each),
      partialStep: rule.partialStep ?? "whole",
      ...given("zeroBeyond", rule.zeroBeyond && beyond(rule, scope)),
    };
  },
  tiers: (rule, scope) => {
    const ranged = rule.tiers.some((tier) => tier.is === undefined);
    const input = inputReference(scope, rule, "input", rule.input, ranged ? ["number"] : ["choice", "yesno"]);
    const tiers = rule.tiers.flatMap((tier) => normalizeTier(tier, scope, input) ?? []);
    return { kind: "tiers", input, mode: rule.mode, tiers };
  },
  ratio: (rule, scope) => {
    const actual = normalizeCount(scope, rule);
    const target = normalizeLimit(scope, rule, "target", rule.target);
    return actual && { kind: "ratio", mode: rule.mode, actual, target, points: pointsOf(rule.points) };
  },
  award_or_zero: (rule, scope) => triggered(rule, scope, (on) => ({ kind: "award_or_zero", points: pointsOf(rule.points), on })),
  award_each: (rule, scope) => {
    const counted = normalizeCount(scope, rule);
    return counted && { kind: "award_each", each: pointsOf(rule.each), count: counted };
  },
  stack: (rule, scope) =>
    triggered(rule, scope, (on) => ({
      kind: "stack",
      points: pointsOf(rule.points),
      on,
      after: reference(scope, rule, "after", rule.after, "rule"),
    })),
  late: (rule, scope) => normalizeLate(rule, scope),
  escalate: (rule, scope) => {
    const counted = normalizeCount(scope, rule);
    return counted && { kind: "escalate", count: counted, first: pointsOf(rule.first), increment: pointsOf(rule.increment) };
  },
  minus_extra: (rule, scope) => triggered(rule, scope, (on) => ({ kind: "minus_extra", points: pointsOf(rule.points), on })),
  bonus: (rule, scope) => normalizeBonus(rule, scope),
  veto: (rule, scope) => triggered(rule, scope, (on) => normalizeVeto(rule, scope, on)),
  manual: (rule, scope) => normalizeManual(rule, scope),
  external: (rule, scope) => ({
    kind: "external",
    mode: rule.mode ?? "deduct",
    source: textOf(rule.source),
    max: rule.max === undefined ? scope.maxPoints : pointsOf(rule.max),
  }),
  rank: (rule, scope) => ({
    kind: "rank",
    input: inputReference(scope, rule, "input", rule.input, ["number"]),
    table: rule.table.map((row) => {
      const [from, to] = [countOf(row.from), countOf(row.to)];
      ordered(scope, row, "to", quantity(from * 1000), quantity(to * 1000));
      return { from, to, points: pointsOf(row.points) };
    }),
  }),
} satisfies { [Kind in RuleKind]: Normalizer<Kind> };

/** One rule of a clause; undefined when it lacks something, which has been reported. */
export function normalizeRule(rule: WrittenRule, id: string, scope: ClauseScope): ScoringRule | undefined {
  // The schema has just decided the kind; the table pairs each kind with its own shape.
  const normalize = normalizers[rule.kind] as (rule: WrittenRule, scope: ClauseScope) => Body<RuleKind> | undefined;
  const body = normalize(rule, scope);
  return body === undefined ? undefined : ({ ...normalizeBase(rule, id, scope), ...body } as ScoringRule);
}

function normalizeBase(rule: WrittenRule, id: string, scope: ClauseScope): RuleBase {
  const { multiplier } = rule;
  return {
    id,
    ...given("text", rule.text && textOf(rule.text)),
    ...given("cap", rule.cap && pointsOf(rule.cap)),
    ...given("group", rule.group && textOf(rule.group)),
    profiles: rule.profiles?.map(textOf) ?? [],
    ...given("unless", rule.unless && inputReference(scope, rule, "unless", rule.unless, ["yesno"])),
    ...given(
      "multiplier",
      multiplier && { factor: quantityOf(multiplier.factor), when: inputReference(scope, multiplier, "when", multiplier.when, ["yesno"]) },
    ),
    place: placeOf(scope.sheet, rule),
  };
}

type Triggered = Parameters<typeof normalizeTrigger>[1];
type On = NonNullable<ReturnType<typeof normalizeTrigger>>;

function triggered<Made>(rule: Triggered, scope: ClauseScope, make: (on: On) => Made): Made | undefined {
  const on = normalizeTrigger(scope, rule);
  return on === undefined ? undefined : make(on);
}

function positive(scope: ClauseScope, rule: WrittenRule, step: Numeral | undefined): Quantity | undefined {
  const value = step === undefined ? ONE : quantityOf(step);
  if (value > 0) return value;
  report(scope, rule, "step", { code: "rule-needs", rule: rule.kind, need: "positive-step" });
  return undefined;
}

/** Reports a lower bound above its upper bound, at the key of the upper one. */
function ordered(scope: ClauseScope, owner: object, key: string, min: Quantity | Points, max: Quantity | Points): boolean {
  if (min <= max) return true;
  // Points and quantities are both thousandths; the sentence prints them alike.
  report(scope, owner, key, { code: "bounds-reversed", min: min as number as Points, max: max as number as Points });
  return false;
}

function beyond(rule: WrittenRuleOf<"rate">, scope: ClauseScope): Quantity | undefined {
  if (rule.zeroBeyond === undefined) return undefined;
  const [limit, target] = [quantityOf(rule.zeroBeyond), quantityOf(rule.target)];
  const [low, high] = (rule.direction ?? "below") === "below" ? [limit, target] : [target, limit];
  ordered(scope, rule, "zeroBeyond", low, high);
  return limit;
}

function normalizeTier(tier: WrittenTier, scope: ClauseScope, input: string): Tier | undefined {
  const points = pointsOf(tier.points);
  if (tier.is !== undefined) {
    const value = normalizeAnswer(scope, tier, scope.inputs.get(input), tier.is);
    return { when: { kind: "is", value }, points };
  }
  if (tier.min === undefined && tier.max === undefined) {
    report(scope, tier, undefined, { code: "rule-needs", rule: "tiers", need: "tier-bounds" });
    return undefined;
  }
  return { when: tierRange(tier, scope), points };
}

function tierRange(tier: WrittenTier, scope: ClauseScope): TierCondition {
  const [min, max] = [tier.min && quantityOf(tier.min), tier.max && quantityOf(tier.max)];
  const range = {
    minIncluded: answerOf(tier.minIncluded) ?? true,
    maxIncluded: answerOf(tier.maxIncluded) ?? false,
  };
  if (min !== undefined && max !== undefined) {
    // A tier from 80 to 80 that leaves either end out holds nothing.
    const empty = min === max && !(range.minIncluded && range.maxIncluded);
    ordered(scope, tier, "max", empty ? quantity(min + 1) : min, max);
  }
  return { kind: "range", ...given("min", min), ...given("max", max), ...range };
}

function normalizeLate(rule: WrittenRuleOf<"late">, scope: ClauseScope): Body<"late"> | undefined {
  const { evidence, input } = rule;
  if ((evidence === undefined) === (input === undefined)) {
    report(scope, rule, "input", { code: "rule-needs", rule: "late", need: evidence === undefined ? "count-source" : "one-source" });
    return undefined;
  }
  const due = lateDue(rule, scope);
  if (due === undefined) return undefined;
  const subject =
    evidence === undefined
      ? ({ kind: "input", input: input === undefined ? "" : inputReference(scope, rule, "input", input, ["date"]) } as const)
      : ({ kind: "evidence", evidence: reference(scope, rule, "evidence", evidence, "evidence") } as const);
  const missing = rule.missing ?? rule.cap;
  return {
    kind: "late",
    subject,
    due,
    per: rule.per ?? "day",
    each: pointsOf(rule.each),
    missing: missing === undefined ? scope.maxPoints : pointsOf(missing),
  };
}

/** The day written in the rule, else the one written at the document. */
function lateDue(rule: WrittenRuleOf<"late">, scope: ClauseScope): LateDue | undefined {
  const { due } = rule;
  if (typeof due === "string") return { kind: "date", date: due };
  if (due !== undefined && (due.days !== undefined || due.months !== undefined)) {
    const after = inputReference(scope, due, "after", due.after, ["date"]);
    return { kind: "after", input: after, days: due.days ? countOf(due.days) : 0, months: due.months ? countOf(due.months) : 0 };
  }
  const date = due === undefined && rule.evidence !== undefined ? scope.evidence.get(textOf(rule.evidence))?.due : undefined;
  if (date !== undefined) return { kind: "date", date };
  report(scope, due ?? rule, undefined, { code: "rule-needs", rule: "late", need: "due" });
  return undefined;
}

function normalizeBonus(rule: WrittenRuleOf<"bonus">, scope: ClauseScope): Body<"bonus"> {
  const items = inputReference(scope, rule, "items", rule.items, ["items"]);
  const options = scope.inputs.get(items)?.options ?? [];
  const levels = rule.levels.map((level): BonusLevel => {
    const name = textOf(level.name);
    if (options.length > 0 && !options.includes(name)) report(scope, level, "name", { code: "unknown-level", level: name, known: options });
    return { name, points: pointsOf(level.points) };
  });
  const evidence = rule.evidence && reference(scope, rule, "evidence", rule.evidence, "evidence");
  return { kind: "bonus", items, levels, dedupe: rule.dedupe ?? "highest", ...given("evidence", evidence) };
}

function normalizeVeto(rule: WrittenRuleOf<"veto">, scope: ClauseScope, on: On): Body<"veto"> {
  const grade = rule.gradeAtMost && textOf(rule.gradeAtMost);
  if (rule.scope === "grade" && grade === undefined) {
    report(scope, rule, "scope", { code: "rule-needs", rule: "veto", need: "grade" });
  }
  if (grade !== undefined && !scope.gradeNames.includes(grade)) {
    report(scope, rule, "gradeAtMost", { code: "unknown-grade", grade, known: scope.gradeNames, ...nearestOf(grade, scope.gradeNames) });
  }
  return { kind: "veto", on, scope: rule.scope, ...given("gradeAtMost", grade) };
}

function normalizeManual(rule: WrittenRuleOf<"manual">, scope: ClauseScope): Body<"manual"> | undefined {
  const open = answerOf(rule.open) ?? false;
  if (rule.max === undefined && !open) {
    report(scope, rule, undefined, { code: "rule-needs", rule: "manual", need: "upper-bound" });
    return undefined;
  }
  const min = rule.min === undefined ? zeroPoints : pointsOf(rule.min);
  const max = rule.max === undefined ? maxOfPoints(min, scope.maxPoints) : pointsOf(rule.max);
  ordered(scope, rule, "min", min, max);
  return { kind: "manual", mode: rule.mode ?? "deduct", min, max, open };
}
