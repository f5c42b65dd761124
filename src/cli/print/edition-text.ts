import { describeFrameChange } from "../../messages/edition-words.ts";
import type { EditionDiff } from "../../model/edition-diff.ts";
import { visibleName } from "../../model/visible-name.ts";
import { clauseLine, type EditionRow, editionRows, editionSummary } from "../../report/editions/edition-rows.ts";
import { wrap } from "./columns.ts";
import type { Painter } from "./painter.ts";

/** The comparison as a clerk reads it on the terminal. */
export function editionText(diff: EditionDiff, { paint, columns }: { readonly paint: Painter; readonly columns: number }): string {
  const rows = editionRows(diff);
  const frame = diff.frame.map((change) => `  ${describeFrameChange(change)}`);
  return [
    `${paint.heading("比对结果")}：${editionSummary(diff)}。`,
    ...(frame.length === 0 ? [] : [paint.heading("总体变化"), ...frame]),
    ...(rows.length === 0 ? [] : [paint.heading("逐条变化"), ...rows.map((row) => rowText(row, paint, columns))]),
  ].join("\n");
}

function rowText(row: EditionRow, paint: Painter, columns: number): string {
  const mark = { 新增: paint.good, 删去: paint.lost, 拆分: paint.open, 合并: paint.open, 有改动: paint.open }[row.kind];
  const names = [...new Set([...row.old, ...row.new].map(clauseLine))];
  const same = row.old.length === 1 && row.new.length === 1 && names.length === 1;
  const head = same
    ? (names[0] ?? "")
    : [row.old.map(clauseLine).join("、"), row.new.map(clauseLine).join("、")].filter((part) => part !== "").join(" → ");
  const doubt = row.doubtful ? paint.lost(`〔${row.confidence}〕`) : "";
  const lines = row.details.flatMap((detail) =>
    wrap(visibleName(detail), Math.max(40, columns - 6)).map((line, at) => `${at === 0 ? "    · " : "      "}${line}`),
  );
  return [`  ${mark(row.kind)}　${visibleName(head)}${doubt}`, ...lines].join("\n");
}
