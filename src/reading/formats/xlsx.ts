import { type BlockCollector, collectBlocks, toResult } from "../collect-blocks.ts";
import { decodeXml, xmlBytesLimit } from "../decode-text.ts";
import { officeProperties, propertyParts } from "../office-properties.ts";
import { failed, type ReaderInput, type ReadingLimits, type ReadResult } from "../reader.ts";
import { type Archive, type Failed, openArchive } from "../unzip.ts";
import { readSheet, type SheetContext, type SheetRead } from "../xlsx/sheet.ts";
import { readNumberLooks, readSharedStrings, readWorkbook, type SheetEntry, type Workbook } from "../xlsx/workbook.ts";

/** Workbooks: a block per row, its cells joined by tabs, with the address of its first cell. Hidden sheets come last and are named. */
export function readXlsx({ bytes, limits }: ReaderInput): ReadResult {
  const archive = openArchive(bytes, limits);
  if (!archive.ok) return archive;
  if (archive.names.includes("xl/workbook.bin")) return failed("unsupported", "xlsb 二进制工作簿");
  if (!archive.names.includes("xl/workbook.xml")) return failed("damaged", "没有工作簿部件");
  const read = archive.read(["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml", ...propertyParts]);
  if (!read.ok) return read;
  const xmlOf = (name: string): string => decodeXml(read.parts.get(name) ?? new Uint8Array());
  const workbook = readWorkbook(xmlOf("xl/workbook.xml"), xmlOf("xl/_rels/workbook.xml.rels"));
  if (workbook.sheets.length === 0) return failed("damaged", "工作簿里没有工作表");
  const strings = readSharedStrings(xmlOf("xl/sharedStrings.xml"));
  const looks = readNumberLooks(xmlOf("xl/styles.xml"));

  const collector = collectBlocks(limits);
  if ([...read.parts.values()].some((part) => part.length > xmlBytesLimit)) collector.markCut();
  const failure = readSheets(archive, workbook, { strings, looks }, { collector, limits });
  if (failure !== undefined) return failure;
  const { createdOn } = officeProperties(read.parts);
  const pictures = archive.names.filter((name) => name.startsWith("xl/media/")).length;
  const hidden = workbook.sheets.filter((sheet) => sheet.hidden).map((sheet) => sheet.name);
  return toResult(
    {
      format: "xlsx",
      ...(collector.blocks.length === 0 && pictures > 0 ? { pages: pictures, picturePages: pictures } : {}),
      ...(hidden.length > 0 ? { hiddenSheets: hidden.slice(0, 20) } : {}),
      ...(archive.names.some((name) => name.endsWith("vbaproject.bin")) ? { macros: true } : {}),
      ...(createdOn === undefined ? {} : { createdOn }),
    },
    collector,
  );
}

function readSheets(
  archive: Archive,
  { sheets, since1904 }: Workbook,
  shared: Pick<SheetContext, "strings" | "looks">,
  { collector, limits }: { readonly collector: BlockCollector; readonly limits: ReadingLimits },
): Failed | undefined {
  const ordered = [...sheets.filter((sheet) => !sheet.hidden), ...sheets.filter((sheet) => sheet.hidden)];
  if (ordered.length > limits.sheets || archive.cut) collector.markCut();
  let cells = 0;
  for (const [index, sheet] of ordered.slice(0, limits.sheets).entries()) {
    const { part } = sheet;
    if (part === undefined || cells >= limits.cells || collector.full()) continue;
    const read = archive.read([part]);
    if (!read.ok) return read;
    const bytes = read.parts.get(part) ?? new Uint8Array();
    if (bytes.length > xmlBytesLimit) collector.markCut();
    const content = readSheet(decodeXml(bytes), { ...shared, since1904, rowLimit: limits.rows, cellLimit: limits.cells - cells });
    cells += content.cells;
    if (content.cut) collector.markCut();
    addRows(sheet, content, index === 0, collector);
  }
  return undefined;
}

/** The first row of a sheet that is one cell merged over the columns is its title; that of the first sheet is the title of the workbook. */
function addRows(sheet: SheetEntry, { rows, wide }: SheetRead, first: boolean, collector: BlockCollector): void {
  if (rows.length === 0) return;
  if (!/^(?:sheet|工作表)\s*\d*$/i.test(sheet.name.trim())) {
    collector.add({ text: sheet.name, at: { kind: "properties", property: "工作表名" }, role: "heading" });
  }
  for (const [index, { cell, texts }] of rows.entries()) {
    const titled = index === 0 && texts.length === 1 && wide.has(cell);
    const role = titled ? (first ? "title" : "heading") : "row";
    collector.add({ text: texts.join("\t"), at: { kind: "cell", sheet: sheet.name, cell }, role, ...(titled ? { centred: true } : {}) });
  }
}
