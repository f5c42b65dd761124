import { annexNote, parts } from "../../model/criteria-paper.ts";
import { sheetOf } from "../table-source.ts";
import type { Workbook } from "../workbook.ts";
import { type CriteriaExport, criteriaParts } from "./criteria-paper.ts";
import { annexTable } from "./frame-tables.ts";
import { taskSheets } from "./task-documents.ts";

/** 考核细则 as a workbook: a sheet for each table, the 责任分解表 as a whole and by unit, and the sheet that the import reads. */
export function composeCriteriaWorkbook({ criteria, annex, tasks }: CriteriaExport): Workbook {
  const shared = { title: criteria.title, orientation: "landscape", filter: false } as const;
  const tables = criteriaParts(criteria).flatMap(({ name, table }) =>
    table === undefined ? [] : [sheetOf(table, { ...shared, name, frozenColumns: table.columns.length > 4 ? 3 : 1 })],
  );
  const rules =
    annex === undefined ? [] : [sheetOf(annexTable(annex), { ...shared, name: parts.annex, note: annexNote, frozenColumns: 1 })];
  return { sheets: [...tables, ...taskSheets(criteria, tasks), ...rules] };
}
