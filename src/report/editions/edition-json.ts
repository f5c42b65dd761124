import { describeClauseChange, describeFrameChange } from "../../messages/edition-words.ts";
import type { ClauseChange, EditionDiff, FrameChange, PlacedClause } from "../../model/edition-diff.ts";
import { type Points, pointsToNumber } from "../../model/points.ts";

/** The comparison for scripts: points as decimal numbers of 分. */
export function editionJson(diff: EditionDiff): unknown {
  return {
    schema: 1,
    frame: diff.frame.map((change) => ({ ...plainPoints(change), message: describeFrameChange(change) })),
    clauses: diff.matches.map(({ kind, old, new: next, confidence, doubtful, rivals, changes }) => ({
      kind,
      old: old.map(placedJson),
      new: next.map(placedJson),
      confidence,
      doubtful,
      rivals,
      changes: changes.map((change) => ({ ...plainPoints(change), message: describeClauseChange(change) })),
    })),
    added: diff.added.map(placedJson),
    removed: diff.removed.map(placedJson),
  };
}

function placedJson({ clause, section }: PlacedClause): unknown {
  return { id: clause.id, label: clause.label, title: clause.title, section: section.id, maxPoints: pointsToNumber(clause.maxPoints) };
}

function plainPoints(change: ClauseChange | FrameChange): object {
  switch (change.code) {
    case "re-pointed":
    case "section-points":
      return { ...change, from: pointsToNumber(change.from), to: pointsToNumber(change.to) };
    case "total":
    case "bonus-cap":
      return { ...change, from: optional(change.from), to: optional(change.to) };
    case "section-added":
    case "section-removed":
      return { ...change, points: pointsToNumber(change.points) };
    case "not-printed":
    case "title":
    case "issuer":
    case "edition":
    case "period":
    case "not-applicable":
    case "no-evidence":
    case "grades":
    case "moved":
    case "renumbered":
    case "re-worded":
    case "responsibility":
    case "verification":
      return change;
  }
}

function optional(points: Points | undefined): number | null {
  return points === undefined ? null : pointsToNumber(points);
}
