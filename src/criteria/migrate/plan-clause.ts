import type { Clause } from "../../model/criteria.ts";
import type { PlacedClause } from "../../model/edition-diff.ts";
import type { CarriedItem, ClauseMerge } from "../../model/migration.ts";
import { claim } from "./final-ids.ts";
import { type ItemMatch, matchItems, sameFact, sameMaterial, sameRule, sameSentence } from "./match-items.ts";
import { ruleReferences } from "./rule-references.ts";

/** Old ids → where the item is now, per kind; and the ids that the new file's items get. */
export interface ItemPlan
  extends Pick<ClauseMerge, "evidenceIds" | "inputIds" | "ruleIds" | "mendedEvidence" | "mendedInputs" | "keptEvidence"> {
  /** By old clause, then by old id. */
  readonly evidence: Carried;
  readonly inputs: Carried;
  readonly rules: Carried;
}
type Carried = ReadonlyMap<string, ReadonlyMap<string, CarriedItem>>;

/** The old reading goes on as it is: every item keeps its id. */
export function keepItems(id: string, { clause }: PlacedClause): ItemPlan {
  const same = (items: readonly { readonly id: string }[]): Carried =>
    new Map([[clause.id, new Map(items.map((item) => [item.id, { clause: id, id: item.id }]))]]);
  const none = new Map<string, string>();
  return {
    evidence: same(clause.evidence),
    inputs: same(clause.inputs),
    rules: same(clause.rules),
    evidenceIds: none,
    inputIds: none,
    ruleIds: none,
    keptEvidence: [],
    mendedEvidence: new Map(),
    mendedInputs: new Map(),
  };
}

/**
 * The new file's reading goes on: an item that the old reading had under another id gets the old one, so that pins, facts and
 * judgements still point at it; one that is new gets an id that the old reading did not use for anything.
 */
export function renewItems(id: string, old: readonly Clause[], next: Clause, isPair: boolean): ItemPlan {
  const told = sentencePairs(old, next);
  const evidence = renew(
    id,
    old,
    next.evidence,
    (clause) => clause.evidence,
    (a, b, others) => {
      const clash = a.kind !== undefined && b.kind !== undefined && a.kind !== b.kind;
      return !clash && told.evidence(a, b) ? 2 : sameMaterial(a, b, others);
    },
  );
  const inputs = renew(
    id,
    old,
    next.inputs,
    (clause) => clause.inputs,
    (a, b, others) => {
      return a.type === b.type && told.inputs(a, b) ? 2 : sameFact(a, b, others);
    },
  );
  const rules = renew(id, old, next.rules, (clause) => clause.rules, sameRule);
  const [only] = old;
  const kept = only === undefined || !isPair || evidence.from.size < next.evidence.length ? [] : unmatched(only, evidence);
  return {
    evidence: withKept(evidence.carried, id, only, kept),
    keptEvidence: kept,
    inputs: inputs.carried,
    rules: rules.carried,
    evidenceIds: evidence.ids,
    inputIds: inputs.ids,
    ruleIds: rules.ids,
    mendedEvidence: evidence.from,
    mendedInputs: inputs.from,
  };
}

/** Materials that the new reading does not have, when all that it has are known: nobody took them back. */
function unmatched({ evidence }: Clause, { from, ids }: Renewed): readonly string[] {
  const known = new Set([...from.values()].map((item) => item.id));
  const taken = new Set(ids.values());
  return evidence.filter((item) => !known.has(item.id) && !taken.has(item.id)).map((item) => item.id);
}

function withKept(carried: Carried, id: string, clause: Clause | undefined, kept: readonly string[]): Carried {
  if (clause === undefined || kept.length === 0) return carried;
  const own = new Map([...(carried.get(clause.id) ?? []), ...kept.map((item) => [item, { clause: id, id: item }] as const)]);
  return new Map([...carried, [clause.id, own]]);
}

type Told = (old: object, next: object) => boolean;

/** Materials and facts that stand at the same post of rules that read the same sentence. */
function sentencePairs(old: readonly Clause[], next: Clause): { readonly evidence: Told; readonly inputs: Told } {
  const [evidence, inputs] = [new Map<object, Set<object>>(), new Map<object, Set<object>>()];
  const tell = (map: Map<object, Set<object>>, a: object | undefined, b: object | undefined): void => {
    if (a !== undefined && b !== undefined) map.set(a, (map.get(a) ?? new Set()).add(b));
  };
  const find = <Item extends { readonly id: string }>(items: readonly Item[], id: string | undefined): Item | undefined =>
    id === undefined ? undefined : items.find((item) => item.id === id);
  for (const clause of old) {
    for (const before of clause.rules) {
      const same = next.rules.filter((rule) => sameSentence(before, rule));
      for (const after of same) {
        const [a, b] = [ruleReferences(before), ruleReferences(after)];
        for (const [post, id] of a.evidence.entries()) tell(evidence, find(clause.evidence, id), find(next.evidence, b.evidence[post]));
        if (a.turn !== b.turn) continue;
        for (const [post, id] of a.inputs.entries()) tell(inputs, find(clause.inputs, id), find(next.inputs, b.inputs[post]));
      }
    }
  }
  return { evidence: (a, b) => evidence.get(a)?.has(b) === true, inputs: (a, b) => inputs.get(a)?.has(b) === true };
}

interface Renewed {
  readonly carried: Carried;
  /** The new file's id → the final one. */
  readonly ids: ReadonlyMap<string, string>;
  /** The new file's id → the old item that it is. */
  readonly from: ReadonlyMap<string, CarriedItem>;
}

function renew<Item extends { readonly id: string }>(
  id: string,
  old: readonly Clause[],
  next: readonly Item[],
  itemsOf: (clause: Clause) => readonly Item[],
  match: ItemMatch<Item>,
): Renewed {
  const home = new Map(old.flatMap((clause) => itemsOf(clause).map((item) => [item, clause.id] as const)));
  const pairs = matchItems([...home.keys()], next, match);
  const taken = new Set([...home.keys()].map((item) => item.id));
  const [ids, used] = [new Map<string, string>(), new Set<string>()];
  const [from, carried] = [new Map<string, CarriedItem>(), new Map<string, Map<string, CarriedItem>>()];
  for (const item of next) {
    const before = pairs.get(item);
    const keeps = before !== undefined && !used.has(before.id);
    const stem = /^(.*?)\d*$/u.exec(item.id)?.[1] ?? item.id;
    const final = keeps ? before.id : claim(taken, item.id, (number) => `${stem}${String(number)}`);
    ids.set(item.id, final);
    used.add(final);
    const clause = before === undefined ? undefined : home.get(before);
    if (before === undefined || clause === undefined) continue;
    from.set(item.id, { clause, id: before.id });
    carried.set(clause, (carried.get(clause) ?? new Map<string, CarriedItem>()).set(before.id, { clause: id, id: final }));
  }
  return { carried, ids, from };
}
