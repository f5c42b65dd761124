/** What can go wrong between the program and the disk or the command line. */
export type RunProblem =
  | { readonly code: "file-not-found"; readonly path: string }
  | { readonly code: "file-unreadable"; readonly path: string; readonly detail: string }
  | { readonly code: "file-too-large"; readonly path: string; readonly bytes: number; readonly limit: number }
  | { readonly code: "evidence-folder-missing"; readonly path: string }
  | { readonly code: "evidence-not-a-folder"; readonly path: string }
  | { readonly code: "output-inside-evidence"; readonly output: string; readonly evidence: string }
  | { readonly code: "output-not-writable"; readonly path: string; readonly detail: string }
  /** detail: the system's code, or EVIDENCE: the folder lies in the evidence, where nothing is written. */
  /** --ocr without the add-on that recognises scans. */
  | { readonly code: "ocr-not-installed"; readonly path: string; readonly scans: number }
  /** Scans of which no page could be recognised; `first` is one of them. */
  | { readonly code: "scans-not-recognised"; readonly count: number; readonly first: string }
  | { readonly code: "readings-not-kept"; readonly path: string; readonly detail: string }
  | { readonly code: "edited-document-kept"; readonly path: string; readonly keptAs: string }
  /** An output file that is already there: never overwritten unasked. */
  | { readonly code: "file-exists"; readonly path: string }
  | { readonly code: "folder-not-empty"; readonly path: string }
  /** A change of edition that was ended half way; `undoing`: while it was taken back. */
  | { readonly code: "migration-unfinished"; readonly number: number; readonly undoing: boolean }
  | { readonly code: "nothing-to-undo" }
  | { readonly code: "nothing-to-resume" }
  | { readonly code: "two-editions-needed" }
  /** Files that other hands changed since the change of edition (`undo`), or since it was begun. */
  | { readonly code: "changed-since-migration"; readonly path: string; readonly undo: boolean }
  | { readonly code: "same-edition-twice"; readonly path: string }
  /** yingkao.yaml names another 细则 than the old edition. */
  | { readonly code: "not-the-current-edition"; readonly path: string; readonly current: string }
  /** A file in the evidence folder that would have to change for the new edition. */
  | { readonly code: "paper-inside-evidence"; readonly path: string }
  | { readonly code: "not-utf8"; readonly path: string }
  | { readonly code: "options-exclude"; readonly first: string; readonly second: string }
  | { readonly code: "bad-option"; readonly option: string; readonly value: string; readonly expected: string }
  /** At least one of these options must be given. */
  | { readonly code: "option-missing"; readonly options: readonly string[]; readonly example: string };
