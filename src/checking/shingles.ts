import { compactText } from "../model/chinese-text.ts";

/** Longer texts are compared by their beginning. */
export const longest = 20_000;
/** Characters of one stretch. */
export const stretch = 5;

/** The signs of a text that are compared; figures count as one sign each (`masked`), or all but the dates as they stand. */
export function signsOf(text: string, figures: "masked" | "kept"): string {
  const compact = compactText(text.slice(0, longest));
  return figures === "masked"
    ? compact.replace(/\d+/gu, "0")
    : compact.replace(/\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月(?:\d{1,2}日)?/gu, "D");
}

/** The stretches of a text as numbers, rising, each once. Two stretches share a number once in four thousand million times. */
export function shinglesOf(text: string, figures: "masked" | "kept"): Uint32Array {
  const signs = signsOf(text, figures);
  const numbers = new Uint32Array(Math.max(0, signs.length - stretch + 1));
  for (let at = 0; at < numbers.length; at++) numbers[at] = numberOf(signs, at);
  numbers.sort();
  let kept = 0;
  for (let at = 0; at < numbers.length; at++) if (at === 0 || numbers[at] !== numbers[kept - 1]) numbers[kept++] = numbers[at] ?? 0;
  return numbers.slice(0, kept);
}

function numberOf(signs: string, from: number): number {
  let hash = 0;
  for (let at = from; at < from + stretch; at++) {
    hash = Math.imul(hash ^ signs.charCodeAt(at), 0x85ebca6b);
    hash ^= hash >>> 15;
  }
  return hash;
}

/** So many stretches of one text may share a number with another of it before it matters: never seen, and dear only in time. */
const slack = 8;

/**
 * Is the Jaccard similarity certainly below `least`? A number that only one text has is a stretch that only it has: the count of those
 * bounds the similarity from above, so that most pairs need no look at their words. false: perhaps not.
 */
export function surelyBelow(a: Uint32Array, b: Uint32Array, least: number): boolean {
  const most = ((a.length + b.length + 2 * slack) * (1 - least)) / (1 + least) + 1;
  let [i, j, common] = [0, 0, 0];
  // Those that are left can at best all be shared.
  while (i < a.length && j < b.length) {
    const [left = 0, right = 0] = [a[i], b[j]];
    if (left === right) common++;
    else if (i + j - 2 * common > most) return true;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return a.length + b.length - 2 * common > most;
}
