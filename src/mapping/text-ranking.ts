import { bigramsOf } from "../model/chinese-text.ts";
import { hasStrayActivity, kindsClash } from "../model/document-kind.ts";
import type { ContentReason } from "../model/mapping.ts";
import { compactTerms } from "./compact-terms.ts";
import type { Content } from "./content.ts";
import { issuerReason } from "./content-signals.ts";
import { addSignal, type Signals } from "./signal.ts";
import type { RankedItem, TextIndex } from "./text-index.ts";

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
  const pairs = new Set([...content.title.pairs, ...bigramsOf(head)]);
  const ranked = rank(content.title.pairs, pairs, index);
  const [best] = ranked;
  if (best === undefined) return signals;
  for (const { ranked: candidate, score } of ranked) {
    const share = shareOf(candidate, pairs, index);
    if (share < shareFrom) continue;
    const { entry, requirement } = candidate.item;
    const reason: ContentReason = { code: "content-alike", evidence: requirement.requirement.name, share: Math.round(share * 100) };
    addSignal(signals, entry.clause.id, {
      score: confidence(candidate, content, share, score / best.score),
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
function rank(title: ReadonlySet<string>, pairs: ReadonlySet<string>, index: TextIndex): readonly Ranked[] {
  const scores = new Float64Array(index.items.length);
  for (const pair of pairs) {
    const weight = title.has(pair) ? 3 : 1;
    for (const { at, gain } of index.postings.get(pair) ?? []) scores[at] = (scores[at] ?? 0) + gain * weight;
  }
  const least = scores.reduce((most, score) => Math.max(most, score), 0) * nearFrom;
  const near: Ranked[] = [];
  for (const [at, ranked] of index.items.entries()) {
    const score = scores[at] ?? 0;
    if (score > 0 && score >= least) near.push({ ranked, score });
  }
  return near.sort((one, other) => other.score - one.score || one.ranked.item.order - other.ranked.item.order).slice(0, shortlist);
}

function shareOf({ own, weight }: RankedItem, pairs: ReadonlySet<string>, { rarity }: TextIndex): number {
  let found = 0;
  for (const pair of own) if (pairs.has(pair)) found += rarity.get(pair) ?? 0;
  return weight === 0 ? 0 : found / weight;
}
