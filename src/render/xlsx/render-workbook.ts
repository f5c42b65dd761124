import ExcelJS from "exceljs";
import type { Sheet, Workbook } from "../../report/workbook.ts";
import { createStyleTable } from "./cell-look.ts";
import { repairWorkbook } from "./repair-workbook.ts";
import { sheetNames } from "./sheet-name.ts";
import { sheetParts } from "./sheet-parts.ts";
import { addSheetTools, sheetOptions } from "./sheet-setup.ts";
import { frameOf, writeRows } from "./write-sheet.ts";

/**
 * The bytes of an .xlsx file: the same for the same workbook, whatever the time, the zone and the process.
 * @throws RangeError for a workbook that no file can hold: no sheets, no columns, a number that is not finite, more cells than columns.
 */
export async function renderWorkbook(workbook: Workbook): Promise<Uint8Array> {
  const sheets = workbook.sheets.flatMap(sheetParts);
  if (sheets.length === 0) throw new RangeError("a workbook without sheets");
  const names = sheetNames(sheets.map((sheet) => sheet.name));
  // The stream writer, because it holds no row as objects: about half the memory of exceljs' Workbook. `store`: the repair packs it again.
  const writer = new ExcelJS.stream.xlsx.WorkbookWriter({ useStyles: true, useSharedStrings: true, zip: { store: true } });
  writer.creator = "迎考";
  writer.lastModifiedBy = "迎考";
  // Every sheet refers to a window of the workbook; exceljs writes none by itself. Sizes in twentieths of a point.
  writer.views = [{ x: 0, y: 0, width: 28_800, height: 15_000, firstSheet: 0, activeTab: 0, visibility: "visible" }];
  const styleOf = createStyleTable();
  for (const [index, sheet] of sheets.entries()) writeSheet(writer, sheet, names[index] ?? sheet.name, styleOf);
  await writer.commit();
  return repairWorkbook(writer.stream.read());
}

function writeSheet(
  writer: ExcelJS.stream.xlsx.WorkbookWriter,
  sheet: Sheet,
  name: string,
  styleOf: ReturnType<typeof createStyleTable>,
): void {
  if (sheet.columns.length === 0 || sheet.columns.length > MAX_COLUMNS)
    throw new RangeError(`sheet ${name} has ${sheet.columns.length} columns`);
  const frame = frameOf(sheet);
  const worksheet = writer.addWorksheet(name, sheetOptions(sheet, frame));
  writeRows(worksheet, sheet, styleOf);
  addSheetTools(worksheet, sheet, frame);
  worksheet.commit();
}

const MAX_COLUMNS = 16_384;
