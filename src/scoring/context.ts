import type { Admission } from "../model/admission.ts";
import type { Clause, Criteria, FactInput } from "../model/criteria.ts";
import type { CalendarDate } from "../model/dates.ts";
import type { Quantity } from "../model/quantity.ts";
import { quantity } from "../model/quantity.ts";
import type { ClauseReturn, FactValue, Judgement } from "../model/return.ts";
import type { RequirementResult } from "../model/scorecard.ts";
import type { ClauseAssignment } from "../model/workspace.ts";

/** Everything a rule may look at: one clause with its facts. */
export interface ClauseContext {
  readonly criteria: Criteria;
  readonly clause: Clause;
  readonly assignment: ClauseAssignment;
  readonly requirements: ReadonlyMap<string, RequirementResult>;
  readonly returns: readonly { readonly unit: string; readonly entry: ClauseReturn }[];
  readonly judgement?: Judgement;
  /** The admissions of one requirement, with the dates read for them. */
  readonly dates: (requirement: string) => readonly Admission[];
  readonly asOf: CalendarDate;
  /** Units that declared the clause 不涉及 for themselves. */
  readonly excused: ReadonlySet<string>;
}

/** One stated value and who stated it. */
export interface StatedFact {
  readonly input: string;
  readonly measure?: string;
  readonly value: FactValue;
  readonly unit: string;
}

/** All that was stated for an input, and who still owes an answer. */
export interface Answers {
  readonly input: FactInput;
  readonly stated: readonly StatedFact[];
  readonly owing: readonly string[];
  /** All units that were asked. */
  readonly asked: readonly string[];
}

/** The unit that answers for the clause as a whole. Falls back to a name a reader understands when the 细则 names nobody. */
export function answeringUnit(context: Pick<ClauseContext, "assignment">): string {
  return context.assignment.lead[0] ?? context.assignment.cooperating[0] ?? "（未明确责任单位）";
}

export function responsibleUnits(assignment: ClauseAssignment): readonly string[] {
  return [...new Set([...assignment.lead, ...assignment.cooperating])];
}

/**
 * Collects the answers to an input. lead: one answer of a lead unit is enough; any: one of any responsible unit;
 * each: every responsible unit owes its own. Undefined: the criteria have no such input (the parser refuses that).
 */
export function answersTo(context: ClauseContext, id: string): Answers | undefined {
  const input = context.clause.inputs.find((candidate) => candidate.id === id);
  if (input === undefined) return undefined;
  const asked = unitsAsked(context, input);
  const stated = asked.flatMap((unit) => {
    const value = context.returns.find((entry) => entry.unit === unit)?.entry.facts.get(id);
    return value === undefined ? [] : [statedFact(input, unit, value)];
  });
  const answered = new Set(stated.map((fact) => fact.unit));
  const owing = input.from === "each" ? asked.filter((unit) => !answered.has(unit)) : stated.length > 0 ? [] : asked.slice(0, 1);
  return { input, stated, asked, owing: stated.length === 0 && owing.length === 0 ? [answeringUnit(context)] : owing };
}

function unitsAsked(context: ClauseContext, input: FactInput): readonly string[] {
  const units = input.from === "lead" ? context.assignment.lead : responsibleUnits(context.assignment);
  return units.filter((unit) => !context.excused.has(unit));
}

function statedFact(input: FactInput, unit: string, value: FactValue): StatedFact {
  return { input: input.name, ...(input.measure === undefined ? {} : { measure: input.measure }), value, unit };
}

/** The one number that several units' figures make; undefined while an answer is owing or the figures cannot be brought together. */
export function combinedNumber(answers: Answers): Quantity | undefined {
  const numbers = numbersIn(answers);
  if (answers.owing.length > 0 || numbers.length === 0 || disagree(answers)) return undefined;
  if (new Set(numbers).size === 1 && answers.input.from !== "each") return numbers[0];
  const sum = numbers.reduce<number>((total, value) => total + value, 0);
  switch (answers.input.combine) {
    case "sum":
      return quantity(sum);
    case "mean":
      return quantity(sum / numbers.length);
    case "min":
      return quantity(Math.min(...numbers));
    case "max":
      return quantity(Math.max(...numbers));
  }
}

/** What has been stated so far, added up: never more than the sum will be, because counts are not negative. */
export function knownSum(answers: Answers): Quantity {
  const adds = answers.input.from === "each" && answers.input.combine === "sum" && !isRate(answers);
  return quantity(adds ? numbersIn(answers).reduce<number>((total, value) => total + value, 0) : 0);
}

/**
 * Several units state different figures for what is one figure (the district's rate, a rank): nobody may choose but a person.
 * Figures that every unit states for itself are brought together as the 细则 says; percentages are never added.
 */
export function disagree(answers: Answers): boolean {
  const several = new Set(numbersIn(answers)).size > 1;
  return several && answers.input.combine === "sum" && (answers.input.from !== "each" || isRate(answers));
}

function numbersIn(answers: Answers): readonly Quantity[] {
  return answers.stated.flatMap((fact) => (fact.value.kind === "number" ? [fact.value.value] : []));
}

function isRate({ input }: Answers): boolean {
  return input.measure !== undefined && /[%％]|百分/u.test(input.measure);
}

/** Does the stated value equal what the rule asks for? Any unit's yes is a yes; undefined while an answer is owing and none fits. */
export function answered(answers: Answers, wanted: boolean | string): boolean | undefined {
  const holds = answers.stated.some((fact) => (fact.value.kind === "yesno" || fact.value.kind === "choice") && fact.value.value === wanted);
  if (holds) return true;
  return answers.owing.length > 0 ? undefined : false;
}
