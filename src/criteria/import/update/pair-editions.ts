import type { Criteria } from "../../../model/criteria.ts";
import type { ClauseMatch } from "../../../model/edition-diff.ts";
import { diffEditions } from "../../editions/diff-editions.ts";

/** Which clause of the file each clause of the new source is. */
export interface Pairs {
  /** New id → old id. */
  readonly oldOf: ReadonlyMap<string, string>;
  /** New ids whose partner a person should look at. */
  readonly doubtful: ReadonlySet<string>;
  /** Old ids without a partner, in the order of the file. */
  readonly orphans: readonly string[];
}

/** By text and place. Of a split clause the first part keeps the reading, of merged clauses the first one gives it. */
export function pairEditions(old: Criteria, next: Criteria): Pairs {
  const oldOf = new Map<string, string>();
  const doubtful = new Set<string>();
  for (const match of diffEditions(old, next).matches) take(match, oldOf, doubtful);
  const used = new Set(oldOf.values());
  const orphans = old.sections.flatMap(({ clauses }) => clauses.map(({ id }) => id)).filter((id) => !used.has(id));
  return { oldOf, doubtful, orphans };
}

function take(match: ClauseMatch, oldOf: Map<string, string>, doubtful: Set<string>): void {
  const [old, next] = [match.old[0]?.clause.id, match.new[0]?.clause.id];
  if (old === undefined || next === undefined) return;
  oldOf.set(next, old);
  if (match.doubtful || match.kind === "split" || match.kind === "merged") doubtful.add(next);
}
