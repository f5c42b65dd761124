import { collectBlocks, toResult } from "../collect-blocks.ts";
import { decodeText } from "../decode-text.ts";
import { addHtml } from "../html-blocks.ts";
import type { ReaderInput, ReadResult } from "../reader.ts";

/** Saved pages, and the tables and papers that office systems export as pages. */
export function readHtml({ bytes, limits }: ReaderInput): ReadResult {
  // Tags take more room than text: of one page not more than sixteen bytes a character are looked at.
  const most = limits.characters * 16;
  const collector = collectBlocks(limits);
  if (bytes.length > most) collector.markCut();
  const html = decodeText(bytes.subarray(0, most)).text;
  addHtml(html, collector, (paragraph) => ({ kind: "paragraph", paragraph }));
  return toResult({ format: "html" }, collector);
}
