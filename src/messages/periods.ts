import { formatPeriod, type Period } from "../model/periods.ts";

/** 2024年第三季度、第四季度: the year stands once for the periods that share it. At most `most` are named. */
export function periodWords(periods: readonly Period[], most = 12): string {
  const sorted = [...periods].sort((a, b) => (a.range.from < b.range.from ? -1 : a.range.from > b.range.from ? 1 : 0));
  const named = sorted.slice(0, most).map((period, index) => {
    const before = sorted[index - 1];
    const words = formatPeriod(period);
    const repeats = before?.year === period.year && before.unit === period.unit && period.unit !== "year";
    return repeats ? words.slice(words.indexOf("年") + 1) : words;
  });
  return `${named.join("、")}${sorted.length > most ? `等${String(sorted.length)}期` : ""}`;
}
