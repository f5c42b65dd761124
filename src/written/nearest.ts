import { distance } from "fastest-levenshtein";

/** The known word that was probably meant: same but for case and punctuation, one containing the other, or a few letters off. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const folded = fold(word);
  const same = known.find((candidate) => fold(candidate) === folded);
  if (same !== undefined) return same;
  return closest(folded, known) ?? containing(folded, known);
}

function closest(folded: string, known: readonly string[]): string | undefined {
  let best: { readonly candidate: string; readonly steps: number } | undefined;
  for (const candidate of known) {
    const other = fold(candidate);
    const steps = sameLetters(folded, other) ? 1 : distance(folded, other);
    if (steps > Math.floor(Math.max(folded.length, other.length) * 0.4)) continue;
    if (best === undefined || steps < best.steps) best = { candidate, steps };
  }
  return best?.candidate;
}

/** unti and unit: letters that changed places are one slip of the fingers, not two. */
function sameLetters(a: string, b: string): boolean {
  return a.length > 2 && a.length === b.length && Array.from(a).toSorted().join("") === Array.from(b).toSorted().join("");
}

/** 工作方案 → 方案; the longest such word. */
function containing(folded: string, known: readonly string[]): string | undefined {
  if (folded.length < 2) return undefined;
  return known
    .filter((candidate) => candidate.length >= 2 && (folded.includes(fold(candidate)) || fold(candidate).includes(folded)))
    .toSorted((a, b) => b.length - a.length)[0];
}

function fold(word: string): string {
  return word
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_-]/gu, "");
}

/** `{ nearest }` or nothing, ready to be spread into a problem. */
export function nearestOf(word: string, known: readonly string[]): { readonly nearest?: string } {
  const found = nearest(word, known);
  return found === undefined ? {} : { nearest: found };
}
