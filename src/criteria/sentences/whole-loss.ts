import type { ReadRule } from "./parsed-standard.ts";
import type { Placed } from "./reader.ts";

type Award = Extract<ReadRule, { kind: "award_or_zero" }>;

/**
 * 未落实的不得分 by itself is everything or nothing. Beside other rules it takes the clause's points (`points`, 分) from what they leave:
 * 本项不得分 as a veto on the clause; 不得分, and where something goes on below zero, as a deduction of them all.
 */
export function wholeLosses(rules: readonly Placed[], points: number): readonly Placed[] {
  if (rules.length < 2) return rules;
  const below = rules.some(({ rule }) => rule.kind === "minus_extra");
  return rules.map((placed) => {
    const { rule, items } = placed;
    const [first, more] = items;
    if (rule.kind !== "award_or_zero" || rule.points !== points || first?.kind !== "zero" || more !== undefined) return placed;
    const on = contrary(rule);
    if (on === undefined) return placed;
    // An own limit is for deductions only; the names of groups and districts stay.
    const veto = /本|该|此/u.test(first.verb) && !("evidence" in on) && !below && rule.unless === undefined;
    const shared = {
      ...(rule.profiles === undefined ? {} : { profiles: rule.profiles }),
      ...(rule.unless === undefined ? {} : { unless: rule.unless }),
    };
    return { ...placed, rule: veto ? { kind: "veto", ...on, scope: "clause", ...shared } : { kind: "deduct", points, ...on, ...shared } };
  });
}

type Trigger =
  | { readonly evidence: string }
  | ({ readonly input: string } & Partial<Record<"below" | "atMost" | "above" | "atLeast", number>>)
  | { readonly input: string; readonly is: boolean };

/** When nothing is earned; undefined where the award itself is what the words ask for (……，否则不得分). */
function contrary(rule: Award): Trigger | undefined {
  if (rule.evidence !== undefined) return { evidence: rule.evidence };
  const { input, is, below, atMost, above, atLeast } = rule;
  if (input === undefined) return undefined;
  if (is === false) return { input, is: true };
  if (typeof below === "number") return { input, atLeast: below };
  if (typeof atMost === "number") return { input, above: atMost };
  if (typeof above === "number") return { input, atMost: above };
  return typeof atLeast === "number" ? { input, below: atLeast } : undefined;
}
