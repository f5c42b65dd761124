import type { Extract, Reading } from "../../model/reading.ts";
import { unread } from "../../model/reading.ts";

/** Text and format → what the document says: title, 文号, 成文日期, issuer, kind …, each with its place. */
export function describeExtract(extract: Extract, _name: string): Reading {
  return { ...unread(extract.format, "no-content") };
}
