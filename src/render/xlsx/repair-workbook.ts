import { strFromU8, strToU8 } from "fflate";
import { unzipParts, zipParts } from "../ooxml/deterministic-zip.ts";
import { quotedTextFormat } from "./cell-look.ts";
import { repairStyles } from "./repair-styles.ts";

/** Schema order of the elements after the rows (ECMA-376 CT_Worksheet), as far as exceljs writes them. */
const AFTER_ROWS = [
  "sheetProtection",
  "autoFilter",
  "mergeCells",
  "conditionalFormatting",
  "dataValidations",
  "hyperlinks",
  "printOptions",
  "pageMargins",
  "pageSetup",
  "headerFooter",
  "rowBreaks",
];
const ROWS_END = strToU8("</sheetData>");
const FIXED_TIME = "2000-01-01T00:00:00Z";

/**
 * Puts right what exceljs 4.4.0 writes against the schema (Excel would offer to repair the file), and takes out what differs from run to
 * run: times in the properties and in the ZIP.
 */
export function repairWorkbook(bytes: Uint8Array): Uint8Array {
  return zipParts(new Map([...unzipParts(bytes)].map(([name, part]) => [name, repairPart(name, part)])));
}

function repairPart(name: string, bytes: Uint8Array): Uint8Array {
  if (name === "xl/styles.xml") return strToU8(repairStyles(strFromU8(bytes), quotedTextFormat));
  if (name === "docProps/core.xml")
    return strToU8(strFromU8(bytes).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${FIXED_TIME}`));
  return /^xl\/worksheets\/sheet\d+\.xml$/.test(name) ? repairSheet(bytes) : bytes;
}

/** Only the few elements after the rows are decoded; the rows stay bytes, because they can be tens of megabytes. */
function repairSheet(bytes: Uint8Array): Uint8Array {
  const start = lastIndexOf(bytes, ROWS_END) + ROWS_END.length;
  const tail = strFromU8(bytes.subarray(start));
  const elements = [...tail.matchAll(/<(\w+)\b[^>]*?(?:\/>|>[\s\S]*?<\/\1>)/g)].map((match) => ({ name: match[1] ?? "", xml: match[0] }));
  // The stream writer knows no centring, and a table narrower than the page would stick to its left edge.
  elements.push({ name: "printOptions", xml: '<printOptions horizontalCentered="1"/>' });
  const unknown = elements.find((element) => !AFTER_ROWS.includes(element.name));
  if (unknown !== undefined) throw new Error(`exceljs wrote <${unknown.name}>, whose place in a sheet is not known here`);
  elements.sort((a, b) => AFTER_ROWS.indexOf(a.name) - AFTER_ROWS.indexOf(b.name));
  const repaired = strToU8(`${elements.map((element) => element.xml).join("")}</worksheet>`);
  const result = new Uint8Array(start + repaired.length);
  result.set(bytes.subarray(0, start));
  result.set(repaired, start);
  return result;
}

function lastIndexOf(bytes: Uint8Array, wanted: Uint8Array): number {
  for (let at = bytes.length - wanted.length; at >= 0; at -= 1) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return at;
  }
  throw new Error("a sheet without rows");
}
