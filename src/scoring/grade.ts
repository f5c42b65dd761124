import type { GradeBand } from "../model/criteria.ts";
import type { Points } from "../model/points.ts";

/** 等次: the highest band whose bound holds; 以上包括本数 unless the band says otherwise. Bands stand highest first. */
export function gradeOf(bands: readonly GradeBand[], points: Points): GradeBand | undefined {
  return bands.find((band) => (band.minIncluded ? points >= band.min : points > band.min));
}

/** 等次封顶: a veto allows at most the named band; a band already lower stays. */
export function cappedGrade(bands: readonly GradeBand[], grade: GradeBand | undefined, caps: readonly string[]): GradeBand | undefined {
  const place = (band: GradeBand | undefined): number => (band === undefined ? bands.length : bands.indexOf(band));
  const lowest = caps.map((name) => bands.findIndex((band) => band.name === name)).reduce((worst, at) => Math.max(worst, at), -1);
  return lowest > place(grade) ? bands[lowest] : grade;
}
