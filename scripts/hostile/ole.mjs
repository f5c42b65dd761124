// OLE compound files (.doc, .xls, password-protected office files) from scratch, sector by sector, so that every chain can be bent.
const sectorBytes = 512;
const [free, endOfChain, fatSector] = [0xffffffff, 0xfffffffe, 0xfffffffd];

/**
 * {name: bytes} → a compound file (version 3; all streams at least 4,096 bytes long, so that no mini stream is needed).
 * Layout: FAT sectors first, then the directory, then the streams.
 * `bend(file, places)` may spoil the bytes: places gives the offsets of header, fat, directory and streams.
 */
export function ole(streams, bend = () => undefined) {
  const padded = Object.entries(streams).map(([name, data]) => ({
    name,
    data: pad(data, Math.max(4096, data.length)),
    size: Math.max(4096, data.length),
  }));
  const directorySectors = Math.ceil((padded.length + 1) / 4);
  const streamSectors = padded.map(({ data }) => data.length / sectorBytes);
  const rest = directorySectors + streamSectors.reduce((sum, count) => sum + count, 0);
  let fatSectors = 1;
  while (fatSectors * 128 < rest + fatSectors) fatSectors++;
  const fat = [];
  for (let index = 0; index < fatSectors; index++) fat.push(fatSector);
  const chain = (count) => {
    const first = fat.length;
    for (let index = 1; index < count; index++) fat.push(first + index);
    fat.push(endOfChain);
    return first;
  };
  const directoryAt = chain(directorySectors);
  const starts = streamSectors.map(chain);
  while (fat.length < fatSectors * 128) fat.push(free);
  const fatBytes = Buffer.alloc(fat.length * 4);
  for (const [index, next] of fat.entries()) fatBytes.writeUInt32LE(next >>> 0, index * 4);
  const file = Buffer.concat([
    header(fatSectors, directoryAt),
    fatBytes,
    directory(padded, starts, directorySectors * 4),
    ...padded.map(({ data }) => data),
  ]);
  const offsetOf = (sector) => (sector + 1) * sectorBytes;
  bend(file, { fat: sectorBytes, directory: offsetOf(directoryAt), streams: starts.map(offsetOf), starts, directoryAt });
  return file;
}

function pad(data, least) {
  const whole = Buffer.alloc(Math.ceil(least / sectorBytes) * sectorBytes);
  Buffer.from(data).copy(whole);
  return whole;
}

function header(fatSectors, directoryAt) {
  const bytes = Buffer.alloc(sectorBytes, 0);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(bytes);
  bytes.writeUInt16LE(0x3e, 24);
  bytes.writeUInt16LE(3, 26);
  bytes.writeUInt16LE(0xfffe, 28);
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt16LE(6, 32);
  bytes.writeUInt32LE(fatSectors, 44);
  bytes.writeUInt32LE(directoryAt, 48);
  bytes.writeUInt32LE(4096, 56);
  bytes.writeUInt32LE(endOfChain, 60);
  bytes.writeUInt32LE(endOfChain, 68);
  for (let index = 0; index < 109; index++) bytes.writeUInt32LE(index < fatSectors ? index : free, 76 + index * 4);
  return bytes;
}

/** Root entry and streams; the streams hang in the tree as a list by right siblings. */
function directory(streams, starts, slots) {
  const bytes = Buffer.alloc(slots * 128);
  const entry = (slot, name, type, right, child, start, size) => {
    const at = slot * 128;
    bytes.write(name, at, "utf16le");
    bytes.writeUInt16LE((name.length + 1) * 2, at + 64);
    bytes[at + 66] = type;
    bytes[at + 67] = 1;
    bytes.writeUInt32LE(free, at + 68);
    bytes.writeUInt32LE(right >>> 0, at + 72);
    bytes.writeUInt32LE(child >>> 0, at + 76);
    bytes.writeUInt32LE(start >>> 0, at + 116);
    bytes.writeUInt32LE(size, at + 120);
  };
  const order = streams
    .map((_, index) => index)
    .toSorted((a, b) => streams[a].name.length - streams[b].name.length || (streams[a].name < streams[b].name ? -1 : 1));
  entry(0, "Root Entry", 5, free, streams.length === 0 ? free : order[0] + 1, endOfChain, 0);
  order.forEach((index, position) => {
    const next = order[position + 1];
    entry(index + 1, streams[index].name, 2, next === undefined ? free : next + 1, free, starts[index], streams[index].size);
  });
  return bytes;
}

/** A password-protected docx/xlsx: what is inside nobody can tell, so any bytes do. */
export function encryptedOffice() {
  const info = Buffer.concat([
    Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0]),
    Buffer.from(
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><encryption xmlns="http://schemas.microsoft.com/office/2006/encryption"/>',
    ),
  ]);
  return ole({ EncryptionInfo: info, EncryptedPackage: noise(8192) });
}

/** Bytes without pattern, the same every time. */
export function noise(length, seed = 1) {
  const bytes = Buffer.alloc(length);
  let state = seed >>> 0;
  for (let index = 0; index < length; index++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[index] = state >>> 24;
  }
  return bytes;
}

/** A Word 97 document: file information block, piece table, text in UTF-16 at 0x800. */
export function wordStreams(text, { encrypted = false } = {}) {
  const characters = text.replaceAll("\n", "\r");
  const main = Buffer.alloc(0x800 + characters.length * 2);
  main.writeUInt16LE(0xa5ec, 0);
  main.writeUInt16LE(0xc1, 2);
  main.writeUInt16LE(0x0804, 6);
  main.writeUInt16LE(0x0200 | (encrypted ? 0x0100 : 0), 10);
  main.writeUInt16LE(0xbf, 12);
  main.writeUInt32LE(0x800, 24);
  main.writeUInt32LE(0x800 + characters.length * 2, 28);
  main.writeUInt16LE(14, 32);
  main.writeUInt16LE(22, 62);
  main.writeUInt32LE(characters.length, 64 + 12);
  main.writeUInt16LE(93, 152);
  const pieces = Buffer.alloc(5 + 8 + 8);
  pieces[0] = 2;
  pieces.writeUInt32LE(16, 1);
  pieces.writeUInt32LE(characters.length, 9);
  pieces.writeUInt32LE(0x800, 15);
  main.writeUInt32LE(0, 0x1a2);
  main.writeUInt32LE(pieces.length, 0x1a6);
  main.write(characters, 0x800, "utf16le");
  return { WordDocument: main, "1Table": pieces };
}

/** BIFF8 records [type, body] → a workbook stream. */
export function biff(records) {
  return Buffer.concat(
    records.map(([type, body]) => {
      const head = Buffer.alloc(4);
      head.writeUInt16LE(type, 0);
      head.writeUInt16LE(body.length, 2);
      return Buffer.concat([head, Buffer.from(body)]);
    }),
  );
}

export const biffStart = [0x0809, [0, 6, 5, 0, 0xbb, 0x0d, 0xcc, 0x07, 0, 0, 0, 0, 6, 0, 0, 0]];
