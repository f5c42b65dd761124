import type { CalendarDate } from "./dates.ts";
import type { Place } from "./place.ts";
import type { Points } from "./points.ts";
import type { Quantity } from "./quantity.ts";

/** 自评表: what one unit states about its clauses, from returns/<unit>.yaml. */
export interface Return {
  readonly unit: string;
  readonly clauses: ReadonlyMap<string, ClauseReturn>;
  readonly place: Place;
}

export interface ClauseReturn {
  /** 自评分. */
  readonly claimed?: Points;
  /** 情况说明, quoted verbatim in the 自查报告. */
  readonly statement?: string;
  readonly facts: ReadonlyMap<string, FactValue>;
  /** 不涉及, with the reason that makes it a 合理缺项. */
  readonly notApplicable?: { readonly reason: string };
  /** 整改措施、责任人、完成时限, when the unit has already settled them. */
  readonly remedy?: { readonly measure?: string; readonly person?: string; readonly by?: CalendarDate };
  readonly place: Place;
}

export type FactValue =
  | { readonly kind: "number"; readonly value: Quantity; readonly place: Place }
  | { readonly kind: "yesno"; readonly value: boolean; readonly place: Place }
  | { readonly kind: "choice"; readonly value: string; readonly place: Place }
  | { readonly kind: "date"; readonly value: CalendarDate; readonly place: Place }
  | { readonly kind: "items"; readonly items: readonly FactItem[]; readonly place: Place };
/** One commendation, project or accident: its name and its level. */
export interface FactItem {
  readonly name: string;
  readonly level: string;
}

/** 人工评定: what a person decided, from judgements.yaml. */
export interface Judgement {
  readonly clause: string;
  /** Points taken (deduct) or given (award) under a manual or external rule, by rule id. */
  readonly rules: ReadonlyMap<string, Points>;
  /** Exemptions (unless) confirmed or refused, by rule id. */
  readonly exemptions: ReadonlyMap<string, boolean>;
  /** 合理缺项 confirmed (true) or refused (false). */
  readonly notApplicable?: boolean;
  readonly by?: string;
  readonly note?: string;
  readonly place: Place;
}
