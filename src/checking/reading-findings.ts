import type { FileProblem, Verdict } from "../model/admission.ts";
import type { EvidenceFile } from "../model/evidence-file.ts";
import type { Reading, ReadingFailure } from "../model/reading.ts";
import type { Check, Finding } from "./subject.ts";

/** rejected: nobody could take it for evidence as it is; doubtful: it may be sound, only this program cannot tell. */
const verdicts = {
  encrypted: "rejected",
  damaged: "rejected",
  "no-content": "rejected",
  bomb: "rejected",
  unreadable: "rejected",
  unsupported: "doubtful",
  "too-large": "doubtful",
  "timed-out": "doubtful",
  "out-of-memory": "doubtful",
} satisfies Record<ReadingFailure, Verdict>;

/** Whether the inside of the file could be read, and what it carries that a reviewer would remark on. */
export const readableInside: Check = ({ file, reading }) => readingFindings(file, reading);

/** Also for files that no clause claims. What the disk already showed (empty, a link) is not said again. */
export function readingFindings(file: EvidenceFile, reading: Reading | undefined): readonly Finding[] {
  if (reading === undefined || saidByDisk(file)) return [];
  const { failure, failureDetail: detail, misnamed, macros, format } = reading;
  const failed: readonly Finding[] =
    failure === undefined ? [] : [{ problem: problemOf(failure, detail ?? ""), verdict: verdicts[failure] }];
  // A file that says nothing anyway is not blamed for its extension too.
  const wrongName: readonly Finding[] =
    misnamed === true && failure === undefined ? [{ problem: { code: "misnamed", format }, verdict: "counts" }] : [];
  return [...failed, ...wrongName, ...(macros === true ? [{ problem: { code: "macros" }, verdict: "counts" } as const] : [])];
}

function saidByDisk({ problem }: EvidenceFile): boolean {
  return problem !== undefined && problem.code !== "hidden-name" && problem.code !== "unsafe-name";
}

function problemOf(code: ReadingFailure, detail: string): FileProblem {
  return { code, detail };
}
