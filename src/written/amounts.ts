import type { CalendarDate } from "../model/dates.ts";
import { type Points, parsePoints, zeroPoints } from "../model/points.ts";
import { parseQuantity, type Quantity, quantity } from "../model/quantity.ts";
import { type Numeral, spellingOf } from "./numeral.ts";

/* The schema has already refused whatever these could not read. */

export function pointsOf(numeral: Numeral): Points {
  return parsePoints(spellingOf(numeral)) ?? zeroPoints;
}

export function quantityOf(numeral: string): Quantity {
  return parseQuantity(spellingOf(numeral)) ?? quantity(0);
}

export function countOf(numeral: Numeral): number {
  return Number(spellingOf(numeral));
}

/** A property that is there only when it was written. */
export function given<Key extends string, Value>(key: Key, value: Value | undefined): { readonly [Name in Key]?: Value } {
  // A computed key widens to string; the type says which one it is.
  return (value === undefined ? {} : { [key]: value }) as { readonly [Name in Key]?: Value };
}

export function rangeOf(written: { readonly from: CalendarDate; readonly to: CalendarDate }): { from: CalendarDate; to: CalendarDate } {
  return { from: written.from, to: written.to };
}
