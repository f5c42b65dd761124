import type { Clause, FactInput } from "../model/criteria.ts";
import type { UnitSelector } from "../model/unit.ts";
import { at, type Finding } from "./finding.ts";

/** Figures of several units that do not say how they become one: a sum of percentages means nothing. */
export function lintInputs(clause: Clause): readonly Finding[] {
  return clause.inputs
    .filter((input) => input.type === "number" && input.combineAssumed === true)
    .filter((input) => isRate(clause, input) && hasSeveralUnits(clause, input))
    .map((input) => at(input, { code: "combine-not-written", clause: clause.id, input: input.name }));
}

function isRate(clause: Clause, input: FactInput): boolean {
  if (/[%％]|百分/u.test(input.measure ?? "")) return true;
  return clause.rules.some((rule) => (rule.kind === "rate" || rule.kind === "tiers" || rule.kind === "rank") && rule.input === input.id);
}

function hasSeveralUnits({ lead, cooperating }: Clause, { from }: FactInput): boolean {
  const asked = from === "lead" ? lead : [...lead, ...cooperating];
  return asked.length > 1 || asked.some(mayBeSeveral);
}

function mayBeSeveral(selector: UnitSelector): boolean {
  return selector.kind === "match";
}
