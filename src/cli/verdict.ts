import type { FileProblem } from "../model/admission.ts";
import type { Gap } from "../model/gap.ts";
import { zeroPoints } from "../model/points.ts";
import type { FileResult } from "../model/scorecard.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";

/** The exit code of an assessment: 3 when evidence could not be read, else 1 when points are lost or wait for a person. */
export function verdictOf(gaps: readonly Gap[], files: readonly FileResult[]): ExitCode {
  if (files.some(isUnreadable)) return exitCodes.unreadableEvidence;
  return gaps.some(costsOrWaits) ? exitCodes.gaps : exitCodes.ready;
}

/** What is not yet due costs nothing yet; a veto costs the total, not its clause. */
function costsOrWaits(gap: Gap): boolean {
  if (gap.state === "upcoming") return false;
  return gap.state === "awaiting" || gap.points > zeroPoints || gap.code === "veto" || gap.code === "claim-exceeds";
}

const unreadable: ReadonlySet<FileProblem["code"]> = new Set([
  "unreadable",
  "symlink",
  "special-file",
  "damaged",
  "bomb",
  "timed-out",
  "out-of-memory",
]);

function isUnreadable({ problems }: FileResult): boolean {
  return problems.some(({ code }) => unreadable.has(code));
}
