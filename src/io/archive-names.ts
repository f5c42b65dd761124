import { crc32 } from "node:zlib";

/** A name as the archive stores it. */
export interface StoredName {
  readonly raw: Uint8Array;
  /** The archive says that the name is UTF-8 (general purpose bit 11). */
  readonly utf8: boolean;
  /** Extra field 0x7075, in which Info-ZIP keeps a Unicode name beside the old one. */
  readonly unicode?: Uint8Array;
}

/** Longer names are no names; a hostile archive could fill the memory with them. */
const longestName = 1_000;

/**
 * The names of one archive. Without the UTF-8 sign they are of one encoding, so they are decided together: Chinese Windows
 * programs write GB18030, and two bytes of it (联通) can pass for UTF-8 of some other script.
 */
export function decodeNames(names: readonly StoredName[]): readonly string[] {
  const open = names.filter((name) => !name.utf8 && unicodeName(name) === undefined);
  const utf8 = open.every(({ raw }) => isPlainUtf8(raw));
  return names.map((name) => unicodeName(name) ?? decode(name.raw, name.utf8 || utf8 ? "utf-8" : "gb18030"));
}

function decode(raw: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(raw.subarray(0, longestName * 4));
}

/** Valid, and nothing but ASCII and characters of three bytes and more, among which are all Han. */
function isPlainUtf8(raw: Uint8Array): boolean {
  try {
    return !/[\u0080-\u07ff]/u.test(new TextDecoder("utf-8", { fatal: true }).decode(raw));
  } catch {
    return false;
  }
}

/** Version 1, CRC of the plain name (it may have been renamed since), then the name. */
function unicodeName({ raw, unicode }: StoredName): string | undefined {
  if (unicode === undefined || unicode.length < 6 || unicode[0] !== 1) return undefined;
  const view = new DataView(unicode.buffer, unicode.byteOffset, unicode.byteLength);
  return view.getUint32(1, true) === crc32(raw) ? decode(unicode.subarray(5), "utf-8") : undefined;
}

/** A stored name as a path that stays below its archive; `unsafe`: it did not. Old Windows programs write \ for /. */
export function tamePath(name: string): { readonly path: string; readonly unsafe: boolean } {
  const slashed = name.replaceAll("\\", "/");
  const segments = slashed.split("/").filter((segment) => segment !== "" && segment !== ".");
  const drive = /^[A-Za-z]:/u.test(slashed);
  const unsafe = slashed.startsWith("/") || drive || segments.includes("..") || slashed.length > longestName;
  if (!unsafe) return { path: segments.join("/"), unsafe };
  const tame = segments.map((segment, index) => (segment === ".." ? "__" : index === 0 && drive ? segment.replace(":", "_") : segment));
  return { path: cutPath(tame.join("/")), unsafe };
}

/** Keeps the end, where the extension is. */
function cutPath(path: string): string {
  return path.length <= longestName ? path : `…${path.slice(-longestName / 2).replace(/^\/+/u, "")}`;
}
