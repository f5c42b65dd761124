import type { Clause } from "../model/criteria.ts";
import { addPoints, maxOfPoints, minPoints, type Points, zeroPoints } from "../model/points.ts";
import type { CountSource, RuleKind, ScoringRule, Trigger } from "../model/rule.ts";
import { at, type Finding } from "./finding.ts";

/** Rules against the points of their clause, and documents against the rules. */
export function lintRules(clause: Clause): readonly Finding[] {
  return [...tooDear(clause), ...awardsBelow(clause), ...idleEvidence(clause)];
}

type RuleOf<Kind extends RuleKind> = Extract<ScoringRule, { kind: Kind }>;
interface Reading<Kind extends RuleKind> {
  /** What one occurrence takes or gives. Many occurrences are held by 扣完为止 and are no mistake. */
  readonly once: (rule: RuleOf<Kind>) => Points;
  /** The most that an award can give; undefined: no award, or no bound. */
  readonly award?: (rule: RuleOf<Kind>) => Points | undefined;
  readonly evidence: (rule: RuleOf<Kind>) => readonly (string | undefined)[];
}

const none = (): readonly string[] => [];
const counted = (source: CountSource): string | undefined => (source.kind === "input" ? undefined : source.evidence);
const trigger = (on: Trigger): string | undefined => (on.kind === "evidence" ? on.evidence : undefined);
const dearest = (items: readonly { readonly points: Points }[]): Points => items.map((item) => item.points).reduce(maxOfPoints, zeroPoints);
const awarded = (rule: { readonly mode: "award" | "deduct" }, points: Points): Points | undefined =>
  rule.mode === "award" ? points : undefined;

const readings: { readonly [Kind in RuleKind]: Reading<Kind> } = {
  deduct: { once: (rule) => rule.points, evidence: (rule) => [trigger(rule.on)] },
  deduct_each: { once: (rule) => rule.each, evidence: (rule) => [counted(rule.count)] },
  shortfall: { once: (rule) => rule.each, evidence: (rule) => [rule.evidence] },
  rate: { once: (rule) => rule.each, evidence: none },
  tiers: { once: (rule) => dearest(rule.tiers), award: (rule) => awarded(rule, dearest(rule.tiers)), evidence: none },
  ratio: { once: (rule) => rule.points, award: (rule) => awarded(rule, rule.points), evidence: (rule) => [counted(rule.actual)] },
  award_or_zero: { once: (rule) => rule.points, award: (rule) => rule.points, evidence: (rule) => [trigger(rule.on)] },
  award_each: { once: (rule) => rule.each, award: (rule) => rule.cap, evidence: (rule) => [counted(rule.count)] },
  stack: { once: (rule) => rule.points, award: (rule) => rule.points, evidence: (rule) => [trigger(rule.on)] },
  late: {
    once: (rule) => maxOfPoints(rule.each, rule.missing),
    evidence: (rule) => [rule.subject.kind === "evidence" ? rule.subject.evidence : undefined],
  },
  escalate: { once: (rule) => rule.first, evidence: (rule) => [counted(rule.count)] },
  // 倒扣 may go below zero on purpose.
  minus_extra: { once: () => zeroPoints, evidence: (rule) => [trigger(rule.on)] },
  bonus: { once: (rule) => dearest(rule.levels), evidence: (rule) => [rule.evidence] },
  veto: { once: () => zeroPoints, evidence: (rule) => [trigger(rule.on)] },
  manual: { once: (rule) => (rule.open ? zeroPoints : rule.max), award: (rule) => awarded(rule, rule.max), evidence: none },
  external: { once: (rule) => rule.max, award: (rule) => awarded(rule, rule.max), evidence: none },
  rank: { once: (rule) => dearest(rule.table), award: (rule) => dearest(rule.table), evidence: none },
};

interface Read {
  readonly once: Points;
  readonly award: Points | undefined;
  readonly evidence: readonly (string | undefined)[];
}

function read(rule: ScoringRule): Read {
  // The table pairs each kind with its own shape; a rule is read by the entry of its kind.
  const reading = readings[rule.kind] as Reading<RuleKind>;
  const [once, award] = [reading.once(rule), reading.award?.(rule)];
  return {
    once: rule.cap === undefined ? once : minPoints(once, rule.cap),
    award: award === undefined || rule.cap === undefined ? award : minPoints(award, rule.cap),
    evidence: reading.evidence(rule),
  };
}

/** What one occurrence takes or gives, in 分. */
export function takenAtOnce(rule: ScoringRule): Points {
  return read(rule).once;
}

function tooDear(clause: Clause): readonly Finding[] {
  return clause.rules.flatMap((rule): readonly Finding[] => {
    const takes = read(rule).once;
    const { id, maxPoints } = clause;
    return takes > maxPoints ? [at(rule, { code: "rule-exceeds-clause", clause: id, rule: rule.id, takes, maxPoints })] : [];
  });
}

const awardKinds: readonly RuleKind[] = ["award_or_zero", "award_each", "stack", "tiers", "ratio", "manual", "external", "rank"];

/** A clause that is earned from zero, whose awards together never reach its points. */
function awardsBelow(clause: Clause): readonly Finding[] {
  const awards = clause.rules.filter((rule) => awardKinds.includes(rule.kind) && !("mode" in rule && rule.mode === "deduct"));
  if (awards.length === 0 || awards.some((rule) => read(rule).award === undefined)) return [];
  const profiles = [...new Set(awards.flatMap((rule) => rule.profiles)), undefined];
  const best = profiles.map((profile) => mostFor(awards, profile)).reduce(maxOfPoints, zeroPoints);
  if (best >= clause.maxPoints) return [];
  return [at(clause, { code: "awards-below-clause", clause: clause.id, awards: best, maxPoints: clause.maxPoints })];
}

/** Of a group (就高不就低) only the dearest counts. */
function mostFor(awards: readonly ScoringRule[], profile: string | undefined): Points {
  const holding = awards.filter((rule) => rule.profiles.length === 0 || (profile !== undefined && rule.profiles.includes(profile)));
  const groups = new Map<string, Points>();
  for (const rule of holding) {
    const key = rule.group === undefined ? `rule ${rule.id}` : `group ${rule.group}`;
    groups.set(key, maxOfPoints(groups.get(key) ?? zeroPoints, read(rule).award ?? zeroPoints));
  }
  return addPoints(...groups.values());
}

/** Documents on which nothing hangs; a companion (签到表 with 纪要) hangs on its partner. */
function idleEvidence(clause: Clause): readonly Finding[] {
  if (clause.rules.length === 0) return [];
  const used = new Set(clause.rules.flatMap((rule) => read(rule).evidence));
  return clause.evidence
    .filter((evidence) => !used.has(evidence.id) && evidence.with === undefined)
    .map((evidence) => at(evidence, { code: "evidence-without-rule", clause: clause.id, evidence: evidence.name }));
}
