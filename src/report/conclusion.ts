import type { Gap } from "../model/gap.ts";
import { formatPoints, formatRange, isDecided, type PointsRange, zeroPoints } from "../model/points.ts";
import type { ClauseResult, GroupResult, Scorecard, TotalResult } from "../model/scorecard.ts";
import { openWords, pointsWordsFlat, rateWords } from "./numbers.ts";
import type { ScopedSection, ScopedView } from "./scoped-view.ts";

/** The title of a document: the assessment's, with the field or the unit that it covers. */
export function documentTitle({ scope, label, view }: ScopedView, name: string): string {
  const { title } = view.scorecard;
  switch (scope.kind) {
    case "district":
      return `${title}${name}`;
    case "field":
      return `${title}${label}领域${name}`;
    case "unit":
      return name === "自查报告" ? `${label}关于${title}的${name}` : `${title}${name}（${label}）`;
  }
}

/** （此项12分，自评11分）: what stands behind a section's title; every document uses these words. */
export function sectionPoints(scoped: ScopedView, { section, numbers, clauses }: ScopedSection): string {
  if (section.kind === "veto") return "（不计分）";
  if (section.kind === "bonus") return `（最高加${formatPoints(section.maxPoints)}分）`;
  const gaps = clauses.flatMap((clause) => clause.gaps);
  return groupPoints(scoped.scope.kind === "unit" ? "本单位承担" : "此项", numbers, gaps);
}

export function groupPoints(subject: string, numbers: GroupResult, gaps: readonly Gap[]): string {
  const dropped = numbers.notApplicable === zeroPoints ? "" : `其中合理缺项${formatPoints(numbers.notApplicable)}分，`;
  return `（${subject}${formatPoints(numbers.maxPoints)}分，${dropped}自评${pointsWordsFlat(numbers.points, gaps)}）`;
}

/** The conclusion of the whole document in one clause chain, without a full stop. What is open is said once, at its end. */
export function conclusion(scoped: ScopedView): string {
  const { parts, open } = conclusionParts(scoped);
  return open ? `${parts.join("，")}（区间分值${openWords(scoped.gaps)}）` : parts.join("，");
}

interface Conclusion {
  readonly parts: readonly string[];
  readonly open: boolean;
}

function conclusionParts(scoped: ScopedView): Conclusion {
  const { numbers, scope, view } = scoped;
  switch (scope.kind) {
    case "district":
      return districtConclusion(view.scorecard);
    case "field":
      return fieldConclusion(scoped);
    case "unit":
      return {
        parts: [`本单位承担考核分值${formatPoints(numbers.maxPoints)}分`, `自评得分${formatRange(numbers.points)}分`],
        open: !isDecided(numbers.points),
      };
  }
}

function districtConclusion({ total, clauses }: Scorecard): Conclusion {
  const scaled = !equal(total.base, total.points);
  const more = total.bonus.high !== zeroPoints || total.vetoes.length > 0;
  const parts = [
    ...groupParts(total),
    ...(scaled ? [`折算后${formatRange(total.base)}分${unsettled(clauses)}`] : []),
    ...(total.bonus.high === zeroPoints ? [] : [`加分${formatRange(total.bonus)}分`]),
    ...vetoParts(total),
    ...(scaled || more ? [`自评总得分${formatRange(total.final)}分`] : []),
  ];
  const grade = gradeWords(total.grade);
  return { parts: grade === "" ? parts : [...parts, `对照等次为${grade}`], open: !isDecided(total.final) || !isDecided(total.points) };
}

/** Until a 不涉及 is settled, the bounds cover both answers: without this nobody could work the figure out again. */
function unsettled(clauses: readonly ClauseResult[]): string {
  const count = clauses.filter(({ notApplicable }) => notApplicable?.confirmed === false).length;
  return count === 0 ? "" : `（其中${String(count)}条不涉及待核定，已计入上下限）`;
}

function fieldConclusion({ fields, numbers }: ScopedView): Conclusion {
  const [field] = fields;
  const parts = [...groupParts(numbers)];
  if (field !== undefined && !equal(field.scaled, field.points))
    parts.push(`折算为${formatPoints(field.scaledMax)}分后得${formatRange(field.scaled)}分`);
  parts.push(`得分率${rateWords(numbers.points, numbers.applicable)}`);
  if (field !== undefined && field.bonus.high !== zeroPoints) parts.push(`另有加分${formatRange(field.bonus)}分（全区汇总时按规定封顶）`);
  return { parts, open: !isDecided(numbers.points) };
}

function groupParts(group: GroupResult): readonly string[] {
  const dropped = group.notApplicable !== zeroPoints;
  return [
    `标准分值${formatPoints(group.maxPoints)}分`,
    ...(dropped ? [`合理缺项${formatPoints(group.notApplicable)}分`, `应得${formatPoints(group.applicable)}分`] : []),
    `自评得分${formatRange(group.points)}分`,
  ];
}

function vetoParts({ vetoes }: TotalResult): readonly string[] {
  if (vetoes.some((veto) => veto.certainty === "certain")) return ["存在一票否决情形"];
  return vetoes.length === 0 ? [] : ["是否存在一票否决情形待确认"];
}

/** 优秀 | 合格至优秀; "" when no band holds and none is possible. */
export function gradeWords(grade: TotalResult["grade"]): string {
  const [low, high] = [grade.low?.name, grade.high?.name];
  if (low === high) return low ?? "";
  return `${low ?? "未达到最低等次"}至${high ?? "未达到最低等次"}`;
}

function equal(a: PointsRange, b: PointsRange): boolean {
  return a.low === b.low && a.high === b.high;
}

/** "加2分" of a bonus clause, "" where it brings none. */
export function bonusWords(bonus: PointsRange): string {
  if (bonus.high === zeroPoints) return "";
  return isDecided(bonus) ? `加${formatPoints(bonus.low)}分` : `加${formatRange(bonus)}分（待定）`;
}
