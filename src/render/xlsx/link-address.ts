import { replaceUnprintable } from "./clean-text.ts";

/** Excel's limit for the address of a hyperlink. A workbook that breaks it is offered for repair. */
const MAX_ADDRESS = 2_079;

/**
 * The address of a link to a file, relative to the workbook's folder: each segment percent-encoded, so that "#" starts no fragment,
 * ":" no scheme ("javascript:") and "//" no server. Undefined: it cannot be written as a link.
 */
export function linkAddress(target: string): string | undefined {
  const segments = replaceUnprintable(target)
    .split("/")
    .filter((segment) => segment !== "");
  if (segments.length === 0) return undefined;
  const encoded = segments.map(encodeSegment).join("/");
  if (encoded.length <= MAX_ADDRESS) return encoded;
  // A Han character takes 9 characters when encoded; deep folders of long names then pass the limit, but may stand as they are.
  const readable = segments.map(encodeMarks).join("/");
  return readable.length <= MAX_ADDRESS ? readable : undefined;
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(/[!'()*]/g, percent);
}

/** Encodes the ASCII characters that mean something in an address, and leaves Han characters readable. */
function encodeMarks(segment: string): string {
  return segment.replace(/[^\w.~\-\u0080-\u{10FFFF}]/gu, percent);
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}
