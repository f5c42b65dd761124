import type { CalendarDate } from "../model/dates.ts";
import type { Quoted, Reading } from "../model/reading.ts";

/** 成文日期 as the document gives it. `firm`: it was read from text, not recognised from a picture or taken from a camera's clock. */
export interface OwnDate extends Quoted<CalendarDate> {
  readonly firm: boolean;
}

export function ownDateOf(reading: Reading | undefined): OwnDate | undefined {
  if (reading?.issuedOn === undefined) return undefined;
  return { ...reading.issuedOn, firm: reading.recognised !== true && reading.issuedFrom !== "photo" };
}
