import type { SourceNote, SourceTable } from "../../../model/source-document.ts";
import { decodeXml, xmlBytesLimit } from "../../decode-text.ts";
import { type Archive, openArchive } from "../../unzip.ts";
import { readSharedStrings, readWorkbook, type SheetEntry } from "../../xlsx/workbook.ts";
import { sheetTable } from "../sheet-table.ts";
import {
  archiveFailure,
  cellLimit,
  rowLimit,
  type SourceResult,
  sourceFailed,
  sourceLimits,
  sourceRead,
  tooManyRows,
} from "../source-result.ts";
import { isPlainFormat, type NumberDisplay, plainNumber } from "./displayed-number.ts";
import { readNumberFormats } from "./number-formats.ts";
import { lastRowIn, type SheetContext, scanSheet } from "./scan-sheet.ts";
import { notesOfExtras, readSheetExtras, type SheetExtras } from "./sheet-extras.ts";

/** .xlsx, .xlsm and what WPS saves under these names: a table for each sheet that is not hidden. */
export async function readXlsxSource(bytes: Uint8Array): Promise<SourceResult> {
  const archive = openArchive(bytes, sourceLimits);
  if (!archive.ok) return archiveFailure(archive);
  if (archive.names.includes("xl/workbook.bin")) return sourceFailed("unsupported", "这是 xlsb 二进制工作簿，请另存为 .xlsx");
  const read = archive.read(["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml"]);
  if (!read.ok) return archiveFailure(read);
  if ([...read.parts.values()].some((part) => part.length > xmlBytesLimit)) return sourceFailed("too-large", "工作簿里的文字过多");
  const xmlOf = (name: string): string => decodeXml(read.parts.get(name) ?? new Uint8Array());
  const workbookXml = xmlOf("xl/workbook.xml");
  const workbook = readWorkbook(workbookXml, xmlOf("xl/_rels/workbook.xml.rels"));
  if (workbook.sheets.length === 0) return sourceFailed("damaged", "工作簿里没有工作表");
  const formats = readNumberFormats(xmlOf("xl/styles.xml"));
  return readSheets(archive, workbook.sheets, {
    strings: readSharedStrings(xmlOf("xl/sharedStrings.xml")),
    formats,
    display: await displayFor(formats, workbook.since1904),
    uncertain: isUncertain(workbookXml),
    rowLimit,
  });
}

function isUncertain(workbookXml: string): boolean {
  const calculation = /<(?:\w+:)?calcPr\b[^>]*>/.exec(workbookXml)?.[0] ?? "";
  return /calcMode="manual"/.test(calculation) || /fullCalcOnLoad="(?:1|true)"/.test(calculation);
}

interface FormatsNumbers {
  readonly format: (format: string, value: number, options: { readonly date1904: boolean }) => unknown;
}

/** The formats that hardly any 细则 uses are left to the library for .xls, which is loaded for them only. */
async function displayFor(formats: readonly string[], since1904: boolean): Promise<NumberDisplay> {
  if (formats.every(isPlainFormat)) return plainNumber;
  const library: { readonly SSF: FormatsNumbers } = await import("@e965/xlsx");
  return (value, format) => {
    if (isPlainFormat(format)) return plainNumber(value, format);
    try {
      return String(library.SSF.format(format, value, { date1904: since1904 })).trim();
    } catch {
      return plainNumber(value, "General");
    }
  };
}

function readSheets(archive: Archive, sheets: readonly SheetEntry[], context: SheetContext): SourceResult {
  const tables: SourceTable[] = [];
  const notes: SourceNote[] = [];
  const extras: SheetExtras[] = [];
  let [rows, cells] = [0, 0];
  for (const { name, hidden, part } of sheets.slice(0, sourceLimits.sheets)) {
    if (hidden) notes.push({ kind: "hidden-sheet", sheet: name });
    if (hidden || part === undefined) continue;
    const read = archive.read([part]);
    if (!read.ok) return archiveFailure(read);
    const bytes = read.parts.get(part) ?? new Uint8Array();
    if (bytes.length > xmlBytesLimit) return tooLong(bytes, name);
    const sheet = scanSheet(decodeXml(bytes), name, context);
    rows += sheet.rowCount;
    cells += sheet.cells.length;
    if (sheet.rowCount > rowLimit || rows > rowLimit) return tooManyRows(rows, `到工作表“${name}”为止共`);
    if (cells > cellLimit) return sourceFailed("too-large", `到工作表“${name}”为止共有${cells}格，最多读${cellLimit}格`);
    const drawn = sheetTable(sheet);
    if (drawn.table !== undefined) tables.push(drawn.table);
    notes.push(...drawn.notes);
    extras.push(readSheetExtras(archive, part, name));
  }
  const media = archive.names.filter((name) => name.startsWith("xl/media/")).length;
  return sourceRead(tables, [...notes, ...notesOfExtras(extras, media)]);
}

/** Too much to be decoded: the number of its last row stands at its end. */
function tooLong(bytes: Uint8Array, name: string): SourceResult {
  const rows = lastRowIn(new TextDecoder("latin1").decode(bytes.subarray(-65_536)));
  return rows !== undefined && rows > rowLimit ? tooManyRows(rows, `工作表“${name}”`) : sourceFailed("too-large", `工作表“${name}”过大`);
}
