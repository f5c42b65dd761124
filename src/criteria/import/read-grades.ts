import { foldText } from "../../model/chinese-text.ts";
import { type Points, parsePoints, zeroPoints } from "../../model/points.ts";
import type { DraftBand } from "./draft.ts";

const name =
  "(优秀|优良|良好|较好|一般|合格|基本合格|不合格|达标|基本达标|不达标|优|良|中|差|好|先进|[A-E甲乙丙丁]级|[A-E]等|[一二三四]等)";
const amount = "(\\d{1,4}(?:\\.\\d+)?)\\s*分?";
const lower = `${amount}\\s*(\\((?:不?含)[^)]*\\))?\\s*(及?以上|以上\\(含[^)]*\\)|至|到|—+|-+|~|~)?`;

/** Grade bands of a text: 90分以上为优秀，80分以上90分以下为良好…; undefined when it holds none. Highest first. */
export function readGrades(text: string): readonly DraftBand[] | undefined {
  const flat = foldText(text)
    .replace(/\s+/gu, "")
    .replace(/\([^)]*本数[^)]*\)/gu, "");
  if (!/等次|等级|评定|优秀|优良|达标/u.test(flat)) return undefined;
  const bands = new Map<string, DraftBand>();
  for (const clause of flat.split(/[,，;；。、\n]/u)) {
    const band = bandOf(clause);
    if (band !== undefined && !bands.has(band.name)) bands.set(band.name, band);
  }
  return bands.size < 2 ? undefined : [...bands.values()].toSorted((a, b) => b.min - a.min);
}

function bandOf(clause: string): DraftBand | undefined {
  const named =
    new RegExp(`(?:为|评为|定为|是|:|^)"?“?${name}”?(?:等次|等级)?$`, "u").exec(clause)?.[1] ??
    new RegExp(`(?:^|:)(?:等次)?${name}(?:等次|等级)?(?::|为|≥|>)?(?=.*\\d)`, "u").exec(clause)?.[1];
  if (named === undefined) return undefined;
  const under =
    /^[^\d]*(\d{1,4}(?:\.\d+)?)分?(?:\(不含[^)]*\))?以下/u.exec(clause) ??
    (/以上/u.test(clause) ? null : /(?:不满|不足|低于)(\d{1,4}(?:\.\d+)?)/u.exec(clause)) ??
    /[<＜](\d{1,4}(?:\.\d+)?)/u.exec(clause);
  const least = new RegExp(lower, "u").exec(clause);
  if (under !== null && (least?.[3] === undefined || !/以上/u.test(clause))) {
    const chained = /(\d{1,4}(?:\.\d+)?)≤/u.exec(clause)?.[1];
    return { name: named, min: pointsFrom(chained ?? "0"), included: true };
  }
  if (least?.[1] === undefined) return undefined;
  return { name: named, min: pointsFrom(least[1]), included: !/不含/u.test(least[2] ?? "") };
}

function pointsFrom(written: string): Points {
  return parsePoints(written) ?? zeroPoints;
}
