import { formatChineseDate } from "../model/dates.ts";
import { formatPoints } from "../model/points.ts";
import type { Scorecard } from "../model/scorecard.ts";
import { type Block, heading, type PaperDocument, paragraph } from "./blocks.ts";
import { clauseParagraphs } from "./clause-paragraphs.ts";
import { documentTitle, groupPoints, sectionPoints } from "./conclusion.ts";
import { openingParagraph, organisationBlocks } from "./opening.ts";
import { problemBlocks, remedyBlocks } from "./problem-blocks.ts";
import type { Scope } from "./scope.ts";
import { type ScopedSection, type ScopedView, scopedView } from "./scoped-view.ts";
import { scoreChart, scoreTable } from "./score-table.ts";
import { paperTable, type TableSource, words } from "./table-source.ts";
import { viewOf } from "./view.ts";
import { chineseNumber } from "./wording.ts";

/**
 * 自查报告: 引言 → 组织开展情况 → 对照细则自查情况 → 自评得分汇总 → 问题及扣分原因 → 整改措施 → 合理缺项 → 附件说明 (domain: 自检自查报告 as
 * assessed governments write it). Prose quotes only mapped facts; where only a person knows, a marked blank stands.
 */
export function composeSelfInspectionReport(scorecard: Scorecard, scope: Scope): PaperDocument {
  const scoped = scopedView(viewOf(scorecard), scope);
  const chapters: readonly (readonly [string, readonly Block[]])[] = [
    ["自查工作开展情况", organisationBlocks(scoped)],
    ["对照细则自查情况", sectionBlocks(scoped)],
    ["自评得分汇总", scoreBlocks(scoped)],
    ["存在问题及扣分原因", problemBlocks(scoped)],
    ["整改措施和完成时限", remedyBlocks(scoped)],
    ...notApplicableChapter(scoped),
  ];
  return {
    shell: "自查报告",
    title: documentTitle(scoped, "自查报告"),
    ...(scoped.addressee === undefined ? {} : { addressee: scoped.addressee }),
    body: [openingParagraph(scoped), ...chapters.flatMap(chapter), ...annexBlocks(scoped)],
    signature: { name: scoped.organization, date: formatChineseDate(scorecard.asOf) },
  };
}

function chapter([title, blocks]: readonly [string, readonly Block[]], index: number): readonly Block[] {
  return [heading(1, `${chineseNumber(index + 1)}、${title}`), ...blocks];
}

function sectionBlocks(scoped: ScopedView): readonly Block[] {
  if (scoped.sections.length === 0) return [paragraph("细则未明确本单位承担的考核内容。")];
  const several = new Set(scoped.sections.map(({ section }) => section.field)).size > 1;
  const opened = new Set<string>();
  return scoped.sections.flatMap((section, index) => {
    const { field, kind } = section.section;
    const opens = several && kind === "standard" && !opened.has(field);
    opened.add(field);
    return [...(opens ? [fieldLine(scoped, section)] : []), ...oneSection(scoped, section, index)];
  });
}

function fieldLine(scoped: ScopedView, { section, fieldName }: ScopedSection): Block {
  const result = scoped.fields.find(({ field }) => field.id === section.field);
  const points = result === undefined ? "" : groupPoints("", result, scoped.view.gapsByField.get(section.field) ?? []);
  return { kind: "paragraph", runs: [{ kind: "text", text: `${fieldName}领域${points}`, bold: true }] };
}

function oneSection(scoped: ScopedView, section: ScopedSection, index: number): readonly Block[] {
  const title = heading(2, `（${chineseNumber(index + 1)}）${section.section.title}${sectionPoints(scoped, section)}`);
  const body = section.clauses.flatMap((clause, at) => clauseParagraphs(scoped, clause, at + 1));
  return [title, ...(body.length === 0 ? [paragraph("细则在本项下没有条款。")] : body)];
}

function scoreBlocks(scoped: ScopedView): readonly Block[] {
  const chart = scoreChart(scoped);
  return [
    paragraph(`截至${formatChineseDate(scoped.view.scorecard.asOf)}，各考核项目自评得分如下（单位：分）：`),
    { kind: "table", table: paperTable(scoreTable(scoped)) },
    ...(chart === undefined ? [] : [{ kind: "chart", chart } as const]),
  ];
}

function notApplicableChapter(scoped: ScopedView): readonly (readonly [string, readonly Block[]])[] {
  const source = notApplicableTable(scoped);
  if (source.rows.length === 0) return [];
  const intro = paragraph("以下条款申报为合理缺项，不计入缺项清单的扣分：");
  return [["合理缺项说明", [intro, { kind: "table", table: paperTable(source) }]]];
}

/** 合理缺项明细表: 序号·考核项目·条款·标准分值·合理缺项说明·核定情况. */
export function notApplicableTable(scoped: ScopedView): TableSource {
  const clauses = scoped.sections.flatMap(({ clauses: own }) => own).filter(({ result }) => result.state === "notApplicable");
  return {
    columns: [
      { header: "序号", share: 6, width: 6, align: "center" },
      { header: "考核项目", share: 18, width: 22 },
      { header: "条款", share: 24, width: 30 },
      { header: "标准分值", share: 10, width: 10, align: "center" },
      { header: "合理缺项说明", share: 32, width: 48 },
      { header: "核定情况", share: 10, width: 12, align: "center" },
    ],
    rows: clauses.map(({ result }, index) => ({
      kind: "data",
      values: [
        { kind: "count", count: index + 1 },
        words(result.section.title),
        words(`${result.clause.label}${result.clause.title}`),
        words(formatPoints(result.clause.maxPoints)),
        words(...(result.notApplicable?.reasons ?? []).map(({ unit, reason }) => `${unit}：${reason.trim()}`)),
        words(result.notApplicable?.confirmed === true ? "已核定" : "待核定"),
      ],
    })),
  };
}

function annexBlocks({ scope }: ScopedView): readonly Block[] {
  const names = ["对照自查评分说明", "缺项清单", ...(scope.kind === "district" ? ["得分汇总", "佐证材料目录"] : [])];
  return names.map((name, index) => paragraph(`${index === 0 ? "附件：" : "　　　"}${String(index + 1)}.${name}`));
}
