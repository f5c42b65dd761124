/** Two of a list, by position; `distance` in bits. */
export interface NearPair {
  readonly earlier: number;
  readonly later: number;
  readonly distance: number;
}

/** In a crowd of equal forms every one need not be held against every other: so many per band, and the nearest of them per paper. */
const mostPerBucket = 1000;
const mostPerPaper = 8;

/**
 * The pairs of 64-bit fingerprints (16 hex digits) that differ in at most `limit` bits, found by cutting each into limit + 1 bands:
 * a near pair agrees in at least one (pigeonhole). Every paper comes with the eight nearest before it at most.
 */
export function nearFingerprints(fingerprints: readonly string[], limit: number): readonly NearPair[] {
  const high = Uint32Array.from(fingerprints, (hex) => Number.parseInt(hex.slice(0, 8), 16));
  const low = Uint32Array.from(fingerprints, (hex) => Number.parseInt(hex.slice(8, 16), 16));
  const seen = new Int32Array(fingerprints.length).fill(-1);
  const buckets = Array.from({ length: limit + 1 }, () => new Map<number, number[]>());
  const pairs: NearPair[] = [];
  for (let later = 0; later < fingerprints.length; later++) {
    const near: NearPair[] = [];
    const keys = bandKeys(fingerprints[later] ?? "", limit + 1);
    keys.forEach((key, band) => {
      const bucket = buckets[band]?.get(key) ?? [];
      for (const earlier of bucket) {
        if (seen[earlier] === later) continue;
        seen[earlier] = later;
        const distance = bitsOf((high[earlier] ?? 0) ^ (high[later] ?? 0)) + bitsOf((low[earlier] ?? 0) ^ (low[later] ?? 0));
        if (distance <= limit) near.push({ earlier, later, distance });
      }
      if (bucket.length === 0) buckets[band]?.set(key, bucket);
      if (bucket.length < mostPerBucket) bucket.push(later);
    });
    pairs.push(...near.sort((a, b) => a.distance - b.distance || a.earlier - b.earlier).slice(0, mostPerPaper));
  }
  return pairs;
}

/** Bits from … to of the fingerprint as one number, for each of `count` bands. */
function bandKeys(hex: string, count: number): readonly number[] {
  const value = BigInt(`0x${hex}`);
  return Array.from({ length: count }, (_, band) => {
    const from = Math.floor((64 * band) / count);
    const width = Math.floor((64 * (band + 1)) / count) - from;
    return Number((value >> BigInt(from)) & ((1n << BigInt(width)) - 1n));
  });
}

function bitsOf(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
