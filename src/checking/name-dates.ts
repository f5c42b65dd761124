import { formatChineseDate } from "../model/dates.ts";
import type { EvidenceFile, WrittenDate } from "../model/evidence-file.ts";
import type { OwnDate } from "./own-date.ts";

/** The dates that name and folders say, without what the document itself has added to them. */
export function nameDates(file: EvidenceFile, own: OwnDate | undefined): readonly WrittenDate[] {
  if (own === undefined) return file.dates;
  const places = [file.name, ...file.folders.toReversed()];
  if (file.datesFrom === "content") return places.find((place) => place.dates.length > 0)?.dates ?? [];
  const added = formatChineseDate(own.value);
  return places.some(({ dates }) => dates.some(({ text }) => text === added))
    ? file.dates
    : file.dates.filter(({ text }) => text !== added);
}
