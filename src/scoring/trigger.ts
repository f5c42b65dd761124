import type { BasisReason } from "../model/basis.ts";
import type { EvidenceFile } from "../model/evidence-file.ts";
import type { Points } from "../model/points.ts";
import type { Quantity } from "../model/quantity.ts";
import type { Comparison, Trigger } from "../model/rule.ts";
import { type Answers, answered, type ClauseContext, combinedNumber } from "./context.ts";
import { anyMissing, evidenceFacts } from "./evidence-facts.ts";
import { answersOf, factLoss, factMissing, factsReason } from "./fact-losses.ts";
import type { LossItem } from "./loss.ts";

export interface Triggered {
  readonly losses: readonly LossItem[];
  readonly reason: BasisReason;
  readonly files: readonly EvidenceFile[];
}

/**
 * What is lost on a trigger. bad: points go when it holds (扣分); good: points go when it does not (否则不得分).
 * A trigger on evidence is always about the evidence being there.
 */
export function triggerLosses(rule: string, on: Trigger, points: Points, sense: "bad" | "good", context: ClauseContext): Triggered {
  if (on.kind === "evidence") {
    const facts = evidenceFacts(context, on.evidence);
    return { losses: anyMissing(facts, points), reason: facts.reason, files: facts.counted };
  }
  const answers = answersOf(context, on.input);
  const holds = on.kind === "answer" ? answered(answers, on.is) : compared(answers, on.op, on.value);
  const reason = factsReason(answers);
  if (holds === undefined) return { losses: factMissing(rule, [answers], points), reason, files: [] };
  const lost = holds === (sense === "bad");
  return {
    losses: lost ? factLoss(context, rule, [answers], points) : [],
    reason: holds ? { code: "facts", facts: answers.stated } : reason,
    files: [],
  };
}

/** Whether a trigger holds, without a price: for vetoes. */
export function triggerHolds(
  on: Trigger,
  context: ClauseContext,
): {
  readonly holds: boolean | undefined;
  readonly reason: BasisReason;
  readonly inputs: readonly string[];
  readonly owing: readonly string[];
} {
  if (on.kind === "evidence") {
    const facts = evidenceFacts(context, on.evidence);
    const holds = facts.missing.least > 0 ? true : facts.missing.most > 0 ? undefined : false;
    return { holds, reason: facts.reason, inputs: [facts.result.requirement.name], owing: [] };
  }
  const answers = answersOf(context, on.input);
  const holds = on.kind === "answer" ? answered(answers, on.is) : compared(answers, on.op, on.value);
  return { holds, reason: factsReason(answers), inputs: [answers.input.name], owing: answers.owing };
}

const comparisons = {
  below: (a, b) => a < b,
  atMost: (a, b) => a <= b,
  above: (a, b) => a > b,
  atLeast: (a, b) => a >= b,
} as const satisfies Record<Comparison, (a: Quantity, b: Quantity) => boolean>;

function compared(answers: Answers, op: Comparison, limit: Quantity): boolean | undefined {
  const value = combinedNumber(answers);
  return value === undefined ? undefined : comparisons[op](value, limit);
}
