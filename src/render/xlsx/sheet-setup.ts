import type { AddWorksheetOptions, Worksheet } from "exceljs";
import type { Sheet } from "../../report/workbook.ts";
import { cleanText } from "./clean-text.ts";
import type { SheetFrame } from "./write-sheet.ts";

/** Inches. */
const MARGINS = { left: 0.5, right: 0.5, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.35 } as const;
/** &P page, &N pages; &10 is the font size. */
const FOOTER = '&C&"宋体,常规"&10— 第 &P 页 共 &N 页 —';

/** Page, frozen panes and footer; exceljs' stream writer wants them before the first row. */
export function sheetOptions(sheet: Sheet, frame: SheetFrame): Partial<AddWorksheetOptions> {
  const frozen = Math.min(sheet.frozenColumns, sheet.columns.length - 1);
  return {
    views: [{ state: "frozen", xSplit: Math.max(0, frozen), ySplit: frame.headerRow }],
    pageSetup: {
      // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- A4; a const enum exists only in the declarations
      paperSize: 9,
      orientation: sheet.orientation ?? "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: MARGINS,
      printTitlesRow: `${frame.headerRow}:${frame.headerRow}`,
    },
    headerFooter: { oddFooter: FOOTER },
    properties: { defaultRowHeight: 18 },
  };
}

/** Filter, drop-down lists and heat scale; written after the rows. */
export function addSheetTools(worksheet: Worksheet, sheet: Sheet, frame: SheetFrame): void {
  if (sheet.filter !== false) addFilter(worksheet, sheet, frame);
  if (frame.lastDataRow > frame.headerRow) addChoices(worksheet, sheet, frame);
  if (frame.lastRow > frame.headerRow) addHeat(worksheet, sheet, frame);
}

function addFilter(worksheet: Worksheet, sheet: Sheet, frame: SheetFrame): void {
  worksheet.autoFilter = {
    from: { row: frame.headerRow, column: 1 },
    to: { row: frame.lastDataRow, column: sheet.columns.length },
  };
}

/** A list formula holds at most 255 characters, and a comma always parts two choices. Such a column gets no list rather than a wrong one. */
function addChoices(worksheet: Worksheet, sheet: Sheet, frame: SheetFrame): void {
  for (const [index, column] of sheet.columns.entries()) {
    const words = (column.choices ?? []).map(cleanText);
    const list = words.join(",").replace(/"/g, '""');
    if (words.length === 0 || list.length > 255 || words.some((word) => word.includes(",") || word.includes("\n"))) continue;
    worksheet.dataValidations.add(columnRange(worksheet, index, frame.headerRow + 1, frame.lastDataRow), {
      type: "list",
      allowBlank: true,
      formulae: [`"${list}"`],
      showErrorMessage: true,
      errorTitle: "填写有误",
      error: "请从下拉列表中选择。",
    });
  }
}

/** Red up to 60% (below it a result is 不合格), yellow at 80% (良好), green at 100%. Fixed bounds, so that one colour means one rate. */
function addHeat(worksheet: Worksheet, sheet: Sheet, frame: SheetFrame): void {
  if (sheet.heat === undefined) return;
  const from = cellAddress(worksheet, sheet.heat.fromColumn, frame.headerRow + 1);
  const to = cellAddress(worksheet, sheet.heat.toColumn, frame.lastRow);
  worksheet.addConditionalFormatting({
    ref: `${from}:${to}`,
    rules: [
      {
        type: "colorScale",
        priority: 1,
        cfvo: [0.6, 0.8, 1].map((value) => ({ type: "num", value })),
        color: ["FFF8696B", "FFFFEB84", "FF63BE7B"].map((argb) => ({ argb })),
      },
    ],
  });
}

function columnRange(worksheet: Worksheet, index: number, first: number, last: number): string {
  const from = cellAddress(worksheet, index, first);
  return first === last ? from : `${from}:${cellAddress(worksheet, index, last)}`;
}

function cellAddress(worksheet: Worksheet, index: number, row: number): string {
  return `${worksheet.getColumn(index + 1).letter}${row}`;
}
