import { dateParts } from "../model/dates.ts";
import { ownDateOf } from "./own-date.ts";
import { hasText, type PaperCheck } from "./paper-read.ts";

/** Fewer mentions may be a look back. */
const enough = 3;
/** Older years are laws and plans (2020年修订), not last year's paper. */
const recent = 3;

/** 照搬往年 (R5): dated this year, yet the text speaks of an old year throughout and of its own only in the date. */
export const recycledText: PaperCheck = (paper, { criteria }) => {
  const { reading, file } = paper;
  const own = ownDateOf(reading);
  if (!hasText(paper) || own === undefined) return [];
  const { year } = dateParts(own.value);
  const [top] = reading.years;
  if (top === undefined || top.value >= year || year - top.value > recent || top.count < enough) return [];
  const itself = reading.years.find((mention) => mention.value === year)?.count ?? 0;
  // The date itself is one mention, the 文号 may be a second.
  if (itself > 2 || top.count < 2 * itself) return [];
  // Nothing is recycled where title, name or the assessment itself is about the old year.
  const about = [reading.title?.value ?? "", file.name.text, ...file.folders.map((folder) => folder.text)].join(" ");
  if (about.includes(String(top.value)) || dateParts(criteria.period.to).year === top.value) return [];
  return [{ problem: { code: "recycled-text", year, old: top.value, count: top.count }, verdict: "doubtful" }];
};
