import { type CalendarDate, dayNumber, formatChineseDate } from "../model/dates.ts";
import { ownDateOf } from "./own-date.ts";
import type { PaperCheck } from "./paper-read.ts";

const weekdays = ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"];
/** Day number of a Sunday: 2024-03-03. */
const someSunday = dayNumber("2024-03-03" as CalendarDate);

/** 2月30日 in a record: R4. */
export const impossibleDateInside: PaperCheck = ({ reading }) =>
  reading.impossibleDates.slice(0, 1).map(({ text, at }) => ({
    problem: { code: "impossible-date-inside", quote: { text, at } },
    verdict: "doubtful",
  }));

/** 2024年3月5日（星期三）: the day was not lived, it was made up. */
export const wrongWeekday: PaperCheck = ({ reading }) =>
  reading.wrongWeekdays.slice(0, 1).map(({ value, text, at }) => ({
    problem: { code: "wrong-weekday", quote: { text, at }, date: formatChineseDate(value), weekday: weekdayOf(value) },
    verdict: "counts",
  }));

/** Signed on a day that has not come. */
export const futureDateInside: PaperCheck = ({ reading, mapped }, { asOf }) => {
  const own = ownDateOf(reading);
  if (own === undefined || own.value <= asOf || mapped.pinnedDate !== undefined) return [];
  return [{ problem: { code: "future-date", date: formatChineseDate(own.value) }, verdict: "doubtful" }];
};

function weekdayOf(date: CalendarDate): string {
  return weekdays[(((dayNumber(date) - someSunday) % 7) + 7) % 7] ?? "";
}
