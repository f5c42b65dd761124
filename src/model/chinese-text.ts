import { compactSigns } from "./compact-signs.ts";

/** A character that no name may hold: stands for a stretch already understood, so that offsets stay true. */
export const masked = "\uE000";

/** Control characters, direction marks and zero-width characters: invisible in a file list, dangerous on a terminal. */
export const hiddenCharacters = /[\u0000-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu;

const hanDigits = "〇一二三四五六七八九";
/** Other spellings of one sign that are not simply its full-width form. */
const signFolds: Readonly<Record<string, string>> = {
  "﹝": "〔",
  "﹞": "〕",
  "﹙": "(",
  "﹚": ")",
  "﹣": "-",
  "〜": "~",
  "‐": "-",
  "‑": "-",
  "‒": "-",
  "−": "-",
  "○": "〇",
  "◯": "〇",
};
const fullWidth = /[！-～]/u;
/** Everything that `foldSign` spells otherwise: invisible, private, other brackets, full width, other spaces and dashes, round zeros. */
const foldable = new RegExp(`${hiddenCharacters.source}|[\uE000-\uF8FF！-～\u3000\u00A0${Object.keys(signFolds).join("")}]`, "gu");
/** Texts of these characters alone are NFC and hold nothing foldable: most names, so they are told first. */
const folded = /^[ -~\u4E00-\u9FA5、。〇《》【】〔〕]*$/u;
const compact = /^[a-z0-9\u4E00-\u9FA5〇]*$/u;

/**
 * Brings a name to one spelling: NFC, half-width letters, digits and brackets, one kind of dash and space, nothing invisible.
 * Pure spelling: two names that a reader takes for the same become equal.
 */
export function foldText(text: string): string {
  return folded.test(text) ? text : text.normalize("NFC").replace(foldable, foldSign);
}

/** As `foldText`, but sign for sign (no NFC): offsets into the result are offsets into the text. */
export function foldSigns(text: string): string {
  return folded.test(text) ? text : text.replace(foldable, foldSign);
}

function foldSign(sign: string): string {
  return signFolds[sign] ?? (fullWidth.test(sign) ? String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0xfee0) : " ");
}

/** Only what carries meaning: folded, lower case, without spaces and punctuation. */
export function compactText(text: string): string {
  return compact.test(text) ? text : (compactSigns(text) ?? compactSlowly(text));
}

function compactSlowly(text: string): string {
  return foldText(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Reads 一, 十二, 二十三, 一百零二, 廿 or Arabic digits; undefined for anything else. */
export function readNumber(text: string): number | undefined {
  if (/^\d+$/u.test(text)) return Number(text);
  const written = text.replace(/廿/gu, "二十").replace(/零/gu, "〇");
  const match = /^(?:([一二三四五六七八九])百)?〇?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/u.exec(written);
  if (match === null || written === "") return undefined;
  const [, hundreds, tens, ten, ones] = match;
  return digit(hundreds) * 100 + (ten === undefined ? 0 : (tens === undefined ? 1 : digit(tens)) * 10) + digit(ones);
}

/** Reads a year written digit by digit: 二〇二四, 二零二四, 2024. */
export function readYear(text: string): number | undefined {
  const digits = Array.from(text.replace(/零/gu, "〇")).map((sign) => (/\d/u.test(sign) ? sign : String(hanDigits.indexOf(sign))));
  return digits.length === 4 && digits.every((sign) => /^\d$/u.test(sign)) ? Number(digits.join("")) : undefined;
}

/** All pairs of neighbouring characters of a compact text, each once. */
export function bigramsOf(compact: string): ReadonlySet<string> {
  const signs = Array.from(compact);
  const pairs = new Set<string>();
  for (let index = 0; index + 1 < signs.length; index++) pairs.add(`${signs[index] ?? ""}${signs[index + 1] ?? ""}`);
  return pairs;
}

/** Dice coefficient of the bigrams, 0 to 1; equal texts are 1 however short. */
export function similarity(a: string, b: string): number {
  const [left, right] = [compactText(a), compactText(b)];
  if (left === right) return left === "" ? 0 : 1;
  const [x, y] = [bigramsOf(left), bigramsOf(right)];
  if (x.size + y.size === 0) return 0;
  let common = 0;
  for (const pair of x) if (y.has(pair)) common++;
  return (2 * common) / (x.size + y.size);
}

function digit(sign: string | undefined): number {
  return sign === undefined ? 0 : hanDigits.indexOf(sign);
}
