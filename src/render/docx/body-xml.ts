import type { Block } from "../../report/blocks.ts";
import { type BodyContext, runsXml } from "./run-xml.ts";
import type { StyleKey } from "./shell-styles.ts";
import { tableXml } from "./table-xml.ts";

const headingStyles = { 1: "heading1", 2: "heading2", 3: "heading3", 4: "heading4" } as const satisfies Record<1 | 2 | 3 | 4, StyleKey>;

/**
 * A paragraph one point high: two tables that touch would run together, and a table may not end a document. Off the line
 * grid, which would make it a full line, and after a full page an empty one.
 */
const spacer =
  '<w:p><w:pPr><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>';

/** `charts`: the drawing of each chart block, in order. `last`: whether the shell has nothing after the body. */
export function bodyXml(body: readonly Block[], charts: readonly string[], context: BodyContext, last: boolean): string {
  let drawn = 0;
  return body
    .map((block, index) => blockXml(block, { before: body[index - 1], next: body[index + 1], last }, () => charts[drawn++] ?? "", context))
    .join("");
}

interface Neighbours {
  readonly before: Block | undefined;
  readonly next: Block | undefined;
  readonly last: boolean;
}

function blockXml(block: Block, { before, next, last }: Neighbours, drawing: () => string, context: BodyContext): string {
  const gap = before?.kind === "table" ? '<w:spacing w:before="160"/>' : "";
  switch (block.kind) {
    case "heading": {
      const page = block.newPage === true && before !== undefined ? "<w:pageBreakBefore/>" : "";
      return paragraphXml(headingStyles[block.level], page + gap, runsXml(block.runs, context), context);
    }
    case "paragraph": {
      // The signature must not stand alone on a page.
      const keep = next === undefined ? "<w:keepNext/>" : "";
      const flush = block.flush === true ? '<w:ind w:firstLineChars="0" w:firstLine="0"/>' : "";
      return paragraphXml("body", keep + gap + flush, runsXml(block.runs, context), context);
    }
    case "table":
      return tableXml(block.table, context) + (next?.kind === "table" || (next === undefined && last) ? spacer : "");
    case "chart":
      return chartParagraph(drawing(), context);
  }
}

/** Line rule auto: under an exact line height a picture is clipped to one line. */
function chartParagraph(drawing: string, context: BodyContext): string {
  const layout = '<w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>';
  return paragraphXml("chart", layout, `<w:r>${drawing}</w:r>`, context);
}

function paragraphXml(style: StyleKey, properties: string, content: string, context: BodyContext): string {
  const id = context.styles.get(style);
  const all = (id === undefined ? "" : `<w:pStyle w:val="${id}"/>`) + properties;
  return `<w:p>${all === "" ? "" : `<w:pPr>${all}</w:pPr>`}${content}</w:p>`;
}
