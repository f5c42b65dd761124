import { signedKinds } from "./kind-families.ts";
import { ownDateOf } from "./own-date.ts";
import { hasText, type PaperCheck, type PaperRead } from "./paper-read.ts";

/** 三无档案 (R1): no date under a paper that an office sends out. Never asked of 纪要, lists, tables and pictures. */
export const undatedInside: PaperCheck = (paper) => {
  const kind = owing(paper);
  if (kind === undefined || ownDateOf(paper.reading) !== undefined) return [];
  return [{ problem: { code: "undated-inside", kind }, verdict: "counts" }];
};

/** No name under it. A pledge nobody signed binds nobody (R29); under a letter the head may still tell whose it is. */
export const unsigned: PaperCheck = (paper) => {
  const kind = owing(paper);
  if (kind === undefined || paper.reading.stamp === "present") return [];
  const { signedBy, headIssuer, signatureLines } = paper.reading;
  const pledge = kind === "责任书" || kind === "承诺书";
  // A pledge has places for its signatures; one side alone does not make it.
  if (pledge && signatureLines !== undefined ? signatureLines.empty === 0 : signedBy !== undefined) return [];
  if (!pledge && (headIssuer !== undefined || (signatureLines?.filled ?? 0) > 0)) return [];
  return [{ problem: { code: "unsigned", kind }, verdict: pledge ? "doubtful" : "counts" }];
};

/** OCR saw every page and no stamp on a paper that goes out under one (§2.3: not 纪要, not 普发 papers with a red head). */
export const stampAbsent: PaperCheck = (paper) => {
  const { kind, reading } = paper;
  if (reading.stamp !== "absent" || kind === undefined || !sealed.has(kind)) return [];
  if (kind === "通知" && reading.headIssuer !== undefined) return [];
  return [{ problem: { code: "stamp-absent", kind }, verdict: "counts" }];
};

const sealed: ReadonlySet<string> = new Set(["责任书", "承诺书", "通知", "报告", "整改通知", "执法文书", "合同"]);

/** The kind, where document and name agree that it is one that must be signed, and enough of it was read to tell. */
function owing(paper: PaperRead): string | undefined {
  const { reading, names } = paper;
  // The name alone (学习通报记录) does not make it a paper that goes out.
  const kind = reading.kind?.value;
  if (!hasText(paper) || reading.cut === true || reading.recognised === true || reading.blankTemplate === true) return undefined;
  if ((reading.picturePages ?? 0) > 0 || !papery.has(reading.format)) return undefined;
  if (kind === undefined || !signedKinds.has(kind)) return undefined;
  return names.main === undefined || signedKinds.has(names.main) ? kind : undefined;
}

/** Formats that carry whole papers; tables, slides and pictures are not signed in their text. */
const papery: ReadonlySet<string> = new Set(["docx", "doc", "pdf", "ofd"]);
