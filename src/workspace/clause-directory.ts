import type { Clause, Criteria } from "../model/criteria.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Place } from "../model/place.ts";
import type { WorkspaceProblem } from "../model/workspace-problem.ts";
import { nearestOf } from "../written/nearest.ts";
import { valueAt } from "../written/sheet.ts";

/** The clauses of a 细则 by id, and a desk for what refers to them wrongly. */
export interface ClauseDirectory {
  /** By the id they have now. */
  readonly clauses: ReadonlyMap<string, Clause>;
  /** By the ids of clauses that were merged into them. */
  readonly former: ReadonlyMap<string, Clause>;
  /** Titles of the clauses that the 细则 no longer has, by id. */
  readonly retired: ReadonlyMap<string, string>;
  readonly errors: Diagnostic[];
  /** References to clauses that an earlier edition had. */
  readonly warnings: Diagnostic[];
}

export function makeClauseDirectory(criteria: Criteria, errors: Diagnostic[]): ClauseDirectory {
  const clauses = criteria.sections.flatMap((section) => section.clauses);
  return {
    clauses: new Map(clauses.map((clause) => [clause.id, clause])),
    former: new Map(clauses.flatMap((clause) => (clause.formerIds ?? []).map((id) => [id, clause] as const))),
    retired: new Map((criteria.retired ?? []).map(({ id, title }) => [id, title])),
    errors,
    warnings: [],
  };
}

/**
 * The clause of that id, or the one that it was merged into; undefined when there is none. An unknown id is reported as an
 * error, one of an earlier edition (`retired`) only told of: units go on sending the forms that they were given.
 */
export function findClause(directory: ClauseDirectory, id: string, place: Place): Clause | undefined {
  const clause = directory.clauses.get(id) ?? directory.former.get(id);
  if (clause !== undefined) return clause;
  const title = directory.retired.get(id);
  if (title === undefined)
    refuse(directory, place, { code: "unknown-clause", clauseId: id, ...nearestOf(id, [...directory.clauses.keys()]) });
  else directory.warnings.push({ severity: "warning", place, code: "clause-retired", clauseId: id, title });
  return undefined;
}

/**
 * The clause that an entry of a return or of judgements.yaml is about. Where the clause is written under its own id as well
 * as under one that was merged into it, its own entry holds and the other is told of.
 */
export function findEntryClause(directory: ClauseDirectory, id: string, written: object, place: Place): Clause | undefined {
  const clause = findClause(directory, id, place);
  if (clause === undefined || clause.id === id) return clause;
  const first = [clause.id, ...(clause.formerIds ?? [])].find((candidate) => valueAt(written, candidate) !== undefined);
  if (first === id || first === undefined) return clause;
  directory.warnings.push({ severity: "warning", place, code: "former-entry-unused", clauseId: id, now: clause.id, used: first });
  return undefined;
}

export function refuse(directory: ClauseDirectory, place: Place, problem: WorkspaceProblem): void {
  directory.errors.push({ severity: "error", place, ...problem });
}
