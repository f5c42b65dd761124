import type { DocumentFormat } from "../model/document-format.ts";
import { decodeText } from "./decode-text.ts";

const sampleBytes = 4_096;

/** Bytes without any known mark: a page, a mail, a table or plain text by their first lines; undefined when they are no text. */
export function sniffText(bytes: Uint8Array, extension: string): DocumentFormat | undefined {
  const head = decodeText(bytes.subarray(0, sampleBytes)).text;
  if (head.startsWith("{\\rtf")) return "unknown";
  if (!looksWritten(head)) return undefined;
  if (/<Workbook[^>]*urn:schemas-microsoft-com:office:spreadsheet/.test(head)) return "xls";
  if (isPage(head)) return "html";
  if (isMail(head)) return "eml";
  return ["csv", "tsv", "xls", "et"].includes(extension) ? "csv" : "text";
}

/** Text has hardly any control characters, and bytes that are no characters only by accident. */
function looksWritten(head: string): boolean {
  let odd = 0;
  for (let at = 0; at < head.length; at += 1) {
    const code = head.charCodeAt(at);
    if ((code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12) || code === 0xfffd || (code >= 0x7f && code < 0xa0))
      odd += 1;
  }
  return odd <= head.length / 50 + 1 && /\S/.test(head);
}

function isPage(head: string): boolean {
  const start = head.trimStart().slice(0, 1).concat(head.toLowerCase());
  if (!start.startsWith("<")) return false;
  return /<(?:!doctype\s+html|html|head|body|table|meta|title|script|div|form|w:worddocument|pkg:package)[\s>:]/.test(start);
}

const mailHeaders =
  /^(?:from|to|cc|subject|date|sender|reply-to|received|return-path|delivered-to|message-id|mime-version|content-type|content-transfer-encoding|dkim-signature|x-[\w-]+):/i;

/** A mail begins with header lines: at least two of the known ones, and nothing but headers and their continuations before the first empty line. */
function isMail(head: string): boolean {
  const lines = head.split(/\r?\n/, 40);
  if (!mailHeaders.test(lines[0] ?? "")) return false;
  const end = lines.indexOf("");
  const headers = end === -1 ? lines.slice(0, -1) : lines.slice(0, end);
  return headers.filter((line) => mailHeaders.test(line)).length >= 2 && headers.every((line) => /^[\w-]+:|^[ \t]/.test(line));
}
