import type { DocumentFormat } from "../model/document-format.ts";

/** Extension in lower case without the dot; empty when there is none. Full-width letters and a trailing blank are people's slips. */
export function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,8})\s*$/.exec(name.normalize("NFKC").toLowerCase())?.[1] ?? "";
}

const pictures: readonly DocumentFormat[] = ["jpeg", "png", "gif", "bmp", "tiff", "webp", "heic"];
const archives: readonly DocumentFormat[] = ["zip", "rar", "7z", "gzip"];
const pages: readonly DocumentFormat[] = ["html"];
const media: readonly DocumentFormat[] = ["video", "audio"];

/** What an extension promises, the usual format first. Formats of one list open in the same program, so a mix-up among them harms nobody. */
const promises: Readonly<Record<string, readonly DocumentFormat[]>> = {
  docx: ["docx"],
  docm: ["docx"],
  dotx: ["docx"],
  doc: ["doc", "docx"],
  dot: ["doc", "docx"],
  wps: ["doc", "docx"],
  wpt: ["doc", "docx"],
  xlsx: ["xlsx"],
  xlsm: ["xlsx"],
  xlsb: ["xlsx"],
  xls: ["xls", "xlsx"],
  et: ["xls", "xlsx"],
  ett: ["xls", "xlsx"],
  pptx: ["pptx"],
  pptm: ["pptx"],
  ppsx: ["pptx"],
  ppt: ["ppt", "pptx"],
  pps: ["ppt", "pptx"],
  dps: ["ppt", "pptx"],
  pdf: ["pdf"],
  ofd: ["ofd"],
  txt: ["text", "csv"],
  md: ["text", "csv"],
  log: ["text", "csv"],
  csv: ["csv", "text"],
  tsv: ["csv", "text"],
  html: pages,
  htm: pages,
  mht: ["eml", "html"],
  mhtml: ["eml", "html"],
  eml: ["eml", "text"],
  zip: archives,
  rar: archives,
  "7z": archives,
  gz: archives,
  tgz: archives,
  exe: ["executable"],
  dll: ["executable"],
  ...Object.fromEntries(
    ["jpg", "jpeg", "jfif", "png", "gif", "bmp", "tif", "tiff", "webp", "heic", "heif"].map((name) => [name, usualFirst(name)]),
  ),
  ...Object.fromEntries(["mp4", "mov", "avi", "wmv", "flv", "mkv", "mpg", "mpeg", "3gp", "m4v"].map((name) => [name, media])),
  ...Object.fromEntries(["mp3", "wav", "m4a", "amr", "ogg", "flac", "aac", "wma"].map((name) => [name, media.toReversed()])),
};

function usualFirst(extension: string): readonly DocumentFormat[] {
  const names: Readonly<Record<string, DocumentFormat>> = { jpg: "jpeg", jfif: "jpeg", tif: "tiff", heif: "heic" };
  const usual = names[extension] ?? pictures.find((format) => format === extension);
  return usual === undefined ? pictures : [usual, ...pictures.filter((format) => format !== usual)];
}

/** Formats that the extension stands for; empty for one that promises nothing we know. */
export function promisedFormats(extension: string): readonly DocumentFormat[] {
  return promises[extension] ?? [];
}

/**
 * Will the program that opens this extension refuse the file, or show something else than it promises? Spreadsheets and papers that office
 * systems export as HTML under .xls and .doc open as they should; a saved login page under .pdf does not.
 */
export function isMisnamed(bytes: Uint8Array, format: DocumentFormat, extension: string): boolean {
  const promised = promisedFormats(extension);
  if (promised.length === 0 || promised.includes(format) || format === "unknown") return false;
  if (format === "eml") return !officeExtensions.includes(extension);
  return !(format === "html" && isOfficeHtml(bytes, extension));
}

/** Word and Excel open a web archive (built like a mail) and a page under their old extensions. */
const officeExtensions = ["doc", "xls", "et", "wps"];

function isOfficeHtml(bytes: Uint8Array, extension: string): boolean {
  if (!officeExtensions.includes(extension)) return false;
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 65_536));
  if (/urn:schemas-microsoft-com:office|schemas\.microsoft\.com\/office\/word/.test(head)) return true;
  return ["xls", "et"].includes(extension) && /<table/i.test(head) && !/type\s*=\s*["']?password/i.test(head);
}
