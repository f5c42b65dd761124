import type { CalendarDate } from "./dates.ts";
import type { Pin } from "./mapping.ts";
import type { Place } from "./place.ts";
import type { Judgement, Return } from "./return.ts";
import type { Unit } from "./unit.ts";

/** yingkao.yaml, normalised. Paths are as written, relative to its folder. */
export interface Workspace {
  readonly title: string;
  readonly organization: string;
  /** 主送机关 of the 自查报告; undefined: a marked blank. */
  readonly addressee?: string;
  readonly criteria: string;
  readonly evidence: string;
  readonly output: string;
  readonly returns: string;
  readonly mapping: string;
  readonly judgements: string;
  readonly templates?: string;
  /** modern: 仿宋、楷体; gb2312: 仿宋_GB2312、楷体_GB2312. */
  readonly fonts: "modern" | "gb2312";
  /** Recognise scans at every run; a text: the folder of the add-on, relative to yingkao.yaml. */
  readonly ocr?: boolean | string;
  /** undefined: today, supplied by the caller. */
  readonly asOf?: CalendarDate;
  readonly profiles: readonly string[];
  /** Globs below the evidence root that are no evidence. */
  readonly ignore: readonly string[];
  readonly units: readonly Unit[];
  readonly place: Place;
}

/** What people wrote beside the workspace file. */
export interface WorkspacePapers {
  readonly returns: readonly Return[];
  readonly judgements: readonly Judgement[];
  readonly pins: readonly Pin[];
}

/** Responsible units of one clause, resolved to the names of workspace units. */
export interface ClauseAssignment {
  readonly clause: string;
  readonly lead: readonly string[];
  readonly cooperating: readonly string[];
}
export type Assignments = ReadonlyMap<string, ClauseAssignment>;
