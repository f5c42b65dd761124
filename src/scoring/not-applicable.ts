import type { Clause } from "../model/criteria.ts";
import type { ClauseReturn, Judgement } from "../model/return.ts";
import type { ClauseAssignment } from "../model/workspace.ts";
import { responsibleUnits } from "./context.ts";

export interface Declared {
  readonly unit: string;
  readonly reason: string;
}

/** 合理缺项: who declared the clause 不涉及, and whether it drops out as a whole. */
export interface Applicability {
  readonly applies: boolean;
  readonly declared: readonly Declared[];
  readonly confirmed: boolean;
  /** Units that owe nothing here, because they declared so and nobody refused. */
  readonly excused: ReadonlySet<string>;
}

/**
 * A clause drops out when every unit that answers for it (the lead units, else all) declares 不涉及 with a reason;
 * a judgement decides before any declaration. One unit's declaration never touches another's duty: a judgement on a clause
 * that only some units declared settles their declarations, not the clause.
 */
export function applicability(
  clause: Clause,
  assignment: ClauseAssignment,
  returns: readonly { readonly unit: string; readonly entry: ClauseReturn }[],
  judgement: Judgement | undefined,
): Applicability {
  const declared = returns.flatMap(({ unit, entry }) =>
    entry.notApplicable === undefined ? [] : [{ unit, reason: entry.notApplicable.reason }],
  );
  const refused = judgement?.notApplicable === false || (!clause.mayNotApply && judgement?.notApplicable !== true);
  if (refused) return { applies: true, declared, confirmed: false, excused: new Set() };
  const excused = new Set(declared.map((entry) => entry.unit));
  const answering = assignment.lead.length > 0 ? assignment.lead : responsibleUnits(assignment);
  const all = answering.length > 0 && answering.every((unit) => excused.has(unit));
  const confirmed = judgement?.notApplicable === true;
  return { applies: !(all || (confirmed && declared.length === 0)), declared, confirmed, excused };
}
