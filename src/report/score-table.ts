import { exactly, formatPoints, isDecided, type Points, type PointsRange, pointsToNumber, zeroPoints } from "../model/points.ts";
import type { GroupResult } from "../model/scorecard.ts";
import type { BarChart } from "./blocks.ts";
import { awaitingOf, lostOf, rateWords } from "./numbers.ts";
import type { ScopedSection, ScopedView } from "./scoped-view.ts";
import { pointsValue, pointValue, type SourceColumn, type SourceRow, type TableSource, type Value, words } from "./table-source.ts";

const number = { align: "center", format: "points" } as const;

const columns: readonly SourceColumn[] = [
  { header: "考核项目", share: 26, width: 34 },
  { header: "标准分值", share: 11, width: 12, ...number },
  { header: "合理缺项分值", share: 12, width: 14, ...number },
  { header: "应得分", share: 10, width: 10, ...number },
  { header: "扣分", share: 9, width: 10, ...number },
  { header: "待定分", share: 9, width: 10, ...number },
  { header: "自评得分", share: 13, width: 14, align: "center" },
  { header: "得分率", share: 13, width: 14, align: "center" },
];

/** 自评得分汇总: sections, the fields' sub-totals, the total, and how the total becomes the final result. */
export function scoreTable(scoped: ScopedView): TableSource {
  const standard = scoped.sections.filter(({ section }) => section.kind === "standard");
  if (scoped.scope.kind !== "district") {
    const source: TableSource = { columns, rows: [...standard.map(sectionRow), totalRow("合计", scoped.numbers)] };
    return scoped.scope.kind === "unit" ? ownShare(source) : source;
  }
  const rows = scoped.fields.flatMap((result): readonly SourceRow[] => {
    const own = standard.filter(({ section }) => section.field === result.field.id);
    if (own.length === 0) return [];
    return [...own.map(sectionRow), totalRow(`${result.field.name}小计`, result)];
  });
  return { columns, rows: [...rows, totalRow("合计", scoped.numbers), ...finalRows(scoped)] };
}

/** A unit has a share of points and no 合理缺项 column. */
function ownShare({ columns: all, rows }: TableSource): TableSource {
  const kept = [0, 1, 4, 5, 6, 7];
  const pick = <Item>(items: readonly Item[]): readonly Item[] => items.filter((_, index) => kept.includes(index));
  return {
    columns: pick(all).map((column) => (column.header === "标准分值" ? { ...column, header: "承担分值" } : column)),
    rows: rows.map((row) => (row.kind === "group" ? row : { ...row, values: pick(row.values) })),
  };
}

function sectionRow({ section, numbers }: ScopedSection): SourceRow {
  return { kind: "data", values: groupValues(`${section.label}${section.title}`, numbers) };
}

function totalRow(name: string, group: GroupResult): SourceRow {
  return { kind: "total", values: groupValues(name, group) };
}

/** 标准分值 · 合理缺项分值 · 应得分 · 扣分 · 待定分 · 自评得分 · 得分率 of one group. */
export function groupValues(name: string, group: GroupResult): readonly Value[] {
  return [
    words(name),
    pointValue(group.maxPoints),
    pointValue(group.notApplicable),
    pointValue(group.applicable),
    pointValue(lostOf(group)),
    pointValue(awaitingOf(group.points)),
    pointsValue(group.points),
    words(rateWords(group.points, group.applicable)),
  ];
}

interface FinalLine {
  readonly name: string;
  readonly points: PointsRange;
  readonly kind: "data" | "total";
}

function finalRows(scoped: ScopedView): readonly SourceRow[] {
  return finalLines(scoped).map(({ name, points, kind }) => lineOf(name, points, kind));
}

/** How the total becomes the final result: 折算、加分、总得分. Only the district has one. */
export function finalLines({ scope, view }: ScopedView): readonly FinalLine[] {
  if (scope.kind !== "district") return [];
  const { total, criteria, fields } = view.scorecard;
  const weighted = fields.filter(({ field }) => field.weight !== undefined);
  const scaled = weighted.length > 0 || total.notApplicable !== zeroPoints || !same(total.base, total.points);
  const none = exactly(zeroPoints);
  const line = (name: string, points: PointsRange): FinalLine => ({ name, points, kind: "data" });
  return [
    ...weighted.map(({ field, scaledMax, scaled: points }) => line(`${field.name}折算为${formatPoints(scaledMax)}分后`, points)),
    ...(scaled ? [line("合计折算后得分", total.base)] : []),
    ...(hasBonus(criteria.sections) || !same(total.bonus, none) ? [line("加分（按规定封顶后）", total.bonus)] : []),
    { name: "自评总得分", points: total.final, kind: "total" },
  ];
}

function lineOf(name: string, points: PointsRange, kind: "data" | "total"): SourceRow {
  const empty = words();
  return { kind, values: [words(name), empty, empty, empty, empty, pointValue(awaitingOf(points)), pointsValue(points), empty] };
}

function hasBonus(sections: readonly { readonly kind: string }[]): boolean {
  return sections.some(({ kind }) => kind === "bonus");
}

function same(a: PointsRange, b: PointsRange): boolean {
  return a.low === b.low && a.high === b.high;
}

/** Bars of the sections' 应得分 and 自评得分; a third bar for the upper bound while anything is open. Undefined: no section to draw. */
export function scoreChart(scoped: ScopedView): BarChart | undefined {
  const standard = scoped.sections.filter(({ section, numbers }) => section.kind === "standard" && numbers.applicable !== zeroPoints);
  if (standard.length === 0) return undefined;
  const values = (pick: (group: GroupResult) => Points): readonly number[] => standard.map(({ numbers }) => pointsToNumber(pick(numbers)));
  const low = values((group) => group.points.low);
  const high = values((group) => group.points.high);
  const open = standard.some(({ numbers }) => !isDecided(numbers.points));
  return {
    title: "各考核项目应得分和自评得分",
    categories: standard.map(({ section }) => section.title),
    series: [
      { name: "应得分", values: values((group) => group.applicable) },
      { name: open ? "自评得分（下限）" : "自评得分", values: low },
      ...(open ? [{ name: "自评得分（上限）", values: high }] : []),
    ],
  };
}
