import { printableText } from "../ooxml/xml-text.ts";

/** Excel's limit per cell, in UTF-16 code units. */
export const MAX_CELL_LENGTH = 32_767;

const CUT_MARK = "……【超出单元格容量，以下截断】";

/** `_x0041_` in a cell is read back as "A" (ECMA-376 ST_Xstring), so an underscore that starts such a sequence is itself written that way. */
const ESCAPE_LOOKALIKE = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** Text as a cell may hold it: what cannot be printed becomes �, and text too long for a cell ends in a visible mark. */
export function cleanText(text: string): string {
  return cutText(printableText(text)).replace(ESCAPE_LOOKALIKE, "_x005F_");
}

function cutText(text: string): string {
  return text.length <= MAX_CELL_LENGTH ? text : takeUnits(text, MAX_CELL_LENGTH - CUT_MARK.length) + CUT_MARK;
}

/** At most `length` UTF-16 units from the start, never half of a surrogate pair. */
export function takeUnits(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}

/** A spreadsheet would read such text as a formula if a person retyped it, or when it passes through CSV. */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@\t\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(text);
}
