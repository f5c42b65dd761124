import type { WordFile } from "../../doc/open-word.ts";

/** Properties of a stretch of the stream, from an offset up to another. */
export interface FormattedRange {
  readonly from: number;
  readonly to: number;
  /** Index of the style; paragraphs only. */
  readonly style: number;
  readonly properties: readonly Property[];
}

/** One property: its code (sprm of MS-DOC) and where its value lies. */
export interface Property {
  readonly code: number;
  readonly value: DataView;
}

const pageSize = 512;

/** Paragraph or character properties of the whole stream, in order; the lists are at these places of the file information block. */
export function readFormatting(file: WordFile, kind: "paragraphs" | "characters"): readonly FormattedRange[] {
  const { word, table } = file;
  const [start, length] =
    kind === "paragraphs"
      ? [word.getUint32(0x102, true), word.getUint32(0x106, true)]
      : [word.getUint32(0xfa, true), word.getUint32(0xfe, true)];
  const pages = Math.max(0, Math.floor((length - 4) / 8));
  const data = file.ole.stream("Data");
  const ranges: FormattedRange[] = [];
  for (let index = 0; index < pages; index += 1) {
    const page = (table.getUint32(start + (pages + 1) * 4 + index * 4, true) & 0x3fffff) * pageSize;
    const count = word.getUint8(page + pageSize - 1);
    for (let entry = 0; entry < count; entry += 1) {
      const from = word.getUint32(page + entry * 4, true);
      const to = word.getUint32(page + entry * 4 + 4, true);
      const firsts = page + (count + 1) * 4;
      ranges.push({
        from,
        to,
        ...(kind === "paragraphs" ? paragraphAt(word, page, firsts + entry * 13, data) : charactersAt(word, page, firsts + entry)),
      });
    }
  }
  return ranges.sort((left, right) => left.from - right.from);
}

/** The range that an offset lies in. */
export function rangeAt(ranges: readonly FormattedRange[], offset: number): FormattedRange | undefined {
  let [low, high] = [0, ranges.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (range === undefined) return undefined;
    if (offset < range.from) high = middle - 1;
    else if (offset >= range.to) low = middle + 1;
    else return range;
  }
  return undefined;
}

/** PapxInFkp: a length in words, or a zero and then the length; the style; the properties. */
function paragraphAt(
  word: DataView,
  page: number,
  place: number,
  data: Uint8Array | undefined,
): Pick<FormattedRange, "style" | "properties"> {
  const offset = word.getUint8(place) * 2;
  if (offset === 0) return { style: 0, properties: [] };
  const first = word.getUint8(page + offset);
  const start = page + offset + (first === 0 ? 2 : 1);
  const size = first === 0 ? word.getUint8(page + offset + 1) * 2 : first * 2 - 1;
  const own = propertiesIn(new DataView(word.buffer, word.byteOffset + start + 2, Math.max(0, size - 2)));
  return { style: word.getUint16(start, true), properties: own.flatMap((property) => [property, ...huge(property, data)]) };
}

/** Properties that do not fit into the page lie in the stream Data (sprmPHugePapx). */
function huge({ code, value }: Property, data: Uint8Array | undefined): readonly Property[] {
  if ((code !== 0x6646 && code !== 0x6645) || data === undefined) return [];
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const at = value.getUint32(0, true);
  return propertiesIn(new DataView(data.buffer, data.byteOffset + at + 2, view.getUint16(at, true)));
}

function charactersAt(word: DataView, page: number, place: number): Pick<FormattedRange, "style" | "properties"> {
  const offset = word.getUint8(place) * 2;
  if (offset === 0) return { style: 0, properties: [] };
  return {
    style: 0,
    properties: propertiesIn(new DataView(word.buffer, word.byteOffset + page + offset + 1, word.getUint8(page + offset))),
  };
}

/** Definition of a table row: the one property whose length takes two bytes. */
export const tableDefinition = 0xd608;

/** Bytes of a value by the top three bits of its code; the seventh kind says its length itself. */
const sizes: readonly number[] = [1, 1, 2, 4, 2, 2, 0, 3];

function propertiesIn(view: DataView): readonly Property[] {
  const properties: Property[] = [];
  for (let at = 0; at + 3 <= view.byteLength; ) {
    const code = view.getUint16(at, true);
    at += 2;
    const head = code === tableDefinition ? 2 : code >> 13 === 6 ? 1 : 0;
    const size = head === 2 ? view.getUint16(at, true) - 1 : head === 1 ? view.getUint8(at) : (sizes[code >> 13] ?? 1);
    // A list of tab stops may be longer than its length can say; nothing after it matters to us.
    if (at + head + size > view.byteLength || size < 0 || (code === 0xc615 && size === 255)) break;
    properties.push({ code, value: new DataView(view.buffer, view.byteOffset + at + head, size) });
    at += head + size;
  }
  return properties;
}
