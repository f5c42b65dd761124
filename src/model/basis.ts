import type { CalendarDate } from "./dates.ts";
import type { EvidenceFile } from "./evidence-file.ts";
import type { Period } from "./periods.ts";
import type { PointsRange } from "./points.ts";
import type { FactValue } from "./return.ts";
import type { ScoringRule } from "./rule.ts";

/** 打分依据: which rule applied to which facts, and what it took or gave. Points are never negative; `effect` carries the sign. */
export interface Basis {
  readonly rule: ScoringRule;
  readonly effect: "deduct" | "award" | "extra" | "bonus" | "veto";
  readonly points: PointsRange;
  readonly reason: BasisReason;
  readonly files: readonly EvidenceFile[];
}

/** Facts behind a rule's outcome; words are in messages/. */
export type BasisReason =
  /** Documents owed and there / not there. */
  | {
      readonly code: "evidence";
      readonly requirement: string;
      readonly need: number;
      readonly counted: number;
      readonly missing: { readonly least: number; readonly most: number };
      readonly periods: readonly Period[];
    }
  /** Figures stated by returns. */
  | {
      readonly code: "facts";
      readonly facts: readonly { readonly input: string; readonly measure?: string; readonly value: FactValue; readonly unit: string }[];
    }
  | { readonly code: "facts-missing"; readonly inputs: readonly string[]; readonly units: readonly string[] }
  | { readonly code: "judged"; readonly by?: string; readonly note?: string }
  | { readonly code: "awaits-judgement" }
  | { readonly code: "late"; readonly due: CalendarDate; readonly handedIn?: CalendarDate; readonly days: number }
  | { readonly code: "other-profile"; readonly profiles: readonly string[] }
  | { readonly code: "exempt"; readonly input: string; readonly confirmed: boolean }
  | { readonly code: "base-not-reached"; readonly after: string }
  | { readonly code: "deduplicated"; readonly group: string }
  | { readonly code: "no-rule" }
  | { readonly code: "no-evidence" };
