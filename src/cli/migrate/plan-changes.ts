import { type Merged, mergeCriteria } from "../../criteria/migrate/merge-criteria.ts";
import { planMigration } from "../../criteria/migrate/plan-migration.ts";
import type { FileChange } from "../../io/change-set.ts";
import { isInside } from "../../io/is-inside.ts";
import { describeDoubt, describeRemoval } from "../../messages/migration-words.ts";
import type { Criteria } from "../../model/criteria.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { ClauseCarry, MigrationPlan, ReferenceCarry, ReferenceKind } from "../../model/migration.ts";
import type { Outcome } from "../../model/outcome.ts";
import { pathPlace, type SourceText } from "../../model/place.ts";
import { migratePaper } from "../../workspace/migrate/migrate-paper.ts";
import { parseJudgements } from "../../workspace/parse-judgements.ts";
import { parsePins } from "../../workspace/parse-pins.ts";
import { parseReturn } from "../../workspace/parse-return.ts";
import { makeUnitDirectory } from "../../workspace/unit-directory.ts";
import { renameAt } from "../../written/edit-at-path.ts";
import { spliced } from "../../written/splice.ts";
import type { Collected } from "../collected.ts";
import type { PaperText, PaperTexts } from "../read-papers.ts";
import { type OpenMigration, pathBelow } from "./open-migration.ts";

/** A change of edition worked out, nothing written yet. */
export interface PlannedChange {
  readonly plan: MigrationPlan;
  readonly merged: Merged;
  readonly references: readonly ReferenceCarry[];
  /** As they would be; those that cannot be written as well, so that the effect can be shown. */
  readonly papers: PaperTexts;
  /** Files to write, yingkao.yaml last. Paths below the root. */
  readonly changes: readonly FileChange[];
  /** Why nothing may be written: papers in the evidence folder that only a person can change. */
  readonly obstacles: readonly Diagnostic[];
}

/** Works the change out in memory; undefined, and reported, when the editions cannot be merged or a paper cannot be made to fit. */
export function planChanges(open: OpenMigration, collected: Collected): PlannedChange | undefined {
  const { old, next, workspace } = open;
  const units = makeUnitDirectory(workspace.units);
  const plan = planMigration(old.criteria, next.criteria, (name) => units.find(name)?.name ?? name);
  const merged = collected.keep(mergeCriteria({ old, next, plan, describe: describeDoubt }));
  if (merged === undefined) return undefined;
  const papers = migratePapers(open, plan, merged.criteria);
  collected.errors.push(...papers.flatMap(({ errors }) => errors));
  const written = papers.filter(({ readOnly, before, text }) => !readOnly && before !== text);
  const pointed = spliced(open.source.text, renameAt(open.source.text, ["criteria"], "value", pathBelow(open.root, open.target)));
  const changes = [
    { path: pathBelow(open.root, open.target), content: merged.text },
    ...written.map(({ paper, text }) => ({ path: pathBelow(open.root, paper.path), content: text })),
    ...(pointed === open.source.text ? [] : [{ path: pathBelow(open.root, open.file), content: pointed }]),
  ];
  return {
    plan,
    merged,
    references: papers.flatMap(({ references }) => references),
    papers: textsOf(papers),
    changes,
    obstacles: papers.flatMap(({ obstacles }) => obstacles),
  };
}

interface PaperResult {
  readonly kind: ReferenceKind;
  readonly paper: PaperText;
  readonly before: string;
  readonly text: string;
  readonly readOnly: boolean;
  readonly references: readonly ReferenceCarry[];
  readonly errors: readonly Diagnostic[];
  readonly obstacles: readonly Diagnostic[];
}

function migratePapers(open: OpenMigration, plan: MigrationPlan, criteria: Criteria): readonly PaperResult[] {
  const { texts } = open;
  const carries = new Map(
    plan.carries.flatMap((carry) => [carry.old.clause.id, ...(carry.old.clause.formerIds ?? [])].map((id) => [id, carry] as const)),
  );
  const all: readonly (readonly [ReferenceKind, PaperText])[] = [
    ...texts.returns.map((paper) => ["return", paper] as const),
    ...(texts.judgements === undefined ? [] : [["judgement", texts.judgements] as const]),
    ...(texts.pins === undefined ? [] : [["pin", texts.pins] as const]),
  ];
  return all.map(([kind, paper]) => migrateOne(open, { kind, paper, carries, criteria }));
}

interface OnePaper {
  readonly kind: ReferenceKind;
  readonly paper: PaperText;
  readonly carries: ReadonlyMap<string, ClauseCarry>;
  readonly criteria: Criteria;
}

function migrateOne(open: OpenMigration, { kind, paper, carries, criteria }: OnePaper): PaperResult {
  const check = (text: string): readonly Diagnostic[] => errorsOf(open, kind, { ...paper.source, text }, criteria);
  const { source } = paper;
  const migrated = migratePaper({ kind, source, carries, check, describe: describeRemoval });
  const before = source.text;
  const shared = { kind, paper, before, errors: migrated.errors };
  const readOnly = isInside(paper.path, open.evidenceRoot);
  if (!readOnly || migrated.text === before)
    return { ...shared, text: migrated.text, readOnly, references: migrated.references, obstacles: [] };
  // Former ids are understood as they stand; only what the new edition refuses must be changed, and not by us.
  const refused = check(before);
  const obstacles = refused.length === 0 ? [] : [...refused, obstacle(source)];
  const references = migrated.references.map((reference): ReferenceCarry => {
    const changed = reference.fate === "renamed" || reference.fate === "removed";
    return changed ? { ...reference, fate: reference.fate === "renamed" && refused.length === 0 ? "same" : "untouchable" } : reference;
  });
  return { ...shared, text: refused.length === 0 ? before : migrated.text, readOnly, references, obstacles };
}

function obstacle({ path }: SourceText): Diagnostic {
  return { severity: "error", place: pathPlace(path), code: "paper-inside-evidence", path };
}

function errorsOf(
  { workspace, lookup }: OpenMigration,
  kind: ReferenceKind,
  source: SourceText,
  criteria: Criteria,
): readonly Diagnostic[] {
  const outcome: Outcome<unknown> =
    kind === "return"
      ? parseReturn(source, criteria, workspace)
      : kind === "judgement"
        ? parseJudgements(source, criteria)
        : parsePins(source, criteria, lookup.matches, lookup.nearestFile);
  return outcome.ok ? [] : outcome.errors;
}

function textsOf(papers: readonly PaperResult[]): PaperTexts {
  const of = (kind: ReferenceKind): readonly PaperText[] =>
    papers.filter((paper) => paper.kind === kind).map(({ paper, text }) => ({ path: paper.path, source: { ...paper.source, text } }));
  const [[judgements], [pins]] = [of("judgement"), of("pin")];
  return { returns: of("return"), ...(judgements === undefined ? {} : { judgements }), ...(pins === undefined ? {} : { pins }) };
}

/** What did not go on, for the folder of the change: clauses that are gone, and what was taken out of papers. */
export function leftoverText({ merged, references }: PlannedChange): string {
  const removed = references.flatMap(({ place, removed: parts }) =>
    parts.map(({ written, why }) => ({ path: place.kind === "path" ? place.path : place.source.path, written, why: describeRemoval(why) })),
  );
  return [
    "# 换版没有带过来的内容，一行不少；原来的文件在旁边的“原件”里。",
    "",
    "# 一、新版没有的条款",
    ...(merged.orphans.length === 0
      ? ["# （没有）"]
      : ["clauses:", ...merged.orphans.flatMap(({ lines }) => lines.map((line) => `  ${line}`))]),
    "",
    "# 二、自评表、人工评定和人工对应里改成注释的内容",
    ...(removed.length === 0
      ? ["# （没有）"]
      : removed.flatMap(({ path, written, why }) => [`# ${path}：${why}`, ...written.split(/\r?\n/u).map((line) => `#   ${line}`)])),
    "",
  ].join("\n");
}
