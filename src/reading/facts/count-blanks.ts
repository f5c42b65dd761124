import { readFullDates } from "../../chinese/full-dates.ts";
import { foldSigns } from "../../model/chinese-text.ts";
import type { Line, Paper } from "./paper-lines.ts";

export interface Blanks {
  readonly blanks: number;
  readonly blankTemplate?: true;
}

/** What a person should have written on: ____, 年 月 日 without figures. */
const line = /_{2,}|(?<![\d〇零一二三四五六七八九十_×Xx]\s{0,2})年\s{1,12}月\s{1,12}日|(?:[:|]\s{0,4}|^)年\s{0,12}月\s{0,12}日/gu;
/** Signs that may also hide a name in a finished text: ××, XX, □ not ticked. */
const mark = /×{2,}|(?<![A-Za-z])[Xx]{2,}(?![A-Za-z])|[□☐]/gu;
const emptyField = /^[\p{Script=Han}\s]{2,12}(?:\([^)]{1,10}\))?\s{0,2}:[\s_]{0,60}$/u;
const anyField = /^[\p{Script=Han}\s]{2,12}(?:\([^)]{1,10}\))?\s{0,2}:/u;
const leadIn = /如下|下列|以下|内容|附件|要求|议题|议程|事项|各|局|政府|单位:$/u;
/** A 预案 shows how to report: ××时××分，××村发生…. */
const example = /格式|示例|样例|范例|例如/u;
const ticked = /[☑☒■√✓✔]/u;
const least = 3;
/** Characters of printed text for which one blank is enough: forms to sign are long, texts full of ×× are not. */
const textPerLine = 1500;
const textPerMark = 150;

/** How many blanks the paper has, and whether it is a form that nobody has filled in. A dated paper is none. */
export function countBlanks({ lines, annexFrom }: Paper, dated: boolean): Blanks {
  const own = { lines: 0, marks: 0, filled: 0, length: 0 };
  let annexed = 0;
  for (const [index, each] of lines.entries()) {
    const text = each.exact ? each.text : foldSigns(each.raw);
    const found = blanksOf(text, lines[index + 1]);
    if (index >= annexFrom) {
      annexed += found.lines + found.marks;
      continue;
    }
    own.lines += found.lines;
    own.marks += found.marks;
    own.length += text.length;
    if (found.lines + found.marks === 0 && isFilled(each)) own.filled++;
  }
  const count = own.lines + own.marks;
  const unsigned = own.lines >= least && own.lines > own.filled && own.lines * textPerLine >= own.length;
  const sketched = count >= least && count > own.filled && count * textPerMark >= own.length;
  const template = (!dated && (unsigned || sketched)) || isEmptyTable(lines);
  return { blanks: count + annexed, ...(template ? { blankTemplate: true } : {}) };
}

function blanksOf(text: string, next: Line | undefined): { readonly lines: number; readonly marks: number } {
  // 是□否☑: somebody has answered.
  if (ticked.test(text)) return { lines: 0, marks: 0 };
  const field = text.length <= 90 && emptyField.test(text) && !leadIn.test(text) && !holdsValue(next) ? 1 : 0;
  if (!/[_×Xx□☐年]/u.test(text)) return { lines: field, marks: 0 };
  return { lines: Math.max(text.match(line)?.length ?? 0, field), marks: example.test(text) ? 0 : (text.match(mark)?.length ?? 0) };
}

/** 出席： with the names on the next line is filled in. */
function holdsValue(next: Line | undefined): boolean {
  return next !== undefined && !anyField.test(next.text) && !/^[\s_年月日]{0,40}$/u.test(next.text);
}

/** A field with a value, a ticked box, a date that stands at a signature. */
function isFilled({ text }: Line): boolean {
  if (ticked.test(text)) return true;
  if (text.length > 200) return false;
  return /^[\p{Script=Han}\s]{2,12}[:|]\s{0,6}[^\s_:|]/u.test(text) || (text.length <= 40 && readFullDates(text).length > 0);
}

/** A table of which only the head and the running numbers are there. */
function isEmptyTable(lines: readonly Line[]): boolean {
  if (lines.length === 0 || lines.length > 400 || !lines.some(({ role }) => role === "row")) return false;
  const head = lines.findIndex(({ text }) => /序\s{0,4}号|姓\s{0,4}名|单\s{0,4}位/u.test(text) && (text.match(/\|/gu)?.length ?? 0) >= 2);
  if (head < 0) return false;
  const below = lines.slice(head + 1);
  return lines.slice(0, head).length <= 3 && below.every(({ text }) => /^[\d\s|.、]*$/u.test(text));
}
