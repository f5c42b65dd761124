import type { Admission, Checked, Verdict } from "../model/admission.ts";
import type { Clause, Criteria, EvidenceRequirement } from "../model/criteria.ts";
import type { CalendarDate } from "../model/dates.ts";
import { type KindsRead, kindsIn } from "../model/document-kind.ts";
import type { FileMapping, Link, Mapping } from "../model/mapping.ts";
import type { Assignments } from "../model/workspace.ts";
import { readableBytes } from "./bytes.ts";
import { afterDue, futureDate, impossibleDate, oldFolder, outOfWindow, undated, windowUnknown, yearAssumed } from "./dates.ts";
import { readSpan } from "./document-span.ts";
import { withoutDuplicates } from "./duplicates.ts";
import { ambiguous, kindMismatch, requirementUnclear } from "./fit.ts";
import { gatherProblems } from "./gather-problems.ts";
import type { Check, Subject } from "./subject.ts";
import { cooperatingUnit, noUnit, wrongUnit } from "./units.ts";

const checks: readonly Check[] = [
  readableBytes,
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
];

/** 核对: what each linked file counts for, and what is wrong with every file, as far as name, place and bytes show. */
export function checkFiles(criteria: Criteria, assignments: Assignments, mapping: Mapping, asOf: CalendarDate): Checked {
  const clauses = new Map(criteria.sections.flatMap((section) => section.clauses.map((clause) => [clause.id, clause] as const)));
  const admissions = withoutDuplicates(
    mapping.files.flatMap((mapped) => {
      const kinds = kindsIn(mapped.file.name.words);
      return mapped.links.flatMap((link) => admit(mapped, kinds, link, clauses.get(link.clause), criteria, assignments, asOf));
    }),
    ({ link }) =>
      clauses.get(link.clause)?.evidence.some((requirement) => requirement.id === link.evidence && requirement.from === "each") === true,
  );
  return { admissions, problems: gatherProblems(mapping, admissions) };
}

function admit(
  mapped: FileMapping,
  kinds: KindsRead,
  link: Link,
  clause: Clause | undefined,
  criteria: Criteria,
  assignments: Assignments,
  asOf: CalendarDate,
): readonly Admission[] {
  if (clause === undefined || mapped.status === "unclaimed") return [];
  const requirements = clause.evidence.filter((requirement) => link.evidence === undefined || requirement.id === link.evidence);
  const frame = {
    file: mapped.file,
    kinds,
    link,
    status: mapped.status,
    pinned: link.reasons.some((reason) => reason.code === "pinned"),
    clause,
    assignment: assignments.get(clause.id) ?? { clause: clause.id, lead: [], cooperating: [] },
    asOf,
  };
  return requirements.map((requirement) =>
    judge({ ...frame, requirement, dated: readSpan(mapped.file, mapped.pinnedDate, requirement, criteria.period) }, requirement),
  );
}

function judge(subject: Subject, requirement: EvidenceRequirement): Admission {
  const findings = checks.flatMap((check) => check(subject));
  const { span } = subject.dated;
  return {
    file: subject.file,
    link: { ...subject.link, evidence: requirement.id },
    verdict: worst(findings.map((finding) => finding.verdict)),
    ...(span === undefined ? {} : { span }),
    problems: findings.map((finding) => finding.problem),
  };
}

function worst(verdicts: readonly Verdict[]): Verdict {
  return verdicts.includes("rejected") ? "rejected" : verdicts.includes("doubtful") ? "doubtful" : "counts";
}
