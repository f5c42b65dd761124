import { findDocNumbers } from "../../chinese/doc-number.ts";

type Span = readonly [from: number, to: number];
const longEnough = 160;
/** More stretches than any paper has lines worth looking at. */
const mostCuts = 5_000;
const titled = /关于[^。;:]{2,90}?的(?:通知|通报|意见|方案|报告|决定|请示|批复|公告|函)(?![》)])/u;

/**
 * A text whose line breaks are lost (copied from a web page) → the stretches that were lines: sentences, 文号, title, addressee, 抄送.
 * Short texts stay whole. The spans cover the text without gaps.
 */
export function splitRunOn(text: string): readonly Span[] {
  if (text.length < longEnough) return [[0, text.length]];
  const cuts = new Set<number>([0, text.length]);
  for (const match of text.matchAll(/。|(?=抄送\s{0,2}:)/gu)) {
    cuts.add(match.index + match[0].length);
    if (cuts.size > mostCuts) break;
  }
  for (const cut of headCuts(text.slice(0, 400))) cuts.add(cut);
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(1).map((to, index) => [sorted[index] ?? 0, to] as const);
}

/** 东明区应急管理局文件|东应急〔2024〕5号|关于……的通知|各乡镇：|… */
function headCuts(head: string): readonly number[] {
  const number = findDocNumbers(head)[0];
  const isOwn = number !== undefined && !/关于|:|。/u.test(head.slice(0, number.from));
  const file = isOwn ? head.lastIndexOf("文件", number.to) : -1;
  const afterNumber = isOwn ? number.to : 0;
  const title = titled.exec(head.slice(afterNumber));
  if (title === null || title.index > 30) return isOwn ? [...(file < 0 ? [] : [file + 2]), afterNumber] : [];
  const titleEnd = afterNumber + title.index + title[0].length;
  const colon = head.slice(titleEnd, titleEnd + 100).search(/[:。]/u);
  return [
    ...(file < 0 ? [] : [file + 2]),
    ...(isOwn ? [afterNumber] : []),
    titleEnd,
    ...(colon >= 0 && head[titleEnd + colon] === ":" ? [titleEnd + colon + 1] : []),
  ];
}
