import type { Clause, EvidenceRequirement, FactInput, Section } from "./criteria.ts";
import type { CalendarDate } from "./dates.ts";
import type { Period } from "./periods.ts";
import type { ScoringRule } from "./rule.ts";

/** What one unit has to get ready for one clause (责任分解). */
export interface Task {
  /** Name of the unit, or the words for a kind of units (各乡镇（街道）). */
  readonly unit: string;
  readonly part: "lead" | "with";
  readonly section: Section;
  readonly clause: Clause;
  readonly items: readonly TaskItem[];
}

export type TaskItem =
  | {
      readonly kind: "material";
      readonly requirement: EvidenceRequirement;
      /** Empty when it is owed once. */
      readonly periods: readonly Period[];
      /** The one day that the 细则 or the unit's deadline sets; undefined: the end of each period. */
      readonly due?: CalendarDate;
      /** What hangs on it. */
      readonly rules: readonly ScoringRule[];
    }
  | { readonly kind: "fact"; readonly input: FactInput; readonly due?: CalendarDate; readonly rules: readonly ScoringRule[] }
  /** The lead unit answers; this unit hands it what it has. */
  | { readonly kind: "support"; readonly leads: readonly string[]; readonly names: readonly string[] }
  /** The clause lists neither materials nor facts. */
  | { readonly kind: "none" };

/** The units of a clause by name, or as words for a kind of units where nobody says who they are. */
export interface TaskUnits {
  readonly lead: readonly string[];
  readonly cooperating: readonly string[];
}
