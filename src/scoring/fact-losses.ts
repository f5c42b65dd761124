import type { BasisReason } from "../model/basis.ts";
import { maxOfPoints, type Points, subtractPoints, zeroPoints } from "../model/points.ts";
import type { Quantity } from "../model/quantity.ts";
import type { InputRef } from "../model/rule.ts";
import { type Answers, answeringUnit, answersTo, type ClauseContext, combinedNumber } from "./context.ts";
import type { LossItem } from "./loss.ts";

/** The answers to an input that the parser has proved to exist. */
export function answersOf(context: ClauseContext, id: string): Answers {
  const answers = answersTo(context, id);
  if (answers === undefined) throw new Error(`input ${id} of ${context.clause.id} does not exist`);
  return answers;
}

export function factsReason(...answers: readonly Answers[]): BasisReason {
  const owing = answers.filter((a) => a.owing.length > 0);
  if (owing.length > 0)
    return { code: "facts-missing", inputs: owing.map((a) => a.input.name), units: [...new Set(owing.flatMap((a) => a.owing))] };
  return { code: "facts", facts: answers.flatMap((a) => a.stated) };
}

/** What the stated facts cost; nothing when they cost nothing. */
export function factLoss(context: ClauseContext, rule: string, answers: readonly Answers[], points: Points): readonly LossItem[] {
  if (points <= 0) return [];
  const unit = answers.flatMap((a) => a.stated)[0]?.unit ?? answeringUnit(context);
  return [{ unit, state: "lost", points, cause: { code: "fact-costs", rule, inputs: answers.map((a) => a.input.name) } }];
}

/** Nobody has answered yet: up to `most` points wait, at the unit that owes the answer. */
export function factMissing(rule: string, answers: readonly Answers[], most: Points): readonly LossItem[] {
  const owing = answers.filter((a) => a.owing.length > 0);
  const inputs = owing.map((a) => a.input.name);
  const units = [...new Set(owing.flatMap((a) => a.owing))];
  return units.map((unit, index) => ({
    unit,
    state: "awaiting" as const,
    points: index === 0 ? most : zeroPoints,
    cause: { code: "fact-missing" as const, rule, inputs },
  }));
}

/** A number written in the rule, or stated by a return. */
export function limitOf(
  context: ClauseContext,
  limit: Quantity | InputRef,
): { readonly value: Quantity | undefined; readonly answers: readonly Answers[] } {
  if (typeof limit === "number") return { value: limit, answers: [] };
  const answers = answersOf(context, limit.input);
  return { value: combinedNumber(answers), answers: [answers] };
}

/** The most a rule can cost here: its cap, else what the clause has. */
export function worstCase(context: ClauseContext, cap: Points | undefined): Points {
  return cap ?? context.clause.maxPoints;
}

export function remaining(full: Points, reached: Points): Points {
  return maxOfPoints(zeroPoints, subtractPoints(full, reached));
}
