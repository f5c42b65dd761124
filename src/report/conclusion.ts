import { formatPoints, formatRange, isDecided, type PointsRange, zeroPoints } from "../model/points.ts";
import type { GroupResult, TotalResult } from "../model/scorecard.ts";
import { pointsWords, pointsWordsFlat, rateWords } from "./numbers.ts";
import type { ScopedSection, ScopedView } from "./scoped-view.ts";

/** （此项12分，自评11分）: what stands behind a section's title; every document uses these words. */
export function sectionPoints(scoped: ScopedView, { section, numbers }: Pick<ScopedSection, "section" | "numbers">): string {
  if (section.kind === "veto") return "（一票否决项，不计分）";
  if (section.kind === "bonus") return `（加分项，最高加${formatPoints(section.maxPoints)}分）`;
  const own = scoped.scope.kind === "unit" ? "本单位承担" : "此项";
  const dropped = numbers.notApplicable === zeroPoints ? "" : `其中合理缺项${formatPoints(numbers.notApplicable)}分，`;
  return `（${own}${formatPoints(numbers.maxPoints)}分，${dropped}自评${pointsWordsFlat(numbers.points)}）`;
}

/** The conclusion of the whole document in one clause chain, without a full stop. */
export function conclusion(scoped: ScopedView): string {
  switch (scoped.scope.kind) {
    case "district":
      return districtConclusion(scoped.view.scorecard.total);
    case "field":
      return fieldConclusion(scoped);
    case "unit":
      return `本单位承担考核分值${formatPoints(scoped.numbers.maxPoints)}分，自评得分${pointsWords(scoped.numbers.points)}`;
  }
}

function districtConclusion(total: TotalResult): string {
  const parts = [groupWords(total)];
  if (!equal(total.base, total.points)) parts.push(`折算后${pointsWords(total.base)}`);
  if (total.bonus.high !== zeroPoints) parts.push(`加分${pointsWords(total.bonus)}`);
  parts.push(...vetoParts(total));
  if (!equal(total.final, total.points) || total.vetoes.length > 0) parts.push(`自评总得分${pointsWords(total.final)}`);
  const grade = gradeWords(total.grade);
  if (grade !== "") parts.push(`对照等次为${grade}`);
  return parts.join("，");
}

function fieldConclusion(scoped: ScopedView): string {
  const [field] = scoped.fields;
  const parts = [groupWords(scoped.numbers)];
  if (field !== undefined && !equal(field.scaled, field.points))
    parts.push(`折算为${formatPoints(field.scaledMax)}分后得${pointsWords(field.scaled)}`);
  parts.push(`得分率${rateWords(scoped.numbers.points, scoped.numbers.applicable)}`);
  if (field !== undefined && field.bonus.high !== zeroPoints) parts.push(`另有加分${pointsWords(field.bonus)}（全区汇总时按规定封顶）`);
  return parts.join("，");
}

function groupWords(group: GroupResult): string {
  const dropped =
    group.notApplicable === zeroPoints ? "" : `合理缺项${formatPoints(group.notApplicable)}分，应得${formatPoints(group.applicable)}分，`;
  return `标准分值${formatPoints(group.maxPoints)}分，${dropped}自评得分${pointsWords(group.points)}`;
}

function vetoParts({ vetoes }: TotalResult): readonly string[] {
  if (vetoes.some((veto) => veto.certainty === "certain")) return ["存在一票否决情形"];
  return vetoes.length === 0 ? [] : ["是否存在一票否决情形待确认"];
}

/** 优秀 | 合格至优秀（待定）; "" when no band holds and none is possible. */
export function gradeWords(grade: TotalResult["grade"]): string {
  const [low, high] = [grade.low?.name, grade.high?.name];
  if (low === high) return low ?? "";
  return `${low ?? "未达到最低等次"}至${high ?? "未达到最低等次"}（待定）`;
}

function equal(a: PointsRange, b: PointsRange): boolean {
  return a.low === b.low && a.high === b.high;
}

/** "加2分" of a bonus clause, "" where it brings none. */
export function bonusWords(bonus: PointsRange): string {
  if (bonus.high === zeroPoints) return "";
  return isDecided(bonus) ? `加${formatPoints(bonus.low)}分` : `加${formatRange(bonus)}分（待定）`;
}
