import { type CalendarDate, makeDate } from "../../model/dates.ts";
import type { OleFile } from "./ole.ts";

/** What the program that saved a .doc, .xls or .ppt says about it. */
export interface OleProperties {
  readonly createdOn?: CalendarDate;
  readonly pages?: number;
}

/** Numbers of properties and of their types in MS-OLEPS. */
const [created, pageCount, fileTime, integer] = [0x0c, 0x0e, 0x40, 0x03];
/** 100 ns since 1601 → days since 1970. */
const [ticksPerDay, daysBefore1970] = [864_000_000_000n, 134_774];
/** Times are kept in UTC; the day is that of Beijing. */
const beijing = 288_000_000_000n;

/** Macros of Word, Excel and PowerPoint lie in storages and streams of these names. */
const macroNames = ["Macros", "_VBA_PROJECT_CUR", "_VBA_PROJECT", "VBA"];

export function hasMacros(ole: OleFile): boolean {
  return macroNames.some((name) => ole.names.has(name));
}

/** SummaryInformation of a compound file; what is missing or broken there is left out. */
export function readOleProperties(ole: OleFile): OleProperties {
  const bytes = ole.stream("\u0005SummaryInformation");
  if (bytes === undefined || bytes.length < 56) return {};
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const set = view.getUint32(44, true);
  if (set + 8 > bytes.length) return {};
  const count = Math.min(view.getUint32(set + 4, true), 64);
  const found: { createdOn?: CalendarDate; pages?: number } = {};
  for (let i = 0; i < count && set + 16 + i * 8 <= bytes.length; i++) {
    const [id, at] = [view.getUint32(set + 8 + i * 8, true), set + view.getUint32(set + 12 + i * 8, true)];
    if (at + 12 > bytes.length) continue;
    const type = view.getUint32(at, true);
    if (id === created && type === fileTime) Object.assign(found, dayOf(view.getBigUint64(at + 4, true)));
    if (id === pageCount && type === integer && view.getInt32(at + 4, true) > 0) found.pages = view.getInt32(at + 4, true);
  }
  return found;
}

function dayOf(ticks: bigint): { readonly createdOn?: CalendarDate } {
  const days = Number((ticks + beijing) / ticksPerDay) - daysBefore1970;
  const day = new Date(days * 86_400_000);
  const date = makeDate(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate());
  return date === undefined || ticks === 0n ? {} : { createdOn: date };
}
