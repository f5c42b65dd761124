import { readNumber } from "./chinese-text.ts";

/** A printed number at the head of a text. `text` is the stretch that it takes, separators included. */
export interface NumberLabel {
  readonly numbers: readonly number[];
  /** 第N条: counts through the whole document, not within its section. */
  readonly article: boolean;
  readonly text: string;
}

const han = "[一二三四五六七八九十百廿]{1,4}";
const article = new RegExp(`第\\s*(\\d{1,3}|${han})\\s*(条|章|节|项|款|部分)[\\s、.,:_-]*`, "uy");
const hanWithMark = new RegExp(`(${han})\\s*[、.,:]\\s*`, "uy");
const inBrackets = new RegExp(`\\(\\s*(\\d{1,3}|${han})\\s*\\)[\\s、.]*`, "uy");
const circled = /[①-⑳][\s、.]*/uy;
const arabic = /(\d{1,3}(?:\s?[.\-_—–]\s?\d{1,3})*)(?![\d%℃])([\s、.,:)\-_—–]*)/uy;
/** Words that count or measure: 3项制度, 24小时, 1号文件 begin with an amount, not with a number in a list. */
const measured =
  /[年月日号时个次人名家起项级类大份位天周期批轮届季处件条户栋座台辆张页字册片场元万亿吨米里度倍成分+#/]|小时|公里|平方|千伏|千瓦|公斤/uy;

/**
 * Reads 1.1.1, 1-1-1, 一、（二）3., （三）, 第3条, 01党政责任, 3-安委会 from a folded text.
 * Numbers that could as well be a day (12-05; in a file name also 3.5) are left alone: nothing is guessed.
 */
export function readLabel(text: string, role: "folder" | "file"): NumberLabel | undefined {
  const numbers: number[] = [];
  let [at, isArticle] = [0, false];
  for (;;) {
    const token = tokenAt(text, at);
    if (token === undefined) break;
    if (token.numbers.some((value) => value === 0)) return undefined;
    numbers.push(...token.numbers);
    isArticle ||= token.article;
    at = token.end;
    if (token.last && text[at] !== "(") break;
  }
  const written = text.slice(0, at);
  if (numbers.length === 0 || mayBeDay(numbers, written, role)) return undefined;
  return { numbers, article: isArticle && numbers.length === 1, text: written };
}

/** Two numbers that can be month and day. */
export function canBeDay(numbers: readonly number[]): boolean {
  const [month = 0, day = 0, more] = numbers;
  return more === undefined && numbers.length === 2 && month <= 12 && day <= 31;
}

interface Token {
  readonly numbers: readonly number[];
  readonly article: boolean;
  readonly end: number;
  readonly last: boolean;
}

function tokenAt(text: string, at: number): Token | undefined {
  const asArticle = matchAt(article, text, at);
  if (asArticle !== undefined) return token(asArticle[1], at + asArticle[0].length, asArticle[2] === "条");
  const plain = matchAt(hanWithMark, text, at) ?? matchAt(inBrackets, text, at);
  if (plain !== undefined) return token(plain[1], at + plain[0].length, false);
  const ring = matchAt(circled, text, at);
  if (ring !== undefined) {
    return { numbers: [(ring[0].codePointAt(0) ?? 0) - 0x245f], article: false, end: at + ring[0].length, last: false };
  }
  return arabicAt(text, at);
}

function arabicAt(text: string, at: number): Token | undefined {
  const match = matchAt(arabic, text, at);
  if (match === undefined) return undefined;
  const [whole, written = "", mark = ""] = match;
  const end = at + whole.length;
  const numbers = written.split(/\s?[.\-_—–]\s?/u).map(Number);
  if (mark.trim() === "" && matchAt(measured, text, end) !== undefined && !/^0/u.test(written)) return undefined;
  if (mark === "" && /[a-z]/iu.test(text[end] ?? "")) return undefined;
  if (mark === "" && numbers.length === 1 && (numbers[0] ?? 0) >= 100) return undefined;
  return { numbers, article: false, end, last: true };
}

function token(written: string | undefined, end: number, isArticle: boolean): Token | undefined {
  const value = readNumber(written ?? "");
  return value === undefined ? undefined : { numbers: [value], article: isArticle, end, last: false };
}

/** 12-05 and 03.05 look like days everywhere; 3.5 is a day or a number, and before a document more often a day. */
function mayBeDay(numbers: readonly number[], written: string, role: "folder" | "file"): boolean {
  if (!canBeDay(numbers) || !/^\d/u.test(written)) return false;
  return role === "file" || /^0?\d+\s?[.\-_]\s?0\d|^0\d/u.test(written);
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
