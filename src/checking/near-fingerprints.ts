/** Two of a list, by position; `distance` in bits. */
export interface NearPair {
  readonly earlier: number;
  readonly later: number;
  readonly distance: number;
}

/** In a crowd of equal forms every one need not be held against every other. */
const mostPerBucket = 64;

/**
 * All pairs of 64-bit fingerprints (16 hex digits) that differ in at most `limit` bits, found by cutting each into limit + 1 bands:
 * a near pair agrees in at least one (pigeonhole). Linear in the list as long as the fingerprints spread.
 */
export function nearFingerprints(fingerprints: readonly string[], limit: number): readonly NearPair[] {
  const values = fingerprints.map((hex) => BigInt(`0x${hex}`));
  const bands = bandsOf(limit + 1);
  const buckets = bands.map(() => new Map<bigint, number[]>());
  const pairs: NearPair[] = [];
  values.forEach((value, later) => {
    const met = new Set<number>();
    bands.forEach(({ shift, mask }, band) => {
      const key = (value >> shift) & mask;
      const bucket = buckets[band]?.get(key);
      for (const earlier of bucket ?? []) met.add(earlier);
      if (bucket === undefined) buckets[band]?.set(key, [later]);
      else if (bucket.length < mostPerBucket) bucket.push(later);
    });
    for (const earlier of [...met].sort((a, b) => a - b)) {
      const distance = bitsOf(value ^ (values[earlier] ?? 0n));
      if (distance <= limit) pairs.push({ earlier, later, distance });
    }
  });
  return pairs;
}

function bandsOf(count: number): readonly { readonly shift: bigint; readonly mask: bigint }[] {
  return Array.from({ length: count }, (_, band) => {
    const from = Math.floor((64 * band) / count);
    const to = Math.floor((64 * (band + 1)) / count);
    return { shift: BigInt(from), mask: (1n << BigInt(to - from)) - 1n };
  });
}

function bitsOf(value: bigint): number {
  let count = 0;
  for (let rest = value; rest !== 0n; rest &= rest - 1n) count += 1;
  return count;
}
