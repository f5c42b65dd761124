import { readDocNumber } from "../chinese/doc-number.ts";
import { readDates } from "../chinese/written-dates.ts";
import { foldText, masked } from "../model/chinese-text.ts";
import type { NameFacts } from "../model/evidence-file.ts";
import { readLabel } from "../model/number-label.ts";

/** 副本, 复件, (1), 最终版: what saving and sending leaves behind; says nothing about the document. */
const copyMarks = [
  /[\s_-]*\(\s*\d{1,2}\s*\)\s*$/u,
  /[\s_-]*副本\s*(?:\(\d{1,2}\)|\d{1,2})?\s*$/u,
  /^\s*(?:复件|副本)\s*(?:\(\d{1,2}\)|\d{1,2})?\s*(?:of)?[\s_-]*/u,
  /[\s_-]*[(【[]?(?:最终版?|终版|终稿|定稿版?|修改稿|修改版|修订版|盖章版|已盖章|签字版|扫描件|扫描版|电子版|打印版|新版?)\d{0,2}[)】\]]?\s*$/u,
  /[\s_-]*(?:v|V|版本)\d{1,2}(?:\.\d{1,2})?\s*$/u,
];

const separators = new RegExp(`[${masked}\\s_\\-—–~.,;:!?'"()\\[\\]【】〔〕{}、，。；：！？“”‘’…·+=#&]+`, "gu");

export interface NameRead extends NameFacts {
  /** The name as a title: without number, 文号, copy marks and dates in figures; 《》 and 2024年 stay. */
  readonly title: string;
}

/** Reads one path segment (a file name without its extension). Never fails: what it cannot read stays in `words`. */
export function readName(segment: string, role: "folder" | "file"): NameRead {
  const text = foldText(segment).replace(/\s+/gu, " ").trim();
  const bare = withoutCopyMarks(text);
  const number = readDocNumber(bare);
  const { dates, rest } = readDates(number.rest);
  const label = readLabel(rest, role);
  const afterLabel = label === undefined ? rest : rest.slice(label.text.length);
  const title = titleOf(bare, number.rest, rest, label?.text.length ?? 0);
  return {
    text,
    ...(label === undefined ? {} : { label: { ...label, text: label.text.trim().replace(/[、.,:_-]+$/u, "") } }),
    words: wordsOf(afterLabel),
    dates,
    ...(number.docNumber === undefined ? {} : { docNumber: number.docNumber }),
    title: title === "" ? text : title,
  };
}

function withoutCopyMarks(text: string): string {
  let bare = text;
  for (let round = 0; round < 3; round++) {
    const before = bare;
    for (const mark of copyMarks) {
      const shorter = bare.replace(mark, "");
      if (shorter !== bare && shorter.trim() !== "") bare = shorter;
    }
    if (bare === before) break;
  }
  return bare;
}

function wordsOf(rest: string): string {
  return rest
    .replace(/[《》]/gu, "")
    .replace(separators, " ")
    .trim();
}

/** Dates in figures disappear, dates in words (2024年度) belong to the sentence. */
function titleOf(text: string, withoutNumber: string, withoutDates: string, labelLength: number): string {
  const plain = !withoutNumber.includes(masked) && !withoutDates.includes(masked);
  let title = plain ? text.slice(labelLength) : "";
  for (let at = plain ? text.length : labelLength; at < text.length; at++) {
    const hidden = withoutNumber[at] === masked;
    if (hidden || (withoutDates[at] === masked && inFigures(withoutNumber, withoutDates, at))) title += " ";
    else title += text[at] ?? "";
  }
  return withChineseBrackets(title.replace(/[([【〔]\s*[)\]】〕]/gu, ""))
    .replace(/\s+/gu, " ")
    .replace(/^[\s_\-—–.,、;:]+|[\s_\-—–.,、;:]+$/gu, "")
    .trim();
}

/** Folding made （） half-width for comparison; a Chinese title is quoted with its own brackets. */
function withChineseBrackets(title: string): string {
  return /\p{Script=Han}/u.test(title) ? title.replaceAll("(", "（").replaceAll(")", "）") : title;
}

function inFigures(text: string, dates: string, at: number): boolean {
  let [from, to] = [at, at];
  while (dates[from - 1] === masked) from--;
  while (dates[to + 1] === masked) to++;
  return /^[\d\s./_·~-]+$/u.test(text.slice(from, to + 1)) && to - from >= 4;
}
