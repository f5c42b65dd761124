import { foldText } from "../../model/chinese-text.ts";
import { addPoints, maxOfPoints, type Points, parsePoints, zeroPoints } from "../../model/points.ts";

/** What a clause may be worth by the amounts in its text: the dearest of them (bands of one figure), or all together (several tasks). */
export function proseChoices(text: string): readonly Points[] {
  const amounts = [...foldText(text).matchAll(/(?:得|计|记|满分)\s*(\d+(?:\.\d+)?)\s*分/gu)].flatMap(
    (match) => parsePoints(match[1] ?? "") ?? [],
  );
  if (amounts.length === 0) return [];
  return [...new Set([amounts.reduce(maxOfPoints, zeroPoints), addPoints(...amounts)])];
}

/** The most that a bonus text gives once: 国家级加3分、省级加2分 → 3; undefined when it names no amount. */
export function dearestBonus(text: string): Points | undefined {
  const flat = foldText(text);
  const amounts = [...flat.matchAll(/(?:加|奖励?|得|计)\s*(\d+(?:\.\d+)?)\s*分/gu), ...flat.matchAll(/分别[加奖]([\d.]+)\s*分/gu)];
  const read = amounts.flatMap((match) => parsePoints(match[1] ?? "") ?? []);
  return read.length === 0 ? undefined : read.reduce(maxOfPoints, zeroPoints);
}
