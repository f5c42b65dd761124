/** Signature of OLE compound files: doc, xls, ppt, and office files behind a password. */
export function isOle(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, index) => bytes[index] === byte);
}

const freeSector = 0xfffffff0;
/** A directory of 256 sectors holds over a thousand names; no document has that many. */
const sectorLimit = 256;

/** Names in the directory of an OLE file. Empty when the directory cannot be found; loops end at a limit. */
export function oleNames(bytes: Uint8Array): readonly string[] {
  if (bytes.length < 512) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true) === 12 ? 12 : 9;
  const names: string[] = [];
  let sector = view.getUint32(48, true);
  for (let read = 0; read < sectorLimit && sector < freeSector; read += 1) {
    const start = (sector + 1) * 2 ** shift;
    if (start >= bytes.length) break;
    names.push(...namesInSector(bytes, view, start, 2 ** shift));
    sector = nextSector(view, sector, shift);
  }
  return names;
}

function namesInSector(bytes: Uint8Array, view: DataView, start: number, length: number): readonly string[] {
  const names: string[] = [];
  for (let at = start; at < start + length && at + 128 <= bytes.length; at += 128) {
    const nameLength = view.getUint16(at + 64, true);
    if (nameLength < 2 || nameLength > 64) continue;
    names.push(new TextDecoder("utf-16le").decode(bytes.subarray(at, at + nameLength - 2)));
  }
  return names;
}

/** The header lists the first 109 sectors of the allocation table; that covers 7 MB. Beyond it sectors are taken to follow each other. */
function nextSector(view: DataView, sector: number, shift: number): number {
  const perSector = 2 ** shift / 4;
  const index = Math.floor(sector / perSector);
  if (index >= 109) return sector + 1;
  const table = view.getUint32(76 + index * 4, true);
  const at = (table + 1) * 2 ** shift + (sector % perSector) * 4;
  return at + 4 <= view.byteLength ? view.getUint32(at, true) : freeSector;
}
