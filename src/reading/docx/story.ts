import type { TextBlock, TextPlace } from "../../model/reading.ts";
import type { BlockCollector } from "../collect-blocks.ts";
import { type StoryParagraph, type StoryParts, scanStory } from "./scan-story.ts";

interface Row {
  readonly cells: string[];
  /** Paragraphs of the cell that is open. */
  readonly lines: string[];
}

export interface StoryContext extends StoryParts {
  readonly collector: BlockCollector;
  /** Where a paragraph stands, counted from 1. */
  readonly placeOf: (paragraph: number) => TextPlace;
  /** Set for headers and footers: all of it has this role. */
  readonly role?: TextBlock["role"];
}

/** One story of a Word document as blocks: paragraphs and table rows in order. Returns the number of pictures. */
export function readStory(xml: string, context: StoryContext): number {
  const { collector, placeOf, role } = context;
  // Rows nest, for cells hold tables.
  const rows: Row[] = [];
  let counted = 0;
  let pictures = 0;
  scanStory(xml, context, {
    paragraph: (paragraph) => {
      counted += 1;
      if (paragraph === undefined || paragraph.text === "") return;
      const block = describeParagraph(paragraph, placeOf(counted), role);
      const row = rows.at(-1);
      if (row === undefined) collector.add(block);
      else row.lines.push(block.text);
    },
    open: (element) => {
      if (element === "tr") rows.push({ cells: [], lines: [] });
    },
    close: (element) => {
      const row = rows.at(-1);
      if (element === "tc") row?.cells.push(row.lines.splice(0).join("\n"));
      if (element !== "tr") return;
      rows.pop();
      // A row of a table inside a cell is a line of that cell.
      const text = row?.cells.join("\t").trim() ?? "";
      const outer = rows.at(-1);
      if (outer !== undefined) outer.lines.push(text);
      else collector.add({ text, at: placeOf(Math.max(1, counted)), role: role ?? "row" });
    },
    picture: () => {
      pictures += 1;
    },
    full: collector.full,
  });
  return pictures;
}

function describeParagraph(
  { number, text, look, styleName, size }: StoryParagraph,
  at: TextPlace,
  role: TextBlock["role"] | undefined,
): TextBlock {
  return {
    text: number + text,
    at,
    role: role ?? roleOf(styleName, look.outline),
    ...(look.centred === true ? { centred: true } : {}),
    ...(size === undefined ? {} : { size }),
  };
}

function roleOf(style: string, outline: number | undefined): TextBlock["role"] {
  if (/^(?:title|标题)$/i.test(style)) return "title";
  return outline !== undefined && outline < 9 ? "heading" : "body";
}
