import type { ClauseFeatures } from "./clause-features.ts";
import { containment, likeness } from "./clause-likeness.ts";

/** Clauses of both editions that belong together; several on one side after a split or a merger. */
export interface Pairing {
  readonly old: readonly ClauseFeatures[];
  readonly new: readonly ClauseFeatures[];
  readonly confidence: number;
  readonly doubtful: boolean;
  readonly rivals: readonly ClauseFeatures[];
}

export interface Paired {
  readonly pairings: readonly Pairing[];
  readonly added: readonly ClauseFeatures[];
  readonly removed: readonly ClauseFeatures[];
}

/** From here on two clauses may be one; from `sureFrom` on, without a close rival, nobody need look. */
const possibleFrom = 45;
const sureFrom = 70;
/** A rival this close makes the pair doubtful. */
const margin = 10;
/** So much of a leftover clause's text must stand in a paired one for it to be a part of it. */
const partFrom = 0.7;

interface Candidate {
  readonly old: ClauseFeatures;
  readonly new: ClauseFeatures;
  readonly score: number;
}

/** Best pairs first, each clause once; then the leftovers that were split off or merged into a pair. */
export function pairClauses(old: readonly ClauseFeatures[], next: readonly ClauseFeatures[]): Paired {
  const candidates = candidatesOf(old, next);
  const taken = new Set<ClauseFeatures>();
  const pairings: Pairing[] = [];
  for (const candidate of candidates) {
    if (taken.has(candidate.old) || taken.has(candidate.new)) continue;
    taken.add(candidate.old).add(candidate.new);
    pairings.push(toPairing(candidate, candidates));
  }
  const free = (all: readonly ClauseFeatures[]): readonly ClauseFeatures[] => all.filter((features) => !taken.has(features));
  const split = absorb(pairings, free(next), "new", taken);
  const merged = absorb(split, free(old), "old", taken);
  return { pairings: merged, added: free(next), removed: free(old) };
}

/** Every plausible pair, likeliest first; ties in the order of the editions. */
function candidatesOf(old: readonly ClauseFeatures[], next: readonly ClauseFeatures[]): readonly Candidate[] {
  const found: (Candidate & { readonly order: number })[] = [];
  for (const [i, a] of old.entries()) {
    for (const [j, b] of next.entries()) {
      const score = likeness(a, b);
      if (score >= possibleFrom) found.push({ old: a, new: b, score, order: i * next.length + j });
    }
  }
  return found.sort((a, b) => b.score - a.score || a.order - b.order);
}

function toPairing({ old, new: next, score }: Candidate, candidates: readonly Candidate[]): Pairing {
  const close = candidates.filter(
    (other) => (other.old === old) !== (other.new === next) && other.score >= Math.max(possibleFrom, score - margin),
  );
  const rivals = score === 100 ? [] : close.map((other) => (other.old === old ? other.new : other.old));
  return { old: [old], new: [next], confidence: score, doubtful: score < sureFrom || rivals.length > 0, rivals };
}

/** A leftover whose words stand almost all in the other side of a pair was split off from it (new) or merged into it (old). */
function absorb(
  pairings: readonly Pairing[],
  leftovers: readonly ClauseFeatures[],
  side: "old" | "new",
  taken: Set<ClauseFeatures>,
): readonly Pairing[] {
  const other = side === "new" ? "old" : "new";
  return leftovers.reduce<readonly Pairing[]>((known, leftover) => {
    const shares = known.map((pairing) => Math.max(...pairing[other].map((whole) => containment(leftover.all, whole.all))));
    const best = shares.indexOf(Math.max(...shares));
    const share = shares[best] ?? 0;
    const home = known[best];
    if (home === undefined || share < partFrom || home[other].length > 1) return known;
    taken.add(leftover);
    const rivals = home.rivals.filter((rival) => rival !== leftover);
    // The rival that made the pair doubtful was its other part.
    const settled = home[side].length === 1 && rivals.length < home.rivals.length && rivals.length === 0 && home.confidence >= sureFrom;
    const grown: Pairing = {
      ...home,
      [side]: [...home[side], leftover],
      rivals,
      confidence: Math.min(home.confidence, Math.round(share * 100)),
      // Whether a clause was split or a like one added, a person can say better.
      doubtful: (home.doubtful && !settled) || share < 0.85,
    };
    return known.map((pairing, index) => (index === best ? grown : pairing));
  }, pairings);
}
