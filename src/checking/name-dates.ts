import { formatChineseDate } from "../model/dates.ts";
import type { EvidenceFile, WrittenDate } from "../model/evidence-file.ts";
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

/** Names that a telephone, a chat program, a screen or a scanner gives: the figures in them are the moment of taking, saving or scanning. */
const deviceName =
  /^(?:微信(?:图片|截图|视频)|qq图片|mmexport|wx_?camera|img|dsc[nf]?|pic|photo|mvimg|pxl|screenshot|(?:屏幕)?截图|scan|camscanner|扫描(?:全能王|件|文件)?|ccf|scn)[\s_-]*\d/iu;

/** The dates that somebody claims for the file: of a name that no person gave, only the folders claim any. */
export function claimedDates(file: EvidenceFile, own: OwnDate | undefined): readonly WrittenDate[] {
  if (!deviceName.test(file.name.text)) return nameDates(file, own);
  return file.folders.toReversed().find(({ dates }) => dates.length > 0)?.dates ?? [];
}
