import type { Section } from "../model/criteria.ts";
import { formatChineseDate } from "../model/dates.ts";
import { formatRange, isDecided, type PointsRange, pointsToNumber, subtractPoints, zeroPoints } from "../model/points.ts";
import type { Scorecard, UnitResult } from "../model/scorecard.ts";
import type { UnitKind } from "../model/unit.ts";
import { bonusWords, conclusion, gradeWords } from "./conclusion.ts";
import { clauseName, spoken } from "./gap-words.ts";
import { awaitingOf, rateOf } from "./numbers.ts";
import { type ScopedView, scopedView } from "./scoped-view.ts";
import { scoreTable } from "./score-table.ts";
import { notApplicableTable } from "./self-inspection-report.ts";
import { type SourceColumn, type SourceRow, sheetOf, type TableSource, words } from "./table-source.ts";
import { type ScorecardView, viewOf } from "./view.ts";
import { chineseNumber } from "./wording.ts";
import { emptyCell, numberCell, type Sheet, type SheetCell, type SheetColumn, textCell, type Workbook } from "./workbook.ts";

const unitKindWords = { department: "部门", township: "乡镇（街道）", enterprise: "企业" } as const satisfies Record<UnitKind, string>;

/** 得分汇总: units × sections, the district's totals, 合理缺项, 否决和加分, and who loses most. */
export function composeSummary(scorecard: Scorecard): Workbook {
  const view = viewOf(scorecard);
  const scoped = scopedView(view, { kind: "district" });
  const dropped = notApplicableTable(scoped);
  return {
    sheets: [
      unitSheet(view),
      totalSheet(scoped),
      rankingSheet(view),
      ...(dropped.rows.length === 0
        ? []
        : [sheetOf(dropped, { name: "合理缺项", title: `${scorecard.title}合理缺项明细表`, frozenColumns: 1, orientation: "landscape" })]),
      ...specialSheet(scoped),
    ],
  };
}

const overlap = "同一条款由几个单位分别承担的，各单位都按该条分值计，合计不等于全区得分";

function unitSheet({ scorecard }: ScorecardView): Sheet {
  const sections = scorecard.sections.map(({ section }) => section).filter(({ kind }) => kind === "standard");
  const { headers, legend } = sectionHeaders(sections);
  const fixed: readonly SheetColumn[] = [
    { header: "序号", width: 5, align: "center" },
    { header: "责任单位", width: 20 },
    { header: "性质", width: 8, align: "center" },
    { header: "材料份数", width: 6, align: "center", format: "integer" },
    { header: "自评表", width: 8, align: "center" },
    { header: "承担分值", width: 7, align: "center", format: "points" },
    { header: "自评得分", width: 12, align: "center", format: "points" },
    { header: "得分率", width: 8, align: "center", format: "rate" },
  ];
  const columns: readonly SheetColumn[] = [
    ...fixed,
    ...sections.map(
      (_, index) => ({ header: headers[index] ?? "", width: rateWidth(sections.length), align: "center", format: "rate" }) as const,
    ),
  ];
  return {
    name: "单位得分",
    title: `${scorecard.title}各单位得分汇总表`,
    note: `截至${formatChineseDate(scorecard.asOf)}；各考核项目列为得分率，有待定分的按下限计；空格为不承担该项；${overlap}。${legend}`,
    columns,
    rows: scorecard.units.map((unit, index) => ({
      kind: "data",
      cells: [
        ...unitCells(unit, index),
        ...rateCells(
          unit,
          sections.map(({ id }) => id),
        ),
      ],
    })),
    frozenColumns: 2,
    heat: { fromColumn: fixed.length - 1, toColumn: columns.length - 1 },
    orientation: "landscape",
  };
}

/** Characters that an A4 sheet across holds legibly beside the fixed columns. */
const rateRoom = 90;
/** Of so many sections the titles stand above their columns; of more only numbers, explained in the note. */
const mostTitled = 12;

function rateWidth(sections: number): number {
  return Math.max(7, Math.min(16, Math.floor(rateRoom / Math.max(1, sections))));
}

function sectionHeaders(sections: readonly Section[]): { readonly headers: readonly string[]; readonly legend: string } {
  if (sections.length <= mostTitled) return { headers: sections.map(({ title }) => title), legend: "" };
  const headers = sections.map((_, index) => chineseNumber(index + 1));
  return { headers, legend: `考核项目：${sections.map(({ title }, index) => `${headers[index] ?? ""}为${title}`).join("，")}。` };
}

function unitCells(result: UnitResult, index: number): readonly SheetCell[] {
  return [
    numberCell(index + 1),
    textCell(result.unit.name),
    textCell(unitKindWords[result.unit.kind]),
    numberCell(result.fileCount),
    textCell(result.hasReturn ? "已填报" : "未填报"),
    numberCell(pointsToNumber(result.maxPoints)),
    rangeCell(result.points),
    rateCell(result.points, result),
  ];
}

function rateCells(result: UnitResult, sections: readonly string[]): readonly SheetCell[] {
  const own = new Map(result.sections.map((entry) => [entry.section.id, entry]));
  return sections.map((id) => {
    const entry = own.get(id);
    return entry === undefined ? emptyCell : rateCell(entry.points, entry);
  });
}

function rateCell(points: PointsRange, { maxPoints }: Pick<UnitResult, "maxPoints">): SheetCell {
  const rate = rateOf(points.low, maxPoints);
  return rate === undefined ? emptyCell : numberCell(rate);
}

function rangeCell(range: PointsRange): SheetCell {
  return isDecided(range) ? numberCell(pointsToNumber(range.low)) : textCell(formatRange(range));
}

function totalSheet(scoped: ScopedView): Sheet {
  const { scorecard } = scoped.view;
  const source = scoreTable(scoped);
  const grade = gradeWords(scorecard.total.grade);
  const rows: readonly SourceRow[] = [...source.rows, ...(grade === "" ? [] : [gradeRow(grade, source.columns.length)])];
  return sheetOf(
    { columns: source.columns, rows },
    {
      name: "得分汇总",
      title: `${scorecard.title}自评得分汇总表`,
      note: `截至${formatChineseDate(scorecard.asOf)}，${conclusion(scoped)}。`,
      frozenColumns: 1,
      filter: false,
      orientation: "landscape",
    },
  );
}

function gradeRow(grade: string, columns: number): SourceRow {
  const values = Array.from({ length: columns }, (_, index) => words(index === 0 ? "对照等次" : index === columns - 2 ? grade : ""));
  return { kind: "total", values };
}

/** 失分排名: certain losses first, then what is open. */
function rankingSheet(view: ScorecardView): Sheet {
  const { scorecard } = view;
  const ranked = scorecard.units
    .map((result) => ({ result, lost: subtractPoints(result.maxPoints, result.points.high), open: awaitingOf(result.points) }))
    .sort((a, b) => b.lost - a.lost || b.open - a.open);
  const columns: readonly SourceColumn[] = [
    { header: "排名", share: 1, width: 6, align: "center", format: "integer" },
    { header: "责任单位", share: 1, width: 24 },
    { header: "承担分值", share: 1, width: 10, align: "center", format: "points" },
    { header: "扣分", share: 1, width: 10, align: "center", format: "points" },
    { header: "待定分", share: 1, width: 10, align: "center", format: "points" },
    { header: "缺项数", share: 1, width: 10, align: "center", format: "integer" },
    { header: "影响最大的缺项", share: 1, width: 60 },
  ];
  const rows = ranked.map(({ result, lost, open }, index): SourceRow => {
    const gaps = view.gapsByUnit.get(result.unit.name) ?? [];
    const place = ranked.findIndex((other) => other.lost === lost && other.open === open);
    return {
      kind: "data",
      values: [
        { kind: "count", count: Math.min(place, index) + 1 },
        words(result.unit.name),
        { kind: "points", range: { low: result.maxPoints, high: result.maxPoints } },
        { kind: "points", range: { low: lost, high: lost } },
        { kind: "points", range: { low: open, high: open } },
        { kind: "count", count: gaps.length },
        words(dearest(view, gaps)),
      ],
    };
  });
  const title = `${scorecard.title}各单位扣分排名`;
  return sheetOf(
    { columns, rows },
    { name: "扣分排名", title, note: `扣分多的在前；${overlap}。`, frozenColumns: 2, orientation: "landscape" },
  );
}

function dearest(view: ScorecardView, gaps: ScorecardView["gaps"]): string {
  const [gap] = gaps;
  const first = gap === undefined ? undefined : spoken(view, gap);
  return first === undefined ? "" : `${clauseName(first.clause)}：${first.content}，${first.cost}`;
}

/** 一票否决和加分: every veto that holds or may hold, every bonus that is given or may be. */
function specialSheet(scoped: ScopedView): readonly Sheet[] {
  const { view } = scoped;
  const { total, title } = view.scorecard;
  const vetoes = total.vetoes.map(({ clause, certainty }): SourceRow => {
    const result = view.clauses.get(clause);
    return special("一票否决", result === undefined ? clause : clauseName(result), certainty === "certain" ? "已触发" : "待确认");
  });
  const bonuses = view.scorecard.clauses
    .filter(({ bonus }) => bonus.high !== zeroPoints)
    .map((result): SourceRow => special("加分", clauseName(result), bonusWords(result.bonus)));
  if (vetoes.length + bonuses.length === 0) return [];
  const sum = bonuses.length === 0 ? [] : [special("加分", "合计（按规定封顶后）", bonusWords(total.bonus))];
  const source: TableSource = {
    columns: [
      { header: "类别", share: 1, width: 12, align: "center" },
      { header: "条款", share: 1, width: 60 },
      { header: "结果", share: 1, width: 24, align: "center" },
    ],
    rows: [...vetoes, ...bonuses, ...sum],
  };
  return [sheetOf(source, { name: "否决和加分", title: `${title}一票否决和加分情况`, frozenColumns: 1 })];
}

function special(kind: string, clause: string, outcome: string): SourceRow {
  return { kind: "data", values: [words(kind), words(clause), words(outcome)] };
}
