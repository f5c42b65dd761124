import { deflateSync, unzipSync } from "fflate";
import { crc32 } from "./crc32.ts";
import { type PackedPart, zipFile } from "./zip-records.ts";

/** The parts of an OOXML package: part name without a leading slash ("word/document.xml") → bytes. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/** What a shell or a workbook of ours may unpack to, in bytes; more is a zip bomb and no document. */
const unpackedLimit = 512 * 1024 * 1024;

/** Parts that were packed ahead. Found by their bytes object: a part that was replaced is another object, and packed anew. */
const packedAhead = new WeakMap<Uint8Array, PackedPart>();

/**
 * Packs parts so that the same parts give the same bytes: fixed dates, no directory entries, sorted by code point with
 * `[Content_Types].xml` and `_rels/.rels` first, as readers of the format expect them.
 */
export function zipParts(parts: Parts): Uint8Array {
  const names = [...parts].filter(([name]) => !name.endsWith("/")).sort(([a], [b]) => inPackageOrder(a, b));
  return zipFile(names.map(([name, bytes]) => ({ name, packed: packedAhead.get(bytes) ?? packPart(bytes) })));
}

/** Packs parts that many packages will carry unchanged, once for all. Their bytes must not be written to afterwards. */
export function packAhead(parts: Parts): void {
  for (const bytes of parts.values()) packedAhead.set(bytes, packPart(bytes));
}

/** Of fflate: a quarter less work than its usual level 6, for documents 8% larger. */
export const packingLevel = 4;

function packPart(bytes: Uint8Array): PackedPart {
  return { crc: crc32(bytes), size: bytes.length, deflated: deflateSync(bytes, { level: packingLevel }) };
}

/** Unpacks a package, directory entries left out. Throws on bytes that are no zip or that unpack beyond 512 MB. */
export function unzipParts(bytes: Uint8Array): Map<string, Uint8Array> {
  let unpacked = 0;
  const files = unzipSync(bytes, {
    filter: (file) => {
      unpacked += file.originalSize;
      if (unpacked > unpackedLimit) throw new RangeError(`zip unpacks to more than ${unpackedLimit} bytes`);
      return !file.name.endsWith("/");
    },
  });
  return new Map(Object.entries(files));
}

function inPackageOrder(a: string, b: string): number {
  const difference = rank(a) - rank(b);
  if (difference !== 0) return difference;
  return a < b ? -1 : a > b ? 1 : 0;
}

function rank(name: string): number {
  if (name === "[Content_Types].xml") return 0;
  return name === "_rels/.rels" ? 1 : 2;
}
