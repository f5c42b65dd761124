import type { Sheet, SheetRow } from "../../report/workbook.ts";

/** Excel opens a sheet with more hyperlinks only after "repairing" them away. */
export const MAX_LINKS = 65_530;
/** Excel's 1,048,576 less the rows above the data. */
export const MAX_ROWS = 1_048_570;

/** Sheets within the limits of the file format: a sheet that breaks them goes on in a second one of the same name, nothing is dropped. */
export function sheetParts(sheet: Sheet): readonly Sheet[] {
  const parts: SheetRow[][] = [[]];
  let links = 0;
  for (const row of sheet.rows) {
    const rowLinks = row.cells.filter((cell) => cell.kind === "link").length;
    const current = parts.at(-1) ?? [];
    if (current.length >= MAX_ROWS || links + rowLinks > MAX_LINKS) {
      parts.push([row]);
      links = rowLinks;
    } else {
      current.push(row);
      links += rowLinks;
    }
  }
  return parts.length === 1 ? [sheet] : parts.map((rows) => ({ ...sheet, rows }));
}
