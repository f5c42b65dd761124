import { readYear } from "../../model/chinese-text.ts";
import type { Mention } from "../../model/reading.ts";
import type { Paper } from "./paper-lines.ts";

const year =
  /(?<!\d)((?:19|20)\d{2})(?=\s{0,2}年|\s{0,2}[〕】\])]|[./-]\d{1,2}[./-]\d)|(?<![〇零一二三四五六七八九])([〇零一二三四五六七八九]{4})(?=\s{0,2}年)/gu;
const kept = 6;

/** Years that the text speaks of, most frequent first, then the later one. */
export function findYears({ lines }: Paper): readonly Mention<number>[] {
  const counts = new Map<number, number>();
  for (const { text } of lines) {
    if (!/[\d年]/u.test(text)) continue;
    for (const [, figures, written] of text.matchAll(year)) {
      const value = figures === undefined ? (readYear(written ?? "") ?? 0) : Number(figures);
      if (value >= 1900 && value <= 2199) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return Array.from(counts, ([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || b.value - a.value)
    .slice(0, kept);
}
