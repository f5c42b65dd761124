import type { EvidenceRequirement, Frequency } from "./criteria.ts";
import { type CalendarDate, contains, type DateRange, dateParts, daysInMonth, earlier, later, makeDate, overlaps } from "./dates.ts";
import type { DatedSpan, WrittenDate } from "./evidence-file.ts";

/** 一个月、一个季度、半年、一年, cut to the window's edges. */
export interface Period {
  readonly unit: Exclude<Frequency, "none">;
  readonly year: number;
  /** Month 1–12, quarter 1–4, half 1–2; 1 for a year. */
  readonly index: number;
  readonly range: DateRange;
}

const monthsPer = { month: 1, quarter: 3, half: 6, year: 12 } as const satisfies Record<Period["unit"], number>;

/** The periods of a requirement's window; empty when it is owed once (per: none) or its window is unknown. */
export function periodsOf(requirement: EvidenceRequirement): readonly Period[] {
  if (requirement.per === "none" || requirement.window.kind === "unknown") return [];
  return periodsIn(requirement.window.range, requirement.per);
}

export function periodsIn(window: DateRange, unit: Period["unit"]): readonly Period[] {
  const step = monthsPer[unit];
  const start = dateParts(window.from);
  const periods: Period[] = [];
  for (let month = Math.floor((start.month - 1) / step) * step, year = start.year; ; ) {
    const whole = monthsRange(year, month + 1, step);
    if (whole === undefined || whole.from > window.to) return periods;
    periods.push({
      unit,
      year,
      index: month / step + 1,
      range: { from: later(whole.from, window.from), to: earlier(whole.to, window.to) },
    });
    month += step;
    if (month >= 12) [year, month] = [year + 1, 0];
  }
}

/** 2024年3月 | 2024年第一季度 | 2024年上半年 | 2024年. */
export function formatPeriod(period: Period): string {
  switch (period.unit) {
    case "month":
      return `${period.year}年${period.index}月`;
    case "quarter":
      return `${period.year}年第${"一二三四"[period.index - 1] ?? ""}季度`;
    case "half":
      return `${period.year}年${period.index === 1 ? "上" : "下"}半年`;
    case "year":
      return `${period.year}年`;
  }
}

/**
 * The days that a written date can mean. A date without a year is placed in the window when exactly one
 * year of the window fits; otherwise undefined: nothing is guessed.
 */
export function resolveDate(written: WrittenDate, window: DateRange): DatedSpan | undefined {
  if (written.impossible) return undefined;
  if (written.year !== undefined) {
    const range = rangeOf(written, written.year);
    return range === undefined ? undefined : { range, yearAssumed: false };
  }
  const [first, last] = [dateParts(window.from).year, dateParts(window.to).year];
  const fits: DateRange[] = [];
  for (let year = first; year <= last; year++) {
    const range = rangeOf(written, year);
    if (range !== undefined && overlaps(range, window)) fits.push(range);
  }
  const [only, another] = fits;
  return only === undefined || another !== undefined ? undefined : { range: only, yearAssumed: true };
}

/** The one period that holds the whole span; undefined when it spans several or none. */
export function periodHolding(span: DateRange, periods: readonly Period[]): Period | undefined {
  return periods.find((period) => contains(period.range, span));
}

function rangeOf(written: WrittenDate, year: number): DateRange | undefined {
  const start = startRange(written, year);
  if (start === undefined || written.until === undefined) return start;
  const end = startRange(
    { text: "", impossible: false, ...inherit(written), ...written.until },
    written.until.year ?? year + (written.until.nextYear === true ? 1 : 0),
  );
  return end === undefined || end.to < start.from ? start : { from: start.from, to: end.to };
}

function inherit(written: WrittenDate): { readonly month?: number } {
  return written.month === undefined ? {} : { month: written.month };
}

function startRange(written: WrittenDate, year: number): DateRange | undefined {
  if (written.month !== undefined && written.day !== undefined) return dayRange(makeDate(year, written.month, written.day));
  if (written.month !== undefined) return monthsRange(year, written.month, 1);
  if (written.quarter !== undefined) return monthsRange(year, written.quarter * 3 - 2, 3);
  if (written.half !== undefined) return monthsRange(year, written.half * 6 - 5, 6);
  return written.year === undefined ? undefined : monthsRange(year, 1, 12);
}

function dayRange(day: CalendarDate | undefined): DateRange | undefined {
  return day === undefined ? undefined : { from: day, to: day };
}

function monthsRange(year: number, firstMonth: number, count: number): DateRange | undefined {
  const last = firstMonth + count - 1;
  const [from, to] = [makeDate(year, firstMonth, 1), makeDate(year, last, daysInMonth(year, last))];
  return from === undefined || to === undefined ? undefined : { from, to };
}
