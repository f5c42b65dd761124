import { kindsClash } from "../model/document-kind.ts";
import type { Check } from "./subject.ts";

/** The name says another kind of document than is wanted: 照片 for 会议纪要. A paper that plainly is the wanted kind inside is taken at its word. */
export const kindMismatch: Check = ({ kinds, link, clause, requirement, wanted, pinned, reading }) => {
  if (wanted.kind === undefined || kinds.main === undefined || !kindsClash(kinds, wanted.kind)) return [];
  if (reading?.kind?.value === wanted.kind && reading.recognised !== true) return [];
  if (pinned && link.evidence !== undefined) return [];
  return [
    {
      problem: { code: "kind-mismatch", clause: clause.id, evidence: requirement.id, kind: kinds.main, expected: wanted.kind },
      verdict: "rejected",
    },
  ];
};

/** It belongs to the clause; as what, the name does not say. */
export const requirementUnclear: Check = ({ link, clause }) =>
  link.evidence === undefined ? [{ problem: { code: "requirement-unclear", clause: clause.id }, verdict: "doubtful" }] : [];

/** Several clauses are plausible. */
export const ambiguous: Check = ({ status }) => (status === "ambiguous" ? [{ problem: { code: "ambiguous" }, verdict: "doubtful" }] : []);
