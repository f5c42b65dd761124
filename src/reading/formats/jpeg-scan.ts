/** For every 16 bits ahead: length of the code times 256 plus its symbol; 0 is no code. */
export type HuffmanTable = Uint16Array;

export interface ScanPart {
  readonly h: number;
  readonly v: number;
  readonly dc: HuffmanTable;
  /** Not needed when the scan holds nothing but means. */
  readonly ac: HuffmanTable | undefined;
}

/** One scan of a JPEG; its first part is the brightness. Units are MCUs. */
export interface Scan {
  readonly width: number;
  readonly height: number;
  readonly across: number;
  readonly down: number;
  /** One part alone: a unit is one block. */
  readonly single: boolean;
  readonly parts: readonly ScanPart[];
  /** Units between restart marks; 0: none. */
  readonly restart: number;
  readonly meansOnly: boolean;
}

/** Table of ITU-T T.81 annex C from the counts of codes per length and their symbols; undefined when they do not fit. */
export function huffmanTable(counts: Uint8Array, symbols: Uint8Array): HuffmanTable | undefined {
  const table = new Uint16Array(65_536);
  let [code, next] = [0, 0];
  for (let length = 1; length <= 16; length++) {
    const width = 1 << (16 - length);
    for (let i = 0; i < (counts[length - 1] ?? 0); i++, code++) {
      const symbol = symbols[next++];
      if (symbol === undefined || (code + 1) * width > 65_536) return undefined;
      table.fill(length * 256 + symbol, code * width, (code + 1) * width);
    }
    code *= 2;
  }
  return table;
}

interface Bits {
  /** Symbol of the next code; -1: no such code, or the data has run out. */
  readonly symbol: (table: HuffmanTable) => number;
  readonly take: (count: number) => number;
  /** Goes to the byte after the next restart mark. */
  readonly restart: () => void;
}

/** Zero bytes handed out past the end before the scan counts as cut off. */
const patience = 8;

function bitsFrom(bytes: Uint8Array, from: number): Bits {
  let [at, ahead, count, missing] = [from, 0, 0, 0];
  const fill = (): void => {
    while (count <= 24) {
      let byte = bytes[at] ?? 0;
      if (at >= bytes.length || (byte === 0xff && bytes[at + 1] !== 0)) {
        missing++;
        byte = 0;
      } else at += byte === 0xff ? 2 : 1;
      ahead = (ahead << 8) | byte;
      count += 8;
    }
  };
  return {
    symbol: (table) => {
      if (count < 16) fill();
      const found = table[(ahead >>> (count - 16)) & 0xffff] ?? 0;
      if (found === 0 || missing > patience) return -1;
      count -= found >> 8;
      return found & 0xff;
    },
    take: (wanted) => {
      if (wanted === 0) return 0;
      if (count < wanted) fill();
      count -= wanted;
      return (ahead >>> count) & ((1 << wanted) - 1);
    },
    restart: () => {
      [ahead, count, missing] = [0, 0, 0];
      while (at + 1 < bytes.length && !(bytes[at] === 0xff && ((bytes[at + 1] ?? 0) & 0xf8) === 0xd0)) at++;
      at += 2;
    },
  };
}

/** First coefficient of every block of brightness, before scaling; undefined when the data is broken or cut off. */
export function decodeBlocks(bytes: Uint8Array, from: number, scan: Scan): Int32Array | undefined {
  const bits = bitsFrom(bytes, from);
  const means = new Int32Array(scan.width * scan.height);
  const last = scan.parts.map(() => 0);
  for (let unit = 0; unit < scan.across * scan.down; unit++) {
    if (scan.restart > 0 && unit > 0 && unit % scan.restart === 0) {
      bits.restart();
      last.fill(0);
    }
    if (!decodeUnit(bits, scan, unit, last, means)) return undefined;
  }
  return means;
}

function decodeUnit(bits: Bits, scan: Scan, unit: number, last: number[], means: Int32Array): boolean {
  const [column, row] = [unit % scan.across, Math.floor(unit / scan.across)];
  for (let part = 0; part < scan.parts.length; part++) {
    const each = scan.parts[part];
    if (each === undefined) return false;
    const [h, v] = scan.single ? [1, 1] : [each.h, each.v];
    for (let block = 0; block < h * v; block++) {
      const size = bits.symbol(each.dc);
      if (size < 0 || size > 15) return false;
      const mean = (last[part] ?? 0) + signed(bits.take(size), size);
      last[part] = mean;
      if (!scan.meansOnly && (each.ac === undefined || !skipDetails(bits, each.ac))) return false;
      if (part === 0) means[(row * v + Math.floor(block / h)) * scan.width + column * h + (block % h)] = mean;
    }
  }
  return true;
}

/** Reads over the other 63 coefficients of a block. */
function skipDetails(bits: Bits, table: HuffmanTable): boolean {
  for (let k = 1; k < 64; ) {
    const symbol = bits.symbol(table);
    if (symbol < 0) return false;
    const size = symbol & 15;
    if (size === 0 && symbol < 0xf0) return true;
    k += (symbol >> 4) + 1;
    bits.take(size);
  }
  return true;
}

/** Figure F.12 of T.81: the upper half of the numbers of a size is positive. */
function signed(value: number, size: number): number {
  return size > 0 && value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
}
