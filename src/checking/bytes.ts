import type { FileProblem, Verdict } from "../model/admission.ts";
import type { EvidenceFile, FileProblemAtListing } from "../model/evidence-file.ts";
import type { Check, Finding } from "./subject.ts";

const verdicts = {
  empty: "rejected",
  symlink: "rejected",
  special: "rejected",
  unreadable: "rejected",
  "hidden-name": "counts",
  "unsafe-name": "doubtful",
} satisfies Record<FileProblemAtListing, Verdict>;

/** What the disk showed: empty, a link, a device, unreadable; a name with invisible characters is said but counts; one that leads out of its archive is for a person. */
export const readableBytes: Check = ({ file }) => listingFindings(file);

/** Also for files that no clause claims. */
export function listingFindings(file: EvidenceFile): readonly Finding[] {
  if (file.problem === undefined) return [];
  return [{ problem: toProblem(file.problem.code, file.problem.detail ?? ""), verdict: verdicts[file.problem.code] }];
}

function toProblem(code: FileProblemAtListing, detail: string): FileProblem {
  switch (code) {
    case "unreadable":
      return { code, detail };
    case "special":
      return { code: "special-file" };
    case "empty":
    case "symlink":
    case "hidden-name":
    case "unsafe-name":
      return { code };
  }
}
