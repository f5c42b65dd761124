import { type CalendarDate, dateParts, dayNumber, formatChineseDate } from "../model/dates.ts";
import type { EvidenceFile, WrittenDate } from "../model/evidence-file.ts";
import { claimedDates } from "./name-dates.ts";
import { ownDateOf } from "./own-date.ts";
import type { PaperCheck, PaperRead } from "./paper-read.ts";

/** A name may tell the day of the meeting and the paper the day of its signature: a month lies between them at most. */
const leeway = 31;
/** A year's report is signed early in the next, a year's plan late in the last. */
const aroundYear = 100;

/** 文件名写2024年，落款是2023年: one of them is wrong, and the 落款 weighs more. */
export const dateDisagrees: PaperCheck = (paper) => {
  const own = ownDateOf(paper.reading);
  const { file, mapped } = paper;
  // The day on which a picture was taken is told apart (photo-date.ts).
  if (own === undefined || mapped.pinnedDate !== undefined || paper.reading.issuedFrom === "photo") return [];
  const written = claimedDates(file, own).filter((date) => !date.impossible && date.year !== undefined);
  if (written.length === 0 || written.some((date) => agrees(date, own.value, paper))) return [];
  const name = written.map((date) => date.text).join("、");
  return [
    {
      problem: {
        code: "date-disagrees",
        name,
        from: writtenIn(file, written),
        own: formatChineseDate(own.value),
        quote: { text: own.text, at: own.at },
      },
      verdict: own.firm ? "doubtful" : "counts",
    },
  ];
};

/** Where the dates stand that the paper contradicts. */
function writtenIn({ name }: EvidenceFile, written: readonly WrittenDate[]): "name" | "folder" {
  const own = new Set([...name.dates.map(({ text }) => text), name.docNumber]);
  return written.some(({ text }) => own.has(text)) ? "name" : "folder";
}

function agrees(written: WrittenDate, own: CalendarDate, { file }: PaperRead): boolean {
  const { year, month, day } = written;
  if (year === undefined) return true;
  if (day !== undefined && month !== undefined && written.until === undefined && file.name.dates.length > 0) {
    const named = dayNumber(`${String(year)}-${pad(month)}-${pad(day)}` as CalendarDate);
    return Math.abs(named - dayNumber(own)) <= leeway;
  }
  // A month, a quarter or a year is what the paper is about; it may be signed some while before or after.
  const first = dayNumber(`${String(year)}-01-01` as CalendarDate);
  const last = dayNumber(`${String(written.until?.year ?? year)}-12-31` as CalendarDate);
  const at = dayNumber(own);
  return dateParts(own).year === year || (at >= first - aroundYear && at <= last + aroundYear);
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
