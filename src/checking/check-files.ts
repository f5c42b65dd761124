import type { Admission, Checked, Verdict } from "../model/admission.ts";
import type { Clause, Criteria } from "../model/criteria.ts";
import type { CalendarDate } from "../model/dates.ts";
import { type KindsRead, kindsIn } from "../model/document-kind.ts";
import type { FileMapping, Link, Mapping } from "../model/mapping.ts";
import { namesOnly, type Readings } from "../model/reading.ts";
import type { Assignments, ClauseAssignment } from "../model/workspace.ts";
import { readableBytes } from "./bytes.ts";
import { type ContentFindings, contentFindings } from "./content-findings.ts";
import { afterDue, futureDate, impossibleDate, oldFolder, outOfWindow, undated, windowUnknown, yearAssumed } from "./dates.ts";
import { readSpan } from "./document-span.ts";
import { withoutDuplicates } from "./duplicates.ts";
import { ambiguous, kindMismatch, requirementUnclear } from "./fit.ts";
import { gatherProblems } from "./gather-problems.ts";
import { pictureKinds } from "./kind-families.ts";
import { manualChecksOf } from "./manual-checks.ts";
import { ownDateOf } from "./own-date.ts";
import { nobody, type OwnWorld } from "./paper-read.ts";
import { readableInside } from "./reading-findings.ts";
import { awardWithoutNumber, issuerLevel, numberMissing } from "./standing.ts";
import type { Check, Finding, Subject } from "./subject.ts";
import { cooperatingUnit, noUnit, wrongUnit } from "./units.ts";
import { type Wanted, wantedBy } from "./wanted.ts";

const checks: readonly Check[] = [
  readableBytes,
  readableInside,
  ambiguous,
  requirementUnclear,
  kindMismatch,
  noUnit,
  wrongUnit,
  cooperatingUnit,
  windowUnknown,
  outOfWindow,
  undated,
  yearAssumed,
  oldFolder,
  afterDue,
  impossibleDate,
  futureDate,
  numberMissing,
  issuerLevel,
  awardWithoutNumber,
];

/** What is asked of a file under one clause, the same for every file. */
interface Frame {
  readonly clause: Clause;
  readonly assignment: ClauseAssignment;
  readonly wanted: readonly Wanted[];
  readonly asOf: CalendarDate;
  readonly readings: Readings;
  readonly said: ContentFindings;
}

/**
 * 核对: what each linked file counts for, and what is wrong with every file, as far as name, place, bytes and text show.
 * `world`: who works here; what papers call themselves is held against it.
 */
export function checkFiles(
  criteria: Criteria,
  assignments: Assignments,
  mapping: Mapping,
  asOf: CalendarDate,
  readings: Readings = namesOnly,
  world: OwnWorld = nobody,
): Checked {
  const clauses = criteria.sections.flatMap((section) => section.clauses);
  const said = contentFindings({ criteria, assignments, mapping, asOf, readings, world });
  const frames = new Map(clauses.map((clause) => [clause.id, { ...frameOf(clause, criteria, assignments, asOf), readings, said }]));
  const admissions = withoutDuplicates(
    mapping.files.flatMap((mapped) => {
      if (mapped.links.length === 0) return [];
      const kinds = kindsIn(mapped.file.name.words);
      return mapped.links.flatMap((link) => admit(mapped, kinds, link, frames.get(link.clause)));
    }),
    ({ link }) =>
      frames.get(link.clause)?.wanted.some(({ requirement }) => requirement.id === link.evidence && requirement.from === "each") === true,
  );
  const forPictures = new Set(
    clauses.filter(({ evidence }) => evidence.some(({ kind }) => kind !== undefined && pictureKinds.has(kind))).map(({ id }) => id),
  );
  return {
    admissions,
    problems: gatherProblems(mapping, admissions, readings, said, forPictures),
    manual: manualChecksOf(mapping, readings),
  };
}

function frameOf(clause: Clause, { period }: Criteria, assignments: Assignments, asOf: CalendarDate): Omit<Frame, "readings" | "said"> {
  const assignment = assignments.get(clause.id) ?? { clause: clause.id, lead: [], cooperating: [] };
  return { clause, assignment, wanted: clause.evidence.map((requirement) => wantedBy(requirement, period)), asOf };
}

function admit(mapped: FileMapping, kinds: KindsRead, link: Link, frame: Frame | undefined): readonly Admission[] {
  const { file, status, pinnedDate } = mapped;
  if (frame === undefined || status === "unclaimed") return [];
  const { clause, assignment, asOf } = frame;
  const reading = frame.readings.of(file.path);
  const own = ownDateOf(reading);
  const pinned = link.reasons.some((reason) => reason.code === "pinned");
  return frame.wanted
    .filter(({ requirement }) => link.evidence === undefined || requirement.id === link.evidence)
    .map((wanted) => {
      const { requirement } = wanted;
      const dated = readSpan(file, pinnedDate, wanted, own);
      const subject = { file, reading, kinds, link, status, pinned, clause, assignment, asOf, requirement, wanted, dated };
      return judge(subject, frame.said.of(file.path, clause.id));
    });
}

/** `said`: what its text alone gives cause to say. */
function judge(subject: Subject, said: readonly Finding[]): Admission {
  const findings: Finding[] = [];
  for (const check of checks) findings.push(...check(subject));
  findings.push(...said);
  const { span } = subject.dated;
  return {
    file: subject.file,
    link: { ...subject.link, evidence: subject.requirement.id },
    verdict: worst(findings.map((finding) => finding.verdict)),
    ...(span === undefined ? {} : { span }),
    problems: findings.map((finding) => finding.problem),
  };
}

function worst(verdicts: readonly Verdict[]): Verdict {
  return verdicts.includes("rejected") ? "rejected" : verdicts.includes("doubtful") ? "doubtful" : "counts";
}
