import type { TextBlock } from "../model/reading.ts";
import type { BlockCollector } from "./collect-blocks.ts";
import { scanXml, unescapeText } from "./xml-scan.ts";

/** Elements that begin and end a line. */
export const blockElements: ReadonlySet<string> = new Set(
  "p div li ul ol dl dt dd table tbody thead tr section article header footer main form h1 h2 h3 h4 h5 h6 br hr pre blockquote body option title".split(
    " ",
  ),
);

/** Entities of HTML that Chinese pages use. */
export const namedEntities: Readonly<Record<string, string>> = {
  nbsp: " ",
  ensp: " ",
  emsp: "　",
  ldquo: "“",
  rdquo: "”",
  lsquo: "‘",
  rsquo: "’",
  middot: "·",
  mdash: "—",
  ndash: "–",
  hellip: "…",
  times: "×",
  copy: "©",
};

/** Text of a page in order: block elements end a paragraph, a table row is one block, its cells joined by tabs. `placeOf` counts from 1. */
export function addHtml(html: string, collector: BlockCollector, placeOf: (paragraph: number) => TextBlock["at"]): void {
  let text = "";
  let role: TextBlock["role"] = "body";
  let rowDepth = 0;
  let counted = 0;
  const flush = (): void => {
    const cells = text
      .replace(/ {2,}/g, " ")
      .split("\t")
      .map((cell) => cell.trim());
    const shown = cells.filter((cell) => cell !== "").join("\t");
    text = "";
    if (shown === "") return;
    counted += 1;
    collector.add({ text: shown, at: placeOf(counted), role });
  };
  scanXml(withoutCode(html), {
    text: (raw) => {
      text += unescapeText(raw, namedEntities).replace(/[\s\u00a0]+/g, (blank) => (blank.startsWith("　") ? blank : " "));
    },
    open: (written) => {
      const name = written.toLowerCase();
      if (rowDepth > 0 && name !== "tr") {
        if (name === "td" || name === "th" || name === "tc") text += "\t";
        else if (blockElements.has(name)) text += " ";
        return false;
      }
      if (blockElements.has(name)) flush();
      if (name === "tr") {
        rowDepth += 1;
        role = "row";
      } else if (/^h[1-6]$/.test(name)) role = "heading";
      else if (name === "title") role = "header";
      return false;
    },
    close: (written) => {
      const name = written.toLowerCase();
      if (name === "tr") {
        flush();
        rowDepth = Math.max(0, rowDepth - 1);
        role = rowDepth > 0 ? "row" : "body";
      } else if (name === "table") rowDepth = 0;
      if (rowDepth === 0 && blockElements.has(name)) {
        flush();
        role = "body";
      }
      return collector.full();
    },
  });
  flush();
}

/** Scripts and styles are no text, and what looks like tags in them is none. */
export function withoutCode(html: string): string {
  let kept = "";
  let at = 0;
  const opening = /<(script|style|noscript|template|xml|pkg:binaryData|w:binData)\b[^>]{0,500}>/gi;
  for (let match = opening.exec(html); match !== null; match = opening.exec(html)) {
    const closing = new RegExp(`</${match[1] ?? ""}\\s*>`, "gi");
    closing.lastIndex = opening.lastIndex;
    kept += html.slice(at, match.index);
    at = match[0].endsWith("/>") || closing.test(html) ? Math.max(closing.lastIndex, opening.lastIndex) : html.length;
    opening.lastIndex = at;
  }
  return kept + html.slice(at);
}
