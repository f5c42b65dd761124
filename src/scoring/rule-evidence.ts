import type { CountSource, ScoringRule, Trigger } from "../model/rule.ts";

/** The requirements whose documents a rule looks at. */
export function evidenceOf(rule: ScoringRule): readonly string[] {
  switch (rule.kind) {
    case "deduct":
    case "award_or_zero":
    case "stack":
    case "minus_extra":
    case "veto":
      return inTrigger(rule.on);
    case "deduct_each":
    case "award_each":
    case "escalate":
      return inCount(rule.count);
    case "ratio":
      return inCount(rule.actual);
    case "shortfall":
      return [rule.evidence];
    case "late":
      return rule.subject.kind === "evidence" ? [rule.subject.evidence] : [];
    case "bonus":
      return rule.evidence === undefined ? [] : [rule.evidence];
    case "rate":
    case "tiers":
    case "manual":
    case "external":
    case "rank":
      return [];
  }
}

function inTrigger(on: Trigger): readonly string[] {
  return on.kind === "evidence" ? [on.evidence] : [];
}

function inCount(source: CountSource): readonly string[] {
  return source.kind === "input" ? [] : [source.evidence];
}
