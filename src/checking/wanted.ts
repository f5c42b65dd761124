import type { EvidenceRequirement } from "../model/criteria.ts";
import type { DateRange } from "../model/dates.ts";
import { kindsIn } from "../model/document-kind.ts";
import type { EvidenceKind } from "../model/evidence-kind.ts";
import { type Period, periodsOf } from "../model/periods.ts";

/** A requirement and what follows from it alone: worked out once, held against every file. */
export interface Wanted {
  readonly requirement: EvidenceRequirement;
  readonly kind: EvidenceKind | undefined;
  readonly periods: readonly Period[];
  /** The days that are read into a date; for an unknown window the assessment's period, for the year only. */
  readonly window: DateRange;
}

export function wantedBy(requirement: EvidenceRequirement, fallback: DateRange): Wanted {
  return {
    requirement,
    kind: requirement.kind ?? kindsIn(requirement.name).main,
    periods: periodsOf(requirement),
    window: requirement.window.kind === "range" ? requirement.window.range : fallback,
  };
}
