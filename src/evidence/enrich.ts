import { readDates } from "../chinese/written-dates.ts";
import { compactText, foldText } from "../model/chinese-text.ts";
import { type CalendarDate, dateParts, formatChineseDate } from "../model/dates.ts";
import { kindsIn } from "../model/document-kind.ts";
import type { EvidenceFile, Inventory, WrittenDate } from "../model/evidence-file.ts";
import { isGenericName } from "../model/generic-name.ts";
import type { Reading, Readings } from "../model/reading.ts";
import { datesOfFile } from "./file-dates.ts";

/**
 * The inventory with title, 文号 and dates as the documents themselves give them, where names say nothing or less.
 * What was recognised from pictures fills nothing in: it may be misread, and these facts are quoted.
 */
export function enrich(inventory: Inventory, readings: Readings): Inventory {
  return { ...inventory, files: inventory.files.map((file) => enrichFile(file, readings.of(file.path))) };
}

function enrichFile(file: EvidenceFile, reading: Reading | undefined): EvidenceFile {
  if (reading === undefined || reading.recognised === true) return file;
  const title = reading.title?.value;
  const docNumber = file.docNumber ?? reading.docNumber?.value;
  const issuer = (reading.headIssuer ?? reading.signedBy)?.value;
  const titleDates = title === undefined ? [] : datesOfTitle(title, file);
  const said: Dates = titleDates.length > 0 ? { dates: titleDates, datesFrom: "title" } : file;
  return {
    ...file,
    ...(title !== undefined && saysMore(title, file) ? { title } : {}),
    ...(docNumber === undefined ? {} : { docNumber }),
    ...(issuer === undefined ? {} : { issuer }),
    ...(titleDates.length > 0 ? { titleDates } : {}),
    ...(reading.issuedOn !== undefined && reading.issuedFrom !== "photo" ? { issuedOn: reading.issuedOn.value } : {}),
    dates: said.dates,
    datesFrom: said.datesFrom,
    ...(reading.issuedOn === undefined ? {} : withOwnDate(said, reading.issuedOn.value)),
  };
}

/**
 * The name says nothing, or nothing that the document's title does not say too; or it is a mere handle (发文, 汇总) for a paper with
 * a full title of its own. A name that says as much as the title stays.
 */
function saysMore(title: string, { name }: EvidenceFile): boolean {
  if (isGenericName(name.words)) return true;
  const [own, given] = [compactText(title), compactText(name.words)];
  return own.includes(given) || (given.length <= 6 && own.length >= 8 && kindsIn(title).main !== undefined);
}

/** A title is read like a name where the name itself says no date, or nothing at all: its folders make it finer in the same way. */
function datesOfTitle(title: string, { name, folders }: EvidenceFile): readonly WrittenDate[] {
  if (name.dates.length > 0 && !isGenericName(name.words)) return [];
  const dates = readDates(foldText(title)).dates.filter((date) => !date.impossible);
  return dates.length === 0 ? [] : datesOfFile({ text: "", words: "", dates }, folders).dates;
}

type Dates = Pick<EvidenceFile, "dates" | "datesFrom">;

/**
 * No date written: the document's own. One coarser date that holds it (一季度, 2024年): the own date is finer. Another year: both are kept,
 * so that the checks ask a person. Otherwise (二季度会议, 纪要 of July) the name says what the paper is about and stands.
 */
function withOwnDate({ dates, datesFrom }: Dates, issued: CalendarDate): Dates {
  const { year, month, day } = dateParts(issued);
  const own: WrittenDate = { text: formatChineseDate(issued), year, month, day, impossible: false };
  const [only, more] = dates;
  if (only === undefined) return { dates: [own], datesFrom: "content" };
  if (more === undefined && holds(only, issued)) return { dates: [own], datesFrom: "content" };
  return dates.some((date) => isNear(date, issued)) ? { dates, datesFrom } : { dates: [...dates, own], datesFrom };
}

/** The written date is coarser than a day, and the day lies in it. A date without a year holds the day by its month. */
function holds(date: WrittenDate, issued: CalendarDate): boolean {
  const { year, month } = dateParts(issued);
  if (date.impossible || date.until !== undefined || date.day !== undefined) return false;
  if (date.year !== undefined && date.year !== year) return false;
  if (date.month !== undefined) return date.month === month;
  if (date.quarter !== undefined) return date.quarter === Math.ceil(month / 3);
  if (date.half !== undefined) return date.half === (month <= 6 ? 1 : 2);
  return date.year !== undefined;
}

/** Of the same year, or of the quarter before or after the year that the name speaks of (2023年总结 of January 2024, 2025年计划 of December 2024). */
function isNear(date: WrittenDate, issued: CalendarDate): boolean {
  const { year, month } = dateParts(issued);
  if (date.impossible || date.year === undefined) return true;
  const last = date.until?.year ?? date.year;
  const beside = (year === last + 1 && month <= 3) || (year === date.year - 1 && month >= 10);
  return (date.year <= year && year <= last) || (beside && date.day === undefined);
}
