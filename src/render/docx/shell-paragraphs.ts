import { unescapeXml } from "../ooxml/xml-text.ts";

/** A paragraph of a WordprocessingML part: where it stands and what it says, over all its runs. */
export interface ShellParagraph {
  readonly from: number;
  readonly to: number;
  readonly xml: string;
  readonly text: string;
}

const paragraphPattern = /<w:p(?:\s(?:[^>]*[^/>])?)?>[\s\S]*?<\/w:p>/g;
const textPattern = /(<w:t(?:\s[^>]*)?>)([^<]*)(<\/w:t>)/g;

export function paragraphsOf(xml: string): readonly ShellParagraph[] {
  return [...xml.matchAll(paragraphPattern)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    xml: match[0],
    text: textOf(match[0]),
  }));
}

function textOf(xml: string): string {
  return unescapeXml([...xml.matchAll(textPattern)].map((match) => match[2] ?? "").join(""));
}

/** Input methods type ｛｛ ｝｝: turns pairs of full-width braces into {{ }}, also where the pair is split over two runs. */
export function normalizeBraces(xml: string): string {
  if (!/[｛｝]/.test(xml)) return xml;
  return xml.replace(paragraphPattern, (paragraph) => {
    const written = [...paragraph.matchAll(textPattern)].map((match) => match[2] ?? "").join("");
    const wanted = written.replace(/[{｛]{2}/g, "{{").replace(/[}｝]{2}/g, "}}");
    if (wanted === written) return paragraph;
    let at = 0;
    return paragraph.replace(textPattern, (_, open: string, text: string, close: string) => {
      at += text.length;
      return open + wanted.slice(at - text.length, at) + close;
    });
  });
}
