import type { Verdict } from "../model/admission.ts";
import type { ContentProblem } from "../model/content-problem.ts";
import type { Criteria } from "../model/criteria.ts";
import type { CalendarDate } from "../model/dates.ts";
import { type KindsRead, kindsIn } from "../model/document-kind.ts";
import type { EvidenceFile } from "../model/evidence-file.ts";
import type { EvidenceKind } from "../model/evidence-kind.ts";
import type { FileMapping, Mapping } from "../model/mapping.ts";
import type { Reading, Readings } from "../model/reading.ts";
import type { Unit } from "../model/unit.ts";
import type { Assignments } from "../model/workspace.ts";

/** Who works here: what the checks of names and signatures are held against. */
export interface OwnWorld {
  readonly units: readonly Unit[];
  /** The district itself: 东明区人民政府. */
  readonly organization: string;
}

export const nobody: OwnWorld = { units: [], organization: "" };

/** A file together with what it says. */
export interface PaperRead {
  readonly mapped: FileMapping;
  readonly file: EvidenceFile;
  readonly reading: Reading;
  readonly names: KindsRead;
  /** As the document itself says, else as its name does. */
  readonly kind: EvidenceKind | undefined;
}

/** All that a check of papers may look at beside the paper. */
export interface Surroundings extends OwnWorld {
  readonly criteria: Criteria;
  readonly assignments: Assignments;
  readonly asOf: CalendarDate;
  readonly textOf: Readings["textOf"];
  /** Every file, read or not. */
  readonly files: readonly EvidenceFile[];
  /** Every paper that was read, by path. */
  readonly papers: readonly PaperRead[];
  /** Names of places that most papers speak of: one's own and those above, never foreign. */
  readonly atHome: ReadonlySet<string>;
}

/** A finding about what a document says. `clause`: only there; absent: wherever the file is used. */
export interface ContentFinding {
  readonly problem: ContentProblem | { readonly code: "future-date"; readonly date: string };
  readonly verdict: Verdict;
  readonly clause?: string;
}

/** One paper by itself. */
export type PaperCheck = (paper: PaperRead, around: Surroundings) => readonly ContentFinding[];

/** Papers held against each other; the finding belongs to the file at `path`. */
export type CorpusCheck = (around: Surroundings) => readonly (ContentFinding & { readonly path: string })[];

/** The papers that were read, in code-point order of their paths, so that the order of files changes nothing. */
export function papersOf(mapping: Mapping, readings: Readings): readonly PaperRead[] {
  return mapping.files
    .flatMap((mapped): readonly PaperRead[] => {
      const reading = readings.of(mapped.file.path);
      if (reading === undefined) return [];
      const names = kindsIn(mapped.file.name.words);
      return [{ mapped, file: mapped.file, reading, names, kind: reading.kind?.value ?? names.main }];
    })
    .sort((a, b) => (a.file.path < b.file.path ? -1 : a.file.path > b.file.path ? 1 : 0));
}

/** Is there text of its own to judge? Not for pictures, failed readings and scans. */
export function hasText({ reading }: PaperRead): boolean {
  return reading.failure === undefined && reading.length >= 20;
}
