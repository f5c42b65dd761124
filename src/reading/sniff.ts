import type { DocumentFormat } from "../model/document-format.ts";
import { extensionOf, isMisnamed, promisedFormats } from "./misnamed.ts";
import { isOle, oleNames } from "./ole-names.ts";
import { sniffText } from "./sniff-text.ts";
import { readZipDirectory } from "./zip-directory.ts";

const latinDecoder = new TextDecoder("latin1");

export interface Sniffed {
  readonly format: DocumentFormat;
  /** The extension promises a format of another kind. */
  readonly misnamed: boolean;
}

/**
 * Tells the format by content, not by extension. Only where the content says nothing (cut off at the front, overwritten with zeros)
 * is the extension believed, so that its reader can call the file damaged. Never throws.
 */
export function sniff(bytes: Uint8Array, name: string): Sniffed {
  const extension = extensionOf(name);
  const found = bytes.length === 0 ? undefined : formatOf(bytes, extension);
  if (found === undefined)
    return { format: promisedFormats(extension).find((format) => !unmarked.has(format)) ?? "unknown", misnamed: false };
  return { format: found, misnamed: isMisnamed(bytes, found, extension) };
}

/** Formats that any bytes could be; a name alone does not make them. */
const unmarked: ReadonlySet<DocumentFormat> = new Set(["text", "csv", "html", "eml"]);

function formatOf(bytes: Uint8Array, extension: string): DocumentFormat | undefined {
  if (isZip(bytes)) return zipFormat(bytes, extension);
  if (isOle(bytes)) return oleFormat(bytes, extension);
  return markedFormat(bytes) ?? mediaFormat(bytes) ?? (pdfStart(bytes) ? "pdf" : sniffText(bytes, extension));
}

const magic: readonly (readonly [DocumentFormat, string])[] = [
  ["pdf", "%PDF-"],
  ["jpeg", "\xff\xd8\xff"],
  ["png", "\x89PNG\r\n\x1a\n"],
  ["gif", "GIF8"],
  ["tiff", "II*\0"],
  ["tiff", "MM\0*"],
  ["rar", "Rar!\x1a\x07"],
  ["7z", "7z\xbc\xaf\x27\x1c"],
  ["gzip", "\x1f\x8b\x08"],
  ["executable", "\x7fELF"],
  ["audio", "ID3"],
  ["audio", "#!AMR"],
  ["audio", "OggS"],
  ["audio", "fLaC"],
  ["video", "FLV\x01"],
  ["video", "\x1a\x45\xdf\xa3"],
  ["video", "\0\0\x01\xba"],
  ["video", "\0\0\x01\xb3"],
  ["video", "\x30\x26\xb2\x75\x8e\x66\xcf\x11"],
];

function markedFormat(bytes: Uint8Array): DocumentFormat | undefined {
  const known = magic.find(([, sign]) => startsWith(bytes, sign))?.[0];
  if (known !== undefined) return known;
  if (startsWith(bytes, "BM") && bytes.length > 26 && bytes[6] === 0 && bytes[7] === 0 && bytes[8] === 0 && bytes[9] === 0) return "bmp";
  if (startsWith(bytes, "MZ") && bytes.length > 64 && bytes.subarray(0, 512).includes(0)) return "executable";
  return undefined;
}

const heicBrands = new Set(["heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1", "avif"]);

/** Containers whose kind stands behind the first four bytes: RIFF, and the ftyp box of ISO media. */
function mediaFormat(bytes: Uint8Array): DocumentFormat | undefined {
  const kind = latin(bytes.subarray(8, 12));
  if (startsWith(bytes, "RIFF")) return kind === "WEBP" ? "webp" : kind === "WAVE" ? "audio" : kind === "AVI " ? "video" : undefined;
  const box = latin(bytes.subarray(4, 8));
  if (box === "ftyp") return heicBrands.has(kind) ? "heic" : kind.startsWith("M4A") ? "audio" : "video";
  if (box === "moov" || box === "mdat") return "video";
  const [first = 0, second = 0] = bytes;
  return first === 0xff && (second & 0xe6) === 0xe2 && (bytes[2] ?? 0xff) < 0xf0 ? "audio" : undefined;
}

/** Readers accept a PDF whose mark stands anywhere in the first 1,024 bytes: mail gateways and scanners put lines before it. */
function pdfStart(bytes: Uint8Array): boolean {
  return latin(bytes.subarray(0, 1029)).includes("%PDF-");
}

const zipNameLimit = 3_000;

/** A zip without a directory was cut off; then its first names, or else the extension, must do. */
function zipFormat(bytes: Uint8Array, extension: string): DocumentFormat {
  const directory = readZipDirectory(bytes, zipNameLimit);
  const names = directory?.entries.map((entry) => entry.name.toLowerCase()) ?? firstNames(bytes);
  const packaged = names.some((name) => name === "[content_types].xml" || name === "_rels/.rels");
  if (names.includes("ofd.xml")) return "ofd";
  if (packaged && names.some((name) => name.startsWith("word/"))) return "docx";
  if (packaged && names.some((name) => name.startsWith("xl/"))) return "xlsx";
  if (packaged && names.some((name) => name.startsWith("ppt/"))) return "pptx";
  if (names.includes("mimetype")) return "unknown";
  const zipped = promisedFormats(extension).find((format) => ["docx", "xlsx", "pptx", "ofd"].includes(format));
  return directory === undefined && zipped !== undefined ? zipped : "zip";
}

function firstNames(bytes: Uint8Array): readonly string[] {
  const head = latin(bytes.subarray(0, 65_536)).toLowerCase();
  return [...head.matchAll(/pk\x03\x04[\s\S]{26}([\x20-\x7e]{1,80}?\.(?:xml|rels))/g)].map((match) => match[1] ?? "");
}

/** A password turns any office document into an OLE file with a stream EncryptedPackage; what was inside only the extension tells. */
function oleFormat(bytes: Uint8Array, extension: string): DocumentFormat {
  const names = new Set(oleNames(bytes));
  const promised = promisedFormats(extension);
  if (names.has("EncryptedPackage")) return promised.find((format) => ["docx", "xlsx", "pptx"].includes(format)) ?? "docx";
  if (names.has("WordDocument")) return "doc";
  if (names.has("Workbook") || names.has("Book")) return "xls";
  if (names.has("PowerPoint Document")) return "ppt";
  return promised.find((format) => ["doc", "xls", "ppt"].includes(format)) ?? "unknown";
}

function isZip(bytes: Uint8Array): boolean {
  return startsWith(bytes, "PK\x03\x04") || startsWith(bytes, "PK\x05\x06");
}

function startsWith(bytes: Uint8Array, sign: string): boolean {
  for (let at = 0; at < sign.length; at += 1) if (bytes[at] !== sign.charCodeAt(at)) return false;
  return true;
}

function latin(bytes: Uint8Array): string {
  return latinDecoder.decode(bytes);
}
