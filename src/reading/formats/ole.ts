/** A compound file of Microsoft ("OLE", MS-CFB): the small file system inside .doc, .xls, .ppt, .wps and .et. */
export interface OleFile {
  /** Names of every stream and storage, however deep; macros are told by them. */
  readonly names: ReadonlySet<string>;
  /** Content of a stream that lies at the top; undefined when there is none or it is broken. */
  readonly stream: (name: string) => Uint8Array | undefined;
}

interface Entry {
  readonly name: string;
  /** 1 storage, 2 stream, 5 root. */
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

/** What is needed to follow chains of sectors. */
interface Sectors {
  readonly bytes: Uint8Array;
  readonly size: number;
  readonly table: Int32Array;
}

const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const headerSize = 512;
const [miniSize, miniLimit] = [64, 4096];
const inHeader = 109;

/**
 * Opens a compound file; undefined when its tables are cut off, run in circles or point outside. Every chain is bounded by the
 * file's own length, so that libraries that follow them without a limit may be given what passes here.
 */
export function openOle(bytes: Uint8Array): OleFile | undefined {
  if (bytes.length < headerSize * 2 || signature.some((byte, i) => bytes[i] !== byte)) return undefined;
  const view = viewOf(bytes);
  const shift = view.getUint16(30, true);
  if ((shift !== 9 && shift !== 12) || view.getUint16(32, true) !== 6 || view.getUint32(56, true) !== miniLimit) return undefined;
  const table = allocationTable(bytes, 1 << shift);
  if (table === undefined) return undefined;
  const sectors: Sectors = { bytes, size: 1 << shift, table };
  const directory = chained(sectors, view.getInt32(48, true));
  const entries = directory === undefined ? [] : entriesOf(directory);
  const root = entries.find((entry) => entry.type === 5);
  const minis = chained(sectors, view.getInt32(60, true));
  if (root === undefined || minis === undefined || minis.length !== view.getUint32(64, true) * sectors.size) return undefined;
  const miniStream = chained(sectors, root.start);
  if (miniStream === undefined) return undefined;
  const small: Sectors = { bytes: miniStream, size: miniSize, table: numbersOf(minis) };
  const top = topLevel(entries, root.child);
  return {
    names: new Set(entries.filter((entry) => entry.type === 1 || entry.type === 2).map((entry) => entry.name)),
    stream: (name) => {
      const entry = top.find((each) => each.type === 2 && each.name === name);
      if (entry === undefined) return undefined;
      const content = chained(entry.size < miniLimit ? small : sectors, entry.start);
      return content === undefined || content.length < entry.size ? undefined : content.subarray(0, entry.size);
    },
  };
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The table of which sector follows which (FAT); its own sectors are listed in the header and, for large files, in sectors of lists (DIFAT). */
function allocationTable(bytes: Uint8Array, size: number): Int32Array | undefined {
  const view = viewOf(bytes);
  const [count, lists] = [view.getUint32(44, true), view.getUint32(72, true)];
  const most = Math.ceil(bytes.length / size);
  if (count > most || lists > most) return undefined;
  const places = Array.from({ length: Math.min(count, inHeader) }, (_, i) => view.getInt32(76 + i * 4, true));
  let list = view.getInt32(68, true);
  for (let i = 0; i < lists && places.length < count; i++) {
    const sector = sectorAt(bytes, size, list);
    if (sector?.length !== size) return undefined;
    const numbers = numbersOf(sector);
    places.push(...numbers.subarray(0, Math.min(numbers.length - 1, count - places.length)));
    list = numbers.at(-1) ?? -1;
  }
  if (places.length !== count) return undefined;
  return joined(
    places.map((place) => sectorAt(bytes, size, place)),
    size,
    numbersOf,
  );
}

/** Sector n of the big ones; the first follows the header. The last of a file may be short. */
function sectorAt(bytes: Uint8Array, size: number, index: number): Uint8Array | undefined {
  const from = (index + 1) * size;
  return index < 0 || from >= bytes.length ? undefined : bytes.subarray(from, from + size);
}

/** Follows a chain and joins its sectors; undefined when it leaves the file or comes back to itself. A negative start is an empty chain. */
function chained({ bytes, size, table }: Sectors, start: number): Uint8Array | undefined {
  const parts: (Uint8Array | undefined)[] = [];
  for (let at = start; at >= 0; at = table[at] ?? -1) {
    if (parts.length >= table.length || at >= table.length) return undefined;
    parts.push(size === miniSize ? bytes.subarray(at * size, (at + 1) * size) : sectorAt(bytes, size, at));
  }
  return joined(parts, size, (all) => all);
}

function joined<Value>(parts: readonly (Uint8Array | undefined)[], size: number, then: (all: Uint8Array) => Value): Value | undefined {
  const all = new Uint8Array(parts.length * size);
  for (const [index, part] of parts.entries()) {
    if (part === undefined) return undefined;
    all.set(part, index * size);
  }
  return then(all);
}

function numbersOf(bytes: Uint8Array): Int32Array {
  const view = viewOf(bytes);
  return Int32Array.from({ length: Math.floor(bytes.length / 4) }, (_, i) => view.getInt32(i * 4, true));
}

function entriesOf(directory: Uint8Array): readonly Entry[] {
  const view = viewOf(directory);
  return Array.from({ length: Math.floor(directory.length / 128) }, (_, i) => {
    const at = i * 128;
    const nameBytes = Math.min(64, Math.max(0, view.getUint16(at + 64, true) - 2));
    return {
      name: new TextDecoder("utf-16le").decode(directory.subarray(at, at + nameBytes)),
      type: view.getUint8(at + 66),
      left: view.getInt32(at + 68, true),
      right: view.getInt32(at + 72, true),
      child: view.getInt32(at + 76, true),
      start: view.getInt32(at + 116, true),
      size: view.getUint32(at + 120, true),
    };
  });
}

/** The entries of one storage are a binary tree; an embedded workbook inside a document lies deeper and is not ours. */
function topLevel(entries: readonly Entry[], first: number): readonly Entry[] {
  const [seen, waiting] = [new Set<number>(), [first]];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const entry = entries[at];
    if (entry === undefined || seen.has(at)) continue;
    seen.add(at);
    waiting.push(entry.left, entry.right);
  }
  return Array.from(seen).flatMap((index) => entries[index] ?? []);
}
