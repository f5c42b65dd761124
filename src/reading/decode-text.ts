export interface DecodedText {
  readonly text: string;
  readonly encoding: "utf-8" | "gb18030" | "utf-16le" | "utf-16be";
}

/** Text of unknown encoding: the byte order mark decides, then strict UTF-8, then UTF-16 by its line ends, then GB18030. Never throws. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = markedEncoding(bytes) ?? (isUtf8(bytes) ? "utf-8" : (wideEncoding(bytes) ?? "gb18030"));
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

/**
 * Bytes of one XML part that are decoded: enough for any paper whose text is kept, and as a string still bearable when four workers do it at
 * once. Readers mark the document as cut when a part is longer.
 */
export const xmlBytesLimit = 32 * 2 ** 20;

/** XML says its encoding in the first line; without that it is UTF-8. At most `xmlBytesLimit` bytes. */
export function decodeXml(part: Uint8Array): string {
  const bytes = part.subarray(0, xmlBytesLimit);
  const marked = markedEncoding(bytes);
  if (marked !== undefined) return new TextDecoder(marked).decode(bytes);
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 120));
  const chinese = /^<\?xml[^>]*encoding\s*=\s*["']gb/i.test(head);
  return new TextDecoder(chinese ? "gb18030" : "utf-8").decode(bytes);
}

function markedEncoding(bytes: Uint8Array): DecodedText["encoding"] | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return undefined;
}

/** Also when the bytes stop in the middle of a character, for a file may have been cut at a limit. NUL is no text. */
function isUtf8(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** UTF-16 without a mark: half of each Latin character, blank and line end is a zero byte, always on the same side. */
function wideEncoding(bytes: Uint8Array): DecodedText["encoding"] | undefined {
  const sample = bytes.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < sample.length; at += 1) {
    if (sample[at] !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  if (even + odd === 0) return undefined;
  return odd >= even ? "utf-16le" : "utf-16be";
}
