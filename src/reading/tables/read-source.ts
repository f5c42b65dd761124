import type { DocumentFormat } from "../../model/document-format.ts";
import { sniff } from "../sniff.ts";
import { type SourceReader, type SourceResult, sourceFailed } from "./source-result.ts";

/** Each reader and its library are loaded when a file of its format is read. */
const readers: { readonly [Format in DocumentFormat]?: () => Promise<SourceReader> } = {
  xlsx: async () => (await import("./xlsx/read-workbook.ts")).readXlsxSource,
  docx: async () => (await import("./docx/read-paper.ts")).readDocxSource,
  xls: async () => (await import("./xls/read-xls.ts")).readXlsSource,
  doc: async () => (await import("./doc/read-doc.ts")).readDocSource,
  csv: async () => (await import("./read-csv.ts")).readCsvSource,
  html: async () => (await import("./read-html.ts")).readHtmlSource,
  text: async () => (await import("./read-lines.ts")).readTextSource,
};

/** Bytes of a 细则 → its tables and paragraphs. Tells the format by content; bad bytes give a failure, never an exception. */
export async function readSource(bytes: Uint8Array, name: string): Promise<SourceResult> {
  if (bytes.length === 0) return sourceFailed("no-content", "文件是空的");
  const load = readers[sniff(bytes, name).format];
  if (load === undefined) return sourceFailed("unsupported", "请用 Word（.docx）或 Excel（.xlsx）格式的原件");
  return (await load())(bytes, name);
}
