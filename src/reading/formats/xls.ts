import type { CellObject, WorkBook } from "@e965/xlsx";
import type { TextBlock } from "../../model/reading.ts";
import { failed, type ReaderInput, type ReadingLimits, type ReadResult } from "../reader.ts";
import { openOle } from "./ole.ts";
import { hasMacros, readOleProperties } from "./ole-properties.ts";
import { takeBlocks } from "./take-blocks.ts";

/** FILEPASS of MS-XLS: the rest of the stream is encrypted. It follows within the first few records. */
const [filePass, recordsSeen] = [0x002f, 40];

/** .xls and .et, also those that are XML or HTML tables inside. A block is a row, its cells joined by tabs. */
export async function readXls({ bytes, format, limits }: ReaderInput): Promise<ReadResult> {
  const ole = openOle(bytes);
  if (ole === undefined && !isTagged(bytes)) return failed("damaged");
  if (ole?.names.has("EncryptedPackage") === true) return failed("encrypted");
  const stream = ole?.stream("Workbook") ?? ole?.stream("Book");
  if (ole !== undefined && stream === undefined) return failed("damaged");
  if (stream !== undefined && isLocked(stream)) return failed("encrypted");
  const workbook = await parsed(bytes, limits);
  if (typeof workbook === "string") return failed(workbook);
  const rows = rowsOf(workbook, limits);
  const { blocks, cut } = takeBlocks(rows.blocks, limits);
  if (blocks.length === 0) return failed("no-content");
  const [tooMuch, macros] = [cut || rows.cut, ole !== undefined && hasMacros(ole)];
  const properties = ole === undefined ? {} : readOleProperties(ole);
  return { ok: true, extract: { format, blocks, ...properties, ...(tooMuch ? { cut: true } : {}), ...(macros ? { macros } : {}) } };
}

/** Exports of many systems are called .xls and are HTML or XML. */
function isTagged(bytes: Uint8Array): boolean {
  return /^\s*</.test(new TextDecoder("utf-8").decode(bytes.subarray(0, 64)));
}

function isLocked(stream: Uint8Array): boolean {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  for (let at = 0, i = 0; i < recordsSeen && at + 4 <= stream.length; i++) {
    if (view.getUint16(at, true) === filePass) return true;
    at += 4 + view.getUint16(at + 2, true);
  }
  return false;
}

/** Whatever the library throws, the file is at fault. One row more than the limit is asked for, to see that there are more. */
async function parsed(bytes: Uint8Array, limits: ReadingLimits): Promise<WorkBook | "damaged" | "encrypted"> {
  const { read } = await import("@e965/xlsx");
  const options = {
    type: "array",
    dense: true,
    cellFormula: false,
    cellHTML: false,
    sheetRows: limits.rows + 1,
    dateNF: "yyyy-mm-dd",
  } as const;
  try {
    return quietly(() => read(bytes, options));
  } catch (thrown) {
    return thrown instanceof Error && /password|encrypt/i.test(thrown.message) ? "encrypted" : "damaged";
  }
}

/** The library writes to the terminal about records it does not know; the terminal belongs to the command line. */
function quietly<Value>(work: () => Value): Value {
  const loud = globalThis.console;
  const silent = (): undefined => undefined;
  globalThis.console = { ...loud, log: silent, warn: silent, error: silent };
  try {
    return work();
  } finally {
    globalThis.console = loud;
  }
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
