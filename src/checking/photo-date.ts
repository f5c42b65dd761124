import { type CalendarDate, daysBetween, formatChineseDate, parseDate } from "../model/dates.ts";
import type { WrittenDate } from "../model/evidence-file.ts";
import { resolveDate } from "../model/periods.ts";
import { claimedDates } from "./name-dates.ts";
import { ownDateOf } from "./own-date.ts";
import type { PaperCheck } from "./paper-read.ts";
import { isPhoto } from "./pictured-paper.ts";

/** The name may give the day of handing in, an activity may last some days; a picture of last year's is months away. */
const [mostBefore, mostAfter] = [31, 7];
/** A camera whose clock was never set says 1970 or 2000. */
const clocksFrom = parseDate("2005-01-02");

/** 照片的拍摄时间和写的对不上 (R12): the camera's clock against the day that name or folder claim. */
export const photoDateDisagrees: PaperCheck = (paper, { asOf }) => {
  const { reading, file, mapped } = paper;
  const taken = reading.picture?.takenOn;
  if (taken === undefined || mapped.pinnedDate !== undefined || !isPhoto(paper) || !isPlausible(taken, asOf)) return [];
  const written = claimedDates(file, ownDateOf(reading)).filter(({ impossible, year }) => !impossible && year !== undefined);
  if (written.length === 0 || written.some((date) => agrees(date, taken))) return [];
  const name = written.map(({ text }) => text).join("、");
  return [{ problem: { code: "photo-date-disagrees", name, taken: formatChineseDate(taken) }, verdict: "counts" }];
};

function isPlausible(taken: CalendarDate, asOf: CalendarDate): boolean {
  return clocksFrom !== undefined && taken >= clocksFrom && taken <= asOf;
}

function agrees(written: WrittenDate, taken: CalendarDate): boolean {
  const span = resolveDate(written, { from: taken, to: taken });
  if (span === undefined) return true;
  return daysBetween(taken, span.range.from) <= mostBefore && daysBetween(span.range.to, taken) <= mostAfter;
}
