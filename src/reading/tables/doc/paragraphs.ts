import { type FormattedRange, rangeAt, tableDefinition } from "./formatting.ts";
import type { WordText } from "./text-pieces.ts";

/** A paragraph, the content of a cell's last paragraph, or the end of a row. */
export interface WordParagraph {
  readonly text: string;
  /** 0: not in a table; 1: in one; more: in a table inside a cell. */
  readonly depth: number;
  readonly endsCell: boolean;
  /** The mark that ends a row: what the row looks like. */
  readonly row: RowLook | undefined;
  readonly level: number | undefined;
  readonly marks: readonly WordMark[];
}

/** What a paragraph has beside its text: an edit that nobody has accepted, a picture, a note, an automatic number. */
export type WordMark = "edit" | "picture" | "footnote" | "comment" | "number";

/** Cells of a row from left to right. */
export interface RowLook {
  /** Left edges and the last right edge, in twentieths of a point. */
  readonly edges: readonly number[];
  readonly cells: readonly { readonly across: boolean; readonly down: "begins" | "goes-on" | undefined }[];
}

/** Codes of MS-DOC 2.6. */
const code = {
  inTable: 0x2416,
  rowEnd: 0x2417,
  depth: 0x6649,
  list: 0x460b,
  outline: 0x2640,
  verticalMerge: 0xd62b,
  deleted: 0x0800,
  inserted: 0x0801,
  hidden: 0x083c,
} as const;

export interface Formatting {
  readonly paragraphs: readonly FormattedRange[];
  readonly characters: readonly FormattedRange[];
}

/** Splits the text at its marks: \r ends a paragraph, \x07 a cell or a row, \f a page or section. */
export function splitParagraphs({ text, offsetAt }: WordText, formatting: Formatting): readonly WordParagraph[] {
  const paragraphs: WordParagraph[] = [];
  const dropped = droppedRanges(formatting.characters);
  const edited = editsIn(formatting.characters);
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign !== 0x0d && sign !== 0x07 && sign !== 0x0c) continue;
    const range = rangeAt(formatting.paragraphs, offsetAt(at));
    const shown = shownText(text, start, at, dropped.length === 0 ? undefined : (index) => rangeAt(dropped, offsetAt(index)) !== undefined);
    const edits = edited.length === 0 ? 0 : rangesWithin(edited, start, at, offsetAt);
    const marks = [...Array.from({ length: edits }, () => "edit" as const), ...signMarks(text, start, at)];
    paragraphs.push(paragraphOf({ text: shown, marks }, sign === 0x07, range));
    start = at + 1;
  }
  return paragraphs;
}

/** Edits that nobody has accepted; one that changes its font halfway is still one. */
function editsIn(characters: readonly FormattedRange[]): readonly FormattedRange[] {
  const edits: FormattedRange[] = [];
  for (const range of characters) {
    if (!isSet(range, code.deleted) && !isSet(range, code.inserted)) continue;
    const last = edits.at(-1);
    if (last?.to === range.from && isSet(last, code.deleted) === isSet(range, code.deleted))
      edits[edits.length - 1] = { ...last, to: range.to };
    else edits.push(range);
  }
  return edits;
}

/** How many of the ranges begin in this stretch of the text, or reach into it from before. */
function rangesWithin(ranges: readonly FormattedRange[], start: number, end: number, offsetAt: WordText["offsetAt"]): number {
  const found = new Set<FormattedRange>();
  for (let index = start; index < end; index += 1) {
    const range = rangeAt(ranges, offsetAt(index));
    if (range !== undefined) found.add(range);
  }
  return found.size;
}

const signs: ReadonlyMap<number, WordMark> = new Map([
  [0x01, "picture"],
  [0x08, "picture"],
  [0x02, "footnote"],
  [0x05, "comment"],
]);

/** Signs that stand for a picture or a note; those within the code of a field are part of it. */
function signMarks(text: string, start: number, end: number): readonly WordMark[] {
  const marks: WordMark[] = [];
  let inCode = 0;
  for (let at = start; at < end; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === 0x13) inCode += 1;
    else if (sign === 0x14 || sign === 0x15) inCode = Math.max(0, sign === 0x14 ? inCode - 1 : inCode);
    const mark = inCode > 0 ? undefined : signs.get(sign);
    if (mark !== undefined) marks.push(mark);
  }
  return marks;
}

function droppedRanges(characters: readonly FormattedRange[]): readonly FormattedRange[] {
  return characters.filter((range) => isSet(range, code.deleted) || isSet(range, code.hidden));
}

function isSet(range: FormattedRange, wanted: number): boolean {
  const last = range.properties.findLast((property) => property.code === wanted);
  return last !== undefined && (last.value.getUint8(0) & 0x7f) === 1;
}

function paragraphOf(
  { text, marks }: Pick<WordParagraph, "text" | "marks">,
  endsCell: boolean,
  range: FormattedRange | undefined,
): WordParagraph {
  const number = (wanted: number): number | undefined => {
    const value = range?.properties.findLast((property) => property.code === wanted)?.value;
    return value === undefined
      ? undefined
      : value.byteLength >= 4
        ? value.getUint32(0, true)
        : value.byteLength >= 2
          ? value.getUint16(0, true)
          : value.getUint8(0);
  };
  const inTable = number(code.inTable) === 1;
  const rowEnd = inTable && number(code.rowEnd) === 1;
  const outline = number(code.outline);
  const style = range?.style ?? 0;
  const level = outline !== undefined && outline < 9 ? outline + 1 : outline === undefined && style >= 1 && style <= 9 ? style : undefined;
  return {
    text,
    depth: inTable ? Math.max(1, number(code.depth) ?? 1) : 0,
    endsCell: endsCell && !rowEnd,
    row: rowEnd && range !== undefined ? rowLook(range) : undefined,
    level,
    marks: (number(code.list) ?? 0) > 0 && (text !== "" || endsCell) ? [...marks, "number"] : marks,
  };
}

/** sprmTDefTable: number of cells, edges, and 20 bytes for each cell, whose first bits say how it is merged. */
function rowLook({ properties }: FormattedRange): RowLook {
  const value = properties.findLast((property) => property.code === tableDefinition)?.value;
  if (value === undefined) return { edges: [], cells: [] };
  const count = value.getUint8(0);
  const edges = Array.from({ length: count + 1 }, (_, index) => value.getInt16(1 + index * 2, true));
  const first = 1 + (count + 1) * 2;
  const cells = Array.from({ length: count }, (_, index) => {
    const at = first + index * 20;
    const flags = at + 2 <= value.byteLength ? value.getUint16(at, true) : 0;
    return { across: (flags & 3) !== 0, down: mergeOf((flags >> 5) & 3) };
  });
  for (const { code: each, value: merge } of properties) {
    const cell = each === code.verticalMerge && merge.byteLength >= 2 ? cells[merge.getUint8(0)] : undefined;
    if (cell !== undefined) cell.down = mergeOf(merge.getUint8(1) & 3);
  }
  return { edges, cells };
}

function mergeOf(bits: number): "begins" | "goes-on" | undefined {
  return bits === 0 ? undefined : bits === 1 ? "goes-on" : "begins";
}

/** Without codes of fields, signs that stand for pictures and notes, and what was deleted or is hidden. */
function shownText(text: string, start: number, end: number, isDropped: ((index: number) => boolean) | undefined): string {
  let shown = "";
  let inCode = 0;
  for (let at = start; at < end; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === 0x13) inCode += 1;
    else if (sign === 0x14 || sign === 0x15) inCode = Math.max(0, sign === 0x14 ? inCode - 1 : inCode);
    else if (inCode > 0 || isDropped?.(at) === true) continue;
    else if (sign === 0x0b) shown += "\n";
    else if (sign === 0x1e) shown += "-";
    else if (sign >= 0x20 || sign === 0x09) shown += text.charAt(at);
  }
  return shown.trim();
}
