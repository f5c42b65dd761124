import type { Clause, Criteria } from "../model/criteria.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Place } from "../model/place.ts";
import type { WorkspaceProblem } from "../model/workspace-problem.ts";
import { nearestOf } from "../written/nearest.ts";

/** The clauses of a 细则 by id, and a desk for what refers to them wrongly. */
export interface ClauseDirectory {
  readonly clauses: ReadonlyMap<string, Clause>;
  readonly errors: Diagnostic[];
}

export function makeClauseDirectory(criteria: Criteria, errors: Diagnostic[]): ClauseDirectory {
  const clauses = criteria.sections.flatMap((section) => section.clauses);
  return { clauses: new Map(clauses.map((clause) => [clause.id, clause])), errors };
}

/** The clause of that id; undefined, and reported, when there is none. */
export function findClause(directory: ClauseDirectory, id: string, place: Place): Clause | undefined {
  const clause = directory.clauses.get(id);
  if (clause === undefined)
    refuse(directory, place, { code: "unknown-clause", clauseId: id, ...nearestOf(id, [...directory.clauses.keys()]) });
  return clause;
}

export function refuse(directory: ClauseDirectory, place: Place, problem: WorkspaceProblem): void {
  directory.errors.push({ severity: "error", place, ...problem });
}
