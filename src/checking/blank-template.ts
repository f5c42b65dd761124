import type { PaperCheck } from "./paper-read.ts";

/** 空表 (R23): a form nobody has filled in proves nothing. An examination paper is meant to have blanks. */
export const blankTemplate: PaperCheck = ({ reading, kind }) =>
  reading.blankTemplate === true && kind !== "试卷"
    ? [{ problem: { code: "blank-template", blanks: reading.blanks }, verdict: "rejected" }]
    : [];
