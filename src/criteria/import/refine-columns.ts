import type { ColumnRole } from "./column-roles.ts";
import type { Column, Segment } from "./find-tables.ts";
import { cellAt } from "./grid.ts";

/** Words that score: what a rule column is full of, whatever stands above it. */
export const scoringWords = /(?:[扣加减得计记]\s*[\d０-９]|不得分|不计分|扣完为止|酌情[扣加]|[扣加]分|得满分|一票否决|倒扣|全扣)/u;

/**
 * The same heading means different things in different tables: what a column is, its neighbours and its cells decide.
 * Of several content columns the last one holds the content, those before it are headings of it.
 */
export function refineColumns(segment: Segment): readonly Column[] {
  const columns = byNeighbours(segment, dropEmptyUnknown(segment, segment.columns));
  const contents = columns.filter(({ role }) => role === "content");
  const last = contents.at(-1)?.index;
  const firstOfLast = contents.find(({ heading, index }) => heading === contents.at(-1)?.heading && sameRun(columns, index, last))?.index;
  return columns.map((column) => {
    if (column.role === "content" && column.index < (firstOfLast ?? 0)) return { ...column, role: "level" };
    return column;
  });
}

/** A heading over several columns (考核内容 over number and text): is it one run of columns? */
function sameRun(columns: readonly Column[], from: number, to: number | undefined): boolean {
  return to !== undefined && columns.filter(({ index }) => index >= from && index <= to).every(({ role }) => role === "content");
}

function dropEmptyUnknown(segment: Segment, columns: readonly Column[]): readonly Column[] {
  return columns.filter((column) => column.role !== "unknown" || textsOf(segment, column).length > 0);
}

function byNeighbours(segment: Segment, columns: readonly Column[]): readonly Column[] {
  const has = (role: ColumnRole): boolean => columns.some((column) => column.role === role);
  const to = (index: number | undefined, role: ColumnRole, all: readonly Column[]): readonly Column[] =>
    all.map((column) => (column.index === index ? { ...column, role } : column));
  const scoring = (column: Column): number => shareOf(segment, column, scoringWords);
  let refined = columns;
  if (!has("rule")) {
    // 考评方法, 备注 or 考核内容 may hold the deductions.
    const best = columns
      .filter(({ role }) => role === "method" || role === "remark" || role === "unknown")
      .toSorted((a, b) => scoring(b) - scoring(a))[0];
    if (best !== undefined && scoring(best) >= 0.5) refined = to(best.index, "rule", refined);
  }
  const rules = refined.filter(({ role }) => role === "rule");
  if (rules.length > 1 && !has("content")) {
    // 考核标准 beside 评分办法: the one that scores less is what is asked for.
    const least = rules.toSorted((a, b) => scoring(a) - scoring(b))[0];
    if (least !== undefined && scoring(least) < 0.5) refined = to(least.index, "content", refined);
  } else if (rules.length === 1 && !has("content") && rules[0] !== undefined && scoring(rules[0]) < 0.3) {
    // 考核标准 without any deduction, beside 评分方式 that holds them.
    const method = refined.find((column) => column.role === "method" && scoring(column) >= 0.5);
    if (method !== undefined) refined = to(method.index, "rule", to(rules[0].index, "content", refined));
  }
  return refined.map((column) => {
    const holdsPapers =
      column.role === "remark" && shareOf(segment, column, /资料|文件|方案|纪要|记录|台账|通知|总结|报告|责任书|图片|照片/u) >= 0.5;
    return holdsPapers ? { ...column, role: "evidence" } : column;
  });
}

function shareOf(segment: Segment, column: Column, pattern: RegExp): number {
  const texts = textsOf(segment, column);
  return texts.length === 0 ? 0 : texts.filter((text) => pattern.test(text)).length / texts.length;
}

/** Texts of a column below the header, each merged cell once. */
export function textsOf(segment: Segment, column: Column): readonly string[] {
  const texts: string[] = [];
  for (let row = segment.from; row < segment.to; row++) {
    const cell = segment.repeats.has(row) ? undefined : cellAt(segment.grid, row, column.index);
    if (cell?.row === row && cell.columnSpan < segment.grid.width) texts.push(cell.text);
  }
  return texts;
}
