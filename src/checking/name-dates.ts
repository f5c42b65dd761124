import { formatChineseDate } from "../model/dates.ts";
import type { EvidenceFile, WrittenDate } from "../model/evidence-file.ts";
import { isDeviceName } from "../model/generic-name.ts";
import type { OwnDate } from "./own-date.ts";

/** The dates that tell what the paper is about: those of its title where the name says none, else those of name and folders. */
export function aboutDates(file: EvidenceFile, own: OwnDate | undefined): readonly WrittenDate[] {
  return file.titleDates ?? nameDates(file, own);
}

/** The dates that name and folders say, without what the document itself has added to them. */
export function nameDates(file: EvidenceFile, own: OwnDate | undefined): readonly WrittenDate[] {
  const places = [file.name, ...file.folders.toReversed()];
  if (own === undefined && file.titleDates === undefined) return file.dates;
  if (own === undefined || file.datesFrom === "content" || file.datesFrom === "title")
    return places.find((place) => place.dates.length > 0)?.dates ?? [];
  const added = formatChineseDate(own.value);
  return places.some(({ dates }) => dates.some(({ text }) => text === added))
    ? file.dates
    : file.dates.filter(({ text }) => text !== added);
}

/** The dates that somebody claims for the file: of a name that no person gave, only the folders claim any. */
export function claimedDates(file: EvidenceFile, own: OwnDate | undefined): readonly WrittenDate[] {
  if (!isDeviceName(file.name.text)) return nameDates(file, own);
  return file.folders.toReversed().find(({ dates }) => dates.length > 0)?.dates ?? [];
}
