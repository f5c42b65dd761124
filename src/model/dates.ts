/** A day of the calendar as "YYYY-MM-DD"; compares by code point. Always a day that exists. */
export type CalendarDate = string & { readonly __format: "YYYY-MM-DD" };

/** A closed range of days: both ends belong to it. */
export interface DateRange {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Builds a day; undefined when there is no such day (2月30日) or the year is outside 1900–2199. */
export function makeDate(year: number, month: number, day: number): CalendarDate | undefined {
  if (!Number.isInteger(year) || year < 1900 || year > 2199) return undefined;
  if (!Number.isInteger(month) || month < 1 || month > 12) return undefined;
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return undefined;
  return `${year}-${pad(month)}-${pad(day)}` as CalendarDate;
}

/** Reads "YYYY-MM-DD" and nothing else. */
export function parseDate(text: string): CalendarDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return undefined;
  return makeDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

export function dateParts(date: CalendarDate): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** 成文日期 as GB/T 9704-2012 §7.3.5.4 writes it: Arabic numerals, no zero padding (2024年3月5日). */
export function formatChineseDate(date: CalendarDate): string {
  const { year, month, day } = dateParts(date);
  return `${year}年${month}月${day}日`;
}

/** "2024年3月5日至2024年6月1日", or one date when the range is a single day. */
export function formatChineseRange(range: DateRange): string {
  if (range.from === range.to) return formatChineseDate(range.from);
  return `${formatChineseDate(range.from)}至${formatChineseDate(range.to)}`;
}

/** Days since 0000-03-01, proleptic Gregorian: integer arithmetic only, so that no time zone can shift a day. */
export function dayNumber(date: CalendarDate): number {
  const { year, month, day } = dateParts(date);
  const y = month <= 2 ? year - 1 : year;
  const m = (month + 9) % 12;
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5) + day - 1;
}

/** Whole days from a to b; negative when b is earlier. */
export function daysBetween(a: CalendarDate, b: CalendarDate): number {
  return dayNumber(b) - dayNumber(a);
}

export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = dateParts(date);
  const index = year * 12 + (month - 1) + months;
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1];
  return makeDate(y, m, Math.min(day, daysInMonth(y, m))) ?? date;
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  let { year, month, day } = dateParts(date);
  day += days;
  while (day > daysInMonth(year, month)) {
    day -= daysInMonth(year, month);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  while (day < 1) {
    [year, month] = month === 1 ? [year - 1, 12] : [year, month - 1];
    day += daysInMonth(year, month);
  }
  return makeDate(year, month, day) ?? date;
}

export function earlier(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a < b ? a : b;
}

export function later(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a > b ? a : b;
}

export function contains(range: DateRange, inner: DateRange): boolean {
  return range.from <= inner.from && inner.to <= range.to;
}

export function overlaps(a: DateRange, b: DateRange): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** The same range n years on (−1: 上一年度); 29 February becomes 28 February. */
export function shiftYears(range: DateRange, years: number): DateRange {
  return { from: addMonths(range.from, 12 * years), to: addMonths(range.to, 12 * years) };
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
