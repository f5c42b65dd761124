import type { InputType } from "./criteria.ts";
import type { Points } from "./points.ts";
import type { RuleKind } from "./rule.ts";
import type { UnitKind } from "./unit.ts";

/** What can be wrong with yingkao.yaml, returns, judgements.yaml and mapping.yaml. */
export type WorkspaceProblem =
  | { readonly code: "no-workspace"; readonly from: string; readonly searchedUpwards: boolean }
  | { readonly code: "duplicate-unit"; readonly name: string }
  | { readonly code: "alias-clash"; readonly alias: string; readonly first: string; readonly second: string }
  | {
      readonly code: "unknown-unit";
      readonly name: string;
      readonly nearest?: string;
      readonly where: "criteria" | "supervisor" | "return" | "option" | "field-lead";
    }
  | { readonly code: "unknown-field-option"; readonly name: string; readonly known: readonly string[]; readonly nearest?: string }
  | { readonly code: "selector-matches-none"; readonly unitKind?: UnitKind; readonly industry?: string; readonly clause: string }
  | { readonly code: "folder-missing"; readonly unit: string; readonly folder: string }
  | { readonly code: "unit-without-folder"; readonly unit: string }
  | { readonly code: "folder-without-unit"; readonly folder: string; readonly nearest?: string }
  | { readonly code: "two-folders-for-unit"; readonly unit: string; readonly folders: readonly string[] }
  | { readonly code: "two-units-for-folder"; readonly folder: string; readonly units: readonly string[] }
  | { readonly code: "unknown-clause"; readonly clauseId: string; readonly nearest?: string }
  /** A clause that an earlier edition of the 细则 had and this one has not. */
  | { readonly code: "clause-retired"; readonly clauseId: string; readonly title: string }
  /** An entry under a former id beside the clause's own entry (`used`): two statements for one clause. */
  | { readonly code: "former-entry-unused"; readonly clauseId: string; readonly now: string; readonly used: string }
  | {
      readonly code: "unknown-evidence";
      readonly clauseId: string;
      readonly evidence: string;
      readonly known: readonly string[];
      readonly nearest?: string;
    }
  | {
      readonly code: "unknown-input";
      readonly clauseId: string;
      readonly input: string;
      readonly known: readonly string[];
      readonly nearest?: string;
    }
  | {
      readonly code: "unknown-rule";
      readonly clauseId: string;
      readonly rule: string;
      readonly known: readonly string[];
      readonly nearest?: string;
    }
  | {
      readonly code: "wrong-fact";
      readonly input: string;
      readonly expected: InputType;
      readonly found: string;
      readonly options: readonly string[];
    }
  /** A figure that cannot be: fewer than none, half an accident, a place that is no place. */
  | {
      readonly code: "impossible-number";
      readonly input: string;
      readonly found: string;
      readonly measure?: string;
      readonly why: "negative" | "fraction" | "place";
    }
  | { readonly code: "above-hundred-percent"; readonly input: string; readonly found: string }
  /** The 细则 tells kinds of districts apart, and the workspace says none of them. */
  | { readonly code: "profiles-not-named"; readonly profiles: readonly string[]; readonly named: readonly string[] }
  | { readonly code: "claim-above-clause"; readonly clauseId: string; readonly claimed: Points; readonly maxPoints: Points }
  | { readonly code: "judgement-out-of-bounds"; readonly rule: string; readonly points: Points; readonly min: Points; readonly max: Points }
  | { readonly code: "rule-not-judged"; readonly rule: string; readonly kind: RuleKind }
  | { readonly code: "rule-without-exemption"; readonly rule: string }
  | { readonly code: "not-applicable-without-reason"; readonly clauseId: string }
  | { readonly code: "not-applicable-refused"; readonly clauseId: string }
  | { readonly code: "unit-not-responsible"; readonly unit: string; readonly clauseId: string }
  | { readonly code: "two-returns-for-unit"; readonly unit: string; readonly first: string; readonly second: string }
  | { readonly code: "pin-matches-no-file"; readonly path: string; readonly nearest?: string }
  | { readonly code: "pin-without-target"; readonly path: string }
  | { readonly code: "pins-disagree"; readonly file: string; readonly first: string; readonly second: string }
  | { readonly code: "file-loose-at-root"; readonly path: string };
