import type { PlainMap, PlainValue } from "../draft.ts";
import { type CarriedRules, carryRules } from "./carry-rules.ts";
import type { ClauseRecord } from "./read-annex.ts";

export interface Reading {
  readonly evidence: readonly PlainMap[];
  readonly inputs: readonly PlainMap[];
  readonly rules: readonly PlainMap[];
}

/**
 * The reading of a changed text in the terms of the one before: a sentence that stands as it was keeps its rule, and one in which
 * only figures changed still rests on the materials and facts that units know by name. `kept`: rules that go on untouched.
 */
export function carryReading(fresh: Reading, record: ClauseRecord | undefined): { readonly reading: Reading; readonly kept: number } {
  if (record === undefined) return { reading: fresh, kept: 0 };
  const carried = carryRules(fresh, record);
  const ids = namesBeside(fresh, record, carried);
  const rules = withNewOrder(
    carried.rules.map(({ rule, whole }) => (whole ? rule : renamed(rule, ids))),
    fresh.rules,
  );
  const [evidence, inputs] = [
    itemsOf(fresh.evidence, record.evidence, carried.evidence, ids, rules),
    itemsOf(fresh.inputs, record.inputs, carried.inputs, ids, rules),
  ];
  return { reading: { evidence, inputs, rules }, kept: carried.rules.filter(({ untouched }) => untouched).length };
}

/** New items whose id an old one bears that stands beside them now get another. */
function namesBeside(fresh: Reading, record: ClauseRecord, { evidence, inputs }: CarriedRules): ReadonlyMap<string, string> {
  const taken = new Set([...record.evidence, ...record.inputs].map(idOf));
  const names = new Map<string, string>([...evidence.replaced, ...inputs.replaced]);
  for (const item of [...fresh.evidence, ...fresh.inputs]) {
    const id = idOf(item);
    if (names.has(id) || !taken.has(id)) continue;
    for (let number = 2; names.get(id) === undefined; number++) {
      const next = `${id}${String(number)}`;
      if (taken.has(next)) continue;
      names.set(id, next);
      taken.add(next);
    }
  }
  return names;
}

/** Items that rules of before rest on as they were, or with the figures of the new text; then what only the new text asks for. */
function itemsOf(
  fresh: readonly PlainMap[],
  before: readonly PlainMap[],
  { replaced, used, newer, idle }: CarriedRules["evidence"],
  ids: ReadonlyMap<string, string>,
  rules: readonly PlainMap[],
): readonly PlainMap[] {
  const needed = new Set(used);
  for (const item of before) if (needed.has(idOf(item)) && typeof item["with"] === "string") needed.add(item["with"]);
  const kept = before
    .filter((item) => needed.has(idOf(item)))
    .map((item) =>
      withFigures(
        item,
        fresh.find((next) => idOf(next) === newer.get(idOf(item))),
      ),
    );
  const rests = (id: string): boolean => rules.some((rule) => named.some((key) => rule[key] === (ids.get(id) ?? id)));
  const rest = fresh.filter((item) => !replaced.has(idOf(item)) && !(idle.has(idOf(item)) && !rests(idOf(item))));
  return [...kept, ...rest.map((item) => renamed({ ...item, id: ids.get(idOf(item)) ?? idOf(item) }, ids))];
}

/** How many and by when is what the new text says; the words for it are those in use. */
function withFigures(item: PlainMap, next: PlainMap | undefined): PlainMap {
  if (next === undefined || item["type"] !== undefined) return item;
  const { count, window, due } = next;
  return { ...item, per: next["per"] ?? item["per"], count, window, due };
}

/** 在此基础上: `after` counts the rules of the fresh reading; it follows them to their ids. */
function withNewOrder(rules: readonly PlainMap[], fresh: readonly PlainMap[]): readonly PlainMap[] {
  const idAt = (list: readonly PlainMap[], index: number): PlainValue => list[index]?.["id"] ?? `r${String(index + 1)}`;
  return rules.map((rule, index): PlainMap => {
    const after = fresh[index]?.["after"];
    const at = fresh.findIndex((_, other) => idAt(fresh, other) === after);
    return after === undefined || at === -1 ? rule : { ...rule, after: idAt(rules, at) };
  });
}

const named = ["evidence", "missing", "input", "items", "unless", "allowed", "target", "with"] as const;

function renamed(map: PlainMap, ids: ReadonlyMap<string, string>): PlainMap {
  const changes = named.flatMap((key): readonly (readonly [string, string])[] => {
    const value = map[key];
    const to = typeof value === "string" ? ids.get(value) : undefined;
    return to === undefined ? [] : [[key, to]];
  });
  const inner = (["multiplier", "due"] as const).flatMap((key): readonly (readonly [string, PlainMap])[] => {
    const value = map[key];
    return isMap(value) ? [[key, renamedKey(renamedKey(value, "when", ids), "after", ids)]] : [];
  });
  const all: Readonly<Record<string, PlainValue>> = Object.fromEntries<PlainValue>([...changes, ...inner]);
  return { ...map, ...all };
}

function renamedKey(map: PlainMap, key: string, ids: ReadonlyMap<string, string>): PlainMap {
  const value = map[key];
  const to = typeof value === "string" ? ids.get(value) : undefined;
  return to === undefined ? map : { ...map, [key]: to };
}

function isMap(value: PlainValue | undefined): value is PlainMap {
  return typeof value === "object" && !Array.isArray(value);
}

function idOf(item: PlainMap): string {
  const id = item["id"];
  return typeof id === "string" || typeof id === "number" ? String(id) : "";
}
