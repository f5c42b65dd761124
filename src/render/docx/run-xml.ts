import type { Run } from "../../report/blocks.ts";
import { linkTarget } from "../ooxml/link-target.ts";
import { escapeXml, printableText } from "../ooxml/xml-text.ts";
import type { StyleIds } from "./shell-styles.ts";

/** What composing a body needs to know of its shell, and where it leaves its links. */
export interface BodyContext {
  readonly styles: StyleIds;
  /** Text width in twips. */
  readonly width: number;
  /** The relationship id for a target (already percent-encoded); the same target, the same id. */
  readonly linkId: (target: string) => string;
}

/** Quotes, dashes and circled numbers count as Chinese, so that “ ” take the Chinese font. */
const chinese = '<w:rFonts w:hint="eastAsia"/>';

export function runsXml(runs: readonly Run[], context: BodyContext, bold = false): string {
  return runs.map((run) => runXml(run, context, bold)).join("");
}

function runXml(run: Run, context: BodyContext, bold: boolean): string {
  switch (run.kind) {
    case "text":
      return textRun(run.text, `${chinese}${bold || run.bold === true ? "<w:b/>" : ""}`);
    case "blank":
      return textRun(blankText(run.hint), `${chinese}${bold ? "<w:b/>" : ""}<w:highlight w:val="yellow"/>`);
    case "link":
      return linkXml(run.text, linkTarget(run.target), context, bold);
  }
}

/** How a blank that only a person can fill is written everywhere. */
export function blankText(hint: string): string {
  return `【待补：${hint}】`;
}

function linkXml(text: string, target: string, context: BodyContext, bold: boolean): string {
  const style = context.styles.get("link");
  const look = style === undefined ? '<w:u w:val="single"/>' : "";
  const properties = `${style === undefined ? "" : `<w:rStyle w:val="${style}"/>`}${chinese}${bold ? "<w:b/>" : ""}${look}`;
  const run = textRun(text, properties);
  return target === "" || run === "" ? run : `<w:hyperlink r:id="${context.linkId(target)}" w:history="1">${run}</w:hyperlink>`;
}

function textRun(text: string, properties: string): string {
  return text === "" ? "" : `<w:r><w:rPr>${properties}</w:rPr>${contentXml(printableText(text))}</w:r>`;
}

function contentXml(text: string): string {
  if (!/[\n\t]/.test(text)) return textXml(text);
  return text
    .split(/([\n\t])/)
    .map((piece) => (piece === "\n" ? "<w:br/>" : piece === "\t" ? "<w:tab/>" : piece === "" ? "" : textXml(piece)))
    .join("");
}

function textXml(text: string): string {
  return `<w:t xml:space="preserve">${escapeXml(text)}</w:t>`;
}
