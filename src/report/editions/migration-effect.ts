import { describeClauseChange } from "../../messages/edition-words.ts";
import { fateWords, readingWords } from "../../messages/migration-words.ts";
import type { MigrationPlan, ReferenceCarry } from "../../model/migration.ts";
import type { Points, PointsRange } from "../../model/points.ts";
import type { ClauseResult, Scorecard } from "../../model/scorecard.ts";

/** What one side of a comparison has: 分值, and 得分 from low to high; both in 分. */
export interface Standing {
  readonly maxPoints: Points;
  readonly points: PointsRange;
}

export interface UnitEffect {
  readonly unit: string;
  readonly before: Standing;
  readonly after: Standing;
}

export interface ClauseEffect {
  readonly id: string;
  readonly title: string;
  /** undefined: the edition has no such clause. */
  readonly before?: Standing;
  readonly after?: Standing;
  /** Why they differ, as phrases. */
  readonly reasons: readonly string[];
}

/** 换版对得分的影响: two assessments of one workspace, side by side. */
export interface MigrationEffect {
  readonly total: { readonly before: Standing; readonly after: Standing };
  readonly units: readonly UnitEffect[];
  /** Only clauses that differ, in the order of the new edition, those that are gone last. */
  readonly clauses: readonly ClauseEffect[];
}

/** Nothing is calculated here but whether two results differ. */
export function migrationEffect(
  before: Scorecard,
  after: Scorecard,
  plan: MigrationPlan,
  references: readonly ReferenceCarry[],
): MigrationEffect {
  const results = new Map(before.clauses.map((result) => [result.clause.id, result]));
  const merges = new Map(plan.merges.map((merge) => [merge.id, merge]));
  const clauses = after.clauses.map((result): ClauseEffect => {
    const merge = merges.get(result.clause.id);
    const first = merge?.from[0];
    const known = first?.to[0] === result.clause.id ? results.get(first.old.clause.id) : undefined;
    const own = references.filter(({ to, fate }) => to.includes(result.clause.id) && (fate === "removed" || fate === "untouchable"));
    const reasons =
      merge === undefined || merge.from.length === 0
        ? ["新增条款"]
        : [
            ...(known === undefined ? [`由${first?.old.clause.id ?? ""}拆出`] : []),
            ...(merge.from.length > 1
              ? [
                  `并入了${merge.from
                    .slice(1)
                    .map(({ old }) => old.clause.id)
                    .join("、")}`,
                ]
              : []),
            ...(merge.reading === "new" ? [readingWords.new] : []),
            ...merge.from.flatMap(({ changes }) => changes.filter(({ code }) => code === "re-pointed").map(describeClauseChange)),
            ...(own.length === 0 ? [] : [`${String(own.length)}处填报或者对应${fateWords.removed}`]),
          ];
    const { id, title } = result.clause;
    return { id, title, ...(known === undefined ? {} : { before: standing(known) }), after: standing(result), reasons };
  });
  const gone = plan.carries.flatMap(({ old, outcome, to }): readonly ClauseEffect[] => {
    const known = results.get(old.clause.id);
    if (known === undefined || (outcome !== "orphaned" && to[0] === old.clause.id)) return [];
    const reasons = [outcome === "orphaned" ? "条款已删去" : `并入${to[0] ?? ""}`];
    return [{ id: old.clause.id, title: old.clause.title, before: standing(known), reasons }];
  });
  return {
    total: { before: totalOf(before), after: totalOf(after) },
    units: unitEffects(before, after),
    clauses: [...clauses, ...gone].filter(differs).map(explained),
  };
}

function unitEffects(before: Scorecard, after: Scorecard): readonly UnitEffect[] {
  const results = new Map(before.units.map((result) => [result.unit.name, result]));
  return after.units.flatMap((result): readonly UnitEffect[] => {
    const known = results.get(result.unit.name);
    return known === undefined ? [] : [{ unit: result.unit.name, before: known, after: result }];
  });
}

function totalOf({ total }: Scorecard): Standing {
  return { maxPoints: total.applicable, points: total.final };
}

/** A bonus clause stands with what it brings. */
function standing({ maxPoints, points, bonus, section }: ClauseResult): Standing {
  return { maxPoints, points: section.kind === "bonus" ? bonus : points };
}

export function differs({ before, after }: Pick<ClauseEffect, "before" | "after">): boolean {
  if (before === undefined || after === undefined) return true;
  return before.maxPoints !== after.maxPoints || before.points.low !== after.points.low || before.points.high !== after.points.high;
}

function explained(effect: ClauseEffect): ClauseEffect {
  return effect.reasons.length > 0 ? effect : { ...effect, reasons: ["原文和读法没有变，材料对应的条款或者考核年度变了"] };
}
