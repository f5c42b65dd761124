import type { BasisReason } from "../model/basis.ts";
import { maxOfPoints, type Points, subtractPoints, zeroPoints } from "../model/points.ts";
import { formatQuantity, type Quantity } from "../model/quantity.ts";
import type { InputRef } from "../model/rule.ts";
import { type Answers, answeringUnit, answersTo, type ClauseContext, combinedNumber, disagree } from "./context.ts";
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

/** Nobody has answered yet, or the answers do not agree: up to `most` points wait, at the units that owe the answer. */
export function factMissing(rule: string, answers: readonly Answers[], most: Points): readonly LossItem[] {
  const conflicts = answers.filter(disagree);
  if (conflicts.length > 0) return [conflictLoss(rule, conflicts, most)];
  const owing = answers.filter((a) => a.owing.length > 0);
  const inputs = owing.map((a) => a.input.name);
  return [...new Set(owing.flatMap((a) => a.owing))].map((unit, index) => ({
    unit,
    ...sharedAnswer(owing),
    state: "awaiting" as const,
    points: index === 0 ? most : zeroPoints,
    cause: { code: "fact-missing" as const, rule, inputs },
  }));
}

/** An answer that any of several units may give is owed by all of them. */
function sharedAnswer(owing: readonly Answers[]): Pick<LossItem, "sharedBy"> {
  const [first] = owing;
  return first === undefined || first.input.from === "each" || first.asked.length < 2 ? {} : { sharedBy: first.asked };
}

function conflictLoss(rule: string, conflicts: readonly Answers[], most: Points): LossItem {
  const stated = conflicts.flatMap((a) => a.stated);
  const words = stated.map(
    ({ unit, value, measure }) => `${unit}${value.kind === "number" ? formatQuantity(value.value) : ""}${measure ?? ""}`,
  );
  const units = [...new Set(stated.map((fact) => fact.unit))];
  const cause = { code: "fact-conflict", rule, inputs: conflicts.map((a) => a.input.name), answers: words } as const;
  return { unit: units[0] ?? "", sharedBy: units, state: "awaiting", points: most, cause };
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
