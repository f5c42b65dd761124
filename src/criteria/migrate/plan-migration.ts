import type { Criteria } from "../../model/criteria.ts";
import type { ClauseMatch, PlacedClause } from "../../model/edition-diff.ts";
import type { CarriedItem, CarryDoubt, ClauseCarry, ClauseMerge, MigrationPlan } from "../../model/migration.ts";
import { diffEditions } from "../editions/diff-editions.ts";
import { type Judged, type Judging, judgePair, type NameUnit, unitsDiffer } from "./carry-doubts.ts";
import { type FinalIds, finalIds } from "./final-ids.ts";
import { type ItemPlan, keepItems, renewItems } from "./plan-clause.ts";

/** What becomes of every clause of the old edition, and what every clause of the new one is made of. */
export function planMigration(old: Criteria, next: Criteria, nameUnit: NameUnit = (name) => name): MigrationPlan {
  const diff = diffEditions(old, next);
  const before = new Set(old.sections.flatMap(({ clauses }) => clauses));
  const judging: Judging = { nameUnit, periods: { old: old.period, next: next.period }, isOld: ({ clause }) => before.has(clause) };
  const ids = finalIds(old, next, diff);
  const planned = diff.matches.map((match) => planMatch(match, ids, judging));
  const carries = new Map(
    [...planned.flatMap((plan) => plan.carries), ...diff.removed.map(orphan)].map((carry) => [carry.old.clause, carry]),
  );
  const merges = new Map(
    [...planned.flatMap((plan) => plan.merges), ...diff.added.map((placed) => added(placed, ids))].map((merge) => [
      merge.new.clause,
      merge,
    ]),
  );
  return {
    diff,
    carries: inOrder(old, carries),
    merges: inOrder(next, merges),
    sectionIds: ids.sections,
    fieldIds: ids.fields,
    retired: retiredIds(old, next, diff.removed, new Set([...merges.values()].flatMap(({ id, formerIds }) => [id, ...formerIds]))),
  };
}

/** Ids that no clause has any more, each once; an id that is in use is not among them. */
function retiredIds(old: Criteria, next: Criteria, removed: readonly PlacedClause[], inUse: ReadonlySet<string>): MigrationPlan["retired"] {
  const gone = removed.flatMap(({ clause }) => [clause.id, ...(clause.formerIds ?? [])].map((id) => ({ id, title: clause.title })));
  const all = new Map([...(next.retired ?? []), ...(old.retired ?? []), ...gone].map((entry) => [entry.id, entry]));
  return [...all.values()].filter(({ id }) => !inUse.has(id)).map(({ id, title }) => ({ id, title }));
}

function inOrder<Value>(
  { sections }: Criteria,
  values: ReadonlyMap<Criteria["sections"][number]["clauses"][number], Value>,
): readonly Value[] {
  return sections.flatMap(({ clauses }) => clauses.flatMap((clause) => values.get(clause) ?? []));
}

interface PlannedMatch {
  readonly carries: readonly ClauseCarry[];
  readonly merges: readonly ClauseMerge[];
}

function planMatch(match: ClauseMatch, ids: FinalIds, judging: Judging): PlannedMatch {
  const finals = match.new.map(({ clause }) => ids.clauses.get(clause.id) ?? clause.id);
  const judged = judge(match, finals, judging);
  const items = match.new.map((next, index) => planItems(match, next, finals[index] ?? next.clause.id, judged));
  const carries = match.old.map((old, index): ClauseCarry => {
    const { doubts, reading, changes } = judged[index] ?? { doubts: [], reading: "old", changes: [] };
    const of = (pick: (plan: ItemPlan) => ItemPlan["evidence"]): ReadonlyMap<string, CarriedItem> =>
      // The first part of a split clause goes before the others.
      new Map(items.toReversed().flatMap((plan) => [...(pick(plan).get(old.clause.id) ?? [])]));
    const outcome = doubts.length === 0 ? "kept" : "doubtful";
    const parts = { evidence: of((plan) => plan.evidence), inputs: of((plan) => plan.inputs), rules: of((plan) => plan.rules) };
    return { old, outcome, to: finals, reading, doubts, changes, ...parts };
  });
  const [first] = finals;
  const former = match.old.flatMap(({ clause }) => [clause.id, ...(clause.formerIds ?? [])]).filter((id) => id !== first);
  const merges = match.new.map((next, index): ClauseMerge => {
    const { keptEvidence, evidenceIds, inputIds, ruleIds, mendedEvidence, mendedInputs } = items[index] ?? keepItems("", next);
    const reading = judged[0]?.reading ?? "new";
    const formerIds = index === 0 ? former : [];
    return {
      id: finals[index] ?? next.clause.id,
      new: next,
      from: carries,
      formerIds,
      reading,
      keptEvidence,
      evidenceIds,
      inputIds,
      ruleIds,
      mendedEvidence,
      mendedInputs,
    };
  });
  return { carries, merges };
}

/** One verdict for each old clause. Of a clause split or merged the new file's proposal goes on: the old rules read another whole. */
function judge(match: ClauseMatch, finals: readonly string[], judging: Judging): readonly Judged[] {
  const [first, next] = [match.old[0], match.new[0]];
  if (first === undefined || next === undefined) return [];
  if (match.old.length === 1 && match.new.length === 1) return [judgePair(match, first, next, judging)];
  const reading = match.new.some(({ clause }) => clause.rules.length > 0) ? "new" : "old";
  return match.old.map((old): Judged => {
    const others = match.old.filter((other) => other !== old).map(({ clause }) => clause.id);
    const doubt: CarryDoubt =
      match.new.length > 1 ? { code: "split", into: finals } : { code: "merged", into: finals[0] ?? "", with: others };
    return { reading, doubts: [doubt, ...unitsDiffer(old.clause, next.clause, judging.nameUnit)], changes: [] };
  });
}

function planItems(match: ClauseMatch, next: PlacedClause, id: string, judged: readonly Judged[]): ItemPlan {
  const [first] = match.old;
  if (judged[0]?.reading === "old" && first !== undefined && next === match.new[0]) return keepItems(id, first);
  return renewItems(
    id,
    match.old.map(({ clause }) => clause),
    next.clause,
    match.old.length === 1 && match.new.length === 1,
  );
}

function orphan(old: PlacedClause): ClauseCarry {
  const none = new Map<string, CarriedItem>();
  return { old, outcome: "orphaned", to: [], reading: "new", doubts: [], changes: [], evidence: none, inputs: none, rules: none };
}

function added(placed: PlacedClause, ids: FinalIds): ClauseMerge {
  const none = new Map<string, string>();
  const id = ids.clauses.get(placed.clause.id) ?? placed.clause.id;
  return {
    id,
    new: placed,
    from: [],
    formerIds: [],
    reading: "new",
    keptEvidence: [],
    evidenceIds: none,
    inputIds: none,
    ruleIds: none,
    mendedEvidence: new Map(),
    mendedInputs: new Map(),
  };
}
