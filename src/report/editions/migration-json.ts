import { describeFrameChange } from "../../messages/edition-words.ts";
import { describeDoubt, describeRemoval } from "../../messages/migration-words.ts";
import { pointsToNumber } from "../../model/points.ts";
import type { Standing } from "./migration-effect.ts";
import { type MigrationReport, needsReview, placeText } from "./migration-rows.ts";

/** The change of edition for scripts: points as decimal numbers of 分. */
export function migrationJson(report: MigrationReport): unknown {
  const { plan, references, effect } = report;
  return {
    schema: 1,
    needsReview: needsReview(report),
    frame: report.frame.map((change) => ({ code: change.code, message: describeFrameChange(change) })),
    clauses: plan.carries.map((carry) => ({
      outcome: carry.outcome,
      old: carry.old.clause.id,
      new: carry.to,
      title: carry.old.clause.title,
      at: placeText(carry.old.clause.place),
      reading: carry.outcome === "orphaned" ? null : carry.reading,
      doubts: carry.doubts.map((doubt) => ({ code: doubt.code, message: describeDoubt(doubt) })),
    })),
    added: plan.merges.filter(({ from }) => from.length === 0).map(({ id, new: { clause } }) => ({ id, title: clause.title })),
    references: references.map(({ kind, fate, place, clause, to, about, review, removed }) => ({
      kind,
      fate,
      at: placeText(place),
      clause,
      new: to,
      about,
      review,
      removed: removed.map(({ written, why }) => ({ written, code: why.code, message: describeRemoval(why) })),
    })),
    total: { before: standingJson(effect.total.before), after: standingJson(effect.total.after) },
    units: effect.units.map(({ unit, before, after }) => ({ unit, before: standingJson(before), after: standingJson(after) })),
    differences: effect.clauses.map(({ id, title, before, after, reasons }) => ({
      id,
      title,
      before: standingJson(before),
      after: standingJson(after),
      reasons,
    })),
  };
}

function standingJson(standing: Standing | undefined): unknown {
  if (standing === undefined) return null;
  const { maxPoints, points } = standing;
  return { maxPoints: pointsToNumber(maxPoints), low: pointsToNumber(points.low), high: pointsToNumber(points.high) };
}
