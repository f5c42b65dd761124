import { type DateRange, dateParts, daysBetween, formatChineseDate, formatChineseRange } from "../model/dates.ts";
import type { KindsRead } from "../model/document-kind.ts";
import { periodHolding } from "../model/periods.ts";
import type { SpanReading } from "./document-span.ts";
import type { Check, Finding } from "./subject.ts";

/** 超时间跨度: material of another year or scheme in the package. Dates half inside leave the choice to a person. */
export const outOfWindow: Check = ({ dated, requirement, clause, kinds }) => {
  if (requirement.window.kind === "unknown" || (dated.place !== "outside" && dated.place !== "partly")) return [];
  const window = formatChineseRange(requirement.window.range);
  const date = dated.place === "partly" || dated.span === undefined ? dated.written : formatChineseRange(dated.span.range);
  const { own } = dated;
  const certain = dated.place === "outside" && own?.firm !== false && !writtenAfterwards(dated, requirement.window.range, kinds);
  // A camera's clock is no 成文日期 that could be quoted.
  const quote = own === undefined || own.at.kind === "properties" ? {} : { quote: { text: own.text, at: own.at } };
  return [
    {
      problem: { code: "out-of-window", clause: clause.id, evidence: requirement.id, date, window, ...quote },
      verdict: certain ? "rejected" : "doubtful",
    },
  ];
};

/** Days within which the report or summary of a year is usually written. */
const afterwards = 92;

/** 2023年度履职报告, dated January 2024: it is about the year, but its date lies after it. */
function writtenAfterwards({ span }: SpanReading, window: DateRange, kinds: KindsRead): boolean {
  const looksBack = kinds.main === "总结" || kinds.main === "报告";
  return looksBack && span !== undefined && span.range.from > window.to && daysBetween(window.to, span.range.from) <= afterwards;
}

/** Owed per month or quarter, and the name does not say for which. */
export const undated: Check = ({ dated, requirement, wanted, clause }) => {
  if (requirement.per === "none" || requirement.window.kind === "unknown" || dated.place === "outside") return [];
  const held = dated.span !== undefined && periodHolding(dated.span.range, wanted.periods) !== undefined;
  return held ? [] : [{ problem: { code: "undated", clause: clause.id, evidence: requirement.id }, verdict: "doubtful" }];
};

/** The year was taken from the window; said, because a paper of last year looks the same. */
export const yearAssumed: Check = ({ dated, file }) => {
  if (dated.span?.yearAssumed !== true) return [];
  const { year } = dateParts(dated.span.range.from);
  // 上半年总结（2024年6月31日）: the year is written, only with another date.
  return file.dates.some((date) => date.year === year) ? [] : [{ problem: { code: "year-assumed", year }, verdict: "counts" }];
};

/** 3月底前制定, dated June: a rule on lateness prices it by itself; otherwise a person must say whether it still counts. */
export const afterDue: Check = ({ dated, requirement, clause }) => {
  const { due } = requirement;
  if (due === undefined || dated.span === undefined || dated.span.range.from <= due) return [];
  const priced = clause.rules.some(
    (rule) => rule.kind === "late" && rule.subject.kind === "evidence" && rule.subject.evidence === requirement.id,
  );
  if (priced) return [];
  const date = formatChineseRange(dated.span.range);
  const problem = { code: "after-due", clause: clause.id, evidence: requirement.id, date, due: formatChineseDate(due) } as const;
  return [{ problem, verdict: "doubtful" }];
};

const oldWords = /去年|上年|往年|历年|旧资料|旧材料|旧档/u;

/** 去年/第三季度纪要: without a year of its own, nobody may take it for this year's. */
export const oldFolder: Check = ({ dated, file, pinned }) => {
  if (dated.span?.yearAssumed !== true || pinned) return [];
  const word = [...file.folders.map((folder) => folder.text), file.name.text]
    .map((text) => oldWords.exec(text)?.[0])
    .find((found) => found !== undefined);
  return word === undefined ? [] : [{ problem: { code: "old-folder", word }, verdict: "doubtful" }];
};

/** 2月30日: such a paper is questioned whatever else it says. */
export const impossibleDate: Check = ({ file }) =>
  file.dates
    .filter((date) => date.impossible)
    .map((date): Finding => ({ problem: { code: "impossible-date", text: date.text }, verdict: "doubtful" }));

/** Dated after the day of the assessment. */
export const futureDate: Check = ({ dated, asOf }) =>
  dated.span !== undefined && dated.span.range.from > asOf
    ? [{ problem: { code: "future-date", date: formatChineseRange(dated.span.range) }, verdict: "doubtful" }]
    : [];

/** The 细则 prints an impossible period: nobody can say what lies in it until a person says what is meant. */
export const windowUnknown: Check = ({ requirement, clause }) => {
  if (requirement.window.kind !== "unknown") return [];
  const written = formatChineseRange(requirement.window.written);
  return [{ problem: { code: "window-unknown", clause: clause.id, written }, verdict: "doubtful" }];
};
