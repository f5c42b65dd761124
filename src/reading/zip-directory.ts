import { decodeText } from "./decode-text.ts";

/** One line of a zip's central directory. Sizes in bytes, as the archive claims them. */
export interface ZipEntry {
  /** With forward slashes, however the archive spells it. */
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly packedSize: number;
  readonly size: number;
  /** Of the local header. */
  readonly offset: number;
}

export interface ZipDirectory {
  readonly entries: readonly ZipEntry[];
  /** More entries than the limit: the rest was left out. */
  readonly cut: boolean;
}

const endLength = 22;
const entryLength = 46;
const longestComment = 65_535;

/** Reads the central directory, at most `limit` entries. Undefined: there is none (cut off, or no zip at all). */
export function readZipDirectory(bytes: Uint8Array, limit: number): ZipDirectory | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(bytes, view);
  if (end === undefined) return undefined;
  const declared = zip64End(view, end) ?? {
    size: view.getUint32(end + 12, true),
    offset: view.getUint32(end + 16, true),
    before: end,
  };
  // Something may stand in front of the archive; then every offset is short by its length.
  const shift = Math.max(0, declared.before - declared.size - declared.offset);
  return readEntries(bytes, view, declared.offset + shift, shift, limit);
}

function findEnd(bytes: Uint8Array, view: DataView): number | undefined {
  const last = bytes.length - endLength;
  for (let at = last; at >= 0 && at >= last - longestComment; at -= 1) {
    if (bytes[at] === 0x50 && view.getUint32(at, true) === 0x06054b50) return at;
  }
  return undefined;
}

function zip64End(view: DataView, end: number): { readonly size: number; readonly offset: number; readonly before: number } | undefined {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== 0x07064b50) return undefined;
  const at = Number(view.getBigUint64(locator + 8, true));
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== 0x06064b50) return undefined;
  return { size: Number(view.getBigUint64(at + 40, true)), offset: Number(view.getBigUint64(at + 48, true)), before: at };
}

function readEntries(bytes: Uint8Array, view: DataView, start: number, shift: number, limit: number): ZipDirectory {
  const entries: ZipEntry[] = [];
  let at = start;
  while (at + entryLength <= bytes.length && view.getUint32(at, true) === 0x02014b50) {
    if (entries.length === limit) return { entries, cut: true };
    const nameEnd = at + entryLength + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const flags = view.getUint16(at + 8, true);
    const sizes = wideSizes(view, at, nameEnd, Math.min(extraEnd, bytes.length));
    entries.push({
      name: decodeName(bytes.subarray(at + entryLength, nameEnd)),
      method: view.getUint16(at + 10, true),
      encrypted: (flags & 1) === 1,
      ...sizes,
      offset: sizes.offset + shift,
    });
    at = extraEnd + view.getUint16(at + 32, true);
  }
  return { entries, cut: false };
}

/** Sizes and offset; those that do not fit into 32 bits stand in the zip64 extra field, in this order. */
function wideSizes(view: DataView, at: number, extra: number, extraEnd: number) {
  const narrow = [24, 20, 42].map((field) => view.getUint32(at + field, true));
  let wide = narrow.includes(0xffffffff) ? findZip64Field(view, extra, extraEnd) : undefined;
  const [size = 0, packedSize = 0, offset = 0] = narrow.map((value) => {
    if (value !== 0xffffffff || wide === undefined || wide + 8 > extraEnd) return value;
    wide += 8;
    return Number(view.getBigUint64(wide - 8, true));
  });
  return { size, packedSize, offset };
}

function findZip64Field(view: DataView, start: number, end: number): number | undefined {
  for (let at = start; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === 1) return at + 4;
  }
  return undefined;
}

/** The UTF-8 flag is often wrong or missing, so the bytes decide; old Chinese archivers wrote GBK. */
function decodeName(raw: Uint8Array): string {
  return decodeText(raw).text.replaceAll("\\", "/");
}
