import { relative, resolve, sep } from "node:path";
import { isInside } from "../../io/is-inside.ts";
import { type KeptDocument, type OutputFolder, openOutput } from "../../io/output-folder.ts";
import { displayPath } from "../../io/read-text.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { pathPlace } from "../../model/place.ts";
import { composeAll, type PlannedDocument } from "../../report/compose-all.ts";
import type { Scope } from "../../report/scope.ts";
import { complainAll, mentionLint, refuseInput } from "../complain.ts";
import type { BuildOptions, Environment } from "../environment.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { type LoadedAssessment, loadAssessment } from "../load-assessment.ts";
import { loadShells, type Shells } from "../load-shells.ts";
import { printBuild, type WrittenDocuments } from "../print/print-build.ts";
import { progress } from "../progress.ts";
import { renderDocument } from "../render-document.ts";
import { chooseScope } from "../scope.ts";
import { verdictOf } from "../verdict.ts";

/** `build`: everything is composed from one scorecard, rendered and written one document at a time. */
export async function buildCommand(options: BuildOptions, environment: Environment): Promise<ExitCode> {
  const loaded = await loadAssessment(options, environment);
  if (!loaded.ok) return refuseInput(loaded.errors, loaded.warnings, environment, options.json);
  const { value } = loaded;
  const choice = chooseScope(options, value.scorecard);
  if (!choice.ok) return refuseInput([choice.error], [], environment, options.json);
  const shells = loadShells(value, environment);
  if (!shells.ok) return refuseInput(shells.errors, [], environment, options.json);
  const output = resolve(environment.cwd, options.out ?? resolve(value.root, value.workspace.output));
  const refused = insideEvidence(output, value.evidenceRoot, environment);
  if (refused !== undefined) return refuseInput([refused], [], environment, options.json);
  if (options.quiet !== true && options.json !== true) {
    complainAll(loaded.warnings, environment);
    mentionLint(value.lintRemarks, value.workspace.criteria, environment);
  }
  const written = await writeAll(value, choice.scope, { output, shells: shells.value, options, environment });
  const verdict = verdictOf(value.scorecard.gaps, value.scorecard.files);
  printBuild({ assessment: value, output, written, scope: choice.scope, options, environment });
  return options.strict === true ? verdict : exitCodes.ready;
}

interface WriteInput {
  readonly output: string;
  readonly shells: Shells;
  readonly options: BuildOptions;
  readonly environment: Environment;
}

async function writeAll(
  assessment: LoadedAssessment,
  scope: Scope | undefined,
  { output, shells, options, environment }: WriteInput,
): Promise<WrittenDocuments> {
  const evidenceBase = relative(output, assessment.evidenceRoot).replaceAll(sep, "/");
  const plan = composeAll(assessment.scorecard, { evidenceBase, ...(scope === undefined ? {} : { scope }) });
  const folder = await openOutput(output);
  const line = progress(environment, options);
  const kept: KeptDocument[] = [];
  for (const [index, document] of [...plan].sort((a, b) => rank(a) - rank(b)).entries()) {
    environment.signal.throwIfAborted();
    line.show(`正在生成 ${String(index + 1)}/${String(plan.length)}：${document.path}`);
    const moved = await writeOne(document, folder, shells, assessment);
    if (moved !== undefined) kept.push(moved);
  }
  line.end();
  await folder.close();
  return { paths: plan.map((document) => document.path), kept };
}

function rank({ large }: PlannedDocument): number {
  return large === true ? 0 : 1;
}

async function writeOne(
  document: PlannedDocument,
  folder: OutputFolder,
  shells: Shells,
  { workspace }: LoadedAssessment,
): Promise<KeptDocument | undefined> {
  return folder.write(document.path, await renderDocument(document.compose(), shells, workspace.fonts));
}

/** Nothing is ever written below the evidence folder, however the path is spelled or linked. */
function insideEvidence(output: string, evidenceRoot: string, environment: Environment): Diagnostic | undefined {
  if (!isInside(output, evidenceRoot)) return undefined;
  const [shownOutput, shownEvidence] = [displayPath(output, environment.cwd), displayPath(evidenceRoot, environment.cwd)];
  return { severity: "error", place: pathPlace(shownOutput), code: "output-inside-evidence", output: shownOutput, evidence: shownEvidence };
}
