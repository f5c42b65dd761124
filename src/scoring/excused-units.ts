import type { Gap } from "../model/gap.ts";
import { minPoints, type Points, type PointsRange, subtractPoints, zeroPoints } from "../model/points.ts";
import type { Unit } from "../model/unit.ts";
import type { Applicability } from "./not-applicable.ts";

/** What units that excused themselves from a clause that still applies leave open, until a person confirms it. */
export interface Excuse {
  readonly points: PointsRange;
  readonly gaps: readonly Gap[];
}

/**
 * 部分单位申报不涉及: the low bound is what remains if the declarations are refused. The high bound stays: what a refused
 * unit could still show is not known before it is asked.
 */
export function openExcuses(
  clause: string,
  status: Applicability,
  points: PointsRange,
  ifRefused: PointsRange,
  units: ReadonlyMap<string, Unit>,
): Excuse {
  const low = minPoints(points.low, ifRefused.low);
  const atStake = subtractPoints(points.low, low);
  const gaps = status.declared.map(({ unit, reason }, index): Gap => {
    const share: Points = index === 0 ? atStake : zeroPoints;
    const supervisors = units.get(unit)?.supervisors ?? [];
    return { clause, unit, sharedBy: [unit], state: "awaiting", points: share, supervisors, code: "not-applicable-unconfirmed", reason };
  });
  return { points: { low, high: points.high }, gaps };
}
