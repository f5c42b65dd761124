/** A file of a ZIP, deflated already. */
export interface PackedFile {
  readonly name: string;
  readonly packed: PackedPart;
}

export interface PackedPart {
  readonly crc: number;
  /** Bytes before packing. */
  readonly size: number;
  readonly deflated: Uint8Array;
}

/** 1 January 2000, 12:00, as MS-DOS counts it. No zone: the same bytes everywhere. */
const fixedTime = { time: 12 << 11, date: (20 << 9) | (1 << 5) | 1 } as const;
const localLength = 30;
const entryLength = 46;
const endLength = 22;
/** Beyond this a ZIP needs the 64-bit records, which no document of ours comes near. */
const mostBytes = 0xffff_ffff;

/**
 * A ZIP of these files, in this order (PKWARE APPNOTE 4.3): local headers with sizes, so that no reader needs data
 * descriptors; then the directory. Throws a RangeError beyond 4 GB or 65,535 files.
 */
export function zipFile(files: readonly PackedFile[]): Uint8Array {
  const named = files.map(({ name, packed }) => ({ name: new TextEncoder().encode(name), packed }));
  const length = named.reduce(
    (sum, { name, packed }) => sum + localLength + entryLength + 2 * name.length + packed.deflated.length,
    endLength,
  );
  if (length > mostBytes || files.length > 0xffff) throw new RangeError(`too large for a zip: ${length} bytes, ${files.length} files`);
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const offsets = named.map((file) => {
    const from = at;
    writeLocal(view, bytes, from, file);
    at += localLength + file.name.length + file.packed.deflated.length;
    return from;
  });
  const directory = at;
  for (const [index, file] of named.entries()) {
    writeEntry(view, bytes, at, file, offsets[index] ?? 0);
    at += entryLength + file.name.length;
  }
  writeEnd(view, at, { count: files.length, directory });
  return bytes;
}

interface NamedFile {
  readonly name: Uint8Array;
  readonly packed: PackedPart;
}

function writeLocal(view: DataView, bytes: Uint8Array, at: number, { name, packed }: NamedFile): void {
  view.setUint32(at, 0x0403_4b50, true);
  writeShared(view, at + 4, { name, packed });
  bytes.set(name, at + localLength);
  bytes.set(packed.deflated, at + localLength + name.length);
}

function writeEntry(view: DataView, bytes: Uint8Array, at: number, { name, packed }: NamedFile, offset: number): void {
  view.setUint32(at, 0x0201_4b50, true);
  view.setUint16(at + 4, 20, true);
  writeShared(view, at + 6, { name, packed });
  view.setUint32(at + 42, offset, true);
  bytes.set(name, at + entryLength);
}

/** The fields that local header and directory share: version 2.0, deflate, UTF-8 mark where the name needs it. */
function writeShared(view: DataView, at: number, { name, packed }: NamedFile): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, name.some((byte) => byte >= 0x80) ? 0x800 : 0, true);
  view.setUint16(at + 4, 8, true);
  view.setUint16(at + 6, fixedTime.time, true);
  view.setUint16(at + 8, fixedTime.date, true);
  view.setUint32(at + 10, packed.crc, true);
  view.setUint32(at + 14, packed.deflated.length, true);
  view.setUint32(at + 18, packed.size, true);
  view.setUint16(at + 22, name.length, true);
}

function writeEnd(view: DataView, at: number, { count, directory }: { readonly count: number; readonly directory: number }): void {
  view.setUint32(at, 0x0605_4b50, true);
  view.setUint16(at + 8, count, true);
  view.setUint16(at + 10, count, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
}
