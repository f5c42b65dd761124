import type { PaperCheck } from "./paper-read.ts";

/** 空表 (R23): a form nobody has filled in proves nothing. */
export const blankTemplate: PaperCheck = ({ reading }) =>
  reading.blankTemplate === true ? [{ problem: { code: "blank-template", blanks: reading.blanks }, verdict: "rejected" }] : [];
