import type { Scorecard } from "../model/scorecard.ts";
import type { PaperDocument } from "./blocks.ts";
import { composeCatalogue } from "./catalogue.ts";
import { composeChecklist } from "./checklist.ts";
import { composeGapPaper, composeGapWorkbook } from "./gap-list.ts";
import { distinctNames } from "./output-paths.ts";
import type { Scope } from "./scope.ts";
import { type JsonEntry, scorecardEntries } from "./scorecard-json.ts";
import { composeScoringExplanation } from "./scoring-explanation.ts";
import { composeSelfInspectionReport } from "./self-inspection-report.ts";
import { composeSummary } from "./summary.ts";
import type { Workbook } from "./workbook.ts";

export type ComposedDocument =
  | { readonly kind: "paper"; readonly document: PaperDocument }
  | { readonly kind: "workbook"; readonly workbook: Workbook }
  | { readonly kind: "json"; readonly entries: readonly JsonEntry[] };

/** A document that will be written: composed only when asked for, so that one at a time is in memory. */
export interface PlannedDocument {
  /** Relative to the output folder, "/" between. */
  readonly path: string;
  readonly compose: () => ComposedDocument;
  /** Holds every file of the district: made first, before the others leave their garbage in memory. */
  readonly large?: true;
}

export interface PlanOptions {
  /** The evidence folder as seen from the output folder (../evidence), or absolute when on another drive. */
  readonly evidenceBase: string;
  /** Only this scope's documents; without it the district's, every field's and every unit's. */
  readonly scope?: Scope;
}

/** Every document of a build with its path, in the order in which a reader finds them. */
export function composeAll(scorecard: Scorecard, { evidenceBase, scope }: PlanOptions): readonly PlannedDocument[] {
  const folders = scopeFolders(scorecard).filter((entry) => scope === undefined || sameScope(entry.scope, scope));
  const perScope = folders.flatMap(({ scope: one, folder }) => scopeDocuments(scorecard, one, folder, fromBelow(evidenceBase, folder)));
  return scope === undefined ? [...perScope, ...districtDocuments(scorecard, evidenceBase)] : perScope;
}

interface ScopeFolder {
  readonly scope: Scope;
  readonly folder: string;
}

function scopeFolders({ fields, units }: Scorecard): readonly ScopeFolder[] {
  const fieldNames = distinctNames(fields.map(({ field }) => field.name));
  const unitNames = distinctNames(units.map(({ unit }) => unit.name));
  return [
    { scope: { kind: "district" }, folder: "全区" },
    ...fields.map(
      ({ field }, index): ScopeFolder => ({ scope: { kind: "field", field: field.id }, folder: `领域/${fieldNames[index] ?? field.id}` }),
    ),
    ...units.map(
      ({ unit }, index): ScopeFolder => ({ scope: { kind: "unit", unit: unit.name }, folder: `单位/${unitNames[index] ?? ""}` }),
    ),
  ];
}

function sameScope(a: Scope, b: Scope): boolean {
  if (a.kind === "field") return b.kind === "field" && a.field === b.field;
  if (a.kind === "unit") return b.kind === "unit" && a.unit === b.unit;
  return b.kind === "district";
}

function scopeDocuments(scorecard: Scorecard, scope: Scope, folder: string, evidenceBase: string): readonly PlannedDocument[] {
  return [
    paper(`${folder}/自查报告.docx`, () => composeSelfInspectionReport(scorecard, scope)),
    ...pair(`${folder}/对照自查评分说明`, () => composeScoringExplanation(scorecard, scope, evidenceBase)),
    paper(`${folder}/缺项清单.docx`, () => composeGapPaper(scorecard, scope, evidenceBase)),
    workbook(`${folder}/缺项清单.xlsx`, () => composeGapWorkbook(scorecard, scope, evidenceBase)),
    ...(scope.kind === "unit" ? pair(`${folder}/材料清单`, () => composeChecklist(scorecard, scope.unit)) : []),
  ];
}

function districtDocuments(scorecard: Scorecard, evidenceBase: string): readonly PlannedDocument[] {
  return [
    workbook("得分汇总.xlsx", () => composeSummary(scorecard)),
    { ...workbook("佐证材料目录.xlsx", () => composeCatalogue(scorecard, evidenceBase)), large: true },
    { path: "scorecard.json", compose: () => ({ kind: "json", entries: scorecardEntries(scorecard) }), large: true },
  ];
}

function workbook(path: string, compose: () => Workbook): PlannedDocument {
  return { path, compose: () => ({ kind: "workbook", workbook: compose() }) };
}

function paper(path: string, compose: () => PaperDocument): PlannedDocument {
  return { path, compose: () => ({ kind: "paper", document: compose() }) };
}

function pair(path: string, compose: () => { readonly paper: PaperDocument; readonly workbook: Workbook }): readonly PlannedDocument[] {
  return [paper(`${path}.docx`, () => compose().paper), workbook(`${path}.xlsx`, () => compose().workbook)];
}

/** The evidence folder as seen from a folder below the output folder. */
function fromBelow(evidenceBase: string, folder: string): string {
  if (/^(?:\/|[A-Za-z]:|[a-z]+:)/.test(evidenceBase)) return evidenceBase;
  const up = "../".repeat(folder.split("/").length);
  return evidenceBase === "" || evidenceBase === "." ? up.slice(0, -1) : `${up}${evidenceBase}`;
}
