import type { Quoted } from "../../model/reading.ts";
import type { Line } from "./paper-lines.ts";

const quoteLimit = 160;
/** 身份证号, telephone and bank card numbers, also in groups: never quoted. Dates in eight figures are shorter. */
const longNumber = /[0-9０-９](?:[\s　-]?[0-9０-９]){10}/u;

/** A value with the stretch of the line that says it; what follows a long number is left out of the quotation. */
export function quoted<Value>(value: Value, line: Line, from = 0, to = line.text.length): Quoted<Value> {
  const text = line.exact ? line.raw.slice(from, to) : line.raw;
  return { value, text: withoutNumbers(shortened(text.trim(), quoteLimit)), at: line.at };
}

/** Cuts the text before the first number that may be somebody's. */
export function withoutNumbers(text: string): string {
  const at = text.search(longNumber);
  return at < 0 ? text : text.slice(0, at).trimEnd();
}

/** At most so many UTF-16 units, without half a character at the end. */
export function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit);
  return (/[\uD800-\uDBFF]$/u.test(cut) ? cut.slice(0, -1) : cut).trimEnd();
}
