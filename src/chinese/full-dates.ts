import { readNumber, readYear } from "../model/chinese-text.ts";
import { type CalendarDate, dayNumber, makeDate } from "../model/dates.ts";

/** A date of which year, month and day are all written. */
export interface FullDate {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Absent: there is no such day (2月30日). */
  readonly date?: CalendarDate;
  /** 20240305: eight figures may be something else; only where a date is expected. */
  readonly compact: boolean;
  /** The beginning of a span (2024年3月5日至7日). */
  readonly ranged: boolean;
  /** The weekday written behind it, 1 (Monday) to 7. */
  readonly weekday?: number;
}

const han = "[一二三四五六七八九十]{1,3}";
/** The zero of 二〇二四 is typed as 〇 ○ 零 0 O o and the Greek Ο; ○ has been folded to 〇. Four signs or none: 二六年 is nobody's year. */
const chinese = new RegExp(
  `(?<![\\d〇零一二三四五六七八九])(?:((?:19|20|21)\\d{2})|([〇零一二三四五六七八九0OoΟ]{4}))\\s{0,4}年\\s{0,4}(\\d{1,2}|元|${han})\\s{0,4}月\\s{0,4}(\\d{1,2}|[一二三四五六七八九十廿]{1,4})\\s{0,4}[日号]`,
  "gu",
);
const separated = /(?<![\d.])((?:19|20)\d{2})\s?([./–-])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d|[./-]\d)日?/gu;
const solid = /(?<![\dA-Za-z])((?:19|20)\d{2})(0[1-9]|1[0-2])([0-3]\d)(?![\dA-Za-z]|\s?号)日?/gu;
const goesOn =
  /^\s{0,2}(?:\([^)]{1,4}\))?\s{0,2}(?:至|到|-{1,2}|—{1,2}|–|~)\s{0,2}(?:\d{1,4}\s?年|\d{1,2}\s?[月日]|[一二三四五六七八九十]{1,3}[月日]|(?:19|20)\d{2}[./-]|\d{1,2}\.\d{1,2})/u;
const weekdayBehind = /^\s{0,2}[(,，]?\s{0,2}(?:(?:星期|礼拜)([一二三四五六日天])|周([一二三四五六日])(?=[)\s,，:]|$|上午|下午|晚))/u;

/** Finds the full dates of a folded text, in order. */
export function readFullDates(text: string): readonly FullDate[] {
  if (!/\d|年/u.test(text)) return [];
  const found: FullDate[] = [];
  if (text.includes("年")) {
    for (const match of text.matchAll(chinese)) {
      const [, figures, written, month = "", day = ""] = match;
      const year = figures === undefined ? readYear((written ?? "").replace(/[OoΟ0]/gu, "〇")) : Number(figures);
      add(found, text, match, { year, month: month === "元" ? 1 : readNumber(month), day: readNumber(day) }, "年");
    }
  }
  if (!/\d{4}/u.test(text)) return found;
  for (const match of text.matchAll(separated))
    add(found, text, match, { year: Number(match[1]), month: Number(match[3]), day: Number(match[4]) }, "-");
  for (const match of text.matchAll(solid))
    add(found, text, match, { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }, "");
  return found.sort((a, b) => a.from - b.from);
}

/** 1 (Monday) to 7 (Sunday). */
export function weekdayOf(date: CalendarDate): number {
  return ((dayNumber(date) + 2) % 7) + 1;
}

interface Parts {
  readonly year: number | undefined;
  readonly month: number | undefined;
  readonly day: number | undefined;
}

function add(found: FullDate[], text: string, match: RegExpExecArray, { year, month, day }: Parts, sign: "年" | "-" | ""): void {
  if (year === undefined || month === undefined || day === undefined || year < 1900 || year > 2199) return;
  const date = makeDate(year, month, day);
  // 2024.13.40 is no day that somebody got wrong but a number of another kind.
  if (date === undefined && (sign === "" || (sign === "-" && (month > 12 || month < 1 || day > 31 || day < 1)))) return;
  const to = match.index + match[0].length;
  const behind = text.slice(to, to + 20);
  const named = weekdayBehind.exec(behind);
  const weekday = named === null ? undefined : "一二三四五六日".indexOf((named[1] ?? named[2] ?? "").replace("天", "日")) + 1;
  found.push({
    from: match.index,
    to,
    text: match[0],
    year,
    month,
    day,
    ...(date === undefined ? {} : { date }),
    compact: sign === "",
    ranged: goesOn.test(behind),
    ...(weekday === undefined ? {} : { weekday }),
  });
}
