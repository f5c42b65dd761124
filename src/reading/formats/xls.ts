import type { CellObject, WorkBook } from "@e965/xlsx";
import type { TextBlock } from "../../model/reading.ts";
import { failed, type ReaderInput, type ReadingLimits, type ReadResult } from "../reader.ts";
import { openWorkbook } from "../xls/open-workbook.ts";
import { hasMacros, readOleProperties } from "./ole-properties.ts";
import { takeBlocks } from "./take-blocks.ts";

/** .xls and .et, also those that are XML or HTML tables inside. A block is a row, its cells joined by tabs. */
export async function readXls({ bytes, format, limits }: ReaderInput): Promise<ReadResult> {
  // One row more than the limit is asked for, to see that there are more.
  const opened = await openWorkbook(bytes, { cellFormula: false, sheetRows: limits.rows + 1, dateNF: "yyyy-mm-dd" });
  if (!opened.ok) return failed(opened.failure);
  const { workbook, ole } = opened;
  const rows = rowsOf(workbook, limits);
  const { blocks, cut } = takeBlocks(rows.blocks, limits);
  if (blocks.length === 0) return failed("no-content");
  const [tooMuch, macros] = [cut || rows.cut, ole !== undefined && hasMacros(ole)];
  const properties = ole === undefined ? {} : readOleProperties(ole);
  return { ok: true, extract: { format, blocks, ...properties, ...(tooMuch ? { cut: true } : {}), ...(macros ? { macros } : {}) } };
}

function rowsOf(workbook: WorkBook, limits: ReadingLimits): { readonly blocks: readonly TextBlock[]; readonly cut: boolean } {
  const blocks: TextBlock[] = [];
  let [cells, cut] = [0, workbook.SheetNames.length > limits.sheets];
  for (const sheet of workbook.SheetNames.slice(0, limits.sheets)) {
    const rows = workbook.Sheets[sheet]?.["!data"] ?? [];
    if (rows.length > limits.rows) cut = true;
    rows.slice(0, limits.rows).forEach((row, index) => {
      if (cells >= limits.cells) cut = true;
      else {
        const block = rowBlock(sheet, row, index);
        cells += Object.keys(row).length;
        if (block !== undefined) blocks.push(block);
      }
    });
  }
  return { blocks, cut };
}

/** The row stands where its first filled cell does. Rows and cells that nobody filled are holes in the arrays. */
function rowBlock(sheet: string, row: readonly (CellObject | undefined)[], index: number): TextBlock | undefined {
  const texts = Array.from(row.slice(0, 256), textOf);
  const first = texts.findIndex((text) => text !== "");
  if (first < 0) return undefined;
  return { text: texts.join("\t").trim(), at: { kind: "cell", sheet, cell: `${columnName(first)}${index + 1}` }, role: "row" };
}

function textOf(cell: CellObject | undefined): string {
  if (cell === undefined || cell.t === "z" || cell.t === "e") return "";
  const text = cell.w ?? (typeof cell.v === "object" ? "" : String(cell.v ?? ""));
  return text.replaceAll(/\s+/g, " ").trim();
}

function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}
