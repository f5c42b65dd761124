import type { Readings } from "../model/reading.ts";
import { textSimilarity } from "./compare-texts.ts";
import { type Sketch, sketchOf, surelyBelow } from "./shingles.ts";

/** How the texts of two files are held against each other. */
export interface Measure {
  readonly figures: "masked" | "kept";
  /** Share of the words that must be the same, 0 to 1. */
  readonly least: number;
}

/** Both texts, when at least that share of them is the same. */
export type AlikeTexts = (here: string, there: string, measure: Measure) => readonly [here: string, there: string] | undefined;

/** Bytes of the sketches kept of texts compared before: twenty thousand papers of a page. */
const mostBytes = 32 * 2 ** 20;

/** Compares texts by their paths. Their sketches are kept, so that a text is fetched and cut once and not for each comparison. */
export function textLikeness(textOf: Readings["textOf"]): AlikeTexts {
  const known = new Map<string, Sketch>();
  let bytes = 0;
  const sketched = (path: string, figures: Measure["figures"]): Sketch | undefined => {
    const key = `${figures}\n${path}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const text = textOf(path);
    if (text === undefined) return undefined;
    const sketch = sketchOf(text, figures);
    known.set(key, sketch);
    bytes += sketch.numbers.byteLength;
    for (const [oldest, { numbers }] of known) {
      if (bytes <= mostBytes) break;
      known.delete(oldest);
      bytes -= numbers.byteLength;
    }
    return sketch;
  };
  return (here, there, { figures, least }) => {
    const [a, b] = [sketched(here, figures), sketched(there, figures)];
    if (a === undefined || b === undefined || surelyBelow(a, b, least)) return undefined;
    const [left, right] = [textOf(here), textOf(there)];
    if (left === undefined || right === undefined || textSimilarity(left, right, figures) < least) return undefined;
    return [left, right];
  };
}
