import { describeFrameChange } from "../../messages/edition-words.ts";
import type { Criteria } from "../../model/criteria.ts";
import type { CalendarDate } from "../../model/dates.ts";
import { formatChineseDate } from "../../model/dates.ts";
import type { EditionDiff, PlacedClause } from "../../model/edition-diff.ts";
import type { PaperDocument } from "../blocks.ts";
import { heading, paragraph } from "../blocks.ts";
import { paperTable, type SourceColumn, sheetOf, type TableSource, words } from "../table-source.ts";
import type { Workbook } from "../workbook.ts";
import { editionNames } from "./edition-names.ts";
import { clauseLine, editionRows, editionSummary } from "./edition-rows.ts";

const columns: readonly SourceColumn[] = [
  { header: "序号", share: 4, width: 5, align: "center" },
  { header: "变化", share: 6, width: 8, align: "center" },
  { header: "原条款", share: 20, width: 32 },
  { header: "新条款", share: 20, width: 32 },
  { header: "变化内容", share: 34, width: 58 },
  { header: "把握", share: 7, width: 10, align: "center" },
  { header: "核对意见", share: 9, width: 14 },
];

/** The two editions and what to print about them. */
export interface EditionPaper {
  readonly old: Criteria;
  readonly new: Criteria;
  readonly diff: EditionDiff;
  readonly on: CalendarDate;
}

/** 细则版本对照表: a page that can be handed round at the meeting. */
export function composeEditionPaper(input: EditionPaper): PaperDocument {
  const { diff } = input;
  const frame = diff.frame.map((change, index) => paragraph(`${String(index + 1)}.${describeFrameChange(change)}。`));
  return {
    shell: "细则版本对照表",
    title: titleOf(input),
    body: [
      paragraph(noteOf(input)),
      ...(frame.length === 0 ? [] : [heading(1, "一、总体变化"), ...frame, heading(1, "二、逐条变化")]),
      { kind: "table", table: paperTable(tableOf(diff)) },
    ],
    signature: { name: "", date: formatChineseDate(input.on) },
  };
}

export function composeEditionWorkbook(input: EditionPaper): Workbook {
  const shared = { title: titleOf(input), orientation: "landscape" } as const;
  const frame: TableSource = {
    columns: [
      { header: "序号", share: 1, width: 6, align: "center" },
      { header: "总体变化", share: 9, width: 100 },
    ],
    rows: input.diff.frame.map((change, index) => ({
      kind: "data",
      values: [{ kind: "count", count: index + 1 }, words(describeFrameChange(change))],
    })),
  };
  return {
    sheets: [
      sheetOf(tableOf(input.diff), { ...shared, name: "逐条变化", note: noteOf(input), frozenColumns: 2 }),
      sheetOf(frame, { ...shared, name: "总体变化", frozenColumns: 1 }),
    ],
  };
}

function titleOf({ new: next }: EditionPaper): string {
  return `${next.title.replace(/^《|》$/gu, "")}版本对照表`;
}

function noteOf({ old, new: next, diff }: EditionPaper): string {
  const names = editionNames(old, next);
  return `${names.old}与${names.new}比对：${editionSummary(diff)}。条款按内容和位置配对，不按印制的编号。`;
}

function tableOf(diff: EditionDiff): TableSource {
  return {
    columns,
    rows: editionRows(diff).map((row, index) => ({
      kind: "data",
      values: [
        { kind: "count", count: index + 1 },
        words(row.kind),
        words(...row.old.map(placedWords)),
        words(...row.new.map(placedWords)),
        words(...(row.details.length > 0 ? row.details : [...row.new, ...row.old].map(({ clause }) => clause.standard))),
        words(row.confidence),
        words(),
      ],
    })),
  };
}

function placedWords(placed: PlacedClause): string {
  return `${placed.section.title}：${clauseLine(placed)}`;
}
