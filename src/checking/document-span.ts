import { type CalendarDate, contains, type DateRange, dateParts, dayNumber, formatChineseDate, overlaps } from "../model/dates.ts";
import type { DatedSpan, EvidenceFile, WrittenDate } from "../model/evidence-file.ts";
import { type Period, periodHolding, resolveDate } from "../model/periods.ts";
import { aboutDates } from "./name-dates.ts";
import type { OwnDate } from "./own-date.ts";
import type { Wanted } from "./wanted.ts";

/** How a document's dates lie in the window: within, partly, outside; unresolved: no date could be placed; none: no date at all. */
export interface SpanReading {
  readonly place: "within" | "partly" | "outside" | "unresolved" | "none";
  readonly span?: DatedSpan;
  /** The dates stand in different periods of the requirement: nobody can tell which one counts. */
  readonly torn: boolean;
  /** As written, for the message when no span could be placed. */
  readonly written: string;
  /** The span is the document's own date. */
  readonly own?: OwnDate;
}

/**
 * The span of days that a file is about: the pinned date, else what its name says (the narrowest that fits), unless the document's own
 * date contradicts it; then its own. Dates of the name that disagree about the period are not chosen between.
 */
export function readSpan(file: EvidenceFile, pinned: CalendarDate | undefined, wanted: Wanted, own?: OwnDate): SpanReading {
  if (pinned !== undefined) return place([daySpan(pinned)], wanted, "");
  const named = namedSpan(file, wanted, own);
  if (own === undefined) return named;
  // 关于表扬2023年度先进集体的通报, issued in 2024: a commendation counts by the year in which it was given (R30).
  if (wanted.kind === "表彰" || saysOnlyTheYear(named, own))
    return { ...place([daySpan(own.value)], wanted, formatChineseDate(own.value)), own };
  if (named.span !== undefined && !named.span.yearAssumed && bearsOut(own, named.span.range)) return named;
  // 三季度纪要 in a name tells the quarter, the paper tells the year.
  if (named.span?.yearAssumed === true && bearsOut(own, named.span.range)) return { ...named, span: { ...named.span, yearAssumed: false } };
  return { ...place([daySpan(own.value)], wanted, formatChineseDate(own.value)), own };
}

/** 2024年材料/扫描0001.pdf, signed on 16 October 2024: name or folder says the year, the paper the day. A 年度 paper is about the year. */
function saysOnlyTheYear({ span, written }: SpanReading, { value }: OwnDate): boolean {
  if (span === undefined || span.yearAssumed || /年度/u.test(written)) return false;
  return contains(span.range, { from: value, to: value }) && length(span.range) >= 364;
}

/** A report is signed some time after the days that it is about, a plan some time before. */
const leeway = 100;

/** Can a paper of this name have been signed on this day? A name that gives a day is held to a month. */
function bearsOut({ value }: OwnDate, range: DateRange): boolean {
  const day = dayNumber(value);
  const room = range.from === range.to ? 31 : leeway;
  return day >= dayNumber(range.from) - room && day <= dayNumber(range.to) + room;
}

function daySpan(day: CalendarDate): DatedSpan {
  return { range: { from: day, to: day }, yearAssumed: false };
}

function namedSpan(file: EvidenceFile, wanted: Wanted, own: OwnDate | undefined): SpanReading {
  const dates = aboutDates(file, own);
  const possible = dates.filter((date) => !date.impossible);
  const written = dates.map((date) => date.text).join("、");
  if (possible.length === 0) return { place: "none", torn: false, written };
  const spans = possible.flatMap((date) => resolveDate(date, wanted.window) ?? []).map((span) => cutLikePeriod(span, wanted));
  if (spans.length === 0) return { place: fitsNoYear(possible) ? "partly" : "unresolved", torn: false, written };
  return place(spans, wanted, written);
}

function place(spans: readonly DatedSpan[], { window, periods }: Wanted, written: string): SpanReading {
  const within = spans.filter((span) => contains(window, span.range));
  if (within.length > 0) {
    const { span, torn } = choose(within, periods);
    const placed = within.length === spans.length ? "within" : "partly";
    return { place: placed, torn, written, ...(torn ? {} : { span }) };
  }
  const touching = spans.filter((span) => overlaps(window, span.range));
  const span = narrowest(touching.length > 0 ? touching : spans);
  return { place: touching.length > 0 ? "partly" : "outside", torn: false, written, span };
}

/**
 * The report for November of a campaign that begins on 10 November is about the campaign's November: a whole month or quarter
 * is cut to the window as the period that it reports on is.
 */
function cutLikePeriod(span: DatedSpan, { requirement, periods }: Wanted): DatedSpan {
  if (requirement.per !== "month" && requirement.per !== "quarter") return span;
  const whole = requirement.per === "month" ? 1 : 3;
  if (monthsIn(span.range) !== whole) return span;
  const period = periods.find(({ range }) => contains(span.range, range));
  return period === undefined ? span : { ...span, range: period.range };
}

function monthsIn(range: DateRange): number {
  const [from, to] = [dateParts(range.from), dateParts(range.to)];
  return (to.year - from.year) * 12 + to.month - from.month + 1;
}

function choose(spans: readonly DatedSpan[], periods: readonly Period[]): { readonly span: DatedSpan; readonly torn: boolean } {
  const span = narrowest(spans);
  if (spans.length === 1) return { span, torn: false };
  const held = new Set(spans.map((each) => periodHolding(each.range, periods)).filter((period) => period !== undefined));
  return { span, torn: held.size > 1 };
}

function narrowest(spans: readonly DatedSpan[]): DatedSpan {
  return spans.reduce((best, span) => (length(span.range) < length(best.range) ? span : best));
}

function length(range: DateRange): number {
  return dayNumber(range.to) - dayNumber(range.from);
}

/** Without a year and in no year of the window (11月 for a window from March to June). */
function fitsNoYear(dates: readonly WrittenDate[]): boolean {
  return dates.every((date) => date.year === undefined);
}
