import { bigramsOf } from "../model/chinese-text.ts";
import { compactTerms } from "./compact-terms.ts";
import { type PairTable, pairTable } from "./pair-table.ts";
import type { RequirementItem } from "./requirement-index.ts";

/** A requirement as the ranking sees it. */
export interface RankedItem {
  readonly item: RequirementItem;
  /** Bigrams of its name and keywords: what a paper that proves it should say. */
  readonly own: readonly IndexedPair[];
  /** Sum of the rarity of `own`. */
  readonly weight: number;
}

export interface Posting {
  readonly at: number;
  /** BM25 part that depends on the requirement: how much the pair says about it. */
  readonly gain: number;
}

/** A bigram that the 细则 uses. */
export interface IndexedPair {
  /** ln(1 + (N − n + 0.5) / (n + 0.5)). */
  readonly rarity: number;
  /** Empty for a pair that too many requirements have. */
  readonly postings: readonly Posting[];
  /** The last text that was seen to hold the pair: each text is ranked by itself, and has a number of its own. */
  seenIn: number;
}

export interface TextIndex {
  readonly items: readonly RankedItem[];
  readonly pairs: PairTable<IndexedPair>;
  /** By place in `items`; used anew for each text. */
  readonly scores: Float64Array;
  /** Number of the last text. */
  texts: number;
}

/** The usual constants of BM25: how soon repetition stops to count, and how much length is held against a text. */
const [k1, b] = [1.2, 0.75];
/** A pair that more than this share of the requirements have (安全, 工作) ranks nothing. */
const commonShare = 0.25;

/** Requirements indexed by the Han bigrams of their own words and of what the 细则 says around them. */
export function buildTextIndex(items: readonly RequirementItem[]): TextIndex {
  const counted = items.map(countPairs);
  const mean = counted.reduce((sum, { length }) => sum + length, 0) / Math.max(1, counted.length);
  const frequency = new Map<string, number>();
  for (const { pairs } of counted) for (const pair of pairs.keys()) frequency.set(pair, (frequency.get(pair) ?? 0) + 1);
  const pairs = new Map<string, IndexedPair & { readonly postings: Posting[] }>();
  for (const [pair, n] of frequency) {
    pairs.set(pair, { rarity: Math.log(1 + (items.length - n + 0.5) / (n + 0.5)), postings: [], seenIn: 0 });
  }
  const most = Math.max(3, items.length * commonShare);
  for (const [at, { pairs: its, length }] of counted.entries()) {
    for (const [pair, count] of its) {
      const known = pairs.get(pair);
      if (known === undefined || (frequency.get(pair) ?? 0) > most) continue;
      known.postings.push({ at, gain: (known.rarity * count * (k1 + 1)) / (count + k1 * (1 - b + (b * length) / mean)) });
    }
  }
  return { items: items.map((item) => toRanked(item, pairs)), pairs: pairTable(pairs), scores: new Float64Array(items.length), texts: 0 };
}

function toRanked(item: RequirementItem, pairs: ReadonlyMap<string, IndexedPair>): RankedItem {
  const { name, words } = item.requirement;
  const own = [...new Set([name, ...words].flatMap((text) => [...bigramsOf(text)]))].flatMap((pair) => pairs.get(pair) ?? []);
  let weight = 0;
  for (const pair of own) weight += pair.rarity;
  return { item, own, weight };
}

/** Its own name and keywords count thrice, the clause's title twice, the wording of the 细则 once. */
function countPairs({ entry, requirement }: RequirementItem): { readonly pairs: ReadonlyMap<string, number>; readonly length: number } {
  const pairs = new Map<string, number>();
  let length = 0;
  const add = (text: string, times: number): void => {
    for (const pair of bigramsOf(compactTerms(text))) {
      pairs.set(pair, (pairs.get(pair) ?? 0) + times);
      length += times;
    }
  };
  for (const text of new Set([requirement.name, ...requirement.words])) add(text, 3);
  add(entry.title, 2);
  add(entry.clause.requirement, 1);
  add(entry.clause.standard, 1);
  return { pairs, length };
}
