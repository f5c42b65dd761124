import type { DocumentFormat } from "../../model/document-format.ts";

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Width and height in pixels from the header of a picture; undefined when the header is broken or of another format. */
export function pictureSize(bytes: Uint8Array, format: DocumentFormat): PictureSize | undefined {
  try {
    const [width, height] = readers[format]?.(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)) ?? [0, 0];
    return width > 0 && height > 0 ? { width, height } : undefined;
  } catch (thrown) {
    if (thrown instanceof RangeError) return undefined;
    throw thrown;
  }
}

type Size = readonly [number, number];

/** Reading past the end throws a range error, which means: cut off. */
const readers: { readonly [Format in DocumentFormat]?: (view: DataView) => Size | undefined } = {
  png: (view) => (view.getUint32(12) === 0x49484452 ? [view.getUint32(16), view.getUint32(20)] : undefined),
  gif: (view) => (view.getUint32(0) === 0x47494638 ? [view.getUint16(6, true), view.getUint16(8, true)] : undefined),
  bmp: (view) => (view.getUint16(0) === 0x424d ? bmpSize(view) : undefined),
  jpeg: (view) => (view.getUint16(0) === 0xffd8 ? jpegSize(view) : undefined),
  webp: (view) => (view.getUint32(8) === 0x57454250 ? webpSize(view) : undefined),
  tiff: tiffSize,
};

/** Heights below zero mean: stored from the top. Headers of 12 bytes are those of OS/2. */
function bmpSize(view: DataView): Size {
  if (view.getUint32(14, true) === 12) return [view.getUint16(18, true), view.getUint16(20, true)];
  return [view.getInt32(18, true), Math.abs(view.getInt32(22, true))];
}

function jpegSize(view: DataView): Size | undefined {
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at++;
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return [view.getUint16(at + 7), view.getUint16(at + 5)];
    else if (marker === 0xda || marker === 0xd9) return undefined;
    else at += 2 + view.getUint16(at + 2);
  }
}

function webpSize(view: DataView): Size | undefined {
  const kind = view.getUint32(12);
  if (kind === 0x56503858) return [1 + uint24(view, 24), 1 + uint24(view, 27)];
  if (kind === 0x56503820) return [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff];
  if (kind !== 0x5650384c || view.getUint8(20) !== 0x2f) return undefined;
  const packed = view.getUint32(21, true);
  return [1 + (packed & 0x3fff), 1 + ((packed >> 14) & 0x3fff)];
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) + view.getUint8(at + 2) * 65_536;
}

/** Tags 256 and 257 of the first directory, SHORT or LONG. */
function tiffSize(view: DataView): Size | undefined {
  const order = view.getUint16(0);
  const little = order === 0x4949;
  if ((!little && order !== 0x4d4d) || view.getUint16(2, little) !== 42) return undefined;
  const directory = view.getUint32(4, little);
  const size = [0, 0];
  for (let i = 0; i < view.getUint16(directory, little); i++) {
    const at = directory + 2 + i * 12;
    const tag = view.getUint16(at, little) - 256;
    if (tag === 0 || tag === 1)
      size[tag] = view.getUint16(at + 2, little) === 3 ? view.getUint16(at + 8, little) : view.getUint32(at + 8, little);
  }
  return [size[0] ?? 0, size[1] ?? 0];
}
