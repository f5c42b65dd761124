// Seeded damage: the same seed and number give the same bytes on every machine.
import { pack } from "./office.mjs";
import { zip } from "./zip.mjs";

/** Numbers from 0 to below `most`, from a seed (mulberry32). */
export function dice(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
  return { below: (most) => Math.floor(next() * most), one: (list) => list[Math.floor(next() * list.length)] };
}

const bytesThatHurt = [0x00, 0x01, 0x7f, 0x80, 0xff, 0x22, 0x3c, 0x3e, 0x26, 0x28, 0x29, 0x0a, 0x0d, 0x20];
const numbersThatHurt = [
  "0",
  "-1",
  "1",
  "65535",
  "65536",
  "2147483647",
  "-2147483648",
  "4294967295",
  "99999999999999999999",
  "1e308",
  "NaN",
  "",
];
const wordsThatHurt = [0, 1, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff, 0xfffffffd, 512, 513];

/** Each: (bytes, dice, other) → bytes. `other`: another sample, for splicing. */
const ways = {
  flipBits: (bytes, { below }) => {
    const out = Buffer.from(bytes);
    for (let count = 1 + below(8); count > 0; count--) out[below(out.length)] ^= 1 << below(8);
    return out;
  },
  setBytes: (bytes, { below, one }) => {
    const out = Buffer.from(bytes);
    for (let count = 1 + below(4); count > 0; count--) out[below(out.length)] = one(bytesThatHurt);
    return out;
  },
  setWord: (bytes, { below, one }) => {
    const out = Buffer.from(bytes);
    if (out.length < 8) return out;
    out.writeUInt32LE(one(wordsThatHurt), below(2) === 0 ? below((out.length - 4) >> 2) * 4 : below(out.length - 4));
    return out;
  },
  truncate: (bytes, { below }) => bytes.subarray(0, below(bytes.length)),
  cutOut: (bytes, { below }) => {
    const [from, length] = [below(bytes.length), 1 + below(64)];
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + length)]);
  },
  repeatBlock: (bytes, { below, one }) => {
    const from = below(bytes.length);
    const block = bytes.subarray(from, from + 1 + below(200));
    return Buffer.concat([bytes.subarray(0, from), ...Array.from({ length: one([2, 3, 50, 2000]) }, () => block), bytes.subarray(from)]);
  },
  swapBlocks: (bytes, { below }) => {
    const length = 1 + below(Math.max(1, bytes.length >> 2));
    const [a, b] = [below(bytes.length - length + 1), below(bytes.length - length + 1)];
    const out = Buffer.from(bytes);
    bytes.copy(out, a, b, b + length);
    bytes.copy(out, b, a, a + length);
    return out;
  },
  insertNoise: (bytes, { below }) => {
    const at = below(bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), Buffer.from(Array.from({ length: 1 + below(40) }, () => below(256))), bytes.subarray(at)]);
  },
  splice: (bytes, { below }, other) => Buffer.concat([bytes.subarray(0, below(bytes.length)), other.subarray(below(other.length))]),
  /** A number written in the text becomes one nobody expects. */
  number: (bytes, { below, one }) => {
    const text = bytes.toString("latin1");
    const found = [...text.matchAll(/\d+/g)];
    if (found.length === 0) return bytes;
    const match = found[below(found.length)];
    return Buffer.from(text.slice(0, match.index) + one(numbersThatHurt) + text.slice(match.index + match[0].length), "latin1");
  },
  /** A tag, a name or a bracket is taken out, doubled or multiplied. */
  token: (bytes, { below, one }) => {
    const text = bytes.toString("latin1");
    const found = [...text.matchAll(/<[^<>]{0,80}>|\/\w+|[[\](){}]|\bobj\b|\bendobj\b|"[^"]{0,40}"/g)];
    if (found.length === 0) return bytes;
    const match = found[below(found.length)];
    return Buffer.from(
      text.slice(0, match.index) + match[0].repeat(one([0, 2, 3, 5000])) + text.slice(match.index + match[0].length),
      "latin1",
    );
  },
};

/** Damages bytes in one to four ways. */
export function mutateBytes(bytes, die, other) {
  let out = Buffer.from(bytes);
  for (let count = 1 + die.below(4); count > 0 && out.length > 0 && out.length < 2 ** 22; count--)
    out = Buffer.from(ways[die.one(Object.keys(ways))](out, die, other));
  return out;
}

/** Damages a zipped document: as bytes, or inside its parts with a sound zip around them. */
export function mutateParts(sample, die, other) {
  const names = Object.keys(sample.contents);
  const contents = Object.fromEntries(Object.entries(sample.contents).map(([name, data]) => [name, Buffer.from(data)]));
  const [name, second] = [die.one(names), die.one(names)];
  switch (die.below(7)) {
    case 0:
      return mutateBytes(sample.bytes, die, other);
    case 1:
      [contents[name], contents[second]] = [contents[second], contents[name]];
      return pack(contents);
    case 2:
      delete contents[name];
      return pack(contents);
    case 3: {
      const entries = Object.entries(contents).map(([part, data]) => ({ name: part, data }));
      return zip([
        ...entries,
        { name, data: mutateBytes(contents[name], die, other), ...(die.below(2) === 0 ? { size: die.below(2 ** 32) } : {}) },
      ]);
    }
    default:
      contents[name] = mutateBytes(contents[name], die, other);
      return pack(contents);
  }
}
