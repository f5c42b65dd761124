import { textWidth } from "./text-width.ts";

/** Right indents of 署名 and 成文日期 in hundredths of a character. */
export interface SignatureLayout {
  readonly name: number;
  readonly date: number;
}

/**
 * Without a seal (GB/T 9704-2012 7.3.5.2): 署名 two characters from the right; the date begins two characters right of
 * where 署名 begins; a date longer than 署名 stands two characters from the right itself, and 署名 moves left.
 */
export function signatureLayout(name: string, date: string): SignatureLayout {
  const nameWidth = 100 * textWidth(name);
  const dateWidth = 100 * textWidth(date);
  if (dateWidth > nameWidth) return { name: 200 + dateWidth + 200 - nameWidth, date: 200 };
  return { name: 200, date: Math.max(0, nameWidth - dateWidth) };
}

/** Sets the indents in a paragraph of a shell that has none of its own. `size`: font size in half points. */
export function indentRight(paragraph: string, hundredths: number, size: number): string {
  const own = /<w:pPr>[\s\S]*?<\/w:pPr>/.exec(paragraph)?.[0] ?? "";
  if (own === "" || own.includes("<w:ind ")) return paragraph;
  const indent = `<w:ind w:rightChars="${hundredths}" w:right="${Math.round((hundredths / 100) * size * 10)}"/>`;
  const place =
    /<w:(?:contextualSpacing|mirrorIndents|suppressOverlap|jc|textDirection|textAlignment|textboxTightWrap|outlineLvl|divId|cnfStyle|rPr|sectPr|pPrChange)[\s/>]/.exec(
      own,
    );
  const at = place?.index ?? own.length - "</w:pPr>".length;
  return paragraph.replace(own, () => own.slice(0, at) + indent + own.slice(at));
}
