import { isNumeral, spellingOf } from "../../written/numeral.ts";
import type { PlainMap, PlainValue } from "../import/draft.ts";

/** A written value as JSON holds it: numbers as numbers (at most three decimals, so nothing is rounded), everything else as it is. */
export function plainValue(written: unknown): PlainValue | undefined {
  if (isNumeral(written)) return Number(spellingOf(written));
  if (typeof written === "string" || typeof written === "boolean") return written;
  if (Array.isArray(written)) return written.map(plainValue).filter((value) => value !== undefined);
  return typeof written === "object" && written !== null ? plainMap(written) : undefined;
}

export function plainMap(written: object): PlainMap {
  return Object.fromEntries(Object.entries(written).map(([key, value]: [string, unknown]) => [key, plainValue(value)]));
}
