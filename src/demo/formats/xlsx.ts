import excel from "exceljs";
import { repairWorkbook } from "../../render/xlsx/repair-workbook.ts";
import type { PaperFacts } from "../paper.ts";
import { composeSheet } from "../sheet.ts";

/** A small table as .xlsx: title row, headings, rows, and a line that says who keeps it. The same paper always gives the same bytes. */
export async function xlsxOf(paper: PaperFacts): Promise<Uint8Array> {
  const { headings, rows } = composeSheet(paper);
  const workbook = new excel.Workbook();
  const time = new Date(`${paper.date === "" ? "2024-01-01" : paper.date}T09:00:00Z`);
  workbook.created = time;
  workbook.modified = time;
  workbook.creator = paper.issuer;
  const sheet = workbook.addWorksheet("台账");
  sheet.addRow([paper.title]);
  sheet.addRow([...headings]);
  for (const row of rows) sheet.addRow([...row]);
  for (const text of paper.says) sheet.addRow([text]);
  if (paper.planted?.sheet === undefined)
    sheet.addRow([`填报单位：${paper.issuer}`, ...(paper.date === "" ? [] : [`填报日期：${paper.date}`])]);
  sheet.columns.forEach((column) => {
    column.width = 18;
  });
  return repairWorkbook(new Uint8Array(await workbook.xlsx.writeBuffer()));
}
