/**
 * A number with the spelling it was written in. It travels as text behind a NUL, which no text may begin with (see sheet.ts),
 * so that "1.10" and "0.125" are never rounded through a float on the way to Points.
 */
export type Numeral = string & { readonly __written: "numeral" };

/** Text as written: a string, or a number whose spelling loses nothing when it is read as text. Unwrap with `textOf`. */
export type WrittenText = string & { readonly __written: "text" };

const MARK = "\u0000";

export function makeNumeral(spelling: string): Numeral {
  return `${MARK}${spelling}` as Numeral;
}

export function isNumeral(value: unknown): value is Numeral {
  return typeof value === "string" && value.startsWith(MARK);
}

/** The spelling of a number: "1.10". */
export function spellingOf(numeral: string): string {
  return numeral.startsWith(MARK) ? numeral.slice(MARK.length) : numeral;
}

export function textOf(text: WrittenText): string {
  return spellingOf(text);
}

/** Would a program that reads numbers as numbers still print what was written? 1.10 → 1.1: no. */
export function keepsMeaning(numeral: Numeral): boolean {
  return readAs(numeral) === spellingOf(numeral);
}

/** What other programs make of it: 1.10 → "1.1", 08 → "8". */
export function readAs(numeral: Numeral): string {
  return String(Number(spellingOf(numeral)));
}
