import type { FactInput } from "../model/criteria.ts";
import type { RuleNeed } from "../model/criteria-problem.ts";
import type { Quantity } from "../model/quantity.ts";
import { quantity } from "../model/quantity.ts";
import type { Comparison, CountSource, InputRef, RuleKind, Trigger } from "../model/rule.ts";
import { quantityOf } from "../written/amounts.ts";
import { isNumeral, type Numeral, spellingOf, type WrittenText } from "../written/numeral.ts";
import { answerOf, isQuantity, type WrittenAnswer } from "../written/shapes.ts";
import { type ClauseScope, inputReference, reference, report } from "./clause-scope.ts";

/** The keys of a rule that say what sets it off. */
export interface WrittenTrigger {
  readonly kind: RuleKind;
  readonly evidence?: WrittenText | undefined;
  readonly input?: WrittenText | undefined;
  readonly is?: WrittenAnswer | Numeral | undefined;
  readonly below?: Numeral | undefined;
  readonly atMost?: Numeral | undefined;
  readonly above?: Numeral | undefined;
  readonly atLeast?: Numeral | undefined;
}

const comparisons = ["below", "atMost", "above", "atLeast"] as const satisfies readonly Comparison[];

/** What sets a rule off; undefined, and reported, when the rule does not say exactly one thing. */
export function normalizeTrigger(scope: ClauseScope, rule: WrittenTrigger): Trigger | undefined {
  const ops = comparisons.filter((op) => rule[op] !== undefined);
  const conditions = ops.length + (rule.is === undefined ? 0 : 1);
  const fail = (key: string | undefined, need: RuleNeed): Trigger | undefined => {
    report(scope, rule, key, { code: "rule-needs", rule: rule.kind, need });
    return undefined;
  };
  if (rule.evidence !== undefined && rule.input !== undefined) return fail("input", "one-source");
  if (rule.input === undefined && conditions > 0) return fail(ops[0] ?? "is", "condition-without-input");
  if (rule.evidence !== undefined) return { kind: "evidence", evidence: reference(scope, rule, "evidence", rule.evidence, "evidence") };
  if (rule.input === undefined) return fail(undefined, "trigger");
  if (conditions === 0) return fail("input", "condition");
  if (conditions > 1) return fail(ops[0] ?? "is", "one-condition");
  if (rule.is !== undefined) return answerTrigger(scope, rule, rule.input, rule.is);
  const [op = "below"] = ops;
  const input = inputReference(scope, rule, "input", rule.input, ["number"]);
  return { kind: "compare", input, op, value: quantityOf(rule[op] ?? "0") };
}

function answerTrigger(scope: ClauseScope, rule: object, written: WrittenText, is: WrittenAnswer | Numeral): Trigger {
  const input = inputReference(scope, rule, "input", written, ["yesno", "choice"]);
  return { kind: "answer", input, is: normalizeAnswer(scope, rule, scope.inputs.get(input), is) };
}

/** true or false for a yes/no fact, else one of the fact's options. */
export function normalizeAnswer(
  scope: ClauseScope,
  owner: object,
  input: FactInput | undefined,
  is: WrittenAnswer | Numeral,
): boolean | string {
  const word = typeof is === "boolean" ? undefined : spellingOf(is);
  const answer = answerOf(is);
  if (input?.type === "yesno") {
    if (answer === undefined) report(scope, owner, "is", { code: "unknown-level", level: word ?? "", known: ["true", "false"] });
    return answer ?? true;
  }
  if (word === undefined) {
    if (input?.type === "choice")
      report(scope, owner, "is", { code: "wrong-input-type", input: input.id, expected: ["yesno"], found: "choice" });
    return answer ?? true;
  }
  if (input?.type === "choice" && !input.options.includes(word)) {
    report(scope, owner, "is", { code: "unknown-level", level: word, known: input.options });
  }
  return word;
}

/** The keys of a rule that say what is counted. */
export interface WrittenCount {
  readonly kind: RuleKind;
  readonly input?: WrittenText | undefined;
  readonly evidence?: WrittenText | undefined;
  readonly missing?: WrittenText | undefined;
}

export function normalizeCount(scope: ClauseScope, rule: WrittenCount): CountSource | undefined {
  const written = (["input", "evidence", "missing"] as const).filter((key) => rule[key] !== undefined);
  if (written.length !== 1) {
    report(scope, rule, written[1], { code: "rule-needs", rule: rule.kind, need: written.length === 0 ? "count-source" : "one-source" });
    return undefined;
  }
  if (rule.input !== undefined) return { kind: "input", input: inputReference(scope, rule, "input", rule.input, ["number"]) };
  if (rule.evidence !== undefined) return { kind: "evidence", evidence: reference(scope, rule, "evidence", rule.evidence, "evidence") };
  if (rule.missing !== undefined) return { kind: "missing", evidence: reference(scope, rule, "missing", rule.missing, "evidence") };
  return undefined;
}

/** A figure, or the number input that states it. */
export function normalizeLimit(
  scope: ClauseScope,
  owner: object,
  key: string,
  written: Numeral | WrittenText | undefined,
): Quantity | InputRef {
  if (written === undefined) return quantity(0);
  if (isNumeral(written) || isQuantity(written)) return quantityOf(written);
  return { kind: "input", input: inputReference(scope, owner, key, written, ["number"]) };
}
