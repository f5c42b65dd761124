// Pictures whose headers promise more than anybody can hold.
import { deflateSync } from "node:zlib";
import { crc32 } from "./zip.mjs";

export function pngChunk(type, data, length = data.length) {
  const chunk = Buffer.alloc(12 + data.length);
  chunk.writeUInt32BE(length >>> 0, 0);
  chunk.write(type, 4, "latin1");
  Buffer.from(data).copy(chunk, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + data.length)), 8 + data.length);
  return chunk;
}

const pngSignature = Buffer.from("89504e470d0a1a0a", "hex");

export function pngHeader(width, height, { depth = 8, colour = 2 } = {}) {
  const bytes = Buffer.alloc(13);
  bytes.writeUInt32BE(width, 0);
  bytes.writeUInt32BE(height, 4);
  bytes[8] = depth;
  bytes[9] = colour;
  return pngChunk("IHDR", bytes);
}

export const png = (chunks) => Buffer.concat([pngSignature, ...chunks, pngChunk("IEND", [])]);

/** A sound picture: a slope of grey with a dark square, so that it has a perceptual hash. */
export function soundPng(width = 64, height = 48) {
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width * 3; x++)
      rows[y * (width * 3 + 1) + 1 + x] = x > width && x < 2 * width && y > 12 && y < 30 ? 20 : (x + 2 * y) & 255;
  return png([pngHeader(width, height), pngChunk("IDAT", deflateSync(rows))]);
}

function jpegSegment(marker, data) {
  const head = Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255]);
  return Buffer.concat([head, Buffer.from(data)]);
}

/** Huffman table with one code for zero: every block is "no difference", so a scan of zero bits is a grey picture. */
const oneCode = (id) => [id, 1, ...Array(15).fill(0), 0];

/** A grey picture of any size whose scan is `scanBytes` long (too short on purpose unless the size is small). */
export function jpeg(width, height, { scanBytes = 64, exif } = {}) {
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    jpegSegment(0xe0, [...Buffer.from("JFIF\0"), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...(exif === undefined ? [] : [jpegSegment(0xe1, Buffer.concat([Buffer.from("Exif\0\0"), exif]))]),
    jpegSegment(0xdb, [0, ...Array(64).fill(1)]),
    jpegSegment(0xc0, [8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]),
    jpegSegment(0xc4, oneCode(0)),
    jpegSegment(0xc4, oneCode(0x10)),
    jpegSegment(0xda, [1, 1, 0, 0, 63, 0]),
    Buffer.alloc(scanBytes),
    Buffer.from([0xff, 0xd9]),
  ]);
}

/** TIFF structure: entries [tag, type, count, value], then the offset of the next directory. */
export function tiff(entries, next, at = 8) {
  const bytes = Buffer.alloc(at + 2 + entries.length * 12 + 4);
  bytes.write("II*\0", 0, "latin1");
  bytes.writeUInt32LE(at, 4);
  bytes.writeUInt16LE(entries.length, at);
  entries.forEach(([tag, type, count, value], index) => {
    const place = at + 2 + index * 12;
    bytes.writeUInt16LE(tag, place);
    bytes.writeUInt16LE(type, place + 2);
    bytes.writeUInt32LE(count >>> 0, place + 4);
    bytes.writeUInt32LE(value >>> 0, place + 8);
  });
  bytes.writeUInt32LE(next >>> 0, at + 2 + entries.length * 12);
  return bytes;
}

/** EXIF with a time of exposure. */
export function exifTime(text) {
  const inner = 8 + 2 + 12 + 4;
  const time = Buffer.from(`${text}\0`, "latin1");
  const first = tiff([[0x8769, 4, 1, inner]], 0);
  const second = Buffer.alloc(2 + 12 + 4);
  second.writeUInt16LE(1, 0);
  second.writeUInt16LE(0x9003, 2);
  second.writeUInt16LE(2, 4);
  second.writeUInt32LE(time.length, 6);
  second.writeUInt32LE(inner + second.length, 10);
  return Buffer.concat([first, second, time]);
}

export function gif(width, height) {
  const bytes = Buffer.from("GIF89a____\0\0\0,____________;", "latin1");
  bytes.writeUInt16LE(width, 6);
  bytes.writeUInt16LE(height, 8);
  return bytes;
}

export function bmp(width, height) {
  const bytes = Buffer.alloc(54 + 64);
  bytes.write("BM", 0, "latin1");
  bytes.writeUInt32LE(bytes.length, 2);
  bytes.writeUInt32LE(54, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(width, 18);
  bytes.writeInt32LE(height, 22);
  bytes.writeUInt16LE(1, 26);
  bytes.writeUInt16LE(24, 28);
  return bytes;
}
