import { bigramsOf, compactText } from "../../model/chinese-text.ts";
import type { Criteria } from "../../model/criteria.ts";
import type { PlacedClause } from "../../model/edition-diff.ts";

/** What two clauses are compared by. */
export interface ClauseFeatures {
  readonly placed: PlacedClause;
  /** Place in the order of the edition, 0 to 1. */
  readonly position: number;
  readonly title: ReadonlySet<string>;
  readonly requirement: ReadonlySet<string>;
  readonly standard: ReadonlySet<string>;
  /** All three together. */
  readonly all: ReadonlySet<string>;
  /** The three texts without spelling: equal when a reader would call them equal. */
  readonly compact: string;
}

export function featuresOf(criteria: Criteria): readonly ClauseFeatures[] {
  const placed = criteria.sections.flatMap((section) => section.clauses.map((clause) => ({ clause, section })));
  return placed.map((entry, index) => {
    const { title, requirement, standard } = entry.clause;
    const parts = [title, requirement, standard].map(compactText);
    const [titlePairs, requirementPairs, standardPairs] = parts.map(pairsOf);
    return {
      placed: entry,
      position: placed.length < 2 ? 0 : index / (placed.length - 1),
      title: titlePairs ?? new Set(),
      requirement: requirementPairs ?? new Set(),
      standard: standardPairs ?? new Set(),
      all: new Set(parts.flatMap((part) => [...pairsOf(part)])),
      compact: parts.join("\n"),
    };
  });
}

/** Amounts change between editions without making another clause of it: figures are left out of the comparison. */
function pairsOf(compact: string): ReadonlySet<string> {
  return bigramsOf(compact.replace(/\d+/gu, "0"));
}
