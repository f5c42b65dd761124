import { inflateRawSync } from "node:zlib";
import { isOle } from "./ole-names.ts";
import type { ReadingLimits, ReadResult } from "./reader.ts";
import { readZipDirectory, type ZipEntry } from "./zip-directory.ts";

/** Why nothing could be read. */
export type Failed = Extract<ReadResult, { readonly ok: false }>;

/** Parts by name as asked for; those the archive lacks are missing here too. */
export type PartsRead = { readonly ok: true; readonly parts: ReadonlyMap<string, Uint8Array> } | Failed;

export interface Archive {
  readonly ok: true;
  /** Names in lower case with forward slashes: office programs do not tell cases apart, and some write backslashes. */
  readonly names: readonly string[];
  /** The archive has more entries than the limit. */
  readonly cut: boolean;
  /** Inflates these parts (any case) and no others. */
  readonly read: (names: readonly string[]) => PartsRead;
}

/** Opens an office document that is a zip. Everything read through one archive counts against the same total. Never throws. */
export function openArchive(bytes: Uint8Array, limits: ReadingLimits): Archive | Failed {
  if (isOle(bytes)) return failure("encrypted");
  const directory = readZipDirectory(bytes, limits.parts);
  if (directory === undefined || directory.entries.length === 0) return failure("damaged", "压缩结构不完整");
  const entries = new Map(directory.entries.map((entry) => [entry.name.toLowerCase(), entry]));
  let left = limits.totalBytes;
  const read = (names: readonly string[]): PartsRead => {
    const parts = new Map<string, Uint8Array>();
    for (const name of names) {
      const entry = entries.get(name.toLowerCase());
      if (entry === undefined) continue;
      const part = inflatePart(bytes, entry, Math.min(limits.partBytes, left));
      if (!(part instanceof Uint8Array)) return part;
      left -= part.length;
      parts.set(name, part);
    }
    return { ok: true, parts };
  };
  return { ok: true, names: [...entries.keys()], cut: directory.cut, read };
}

/** Above this size a part must not shrink to less than a 400th: papers and tables shrink to a tenth, at the very most to a hundredth. */
const ratioFrom = 8 * 2 ** 20;
const ratioLimit = 400;

function inflatePart(bytes: Uint8Array, entry: ZipEntry, limit: number): Uint8Array | Failed {
  if (entry.encrypted) return failure("encrypted");
  const packed = packedBytes(bytes, entry);
  if (packed === undefined) return failure("damaged", "压缩结构不完整");
  if (entry.size > limit) return failure("bomb");
  if (entry.method === 0) return packed.length > limit ? failure("bomb") : packed;
  if (entry.method !== 8) return failure("unsupported", `压缩方法 ${entry.method}`);
  const part = inflate(packed, entry.size, limit);
  if (!(part instanceof Uint8Array)) return part;
  if (part.length > ratioFrom && part.length > packed.length * ratioLimit) return failure("bomb");
  return part.length === entry.size ? part : failure("damaged", "压缩包里写的大小与实际不符");
}

/** The local header repeats the name, so its length has to be read there. */
function packedBytes(bytes: Uint8Array, { offset, packedSize }: ZipEntry): Uint8Array | undefined {
  if (offset + 30 > bytes.length) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(offset, true) !== 0x04034b50) return undefined;
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  return start + packedSize <= bytes.length ? bytes.subarray(start, start + packedSize) : undefined;
}

/** One output buffer of the declared size saves copying; a lie about it costs no more than that buffer. */
function inflate(packed: Uint8Array, declared: number, limit: number): Uint8Array | Failed {
  if (limit <= 0) return failure("bomb");
  const chunkSize = Math.min(Math.max(declared + 1, 1_024), 8 * 2 ** 20, packed.length * 1_032 + 1_024);
  try {
    return inflateRawSync(packed, { maxOutputLength: limit, chunkSize });
  } catch (error) {
    const tooLarge = error instanceof RangeError || (error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE");
    return tooLarge ? failure("bomb") : failure("damaged", "压缩数据损坏");
  }
}

function failure(kind: Failed["failure"], detail?: string): Failed {
  return { ok: false, failure: kind, ...(detail === undefined ? {} : { detail }) };
}
