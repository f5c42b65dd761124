import { describeGap, remedyForGap } from "../../messages/gaps.ts";
import { formatChineseDate } from "../../model/dates.ts";
import type { Gap } from "../../model/gap.ts";
import { formatPoints, formatRange, type Points, subtractPoints, zeroPoints } from "../../model/points.ts";
import type { FieldResult } from "../../model/scorecard.ts";
import { visibleName } from "../../model/visible-name.ts";
import { manualChecksIn } from "../../report/manual-check-table.ts";
import type { ScopedView } from "../../report/scoped-view.ts";
import { ambiguousText } from "./ambiguous-text.ts";
import { padEnd, padStart, widest, wrap } from "./columns.ts";
import { fileProblemsText } from "./file-problems-text.ts";
import { leftOutText } from "./left-out-text.ts";
import type { CheckTextOptions, Painter } from "./painter.ts";

const shownGaps = 30;

/** The answer to "what are we missing": points first, then the gaps, dearest first, then files that a person must look at. */
export function checkText(view: ScopedView, options: CheckTextOptions): string {
  const parts = [
    heading(view, options),
    totals(view, options),
    gapList(view, options),
    supervisedGaps(view, options),
    ambiguousText(view, options),
    leftOutText(view, options),
    fileProblemsText(view, options),
    manualChecks(view, options),
    next(view),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function heading(view: ScopedView, { paint }: CheckTextOptions): string {
  const { criteria, asOf, title } = view.view.scorecard;
  const edition = criteria.edition === undefined || criteria.title.includes(criteria.edition) ? "" : `（${criteria.edition}）`;
  const scope = view.scope.kind === "district" ? "" : `\n范围：${view.label}`;
  return `${paint.heading(title)}\n依据：${criteria.title}${edition}　截至：${formatChineseDate(asOf)}${scope}`;
}

function totals(view: ScopedView, { paint }: CheckTextOptions): string {
  const rows =
    view.scope.kind === "district" ? [...fieldRows(view), ["全区", view.numbers] as const] : [[view.label, view.numbers] as const];
  const width = widest(rows.map(([name]) => name));
  const lines = rows.map(([name, group]) => {
    const lost = subtractPoints(group.applicable, group.points.high);
    const open = subtractPoints(group.points.high, group.points.low);
    const marks = [
      lost > zeroPoints ? paint.lost(`已扣 ${formatPoints(lost)}`) : "",
      open > zeroPoints ? paint.open(`待定 ${formatPoints(open)}`) : "",
    ].filter((m) => m !== "");
    const state = marks.length === 0 ? paint.good("无扣分") : marks.join("　");
    return `  ${padEnd(name, width)}  应得 ${padStart(formatPoints(group.applicable), 6)} 分　自评 ${padEnd(`${formatRange(group.points)} 分`, 14)}　${state}${weighted(group)}`;
  });
  return [...lines, ...finalLine(view, paint)].join("\n");
}

/** 折算: without it nobody can follow how the fields make the total. */
function weighted(group: ScopedView["numbers"] | FieldResult): string {
  if (!("scaled" in group) || group.field.weight === undefined) return "";
  return `　折算为 ${formatRange(group.scaled)} 分（满分 ${formatPoints(group.scaledMax)} 分）`;
}

function fieldRows(view: ScopedView): readonly (readonly [string, ScopedView["numbers"] | FieldResult])[] {
  return view.fields.map((result) => [result.field.name, result] as const);
}

function finalLine(view: ScopedView, paint: Painter): readonly string[] {
  if (view.scope.kind !== "district") return [];
  const { total } = view.view.scorecard;
  const { low, high } = total.grade;
  const [worst, best] = [low?.name ?? "未达最低等次", high?.name ?? "未达最低等次"];
  const grade = worst === best ? worst : `${worst}至${best}`;
  const bonus = total.bonus.high > zeroPoints ? [`含加分 ${formatRange(total.bonus)} 分`] : [];
  const dropped = total.notApplicable > zeroPoints ? [`合理缺项 ${formatPoints(total.notApplicable)} 分，按细则折算`] : [];
  const notes = [...bonus, ...dropped].length === 0 ? "" : `（${[...bonus, ...dropped].join("；")}）`;
  return ["", `  ${paint.heading(`最终自评得分 ${formatRange(total.final)} 分${notes}，等次：${grade}`)}`];
}

function gapList(view: ScopedView, options: CheckTextOptions): string {
  if (view.gaps.length === 0) return options.paint.good("没有缺项。");
  const shown = options.all ? view.gaps : view.gaps.slice(0, shownGaps);
  const rest = view.gaps.length - shown.length;
  const more = rest > 0 ? `\n  …… 还有 ${String(rest)} 项，加 --all 全部列出；build 生成的缺项清单里也有。` : "";
  const width = String(shown.length).length;
  return `${options.paint.heading(`缺项 ${String(view.gaps.length)} 项（分值影响大的在前）`)}\n${shown.map((gap, index) => gapText(gap, padStart(String(index + 1), width), view, options)).join("\n")}${more}`;
}

/** 行业主管和属地 answer for their enterprises: their gaps are shown too, beside the unit's own points. */
function supervisedGaps(view: ScopedView, options: CheckTextOptions): string {
  if (view.scope.kind !== "unit") return "";
  const { unit } = view.scope;
  const gaps = view.view.gapsBySupervisor.get(unit) ?? [];
  if (gaps.length === 0) return "";
  const shown = options.all ? gaps : gaps.slice(0, shownGaps);
  const rest = gaps.length - shown.length;
  const lines = shown.map((gap, index) => gapText(gap, String(index + 1), view, options));
  const more = rest > 0 ? [`  …… 还有 ${String(rest)} 项，加 --all 全部列出。`] : [];
  return [options.paint.heading(`所主管企业的缺项 ${String(gaps.length)} 项（不计入本单位得分，由本单位督促）`), ...lines, ...more].join(
    "\n",
  );
}

function gapText(gap: Gap, number: string, view: ScopedView, { paint, columns }: CheckTextOptions): string {
  const result = view.view.clauses.get(gap.clause);
  if (result === undefined) return "";
  const context = { clause: result.clause, asOf: view.view.scorecard.asOf, basis: result.basis };
  const indent = " ".repeat(number.length + 4);
  const lines = (text: string): string => wrap(text, Math.max(40, columns - indent.length)).join(`\n${indent}`);
  const place = `${result.section.label}${result.section.title} ${result.clause.label}${result.clause.title}`;
  return [
    `  ${number}. ${priceTag(gap, paint)}　${gap.unit}${answerable(gap)}　${place}${paint.faint(`〔${gap.clause}〕`)}`,
    `${indent}${lines(visibleName(describeGap(gap, context)))}`,
    `${indent}${lines(`→ ${visibleName(remedyForGap(gap, context))}`)}`,
  ].join("\n");
}

/** An enterprise's gap is its supervisors' business too. */
function answerable({ supervisors }: Gap): string {
  return supervisors.length === 0 ? "" : `（主管：${supervisors.join("、")}）`;
}

function priceTag(gap: Gap, paint: Painter): string {
  const points = formatPoints(gap.points);
  if (gap.code === "veto") return paint.lost("一票否决");
  if (gap.state === "lost") return gap.points > zeroPoints ? paint.lost(`扣 ${points} 分`) : paint.faint("不另扣分");
  if (gap.state === "upcoming") return paint.faint(gap.points > zeroPoints ? `未到期 ${points} 分` : "未到期");
  return paint.open(gap.points > zeroPoints ? `待定 ${points} 分` : "待确认");
}

/** One line: the list itself is for whoever sits before the papers. */
function manualChecks(view: ScopedView, { paint }: CheckTextOptions): string {
  const checks = manualChecksIn(view);
  if (checks.length === 0) return "";
  return paint.faint(`另有 ${String(checks.length)} 类事项要翻看原件人工核对（代签、印章、数据等），见缺项清单.xlsx 的“人工核对”。`);
}

function next(view: ScopedView): string {
  const lost: Points = subtractPoints(view.numbers.applicable, view.numbers.points.high);
  if (view.gaps.length === 0) return "下一步：yingkao build 生成全部文档。";
  const documents = "yingkao build 生成文档和缺项清单。";
  if (view.gaps.some((gap) => gap.code === "veto")) return `下一步：先核实一票否决的情形；${documents}`;
  if (lost > zeroPoints) return `下一步：从第 1 项补起，补好后再运行一次；${documents}`;
  if (view.gaps.every((gap) => gap.state === "upcoming")) return `下一步：未到期的按期提交，到期前再运行一次；${documents}`;
  return `下一步：请人工核定待定事项，再运行一次；${documents}`;
}
