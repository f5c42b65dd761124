import type { Admission, FileProblem } from "./admission.ts";
import type { Basis } from "./basis.ts";
import type { Clause, Criteria, EvidenceRequirement, Field, GradeBand, Section } from "./criteria.ts";
import type { CalendarDate } from "./dates.ts";
import type { EvidenceFile, IgnoredFile } from "./evidence-file.ts";
import type { Gap } from "./gap.ts";
import type { ManualCheck } from "./manual-check.ts";
import type { FileMapping } from "./mapping.ts";
import type { Period } from "./periods.ts";
import type { Points, PointsRange } from "./points.ts";
import type { ClauseReturn } from "./return.ts";
import type { Unit } from "./unit.ts";

/** The middle of the program: all before makes it, all after only reads it. */
export interface Scorecard {
  readonly title: string;
  readonly organization: string;
  readonly addressee?: string;
  readonly criteria: Criteria;
  readonly asOf: CalendarDate;
  readonly units: readonly UnitResult[];
  readonly files: readonly FileResult[];
  readonly ignored: readonly IgnoredFile[];
  /** In the order of the 细则. */
  readonly clauses: readonly ClauseResult[];
  readonly sections: readonly SectionResult[];
  readonly fields: readonly FieldResult[];
  readonly total: TotalResult;
  /** Dearest first. */
  readonly gaps: readonly Gap[];
  /** 人工核对: what no program can judge, and in which files to look. */
  readonly manualChecks: readonly ManualCheck[];
  readonly foldersWithoutUnit: readonly string[];
  readonly emptyFolders: readonly string[];
}

export interface FileResult {
  readonly mapping: FileMapping;
  readonly admissions: readonly Admission[];
  readonly problems: readonly FileProblem[];
}

/** decided: low = high; open: waits for facts or a person; notApplicable: 合理缺项. */
export type ClauseState = "decided" | "open" | "notApplicable";

export interface ClauseResult {
  readonly clause: Clause;
  readonly section: Section;
  readonly field: Field;
  readonly lead: readonly string[];
  readonly cooperating: readonly string[];
  readonly state: ClauseState;
  /** 分值 that counts: zero for a clause out of the denominator. For a bonus clause: the bonus it can bring. */
  readonly maxPoints: Points;
  readonly points: PointsRange;
  /** 加分 that the clause brings on top; zero for most. */
  readonly bonus: PointsRange;
  /** 自评分 of the lead unit's return. */
  readonly claimed?: Points;
  /** Every responsible unit's return for this clause. */
  readonly returns: readonly { readonly unit: string; readonly entry: ClauseReturn }[];
  readonly basis: readonly Basis[];
  readonly requirements: readonly RequirementResult[];
  readonly notApplicable?: { readonly reasons: readonly { readonly unit: string; readonly reason: string }[]; readonly confirmed: boolean };
}

export interface RequirementResult {
  readonly requirement: EvidenceRequirement;
  readonly slots: readonly Slot[];
}

/** met: enough; short: missing and due; unconfirmed: short, but doubtful files may fill it; upcoming: missing, not yet due. */
export type SlotState = "met" | "short" | "unconfirmed" | "upcoming";

/** 一份应交: one requirement × period × (for `each`) unit. */
export interface Slot {
  /** The units whose files count here; one for `each`. */
  readonly units: readonly string[];
  readonly period?: Period;
  readonly due: CalendarDate;
  readonly need: number;
  readonly counted: readonly EvidenceFile[];
  readonly doubtful: readonly EvidenceFile[];
  readonly missing: { readonly least: number; readonly most: number };
  readonly state: SlotState;
}

/** Results of a group of clauses. `lost` + points + awaiting always make `applicable`. */
export interface GroupResult {
  /** 标准分值. */
  readonly maxPoints: Points;
  /** 合理缺项分值. */
  readonly notApplicable: Points;
  /** 应得分 = maxPoints − notApplicable. */
  readonly applicable: Points;
  readonly points: PointsRange;
}

export interface SectionResult extends GroupResult {
  readonly section: Section;
}

export interface FieldResult extends GroupResult {
  readonly field: Field;
  /** 折算后得分, when the field is weighted or clauses do not apply. */
  readonly scaled: PointsRange;
  readonly scaledMax: Points;
  readonly bonus: PointsRange;
}

export interface TotalResult extends GroupResult {
  /** Before bonus and veto, after 合理缺项 and weights. */
  readonly base: PointsRange;
  readonly bonus: PointsRange;
  /** After bonus cap, veto and grade cap: the number that stands in every document. */
  readonly final: PointsRange;
  /** The band of the low and of the high bound; undefined: below every band. */
  readonly grade: { readonly low?: GradeBand; readonly high?: GradeBand };
  readonly vetoes: readonly VetoResult[];
}

export interface VetoResult {
  readonly clause: string;
  readonly rule: string;
  /** certain: the fact is stated; possible: nobody has answered yet. */
  readonly certainty: "certain" | "possible";
}

/** One unit's share: what it owes, and the points that hang on it. */
export interface UnitResult {
  readonly unit: Unit;
  /** Folder below the evidence root as found; undefined: none. */
  readonly folder?: string;
  readonly clauses: readonly UnitClauseResult[];
  readonly sections: readonly UnitSectionResult[];
  readonly maxPoints: Points;
  readonly points: PointsRange;
  readonly fileCount: number;
  readonly hasReturn: boolean;
}

export interface UnitSectionResult {
  readonly section: Section;
  readonly maxPoints: Points;
  readonly points: PointsRange;
}

export interface UnitClauseResult {
  readonly clause: Clause;
  readonly role: "lead" | "cooperating";
  /** The clause's points; zero when it is 合理缺项. */
  readonly maxPoints: Points;
  /** maxPoints less what this unit's own gaps cost. */
  readonly points: PointsRange;
}
