import { attribute, scanXml, unescapeText } from "../xml-scan.ts";
import type { Numbering } from "./numbering.ts";
import { type Look, type Styles, setLook } from "./styles.ts";
import { symbolText } from "./symbols.ts";

/** A paragraph that shows text or an automatic number. */
export interface StoryParagraph {
  /** The automatic number; empty when there is none. */
  readonly number: string;
  readonly text: string;
  /** Own look over that of the style. */
  readonly look: Look;
  readonly styleName: string;
  /** Points, of the first run that shows text. */
  readonly size: number | undefined;
}

/** What a story consists of, in order; tables nest. */
export interface StoryHandler {
  /** Undefined: a paragraph that shows nothing. */
  readonly paragraph: (paragraph: StoryParagraph | undefined) => void;
  readonly open: (element: StoryElement) => void;
  readonly close: (element: StoryElement) => void;
  /** A property of the row or the cell that is open: name and tag of an element in trPr or tcPr. */
  readonly property?: (name: string, tag: string) => void;
  readonly picture: () => void;
  /** Something was deleted or inserted and nobody has accepted it yet. */
  readonly edited?: () => void;
  /** The sign of a footnote, an endnote or a comment; `id` names it in its own part. */
  readonly reference?: (kind: StoryReference, id: string) => void;
  /** Ends the scan. */
  readonly full: () => boolean;
}

export type StoryElement = "tbl" | "tr" | "tc";
export type StoryReference = "footnote" | "endnote" | "comment";

export interface StoryParts {
  readonly styles: Styles;
  readonly numbering: Numbering;
}

/**
 * One story of a Word document (body, header, footnotes). Only w:t is text: deleted text, field codes, hidden runs and the old copy of moved
 * text are not what the reader of the paper sees, and Fallback repeats the text box before it.
 */
export function scanStory(xml: string, parts: StoryParts, handler: StoryHandler): void {
  const story: Story = {
    parts,
    handler,
    paragraphs: [],
    passing: 0,
    inText: false,
    inParagraphProperties: 0,
    inRunProperties: false,
    inTableProperties: false,
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
      return handler.full();
    },
  });
}

interface Paragraph {
  text: string;
  style: string | undefined;
  readonly own: Look;
  size: number | undefined;
  /** Its end was deleted: without text there is no paragraph any more. */
  deleted: boolean;
}

/** Where the scan stands. Paragraphs nest: text boxes hold paragraphs. */
interface Story {
  readonly parts: StoryParts;
  readonly handler: StoryHandler;
  readonly paragraphs: Paragraph[];
  /** Depth inside what is no text of the paper. */
  passing: number;
  inText: boolean;
  inParagraphProperties: number;
  inRunProperties: boolean;
  inTableProperties: boolean;
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
  "trPrChange",
  "tcPrChange",
  "tblPrExChange",
]);

const edits: ReadonlySet<string> = new Set(["ins", "del", "moveFrom", "moveTo"]);

const references: ReadonlyMap<string, StoryReference> = new Map([
  ["footnoteReference", "footnote"],
  ["endnoteReference", "endnote"],
  ["commentReference", "comment"],
]);

function openElement(story: Story, name: string, tag: string): void {
  if (edits.has(name)) noteEdit(story, name, tag);
  if (passedOver.has(name)) story.passing += 1;
  if (story.passing > 0) return;
  if (name === "pPr") story.inParagraphProperties += 1;
  else if (name === "rPr") story.inRunProperties = true;
  else if (name === "trPr" || name === "tcPr") story.inTableProperties = true;
  else if (story.inParagraphProperties > 0) takeParagraphProperty(story, name, tag);
  else if (story.inRunProperties) takeRunProperty(story, name, tag);
  else if (story.inTableProperties) story.handler.property?.(name, tag);
  else if (name === "p") story.paragraphs.push({ text: "", style: undefined, own: {}, size: undefined, deleted: false });
  else if (name === "r") story.run = { hidden: false, size: undefined };
  else if (name === "t") story.inText = true;
  else if (name === "tbl" || name === "tr" || name === "tc") story.handler.open(name);
  else if (name === "blip" || name === "imagedata") story.handler.picture();
  else if (references.has(name)) story.handler.reference?.(references.get(name) ?? "footnote", attribute(tag, "id") ?? "");
  else write(story, inlineText(name, tag));
}

/** The end of a paragraph and a whole row are deleted by an element among their properties. */
function noteEdit(story: Story, name: string, tag: string): void {
  if (story.passing > 0) return;
  story.handler.edited?.();
  if (name !== "del" && name !== "moveFrom") return;
  const paragraph = story.paragraphs.at(-1);
  if (story.inParagraphProperties > 0 && paragraph !== undefined) paragraph.deleted = true;
  else if (story.inTableProperties) story.handler.property?.(name, tag);
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
  else if (name === "trPr" || name === "tcPr") story.inTableProperties = false;
  else if (name === "pPr") story.inParagraphProperties = Math.max(0, story.inParagraphProperties - 1);
  else if (name === "p") closeParagraph(story);
  else if (name === "tbl" || name === "tr" || name === "tc") story.handler.close(name);
}

function write(story: Story, text: string): void {
  const paragraph = story.paragraphs.at(-1);
  if (paragraph === undefined || text === "" || story.run.hidden) return;
  paragraph.text += text;
  if (paragraph.size === undefined && text.trim() !== "") paragraph.size = story.run.size;
}

function closeParagraph({ paragraphs, parts, handler }: Story): void {
  const paragraph = paragraphs.pop();
  if (paragraph !== undefined) handler.paragraph(finished(paragraph, parts));
}

/** Counts the number of a list on even when the paragraph is empty, as Word does; not when it was deleted. */
function finished(paragraph: Paragraph, { styles, numbering }: StoryParts): StoryParagraph | undefined {
  const text = paragraph.text.trim();
  if (text === "" && paragraph.deleted) return undefined;
  const style = styles.of(paragraph.style);
  const look = { ...style, ...paragraph.own };
  const listed = look.listId !== undefined && look.listId !== "0";
  const number = listed ? numbering.next(look.listId ?? "", look.level ?? 0) : "";
  if (text === "" && number === "") return undefined;
  return { number, text, look, styleName: style.name, size: paragraph.size ?? style.size };
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
