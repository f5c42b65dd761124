import { periodWords } from "../../messages/periods.ts";
import { ruleWords } from "../../messages/rule-words.ts";
import { taskHeadings } from "../../model/criteria-paper.ts";
import { formatChineseDate } from "../../model/dates.ts";
import type { Period } from "../../model/periods.ts";
import { formatPoints } from "../../model/points.ts";
import type { ScoringRule } from "../../model/rule.ts";
import type { Task, TaskItem } from "../../model/task.ts";
import { type SourceColumn, type SourceRow, type TableSource, type Value, words } from "../table-source.ts";

const columns: readonly SourceColumn[] = [
  { header: "序号", share: 4, width: 6, align: "center" },
  { header: "责任", share: 5, width: 7, align: "center", format: "text" },
  { header: taskHeadings.clause, share: 17, width: 28, format: "text" },
  { header: "本条分值", share: 5.5, width: 8, align: "center", format: "text" },
  { header: taskHeadings.material, share: 20, width: 34, format: "text" },
  { header: "份数", share: 9, width: 14, format: "text" },
  { header: "所属时段", share: 11, width: 22, format: "text" },
  { header: taskHeadings.due, share: 14, width: 20, format: "text" },
  { header: "关系到的分数", share: 22, width: 38, format: "text" },
  { header: "经办人", share: 7, width: 10, format: "text" },
  { header: "完成情况", share: 7, width: 12, format: "text", choices: ["未开始", "办理中", "已完成", "不涉及"] },
];

const perWords = { month: "每月", quarter: "每季度", half: "每半年" } as const;
const parts = { lead: "牵头", with: "配合" } as const;

/** The tasks of one unit, numbered; the clauses that it leads first. */
export function unitTaskTable(tasks: readonly Task[]): TableSource {
  return { columns, rows: numbered(tasks.toSorted((a, b) => Number(a.part === "with") - Number(b.part === "with"))) };
}

/** All units below each other, each under its name. */
export function wholeTaskTable(units: ReadonlyMap<string, readonly Task[]>): TableSource {
  const rows = [...units].flatMap(([unit, tasks]): readonly SourceRow[] => [
    { kind: "group", label: `${unit}（${taskSummary(tasks)}）` },
    ...unitTaskTable(tasks).rows,
  ]);
  return { columns, rows };
}

/** 牵头5条、配合3条，应备材料12项. */
export function taskSummary(tasks: readonly Task[]): string {
  const count = (part: Task["part"]): number => tasks.filter((task) => task.part === part).length;
  const materials = tasks.flatMap(({ items }) => items).filter(({ kind }) => kind === "material").length;
  const clauses = (["lead", "with"] as const).flatMap((part) => (count(part) === 0 ? [] : [`${parts[part]}${String(count(part))}条`]));
  return `${clauses.join("、")}，应备材料${String(materials)}项`;
}

function numbered(tasks: readonly Task[]): readonly SourceRow[] {
  const rows = tasks.flatMap((task) => task.items.map((item) => ({ task, item })));
  return rows.map(({ task, item }, index) => ({
    kind: "data",
    values: [{ kind: "count", count: index + 1 }, ...clauseValues(task), ...itemValues(item, task), words(), words()],
  }));
}

function clauseValues({ part, clause, section }: Task): readonly Value[] {
  const points = section.kind === "veto" ? "否决项" : `${formatPoints(clause.maxPoints)}分`;
  return [
    words(parts[part]),
    words(`${clause.id} ${clause.label}${clause.title}`),
    words(section.kind === "bonus" ? `加${points}` : points),
  ];
}

function itemValues(item: TaskItem, { clause }: Task): readonly Value[] {
  switch (item.kind) {
    case "material": {
      const { requirement, periods } = item;
      const leader = clause.evidence.find(({ id }) => id === requirement.with);
      return [
        words(requirement.name),
        words(leader === undefined ? countWords(requirement.count, periods) : `每份${leader.name}配1份`),
        words(windowWords(item)),
        words(leader === undefined ? dueWords(item) : `与${leader.name}同时`),
        words(...stakes(item.rules)),
      ];
    }
    case "fact": {
      const { input, due, rules } = item;
      const measure = input.measure === undefined ? "" : `（${input.measure}）`;
      return [
        words(`填报：${input.name}${measure}`),
        words(),
        words(),
        words(due === undefined ? "" : formatChineseDate(due)),
        words(...stakes(rules)),
      ];
    }
    case "support":
      return [words(supportWords(item.leads, item.names)), words(), words(), words(), words("随本条一并计分")];
    case "none":
      return [words("细则没有列明材料，对照评分标准准备"), words(), words(), words(), words(clause.standard)];
  }
}

function supportWords(leads: readonly string[], names: readonly string[]): string {
  const papers = names.length === 0 ? "" : `：${names.join("、")}`;
  return `配合${leads.join("、")}准备${papers}`;
}

/** 每季度1份，共4份. */
function countWords(count: number, periods: readonly Period[]): string {
  const [first] = periods;
  if (first === undefined || first.unit === "year") return `${String(count * Math.max(1, periods.length))}份`;
  return `${perWords[first.unit]}${String(count)}份，共${String(count * periods.length)}份`;
}

type Material = Extract<TaskItem, { kind: "material" }>;

/** All periods of a year are said by the year alone. */
function windowWords({ requirement: { window }, periods }: Material): string {
  if (window.kind === "unknown") return "细则所写时段起止颠倒，待核实";
  const { from, to } = window.range;
  const whole = from.endsWith("-01-01") && to.endsWith("-12-31") && from.slice(0, 4) === to.slice(0, 4);
  if (whole) return `${from.slice(0, 4)}年`;
  return periods.length > 0 && periods.length <= 4 ? periodWords(periods) : `${formatChineseDate(from)}至${formatChineseDate(to)}`;
}

function dueWords({ due, periods }: Material): string {
  if (due !== undefined) return formatChineseDate(due);
  const [first] = periods;
  if (first === undefined) return "";
  const last = formatChineseDate((periods.at(-1) ?? first).range.to);
  return first.unit === "year" ? last : `${perWords[first.unit]}末，最后一期${last}`;
}

function stakes(rules: readonly ScoringRule[]): readonly string[] {
  const said = new Set(rules.map((rule) => rule.text ?? ruleWords(rule)));
  return said.size === 0 ? ["评分标准没有单独计分"] : [...said];
}
