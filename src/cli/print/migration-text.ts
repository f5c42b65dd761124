import { describeFrameChange } from "../../messages/edition-words.ts";
import { formatPoints, formatRange } from "../../model/points.ts";
import { visibleName } from "../../model/visible-name.ts";
import type { Standing } from "../../report/editions/migration-effect.ts";
import { differs } from "../../report/editions/migration-effect.ts";
import {
  type CarryRow,
  carryRows,
  type MigrationReport,
  migrationSummary,
  type ReferenceRow,
  referenceRows,
} from "../../report/editions/migration-rows.ts";
import { padEnd, widest, wrap } from "./columns.ts";
import type { Painter } from "./painter.ts";

export interface MigrationTextOptions {
  readonly paint: Painter;
  readonly columns: number;
  /** List what goes on as it was, too. */
  readonly all: boolean;
}

/** The change of edition as a clerk reads it on the terminal: what to look at first, what it costs last. */
export function migrationText(report: MigrationReport, options: MigrationTextOptions): string {
  const { paint, all } = options;
  const rows = carryRows(report);
  const references = referenceRows(report);
  const shown = rows.filter((row) => all || row.kind !== "沿用");
  const open = references.filter((row) => all || row.open);
  const quiet = references.length - open.length;
  return [
    `${paint.heading("换版")}：${migrationSummary(report)}。`,
    ...(report.frame.length === 0
      ? []
      : [paint.heading("总体变化"), ...report.frame.map((change) => `  ${visibleName(describeFrameChange(change))}`)]),
    ...(shown.length === 0 ? [] : [paint.heading("条款"), ...shown.flatMap((row) => carryText(row, options))]),
    ...(references.length === 0
      ? []
      : [
          `${paint.heading("人工对应、自评表、人工评定")}：${String(references.length)}处${open.length === 0 ? "，都不用人工核对" : ""}`,
          ...open.flatMap((row) => referenceText(row, options)),
          ...(quiet === 0 || open.length === 0
            ? []
            : [paint.faint(`  另有${String(quiet)}处不用人工核对${all ? "" : "，加 --all 全部列出"}`)]),
        ]),
    ...effectText(report, options),
  ].join("\n");
}

function carryText(row: CarryRow, { paint, columns }: MigrationTextOptions): readonly string[] {
  const mark = { 沿用: paint.good, 待核对: paint.open, 无处可归: paint.lost, 新增: paint.good }[row.kind];
  const names = row.old === row.new || row.new === "" ? row.old : row.old === "" ? row.new : `${row.old} → ${row.new}`;
  const details = [...(row.carried === "" ? [] : [row.carried]), ...row.details];
  return [`  ${mark(row.kind)}　${visibleName(names)} ${paint.faint(row.place)}`, ...details.flatMap((detail) => bullet(detail, columns))];
}

function referenceText(row: ReferenceRow, { paint, columns }: MigrationTextOptions): readonly string[] {
  const head = [row.kind, row.place, row.about, row.clauses].filter((part) => part !== "").join("　");
  return [`  ${visibleName(head)}　${paint.open(row.fate)}`, ...row.details.flatMap((detail) => bullet(detail, columns))];
}

function bullet(detail: string, columns: number): readonly string[] {
  return wrap(visibleName(detail), Math.max(40, columns - 6)).map((line, at) => `${at === 0 ? "    · " : "      "}${line}`);
}

function effectText({ effect }: MigrationReport, { paint, columns }: MigrationTextOptions): readonly string[] {
  const units = effect.units.filter(({ before, after }) => before.maxPoints + after.maxPoints > 0);
  const lines = [...units.map(({ unit, before, after }) => ({ name: unit, before, after })), { name: "全区总分", ...effect.total }];
  const width = widest(lines.map(({ name }) => name));
  const gone = effect.clauses.filter(({ after }) => after === undefined).length;
  // They stand above, one by one: a whole field that is gone would hide what changed.
  const listed = gone > mostGone ? effect.clauses.filter(({ after }) => after !== undefined) : effect.clauses;
  const middle = widest(lines.map(({ before }) => standing(before)));
  return [
    paint.heading("得分对比（换版前 → 换版后）"),
    ...lines.map(({ name, before, after }) => {
      const text = `  ${padEnd(visibleName(name), width)}  ${padEnd(standing(before), middle)} → ${standing(after)}`;
      return differs({ before, after }) ? text : paint.faint(`${text}（不变）`);
    }),
    ...(effect.clauses.length === 0 ? [] : [paint.heading("得分有变化的条款")]),
    ...listed.flatMap(({ id, title, before, after, reasons }) => [
      `  ${visibleName(`${id} ${title}`)}：${standing(before)} → ${standing(after)}`,
      ...bullet(reasons.join("；"), columns),
    ]),
    ...(listed.length === effect.clauses.length ? [] : [paint.faint(`  另有${String(gone)}条新稿没有的（见上面的无处可归）不再计分`)]),
  ];
}

/** So many clauses that are gone are listed with what they cost. */
const mostGone = 5;

/** 3—4 分／4 分. */
function standing(value: Standing | undefined): string {
  return value === undefined ? "（没有这一条）" : `${formatRange(value.points)}／${formatPoints(value.maxPoints)}分`;
}
