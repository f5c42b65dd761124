import { periodWords } from "../messages/periods.ts";
import type { Frequency } from "../model/criteria.ts";
import { formatChineseDate } from "../model/dates.ts";
import { addPoints, formatPoints, formatRange } from "../model/points.ts";
import type { RequirementResult, Scorecard, Slot } from "../model/scorecard.ts";
import { heading, type PaperDocument, paragraph } from "./blocks.ts";
import { documentTitle, sectionPoints } from "./conclusion.ts";
import { clauseMaxPoints, clauseName, clauseTitle } from "./gap-words.ts";
import { type ScopedClause, type ScopedView, scopedView } from "./scoped-view.ts";
import {
  dateOrBlank,
  paperTable,
  pointValue,
  type SourceColumn,
  type SourceRow,
  sheetOf,
  type TableSource,
  words,
} from "./table-source.ts";
import { viewOf } from "./view.ts";
import type { Workbook } from "./workbook.ts";

const columns: readonly SourceColumn[] = [
  { header: "序号", share: 4, width: 5, align: "center" },
  { header: "条款", share: 14, width: 24 },
  { header: "材料名称", share: 14, width: 24 },
  { header: "频次和份数", share: 10, width: 18 },
  { header: "应有份数", share: 6, width: 7, align: "center", format: "integer" },
  { header: "已有份数", share: 6, width: 7, align: "center", format: "integer" },
  { header: "尚缺", share: 16, width: 36 },
  { header: "应交时限", share: 9, width: 16, align: "center", format: "date" },
  { header: "本条分值", share: 6, width: 7, align: "center", format: "points" },
  { header: "影响分值", share: 6, width: 7, align: "center", format: "points" },
  { header: "状态", share: 8, width: 12, align: "center" },
];

/** 材料清单 of one unit: what to prepare, how many, by when, which points hang on it, what is there already. */
export function composeChecklist(scorecard: Scorecard, unit: string): { readonly paper: PaperDocument; readonly workbook: Workbook } {
  const scoped = scopedView(viewOf(scorecard), { kind: "unit", unit });
  const [evidence, facts] = [evidenceTable(scoped), factTable(scoped)];
  const title = documentTitle(scoped, "材料清单");
  const note = opening(scoped);
  return {
    paper: {
      shell: "材料清单",
      title,
      body: [
        paragraph(note),
        heading(1, "一、应准备的佐证材料"),
        { kind: "table", table: paperTable(evidence) },
        ...(facts.rows.length === 0 ? [] : [heading(1, "二、应填报的数据和事项"), { kind: "table", table: paperTable(facts) } as const]),
      ],
      signature: { name: scorecard.organization, date: formatChineseDate(scorecard.asOf) },
    },
    workbook: {
      sheets: [
        sheetOf(evidence, { name: "材料清单", title, note, frozenColumns: 3, orientation: "landscape" }),
        sheetOf(facts, { name: "应填报事项", title: documentTitle(scoped, "应填报事项"), frozenColumns: 2, orientation: "landscape" }),
      ],
    },
  };
}

function opening({ numbers, sections, units, view }: ScopedView): string {
  const clauses = sections.flatMap((section) => section.clauses);
  const [own] = units;
  const deadline = own?.unit.deadline === undefined ? "" : `报送截止日期为${formatChineseDate(own.unit.deadline)}，`;
  const lead = clauses.filter(({ role }) => role === "lead").length;
  return (
    `承担考核条款${String(clauses.length)}条（牵头${String(lead)}条），分值${formatPoints(numbers.maxPoints)}分，` +
    `${deadline}截至${formatChineseDate(view.scorecard.asOf)}自评${formatRange(numbers.points)}分。材料份数以细则要求为准。`
  );
}

function evidenceTable(scoped: ScopedView): TableSource {
  let count = 0;
  const rows = scoped.sections.flatMap((section): readonly SourceRow[] => {
    const own = section.clauses.flatMap((clause) => clause.requirements.map((result) => requirementRow(clause, result, ++count)));
    if (own.length === 0) return [];
    return [{ kind: "group", label: `${section.section.label}${section.section.title}${sectionPoints(scoped, section)}` }, ...own];
  });
  return { columns, rows };
}

function requirementRow(clause: ScopedClause, { requirement, slots }: RequirementResult, count: number): SourceRow {
  const short = slots.filter((slot) => slot.missing.most > 0);
  const [next] = [...new Set(short.map((slot) => slot.due))].sort();
  const there = new Set(slots.flatMap((slot) => slot.counted)).size;
  const gaps = clause.gaps.filter((gap) => "requirement" in gap && gap.requirement === requirement.id);
  return {
    kind: "data",
    values: [
      { kind: "count", count },
      words(clauseTitle(clause.result)),
      words(requirement.name),
      words(howOften(clause, requirement)),
      { kind: "count", count: slots.reduce((sum, slot) => sum + slot.need, 0) },
      { kind: "count", count: there },
      words(...missingLines(short)),
      next === undefined ? words() : dateOrBlank(next, "时限"),
      clauseMaxPoints(clause.result),
      pointValue(addPoints(...gaps.map((gap) => gap.points))),
      words(stateWords(slots)),
    ],
  };
}

const frequencyWords = { month: "每月", quarter: "每季度", half: "每半年", year: "每年", none: "共" } as const satisfies Record<
  Frequency,
  string
>;

function howOften({ result }: ScopedClause, requirement: RequirementResult["requirement"]): string {
  const followed = result.clause.evidence.find(({ id }) => id === requirement.with);
  if (followed !== undefined) return `每份${followed.name}配1份`;
  return `${frequencyWords[requirement.per]}${String(requirement.count)}份`;
}

function missingLines(short: readonly Slot[]): readonly string[] {
  if (short.length === 0) return [];
  const missing = short.reduce((sum, slot) => sum + slot.missing.most, 0);
  const periods = short.flatMap((slot) => slot.period ?? []);
  const doubtful = new Set(short.flatMap((slot) => slot.doubtful)).size;
  return [
    `缺${String(missing)}份${periods.length === 0 ? "" : `：${periodWords(periods)}`}`,
    doubtful === 0 ? "" : `有${String(doubtful)}份疑似材料待核实`,
  ];
}

function stateWords(slots: readonly Slot[]): string {
  const has = (state: Slot["state"]): boolean => slots.some((slot) => slot.state === state);
  if (has("short")) return "缺少，已到期";
  if (has("unconfirmed")) return "待核实";
  return has("upcoming") ? "未到期" : "已齐";
}

/** Facts that the files cannot show and the unit must state. */
function factTable(scoped: ScopedView): TableSource {
  const entries = scoped.sections
    .flatMap(({ clauses }) => clauses.filter(({ result }) => result.state !== "notApplicable"))
    .flatMap((clause) =>
      clause.result.clause.inputs.filter(({ from }) => from !== "lead" || clause.role === "lead").map((input) => ({ clause, input })),
    );
  return {
    columns: [
      { header: "序号", share: 6, width: 6, align: "center" },
      { header: "条款", share: 28, width: 34 },
      { header: "应填报的事项", share: 34, width: 40 },
      { header: "计量单位", share: 10, width: 10, align: "center" },
      { header: "本条分值", share: 10, width: 10, align: "center", format: "points" },
      { header: "状态", share: 12, width: 12, align: "center" },
    ],
    rows: entries.map(({ clause, input }, index) => ({
      kind: "data",
      values: [
        { kind: "count", count: index + 1 },
        words(clauseName(clause.result)),
        words(input.name),
        words(input.measure ?? ""),
        clauseMaxPoints(clause.result),
        words(clause.returns[0]?.entry.facts.has(input.id) === true ? "已填报" : "未填报"),
      ],
    })),
  };
}
