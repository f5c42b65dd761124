import { type CalendarDate, makeDate } from "../model/dates.ts";
import { decodeXml } from "./decode-text.ts";

export interface OfficeProperties {
  readonly pages?: number;
  readonly createdOn?: CalendarDate;
}

/** docProps/app.xml and docProps/core.xml, the same in all office formats. Programs may leave them out or lie: hints only. */
export function officeProperties(parts: ReadonlyMap<string, Uint8Array>): OfficeProperties {
  const [app = "", core = ""] = propertyParts.map((name) => decodeXml((parts.get(name) ?? new Uint8Array()).subarray(0, 16_384)));
  const pages = Number(/<(?:\w+:)?Pages>(\d{1,6})</.exec(app)?.[1] ?? 0);
  const createdOn = chinaDate(/<(?:\w+:)?created[^>]*>([^<]{1,40})</.exec(core)?.[1] ?? "");
  return { ...(pages > 0 ? { pages } : {}), ...(createdOn === undefined ? {} : { createdOn }) };
}

export const propertyParts = ["docProps/app.xml", "docProps/core.xml"];

/** Stamps in UTC name the day before until eight in the morning; all our users live at UTC+8. */
export function chinaDate(stamp: string): CalendarDate | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z?))?/.exec(stamp.trim());
  if (match === null) return undefined;
  const date = makeDate(Number(match[1]), Number(match[2]), Number(match[3]));
  if (date === undefined || match[7] !== "Z") return date;
  const local = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]), Number(match[4]) + 8));
  return makeDate(local.getUTCFullYear(), local.getUTCMonth() + 1, local.getUTCDate());
}
