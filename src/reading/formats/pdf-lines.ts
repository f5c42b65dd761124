import type { TextBlock } from "../../model/reading.ts";
import { floatsAt, type Pdfium, utf16At, withBuffer } from "./pdfium.ts";

/** What a line looks like on its page, in points. */
interface Look {
  readonly size: number;
  readonly left: number;
  readonly right: number;
}

interface Line {
  readonly text: string;
  /** Where its first and last character stand in the text of the page, in UTF-16 code units. */
  readonly first: number;
  readonly last: number;
}

/** The lines of one loaded page in reading order, with font size and whether they stand in the middle. Empty when it has no characters. */
export function linesOfPage(pdfium: Pdfium, page: number, number: number): readonly TextBlock[] {
  const textPage = pdfium._FPDFText_LoadPage(page);
  if (textPage === 0) return [];
  try {
    const lines = splitLines(textOf(pdfium, textPage));
    const looks = lines.map((line) => lookOf(pdfium, textPage, line));
    const area = textArea(looks);
    const width = pdfium._FPDF_GetPageWidth(page);
    return lines.map(({ text }, index) => ({
      text: closedUp(text),
      at: { kind: "page", page: number },
      role: "body",
      ...styleOf(looks[index], area, width),
    }));
  } finally {
    pdfium._FPDFText_ClosePage(textPage);
  }
}

function textOf(pdfium: Pdfium, textPage: number): string {
  const count = pdfium._FPDFText_CountChars(textPage);
  if (count <= 0) return "";
  const text = withBuffer(pdfium, (count + 1) * 2, (buffer) => {
    const units = pdfium._FPDFText_GetText(textPage, 0, count, buffer);
    return utf16At(pdfium, buffer, Math.max(0, units - 1));
  });
  return text ?? "";
}

function splitLines(text: string): readonly Line[] {
  return Array.from(text.matchAll(/[^\r\n]+/g), (match) => {
    const [line, trimmed] = [match[0], match[0].trim()];
    const first = match.index + line.indexOf(trimmed);
    return { text: trimmed.replaceAll("\0", ""), first, last: first + trimmed.length - 1 };
  }).filter((line) => line.text !== "");
}

/** 2024 年 3 月 15 日, 〔2024〕12 号: programs set figures a little apart from 汉字, which pdfium takes for spaces. Columns of a table keep theirs. */
function closedUp(text: string): string {
  return text.replaceAll(/(?<=\d) (?=[年月日号])|(?<=[年月〔〕]) (?=\d)/g, "");
}

function lookOf(pdfium: Pdfium, textPage: number, line: Line): Look | undefined {
  const [first, last] = [line.first, line.last].map((index) => pdfium._FPDFText_GetCharIndexFromTextIndex?.(textPage, index) ?? -1);
  if (first === undefined || last === undefined || first < 0 || last < 0) return undefined;
  return withBuffer(pdfium, 24, (buffer) => {
    if (!pdfium._FPDFText_GetMatrix?.(textPage, first, buffer)) return undefined;
    const [, , c = 0, d = 0] = floatsAt(pdfium, buffer, 4);
    const size = (pdfium._FPDFText_GetFontSize?.(textPage, first) ?? 0) * Math.hypot(c, d);
    if (!pdfium._FPDFText_GetLooseCharBox?.(textPage, first, buffer)) return undefined;
    const [left = 0] = floatsAt(pdfium, buffer, 1);
    if (!pdfium._FPDFText_GetLooseCharBox(textPage, last, buffer)) return undefined;
    const [, , right = 0] = floatsAt(pdfium, buffer, 3);
    return { size, left, right };
  });
}

/** The edges between which the lines of a page stand. */
function textArea(looks: readonly (Look | undefined)[]): { readonly left: number; readonly right: number } {
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const look of looks) {
    if (look === undefined) continue;
    left = Math.min(left, look.left);
    right = Math.max(right, look.right);
  }
  return { left, right };
}

/** In the middle of the page or of its text, within a character, and set in by two characters more than the widest line. */
function styleOf(
  look: Look | undefined,
  area: { readonly left: number; readonly right: number },
  width: number,
): { readonly size?: number; readonly centred?: boolean } {
  if (look === undefined || !(look.size > 0) || look.size > 1_000) return {};
  const uneven = Math.min(Math.abs(look.left + look.right - width), Math.abs(look.left + look.right - area.left - area.right));
  const centred = uneven <= look.size && look.left >= area.left + 2 * look.size;
  return { size: Math.round(look.size * 2) / 2, ...(centred ? { centred } : {}) };
}
