import type { CountSource, InputRef, ScoringRule, Trigger } from "../../model/rule.ts";

/** Ids of the materials and facts that a rule rests on, each at its post in the rule; undefined: nothing there. */
export interface RuleReferences {
  readonly evidence: readonly (string | undefined)[];
  readonly inputs: readonly (string | undefined)[];
  /** Which answer sets it off: of two readings that differ in it, one asks 已报批准 and the other 未报批准. */
  readonly turn: string;
}

type References = Omit<RuleReferences, "turn">;

function turnOf(rule: ScoringRule): string {
  if ("on" in rule) return rule.on.kind === "answer" ? `is ${String(rule.on.is)}` : rule.on.kind === "compare" ? rule.on.op : "";
  if (rule.kind === "rate") return rule.direction;
  return "mode" in rule ? rule.mode : "";
}

/** What a rule rests on. Two readings of one sentence have at one post the same material or fact, whatever they call it. */
export function ruleReferences(rule: ScoringRule): RuleReferences {
  const { evidence, inputs } = ofKind(rule);
  return { evidence, inputs: [...inputs, rule.unless, rule.multiplier?.when], turn: turnOf(rule) };
}

function ofKind(rule: ScoringRule): References {
  switch (rule.kind) {
    case "deduct":
    case "award_or_zero":
    case "stack":
    case "minus_extra":
    case "veto":
      return ofTrigger(rule.on);
    case "deduct_each":
      return withInputs(ofCount(rule.count), inputOf(rule.allowed));
    case "award_each":
    case "escalate":
      return ofCount(rule.count);
    case "ratio":
      return withInputs(ofCount(rule.actual), inputOf(rule.target));
    case "shortfall":
      return { evidence: [rule.evidence], inputs: [] };
    case "rate":
    case "tiers":
    case "rank":
      return { evidence: [], inputs: [rule.input] };
    case "late":
      return withInputs(
        rule.subject.kind === "evidence"
          ? { evidence: [rule.subject.evidence], inputs: [undefined] }
          : { evidence: [], inputs: [rule.subject.input] },
        rule.due.kind === "after" ? rule.due.input : undefined,
      );
    case "bonus":
      return { evidence: [rule.evidence], inputs: [rule.items] };
    case "manual":
    case "external":
      return { evidence: [], inputs: [] };
  }
}

function ofTrigger(on: Trigger): References {
  return on.kind === "evidence" ? { evidence: [on.evidence], inputs: [undefined] } : { evidence: [undefined], inputs: [on.input] };
}

function ofCount(source: CountSource): References {
  return source.kind === "input" ? { evidence: [undefined], inputs: [source.input] } : { evidence: [source.evidence], inputs: [undefined] };
}

function withInputs({ evidence, inputs }: References, ...more: readonly (string | undefined)[]): References {
  return { evidence, inputs: [...inputs, ...more] };
}

function inputOf(value: number | InputRef): string | undefined {
  return typeof value === "number" ? undefined : value.input;
}
