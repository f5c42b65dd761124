import type { FileProblem, Verdict } from "../model/admission.ts";
import type { Clause, EvidenceRequirement } from "../model/criteria.ts";
import type { CalendarDate } from "../model/dates.ts";
import type { KindsRead } from "../model/document-kind.ts";
import type { EvidenceFile } from "../model/evidence-file.ts";
import type { Link } from "../model/mapping.ts";
import type { Reading } from "../model/reading.ts";
import type { ClauseAssignment } from "../model/workspace.ts";
import type { SpanReading } from "./document-span.ts";
import type { Wanted } from "./wanted.ts";

/** One file held against one requirement: all that a check may look at. */
export interface Subject {
  readonly file: EvidenceFile;
  /** What the file says inside; undefined: it was not read. */
  readonly reading: Reading | undefined;
  readonly link: Link;
  readonly status: "matched" | "ambiguous";
  /** A person said so in mapping.yaml. */
  readonly pinned: boolean;
  readonly clause: Clause;
  readonly requirement: EvidenceRequirement;
  readonly wanted: Wanted;
  readonly assignment: ClauseAssignment;
  /** The kinds of document that the file's name tells. */
  readonly kinds: KindsRead;
  readonly dated: SpanReading;
  readonly asOf: CalendarDate;
}

/** What a check found, and what it does to the admission; counts: worth saying, but no obstacle. */
export interface Finding {
  readonly problem: FileProblem;
  readonly verdict: Verdict;
}
export type Check = (subject: Subject) => readonly Finding[];
