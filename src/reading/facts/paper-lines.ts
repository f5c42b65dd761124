import { foldSigns } from "../../model/chinese-text.ts";
import type { Extract, TextBlock, TextPlace } from "../../model/reading.ts";
import { splitRunOn } from "./split-run-on.ts";

/** One line of a document. `text` is folded (half-width figures and brackets, one kind of space, | between cells), `raw` is as stored. */
export interface Line {
  readonly raw: string;
  readonly text: string;
  /** Offsets into `text` are offsets into `raw`; not so where spaces between single characters (OCR, 会 议 纪 要) were taken out. */
  readonly exact: boolean;
  readonly at: TextPlace;
  readonly role: TextBlock["role"];
  readonly centred: boolean;
  readonly size: number | undefined;
}

/** The document as facts are sought in it: lines of the text, page headers and footers apart. */
export interface Paper {
  readonly lines: readonly Line[];
  readonly margins: readonly Line[];
  /** Index of the line that opens the annexes (附件1 alone on a line); the number of lines when there is none. */
  readonly annexFrom: number;
}

/** Lines at the beginning in which 版头, title and addressee stand. */
export const headLines = 24;

export function toPaper(extract: Extract): Paper {
  const all = extract.blocks.flatMap(linesOf);
  const margins = all.filter(isMargin);
  const body = all.filter((line) => !isMargin(line));
  const lines = body.length <= 3 ? body.flatMap(splitLine) : body;
  return { lines, margins, annexFrom: annexStart(lines) };
}

/** The head of a mail is part of what it says; names of what is attached are not. */
function isMargin({ role, at }: Line): boolean {
  return (role === "header" && at.kind !== "mail") || role === "footer";
}

function linesOf(block: TextBlock): readonly Line[] {
  const parts = /[\r\n\v]/u.test(block.text) ? block.text.split(/[\r\n\v]+/u) : [block.text];
  return parts.map((part) => part.trim()).flatMap((raw) => (raw === "" ? [] : [toLine(raw, block)]));
}

function toLine(raw: string, { at, role, centred, size }: Pick<TextBlock, "at" | "role" | "centred" | "size">): Line {
  const folded = foldSigns(raw.includes("\t") ? raw.replaceAll("\t", "|") : raw);
  const tight = withoutSpread(folded);
  return { raw, text: tight ?? folded, exact: tight === undefined, at, role, centred: centred === true, size };
}

/** 会 议 纪 要 → 会议纪要; undefined when the text is not spread out. */
function withoutSpread(text: string): string | undefined {
  if (!/^\s*\S\s|\s\S\s/u.test(text)) return undefined;
  const tokens = text.trim().split(/\s+/u);
  const singles = tokens.filter((token) => token.length === 1).length;
  if (singles < 2 || singles < tokens.length * 0.8 || /^年月日$/u.test(tokens.join(""))) return undefined;
  return tokens.join("");
}

function splitLine(line: Line): readonly Line[] {
  return splitRunOn(line.text).map(([from, to]) =>
    line.exact
      ? { ...line, raw: line.raw.slice(from, to), text: line.text.slice(from, to), role: "body" }
      : { ...line, text: line.text.slice(from, to), role: "body" },
  );
}

/** 附件1 alone on a line opens an annex; 附件： followed by 1.… is the list of them (附件说明). */
function annexStart(lines: readonly Line[]): number {
  const found = lines.findIndex(
    ({ text }, index) =>
      index > 3 &&
      text.length <= 12 &&
      /^附件\s{0,3}[\d一二三四五六七八九十]{0,2}\s{0,3}:?$/u.test(text) &&
      !/^\s{0,4}1\s{0,2}[.、]/u.test(lines[index + 1]?.text ?? ""),
  );
  return found < 0 ? lines.length : found;
}
