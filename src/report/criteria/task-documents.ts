import type { Criteria } from "../../model/criteria.ts";
import { parts } from "../../model/criteria-paper.ts";
import type { Task } from "../../model/task.ts";
import { type Block, heading, type PaperDocument, pageHeading, paragraph } from "../blocks.ts";
import { paperTable, sheetOf } from "../table-source.ts";
import type { Sheet, Workbook } from "../workbook.ts";
import { taskSummary, unitTaskTable, wholeTaskTable } from "./task-table.ts";

type UnitTasks = ReadonlyMap<string, readonly Task[]>;

/** 责任分解表 by unit, each beginning a page, so that every unit is handed its own. */
export function composeTaskPaper(criteria: Criteria, units: UnitTasks): PaperDocument {
  const body = [...units].flatMap(([unit, tasks], index): readonly Block[] => [
    index === 0 ? heading(1, unit) : pageHeading(unit),
    paragraph(`${taskSummary(tasks)}。`),
    { kind: "table", table: paperTable(unitTaskTable(tasks)) },
  ]);
  return { shell: "考核细则", title: taskTitle(criteria), body, signature: { name: "", date: "" } };
}

export function composeTaskWorkbook(criteria: Criteria, units: UnitTasks): Workbook {
  return { sheets: taskSheets(criteria, units) };
}

/** The whole on one sheet, and a sheet for each unit. */
export function taskSheets(criteria: Criteria, units: UnitTasks): readonly Sheet[] {
  if (units.size === 0) return [];
  const shared = { orientation: "landscape", frozenColumns: 1 } as const;
  const title = taskTitle(criteria);
  return [
    sheetOf(wholeTaskTable(units), { ...shared, name: parts.tasks, title, filter: false }),
    ...[...units].map(([unit, tasks]) =>
      sheetOf(unitTaskTable(tasks), { ...shared, name: unit, title: `${title}——${unit}`, note: `${taskSummary(tasks)}。` }),
    ),
  ];
}

function taskTitle({ title }: Criteria): string {
  return `${title.replace(/^《|》$/gu, "")}${parts.tasks}`;
}
