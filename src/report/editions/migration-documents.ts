import { describeFrameChange } from "../../messages/edition-words.ts";
import { formatChineseDate } from "../../model/dates.ts";
import type { PaperDocument } from "../blocks.ts";
import { heading, paragraph } from "../blocks.ts";
import { paperTable, pointsValue, pointValue, type SourceColumn, sheetOf, type TableSource, type Value, words } from "../table-source.ts";
import type { Workbook } from "../workbook.ts";
import { editionNames } from "./edition-names.ts";
import type { Standing } from "./migration-effect.ts";
import { carryRows, type MigrationReport, migrationSummary, referenceRows } from "./migration-rows.ts";

const number: SourceColumn = { header: "序号", share: 4, width: 6, align: "center" };

/** 换版对照表: what of the work on the old edition goes on, and what it does to the points. */
export function composeMigrationPaper(report: MigrationReport): PaperDocument {
  const tables: readonly (readonly [string, TableSource])[] = [
    ["一、各单位得分对比", unitTable(report)],
    ["二、得分有变化的条款", effectTable(report)],
    ["三、条款去向", carryTable(report)],
    ["四、人工对应、自评表和人工评定", referenceTable(report)],
  ];
  return {
    shell: "细则版本对照表",
    title: titleOf(report),
    body: [
      paragraph(noteOf(report)),
      ...(report.frame.length === 0 ? [] : [paragraph(`总体变化：${report.frame.map(describeFrameChange).join("；")}。`)]),
      ...tables.flatMap(([title, source]) => [
        heading(1, title),
        source.rows.length === 0 ? paragraph("没有。") : ({ kind: "table", table: paperTable(source) } as const),
      ]),
    ],
    signature: { name: "", date: formatChineseDate(report.on) },
  };
}

export function composeMigrationWorkbook(report: MigrationReport): Workbook {
  const shared = { title: titleOf(report), note: noteOf(report), orientation: "landscape" } as const;
  return {
    sheets: [
      sheetOf(unitTable(report), { ...shared, name: "单位得分对比", frozenColumns: 2 }),
      sheetOf(effectTable(report), { ...shared, name: "条款得分对比", frozenColumns: 2 }),
      sheetOf(carryTable(report), { ...shared, name: "条款去向", frozenColumns: 2 }),
      sheetOf(referenceTable(report), { ...shared, name: "对应和填报", frozenColumns: 2 }),
    ],
  };
}

function titleOf({ new: next }: MigrationReport): string {
  return `${next.title.replace(/^《|》$/gu, "")}换版对照表`;
}

function noteOf(report: MigrationReport): string {
  const names = editionNames(report.old, report.new);
  return `由${names.old}换成${names.new}：${migrationSummary(report)}。条款按内容和位置配对，代号不变；得分写成“低—高”的，还有事项没有核实。`;
}

function carryTable(report: MigrationReport): TableSource {
  return {
    columns: [
      number,
      { header: "去向", share: 7, width: 9, align: "center" },
      { header: "原条款", share: 18, width: 30 },
      { header: "新条款", share: 18, width: 30 },
      { header: "读法", share: 16, width: 26 },
      { header: "变化和要核对的", share: 29, width: 56 },
      { header: "核对意见", share: 8, width: 14 },
    ],
    rows: carryRows(report).map((row, index) => ({
      kind: "data",
      values: [
        { kind: "count", count: index + 1 },
        words(row.kind),
        words(row.old),
        words(row.new),
        words(row.carried),
        words(...row.details),
        words(),
      ],
    })),
  };
}

function referenceTable(report: MigrationReport): TableSource {
  return {
    columns: [
      number,
      { header: "种类", share: 9, width: 10, align: "center" },
      { header: "位置", share: 20, width: 34 },
      { header: "材料", share: 18, width: 34 },
      { header: "条款", share: 14, width: 20 },
      { header: "处理", share: 14, width: 22 },
      { header: "说明", share: 21, width: 44 },
    ],
    rows: referenceRows(report).map((row, index) => ({
      kind: "data",
      values: [
        { kind: "count", count: index + 1 },
        words(row.kind),
        words(row.place),
        words(row.about),
        words(row.clauses),
        words(row.fate),
        words(...row.details),
      ],
    })),
  };
}

const sides: readonly SourceColumn[] = [
  { header: "原分值", share: 9, width: 10, align: "center" },
  { header: "原得分", share: 12, width: 14, align: "center" },
  { header: "新分值", share: 9, width: 10, align: "center" },
  { header: "新得分", share: 12, width: 14, align: "center" },
];

function standingValues(standing: Standing | undefined): readonly Value[] {
  return standing === undefined ? [words("—"), words("—")] : [pointValue(standing.maxPoints), pointsValue(standing.points)];
}

function unitTable({ effect }: MigrationReport): TableSource {
  return {
    columns: [number, { header: "单位", share: 30, width: 30 }, ...sides],
    rows: [
      ...effect.units.map(({ unit, before, after }, index) => ({
        kind: "data" as const,
        values: [{ kind: "count" as const, count: index + 1 }, words(unit), ...standingValues(before), ...standingValues(after)],
      })),
      {
        kind: "total",
        values: [words(), words("全区总分"), ...standingValues(effect.total.before), ...standingValues(effect.total.after)],
      },
    ],
  };
}

function effectTable({ effect }: MigrationReport): TableSource {
  return {
    columns: [number, { header: "条款", share: 24, width: 36 }, ...sides, { header: "原因", share: 30, width: 48 }],
    rows: effect.clauses.map(({ id, title, before, after, reasons }, index) => ({
      kind: "data",
      values: [
        { kind: "count", count: index + 1 },
        words(`${id} ${title}`),
        ...standingValues(before),
        ...standingValues(after),
        words(...reasons),
      ],
    })),
  };
}
