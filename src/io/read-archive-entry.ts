import { crc32, inflateRawSync } from "node:zlib";
import type { ArchiveEntry } from "../model/evidence-file.ts";

/** Gives `length` bytes of the archive from `position` on; fewer when it ends before. */
export type ReadAt = (position: number, length: number) => Buffer;

export type EntryRead =
  | { readonly ok: true; readonly bytes: Buffer }
  | { readonly ok: false; readonly failure: "encrypted" | "damaged" | "unsupported" | "too-large" | "bomb" };

const localHeaderBytes = 30;
const localHeaderSign = 0x04034b50;

/** The bytes of one entry of a zip, inflated to at most the size it states; larger than `most`: not read. */
export function readArchiveEntry(readAt: ReadAt, entry: ArchiveEntry, most: number): EntryRead {
  if (entry.encrypted) return { ok: false, failure: "encrypted" };
  if (entry.method !== 0 && entry.method !== 8) return { ok: false, failure: "unsupported" };
  if (entry.bytes > most || entry.packedBytes > most) return { ok: false, failure: "too-large" };
  const header = readAt(entry.offset, localHeaderBytes);
  if (header.length < localHeaderBytes || header.readUInt32LE(0) !== localHeaderSign) return { ok: false, failure: "damaged" };
  const start = entry.offset + localHeaderBytes + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = readAt(start, entry.packedBytes);
  if (packed.length < entry.packedBytes) return { ok: false, failure: "damaged" };
  return entry.method === 0 ? checked(packed, entry) : inflated(packed, entry);
}

function inflated(packed: Buffer, entry: ArchiveEntry): EntryRead {
  try {
    return checked(inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.bytes) }), entry);
  } catch (error) {
    // It inflates further than it said: an archive that lies about that is made to.
    const lied = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    return { ok: false, failure: lied ? "bomb" : "damaged" };
  }
}

function checked(bytes: Buffer, entry: ArchiveEntry): EntryRead {
  return bytes.length === entry.bytes && crc32(bytes) === entry.crc ? { ok: true, bytes } : { ok: false, failure: "damaged" };
}
