import { addPoints, type Points, type PointsRange, scalePoints } from "../model/points.ts";

/** A clause declared 不涉及 that nobody has confirmed: what it would bring if it had to be counted after all. */
export interface Pending {
  readonly field: string;
  readonly maxPoints: Points;
  readonly points: PointsRange;
}

interface Part {
  readonly points: Points;
  readonly max: Points;
}

/**
 * 得分÷应得分×满分, over every way in which the pending declarations may be settled. A clause joins the low bound when it
 * scores worse than the rest, the high bound when it scores better; taken in that order, each bound is the extreme.
 */
export function rescale(
  points: PointsRange,
  applicable: Points,
  full: Points,
  precision: Points,
  pending: readonly Pending[] = [],
): PointsRange {
  const parts = (end: "low" | "high"): readonly Part[] => pending.map((clause) => ({ points: clause.points[end], max: clause.maxPoints }));
  const scaled = ({ points: sum, max }: Part): Points => (max === full ? sum : scalePoints(sum, full, max, precision));
  return {
    low: scaled(extreme({ points: points.low, max: applicable }, parts("low"), (part, rest) => worse(part, rest))),
    high: scaled(extreme({ points: points.high, max: applicable }, parts("high"), (part, rest) => worse(rest, part))),
  };
}

function extreme(sum: Part, parts: readonly Part[], joins: (part: Part, rest: Part) => boolean): Part {
  const ordered = [...parts].sort((a, b) => (joins(a, b) ? -1 : joins(b, a) ? 1 : 0));
  return ordered.reduce(
    (rest, part) => (joins(part, rest) ? { points: addPoints(rest.points, part.points), max: addPoints(rest.max, part.max) } : rest),
    sum,
  );
}

/** a's rate is below b's; compared crosswise, so that nothing is divided. A group without points counts as rate zero. */
function worse(a: Part, b: Part): boolean {
  if (a.max === 0 || b.max === 0) return a.max === 0 && b.points > 0;
  return a.points * b.max < b.points * a.max;
}
