import type { Criteria } from "../model/criteria.ts";
import type { Gap } from "../model/gap.ts";
import { exactly, maxOfPoints, type Points, type PointsRange, subtractPoints, zeroPoints } from "../model/points.ts";
import type { ClauseResult } from "../model/scorecard.ts";
import { answeringUnit } from "./context.ts";
import type { Applicability } from "./not-applicable.ts";
import type { Pending } from "./pending.ts";

export type ClauseFrame = Pick<ClauseResult, "clause" | "section" | "field" | "lead" | "cooperating" | "returns" | "claimed">;
type Dropped = Applicability & { readonly ifRefused: PointsRange };

interface OutOfScore {
  readonly result: ClauseResult;
  readonly gaps: readonly Gap[];
  readonly vetoes: readonly [];
  readonly pending?: Pending;
}

/**
 * 合理缺项: out of the denominator, full marks or none, as the 细则 says. Never a gap like missing evidence.
 * Until a person confirms it, the result also covers the case that it is refused.
 */
export function outOfScore(frame: ClauseFrame, status: Dropped, criteria: Criteria): OutOfScore {
  const { clause, section } = frame;
  const counts = criteria.notApplicable !== "renormalize" && section.kind === "standard";
  const result: ClauseResult = {
    ...frame,
    state: "notApplicable",
    maxPoints: counts ? clause.maxPoints : zeroPoints,
    points: counts ? countedPoints(clause.maxPoints, status, criteria) : exactly(zeroPoints),
    bonus: exactly(zeroPoints),
    basis: [],
    requirements: [],
    notApplicable: { reasons: status.declared, confirmed: status.confirmed },
  };
  const open = !status.confirmed && !counts && section.kind === "standard";
  const pending = open ? { pending: { field: frame.field.id, maxPoints: clause.maxPoints, points: status.ifRefused } } : {};
  return { result, vetoes: [], gaps: gapsOf(result, status), ...pending };
}

function countedPoints(full: Points, status: Dropped, criteria: Criteria): PointsRange {
  const settled = criteria.notApplicable === "full" ? full : zeroPoints;
  if (status.confirmed) return exactly(settled);
  const { low, high } = status.ifRefused;
  return criteria.notApplicable === "full" ? { low, high: full } : { low: zeroPoints, high: maxOfPoints(zeroPoints, high) };
}

function gapsOf(result: ClauseResult, status: Dropped): readonly Gap[] {
  const unit = status.declared[0]?.unit ?? answeringUnit({ assignment: { ...result, clause: result.clause.id } });
  const reason = status.declared[0]?.reason ?? "";
  const base = { clause: result.clause.id, unit, sharedBy: [unit], supervisors: [] };
  const lost = subtractPoints(result.maxPoints, result.points.high);
  const open = subtractPoints(result.points.high, result.points.low);
  const gaps: Gap[] = [];
  if (lost > 0) gaps.push({ ...base, state: "lost", points: lost, code: "not-applicable-zero", reason });
  if (!status.confirmed) gaps.push({ ...base, state: "awaiting", points: open, code: "not-applicable-unconfirmed", reason });
  return gaps;
}
