import { hiddenCharacters } from "./chinese-text.ts";

/** A path fit for a terminal or a document: invisible and control characters are shown by their code, everything else as stored. */
export function visibleName(path: string): string {
  return path.replace(hiddenCharacters, (sign) => `‹${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}›`);
}

/** Holds the path characters that a file list does not show? */
export function hasHiddenCharacters(path: string): boolean {
  return path.search(hiddenCharacters) >= 0;
}
