import type { WordFile } from "../../doc/open-word.ts";

/** The main text of a .doc, and where in the stream each of its characters stands. */
export interface WordText {
  readonly text: string;
  /** Offset in the stream WordDocument of a character, by its index in `text`. */
  readonly offsetAt: (index: number) => number;
}

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
  /** Bytes of a character. */
  readonly size: 1 | 2;
}

/** Joins the pieces of the text (MS-DOC 2.4.1). Throws a range error when they point outside the stream. */
export function readText({ word, table }: WordFile): WordText {
  const length = word.getUint32(0x4c, true);
  const pieces = readPieces(word, table).filter((piece) => piece.from < length);
  const latin = new TextDecoder("windows-1252");
  const wide = new TextDecoder("utf-16le");
  let text = "";
  for (const { from, to, offset, size } of pieces) {
    const count = Math.min(to, length) - from;
    if (offset + count * size > word.byteLength) throw new RangeError("文字在文件之外");
    text += (size === 1 ? latin : wide).decode(new Uint8Array(word.buffer, word.byteOffset + offset, count * size));
  }
  const offsetAt = (index: number): number => {
    const piece = pieceAt(pieces, index);
    return piece === undefined ? -1 : piece.offset + (index - piece.from) * piece.size;
  };
  return { text, offsetAt };
}

/** Properties of pieces come first in the list; the pieces follow the byte 2. */
function readPieces(word: DataView, table: DataView): readonly Piece[] {
  const start = word.getUint32(0x01a2, true);
  let at = start;
  while (table.getUint8(at) === 1) at += 3 + table.getUint16(at + 1, true);
  const count = (table.getUint32(at + 1, true) - 4) / 12;
  const positions = at + 5;
  const descriptors = positions + (count + 1) * 4;
  return Array.from({ length: count }, (_, index) => {
    const place = table.getUint32(descriptors + index * 8 + 2, true);
    const narrow = (place & 0x40000000) !== 0;
    const offset = narrow ? (place & 0x3fffffff) / 2 : place & 0x3fffffff;
    return {
      from: table.getUint32(positions + index * 4, true),
      to: table.getUint32(positions + index * 4 + 4, true),
      offset,
      size: narrow ? 1 : 2,
    };
  });
}

function pieceAt(pieces: readonly Piece[], index: number): Piece | undefined {
  let [low, high] = [0, pieces.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const piece = pieces[middle];
    if (piece === undefined) return undefined;
    if (index < piece.from) high = middle - 1;
    else if (index >= piece.to) low = middle + 1;
    else return piece;
  }
  return undefined;
}
