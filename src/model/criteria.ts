import type { CalendarDate, DateRange } from "./dates.ts";
import type { EvidenceKind } from "./evidence-kind.ts";
import type { Place } from "./place.ts";
import type { Points } from "./points.ts";
import type { ScoringRule } from "./rule.ts";
import type { UnitSelector } from "./unit.ts";

/** 考核细则. */
export interface Criteria {
  readonly title: string;
  readonly issuer?: string;
  /** 初稿 | 正式稿 | any other name of the edition. */
  readonly edition?: string;
  /** 考核年度: the days that the assessment covers. */
  readonly period: DateRange;
  /** 总分, without bonus. */
  readonly total: Points;
  /** Step to which divisions are rounded half up; 10 = 0.01 分. */
  readonly precision: Points;
  readonly notApplicable: NotApplicablePolicy;
  readonly noEvidence: NoEvidencePolicy;
  /** 加分封顶; undefined: only the bonus clauses' own points cap it. */
  readonly bonusCap?: Points;
  /** Highest band first. */
  readonly grades: readonly GradeBand[];
  readonly fields: readonly Field[];
  readonly sections: readonly Section[];
  /** Clauses of earlier editions that this one no longer has; what still names them is told of, and is no error. */
  readonly retired?: readonly RetiredClause[];
  readonly place: Place;
}

/** 已删去的条款: its id is never given to another clause. */
export interface RetiredClause {
  readonly id: string;
  readonly title: string;
}

/** 合理缺项: the clause leaves the denominator (renormalize), earns its full points (full) or none (zero). */
export const notApplicablePolicies = ["renormalize", "full", "zero"] as const;
export type NotApplicablePolicy = (typeof notApplicablePolicies)[number];

/**
 * What a clause earns whose required evidence is missing altogether.
 * zero (default): 无佐证不得分. rules: only what the rules take away.
 */
export const noEvidencePolicies = ["zero", "rules"] as const;
export type NoEvidencePolicy = (typeof noEvidencePolicies)[number];

/** 等次. `min` itself belongs to the band when `minIncluded` (以上包括本数). */
export interface GradeBand {
  readonly name: string;
  readonly min: Points;
  readonly minIncluded: boolean;
}

/** 领域: 安全生产 | 消防 | 森林防火. */
export interface Field {
  readonly id: string;
  readonly name: string;
  /** Name of the lead agency. */
  readonly lead?: string;
  /** 折算分值: the field's result is scaled to this many points; undefined: counted as it is. */
  readonly weight?: Points;
  readonly place: Place;
}

/** standard: counts towards the total; bonus: 加分项, on top; veto: 一票否决项, earns nothing. */
export const sectionKinds = ["standard", "bonus", "veto"] as const;
export type SectionKind = (typeof sectionKinds)[number];

/** 考核项目 (a chapter of the 细则). */
export interface Section {
  readonly id: string;
  readonly field: string;
  readonly kind: SectionKind;
  /** The printed number, verbatim: 一、 */
  readonly label: string;
  readonly title: string;
  /** 分值 as declared, or the sum of the clauses when the 细则 declares none. For a bonus section: its cap. Zero for veto. */
  readonly maxPoints: Points;
  readonly clauses: readonly Clause[];
  readonly place: Place;
}

/** package: proved by the files; onsite: 现场检查; external: 以外部数据为准; daily: 日常督查. */
export const verifications = ["package", "onsite", "external", "daily"] as const;
export type Verification = (typeof verifications)[number];

/** 条款: the smallest thing we score. */
export interface Clause {
  /** Stable across editions; `label` is only what is printed. */
  readonly id: string;
  /** Ids under which earlier editions had what is now part of this clause (并入): folders, pins and returns may still name them. */
  readonly formerIds?: readonly string[];
  readonly section: string;
  readonly label: string;
  /** 小节 between section and clause, verbatim: （二）会议制度. */
  readonly subsection?: string;
  readonly title: string;
  readonly maxPoints: Points;
  /** 考核内容, verbatim. */
  readonly requirement: string;
  /** 评分标准, verbatim. */
  readonly standard: string;
  readonly lead: readonly UnitSelector[];
  readonly cooperating: readonly UnitSelector[];
  /** 考核（评分）单位: who scores, never who prepares. */
  readonly scorer?: string;
  readonly verification: Verification;
  readonly evidence: readonly EvidenceRequirement[];
  readonly inputs: readonly FactInput[];
  readonly rules: readonly ScoringRule[];
  /** The unit may declare the clause 不涉及 (default true). */
  readonly mayNotApply: boolean;
  readonly place: Place;
}

export const frequencies = ["month", "quarter", "half", "year", "none"] as const;
/** How often the evidence is owed: per 月 | 季度 | 半年 | 年 | once. */
export type Frequency = (typeof frequencies)[number];

export const evidenceSources = ["lead", "any", "each"] as const;
/** lead: the lead units together; any: all responsible units together; each: every responsible unit its own. */
export type EvidenceSource = (typeof evidenceSources)[number];

/** The days in which a document must lie. unknown: the 细则 prints an impossible period, a person must say what is meant. */
export type EvidenceWindow =
  | { readonly kind: "range"; readonly range: DateRange }
  | { readonly kind: "unknown"; readonly written: DateRange };

/** 佐证材料要求. */
export interface EvidenceRequirement {
  /** Unique within its clause. */
  readonly id: string;
  readonly name: string;
  readonly kind?: EvidenceKind;
  readonly keywords: readonly string[];
  readonly per: Frequency;
  /** How many documents per period. */
  readonly count: number;
  readonly window: EvidenceWindow;
  /** 完成时限 stated by the 细则 (3月底前). */
  readonly due?: CalendarDate;
  readonly from: EvidenceSource;
  /** One of these per document of the named requirement (签到表 per 纪要). */
  readonly with?: string;
  readonly place: Place;
}

export const inputTypes = ["number", "yesno", "choice", "date", "items"] as const;
export type InputType = (typeof inputTypes)[number];

/** A fact that the files cannot show: stated in a unit's return, or entered by the scorer. */
export interface FactInput {
  /** Unique within its clause. */
  readonly id: string;
  readonly name: string;
  readonly type: InputType;
  /** Unit of measure as printed: %, 起, 天. */
  readonly measure?: string;
  /** For choice: the words allowed. For items: the levels. */
  readonly options: readonly string[];
  readonly from: EvidenceSource;
  /** How several units' numbers become one. */
  readonly combine: "sum" | "mean" | "min" | "max";
  /** The 细则 file does not say how; `combine` is the default. */
  readonly combineAssumed?: true;
  readonly place: Place;
}
