import type { ClauseFeatures } from "./clause-features.ts";

/**
 * How likely two clauses of two editions are one requirement, 0 to 100. Text decides; section, place and points only tip the scale,
 * and the printed number does not count at all (numbers shift with every insertion).
 */
export function likeness(a: ClauseFeatures, b: ClauseFeatures): number {
  if (a.compact === b.compact) return 100;
  const texts: readonly (readonly [number, number])[] = [
    [dice(a.title, b.title), 40],
    [dice(a.requirement, b.requirement), a.requirement.size + b.requirement.size === 0 ? 0 : 25],
    [dice(a.standard, b.standard), a.standard.size + b.standard.size === 0 ? 0 : 35],
  ];
  const weight = texts.reduce((sum, [, share]) => sum + share, 0);
  const text = texts.reduce((sum, [value, share]) => sum + value * share, 0) / weight;
  // A clause may be re-worded in every part and still say the same words in another order of parts.
  const whole = dice(a.all, b.all);
  const place =
    (a.placed.section.title === b.placed.section.title ? 5 : 0) +
    (a.placed.clause.maxPoints === b.placed.clause.maxPoints ? 3 : 0) +
    Math.max(0, 4 - Math.abs(a.position - b.position) * 20);
  return Math.min(99, Math.round(Math.max(text, whole * 0.95) * 88 + place));
}

/** Dice coefficient, 0 to 1; two empty sets have nothing in common. */
export function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0;
  return (2 * shared(a, b)) / (a.size + b.size);
}

/** The part of `inner` that `outer` holds too, 0 to 1. */
export function containment(inner: ReadonlySet<string>, outer: ReadonlySet<string>): number {
  return inner.size === 0 ? 0 : shared(inner, outer) / inner.size;
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let count = 0;
  for (const pair of small) if (large.has(pair)) count++;
  return count;
}
