import { addDays, addMonths, dateParts, formatChineseDate, formatChineseRange } from "../model/dates.ts";
import type { DatedSpan, EvidenceFile } from "../model/evidence-file.ts";
import { formatPeriod, type Period } from "../model/periods.ts";
import type { ScorecardView } from "./view.ts";

/** 《关于印发〈方案〉的通知》（东安委〔2024〕6号，2024年3月5日）: only what the file itself says. */
export function citeFile(view: ScorecardView, clause: string, file: EvidenceFile): string {
  const date = dateOf(view, clause, file);
  const undated = file.title.replace(/[\s_（(-]*\d{4}年\d{1,2}月\d{1,2}日[)）]?$/u, "");
  const title = titleOf(date === "" || undated === "" ? file : { ...file, title: undated });
  const facts = [file.docNumber ?? "", title.includes(date) ? "" : date].filter((fact) => fact !== "");
  return `${title}${facts.length === 0 ? "" : `（${facts.join("，")}）`}`;
}

/** What a scanner or a camera calls a file says nothing about the document, so it is no title. */
const machineName = /^(?:扫描件?|图片|照片|微信图片|新建文档|文档|IMG|DSC|SCAN|MMEXPORT)?[\s\w.()（）-]*$/iu;

/** Brackets that lost what they held disappear, the others are written full-width, as Chinese text is. */
function tidyTitle(title: string): string {
  return title
    .replace(/[(（]\s*[)）]/gu, "")
    .replace(/\s*[(（]\s*/gu, "（")
    .replace(/\s*[)）]/gu, "）")
    .trim();
}

/** The title in 《》, inner ones turned into 〈〉 (GB/T 15834); the bare file name where it has no words. */
export function titleOf(file: EvidenceFile): string {
  const title = tidyTitle(file.title);
  if (title === "" || machineName.test(title)) return `“${fileName(file.path)}”`;
  const whole = /^《([^《》]*)》$/.exec(title);
  if (whole !== null) return title;
  return `《${title.replaceAll("《", "〈").replaceAll("》", "〉")}》`;
}

export function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

export function spanOf(view: ScorecardView, clause: string, file: EvidenceFile): DatedSpan | undefined {
  const entry = view.files.get(file.path);
  const admission = entry?.admissions.find((candidate) => candidate.link.clause === clause && candidate.span !== undefined);
  if (admission?.span !== undefined) return admission.span;
  const pinned = entry?.mapping.pinnedDate;
  return pinned === undefined ? undefined : { range: { from: pinned, to: pinned }, yearAssumed: false };
}

/** The day that a person pinned, else 成文日期 as the paper gives it, else the span that its name tells. */
function dateOf(view: ScorecardView, clause: string, file: EvidenceFile): string {
  return issuedDay(view, file) ?? citedDate(spanOf(view, clause, file));
}

/** 成文日期 in words: as a person pinned it, else as the paper gives it. */
export function issuedDay(view: ScorecardView, file: EvidenceFile): string | undefined {
  const day = view.files.get(file.path)?.mapping.pinnedDate ?? file.issuedOn;
  return day === undefined ? undefined : formatChineseDate(day);
}

/** A whole year is what the paper is about, not when it was made: the title says it already. */
function citedDate(span: DatedSpan | undefined): string {
  const words = spanWords(span);
  return /^\d{4}年$/.test(words) ? "" : words;
}

/** 2024年3月5日 | 2024年3月 | 2024年第一季度 | a range. A year that nobody wrote is left out. */
export function spanWords(span: DatedSpan | undefined): string {
  if (span === undefined) return "";
  const words =
    wholePeriod(span) ?? (span.range.from === span.range.to ? formatChineseDate(span.range.from) : formatChineseRange(span.range));
  return span.yearAssumed ? words.replaceAll(/\d{4}年/g, "") : words;
}

const monthsPer = { month: 1, quarter: 3, half: 6, year: 12 } as const satisfies Record<Period["unit"], number>;

function wholePeriod({ range }: DatedSpan): string | undefined {
  const { year, month, day } = dateParts(range.from);
  if (day !== 1) return undefined;
  const units: readonly Period["unit"][] = ["month", "quarter", "half", "year"];
  const unit = units.find((candidate) => {
    const months = monthsPer[candidate];
    return (month - 1) % months === 0 && range.to === addDays(addMonths(range.from, months), -1);
  });
  return unit === undefined ? undefined : formatPeriod({ unit, year, index: (month - 1) / monthsPer[unit] + 1, range });
}
