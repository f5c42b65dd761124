import type { EvidenceRequirement, FactInput, InputType } from "../model/criteria.ts";
import type { CriteriaProblem } from "../model/criteria-problem.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Points } from "../model/points.ts";
import { nearestOf } from "../written/nearest.ts";
import { textOf, type WrittenText } from "../written/numeral.ts";
import { hasLost, placeOf, type Sheet } from "../written/sheet.ts";

/** Where problems of the whole file are collected. */
export interface Desk {
  readonly sheet: Sheet;
  readonly errors: Diagnostic[];
}

/** What the rules of one clause may refer to. */
export interface ClauseScope extends Desk {
  readonly maxPoints: Points;
  readonly evidence: ReadonlyMap<string, EvidenceRequirement>;
  readonly inputs: ReadonlyMap<string, FactInput>;
  readonly ruleIds: ReadonlySet<string>;
  readonly gradeNames: readonly string[];
}

export function report(desk: Desk, owner: object, key: string | number | undefined, problem: CriteriaProblem): void {
  // What a rule lacks may be the very key that was misspelt, which has been said.
  if (problem.code === "rule-needs" && hasLost(desk.sheet, owner)) return;
  desk.errors.push({ severity: "error", place: placeOf(desk.sheet, owner, key), ...problem });
}

type Referable = "evidence" | "input" | "rule";

/** The id under the key, reported when the clause has no such thing. */
export function reference(scope: ClauseScope, owner: object, key: string, written: WrittenText, what: Referable): string {
  const id = textOf(written);
  const known = knownIds(scope, what);
  if (!known.includes(id) && !scope.sheet.forgotten.has(id)) {
    report(scope, owner, key, { code: "unknown-reference", id, what, known, ...nearestOf(id, known) });
  }
  return id;
}

/** The id of an input, reported when it is unknown or of a type that cannot answer. */
export function inputReference(scope: ClauseScope, owner: object, key: string, written: WrittenText, types: readonly InputType[]): string {
  const id = reference(scope, owner, key, written, "input");
  const input = scope.inputs.get(id);
  if (input !== undefined && !types.includes(input.type)) {
    report(scope, owner, key, { code: "wrong-input-type", input: id, expected: types, found: input.type });
  }
  return id;
}

function knownIds(scope: ClauseScope, what: Referable): readonly string[] {
  if (what === "evidence") return [...scope.evidence.keys()];
  return what === "input" ? [...scope.inputs.keys()] : [...scope.ruleIds];
}
