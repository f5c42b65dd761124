import { checkFiles } from "./checking/check-files.ts";
import { classify } from "./evidence/classify.ts";
import { enrich } from "./evidence/enrich.ts";
import { ignoreReason } from "./evidence/ignore-rules.ts";
import { matchFiles } from "./mapping/match-files.ts";
import type { Checked } from "./model/admission.ts";
import type { Criteria } from "./model/criteria.ts";
import type { CalendarDate } from "./model/dates.ts";
import type { Diagnostic } from "./model/diagnostic.ts";
import type { Inventory, Listing } from "./model/evidence-file.ts";
import type { Mapping } from "./model/mapping.ts";
import type { Readings } from "./model/reading.ts";
import type { FileResult, Scorecard } from "./model/scorecard.ts";
import type { Assignments, Workspace, WorkspacePapers } from "./model/workspace.ts";
import { type Score, score } from "./scoring/score.ts";
import { unitResults } from "./scoring/unit-results.ts";
import { assignUnits } from "./workspace/assign-units.ts";
import { settledClauses } from "./workspace/settled-clauses.ts";

/** Everything an assessment depends on; the same input always gives the same scorecard. */
export interface AssessmentInput {
  readonly workspace: Workspace;
  readonly criteria: Criteria;
  readonly papers: WorkspacePapers;
  readonly listing: Listing;
  /** Paths that the workspace's `ignore` patterns name. */
  readonly isIgnored: (path: string) => boolean;
  /** What the files say inside; `namesOnly`: nothing was read. */
  readonly readings: Readings;
  readonly asOf: CalendarDate;
}

export interface Assessment {
  readonly scorecard: Scorecard;
  readonly warnings: readonly Diagnostic[];
}

/** Is a listed path evidence at all, and not litter of a system or left out by `ignore`? What is not need not be read. */
export function isEvidence(path: string, isIgnored: AssessmentInput["isIgnored"]): boolean {
  return ignoreReason(path) === undefined && !isIgnored(path);
}

/** The program on one page: who owes what → what is there, and what it says → what it proves → whether it counts → what it scores. */
export function assess(input: AssessmentInput): Assessment {
  const { workspace, criteria, papers, asOf } = input;
  const { assignments, warnings: unassigned } = assignUnits(criteria, workspace, settledClauses(papers));
  const { inventory: named, warnings: unplaced } = classify(input.listing, workspace.units, input.isIgnored);
  const inventory = enrich(named, input.readings);
  const mapping = matchFiles(criteria, assignments, inventory, papers.pins, input.readings);
  const checked = checkFiles(criteria, assignments, mapping, asOf, input.readings, workspace);
  const scored = scoreWorkspace(input, assignments, checked);
  return { scorecard: assemble(input, { inventory, mapping, checked, scored }), warnings: [...unassigned, ...unplaced] };
}

function scoreWorkspace({ workspace, criteria, papers, asOf }: AssessmentInput, assignments: Assignments, checked: Checked): Score {
  const { profiles, units } = workspace;
  const { returns, judgements } = papers;
  return score({ criteria, profiles, units, assignments, admissions: checked.admissions, returns, judgements, asOf });
}

interface Stages {
  readonly inventory: Inventory;
  readonly mapping: Mapping;
  readonly checked: Checked;
  readonly scored: Score;
}

function assemble({ workspace, criteria, papers, asOf }: AssessmentInput, { inventory, mapping, checked, scored }: Stages): Scorecard {
  const files = fileResults(mapping, checked);
  const returned = new Set(papers.returns.map((entry) => entry.unit));
  const units = unitResults({
    units: workspace.units,
    folders: inventory.unitFolders,
    clauses: scored.clauses,
    gaps: scored.gaps,
    files,
    returned,
  });
  const { title, organization, addressee } = workspace;
  return {
    title,
    organization,
    ...(addressee === undefined ? {} : { addressee }),
    criteria,
    asOf,
    units,
    files,
    ignored: mapping.ignored,
    ...scored,
    manualChecks: checked.manual,
    foldersWithoutUnit: inventory.foldersWithoutUnit,
    emptyFolders: inventory.emptyFolders,
  };
}

function fileResults(mapping: Mapping, checked: Checked): readonly FileResult[] {
  const admissions = new Map(mapping.files.map((entry) => [entry.file.path, [] as FileResult["admissions"][number][]]));
  for (const admission of checked.admissions) admissions.get(admission.file.path)?.push(admission);
  return mapping.files.map((entry) => ({
    mapping: entry,
    admissions: admissions.get(entry.file.path) ?? [],
    problems: checked.problems.get(entry.file.path) ?? [],
  }));
}
