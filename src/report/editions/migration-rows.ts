import { positionOf } from "../../messages/code-frame.ts";
import { describeClauseChange } from "../../messages/edition-words.ts";
import { describeDoubt, describeRemoval, fateWords, outcomeWords, readingWords, referenceWords } from "../../messages/migration-words.ts";
import type { Criteria } from "../../model/criteria.ts";
import type { CalendarDate } from "../../model/dates.ts";
import type { FrameChange } from "../../model/edition-diff.ts";
import type { ClauseCarry, MigrationPlan, ReferenceCarry } from "../../model/migration.ts";
import type { Place } from "../../model/place.ts";
import { formatPoints } from "../../model/points.ts";
import type { MigrationEffect } from "./migration-effect.ts";

/** 换版: everything that the terminal, the documents and the JSON tell of it. */
export interface MigrationReport {
  readonly old: Criteria;
  readonly new: Criteria;
  readonly plan: MigrationPlan;
  /** What changes outside the clauses, once what only the old file says is carried over. */
  readonly frame: readonly FrameChange[];
  readonly references: readonly ReferenceCarry[];
  readonly effect: MigrationEffect;
  readonly on: CalendarDate;
}

/** One clause of either edition and what becomes of it, for terminal, paper and sheet alike. */
export interface CarryRow {
  readonly kind: "沿用" | "待核对" | "无处可归" | "新增";
  readonly old: string;
  readonly new: string;
  /** 规则2条、材料1项…… */
  readonly carried: string;
  readonly details: readonly string[];
  readonly place: string;
}

/** Every clause of the old edition in its order, then the new ones. */
export function carryRows({ plan }: MigrationReport): readonly CarryRow[] {
  const merges = new Map(plan.merges.map((merge) => [merge.id, merge]));
  const lineOf = (id: string): string => {
    const clause = merges.get(id)?.new.clause;
    return clause === undefined ? id : line({ ...clause, id });
  };
  const carried = plan.carries.map(
    (carry): CarryRow => ({
      kind: outcomeWords[carry.outcome],
      old: line(carry.old.clause),
      new: carry.to.map(lineOf).join("、"),
      carried: carriedWords(carry),
      details: detailsOf(carry),
      place: placeText(carry.old.clause.place),
    }),
  );
  const added = plan.merges.filter(({ from }) => from.length === 0);
  return [
    ...carried,
    ...added.map(
      ({ id, new: { clause } }): CarryRow => ({
        kind: "新增",
        old: "",
        new: line({ ...clause, id }),
        carried: "",
        details: [`用新稿的读法：${countWords(clause)}`],
        place: placeText(clause.place),
      }),
    ),
  ];
}

type Counted = Pick<ClauseCarry["old"]["clause"], "rules" | "evidence" | "inputs">;

function line({ id, label, title, maxPoints }: Pick<ClauseCarry["old"]["clause"], "id" | "label" | "title" | "maxPoints">): string {
  return `${id} ${label}${title}（${formatPoints(maxPoints)}分）`;
}

function carriedWords(carry: ClauseCarry): string {
  if (carry.outcome === "orphaned") return `${countWords(carry.old.clause)}，移到迁移文件夹`;
  if (carry.reading === "new") return `${readingWords.new}；原来的${countWords(carry.old.clause)}写在注释里`;
  return countWords(carry.old.clause);
}

function countWords({ rules, evidence, inputs }: Counted): string {
  const parts = [
    [rules.length, "规则", "条"],
    [evidence.length, "材料", "项"],
    [inputs.length, "事实", "项"],
  ] as const;
  const words = parts.flatMap(([count, name, measure]) => (count === 0 ? [] : [`${name}${String(count)}${measure}`]));
  return words.length === 0 ? "没有规则和材料" : words.join("、");
}

function detailsOf(carry: ClauseCarry): readonly string[] {
  const said = carry.doubts.some(({ code }) => code === "points-misfit");
  const changes = carry.changes.filter(({ code }) => !(said && code === "re-pointed"));
  return [...carry.doubts.map(describeDoubt), ...changes.map(describeClauseChange)];
}

/** One pin, statement or judgement, and what becomes of it. */
export interface ReferenceRow {
  readonly kind: string;
  readonly place: string;
  readonly about: string;
  readonly clauses: string;
  readonly fate: string;
  readonly details: readonly string[];
  /** A person must look. */
  readonly open: boolean;
}

export function referenceRows({ references }: MigrationReport): readonly ReferenceRow[] {
  return references.map(({ kind, place, about, clause, to, fate, review, removed }) => ({
    kind: referenceWords[kind],
    place: placeText(place),
    about: kind === "pin" ? about : "",
    clauses: to.length === 0 || (to.length === 1 && to[0] === clause) ? clause : `${clause} → ${to.join("、")}`,
    fate: fateWords[fate],
    details: removed.map(({ written, why }) => `${written.replace(/\s*\n\s*/gu, " ⏎ ")}（${describeRemoval(why)}）`),
    open: review,
  }));
}

/** returns/区教育局.yaml:12. */
export function placeText(place: Place): string {
  return place.kind === "path" ? place.path : `${place.source.path}:${String(positionOf(place).line)}`;
}

/** 沿用8条，待核对3条，无处可归1条，新增2条. */
export function migrationSummary(report: MigrationReport): string {
  const rows = carryRows(report);
  const counts = (["沿用", "待核对", "无处可归", "新增"] as const).map(
    (kind) => [kind, rows.filter((row) => row.kind === kind).length] as const,
  );
  return counts.flatMap(([kind, count]) => (count === 0 ? [] : [`${kind}${String(count)}条`])).join("，");
}

/** Is there anything that a person must look at? */
export function needsReview({ plan, references }: MigrationReport): boolean {
  return plan.carries.some(({ outcome }) => outcome !== "kept") || references.some(({ review }) => review);
}
