import type { PaperCheck } from "./paper-read.ts";

/** 数据自相矛盾 (R19): a share that the numbers beside it do not give, more done than owed; the first of a paper is enough to look at it. */
export const figuresDisagree: PaperCheck = ({ reading: { figureFaults, recognised } }) => {
  const [fault] = figureFaults ?? [];
  // A figure read from a picture may be misread.
  if (fault === undefined || recognised === true) return [];
  const { value, text, at } = fault;
  return [{ problem: { code: "figures-disagree", ...value, quote: { text, at } }, verdict: "counts" }];
};

/** 签订率不达100% (R17), by what the unit's own paper says. Who is missing, and who changed since, a person must look up. */
export const pledgesIncomplete: PaperCheck = ({ reading: { pledges, recognised } }) => {
  if (pledges === undefined || recognised === true || pledges.value.signed >= pledges.value.owed) return [];
  return [{ problem: { code: "pledges-incomplete", quote: { text: pledges.text, at: pledges.at } }, verdict: "counts" }];
};
