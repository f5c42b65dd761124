import type { ContentProblem, Quote } from "./content-problem.ts";
import type { DocumentFormat } from "./document-format.ts";
import type { DatedSpan, EvidenceFile } from "./evidence-file.ts";
import type { ManualCheck } from "./manual-check.ts";
import type { Link } from "./mapping.ts";
import type { ReadingFailure } from "./reading.ts";

/** May a linked file be counted? counts: yes; doubtful: only a person can say; rejected: no. */
export type Verdict = "counts" | "doubtful" | "rejected";

/** 一份材料对一条要求: the file, the link and whether it counts. */
export interface Admission {
  readonly file: EvidenceFile;
  readonly link: Link;
  readonly verdict: Verdict;
  /** When the document was made or what period it is about; undefined: the name does not say. */
  readonly span?: DatedSpan;
  readonly problems: readonly FileProblem[];
}

export const severities = ["block", "loses-points", "risk", "style"] as const;
export type Severity = (typeof severities)[number];

/** What is wrong with a file, as far as its name, place, bytes and text show. */
export type FileProblem =
  | ContentProblem
  | {
      readonly code: "out-of-window";
      readonly clause: string;
      readonly evidence: string;
      readonly date: string;
      readonly window: string;
      /** The document's own date, as it stands there; absent: the name's. */
      readonly quote?: Quote;
    }
  /** Made after the day by which the 细则 wants it. */
  | { readonly code: "after-due"; readonly clause: string; readonly evidence: string; readonly date: string; readonly due: string }
  /** A folder or name says that it is of another year (去年、历年), and the date has no year. */
  | { readonly code: "old-folder"; readonly word: string }
  | { readonly code: "undated"; readonly clause: string; readonly evidence: string }
  | { readonly code: "year-assumed"; readonly year: number }
  | { readonly code: "impossible-date"; readonly text: string }
  | { readonly code: "future-date"; readonly date: string }
  | { readonly code: "duplicate"; readonly of: string }
  | { readonly code: "duplicate-across-units"; readonly of: string; readonly unit: string }
  | { readonly code: "empty" }
  | { readonly code: "symlink" }
  | { readonly code: "special-file" }
  /** It could not be read, or not be looked into. `detail`: the system's code, or more in Chinese; may be empty. */
  | { readonly code: ReadingFailure; readonly detail: string }
  /** The extension promises another format than the bytes have. */
  | { readonly code: "misnamed"; readonly format: DocumentFormat }
  | { readonly code: "macros" }
  | { readonly code: "hidden-name" }
  /** Its name in the archive led out of the archive. */
  | { readonly code: "unsafe-name" }
  | { readonly code: "wrong-unit"; readonly unit: string; readonly clause: string; readonly owners: readonly string[] }
  | { readonly code: "cooperating-unit"; readonly unit: string; readonly clause: string; readonly lead: readonly string[] }
  | { readonly code: "no-unit" }
  | { readonly code: "kind-mismatch"; readonly clause: string; readonly evidence: string; readonly kind: string; readonly expected: string }
  /** It lies with the clause, but is a kind of paper that the clause does not ask for. */
  | { readonly code: "not-required"; readonly clause: string; readonly kind: string }
  | { readonly code: "requirement-unclear"; readonly clause: string }
  | { readonly code: "ambiguous" }
  | { readonly code: "window-unknown"; readonly clause: string; readonly written: string };

/** The checks' result: what counts for what, and what is wrong with each file (also with files that no clause claims). */
export interface Checked {
  readonly admissions: readonly Admission[];
  readonly problems: ReadonlyMap<string, readonly FileProblem[]>;
  /** What only a person can judge. */
  readonly manual: readonly ManualCheck[];
}
