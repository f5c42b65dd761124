// A zip file whose only entry is the file itself, byte for byte, after Russ Cox's construction ("Zip Files All The Way Down"):
// the deflate stream is a program of literals (L n: n bytes follow) and repeats (R n: the last n bytes once more), every operation
// five bytes long, that prints the whole file. Its own CRC, which stands in the file four times, is found by solving 32 linear equations.
import { crc32 } from "./zip.mjs";

/** 30 characters: the repeat of what stands before must be 65 bytes to fit five. */
const name = Buffer.from("quine/the-same-zip-insides.zip", "latin1");
/** Long enough that the last repeat fits five bytes. */
const comment = Buffer.from("the only file in it is the file itself", "latin1");
const unit = 5;

/** Bits, least significant first; Huffman codes go in most significant first. */
function bitWriter() {
  const bits = [];
  return {
    number: (value, count) => {
      for (let bit = 0; bit < count; bit++) bits.push((value >> bit) & 1);
    },
    code: (value, count) => {
      for (let bit = count - 1; bit >= 0; bit--) bits.push((value >> bit) & 1);
    },
    bytes: () => {
      if (bits.length > 8 * unit) throw new Error("an operation must fit five bytes");
      const bytes = Buffer.alloc(unit);
      for (const [index, bit] of bits.entries()) bytes[index >> 3] |= bit << (index & 7);
      return bytes;
    },
    length: () => bits.length,
  };
}

function literal(count) {
  const bytes = Buffer.alloc(unit);
  bytes.writeUInt16LE(count, 1);
  bytes.writeUInt16LE(~count & 0xffff, 3);
  return bytes;
}

const lengthBases = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
const lengthExtra = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const distanceBases = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257];
const distanceExtra = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7];
const indexIn = (bases, value) => bases.findLastIndex((base) => base <= value);

function writeMatch(writer, length, distance) {
  const l = indexIn(lengthBases, length);
  if (l < 23) writer.code(l + 1, 7);
  else writer.code(0xc0 + l - 23, 8);
  writer.number(length - lengthBases[l], lengthExtra[l]);
  const d = indexIn(distanceBases, distance);
  writer.code(d, 5);
  writer.number(distance - distanceBases[d], distanceExtra[d]);
}

/** Repeats the last `count` bytes, as `lengths` says in one or two matches; padded with an empty block where there is room. */
function repeat(count, lengths, { last = false, padded = false } = {}) {
  const writer = bitWriter();
  if (padded) {
    writer.number(0b010, 3);
    writer.code(0, 7);
  }
  writer.number(last ? 0b011 : 0b010, 3);
  for (const length of lengths) writeMatch(writer, length, count);
  writer.code(0, 7);
  if (!last && writer.length() !== 8 * unit) throw new Error("a repeat must end on its fifth byte");
  return writer.bytes();
}

function headers(crc, packedSize, size, offset) {
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(crc, 14);
  local.writeUInt32LE(packedSize, 18);
  local.writeUInt32LE(size, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(20, 4);
  central.writeUInt16LE(20, 6);
  local.copy(central, 10, 8, 28);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + name.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return { prefix: Buffer.concat([local, name]), suffix: Buffer.concat([central, name, end, comment]) };
}

function program(prefix, suffix) {
  const [P, S] = [prefix.length + unit, suffix.length + unit];
  const [L0, L1, L4, LP, LS] = [literal(0), literal(unit), literal(4 * unit), literal(P), literal(S)];
  const [R4, RP, RS] = [repeat(4 * unit, [10, 10]), repeat(P, [P], { padded: true }), repeat(S, [S], { last: true })];
  return Buffer.concat([
    LP,
    prefix,
    LP,
    RP,
    L1,
    RP,
    L1,
    L1,
    L4,
    RP,
    L1,
    L1,
    L4,
    R4,
    L4,
    R4,
    L4,
    R4,
    L4,
    R4,
    L4,
    R4,
    L0,
    L0,
    LS,
    R4,
    L0,
    L0,
    LS,
    RS,
    suffix,
    RS,
  ]);
}

function fileWith(crc) {
  const sizes = headers(0, 0, 0, 0);
  const packedSize = program(sizes.prefix, sizes.suffix).length;
  const offset = sizes.prefix.length + packedSize;
  const { prefix, suffix } = headers(crc, packedSize, offset + sizes.suffix.length, offset);
  return Buffer.concat([prefix, program(prefix, suffix), suffix]);
}

/** x with crc32(fileWith(x)) = x: the sum is affine in x, so Gauss over two elements finds it. */
function solveCrc() {
  const constant = crc32(fileWith(0));
  const rows = Array.from({ length: 32 }, () => 0n);
  for (let bit = 0; bit < 32; bit++) {
    const column = (crc32(fileWith((1 << bit) >>> 0)) ^ constant ^ (1 << bit)) >>> 0;
    for (let row = 0; row < 32; row++) if ((column >>> row) & 1) rows[row] |= 1n << BigInt(bit);
  }
  for (let row = 0; row < 32; row++) if ((constant >>> row) & 1) rows[row] |= 1n << 32n;
  const pivots = [];
  for (let bit = 0; bit < 32; bit++) {
    const pivot = rows.findIndex((row, index) => !pivots.some((p) => p.index === index) && (row >> BigInt(bit)) & 1n);
    if (pivot < 0) continue;
    pivots.push({ bit, index: pivot });
    for (let row = 0; row < 32; row++) if (row !== pivot && (rows[row] >> BigInt(bit)) & 1n) rows[row] ^= rows[pivot];
  }
  return pivots.reduce((x, { bit, index }) => ((rows[index] >> 32n) & 1n ? x | (1 << bit) : x), 0) >>> 0;
}

/** The quine's bytes. */
export function quineZip() {
  return fileWith(solveCrc());
}
