import type { CalendarDate, DateRange } from "../../model/dates.ts";
import type { Numeral, WrittenText } from "../../written/numeral.ts";
import type { WrittenEvidence, WrittenInput } from "../written-evidence.ts";
import type { WrittenRule } from "../written-rule.ts";

/** What may be written, with figures as figures and words as words: ready to be printed as YAML. */
export type Plain<Written> = Written extends Numeral
  ? number
  : Written extends WrittenText | CalendarDate
    ? string
    : Written extends string
      ? Written
      : Written extends readonly (infer Member)[]
        ? readonly Plain<Member>[]
        : Written extends object
          ? { readonly [Key in keyof Written]: Plain<Written[Key]> }
          : Written;

export type ReadRule = Plain<WrittenRule>;
export type ReadEvidence = Plain<WrittenEvidence>;
export type ReadInput = Plain<WrittenInput>;

/** A stretch of the standard as UTF-16 offsets, end excluded. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * not-understood: the stretch stays with a person (a manual rule covers it). says-nothing: words that give and take no points.
 * proposed: a document that we propose as evidence; nobody has confirmed it. several-caps: a limit over several rules.
 */
export type NoteCode = "not-understood" | "says-nothing" | "proposed";
export interface StandardNote extends Stretch {
  readonly code: NoteCode;
  /** The words of the standard; for a proposal the name of the document. */
  readonly text: string;
}

/** 评分标准 as rules: every sign that is no punctuation lies in a rule's stretch or in a note. */
export interface ParsedStandard {
  readonly rules: readonly ReadRule[];
  readonly evidence: readonly ReadEvidence[];
  readonly inputs: readonly ReadInput[];
  readonly notes: readonly StandardNote[];
  /** One for each rule, in the order of `rules`. */
  readonly spans: readonly Stretch[];
}

/** What the clause says besides its standard. `points` in 分. */
export interface StandardClause {
  readonly points: string | number;
  readonly title: string;
  readonly requirement: string;
}

/** What the 细则 around the clause says; without a period a day without a year stays to be filled in. */
export interface StandardSurroundings {
  readonly period?: DateRange;
  /** Names of the 等次, best first. */
  readonly grades?: readonly string[];
}
