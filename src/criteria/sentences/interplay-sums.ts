import type { Placed } from "./reader.ts";

/** Rules whose amounts add up, one by one: what each occurrence costs or earns. */
export const counting: ReadonlySet<string> = new Set(["deduct_each", "award_each", "shortfall", "late", "escalate", "rate"]);

/** The numbers of the sentences that the rules read. */
export function sentencesOf(...placed: readonly Placed[]): readonly number[] {
  return placed.flatMap(({ items }) => items.map(({ sentence }) => sentence));
}

/** 迟报每次扣0.1分，漏报每次扣0.3分，最多扣1分: one limit behind several things that are counted. */
export function sharedLimit(rules: readonly Placed[]): readonly number[] {
  return rules.flatMap(({ rule, items }) => {
    const last = items.at(-1);
    if (rule.cap === undefined || last === undefined || rule.kind === "bonus") return [];
    if (
      rule.kind === "award_each" &&
      rules.some((other) => other.rule !== rule && other.rule.kind === "award_each" && other.rule.cap === undefined)
    )
      return sentencesOf(...rules);
    const beside = rules.filter(
      (other) =>
        other.rule !== rule &&
        counting.has(other.rule.kind) &&
        other.rule.cap === undefined &&
        other.items.some(({ sentence }) => sentence === last.sentence),
    );
    return beside.some((other) => rules.indexOf(other) < rules.findIndex((placed) => placed.rule === rule)) ? [last.sentence] : [];
  });
}

const gives = new Set(["award_or_zero", "award_each", "stack"]);
/** What takes away. */
export const takes: ReadonlySet<string> = new Set(["deduct", "deduct_each", "shortfall", "rate", "late", "escalate"]);

/** Where a clause gives less than its points and takes away as well, the words do not say from where to count. */
export function mixedModes(rules: readonly Placed[], points: number): readonly number[] {
  const given = rules.filter(({ rule }) => gives.has(rule.kind) || (rule.kind === "tiers" && rule.mode === "award"));
  if (given.length === 0 || !rules.some(({ rule }) => takes.has(rule.kind) || (rule.kind === "tiers" && rule.mode === "deduct"))) return [];
  const most = given.reduce(
    (sum, { rule, items }) => sum + (rule.kind === "award_each" ? (rule.cap ?? items.at(-1)?.cap ?? 0) : mostOf(rule, points)),
    0,
  );
  return most >= points - 1e-9 ? [] : sentencesOf(...rules);
}

/** 未落实的不得分，落实10万元以上的得2分: more than the clause holds, so one stands instead of the other and not beside it. */
export function tooMuch(rules: readonly Placed[], points: number): readonly number[] {
  const given = rules.filter(
    ({ rule, items }) =>
      rule.profiles === undefined &&
      (rule.kind === "award_or_zero" || rule.kind === "stack" || ("mode" in rule && rule.mode === "award")) &&
      items.length > 0,
  );
  const each = rules.filter(({ rule }) => rule.kind === "award_each");
  const full = given.reduce((sum, { rule }) => sum + mostOf(rule, points), 0) >= points;
  // 创成示范县的加3分，示范乡镇每个加0.5分: nothing is left for the second.
  if (full && given.length > 0 && each.length > 0) return sentencesOf(...given, ...each);
  const most = given.reduce((sum, { rule }) => sum + mostOf(rule, points), 0);
  // 完成得2分；质量优秀的，加0.5分: the clause is full already.
  const more =
    given.some(({ items }) => items.some(({ verb }) => /加|奖/u.test(verb))) &&
    given.some(({ items }) => items.some(({ verb }) => !/加|奖/u.test(verb)));
  const graded = more || given.some(({ rule }) => rule.kind !== "award_or_zero" && rule.kind !== "stack");
  return graded && given.length > 1 && most > points + 1e-9 ? sentencesOf(...given) : [];
}

function mostOf(rule: Placed["rule"], points: number): number {
  if (rule.kind === "award_or_zero" || rule.kind === "stack" || rule.kind === "ratio") return rule.points;
  if (rule.kind === "tiers") return Math.max(0, ...rule.tiers.map((tier) => tier.points));
  if (rule.kind === "rank") return Math.max(0, ...rule.table.map((row) => row.points));
  if (rule.kind === "manual" || rule.kind === "external") return rule.max ?? points;
  return rule.cap ?? Number.POSITIVE_INFINITY;
}
