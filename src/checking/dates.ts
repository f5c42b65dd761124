import { dateParts, formatChineseRange } from "../model/dates.ts";
import { periodHolding, periodsOf } from "../model/periods.ts";
import type { Check, Finding } from "./subject.ts";

/** 超时间跨度: material of another year or scheme in the package. Dates half inside leave the choice to a person. */
export const outOfWindow: Check = ({ dated, requirement, clause }) => {
  if (requirement.window.kind === "unknown" || (dated.place !== "outside" && dated.place !== "partly")) return [];
  const window = formatChineseRange(requirement.window.range);
  const date = dated.place === "partly" || dated.span === undefined ? dated.written : formatChineseRange(dated.span.range);
  return [
    {
      problem: { code: "out-of-window", clause: clause.id, evidence: requirement.id, date, window },
      verdict: dated.place === "outside" ? "rejected" : "doubtful",
    },
  ];
};

/** Owed per month or quarter, and the name does not say for which. */
export const undated: Check = ({ dated, requirement, clause }) => {
  if (requirement.per === "none" || requirement.window.kind === "unknown" || dated.place === "outside") return [];
  const held = dated.span !== undefined && periodHolding(dated.span.range, periodsOf(requirement)) !== undefined;
  return held ? [] : [{ problem: { code: "undated", clause: clause.id, evidence: requirement.id }, verdict: "doubtful" }];
};

/** The year was taken from the window; said, because a paper of last year looks the same. */
export const yearAssumed: Check = ({ dated, file }) => {
  if (dated.span?.yearAssumed !== true) return [];
  const { year } = dateParts(dated.span.range.from);
  // 上半年总结（2024年6月31日）: the year is written, only with another date.
  return file.dates.some((date) => date.year === year) ? [] : [{ problem: { code: "year-assumed", year }, verdict: "counts" }];
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
