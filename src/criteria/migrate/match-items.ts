import { bigramsOf, compactText } from "../../model/chinese-text.ts";
import type { EvidenceRequirement, FactInput } from "../../model/criteria.ts";
import type { ScoringRule } from "../../model/rule.ts";
import { dice } from "../editions/clause-likeness.ts";

/** From here on two names of materials or facts mean one thing. */
const alike = 0.6;

export type ItemMatch<Item> = (old: Item, next: Item, others: { readonly old: readonly Item[]; readonly new: readonly Item[] }) => number;

/** How sure it is that two requirements ask for one material, 0 to 1; the only one of its kind on both sides is. */
export const sameMaterial: ItemMatch<EvidenceRequirement> = (old, next, others) => {
  if (compactText(old.name) === compactText(next.name)) return 1;
  if (old.kind !== undefined && next.kind !== undefined && old.kind !== next.kind) return 0;
  const only = (items: readonly EvidenceRequirement[]): boolean => items.filter(({ kind }) => kind === old.kind).length === 1;
  if (old.kind !== undefined && old.kind === next.kind && only(others.old) && only(others.new)) return 0.9;
  return likeNames(old.name, next.name);
};

/**
 * Facts go by type and name alone: a figure under the wrong name would be a wrong figure. 是/否 turns round with one word
 * (未报批准、已报批准), so there only the same name is the same fact; nor may a figure's name say no where the other does not.
 */
export const sameFact: ItemMatch<FactInput> = (old, next) => {
  if (old.type !== next.type || (old.measure ?? "") !== (next.measure ?? old.measure ?? "")) return 0;
  if (compactText(old.name) === compactText(next.name)) return 1;
  return old.type === "yesno" || denials(old.name) !== denials(next.name) ? 0 : likeNames(old.name, next.name);
};

function denials(name: string): string {
  return (name.match(/[未不没无非少缺漏超]/gu) ?? []).join("");
}

/** Rules go by kind and by the words they read, letter by letter: a person judged exactly these words. */
export const sameRule: ItemMatch<ScoringRule> = (old, next) => {
  if (old.kind !== next.kind || old.text === undefined || next.text === undefined) return 0;
  return compactText(old.text) === compactText(next.text) ? 1 : 0;
};

function likeNames(a: string, b: string): number {
  const value = dice(bigramsOf(compactText(a)), bigramsOf(compactText(b)));
  return value >= alike ? value * 0.8 : 0;
}

/** The two read the same words, figures aside: what they rest on is the same as well. */
export function sameSentence(old: ScoringRule, next: ScoringRule): boolean {
  if (old.kind !== next.kind || old.text === undefined || next.text === undefined) return false;
  const words = (text: string): string => compactText(text).replace(/\d+(?:\.\d+)?|[一二三四五六七八九十两半]/gu, "0");
  return words(old.text) === words(next.text);
}

/** Pairs, surest first, each item once: new → old. */
export function matchItems<Item>(old: readonly Item[], next: readonly Item[], match: ItemMatch<Item>): ReadonlyMap<Item, Item> {
  const others = { old, new: next };
  const found = next.flatMap((b) => old.map((a) => ({ a, b, sure: match(a, b, others) }))).filter(({ sure }) => sure > 0);
  const pairs = new Map<Item, Item>();
  const used = new Set<Item>();
  for (const { a, b } of found.toSorted((left, right) => right.sure - left.sure)) {
    if (pairs.has(b) || used.has(a)) continue;
    pairs.set(b, a);
    used.add(a);
  }
  return pairs;
}
