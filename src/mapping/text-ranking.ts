import { hasStrayActivity, kindsClash } from "../model/document-kind.ts";
import type { ContentReason } from "../model/mapping.ts";
import { compactTerms } from "./compact-terms.ts";
import type { Content } from "./content.ts";
import { issuerReason } from "./content-signals.ts";
import { addSignal, type Signals } from "./signal.ts";
import type { IndexedPair, RankedItem, TextIndex } from "./text-index.ts";

/** Characters of the text that are ranked: what a paper is about stands at its beginning. */
const headLength = 1_500;
/** Requirements that are looked at closely. */
const shortlist = 24;
/** Share of the best score below which nothing is looked at. */
const nearFrom = 0.1;
/** Share of a requirement's own words that must stand in the text. */
const shareFrom = 0.45;

/** Which requirements the text is like, by BM25 and by how much of their own words it holds. Never more than a candidate. */
export function rankText(text: string, content: Content, index: TextIndex): Signals {
  const signals: Signals = new Map();
  const head = compactTerms(text.slice(0, headLength * 2)).slice(0, headLength);
  const ranked = rank(content.title.pairs, head, index);
  const [first] = ranked;
  if (first === undefined) return signals;
  for (const { ranked: candidate, score } of ranked) {
    const share = shareOf(candidate, index);
    if (share < shareFrom) continue;
    const { entry, requirement } = candidate.item;
    const reason: ContentReason = { code: "content-alike", evidence: requirement.requirement.name, share: Math.round(share * 100) };
    addSignal(signals, entry.clause.id, {
      score: confidence(candidate, content, share, score / first.score),
      reasons: [reason, ...issuerReason(content, entry), ...(content.recognised ? [{ code: "content-recognised" } as const] : [])],
    });
  }
  return signals;
}

/** 50 to 75: how much of the requirement's words, how near to the best, and whether the kind fits. */
function confidence({ item }: RankedItem, { title, reading }: Content, share: number, nearness: number): number {
  const { kind, kinds } = item.requirement;
  const base = 44 + 22 * share + 8 * nearness;
  if (kind === undefined) return Math.min(72, base);
  const found = title.kinds.main ?? reading.kind?.value;
  if (found === kind) return Math.min(75, base + 5);
  if (found !== undefined && kindsClash(title.kinds, kind)) return base - 12;
  return hasStrayActivity(title.kinds, kinds) ? base - 6 : Math.min(72, base);
}

interface Ranked {
  readonly ranked: RankedItem;
  readonly score: number;
}

/** Words of the title weigh three times those of the text. */
function rank(title: ReadonlySet<string>, head: string, index: TextIndex): readonly Ranked[] {
  const { scores } = index;
  const text = ++index.texts;
  scores.fill(0);
  const add = (pair: IndexedPair, weight: number): void => {
    if (pair.seenIn === text) return;
    pair.seenIn = text;
    for (const { at, gain } of pair.postings) scores[at] = (scores[at] ?? 0) + gain * weight;
  };
  for (const pair of title) index.pairs.each(pair, (known) => add(known, 3));
  index.pairs.each(head, (known) => add(known, 1));
  return best(index);
}

/** The first of those near the best score, the best first; equal ones in the order of the ids. */
function best({ items, scores }: TextIndex): readonly Ranked[] {
  let most = 0;
  for (const score of scores) if (score > most) most = score;
  const least = most * nearFrom;
  const near: Ranked[] = [];
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at] ?? 0;
    const ranked = items[at];
    if (ranked === undefined || score <= 0 || score < least) continue;
    if (near.length === shortlist && score <= (near[shortlist - 1]?.score ?? 0)) continue;
    let place = near.length;
    while (place > 0 && (near[place - 1]?.score ?? 0) < score) place--;
    near.splice(place, 0, { ranked, score });
    if (near.length > shortlist) near.pop();
  }
  return near;
}

/** How much of the requirement's own words stands in the text that was ranked last. */
function shareOf({ own, weight }: RankedItem, { texts }: TextIndex): number {
  let found = 0;
  for (const pair of own) if (pair.seenIn === texts) found += pair.rarity;
  return weight === 0 ? 0 : found / weight;
}
