import { inflateSync } from "node:zlib";
import type { Luma } from "./picture-hash.ts";

interface Header {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly colour: number;
  readonly interlaced: boolean;
}

/** Samples per pixel by colour type: grey, -, RGB, palette, grey with alpha, -, RGB with alpha. */
const samples = [1, 0, 3, 1, 2, 0, 4];
/** Pixels along each side that are taken together. */
const together = 8;

/**
 * Brightness of a PNG at an eighth of its size. Undefined for interlaced ones; "damaged" when the data is broken or too short;
 * "bomb" when it inflates to more than the picture can hold. Inflates no more than that: the decoders on offer have no such limit.
 */
export function pngLuma(bytes: Uint8Array): Luma | "damaged" | "bomb" | undefined {
  const chunks = chunksOf(bytes);
  const header = headerOf(chunks[0]);
  if (chunks.at(-1)?.type !== "IEND" || header === undefined) return "damaged";
  if (header.interlaced) return undefined;
  const rowBytes = Math.ceil((header.width * header.depth * (samples[header.colour] ?? 0)) / 8);
  const size = (rowBytes + 1) * header.height;
  const data = inflated(Buffer.concat(chunks.flatMap((chunk) => (chunk.type === "IDAT" ? [chunk.data] : []))), size);
  if (typeof data === "string") return data;
  return data.length < size ? "damaged" : shrunk(data, rowBytes, header, chunks.find((chunk) => chunk.type === "PLTE")?.data);
}

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
}

function chunksOf(bytes: Uint8Array): readonly Chunk[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) break;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    chunks.push({ type, data: bytes.subarray(at + 8, end - 4) });
    if (type === "IEND") break;
    at = end;
  }
  return chunks;
}

function headerOf(chunk: Chunk | undefined): Header | undefined {
  if (chunk?.type !== "IHDR" || chunk.data.length < 13) return undefined;
  const view = new DataView(chunk.data.buffer, chunk.data.byteOffset, chunk.data.byteLength);
  const [width, height, depth, colour] = [view.getUint32(0), view.getUint32(4), view.getUint8(8), view.getUint8(9)];
  const known = width > 0 && height > 0 && [1, 2, 4, 8, 16].includes(depth) && (samples[colour] ?? 0) > 0;
  return known ? { width, height, depth, colour, interlaced: view.getUint8(12) !== 0 } : undefined;
}

function inflated(data: Buffer, size: number): Buffer | "damaged" | "bomb" {
  try {
    return inflateSync(data, { maxOutputLength: size });
  } catch (thrown) {
    return thrown instanceof RangeError ? "bomb" : "damaged";
  }
}

function shrunk(data: Uint8Array, rowBytes: number, header: Header, palette: Uint8Array | undefined): Luma {
  const [width, height] = [Math.ceil(header.width / together), Math.ceil(header.height / together)];
  const values = new Float64Array(width * height);
  const pixel = Math.max(1, (header.depth * (samples[header.colour] ?? 0)) / 8);
  const brightness = brightnessOf(header, palette);
  let above: Uint8Array = new Uint8Array(rowBytes);
  for (let y = 0; y < header.height; y++) {
    const at = y * (rowBytes + 1);
    const row = data.subarray(at + 1, at + 1 + rowBytes);
    unfilter(data[at] ?? 0, row, above, pixel);
    const cells = Math.floor(y / together) * width;
    for (let x = 0; x < header.width; x++) {
      const cell = cells + (x >> 3);
      values[cell] = (values[cell] ?? 0) + brightness(row, x);
    }
    above = row;
  }
  for (let cell = 0; cell < values.length; cell++) {
    const across = Math.min(together, header.width - (cell % width) * together);
    const down = Math.min(together, header.height - Math.floor(cell / width) * together);
    values[cell] = (values[cell] ?? 0) / (across * down);
  }
  return { width, height, usedWidth: header.width / together, usedHeight: header.height / together, values };
}

/** Filters 1–4 of the PNG specification, §9.2, undone in place. */
function unfilter(filter: number, row: Uint8Array, above: Uint8Array, pixel: number): void {
  for (let i = 0; filter !== 0 && i < row.length; i++) {
    const [left, up, corner] = [i < pixel ? 0 : (row[i - pixel] ?? 0), above[i] ?? 0, i < pixel ? 0 : (above[i - pixel] ?? 0)];
    const guess = filter === 1 ? left : filter === 2 ? up : filter === 3 ? (left + up) >> 1 : filter === 4 ? paeth(left, up, corner) : 0;
    row[i] = (row[i] ?? 0) + guess;
  }
}

function paeth(left: number, up: number, corner: number): number {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** Reads the brightness (0–255, weights of JPEG) of pixel x of a row. Alpha is left out of account. */
function brightnessOf({ depth, colour }: Header, palette: Uint8Array | undefined): (row: Uint8Array, x: number) => number {
  const light = (bytes: Uint8Array | undefined, at: number, step: number): number =>
    0.299 * (bytes?.[at] ?? 0) + 0.587 * (bytes?.[at + step] ?? 0) + 0.114 * (bytes?.[at + 2 * step] ?? 0);
  const step = depth === 16 ? 2 : 1;
  const stride = (samples[colour] ?? 1) * step;
  if (colour === 2 || colour === 6) return (row, x) => light(row, x * stride, step);
  const [most, perByte] = [(1 << Math.min(depth, 8)) - 1, 8 / Math.min(depth, 8)];
  const sample = (row: Uint8Array, x: number): number =>
    depth >= 8 ? (row[x * stride] ?? 0) : ((row[Math.floor(x / perByte)] ?? 0) >> (8 - depth * ((x % perByte) + 1))) & most;
  return colour === 3 ? (row, x) => light(palette, sample(row, x) * 3, 1) : (row, x) => (sample(row, x) * 255) / most;
}
