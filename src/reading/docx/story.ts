import type { TextBlock, TextPlace } from "../../model/reading.ts";
import type { BlockCollector } from "../collect-blocks.ts";
import { attribute, scanXml, unescapeText } from "../xml-scan.ts";
import type { Numbering } from "./numbering.ts";
import { type Look, type Styles, setLook } from "./styles.ts";
import { symbolText } from "./symbols.ts";

interface Paragraph {
  text: string;
  style: string | undefined;
  readonly own: Look;
  /** Size of the first run that shows text. */
  runSize: number | undefined;
}

interface Row {
  readonly cells: string[];
  /** Paragraphs of the cell that is open. */
  readonly lines: string[];
}

export interface StoryContext {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly collector: BlockCollector;
  /** Where a paragraph stands, counted from 1. */
  readonly placeOf: (paragraph: number) => TextPlace;
  /** Set for headers and footers: all of it has this role. */
  readonly role?: TextBlock["role"];
}

/**
 * One story of a Word document (body, header, footnotes): paragraphs and table rows in order. Only w:t is text: deleted text, field codes,
 * hidden runs and the old copy of moved text are not what the reader of the paper sees, and Fallback repeats the text box before it.
 * Returns the number of pictures.
 */
export function readStory(xml: string, context: StoryContext): number {
  const story: Story = {
    context,
    paragraphs: [],
    rows: [],
    counted: 0,
    pictures: 0,
    passing: 0,
    inText: false,
    inParagraphProperties: 0,
    inRunProperties: false,
    run: { hidden: false, size: undefined },
  };
  scanXml(xml, {
    text: (raw) => {
      if (story.inText && story.passing === 0) write(story, unescapeText(raw));
    },
    open: (name, tag) => {
      openElement(story, name, tag);
      return false;
    },
    close: (name) => {
      closeElement(story, name);
      return context.collector.full();
    },
  });
  return story.pictures;
}

/** Where the scan stands. Paragraphs and rows nest: text boxes hold paragraphs, cells hold tables. */
interface Story {
  readonly context: StoryContext;
  readonly paragraphs: Paragraph[];
  readonly rows: Row[];
  /** Paragraphs closed so far. */
  counted: number;
  pictures: number;
  /** Depth inside what is no text of the paper. */
  passing: number;
  inText: boolean;
  inParagraphProperties: number;
  inRunProperties: boolean;
  run: { hidden: boolean; size: number | undefined };
}

/** Subtrees that are no text of the paper. */
const passedOver: ReadonlySet<string> = new Set([
  "Fallback",
  "moveFrom",
  "del",
  "rt",
  "pPrChange",
  "rPrChange",
  "sectPrChange",
  "tblPrChange",
]);

function openElement(story: Story, name: string, tag: string): void {
  if (passedOver.has(name)) story.passing += 1;
  if (story.passing > 0) return;
  if (name === "pPr") story.inParagraphProperties += 1;
  else if (name === "rPr") story.inRunProperties = true;
  else if (story.inParagraphProperties > 0) takeParagraphProperty(story, name, tag);
  else if (story.inRunProperties) takeRunProperty(story, name, tag);
  else if (name === "p") story.paragraphs.push({ text: "", style: undefined, own: {}, runSize: undefined });
  else if (name === "r") story.run = { hidden: false, size: undefined };
  else if (name === "t") story.inText = true;
  else if (name === "tr") story.rows.push({ cells: [], lines: [] });
  else if (name === "blip" || name === "imagedata") story.pictures += 1;
  else write(story, inlineText(name, tag));
}

function takeParagraphProperty(story: Story, name: string, tag: string): void {
  const paragraph = story.paragraphs.at(-1);
  if (paragraph === undefined) return;
  if (name === "pStyle") paragraph.style = attribute(tag, "val");
  else if (!story.inRunProperties) setLook(paragraph.own, name, tag);
}

function takeRunProperty(story: Story, name: string, tag: string): void {
  if (name === "sz") story.run.size = Number(attribute(tag, "val")) / 2 || undefined;
  else if (name === "vanish") story.run.hidden = !/^(?:0|false|off)$/.test(attribute(tag, "val") ?? "");
}

function closeElement(story: Story, name: string): void {
  if (passedOver.has(name)) story.passing = Math.max(0, story.passing - 1);
  if (story.passing > 0) return;
  if (name === "t") story.inText = false;
  else if (name === "rPr") story.inRunProperties = false;
  else if (name === "pPr") story.inParagraphProperties = Math.max(0, story.inParagraphProperties - 1);
  else if (name === "p") closeParagraph(story);
  else if (name === "tc") closeCell(story);
  else if (name === "tr") closeRow(story);
}

function write(story: Story, text: string): void {
  const paragraph = story.paragraphs.at(-1);
  if (paragraph === undefined || text === "" || story.run.hidden) return;
  paragraph.text += text;
  if (paragraph.runSize === undefined && text.trim() !== "") paragraph.runSize = story.run.size;
}

function closeParagraph(story: Story): void {
  const paragraph = story.paragraphs.pop();
  if (paragraph === undefined) return;
  story.counted += 1;
  const block = describeParagraph(paragraph, story.context, story.counted);
  if (block === undefined) return;
  const row = story.rows.at(-1);
  if (row === undefined) story.context.collector.add(block);
  else row.lines.push(block.text);
}

function closeCell(story: Story): void {
  const row = story.rows.at(-1);
  row?.cells.push(row.lines.splice(0).join("\n"));
}

/** A row of a table inside a cell is a line of that cell. */
function closeRow({ rows, context, counted }: Story): void {
  const text = rows.pop()?.cells.join("\t").trim() ?? "";
  const outer = rows.at(-1);
  if (outer !== undefined) outer.lines.push(text);
  else context.collector.add({ text, at: context.placeOf(Math.max(1, counted)), role: context.role ?? "row" });
}

/** Elements of a run that stand for characters. */
function inlineText(name: string, tag: string): string {
  switch (name) {
    case "tab":
    case "ptab":
      return "\t";
    case "br":
      return attribute(tag, "type") === undefined || attribute(tag, "type") === "textWrapping" ? "\n" : "";
    case "cr":
      return "\n";
    case "noBreakHyphen":
      return "-";
    case "sym":
      return symbolText(attribute(tag, "font") ?? "", attribute(tag, "char") ?? "");
    default:
      return "";
  }
}

/** Counts the number of a list on even when the paragraph is empty, as Word does. */
function describeParagraph(paragraph: Paragraph, context: StoryContext, counted: number): TextBlock | undefined {
  const style = context.styles.of(paragraph.style);
  const look = { ...style, ...paragraph.own };
  const listed = look.listId !== undefined && look.listId !== "0";
  const number = listed ? context.numbering.next(look.listId ?? "", look.level ?? 0) : "";
  if (paragraph.text.trim() === "") return undefined;
  const size = paragraph.runSize ?? style.size;
  return {
    text: number + paragraph.text.trim(),
    at: context.placeOf(counted),
    role: context.role ?? roleOf(style.name, look.outline),
    ...(look.centred === true ? { centred: true } : {}),
    ...(size === undefined ? {} : { size }),
  };
}

function roleOf(style: string, outline: number | undefined): TextBlock["role"] {
  if (/^(?:title|标题)$/i.test(style)) return "title";
  return outline !== undefined && outline < 9 ? "heading" : "body";
}
