import type { EvidenceFile, NameFacts, WrittenDate } from "../model/evidence-file.ts";

/**
 * The dates of a file: those of its name, else those of the nearest folder that says one.
 * A date without a year takes the year that its folders state (2023年/3月5日纪要): otherwise last year's paper would pass for this year's.
 * A name that says only the year is made finer by a folder of that year (一季度/2024年纪要).
 */
export function datesOfFile(name: NameFacts, folders: readonly NameFacts[]): Pick<EvidenceFile, "dates" | "datesFrom"> {
  const outwards = [...folders].reverse();
  const dated = outwards.find((folder) => folder.dates.length > 0);
  const own = name.dates.length > 0 ? name.dates : yearOfIssue(name);
  if (own.length === 0) {
    if (dated === undefined) return { dates: [], datesFrom: "none" };
    const outer = outwards.slice(outwards.indexOf(dated) + 1);
    return { dates: dated.dates.map((date) => withYear(date, outer)), datesFrom: "folder" };
  }
  const finer = finerDates(own, dated);
  if (finer !== undefined) return { dates: finer, datesFrom: "folder" };
  return { dates: own.map((date) => withYear(date, outwards)), datesFrom: "name" };
}

/**
 * 发文字号 carries the year of issue (GB/T 9704-2012 §7.2.5). Only the paper's own number, at the end of its name, counts:
 * 关于贯彻落实×〔2023〕5号文件的通知 is not of 2023.
 */
function yearOfIssue({ text, docNumber }: NameFacts): readonly WrittenDate[] {
  const year = docNumber === undefined ? undefined : /〔(\d{4})〕/u.exec(docNumber)?.[1];
  if (year === undefined || docNumber === undefined || !/号[)\]】〕）]*\s*$/u.test(text) || /转发|贯彻|落实|根据|按照/u.test(text))
    return [];
  return [{ text: docNumber, year: Number(year), impossible: false }];
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
