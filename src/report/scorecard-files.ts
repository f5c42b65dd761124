import { describeFileProblem, remedyFor, severityOf } from "../messages/file-problems.ts";
import { describeReason } from "../messages/link-reasons.ts";
import type { FileProblem } from "../model/admission.ts";
import type { FileResult } from "../model/scorecard.ts";
import { spanOf } from "./citation.ts";
import type { ScopedView } from "./scoped-view.ts";
import type { ScorecardView } from "./view.ts";

/** The files of scorecard.json one by one, for the district with those that are ignored at the end. */
export function* filesOf({ files, scope, view }: ScopedView): Iterable<object> {
  for (const file of files) yield fileOf(view, file);
  if (scope.kind === "district") yield* ignoredOf(view);
}

function fileOf(view: ScorecardView, { mapping, admissions, problems }: FileResult): object {
  const { file, status, links } = mapping;
  const verdicts = new Map(admissions.map(({ link, verdict }) => [`${link.clause}\n${link.evidence ?? ""}`, verdict]));
  const span = links.map((link) => spanOf(view, link.clause, file)).find((found) => found !== undefined);
  return {
    path: file.path,
    unit: file.unit ?? null,
    status,
    bytes: file.bytes,
    links: links.map((link) => ({
      clause: link.clause,
      evidence: link.evidence ?? null,
      confidence: link.confidence,
      verdict: verdicts.get(`${link.clause}\n${link.evidence ?? ""}`) ?? null,
      reasons: link.reasons.map(describeReason),
    })),
    title: file.title,
    docNumber: file.docNumber ?? null,
    issuer: file.issuer ?? null,
    date: mapping.pinnedDate ?? file.issuedOn ?? (span !== undefined && span.range.from === span.range.to ? span.range.from : null),
    dateRange: span?.range ?? null,
    problems: problems.map(problemOf),
  };
}

function problemOf(problem: FileProblem): object {
  return { code: problem.code, severity: severityOf[problem.code], message: describeFileProblem(problem), remedy: remedyFor(problem) };
}

function ignoredOf(view: ScorecardView): readonly object[] {
  const nothing = {
    unit: null,
    status: "ignored",
    bytes: null,
    links: [],
    title: null,
    docNumber: null,
    issuer: null,
    date: null,
    dateRange: null,
  };
  return view.scorecard.ignored.map(({ path, reason }) => ({ path, ...nothing, reason, problems: [] }));
}
