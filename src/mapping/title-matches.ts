import { bigramsOf, compactText } from "../model/chinese-text.ts";
import { withoutKindWords } from "../model/document-kind.ts";
import type { ClauseEntry, ClauseIndex } from "./clause-index.ts";
import { broadPairs, coreOf, specificOf } from "./topic-words.ts";

/** How well a folder's or file's words name a clause by its title. */
export interface TitleMatch {
  readonly entry: ClauseEntry;
  readonly score: number;
}

/**
 * 92: the words are the title; 90: the title and filler; 82: a telling part of the title; 78: the title among other
 * words; 72 and 62: alike. From 80 on the words alone name the clause.
 */
export function titleMatches(words: string, index: ClauseIndex): readonly TitleMatch[] {
  const text = compactText(words);
  const core = coreOf(text);
  const corePairs = bigramsOf(core);
  const found = new Map<ClauseEntry, number>();
  const raise = (entry: ClauseEntry, score: number) => found.set(entry, Math.max(score, found.get(entry) ?? 0));
  for (const [entry, common] of countCommon(bigramsOf(text), index.byTitlePair)) {
    if (common >= entry.titlePairs) raise(entry, wholeTitle(text, entry.title));
  }
  const telling = countCommon(new Set([...corePairs].filter((pair) => !broadPairs.has(pair))), index.byCorePair);
  for (const [entry, common] of countCommon(corePairs, index.byCorePair)) {
    const alike = corePairs.size < 2 || entry.corePairs < 2 ? 0 : (2 * common) / (corePairs.size + entry.corePairs);
    if (core.length >= 4 && core === entry.core) raise(entry, 92);
    else if (common === corePairs.size && core.length >= 4 && entry.title.includes(core) && specificOf(core).length >= 2) raise(entry, 82);
    else if (alike >= 0.4 && (telling.get(entry) ?? 0) > 0) raise(entry, alike >= 0.6 ? 72 : 62);
  }
  return [...found].filter(([, score]) => score > 0).map(([entry, score]) => ({ entry, score }));
}

function wholeTitle(text: string, title: string): number {
  if (text === title) return 92;
  if (title.length < 4 || !text.includes(title)) return 0;
  const rest = withoutKindWords(coreOf(text.replace(title, "")));
  return rest.length <= 2 ? 90 : 78;
}

function countCommon(pairs: ReadonlySet<string>, postings: ReadonlyMap<string, readonly ClauseEntry[]>): ReadonlyMap<ClauseEntry, number> {
  const counts = new Map<ClauseEntry, number>();
  for (const pair of pairs) for (const entry of postings.get(pair) ?? []) counts.set(entry, (counts.get(entry) ?? 0) + 1);
  return counts;
}
