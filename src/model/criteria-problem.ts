import type { InputType } from "./criteria.ts";
import type { DateRange } from "./dates.ts";
import type { Points } from "./points.ts";
import type { RuleKind } from "./rule.ts";

/** What can be wrong with a 细则. Errors cannot be assessed; warnings (lint) can, but do not add up. */
export type CriteriaProblem =
  // errors
  | { readonly code: "duplicate-id"; readonly id: string; readonly what: "section" | "clause" | "evidence" | "rule" | "input" | "field" }
  | { readonly code: "unknown-field"; readonly field: string; readonly known: readonly string[]; readonly nearest?: string }
  | {
      readonly code: "unknown-reference";
      readonly id: string;
      readonly what: "evidence" | "input" | "rule";
      readonly known: readonly string[];
      readonly nearest?: string;
    }
  | { readonly code: "wrong-input-type"; readonly input: string; readonly expected: readonly InputType[]; readonly found: InputType }
  | { readonly code: "period-reversed"; readonly range: DateRange }
  | { readonly code: "bounds-reversed"; readonly min: Points; readonly max: Points }
  | { readonly code: "circular-with"; readonly id: string }
  | { readonly code: "circular-after"; readonly id: string }
  | { readonly code: "unknown-level"; readonly level: string; readonly known: readonly string[] }
  | { readonly code: "unknown-grade"; readonly grade: string; readonly known: readonly string[]; readonly nearest?: string }
  | { readonly code: "rule-needs"; readonly rule: RuleKind; readonly need: RuleNeed }
  | { readonly code: "no-clauses" }
  // warnings
  | { readonly code: "clauses-differ-from-section"; readonly section: string; readonly clauses: Points; readonly declared: Points }
  | { readonly code: "sections-differ-from-total"; readonly sections: Points; readonly declared: Points }
  | {
      readonly code: "rule-exceeds-clause";
      readonly clause: string;
      readonly rule: string;
      readonly takes: Points;
      readonly maxPoints: Points;
    }
  | { readonly code: "awards-below-clause"; readonly clause: string; readonly awards: Points; readonly maxPoints: Points }
  | { readonly code: "duplicate-label"; readonly label: string; readonly first: string; readonly second: string }
  | { readonly code: "clause-without-evidence"; readonly clause: string }
  | { readonly code: "clause-without-owner"; readonly clause: string }
  | { readonly code: "clause-without-rule"; readonly clause: string }
  | { readonly code: "clause-without-standard"; readonly clause: string }
  | { readonly code: "evidence-without-rule"; readonly clause: string; readonly evidence: string }
  | { readonly code: "evidence-without-keywords"; readonly clause: string; readonly evidence: string }
  | { readonly code: "impossible-window"; readonly clause: string; readonly evidence: string; readonly range: DateRange }
  | { readonly code: "zero-point-clause"; readonly clause: string }
  /** Several units' figures, and no word on how they become one. */
  | { readonly code: "combine-not-written"; readonly clause: string; readonly input: string }
  | { readonly code: "grade-gap"; readonly lowest: string; readonly min: Points }
  | { readonly code: "same-evidence-text"; readonly clause: string; readonly other: string; readonly evidence: string };

/** What a rule lacks, or says twice. */
export type RuleNeed =
  | "condition"
  | "condition-without-input"
  | "count-source"
  | "due"
  | "grade"
  | "one-condition"
  | "one-source"
  | "positive-step"
  | "tier-bounds"
  | "trigger"
  | "upper-bound";
