import type { Quote } from "../model/content-problem.ts";
import type { TextPlace } from "../model/reading.ts";
import { visibleName } from "../model/visible-name.ts";

/** Where in a document, as a clerk finds it: 第3段, 第2页, 表「名单」C5. */
export function describePlace(at: TextPlace): string {
  switch (at.kind) {
    case "paragraph":
      return `第${String(at.paragraph)}段`;
    case "page":
      return `第${String(at.page)}页`;
    case "cell":
      return `表「${visibleName(at.sheet)}」${at.cell}`;
    case "slide":
      return `第${String(at.slide)}张幻灯片`;
    case "line":
      return `第${String(at.line)}行`;
    case "mail":
      return `邮件的${at.part}`;
    case "properties":
      return "文件属性";
  }
}

const longest = 24;

/** The quoted words, cut to what fits a table, with their place: 「2月30日」（第3段）. */
export function describeQuote({ text, at }: Quote): string {
  const letters = Array.from(visibleName(text.trim()));
  const words = letters.length > longest ? `${letters.slice(0, longest).join("")}…` : letters.join("");
  return `「${words}」（${describePlace(at)}）`;
}
