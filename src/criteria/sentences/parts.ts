import type { Placed } from "./reader.ts";
import type { Sentence } from "./split-sentences.ts";

/** A part of a clause with its own points: 1.责任体系（2分）：……. */
export interface Part {
  readonly points: number;
  readonly start: number;
  readonly end: number;
}

const heading = /^(?<name>[^，。；：\d扣得加减每未]{2,20})，(?<points>\d+(?:\.\d+)?)分(?:，：?|：|，?$)/u;

/** The parts, when their points add up to the clause's `points` (分); none otherwise. */
export function partsOf(sentences: readonly Sentence[], points: number): readonly Part[] {
  const heads = sentences.flatMap(({ text, start }) => {
    const said = heading.exec(text)?.groups?.["points"];
    return said === undefined ? [] : [{ points: Number(said), start }];
  });
  const sum = heads.reduce((total, head) => total + head.points, 0);
  if (heads.length < 2 || Math.abs(sum - points) > 1e-9 || heads[0]?.start !== sentences[0]?.start) return [];
  return heads.map((head, at) => ({ ...head, end: heads[at + 1]?.start ?? Number.POSITIVE_INFINITY }));
}

/** How much of the sentence is its heading. */
export function headingLength({ text, start }: Sentence, parts: readonly Part[]): number {
  return parts.some((part) => part.start === start) ? (heading.exec(text)?.[0].length ?? 0) : 0;
}

const yearly = { month: 12, quarter: 4, half: 2, year: 1, none: 1 } as const;

/**
 * The sentences of parts whose rules could take or give more than the part has, and of those that take or give everything: 扣完为止 and
 * 不得分 are then about the part, which no rule can say.
 */
export function beyondParts(
  rules: readonly Placed[],
  parts: readonly Part[],
  points: number,
  owed: (id: string) => { readonly per: keyof typeof yearly; readonly count: number },
): readonly number[] {
  return parts.flatMap((part) => {
    const own = rules.filter(({ items }) => items.some(({ start }) => start >= part.start && start < part.end));
    const most = own.reduce((sum, { rule }) => sum + mostOf(rule, points, owed), 0);
    return most <= part.points + 1e-9 ? [] : own.flatMap(({ items }) => items.map(({ sentence }) => sentence));
  });
}

function mostOf(rule: Placed["rule"], points: number, owed: Parameters<typeof beyondParts>[3]): number {
  switch (rule.kind) {
    case "deduct":
    case "award_or_zero":
    case "stack":
    case "ratio":
      return rule.points;
    case "tiers":
      return Math.max(0, ...rule.tiers.map((tier) => tier.points));
    case "rank":
      return Math.max(0, ...rule.table.map((row) => row.points));
    case "shortfall": {
      const { per, count } = owed(rule.evidence);
      return Math.min(rule.cap ?? points, rule.each * yearly[per] * count);
    }
    case "manual":
    case "external":
      return rule.max ?? points;
    case "deduct_each":
    case "award_each":
    case "rate":
    case "late":
    case "escalate":
    case "bonus":
      return rule.cap ?? points;
    case "minus_extra":
    case "veto":
      return points;
  }
}
