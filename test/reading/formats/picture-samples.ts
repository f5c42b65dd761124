import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import encodeJpeg, { init } from "@jsquash/jpeg/encode.js";
import { encode as encodePng } from "fast-png";

/** An RGBA picture, four bytes a pixel. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly colorSpace: "srgb";
}

/** A made-up scene, the same at every size: sky, hills, a house, people; the seed moves them about. */
export function scene(seed: number, width: number, height: number): Pixels {
  const data = new Uint8ClampedArray(width * height * 4);
  const wave = (x: number, k: number): number => Math.sin(x * (2 + ((seed * k) % 5)) + seed * k * 1.7);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [u, v] = [x / width, y / height];
      const hill = 0.45 + 0.12 * wave(u * 3, 1) + 0.06 * wave(u * 9, 2);
      const [left, top] = [0.1 + ((seed * 0.37) % 0.6), 0.35 + ((seed * 0.21) % 0.3)];
      const house = u > left && u < left + 0.2 && v > top && v < top + 0.25;
      const people = v > 0.75 && Math.sin(u * 40 + seed * 3) > 0.6;
      const light = people ? 60 : house ? 210 - 40 * ((seed * 0.77) % 1) : v > hill ? 110 + 40 * wave(v * 6 + u * 2, 3) : 235 - 90 * v;
      data.set([light * 0.95, light, Math.min(255, light * 1.1), 255], (y * width + x) * 4);
    }
  return { width, height, data, colorSpace: "srgb" };
}

/** A quarter turn clockwise. */
export function turned({ width, height, data, colorSpace }: Pixels): Pixels {
  const copy = new Uint8ClampedArray(data.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const from = (y * width + x) * 4;
      copy.set(data.subarray(from, from + 4), (x * height + height - 1 - y) * 4);
    }
  return { width: height, height: width, data: copy, colorSpace };
}

let ready: Promise<void> | undefined;

export async function jpegOf(pixels: Pixels, quality = 85, options: { readonly progressive?: boolean } = {}): Promise<Uint8Array> {
  const wasm = createRequire(import.meta.url).resolve("@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm");
  const module = { noInitialRun: true, wasmBinary: readFileSync(wasm) };
  ready ??= init(module);
  await ready;
  return new Uint8Array(await encodeJpeg(pixels, { quality, progressive: options.progressive ?? false }));
}

export function pngOf(pixels: Pixels): Uint8Array {
  return encodePng({ width: pixels.width, height: pixels.height, data: pixels.data, channels: 4, depth: 8 });
}

/** Puts an EXIF segment with DateTimeOriginal and a GPS directory behind the first two bytes of a JPEG. */
export function withExif(jpeg: Uint8Array, takenAt: string, orientation = 1): Uint8Array {
  const tiff = Buffer.alloc(140);
  tiff.write("II*\0", 0, "latin1");
  tiff.writeUInt32LE(8, 4);
  entries(tiff, 8, [
    [0x0112, 3, 1, orientation],
    [0x8769, 4, 1, 52],
    [0x8825, 4, 1, 94],
  ]);
  entries(tiff, 52, [[0x9003, 2, 20, 70]]);
  tiff.write(`${takenAt}\0`, 70, "latin1");
  entries(tiff, 94, [[1, 2, 2, 0x4e]]);
  const body = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff]);
  const head = Buffer.from([0xff, 0xd8, 0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 0xff]);
  return new Uint8Array(Buffer.concat([head, body, jpeg.subarray(2)]));
}

function entries(tiff: Buffer, at: number, all: readonly (readonly [number, number, number, number])[]): void {
  tiff.writeUInt16LE(all.length, at);
  for (const [i, [tag, type, count, value]] of all.entries()) {
    tiff.writeUInt16LE(tag, at + 2 + i * 12);
    tiff.writeUInt16LE(type, at + 4 + i * 12);
    tiff.writeUInt32LE(count, at + 6 + i * 12);
    tiff.writeUInt32LE(value, at + 10 + i * 12);
  }
}
