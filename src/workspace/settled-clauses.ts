import type { WorkspacePapers } from "../model/workspace.ts";

/** Clauses that a return or a judgement has declared 不涉及: that nobody answers for them is known. */
export function settledClauses({ returns, judgements }: WorkspacePapers): ReadonlySet<string> {
  const declared = returns.flatMap((entry) => [...entry.clauses].filter(([, clause]) => clause.notApplicable !== undefined));
  const confirmed = judgements.filter((judgement) => judgement.notApplicable === true);
  return new Set([...declared.map(([id]) => id), ...confirmed.map((judgement) => judgement.clause)]);
}
