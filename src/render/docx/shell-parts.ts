import { strFromU8, strToU8 } from "fflate";
import type { Parts } from "../ooxml/deterministic-zip.ts";

export const mainPart = "word/document.xml";

/** The text of an XML part, without a byte order mark; "" when there is no such part. */
export function xmlPart(parts: Parts, name: string): string {
  const bytes = parts.get(name);
  return bytes === undefined ? "" : strFromU8(bytes).replace(/^\ufeff/, "");
}

export function setXmlPart(parts: Map<string, Uint8Array>, name: string, xml: string): void {
  parts.set(name, strToU8(xml));
}

/** The parts in which placeholders are filled: body, headers, footers. */
export function placeholderParts(parts: Parts): readonly string[] {
  return [...parts.keys()].filter((name) => /^word\/(?:document|header\d*|footer\d*)\.xml$/.test(name)).sort();
}
