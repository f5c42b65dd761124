import type { EvidenceKind } from "../model/evidence-kind.ts";
import type { RecordElement } from "../model/reading.ts";
import { hasText, type PaperCheck } from "./paper-read.ts";

/** What reviewers miss in a record (R13); what a kind of record often leaves to its form is not asked. */
const owed: { readonly [Kind in EvidenceKind]?: readonly RecordElement[] } = {
  会议纪要: ["time", "present"],
  会议记录: ["time", "present", "recorder"],
  检查记录: ["time", "place"],
};

/** Shorter texts are covers and scraps. */
const shortest = 60;

export const recordIncomplete: PaperCheck = (paper) => {
  const { reading, names } = paper;
  // Only where the document itself is a record: a name alone may be of a cover or of the notice to the meeting.
  const kind = reading.kind?.value;
  const wanted = kind === undefined ? undefined : owed[kind];
  if (wanted === undefined || kind === undefined || (names.main !== undefined && names.main !== kind)) return [];
  if (!hasText(paper) || reading.length < shortest || reading.cut === true || reading.recognised === true) return [];
  if (reading.blankTemplate === true) return [];
  const has = new Set<RecordElement>([...reading.elements, ...(reading.issuedOn === undefined ? [] : (["time"] as const))]);
  const missing = wanted.filter((element) => !has.has(element));
  return missing.length === 0 ? [] : [{ problem: { code: "record-incomplete", kind, missing }, verdict: "counts" }];
};
