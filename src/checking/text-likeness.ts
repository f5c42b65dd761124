import type { Readings } from "../model/reading.ts";
import { textSimilarity } from "./compare-texts.ts";
import { shinglesOf, surelyBelow } from "./shingles.ts";

/** How the texts of two files are held against each other. */
export interface Measure {
  readonly figures: "masked" | "kept";
  /** Share of the words that must be the same, 0 to 1. */
  readonly least: number;
}

/** Both texts, when at least that share of them is the same. */
export type AlikeTexts = (here: string, there: string, measure: Measure) => readonly [here: string, there: string] | undefined;

/** Numbers kept of texts compared before: a paper is held against eight others at most, mostly soon after. Bytes. */
const mostBytes = 24 * 2 ** 20;

/** Compares texts by their paths. What of them is numbers is kept, so that a text is fetched and cut once and not for each comparison. */
export function textLikeness(textOf: Readings["textOf"]): AlikeTexts {
  const known = new Map<string, Uint32Array>();
  let bytes = 0;
  const numbersOf = (path: string, figures: Measure["figures"]): Uint32Array | undefined => {
    const key = `${figures}\n${path}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const text = textOf(path);
    if (text === undefined) return undefined;
    const numbers = shinglesOf(text, figures);
    known.set(key, numbers);
    bytes += numbers.byteLength;
    for (const [oldest, { byteLength }] of known) {
      if (bytes <= mostBytes) break;
      known.delete(oldest);
      bytes -= byteLength;
    }
    return numbers;
  };
  return (here, there, { figures, least }) => {
    const [a, b] = [numbersOf(here, figures), numbersOf(there, figures)];
    if (a === undefined || b === undefined || surelyBelow(a, b, least)) return undefined;
    const [left, right] = [textOf(here), textOf(there)];
    if (left === undefined || right === undefined || textSimilarity(left, right, figures) < least) return undefined;
    return [left, right];
  };
}
