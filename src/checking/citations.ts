import { dateParts, formatChineseDate } from "../model/dates.ts";
import { ownDateOf } from "./own-date.ts";
import type { PaperCheck, PaperRead, Surroundings } from "./paper-read.ts";

const yearIn = /〔(\d{4})〕/u;

/** 超前引用 (R3): it cites a paper of a later year, or one that lies here with a later date. */
export const citesLater: PaperCheck = (paper, around) => {
  const own = ownDateOf(paper.reading);
  if (own === undefined || !own.firm) return [];
  const { year } = dateParts(own.value);
  for (const cited of paper.reading.cites) {
    const dates = datesOfNumber(around).get(cited) ?? [];
    const earliest = [...dates].sort()[0];
    const later = earliest !== undefined ? earliest > own.value : Number(yearIn.exec(cited)?.[1] ?? 0) > year;
    if (!later || Number(yearIn.exec(cited)?.[1] ?? 0) < year) continue;
    const citedDate = earliest === undefined ? "" : formatChineseDate(earliest);
    return [{ problem: { code: "cites-later", cited, citedDate, own: formatChineseDate(own.value) }, verdict: "counts" }];
  }
  return [];
};

const known = new WeakMap<Surroundings, ReadonlyMap<string, readonly NonNullable<PaperRead["reading"]["issuedOn"]>["value"][]>>();

/** Dates of the papers that lie here, by their 文号; worked out once per run. */
function datesOfNumber(around: Surroundings): ReadonlyMap<string, readonly NonNullable<PaperRead["reading"]["issuedOn"]>["value"][]> {
  const before = known.get(around);
  if (before !== undefined) return before;
  const dates = new Map<string, NonNullable<PaperRead["reading"]["issuedOn"]>["value"][]>();
  for (const { reading } of around.papers) {
    const own = ownDateOf(reading);
    if (reading.docNumber === undefined || own === undefined) continue;
    dates.set(reading.docNumber.value, [...(dates.get(reading.docNumber.value) ?? []), own.value]);
  }
  known.set(around, dates);
  return dates;
}
