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

/** Some of the stretches of a text, as numbers. */
export interface Sketch {
  /** At least as many as the text has different stretches. */
  readonly size: number;
  /** Rising, each once: all numbers of its stretches below `limit`. */
  readonly numbers: Uint32Array;
  readonly limit: number;
}

/** Of longer texts a half or a quarter is enough to tell most pairs apart; less would not. */
const [mostWhole, mostHalf] = [512, 2048];

/** For the numbers of one text (compact, a sign may become three); made once, because thousands of arrays outside the heap would wait long for the collector. */
const room = new Uint32Array(4 * longest);

export function sketchOf(text: string, figures: "masked" | "kept"): Sketch {
  const signs = signsOf(text, figures);
  const size = Math.max(0, signs.length - stretch + 1);
  const limit = 2 ** (size <= mostWhole ? 32 : size <= mostHalf ? 31 : 30);
  let found = 0;
  for (let at = 0; at < size; at++) {
    const number = numberOf(signs, at);
    if (number < limit) room[found++] = number;
  }
  return { size, limit, numbers: eachOnce(room.subarray(0, found).sort()) };
}

/** A copy, so that nothing larger is kept for its sake. */
function eachOnce(sorted: Uint32Array): Uint32Array {
  let kept = 0;
  for (let at = 0; at < sorted.length; at++) if (at === 0 || sorted[at] !== sorted[kept - 1]) sorted[kept++] = sorted[at] ?? 0;
  return sorted.slice(0, kept);
}

function numberOf(signs: string, from: number): number {
  let hash = 0;
  for (let at = from; at < from + stretch; at++) {
    hash = Math.imul(hash ^ signs.charCodeAt(at), 0x85ebca6b);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
}

/**
 * Is the Jaccard similarity certainly below `least`? A number that only one text has is a stretch that only it has, whatever stretches
 * share a number; and of two texts with a similarity s no more than (1 − s) / (1 + s) of their stretches are in one alone.
 * So most pairs need no look at their words. false: perhaps not.
 */
export function surelyBelow(one: Sketch, other: Sketch, least: number): boolean {
  const most = ((one.size + other.size) * (1 - least)) / (1 + least) + 0.001;
  const limit = Math.min(one.limit, other.limit);
  const [a, b] = [one.numbers, other.numbers];
  let [i, j, alone] = [0, 0, 0];
  while (alone <= most) {
    const [left = limit, right = limit] = [a[i], b[j]];
    if (left >= limit && right >= limit) return false;
    if (left !== right) alone++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return true;
}
