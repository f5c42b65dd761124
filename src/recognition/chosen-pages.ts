/** What a paper is stands on its first pages, who signed it when on its last; the rest would cost seconds a page. */
export const defaultPageCap = 6;

/** Pages to recognise, counted from 1, in order: the first ones and the last. */
export function chosenPages(pages: number, cap: number = defaultPageCap): readonly number[] {
  const count = Math.max(0, Math.min(pages, cap));
  return Array.from({ length: count }, (_, i) => (i > 0 && i === count - 1 ? pages : i + 1));
}
