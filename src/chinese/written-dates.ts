import { masked, readNumber, readYear } from "../model/chinese-text.ts";
import { daysInMonth } from "../model/dates.ts";
import type { WrittenDate } from "../model/evidence-file.ts";
import { type DatePattern, datePatterns } from "./date-patterns.ts";

export interface DatesRead {
  readonly dates: readonly WrittenDate[];
  /** The text with every date masked, same length. */
  readonly rest: string;
}

type GroupName = "y" | "y2" | "m" | "mm" | "m2" | "d" | "d2" | "q" | "q2" | "h" | "next";
type Groups = { readonly [Name in GroupName]?: string | undefined };
interface Found {
  readonly end: number;
  readonly date: WrittenDate | undefined;
}

const begins = /[0-9〇零元一二三四五六七八九十第前上下Qq]/u;
/** A date without 年, 月 or 季度 is written in figures. */
const beginsInFigures = /[0-9Qq]/u;

/** Finds the dates of a folded name, in the order in which they stand. What might be something else is left alone. */
export function readDates(text: string): DatesRead {
  if (!/[0-9年月季]/u.test(text)) return { dates: [], rest: text };
  const patterns = datePatterns.filter(({ sign }) => text.includes(sign));
  const first = patterns.some(({ sign }) => sign !== "") ? begins : beginsInFigures;
  const dates: WrittenDate[] = [];
  let [rest, copied] = ["", 0];
  for (let at = 0; at < text.length; ) {
    const found = first.test(text[at] ?? "") && isBoundary(text, at) ? dateAt(text, at, patterns) : undefined;
    if (found === undefined) {
      at++;
      continue;
    }
    if (found.date !== undefined) dates.push(found.date);
    rest += text.slice(copied, at) + masked.repeat(found.end - at);
    at = copied = found.end;
  }
  return { dates, rest: rest + text.slice(copied) };
}

function isBoundary(text: string, at: number): boolean {
  const [before, here] = [text[at - 1] ?? "", text[at] ?? ""];
  if (/\d/u.test(here))
    return !/\d/u.test(before) && !/(?:\d[./]|第\s*)$/u.test(text.slice(0, at).slice(-2)) ? true : opensFullDate(text, at);
  if (/[一二三四五六七八九十〇零]/u.test(here)) return !/[一二三四五六七八九十〇零百第]/u.test(before);
  return /[Qq]/u.test(here) ? !/[A-Za-z0-9]/u.test(before) : true;
}

/** After "1." only a date that cannot be part of the number may begin: 1.2024年, 1.3月. */
function opensFullDate(text: string, at: number): boolean {
  return !/\d/u.test(text[at - 1] ?? "") && /^(?:(?:19|20)\d{2}(?!\d*号)|\d{1,2}\s*(?:月|季度|-\d{1,2}\s*月))/u.test(text.slice(at));
}

function dateAt(text: string, at: number, patterns: readonly DatePattern[]): Found | undefined {
  for (const { shape, pattern } of patterns) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) continue;
    const end = at + match[0].length;
    if (shape === "unclear") return { end, date: undefined };
    if (shape === "year" && partOfCode(text, at, match[0])) continue;
    const read = toDate(shape, match.groups ?? {}, match[0].trim());
    if (read !== "no-date") return { end, date: read === "unclear" ? undefined : read };
  }
  return undefined;
}

/** GB/T 9704-2012, IMG_2024: a bare year inside a code of letters is no year. */
function partOfCode(text: string, at: number, year: string): boolean {
  return !year.includes("年") && /[A-Za-z][\w/.\s-]*$/u.test(text.slice(0, at));
}

function toDate(shape: DatePattern["shape"], groups: Groups, text: string): WrittenDate | "no-date" | "unclear" {
  const year = yearOf(groups.y);
  const start = {
    ...(year === undefined ? {} : { year }),
    ...(groups.h === undefined ? {} : { half: groups.h === "上" ? 1 : 2 }),
    ...quarterOf(shape, groups),
    ...numbersOf(groups.m ?? groups.mm, groups.d),
  };
  if ((shape === "month-day" || shape === "month-range") && !plausibleMonth(start, groups)) return "no-date";
  const until = untilOf(shape, groups);
  if (until === undefined) return { text, ...start, impossible: isImpossible(start) };
  const end = { ...start, ...until };
  if (!isBackwards(start, until)) return { text, ...start, until, impossible: isImpossible(start) || isImpossible(end) };
  if (shape === "month-range" && groups.m2 !== undefined && until.year === undefined) return "unclear";
  return { text, ...start, until, impossible: true };
}

/** 13月 alone is a slip of something else; 13月5日 claims to be a day. */
function plausibleMonth(start: { readonly year?: number; readonly month?: number; readonly day?: number }, groups: Groups): boolean {
  if (start.month === undefined) return false;
  if (groups.m2 !== undefined && (numberOf(groups.m2) ?? 0) > 12) return false;
  return (start.month >= 1 && start.month <= 12) || (start.day !== undefined && start.month <= 31);
}

function untilOf(shape: DatePattern["shape"], groups: Groups): WrittenDate["until"] {
  if (shape === "quarter-range") return { month: (readNumber(groups.q2 ?? "") ?? 0) * 3 };
  const year = yearOf(groups.y2);
  const parts = {
    ...(year === undefined ? {} : { year }),
    ...numbersOf(groups.m2, groups.d2),
    ...(groups.next === undefined ? {} : { nextYear: true }),
  };
  return Object.keys(parts).length === 0 ? undefined : parts;
}

function quarterOf(shape: DatePattern["shape"], groups: Groups): { readonly quarter?: number } {
  const quarter = readNumber(groups.q ?? "") ?? (shape === "quarter-range" ? 1 : undefined);
  return quarter === undefined ? {} : { quarter };
}

function numbersOf(month: string | undefined, day: string | undefined): { readonly month?: number; readonly day?: number } {
  const [m, d] = [numberOf(month), numberOf(day)];
  return { ...(m === undefined ? {} : { month: m }), ...(d === undefined ? {} : { day: d }) };
}

function numberOf(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  return written === "元" ? 1 : readNumber(written);
}

function yearOf(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  return /^\d{2}$/u.test(written) ? 2000 + Number(written) : readYear(written);
}

function isImpossible(date: { readonly year?: number; readonly month?: number; readonly day?: number }): boolean {
  const { year = 2024, month, day } = date;
  if (month !== undefined && (month < 1 || month > 12)) return true;
  return day !== undefined && (day < 1 || day > daysInMonth(year, month ?? 1));
}

function isBackwards(
  start: { readonly year?: number; readonly month?: number; readonly day?: number },
  until: NonNullable<WrittenDate["until"]>,
): boolean {
  if (until.nextYear === true || (start.year === undefined && until.year !== undefined)) return false;
  const years = (until.year ?? start.year ?? 0) - (start.year ?? 0);
  if (years !== 0) return years < 0;
  if (start.month === undefined) return false;
  const months = (until.month ?? start.month) - start.month;
  return months !== 0 ? months < 0 : until.day !== undefined && start.day !== undefined && until.day < start.day;
}
