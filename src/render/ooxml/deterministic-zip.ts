import { unzipSync, type Zippable, zipSync } from "fflate";

/** The parts of an OOXML package: part name without a leading slash ("word/document.xml") → bytes. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/** A text without a zone is read as local time, and DOS time has no zone: the same bytes in every time zone. Noon, so that no clock change touches it. */
const fixedTime = "2000-01-01T12:00:00";

/** What a shell or a workbook of ours may unpack to, in bytes; more is a zip bomb and no document. */
const unpackedLimit = 512 * 1024 * 1024;

/**
 * Packs parts so that the same parts give the same bytes: fixed dates, no directory entries, sorted by code point with
 * `[Content_Types].xml` and `_rels/.rels` first, as readers of the format expect them.
 */
export function zipParts(parts: Parts): Uint8Array {
  const entries: Zippable = {};
  for (const name of [...parts.keys()].filter((key) => !key.endsWith("/")).sort(inPackageOrder)) {
    const bytes = parts.get(name);
    if (bytes !== undefined) entries[name] = [bytes, { mtime: fixedTime, level: 6, os: 0, attrs: 0 }];
  }
  return zipSync(entries);
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
