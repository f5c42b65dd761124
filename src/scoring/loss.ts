import type { CalendarDate } from "../model/dates.ts";
import type { GapCause, GapState } from "../model/gap.ts";
import { addPoints, clampPoints, minPoints, type Points, subtractPoints, zeroPoints } from "../model/points.ts";

/** What one rule takes (or an award rule withholds) for one cause, before any cap. Never negative. */
export interface LossItem {
  readonly unit: string;
  /** The units that owe it together, when there are several. */
  readonly sharedBy?: readonly string[];
  readonly cause: GapCause;
  readonly state: GapState;
  readonly points: Points;
  readonly due?: CalendarDate;
}

const order = { lost: 0, awaiting: 1, upcoming: 2 } as const satisfies Record<GapState, number>;

/** lost before awaiting before upcoming: a cap is used up by what is certain first. Stable otherwise. */
export function byCertainty<Item extends LossItem>(items: readonly Item[]): readonly Item[] {
  return [...items].sort((a, b) => order[a.state] - order[b.state]);
}

/** 扣完为止: gives every item its points until the cap is used up; later items keep what is left, at last 0. */
export function capItems<Item extends LossItem>(items: readonly Item[], cap: Points): readonly Item[] {
  let left = cap;
  return byCertainty(items).map((item) => {
    const points = clampPoints(item.points, zeroPoints, left);
    left = subtractPoints(left, points);
    return { ...item, points };
  });
}

export function sumLost(items: readonly LossItem[]): Points {
  return addPoints(...items.filter((item) => item.state === "lost").map((item) => item.points));
}

export function sumAll(items: readonly LossItem[]): Points {
  return addPoints(...items.map((item) => item.points));
}

/** 就高不就低: what the dearer of two alternatives costs beyond the other. */
export function atMost(items: readonly LossItem[], lostLimit: Points, allLimit: Points): readonly LossItem[] {
  const lost = capItems(
    items.filter((item) => item.state === "lost"),
    lostLimit,
  );
  const rest = capItems(
    items.filter((item) => item.state !== "lost"),
    subtractPoints(allLimit, minPoints(sumAll(lost), allLimit)),
  );
  return [...lost, ...rest];
}
