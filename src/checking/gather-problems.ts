import type { Admission, FileProblem } from "../model/admission.ts";
import { kindsIn } from "../model/document-kind.ts";
import type { EvidenceFile } from "../model/evidence-file.ts";
import type { Mapping } from "../model/mapping.ts";
import type { Readings } from "../model/reading.ts";
import { listingFindings } from "./bytes.ts";
import type { ContentFindings } from "./content-findings.ts";
import { pictureKinds } from "./kind-families.ts";
import { readingFindings } from "./reading-findings.ts";

/**
 * Every problem of a file once, also of files that no clause claims.
 * @param forPictures ids of the clauses that ask for photos
 */
export function gatherProblems(
  mapping: Mapping,
  admissions: readonly Admission[],
  readings: Readings,
  said: ContentFindings,
  forPictures: ReadonlySet<string>,
): ReadonlyMap<string, readonly FileProblem[]> {
  const byFile = new Map<string, Admission[]>();
  for (const admission of admissions) {
    const { path } = admission.file;
    const list = byFile.get(path);
    if (list === undefined) byFile.set(path, [admission]);
    else list.push(admission);
  }
  return new Map(
    mapping.files.flatMap(({ file }) => {
      const contents = said.of(file.path).map(({ problem }) => problem);
      const problems = once([...ownProblems(file, readings), ...contents, ...admissionProblems(byFile.get(file.path) ?? [], forPictures)]);
      return problems.length === 0 ? [] : [[file.path, problems] as const];
    }),
  );
}

/** While it is open what a file proves, what it would lack for each possibility is noise: that it is open is the problem. */
function admissionProblems(admissions: readonly Admission[], forPictures: ReadonlySet<string>): readonly FileProblem[] {
  const unneeded = new Set(clausesThatRefuse(admissions));
  return admissions.flatMap(({ file, link, problems }) => {
    const ambiguous = problems.some((problem) => problem.code === "ambiguous");
    const open = ambiguous || problems.some((problem) => problem.code === "requirement-unclear");
    const told = problems.filter(({ code }) => !(open && perRequirement.has(code)) && !(ambiguous && code === "requirement-unclear"));
    return told.map((problem): FileProblem => {
      if (problem.code !== "requirement-unclear") return problem;
      const kind = unneeded.has(link.clause)
        ? kindOf(admissions, link.clause)
        : forPictures.has(link.clause)
          ? undefined
          : pictureKind(file);
      return kind === undefined ? problem : { code: "not-required", clause: link.clause, kind };
    });
  });
}

const perRequirement: ReadonlySet<FileProblem["code"]> = new Set(["kind-mismatch", "out-of-window", "undated", "window-unknown"]);

/** Clauses of whose requirements the file can be none, because it is plainly another kind of paper (the notice of the meeting). */
function clausesThatRefuse(admissions: readonly Admission[]): readonly string[] {
  const clauses = [...new Set(admissions.map((admission) => admission.link.clause))];
  return clauses.filter((clause) =>
    admissions.every(
      (admission) => admission.link.clause !== clause || admission.problems.some((problem) => problem.code === "kind-mismatch"),
    ),
  );
}

/** 演练照片 shows the drill and goes beside its record: where no photos are asked for, it is none of what is asked for. */
function pictureKind({ name }: EvidenceFile): string | undefined {
  const { main } = kindsIn(name.words);
  return main !== undefined && pictureKinds.has(main) ? main : undefined;
}

function kindOf(admissions: readonly Admission[], clause: string): string | undefined {
  const mismatch = admissions
    .filter((admission) => admission.link.clause === clause)
    .flatMap((admission) => admission.problems)
    .find((problem) => problem.code === "kind-mismatch");
  return mismatch?.code === "kind-mismatch" ? mismatch.kind : undefined;
}

function ownProblems(file: EvidenceFile, readings: Readings): readonly FileProblem[] {
  return [
    ...[...listingFindings(file), ...readingFindings(file, readings.of(file.path))].map((finding) => finding.problem),
    ...file.dates.filter((date) => date.impossible).map((date): FileProblem => ({ code: "impossible-date", text: date.text })),
    ...(file.unit === undefined ? [{ code: "no-unit" } as const] : []),
  ];
}

function once(problems: readonly FileProblem[]): readonly FileProblem[] {
  if (problems.length < 2) return problems;
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
