import { decodeText } from "./decode-text.ts";
import type { ReadingLimits } from "./reader.ts";

/** Decodes no more than the limit of characters can need: four bytes each, and room for tags and blanks. Of 100 MB the rest is not even looked at. */
export function decodeHead(bytes: Uint8Array, limits: ReadingLimits, roomFor = 4): { readonly text: string; readonly cut: boolean } {
  const most = limits.characters * 4 * roomFor;
  const cut = bytes.length > most;
  return { text: decodeText(cut ? bytes.subarray(0, most) : bytes).text, cut };
}
