import type { Gap } from "../model/gap.ts";
import { formatPoints, formatRange, isDecided, type Points, type PointsRange, subtractPoints, zeroPoints } from "../model/points.ts";
import type { GroupResult } from "../model/scorecard.ts";

/** Why points are open: 含未到期事项 when nothing but time decides, else 待人工评定. `gaps`: all of what the points belong to. */
export function openWords(gaps: readonly Gap[]): "含未到期事项" | "待人工评定" {
  const open = gaps.filter(({ state, code }) => state !== "lost" && code !== "claim-exceeds");
  return open.length > 0 && open.every(({ state }) => state === "upcoming") ? "含未到期事项" : "待人工评定";
}

/** "11分" or "10.5—11分（待人工评定）". */
export function pointsWords(range: PointsRange, gaps: readonly Gap[]): string {
  return isDecided(range) ? `${formatPoints(range.low)}分` : `${formatRange(range)}分（${openWords(gaps)}）`;
}

/** Inside brackets, where no second bracket may stand: "10.5—11分，待人工评定". */
export function pointsWordsFlat(range: PointsRange, gaps: readonly Gap[]): string {
  return isDecided(range) ? `${formatPoints(range.low)}分` : `${formatRange(range)}分，${openWords(gaps)}`;
}

/** 扣分: what is lost for certain. */
export function lostOf(group: GroupResult): Points {
  return subtractPoints(group.applicable, group.points.high);
}

/** 待定分: the distance between the bounds. */
export function awaitingOf(range: PointsRange): Points {
  return subtractPoints(range.high, range.low);
}

/**
 * 得分率 as a number from 0 to 1 with three decimals, of the given points; undefined when nothing can be earned.
 * Never rounded up to full marks.
 */
export function rateOf(points: Points, full: Points): number | undefined {
  if (full === zeroPoints) return undefined;
  const permille = Math.round((points * 1000) / full);
  return (permille >= 1000 && points < full ? 999 : permille) / 1000;
}

/** "91.7%", "87.5%—91.7%"; "—" when nothing can be earned. */
export function rateWords(points: PointsRange, full: Points): string {
  const [low, high] = [rateOf(points.low, full), rateOf(points.high, full)];
  if (low === undefined || high === undefined) return "—";
  return isDecided(points) ? percent(low) : `${percent(low)}—${percent(high)}`;
}

function percent(rate: number): string {
  const permille = Math.round(rate * 1000);
  const size = Math.abs(permille);
  const tenth = size % 10;
  return `${permille < 0 ? "-" : ""}${String(Math.trunc(size / 10))}${tenth === 0 ? "" : `.${String(tenth)}`}%`;
}
