import { gapKinds } from "../messages/gap-kinds.ts";
import { formatChineseDate } from "../model/dates.ts";
import type { Gap } from "../model/gap.ts";
import { addPoints, formatPoints, subtractPoints, zeroPoints } from "../model/points.ts";
import type { FileResult, Scorecard } from "../model/scorecard.ts";
import { type Block, heading, type PaperDocument, paragraph } from "./blocks.ts";
import { documentTitle } from "./conclusion.ts";
import { fileProblemTable } from "./file-problem-table.ts";
import { clauseName, clausePrice, deadlineValue, type SpokenGap, spoken, stateWords } from "./gap-words.ts";
import { manualCheckTable } from "./manual-check-table.ts";
import { awaitingOf, lostOf } from "./numbers.ts";
import type { Scope } from "./scope.ts";
import { type ScopedView, scopedView } from "./scoped-view.ts";
import { paperTable, pointValue, type SourceColumn, sheetOf, type TableSource, words } from "./table-source.ts";
import { viewOf } from "./view.ts";
import type { Sheet, Workbook } from "./workbook.ts";

/** 完成情况, the three states that 整改台账 use. */
export const progressChoices = ["未整改", "正在整改", "已整改"] as const;

const columns: readonly SourceColumn[] = [
  { header: "序号", share: 4, width: 5, align: "center" },
  { header: "条款", share: 13, width: 20 },
  { header: "缺项内容", share: 22, width: 36 },
  { header: "缺项类型", share: 6, width: 9, align: "center" },
  { header: "影响分值", share: 5, width: 7, align: "center", format: "points" },
  { header: "责任单位", share: 8, width: 12 },
  { header: "整改措施", share: 22, width: 34 },
  { header: "责任人", share: 6, width: 8, align: "center" },
  { header: "完成时限", share: 8, width: 16, align: "center", format: "date" },
  { header: "完成情况", share: 6, width: 9, align: "center", choices: progressChoices },
  { header: "销号和备注", share: 7, width: 9 },
];

const note = (scoped: ScopedView): string =>
  scoped.gaps.length === 0 ? summary(scoped) : `${summary(scoped)}责任人、完成时限空白的和完成情况、备注由责任单位填写。`;

/** 缺项清单 on paper, dearest first: what is missing, what it costs, what would win it back, whose it is. */
export function composeGapPaper(scorecard: Scorecard, scope: Scope, evidenceBase: string): PaperDocument {
  const scoped = scopedView(viewOf(scorecard), scope);
  return {
    shell: "缺项清单",
    title: documentTitle(scoped, "缺项清单"),
    body: [
      paragraph(note(scoped)),
      ...(scoped.gaps.length === 0 ? [] : [{ kind: "table", table: paperTable(gapTable(scoped, scoped.gaps)) } as const]),
      ...supervisedBlocks(scoped),
      ...fileBlocks(scoped.files, evidenceBase),
    ],
    signature: { name: scoped.organization, date: formatChineseDate(scorecard.asOf) },
  };
}

/** 缺项清单 as a workbook: the same table, and every file that something is wrong with. */
export function composeGapWorkbook(scorecard: Scorecard, scope: Scope, evidenceBase: string): Workbook {
  const scoped = scopedView(viewOf(scorecard), scope);
  const shared = { frozenColumns: 2, orientation: "landscape" } as const;
  const title = documentTitle(scoped, "缺项清单");
  const fileTitle = documentTitle(scoped, "材料问题清单");
  const fileNote = "按严重程度排列；不直接扣分的，也可能在考核时被指出。";
  return {
    sheets: [
      sheetOf(gapTable(scoped, scoped.gaps), { ...shared, name: "缺项清单", title, note: note(scoped) }),
      ...supervisedSheets(scoped),
      sheetOf(fileProblemTable(scoped.files, evidenceBase), { ...shared, name: "材料问题", title: fileTitle, note: fileNote }),
      sheetOf(manualCheckTable(scoped, evidenceBase), {
        ...shared,
        name: "人工核对",
        title: documentTitle(scoped, "人工核对清单"),
        note: "程序判断不了、要翻看原件才知道的事项；逐份看过后填核对结果。",
      }),
    ],
  };
}

const supervisedNote = "这些企业由本单位负责行业监管或者属地监管，缺项不计入本单位得分，由本单位督促整改。";

/** 管行业必须管安全: what the enterprises lack is their supervisors' business too. */
function supervisedBlocks(scoped: ScopedView): readonly Block[] {
  const { supervisedGaps } = scoped;
  if (supervisedGaps.length === 0) return [];
  return [
    heading(1, `附：所监管企业的缺项（${String(supervisedGaps.length)}项）`),
    paragraph(supervisedNote),
    { kind: "table", table: paperTable(gapTable(scoped, supervisedGaps)) },
  ];
}

function supervisedSheets(scoped: ScopedView): readonly Sheet[] {
  const { supervisedGaps } = scoped;
  if (supervisedGaps.length === 0) return [];
  const title = documentTitle(scoped, "所监管企业缺项清单");
  return [
    sheetOf(gapTable(scoped, supervisedGaps), {
      frozenColumns: 2,
      orientation: "landscape",
      name: "监管企业缺项",
      title,
      note: `共${String(supervisedGaps.length)}项。${supervisedNote}`,
    }),
  ];
}

/** On paper only the gravest; the workbook has every one. */
const mostOnPaper = 200;

function fileBlocks(files: readonly FileResult[], evidenceBase: string): readonly Block[] {
  const count = files.reduce((sum, { problems }) => sum + problems.length, 0);
  if (count === 0) return [];
  return [
    heading(1, "附：材料自身的问题"),
    { kind: "table", table: paperTable(fileProblemTable(files, evidenceBase, mostOnPaper)) },
    ...(count > mostOnPaper ? [paragraph(`其余${String(count - mostOnPaper)}项见缺项清单电子表格的“材料问题”。`)] : []),
  ];
}

function summary(scoped: ScopedView): string {
  const { view, gaps, numbers } = scoped;
  const asOf = `截至${formatChineseDate(view.scorecard.asOf)}`;
  if (gaps.length === 0) return `${asOf}，未发现缺项。`;
  const weighted = view.scorecard.fields.some(({ field }) => field.weight !== undefined) ? "（均为折算前分值）" : "";
  const points = `已确定扣分${formatPoints(lostOf(numbers))}分，${openParts(scoped)}${weighted}`;
  return `${asOf}，共有缺项${String(gaps.length)}项，${points}，影响分值大的在前。${cappedWords(scoped)}`;
}

/** 待定 waits for a person or a figure, 尚未到期 only for the day: one number would hide which. */
function openParts({ gaps, numbers }: ScopedView): string {
  const open = awaitingOf(numbers.points);
  const upcoming = addPoints(...gaps.filter(({ state }) => state === "upcoming").map((gap) => gap.points));
  if (upcoming === zeroPoints) return `待定${formatPoints(open)}分`;
  if (upcoming >= open) return `尚未到期${formatPoints(open)}分`;
  return `待核实和待评定${formatPoints(subtractPoints(open, upcoming))}分，尚未到期${formatPoints(upcoming)}分`;
}

/** A section's cap can take less than its clauses lose: then the list adds up to more than the total says. */
function cappedWords({ gaps, numbers }: ScopedView): string {
  const listed = addPoints(...gaps.filter(({ state }) => state === "lost").map((gap) => gap.points));
  const lost = lostOf(numbers);
  return listed > lost ? `逐项相加为${formatPoints(listed)}分，考核项目封顶后实际扣${formatPoints(lost)}分。` : "";
}

function gapTable(scoped: ScopedView, gaps: readonly Gap[]): TableSource {
  const entries = gaps.flatMap((gap) => spoken(scoped.view, gap) ?? []);
  return {
    columns,
    rows: entries.map((entry, index) => ({
      kind: "data",
      values: [
        { kind: "count", count: index + 1 },
        words(`${clauseName(entry.clause)}${clausePrice(entry.clause)}`),
        words(entry.content),
        words(gapKinds[entry.gap.code]),
        pointValue(entry.gap.points),
        words(entry.owner, ...supervisorLines(entry)),
        words(...remedyLines(entry)),
        words(entry.person),
        deadlineValue(entry),
        words(entry.gap.state === "lost" ? progressChoices[0] : ""),
        words(stateWords(entry)),
      ],
    })),
  };
}

/** The unit's own measure first; what would win the points back always. */
function remedyLines({ remedy, proposal }: SpokenGap): readonly string[] {
  return remedy === proposal ? [proposal] : [`单位措施：${remedy}`, `建议：${proposal}`];
}

function supervisorLines({ gap }: SpokenGap): readonly string[] {
  return gap.supervisors.length === 0 ? [] : [`监管单位：${gap.supervisors.join("、")}`];
}
