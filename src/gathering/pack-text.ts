import { deflateRawSync } from "node:zlib";
import { textLimit } from "../model/reading.ts";

/** Text as the cache keeps it: deflated, at most `textLimit` characters. */
export function packText(text: string): Uint8Array {
  // A copy of its own: what zlib gives may lie in a larger buffer, and all of that would be sent.
  return new Uint8Array(deflateRawSync(Buffer.from(text.slice(0, textLimit)), { level: 1 }));
}
