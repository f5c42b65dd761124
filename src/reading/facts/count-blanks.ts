import { readFullDates } from "../../chinese/full-dates.ts";
import { foldSigns } from "../../model/chinese-text.ts";
import type { Line, Paper } from "./paper-lines.ts";

export interface Blanks {
  readonly blanks: number;
  readonly blankTemplate?: true;
}

/** ____, ××, XX between Chinese, □ not ticked, 年 月 日 without figures, a label at the end of the line with nothing behind it. */
const blank =
  /_{2,}|×{2,}|(?<![A-Za-z])[Xx]{2,}(?![A-Za-z])|[□☐]|(?<![\d〇零一二三四五六七八九十_×Xx]\s{0,2})年\s{1,12}月\s{1,12}日|(?:[:|]\s{0,4}|^)年\s{0,12}月\s{0,12}日/gu;
const emptyField = /^[\p{Script=Han}\s]{2,12}(?:\([^)]{1,10}\))?\s{0,2}:[\s_]{0,60}$/u;
const leadIn = /如下|下列|以下|内容|附件|要求|议题|议程|事项|各|局|政府|单位:$/u;
const ticked = /[☑☒■√✓✔]/u;
const least = 3;

/** How many blanks the paper has, and whether it is a form that nobody has filled in. */
export function countBlanks({ lines, annexFrom }: Paper): Blanks {
  let [own, annexed, filled] = [0, 0, 0];
  for (const [index, line] of lines.entries()) {
    const text = line.exact ? line.text : foldSigns(line.raw);
    const count = blanksOf(text);
    if (index < annexFrom) own += count;
    else annexed += count;
    if (index < annexFrom && count === 0 && isFilled(line)) filled++;
  }
  const blanks = own + annexed;
  const template = (own >= least && own > filled && own * 60 >= lengthOf(lines.slice(0, annexFrom)) / 10) || isEmptyTable(lines);
  return template ? { blanks, blankTemplate: true } : { blanks };
}

function blanksOf(text: string): number {
  const fields = text.length <= 90 && emptyField.test(text) && !leadIn.test(text) ? 1 : 0;
  if (!/[_×Xx□☐年]/u.test(text)) return fields;
  const marks = text.match(blank)?.length ?? 0;
  // 是□否☑: somebody has answered.
  return ticked.test(text) ? 0 : Math.max(marks, fields);
}

/** A field with a value, a ticked box, a date that stands at a signature. */
function isFilled({ text }: Line): boolean {
  if (ticked.test(text)) return true;
  if (text.length > 200) return false;
  return /^[\p{Script=Han}\s]{2,12}[:|]\s{0,6}[^\s_:|]/u.test(text) || (text.length <= 40 && readFullDates(text).length > 0);
}

function lengthOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}

/** A table of which only the head and the running numbers are there. */
function isEmptyTable(lines: readonly Line[]): boolean {
  if (lines.length === 0 || lines.length > 400 || !lines.some(({ role }) => role === "row")) return false;
  const head = lines.findIndex(({ text }) => /序\s{0,4}号|姓\s{0,4}名|单\s{0,4}位/u.test(text) && (text.match(/\|/gu)?.length ?? 0) >= 2);
  if (head < 0) return false;
  const below = lines.slice(head + 1);
  return lines.slice(0, head).length <= 3 && below.every(({ text }) => /^[\d\s|.、]*$/u.test(text));
}
