// Zip files written by hand, because no library writes the ones that lie. Same input, same bytes: the clock is never asked.
import { constants, deflateRawSync, crc32 as nodeCrc32 } from "node:zlib";

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** Older Node 20 has no crc32 in node:zlib. */
export function crc32(bytes) {
  if (nodeCrc32 !== undefined) return nodeCrc32(bytes);
  let crc = 0xffffffff;
  for (const byte of bytes) crc = table[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** 2024-01-01 00:00 in DOS form. */
const dosTime = 0;
const dosDate = ((2024 - 1980) << 9) | (1 << 5) | 1;
const asBytes = (value) =>
  typeof value === "string" ? Buffer.from(value, "utf8") : Buffer.from(value.buffer ?? value, value.byteOffset, value.byteLength);

/**
 * One entry: {name, data} and, for lies, {packed, method, flags, crc, size, packedSize, attributes, localName}.
 * `at: n` gives no local record of its own but points at the record of entry n (overlapping files).
 */
function prepared(entry) {
  const data = entry.data === undefined ? Buffer.alloc(0) : asBytes(entry.data);
  const method = entry.method ?? (data.length > 40 ? 8 : 0);
  const packed = entry.packed ?? (method === 8 ? deflateRawSync(data, { level: entry.level ?? constants.Z_DEFAULT_COMPRESSION }) : data);
  return {
    method,
    packed,
    name: asBytes(entry.name),
    localName: asBytes(entry.localName ?? entry.name),
    flags: entry.flags ?? (typeof entry.name === "string" ? 0x800 : 0),
    crc: entry.crc ?? crc32(data),
    size: entry.size ?? data.length,
    packedSize: entry.packedSize ?? packed.length,
    attributes: entry.attributes ?? 0,
    at: entry.at,
  };
}

function localRecord(entry) {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(entry.flags, 6);
  head.writeUInt16LE(entry.method, 8);
  head.writeUInt16LE(dosTime, 10);
  head.writeUInt16LE(dosDate, 12);
  head.writeUInt32LE(entry.crc, 14);
  head.writeUInt32LE(entry.packedSize, 18);
  head.writeUInt32LE(entry.size, 22);
  head.writeUInt16LE(entry.localName.length, 26);
  return Buffer.concat([head, entry.localName, entry.packed]);
}

function centralRecord(entry, offset) {
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(0x0314, 4);
  head.writeUInt16LE(20, 6);
  head.writeUInt16LE(entry.flags, 8);
  head.writeUInt16LE(entry.method, 10);
  head.writeUInt16LE(dosTime, 12);
  head.writeUInt16LE(dosDate, 14);
  head.writeUInt32LE(entry.crc, 16);
  head.writeUInt32LE(entry.packedSize, 20);
  head.writeUInt32LE(entry.size, 24);
  head.writeUInt16LE(entry.name.length, 28);
  head.writeUInt32LE(entry.attributes >>> 0, 38);
  head.writeUInt32LE(offset, 42);
  return Buffer.concat([head, entry.name]);
}

/** The end records; more than 65,534 entries need the zip64 ones. */
function endRecords(count, size, offset, comment) {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(count, 0xffff), 8);
  end.writeUInt16LE(Math.min(count, 0xffff), 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(comment.length, 20);
  if (count < 0xffff) return Buffer.concat([end, comment]);
  const end64 = Buffer.alloc(56);
  end64.writeUInt32LE(0x06064b50, 0);
  end64.writeBigUInt64LE(44n, 4);
  end64.writeUInt16LE(45, 12);
  end64.writeUInt16LE(45, 14);
  end64.writeBigUInt64LE(BigInt(count), 24);
  end64.writeBigUInt64LE(BigInt(count), 32);
  end64.writeBigUInt64LE(BigInt(size), 40);
  end64.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(offset + size), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([end64, locator, end, comment]);
}

/** Entries → the bytes of a zip file. */
export function zip(entries, { comment = "", count = entries.length } = {}) {
  const ready = entries.map(prepared);
  const [pieces, offsets] = [[], []];
  let offset = 0;
  for (const entry of ready) {
    offsets.push(entry.at === undefined ? offset : offsets[entry.at]);
    if (entry.at !== undefined) continue;
    const record = localRecord(entry);
    pieces.push(record);
    offset += record.length;
  }
  const central = ready.map((entry, index) => centralRecord(entry, offsets[index]));
  const size = central.reduce((sum, record) => sum + record.length, 0);
  return Buffer.concat([...pieces, ...central, endRecords(count, size, offset, asBytes(comment))]);
}

/** {name: text or bytes} → entries. */
export function parts(contents) {
  return Object.entries(contents).map(([name, data]) => ({ name, data }));
}
