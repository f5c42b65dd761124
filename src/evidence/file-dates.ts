import type { EvidenceFile, NameFacts, WrittenDate } from "../model/evidence-file.ts";

/**
 * The dates of a file: those of its name, else those of the nearest folder that says one.
 * A date without a year takes the year that its folders state (2023年/3月5日纪要): otherwise last year's paper would pass for this year's.
 * A name that says only the year is made finer by a folder of that year (一季度/2024年纪要).
 */
export function datesOfFile(name: NameFacts, folders: readonly NameFacts[]): Pick<EvidenceFile, "dates" | "datesFrom"> {
  const outwards = [...folders].reverse();
  const dated = outwards.find((folder) => folder.dates.length > 0);
  if (name.dates.length === 0) {
    if (dated === undefined) return { dates: [], datesFrom: "none" };
    const outer = outwards.slice(outwards.indexOf(dated) + 1);
    return { dates: dated.dates.map((date) => withYear(date, outer)), datesFrom: "folder" };
  }
  const finer = finerDates(name.dates, dated);
  if (finer !== undefined) return { dates: finer, datesFrom: "folder" };
  return { dates: name.dates.map((date) => withYear(date, outwards)), datesFrom: "name" };
}

function withYear(date: WrittenDate, outwards: readonly NameFacts[]): WrittenDate {
  if (date.year !== undefined) return date;
  for (const folder of outwards) {
    const year = statedYear(folder.dates);
    if (year === "several") return date;
    if (year !== undefined) return { ...date, year };
  }
  return date;
}

function statedYear(dates: readonly WrittenDate[]): number | "several" | undefined {
  const years = new Set(dates.flatMap((date) => [date.year, date.until?.year].filter((year) => year !== undefined)));
  if (years.size > 1 || dates.some((date) => date.until?.nextYear === true)) return "several";
  return [...years][0];
}

function finerDates(own: readonly WrittenDate[], folder: NameFacts | undefined): readonly WrittenDate[] | undefined {
  const [only, more] = own;
  if (only?.year === undefined || more !== undefined || only.until !== undefined || !saysOnlyYear(only)) return undefined;
  const year = only.year;
  const [date, another] = folder?.dates ?? [];
  if (date === undefined || another !== undefined || saysOnlyYear(date) || (date.year ?? year) !== year) return undefined;
  return [{ ...date, year }];
}

function saysOnlyYear(date: WrittenDate): boolean {
  return date.month === undefined && date.quarter === undefined && date.half === undefined;
}
