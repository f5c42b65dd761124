import type { CalendarDate } from "./dates.ts";
import type { Place } from "./place.ts";

/** 责任单位的性质: 部门 | 乡镇（街道） | 企业. */
export const unitKinds = ["department", "township", "enterprise"] as const;
export type UnitKind = (typeof unitKinds)[number];

/** 责任单位. Its name is its identity: it is what stands in every document. */
export interface Unit {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: UnitKind;
  /** 行业, for enterprises. */
  readonly industry?: string;
  /** 行业主管部门和属地: names of the units that answer for an enterprise. */
  readonly supervisors: readonly string[];
  /** The folder below the evidence root as written; undefined: found by name or alias. */
  readonly folder?: string;
  /** 报送截止日期. */
  readonly deadline?: CalendarDate;
  readonly place: Place;
}

/** How the 细则 names units: by name, or by kind and industry (所有乡镇、燃气企业). */
export type UnitSelector =
  | { readonly kind: "name"; readonly name: string; readonly place: Place }
  | { readonly kind: "match"; readonly unitKind?: UnitKind; readonly industry?: string; readonly place: Place };
