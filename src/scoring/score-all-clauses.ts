import type { Admission } from "../model/admission.ts";
import type { Clause, Criteria, Field, Section } from "../model/criteria.ts";
import type { CalendarDate } from "../model/dates.ts";
import type { Gap } from "../model/gap.ts";
import { isDecided, type Points, type PointsRange, zeroPoints } from "../model/points.ts";
import type { ClauseReturn, Judgement, Return } from "../model/return.ts";
import type { ClauseResult, ClauseState, VetoResult } from "../model/scorecard.ts";
import type { Unit } from "../model/unit.ts";
import type { Assignments, ClauseAssignment } from "../model/workspace.ts";
import { type ClauseContext, responsibleUnits } from "./context.ts";
import { openExcuses } from "./excused-units.ts";
import { claimGaps, gapsOfClause } from "./gaps.ts";
import { type Applicability, applicability } from "./not-applicable.ts";
import { outOfScore } from "./out-of-score.ts";
import type { Pending } from "./pending.ts";
import { scoreClause } from "./score-clause.ts";
import { fillSlots } from "./slots.ts";

/** What scoring needs to know; all of it made by the stages before. */
export interface ScoringInput {
  readonly criteria: Criteria;
  readonly profiles: readonly string[];
  readonly units: readonly Unit[];
  readonly assignments: Assignments;
  readonly admissions: readonly Admission[];
  readonly returns: readonly Return[];
  readonly judgements: readonly Judgement[];
  readonly asOf: CalendarDate;
}

export interface ScoredClauseResult {
  readonly result: ClauseResult;
  readonly gaps: readonly Gap[];
  readonly vetoes: readonly (VetoResult & { readonly section: Section })[];
  /** The clause is declared 不涉及 and nobody has confirmed it. */
  readonly pending?: Pending;
}

/** Every clause on its own: none looks at another, so their order never matters. */
export function scoreAllClauses(input: ScoringInput): readonly ScoredClauseResult[] {
  const fields = new Map(input.criteria.fields.map((field) => [field.id, field]));
  const index = indexed(input);
  return input.criteria.sections.flatMap((section) => {
    const field = fields.get(section.field);
    return field === undefined ? [] : section.clauses.map((clause) => scoreOne(clause, section, field, index, input));
  });
}

interface Index {
  readonly units: ReadonlyMap<string, Unit>;
  readonly admissions: ReadonlyMap<string, readonly Admission[]>;
  readonly judgements: ReadonlyMap<string, Judgement>;
}

function indexed(input: ScoringInput): Index {
  const admissions = new Map<string, Admission[]>();
  for (const admission of input.admissions) {
    const list = admissions.get(admission.link.clause);
    if (list === undefined) admissions.set(admission.link.clause, [admission]);
    else list.push(admission);
  }
  return {
    units: new Map(input.units.map((unit) => [unit.name, unit])),
    admissions,
    judgements: new Map(input.judgements.map((judgement) => [judgement.clause, judgement])),
  };
}

function scoreOne(clause: Clause, section: Section, field: Field, index: Index, input: ScoringInput): ScoredClauseResult {
  const assignment = input.assignments.get(clause.id) ?? { clause: clause.id, lead: [], cooperating: [] };
  const returns = returnsFor(clause, assignment, input.returns);
  const judgement = index.judgements.get(clause.id);
  const status = section.kind === "veto" ? alwaysApplies : applicability(clause, assignment, returns, judgement);
  const context = contextOf({ clause, assignment, returns, judgement, status, index, input });
  const shared = { clause, section, field, lead: assignment.lead, cooperating: assignment.cooperating, returns };
  const claimed = returns.find(({ unit }) => assignment.lead.includes(unit))?.entry.claimed;
  const ifRefused = (): PointsRange => {
    const counted = contextOf({ clause, assignment, returns, judgement, status: refused(status), index, input });
    return scoreClause(counted, section, input.profiles).points;
  };
  if (!status.applies) return outOfScore({ ...shared, ...claimOf(claimed) }, { ...status, ifRefused: ifRefused() }, input.criteria);
  const scored = scoreClause(context, section, input.profiles);
  const open = status.excused.size > 0 && !status.confirmed && section.kind === "standard";
  const { points, gaps: excuses } = open
    ? openExcuses(clause.id, status, scored.points, ifRefused(), index.units)
    : { points: scored.points, gaps: [] };
  const result: ClauseResult = {
    ...shared,
    ...claimOf(claimed),
    state: stateOf(points, scored.vetoes.length > 0),
    maxPoints: section.kind === "veto" ? zeroPoints : clause.maxPoints,
    points,
    bonus: scored.bonus,
    basis: scored.basis,
    requirements: [...context.requirements.values()],
  };
  const vetoes = scored.vetoes.map((veto) => ({ clause: clause.id, section, ...veto }));
  return { result, vetoes, gaps: [...gapsOfClause(clause.id, scored.losses, index.units), ...excuses, ...claimGaps(result, index.units)] };
}

/** Nobody declares a veto away. */
const alwaysApplies: Applicability = { applies: true, declared: [], confirmed: false, excused: new Set() };

function refused(status: Applicability): Applicability {
  return { ...status, applies: true, excused: new Set() };
}

function returnsFor(
  clause: Clause,
  assignment: ClauseAssignment,
  returns: readonly Return[],
): readonly { unit: string; entry: ClauseReturn }[] {
  const responsible = new Set(responsibleUnits(assignment));
  return returns.flatMap(({ unit, clauses }) => {
    const entry = clauses.get(clause.id);
    return entry === undefined || !responsible.has(unit) ? [] : [{ unit, entry }];
  });
}

interface ContextParts {
  readonly clause: Clause;
  readonly assignment: ClauseAssignment;
  readonly returns: ClauseContext["returns"];
  readonly judgement: Judgement | undefined;
  readonly status: Applicability;
  readonly index: Index;
  readonly input: ScoringInput;
}

function contextOf({ clause, assignment, returns, judgement, status, index, input }: ContextParts): ClauseContext {
  const admissions = index.admissions.get(clause.id) ?? [];
  const { excused } = status;
  const requirements = fillSlots({ clause, assignment, admissions, units: index.units, excused, asOf: input.asOf });
  return {
    criteria: input.criteria,
    clause,
    assignment,
    requirements,
    returns,
    ...(judgement === undefined ? {} : { judgement }),
    asOf: input.asOf,
    dates: (requirement) => admissions.filter((admission) => admission.link.evidence === requirement),
    excused,
  };
}

function stateOf(points: ClauseResult["points"], vetoed: boolean): ClauseState {
  return isDecided(points) && !vetoed ? "decided" : "open";
}

function claimOf(claimed: Points | undefined): { readonly claimed?: Points } {
  return claimed === undefined ? {} : { claimed };
}
