import type { Scorecard } from "../../model/scorecard.ts";
import { assess, isEvidence } from "../../pipeline.ts";
import type { Collected } from "../collected.ts";
import type { CommonOptions, Environment } from "../environment.ts";
import { gatherEvidence } from "../gather-evidence.ts";
import { readAsOf } from "../locate-workspace.ts";
import { parsePapers } from "../read-papers.ts";
import type { OpenMigration } from "./open-migration.ts";
import type { PlannedChange } from "./plan-changes.ts";

export interface BothAssessed {
  readonly before: Scorecard;
  readonly after: Scorecard;
}

/**
 * The workspace as it stands and as it would stand, over the same files, read once, and the same day. undefined, and reported,
 * when the papers do not hold. Warnings of the evidence are left to check and build.
 */
export async function assessBoth(
  open: OpenMigration,
  change: PlannedChange,
  options: CommonOptions,
  environment: Environment,
  collected: Collected,
): Promise<BothAssessed | undefined> {
  const asOfOption = collected.keep(readAsOf(options.asOf));
  const { workspace, root, evidenceRoot, listing, lookup } = open;
  const oldPapers = parsePapers(open.texts, open.old.criteria, workspace, lookup, collected);
  const newPapers = parsePapers(change.papers, change.merged.criteria, workspace, lookup, collected);
  if (collected.errors.length > 0) return undefined;
  const ignored = new Set(workspace.ignore.flatMap(lookup.matches));
  const isIgnored = (path: string): boolean => ignored.has(path);
  const toRead = { root, evidenceRoot, ocr: workspace.ocr, listing, isEvidence: (path: string) => isEvidence(path, isIgnored) };
  const read = await gatherEvidence(toRead, options, environment);
  const asOf = asOfOption ?? workspace.asOf ?? environment.today();
  const shared = { workspace, listing: read.listing, readings: read.readings, isIgnored, asOf };
  return {
    before: assess({ ...shared, criteria: open.old.criteria, papers: oldPapers }).scorecard,
    after: assess({ ...shared, criteria: change.merged.criteria, papers: newPapers }).scorecard,
  };
}
