import type { Diagnostic } from "../model/diagnostic.ts";

/** In the order of the file, top to bottom; the same problem at the same place is said once. */
export function byPlace(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const sorted = diagnostics.toSorted((a, b) => offset(a) - offset(b));
  const seen = new Set<string>();
  return sorted.filter((diagnostic) => {
    const { place, ...problem } = diagnostic;
    const key = JSON.stringify([place.kind === "source" ? [place.from, place.to] : place.path, problem]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function offset({ place }: Diagnostic): number {
  return place.kind === "source" ? place.from : 0;
}
