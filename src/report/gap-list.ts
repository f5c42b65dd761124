import { describeFileProblem, remedyFor, severityOf } from "../messages/file-problems.ts";
import { gapKinds } from "../messages/gaps.ts";
import type { FileProblem, Severity } from "../model/admission.ts";
import { formatChineseDate } from "../model/dates.ts";
import { formatPoints } from "../model/points.ts";
import type { FileResult, Scorecard } from "../model/scorecard.ts";
import { type Block, heading, type PaperDocument, paragraph } from "./blocks.ts";
import { titleOf } from "./citation.ts";
import { documentTitle } from "./conclusion.ts";
import { clauseMaxPoints, clauseName, deadlineValue, type SpokenGap, spoken } from "./gap-words.ts";
import { awaitingOf, lostOf } from "./numbers.ts";
import type { Scope } from "./scope.ts";
import { type ScopedView, scopedView } from "./scoped-view.ts";
import { evidenceLink } from "./scoring-explanation.ts";
import { paperTable, pointValue, type SourceColumn, sheetOf, type TableSource, words } from "./table-source.ts";
import { viewOf } from "./view.ts";
import type { Workbook } from "./workbook.ts";

/** 完成情况, the three states that 整改台账 use. */
export const progressChoices = ["未整改", "正在整改", "已整改"] as const;

const columns: readonly SourceColumn[] = [
  { header: "序号", share: 3, width: 6, align: "center" },
  { header: "条款", share: 10, width: 28 },
  { header: "分值", share: 4, width: 8, align: "center", format: "points" },
  { header: "缺项内容", share: 18, width: 50 },
  { header: "缺项类型", share: 6, width: 14, align: "center" },
  { header: "影响分值", share: 5, width: 10, align: "center", format: "points" },
  { header: "责任单位", share: 8, width: 18 },
  { header: "责任人", share: 6, width: 10, align: "center" },
  { header: "整改措施", share: 17, width: 50 },
  { header: "完成时限", share: 7, width: 16, align: "center", format: "date" },
  { header: "完成情况", share: 6, width: 12, align: "center", choices: progressChoices },
  { header: "销号", share: 5, width: 12, align: "center" },
  { header: "备注", share: 9, width: 26 },
];

/** 缺项清单, dearest first: what is missing, what it costs, what would win it back, whose it is. */
export function composeGapList(
  scorecard: Scorecard,
  scope: Scope,
  evidenceBase: string,
): { readonly paper: PaperDocument; readonly workbook: Workbook } {
  const scoped = scopedView(viewOf(scorecard), scope);
  const gaps = gapTable(scoped);
  const files = fileProblemTable(scoped.files, evidenceBase);
  const title = documentTitle(scoped, "缺项清单");
  const note = `${summary(scoped)}责任人、完成情况和销号由责任单位填写。`;
  const fileNote = "按严重程度排列；不直接扣分的，也可能在考核时被指出。";
  return {
    paper: {
      shell: "缺项清单",
      title,
      body: [paragraph(note), { kind: "table", table: paperTable(gaps) }, ...fileBlocks(files)],
      signature: { name: scoped.organization, date: formatChineseDate(scorecard.asOf) },
    },
    workbook: {
      sheets: [
        sheetOf(gaps, { name: "缺项清单", title, note, frozenColumns: 2, orientation: "landscape" }),
        sheetOf(files, {
          name: "材料问题",
          title: documentTitle(scoped, "材料问题清单"),
          note: fileNote,
          frozenColumns: 2,
          orientation: "landscape",
        }),
      ],
    },
  };
}

/** On paper only the gravest; the workbook has every one. */
const mostOnPaper = 200;

function fileBlocks(files: TableSource): readonly Block[] {
  if (files.rows.length === 0) return [];
  const shown: TableSource = { columns: files.columns, rows: files.rows.slice(0, mostOnPaper) };
  const more = files.rows.length - mostOnPaper;
  return [
    heading(1, "附：材料自身的问题"),
    { kind: "table", table: paperTable(shown) },
    ...(more > 0 ? [paragraph(`其余${String(more)}项见缺项清单电子表格的“材料问题”。`)] : []),
  ];
}

function summary({ view, gaps, numbers }: ScopedView): string {
  const asOf = `截至${formatChineseDate(view.scorecard.asOf)}`;
  if (gaps.length === 0) return `${asOf}，未发现缺项。`;
  const weighted = view.scorecard.fields.some(({ field }) => field.weight !== undefined) ? "（均为折算前分值）" : "";
  const points = `已确定扣分${formatPoints(lostOf(numbers))}分，待定${formatPoints(awaitingOf(numbers.points))}分${weighted}`;
  return `${asOf}，共有缺项${String(gaps.length)}项，${points}，影响分值大的在前。`;
}

function gapTable(scoped: ScopedView): TableSource {
  const entries = scoped.gaps.flatMap((gap) => spoken(scoped.view, gap) ?? []);
  return {
    columns,
    rows: entries.map((entry, index) => ({
      kind: "data",
      values: [
        { kind: "count", count: index + 1 },
        words(clauseName(entry.clause)),
        clauseMaxPoints(entry.clause),
        words(entry.content),
        words(gapKinds[entry.gap.code]),
        pointValue(entry.gap.points),
        words(entry.gap.unit),
        entry.person,
        words(...remedyLines(entry)),
        deadlineValue(entry),
        words(entry.gap.state === "lost" ? progressChoices[0] : ""),
        words(),
        words(...remarks(entry)),
      ],
    })),
  };
}

/** The unit's own measure first; what would win the points back always. */
function remedyLines({ remedy, proposal }: SpokenGap): readonly string[] {
  return remedy === proposal ? [proposal] : [`单位措施：${remedy}`, `建议：${proposal}`];
}

function remarks({ gap, cost }: SpokenGap): readonly string[] {
  const state = gap.state === "lost" && gap.points > 0 ? "" : cost;
  const supervisors = gap.supervisors.length === 0 ? "" : `监管单位：${gap.supervisors.join("、")}`;
  return [state, supervisors];
}

export const severityWords = { block: "不能使用", "loses-points": "影响计分", risk: "有风险", style: "不规范" } as const satisfies Record<
  Severity,
  string
>;

const severityRank = { block: 0, "loses-points": 1, risk: 2, style: 3 } as const satisfies Record<Severity, number>;

/** Files and what is wrong with each, gravest first. */
function fileProblemTable(files: readonly FileResult[], evidenceBase: string): TableSource {
  const entries = files.flatMap((file) => file.problems.map((problem) => ({ file, problem })));
  const rank = (problem: FileProblem): number => severityRank[severityOf[problem.code]];
  const sorted = entries.sort((a, b) => rank(a.problem) - rank(b.problem));
  return {
    columns: [
      { header: "序号", share: 4, width: 6, align: "center" },
      { header: "材料", share: 24, width: 44 },
      { header: "责任单位", share: 10, width: 18 },
      { header: "对应条款", share: 10, width: 20 },
      { header: "严重程度", share: 7, width: 12, align: "center" },
      { header: "问题", share: 22, width: 50 },
      { header: "处理建议", share: 23, width: 50 },
    ],
    rows: sorted.map(({ file: { mapping }, problem }, index) => ({
      kind: "data",
      values: [
        { kind: "count", count: index + 1 },
        { kind: "links", links: [{ text: titleOf(mapping.file), target: evidenceLink(evidenceBase, mapping.file.path) }] },
        words(mapping.file.unit ?? ""),
        words([...new Set(mapping.links.map((link) => link.clause))].join("、")),
        words(severityWords[severityOf[problem.code]]),
        words(describeFileProblem(problem)),
        words(remedyFor(problem)),
      ],
    })),
  };
}
