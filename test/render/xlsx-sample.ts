import ExcelJS from "exceljs";
import { type CalendarDate, parseDate } from "../../src/model/dates.ts";
import { emptyCell, numberCell, type Sheet, type SheetCell, textCell, type Workbook } from "../../src/report/workbook.ts";

export function day(text: string): CalendarDate {
  const date = parseDate(text);
  if (date === undefined) throw new Error(text);
  return date;
}

export function link(text: string, target: string): SheetCell {
  return { kind: "link", text, target };
}

/** One sheet of one column: for tests about a single cell. Rows start at row 3. */
export function sheetOf(...cells: readonly SheetCell[]): Sheet {
  return {
    name: "表",
    title: "标题",
    columns: [{ header: "内容", width: 20 }],
    rows: cells.map((cell) => ({ kind: "data", cells: [cell] })),
    frozenColumns: 0,
  };
}

/** Every feature of the workbook model at once. */
export const fullWorkbook: Workbook = {
  sheets: [
    {
      name: "缺项清单",
      title: "东明区2024年度安全生产目标责任制考核缺项清单",
      note: "截至2024年12月10日；“影响分值”为现有材料下可能失去的分值。",
      columns: [
        { header: "序号", width: 6, format: "integer" },
        { header: "条款", width: 10, format: "text" },
        { header: "缺项内容", width: 30 },
        { header: "影响分值", width: 8, format: "points", align: "right" },
        { header: "得分率", width: 8, format: "rate" },
        { header: "完成时限", width: 6, format: "date" },
        { header: "材料", width: 24 },
        { header: "完成情况", width: 12, choices: ["未开始", "正在整改", "已完成"] },
      ],
      rows: [
        { kind: "group", cells: [textCell("一、党政领导责任（此项12分，自评10.75分）")] },
        {
          kind: "data",
          cells: [
            numberCell(1),
            textCell("1.10"),
            textCell("安委会全体会议纪要\n第三季度未提供"),
            numberCell(0.1 + 0.2),
            numberCell(0.955),
            { kind: "date", date: day("2024-12-05") },
            link("纪要 #1.pdf", "../佐证材料/01 应急局/纪要〈一〉 #1 100%.pdf"),
            textCell("未开始"),
          ],
        },
        {
          kind: "data",
          cells: [
            numberCell(2),
            textCell("2"),
            textCell("=SUM(A1:A9)"),
            numberCell(-1),
            numberCell(0),
            emptyCell,
            link("=1+1", "a/b.pdf"),
            emptyCell,
          ],
        },
        { kind: "total", cells: [textCell("合计"), emptyCell, emptyCell, numberCell(1.25), emptyCell, emptyCell, emptyCell, emptyCell] },
      ],
      frozenColumns: 2,
      heat: { fromColumn: 4, toColumn: 4 },
    },
    { ...sheetOf(textCell("单列")), name: "缺项清单", orientation: "portrait", filter: false },
    { ...sheetOf(), name: '空表 <A&B> "甲"' },
  ],
};

export async function readBack(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  return workbook;
}

export function sheetAt(workbook: ExcelJS.Workbook, index: number): ExcelJS.Worksheet {
  const sheet = workbook.worksheets[index];
  if (sheet === undefined) throw new Error(`no sheet ${index}`);
  return sheet;
}
