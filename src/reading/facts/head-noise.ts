import { findDocNumbers } from "../../chinese/doc-number.ts";
import { readFullDates } from "../../chinese/full-dates.ts";
import { organOf, organsOf } from "./organ.ts";

const issueNumber =
  /^\(?(?:\d{4}年)?\s{0,4}(?:总\s{0,2})?第\s{0,4}[\d一二三四五六七八九十〇]{1,5}\s{0,4}[期号次]\s{0,2}(?:\(?总第?\s{0,2}\d{1,4}\s{0,2}期\)?)?\)?$/u;
const marks =
  /^(?:特急|加急|急件|平急|平件|紧急|明电|等级[:\s].{0,8}|份号.{0,10}|\d{6}|签发人?\s{0,4}:.{0,20}|编号\s{0,2}:.{0,24}|公开方式.{0,12}|(?:主动|依申请|不予)公开)$/u;
const pageNumber =
  /^[-—–·\s]{0,4}(?:第?\s{0,2}\d{1,4}\s{0,2}页?|\d{1,4}\s?\/\s?\d{1,4})(?:\s{0,2}共\s{0,2}\d{1,4}\s{0,2}页)?[-—–·\s]{0,4}$/u;
const annexMark = /^附件?\s{0,3}[\d一二三四五六七八九十]{0,2}\s{0,2}:?$/u;
const secrecyMark = /^(?:绝密|机密|秘密|内部).{0,16}$/u;
const rule = /^[-—_=*·.…\s★☆─━]+$/u;

/** 第3期, (第12期), 2024年第3号: numbers of minutes, briefings, announcements. */
export function isIssueNumber(text: string): boolean {
  return text.length <= 30 && issueNumber.test(text.trim());
}

/** A line that is nothing but a 文号, perhaps with 签发人 beside it. */
export function isNumberLine(text: string): boolean {
  if (text.length > 60) return false;
  const [first] = findDocNumbers(text);
  if (first === undefined) return false;
  const before = text.slice(0, first.from).trim();
  const after = text.slice(first.to).trim();
  return /^(?:[([]?|(?:发文字号|文号|编号)\s{0,2}:)$/u.test(before) && /^[)\]]?\s{0,20}(?:签发人?\s{0,4}:?.{0,20})?$/u.test(after);
}

/** 东明区应急管理局文件, …会议纪要 with its own number are heads; this tells only the first kind. */
export function isFileHead(text: string): boolean {
  if (text.length > 80) return false;
  const tight = text.replace(/\s+/gu, "");
  if (tight === "文件") return true;
  const body = /^(.{3,60})(?:文件|公报)$/u.exec(tight)?.[1];
  return (
    body !== undefined &&
    (organsOf(text.trim().replace(/\s{0,8}(?:文\s{0,8}件|公\s{0,8}报)$/u, "")) !== undefined || organOf(body) !== undefined)
  );
}

/** A date alone on the line, or with an organ before it (版头 of minutes). */
export function isDateLine(text: string): boolean {
  if (text.length > 60) return false;
  const [first, more] = readFullDates(text);
  if (first === undefined || more !== undefined) return false;
  const before = text.slice(0, first.from).replace(/[(\s]+$/u, "");
  return (before.trim() === "" || organOf(before) !== undefined) && /^[)\s]*$/u.test(text.slice(first.to));
}

/** What stands above a title and is no part of it. */
export function isHeadNoise(text: string): boolean {
  const line = text.trim();
  if (line.length > 60) return false;
  return (
    pageNumber.test(line) ||
    rule.test(line) ||
    annexMark.test(line) ||
    marks.test(line) ||
    secrecyMark.test(line) ||
    isIssueNumber(line) ||
    isFileHead(line) ||
    isNumberLine(line) ||
    isDateLine(line)
  );
}
