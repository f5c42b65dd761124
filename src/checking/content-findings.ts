import type { Criteria } from "../model/criteria.ts";
import type { CalendarDate } from "../model/dates.ts";
import type { Mapping } from "../model/mapping.ts";
import type { Readings } from "../model/reading.ts";
import type { Assignments } from "../model/workspace.ts";
import { attachmentMissing } from "./attachments.ts";
import { blankTemplate } from "./blank-template.ts";
import { catalogueDisagrees } from "./catalogue.ts";
import { chainOutOfOrder } from "./chain-order.ts";
import { citesLater } from "./citations.ts";
import { dateDisagrees } from "./date-disagrees.ts";
import { futureDateInside, impossibleDateInside, wrongWeekday } from "./dates-inside.ts";
import { figuresDisagree, pledgesIncomplete } from "./figures.ts";
import { foreignName, wrongLevel } from "./foreign-names.ts";
import { personalData, secrecyMark, unrecognisedScan } from "./marks.ts";
import { nearDuplicates } from "./near-duplicates.ts";
import { placesAtHome } from "./own-names.ts";
import { type ContentFinding, type CorpusCheck, type OwnWorld, type PaperCheck, papersOf, type Surroundings } from "./paper-read.ts";
import { photoDateDisagrees } from "./photo-date.ts";
import { recordIncomplete } from "./record-incomplete.ts";
import { recycledText } from "./recycled-text.ts";
import { headSignatureDisagree, otherUnitsPaper } from "./signatures.ts";
import { stampAbsent, undatedInside, unsigned } from "./signed-and-dated.ts";
import { similarPictures } from "./similar-pictures.ts";
import { inspectionWithoutRemedy, photosOnly, planWithoutExecution } from "./unaccompanied.ts";

/** Each paper by itself, in the order in which a reader should hear of them. */
const paperChecks: readonly PaperCheck[] = [
  secrecyMark,
  blankTemplate,
  dateDisagrees,
  photoDateDisagrees,
  impossibleDateInside,
  futureDateInside,
  wrongWeekday,
  otherUnitsPaper,
  headSignatureDisagree,
  unsigned,
  undatedInside,
  recycledText,
  foreignName,
  wrongLevel,
  citesLater,
  attachmentMissing,
  catalogueDisagrees,
  recordIncomplete,
  figuresDisagree,
  pledgesIncomplete,
  personalData,
  stampAbsent,
  unrecognisedScan,
];

/** Papers held against each other. */
const corpusChecks: readonly CorpusCheck[] = [
  nearDuplicates,
  similarPictures,
  chainOutOfOrder,
  planWithoutExecution,
  inspectionWithoutRemedy,
  photosOnly,
];

/** What the texts give cause to say, file by file. */
export interface ContentFindings {
  /** All of a file, or only those that concern it under one clause. */
  readonly of: (path: string, clause?: string) => readonly ContentFinding[];
}

interface Input {
  readonly criteria: Criteria;
  readonly assignments: Assignments;
  readonly mapping: Mapping;
  readonly asOf: CalendarDate;
  readonly readings: Readings;
  readonly world: OwnWorld;
}

/** Runs every check of contents once; nothing is found where nothing was read. */
export function contentFindings({ criteria, assignments, mapping, asOf, readings, world }: Input): ContentFindings {
  const papers = papersOf(mapping, readings);
  if (papers.length === 0) return { of: () => [] };
  const around: Surroundings = {
    ...world,
    criteria,
    assignments,
    asOf,
    textOf: remembering(readings.textOf),
    files: mapping.files.map(({ file }) => file),
    papers,
    atHome: placesAtHome(world, criteria, papers),
  };
  const found = new Map<string, ContentFinding[]>();
  for (const paper of papers) {
    const findings = paperChecks.flatMap((check) => check(paper, around));
    if (findings.length > 0) found.set(paper.file.path, findings);
  }
  for (const { path, ...finding } of corpusChecks.flatMap((check) => check(around))) {
    found.set(path, [...(found.get(path) ?? []), finding]);
  }
  return {
    of: (path, clause) => (found.get(path) ?? []).filter((finding) => clause === undefined || (finding.clause ?? clause) === clause),
  };
}

/** Several checks in a row ask for the text of one file; the cache behind it is asked once. Only the last is kept: texts are large. */
function remembering(textOf: Readings["textOf"]): Readings["textOf"] {
  let last: { readonly path: string; readonly text: string | undefined } | undefined;
  return (path) => {
    if (last?.path !== path) last = { path, text: textOf(path) };
    return last.text;
  };
}
