import type { DocumentFormat } from "../model/document-format.ts";
import { type Reading, unread } from "../model/reading.ts";
import { describeExtract } from "./facts/describe-extract.ts";
import { failed, type Reader, type ReadingLimits, readingLimits } from "./reader.ts";
import { sniff } from "./sniff.ts";

/** What a document says, and its text for whoever needs more than the facts. */
export interface DocumentRead {
  readonly reading: Reading;
  /** Paragraphs joined by line breaks; empty when there is none. */
  readonly text: string;
}

/** Each reader and its library are loaded when the first file of the format turns up. */
const readers: { readonly [Format in DocumentFormat]?: () => Promise<Reader> } = {
  doc: async () => (await import("./formats/doc.ts")).readDoc,
  xls: async () => (await import("./formats/xls.ts")).readXls,
  jpeg: pictures,
  png: pictures,
  gif: pictures,
  bmp: pictures,
  tiff: pictures,
  webp: pictures,
  pdf: async () => (await import("./formats/pdf.ts")).readPdf,
  docx: async () => (await import("./formats/docx.ts")).readDocx,
  xlsx: async () => (await import("./formats/xlsx.ts")).readXlsx,
  pptx: async () => (await import("./formats/pptx.ts")).readPptx,
  ofd: async () => (await import("./formats/ofd.ts")).readOfd,
  text: async () => (await import("./formats/text.ts")).readText,
  csv: async () => (await import("./formats/csv.ts")).readCsv,
  html: async () => (await import("./formats/html.ts")).readHtml,
  eml: async () => (await import("./formats/eml.ts")).readEml,
};

/** Bytes → what the document says. Bad bytes give a reading with a failure, never an exception. */
export async function readDocument(bytes: Uint8Array, name: string, limits: ReadingLimits = readingLimits): Promise<DocumentRead> {
  const { format, misnamed } = sniff(bytes, name);
  const load = readers[format];
  const result = bytes.length === 0 ? failed("no-content") : await (await (load ?? none)())({ bytes, format, name, limits });
  const wrongName = misnamed ? { misnamed } : {};
  if (!result.ok) return { reading: { ...unread(format, result.failure, result.detail), ...wrongName }, text: "" };
  const text = result.extract.blocks.map((block) => block.text).join("\n");
  return { reading: { ...describeExtract(result.extract, name), ...wrongName }, text };
}

async function pictures(): Promise<Reader> {
  return (await import("./formats/picture.ts")).readPicture;
}

function none(): Promise<Reader> {
  return Promise.resolve(() => failed("unsupported"));
}
