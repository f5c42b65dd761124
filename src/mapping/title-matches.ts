import { bigramsOf } from "../model/chinese-text.ts";
import { withoutKindWords } from "../model/document-kind.ts";
import type { ClauseEntry } from "./clause-entry.ts";
import type { ClauseIndex } from "./clause-index.ts";
import { broadPairs, coreOf, specificOf } from "./topic-words.ts";
import type { Words } from "./words.ts";

/** How well a folder's or file's words name a clause by its title. */
export interface TitleMatch {
  readonly entry: ClauseEntry;
  readonly score: number;
}

/** What is least alike. */
const alikeFrom = 0.4;
const alikeScore = 62;

/**
 * 92: the words are the title; 90: the title and filler; 82: a telling part of the title; 78: the title among other
 * words; 72 and 62: alike. From 80 on the words alone name the clause.
 * @param least what scores less is left out
 */
export function titleMatches({ text, pairs }: Words, index: ClauseIndex, least = alikeScore): readonly TitleMatch[] {
  const found = new Map<ClauseEntry, number>();
  const raise = (entry: ClauseEntry, score: number): void => {
    if (score >= least && score > (found.get(entry) ?? 0)) found.set(entry, score);
  };
  for (const pair of pairs) for (const entry of index.byTitleAnchor.get(pair) ?? []) raise(entry, wholeTitle(text, entry.title));
  const core = coreOf(text);
  const corePairs = core === text ? pairs : bigramsOf(core);
  const shared = countShared(corePairs, index);
  for (const at of shared.places) {
    const [entry, common] = [index.entries[at], shared.counts[at] ?? 0];
    if (entry === undefined) continue;
    const alike = likeness(common, corePairs.size, entry.corePairs.size);
    // Most share a word and no more.
    if (alike < alikeFrom && common !== corePairs.size) continue;
    raise(entry, coreScore({ core, entry, alike, whole: common === corePairs.size, telling: shared.telling }));
  }
  return [...found].map(([entry, score]) => ({ entry, score }));
}

function wholeTitle(text: string, title: string): number {
  if (text === title) return 92;
  if (title.length < 4 || !text.includes(title)) return 0;
  const rest = withoutKindWords(coreOf(text.replace(title, "")));
  return rest.length <= 2 ? 90 : 78;
}

interface Likeness {
  readonly core: string;
  readonly entry: ClauseEntry;
  /** Dice coefficient of the bigrams. */
  readonly alike: number;
  /** The title has all bigrams of the words. */
  readonly whole: boolean;
  /** They share a bigram that is more than 安全生产. */
  readonly telling: boolean;
}

function coreScore({ core, entry, alike, whole, telling }: Likeness): number {
  if (core.length >= 4 && core === entry.core) return 92;
  if (whole && core.length >= 4 && entry.title.includes(core) && specificOf(core).length >= 2) return 82;
  if (!telling || alike < alikeFrom) return 0;
  return alike >= 0.6 ? 72 : alikeScore;
}

function likeness(common: number, own: number, its: number): number {
  return own < 2 || its < 2 ? 0 : (2 * common) / (own + its);
}

interface Shared {
  /** Places in `index.entries` of the clauses worth a look. */
  readonly places: readonly number[];
  /** By place: how many of the bigrams the clause has too. */
  readonly counts: Uint16Array;
  readonly telling: boolean;
}

/** Clauses that share a telling bigram; where the words have none (all 安全生产), those that share any. */
function countShared(pairs: ReadonlySet<string>, index: ClauseIndex): Shared {
  const counts = new Uint16Array(index.entries.length);
  const places: number[] = [];
  const told = [...pairs].filter((pair) => !broadPairs.has(pair));
  const telling = told.length > 0;
  for (const pair of telling ? told : pairs) {
    for (const at of index.byCorePair.get(pair) ?? []) {
      if (counts[at] === 0) places.push(at);
      counts[at] = (counts[at] ?? 0) + 1;
    }
  }
  if (telling && told.length < pairs.size) {
    for (const pair of pairs)
      if (broadPairs.has(pair)) for (const at of index.byCorePair.get(pair) ?? []) counts[at] = (counts[at] ?? 0) + 1;
  }
  return { places, counts, telling };
}
