import type { CriteriaProblem } from "./criteria-problem.ts";
import type { ImportProblem } from "./import-problem.ts";
import type { Place } from "./place.ts";
import type { RunProblem } from "./run-problem.ts";
import type { TemplateProblem } from "./template-problem.ts";
import type { WorkspaceProblem } from "./workspace-problem.ts";

/** Wrong input as a value: a code, typed facts, a place. The sentence comes last, from messages/. */
export type Diagnostic = { readonly severity: "error" | "warning"; readonly place: Place } & Problem;
export type Problem = SchemaProblem | CriteriaProblem | WorkspaceProblem | TemplateProblem | RunProblem | ImportProblem;

/** What can be wrong with any YAML file that people write. `path` is the key path (sections[0].points). */
export type SchemaProblem =
  | { readonly code: "yaml-syntax"; readonly detail: YamlFault }
  /** A colon that YAML does not take for one: full-width, or without the space behind it. */
  | { readonly code: "wrong-colon"; readonly key: string; readonly written: "：" | ":" }
  | { readonly code: "duplicate-key"; readonly key: string }
  /** Two items of a list run into one: the same keys once more, without the dash. */
  | { readonly code: "missing-dash"; readonly key: string }
  /** A Chinese comma where YAML knows only its own. */
  | { readonly code: "wide-comma"; readonly written: string }
  /** Columns before the key of the line, of the line above and of the line below; `tab`: the white space holds tabs. */
  | { readonly code: "bad-indent"; readonly tab: boolean; readonly spaces: number; readonly above?: number; readonly below?: number }
  /** A text that begins with a sign of YAML's own. */
  | { readonly code: "needs-quotes"; readonly first: string }
  /** Words behind a # that YAML drops. */
  | { readonly code: "comment-in-text"; readonly lost: string }
  | { readonly code: "chinese-quotes"; readonly found: string }
  | { readonly code: "wide-digits"; readonly found: string; readonly digits: string }
  | { readonly code: "yaml-not-a-map"; readonly found: FoundShape }
  | { readonly code: "unknown-key"; readonly key: string; readonly nearest?: string; readonly known: readonly string[] }
  | { readonly code: "missing-key"; readonly key: string; readonly path: string }
  | { readonly code: "wrong-type"; readonly path: string; readonly expected: ExpectedShape; readonly found: FoundShape }
  | {
      readonly code: "not-one-of";
      readonly path: string;
      readonly found: string;
      readonly allowed: readonly string[];
      readonly nearest?: string;
    }
  | { readonly code: "bad-date"; readonly path: string; readonly found: string }
  | { readonly code: "bad-points"; readonly path: string; readonly found: string }
  | { readonly code: "bad-number"; readonly path: string; readonly found: string; readonly expected: ExpectedShape }
  | { readonly code: "empty-text"; readonly path: string }
  | { readonly code: "control-character"; readonly path: string }
  | { readonly code: "unquoted-label"; readonly path: string; readonly written: string; readonly readAs: string };

/** Why a text is no YAML at all. */
export type YamlFault =
  | "alias"
  | "bracket"
  | "colon-in-value"
  | "empty-file"
  | "indentation"
  | "many-documents"
  | "missing-colon"
  | "missing-comma"
  | "quote"
  | "reserved-character"
  | "tab"
  | "tag"
  | "too-deep"
  | "too-large"
  | "unexpected";

/** What stands there. */
export type FoundShape = "list" | "map" | "nothing" | "number" | "text" | "yesno";

/** What should stand there. */
export type ExpectedShape =
  | "answer"
  | "count"
  | "date"
  | "due"
  | "fact"
  | "label"
  | "list"
  | "map"
  | "number"
  | "number-or-input"
  | "path"
  | "points"
  | "quantity"
  | "signed-points"
  | "text"
  | "units"
  | "verbatim"
  | "window"
  | "yesno";
