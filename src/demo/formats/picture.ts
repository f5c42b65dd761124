import { zlibSync } from "fflate";

/** Picture size in blocks of 8 × 8 pixels. */
const across = 20;
const down = 15;

/** Pixels of a JPEG. */
export const pictureSize = { width: across * 8, height: down * 8 };

/** Grey of one block, 0–255: a house before hills, light and shade taken from the caption, so that no two pictures look alike. */
function grey(x: number, y: number, seed: number): number {
  return Math.max(0, Math.min(255, scene(x, y, seed) + shade(x, y, seed)));
}

/** −70 to 70, the same over patches of 3 × 3 blocks. */
function shade(x: number, y: number, seed: number): number {
  const patch = Math.floor(x / 3) * 7 + Math.floor(y / 3) * 61;
  return ((((seed + 17) * (patch + 13) * 31) % 9973) % 141) - 70;
}

function scene(x: number, y: number, seed: number): number {
  if (y > 6 && y < 13 && x > 4 && x < 15) return x % 3 === seed % 3 && y % 3 === 1 ? 230 : 90 + (seed % 40);
  if (y >= 12) return 120 + ((x * 7 + seed) % 30);
  return 200 - Math.abs(((x + seed) % across) - 10) * 4 - y * 3;
}

function seedOf(caption: string): number {
  return Array.from(caption).reduce((sum, letter) => (sum * 33 + (letter.codePointAt(0) ?? 0)) % 65521, 5381);
}

/** What a picture shows, and what the camera wrote into it. */
export interface Picture {
  /** Stands in the file's comment. */
  readonly caption: string;
  /** Of this caption's picture it is a lighter copy. */
  readonly copyOf?: string;
  /** 2024-03-15: the day that the camera wrote into it. */
  readonly takenOn?: string;
}

/** How much lighter a copy is, of 255. */
const lighter = 6;

/** A baseline grey JPEG, one flat tone a block. */
export function jpegOf({ caption, copyOf, takenOn }: Picture): Uint8Array {
  const comment = new TextEncoder().encode(caption);
  return Uint8Array.from([
    ...[0xff, 0xd8],
    ...(takenOn === undefined ? segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]) : segment(0xe1, exifOf(takenOn))),
    ...segment(0xfe, [...comment]),
    ...segment(0xdb, [0, ...Array.from({ length: 64 }, () => 8)]),
    ...segment(0xc0, [8, 0, down * 8, 0, across * 8, 1, 1, 0x11, 0]),
    // Twelve codes of four bits for the tone differences; one code of one bit for "nothing more in this block".
    ...segment(0xc4, [0x00, 0, 0, 0, 12, ...zeros(12), 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]),
    ...segment(0xc4, [0x10, 1, ...zeros(15), 0]),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    ...scan(seedOf(copyOf ?? caption), copyOf === undefined ? 0 : lighter),
    ...[0xff, 0xd9],
  ]);
}

/** EXIF with one entry, DateTimeOriginal, at nine in the morning: big-endian TIFF, a first directory that only leads to the second. */
function exifOf(day: string): readonly number[] {
  const text = [...new TextEncoder().encode(`${day.replaceAll("-", ":")} 09:00:00\0`)];
  const entry = (tag: number, type: number, count: number, value: number): readonly number[] => [
    ...[tag >> 8, tag & 0xff, 0, type],
    ...bigEndian(count),
    ...bigEndian(value),
  ];
  const header = [0x4d, 0x4d, 0, 42, ...bigEndian(8)];
  const first = [0, 1, ...entry(0x8769, 4, 1, 26), ...bigEndian(0)];
  const second = [0, 1, ...entry(0x9003, 2, text.length, 44), ...bigEndian(0)];
  return [0x45, 0x78, 0x69, 0x66, 0, 0, ...header, ...first, ...second, ...text];
}

function scan(seed: number, lightened: number): readonly number[] {
  let bits = "";
  let before = 0;
  for (let y = 0; y < down; y++)
    for (let x = 0; x < across; x++) {
      const tone = Math.min(255, Math.round(grey(x, y, seed)) + lightened) - 128;
      bits += `${difference(tone - before)}0`;
      before = tone;
    }
  const bytes = (bits.padEnd(Math.ceil(bits.length / 8) * 8, "1").match(/.{8}/gu) ?? []).map((byte) => Number.parseInt(byte, 2));
  return bytes.flatMap((byte) => (byte === 0xff ? [byte, 0] : [byte]));
}

function difference(value: number): string {
  const size = value === 0 ? 0 : Math.floor(Math.log2(Math.abs(value))) + 1;
  const code = size.toString(2).padStart(4, "0");
  if (size === 0) return code;
  return code + (value > 0 ? value : value + 2 ** size - 1).toString(2).padStart(size, "0");
}

function segment(marker: number, payload: readonly number[]): readonly number[] {
  const length = payload.length + 2;
  return [0xff, marker, length >> 8, length & 0xff, ...payload];
}

function zeros(count: number): readonly number[] {
  return Array.from({ length: count }, () => 0);
}

/** A grey PNG of the same picture, as a telephone or a screen makes it. */
export function pngOf(caption: string): Uint8Array {
  const seed = seedOf(caption);
  const rows = Array.from({ length: down }, (_, y) => [
    0,
    ...Array.from({ length: across }, (_, x) => Math.round(grey(x, y, seed))),
  ]).flat();
  const header = [0, 0, 0, across, 0, 0, 0, down, 8, 0, 0, 0, 0];
  return Uint8Array.from([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk("IHDR", header),
    ...chunk("IDAT", [...zlibSync(Uint8Array.from(rows))]),
    ...chunk("IEND", []),
  ]);
}

function chunk(name: string, payload: readonly number[]): readonly number[] {
  const body = [...new TextEncoder().encode(name), ...payload];
  return [...bigEndian(payload.length), ...body, ...bigEndian(crc(body))];
}

function bigEndian(value: number): readonly number[] {
  return [value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff];
}

function crc(bytes: readonly number[]): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (0xedb88320 & -(value & 1));
  }
  return (value ^ 0xffffffff) >>> 0;
}
