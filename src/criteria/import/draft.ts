import type { NoEvidencePolicy, NotApplicablePolicy, SectionKind, Verification } from "../../model/criteria.ts";
import type { DateRange } from "../../model/dates.ts";
import type { ImportDoubt, ImportNote } from "../../model/import-note.ts";
import type { Points } from "../../model/points.ts";
import type { SourcePlace } from "../../model/source-document.ts";
import type { UnitKind } from "../../model/unit.ts";

/** A value as YAML writes it. Maps keep the order of their keys; undefined is left out. */
export type PlainValue = string | number | boolean | readonly PlainValue[] | { readonly [key: string]: PlainValue | undefined };
export type PlainMap = { readonly [key: string]: PlainValue | undefined };

export type DraftUnit = string | { readonly kind?: UnitKind; readonly industry?: string };

/** A 条款 as read from the source; rules, evidence and inputs as they will be written. */
export interface DraftClause {
  readonly id: string;
  readonly subsection?: string;
  readonly label?: string;
  readonly title: string;
  readonly points?: Points;
  readonly requirement?: string;
  readonly standard?: string;
  readonly lead: readonly DraftUnit[];
  readonly with: readonly DraftUnit[];
  readonly scorer?: string;
  readonly verification?: Verification;
  /** Only an export says so; as written. */
  readonly mayNotApply?: boolean | string;
  readonly evidence: readonly PlainMap[];
  readonly inputs: readonly PlainMap[];
  readonly rules: readonly PlainMap[];
  /** What stands in other columns, verbatim: kept as comments (考评方式：查文件). */
  readonly remarks: readonly { readonly heading: string; readonly text: string }[];
  readonly at: SourcePlace;
}

export interface DraftSection {
  readonly id: string;
  readonly field: string;
  readonly kind: SectionKind;
  readonly label?: string;
  readonly title: string;
  /** As declared; undefined: the sum of the clauses. */
  readonly points?: Points;
  readonly clauses: readonly DraftClause[];
  readonly at: SourcePlace;
}

export interface DraftField {
  readonly id: string;
  readonly name: string;
  /** Only an export says so. */
  readonly lead?: string;
  readonly weight?: Points;
}

export interface DraftBand {
  readonly name: string;
  readonly min: Points;
  readonly included: boolean;
}

/** A 细则 as read from Word or Excel, before it is YAML. */
export interface DraftCriteria {
  readonly title: string;
  readonly issuer?: string;
  readonly edition?: string;
  readonly period: DateRange;
  readonly total: Points;
  /** These three: only an export says so. */
  readonly precision?: Points;
  readonly notApplicable?: NotApplicablePolicy;
  readonly noEvidence?: NoEvidencePolicy;
  readonly bonusCap?: Points;
  readonly grades: readonly DraftBand[];
  readonly fields: readonly DraftField[];
  readonly sections: readonly DraftSection[];
  /** Text that stands outside tables and clauses, verbatim: kept as comments at the top. */
  readonly outside: readonly string[];
  readonly notes: readonly ImportNote[];
}

/** What a scoring text means; the same shape as `readStandard` gives. Texts verbatim stretches of the standard. */
export interface StandardReading {
  readonly rules: readonly PlainMap[];
  readonly inputs: readonly PlainMap[];
  readonly evidence: readonly PlainMap[];
  readonly notes: readonly ImportDoubt[];
}

/** What a scoring text is read with. */
export interface StandardContext {
  readonly title: string;
  readonly requirement: string;
  readonly kind: SectionKind;
  readonly period?: DateRange;
  /** Names of the 等次, best first. */
  readonly grades: readonly string[];
}

export type StandardReader = (text: string, clausePoints: Points, context: StandardContext) => StandardReading;
