import type { CriteriaProblem } from "../model/criteria-problem.ts";
import type { Place } from "../model/place.ts";

/** What does not add up, before it is a diagnostic. */
export interface Finding {
  readonly place: Place;
  readonly problem: CriteriaProblem;
}

export function at(owner: { readonly place: Place }, problem: CriteriaProblem): Finding {
  return { place: owner.place, problem };
}
