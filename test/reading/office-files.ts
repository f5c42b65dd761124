import { strToU8, zipSync } from "fflate";
import type { Extract, ReadingFailure, TextBlock } from "../../src/model/reading.ts";
import { type Reader, type ReadingLimits, type ReadResult, readingLimits } from "../../src/reading/reader.ts";

/** A zip with these parts; texts in UTF-8. */
export function zipOf(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, typeof part === "string" ? strToU8(part) : part])));
}

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const types = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';

/** A Word document with this body; `more` are further parts. */
export function docxOf(body: string, more: Readonly<Record<string, string | Uint8Array>> = {}): Uint8Array {
  return zipOf({ "[Content_Types].xml": types, "word/document.xml": `<w:document ${word}><w:body>${body}</w:body></w:document>`, ...more });
}

export function paragraph(text: string, properties = ""): string {
  return `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** A workbook whose sheets have these contents (XML of the rows, and what follows them). */
export function xlsxOf(
  sheets: readonly { readonly name: string; readonly data: string; readonly after?: string; readonly state?: string }[],
  more: Readonly<Record<string, string | Uint8Array>> = {},
  workbookProperties = "",
): Uint8Array {
  const entries = sheets.map(
    ({ name, state }, index) => `<sheet name="${name}" sheetId="${index + 1}" state="${state ?? "visible"}" r:id="rId${index + 1}"/>`,
  );
  const relations = sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Target="worksheets/sheet${index + 1}.xml"/>`);
  return zipOf({
    "[Content_Types].xml": types,
    "xl/workbook.xml": `<workbook xmlns:r="r">${workbookProperties}<sheets>${entries.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${relations.join("")}</Relationships>`,
    ...Object.fromEntries(
      sheets.map(({ data, after }, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `<worksheet><sheetData>${data}</sheetData>${after ?? ""}</worksheet>`,
      ]),
    ),
    ...more,
  });
}

export async function read(reader: Reader, bytes: Uint8Array, limits: Partial<ReadingLimits> = {}, name = "x"): Promise<ReadResult> {
  return reader({ bytes, format: "unknown", name, limits: { ...readingLimits, ...limits } });
}

/** What was read; fails the test when nothing was. */
export async function extractOf(reader: Reader, bytes: Uint8Array, limits: Partial<ReadingLimits> = {}): Promise<Extract> {
  const result = await read(reader, bytes, limits);
  if (!result.ok) throw new Error(`读不出：${result.failure} ${result.detail ?? ""}`);
  return result.extract;
}

export async function textsOf(reader: Reader, bytes: Uint8Array): Promise<readonly string[]> {
  return (await extractOf(reader, bytes)).blocks.map((block: TextBlock) => block.text);
}

export async function failureOf(
  reader: Reader,
  bytes: Uint8Array,
  limits: Partial<ReadingLimits> = {},
): Promise<ReadingFailure | undefined> {
  const result = await read(reader, bytes, limits);
  return result.ok ? undefined : result.failure;
}

/** An OLE file of three sectors whose directory holds these names; nothing else in it is valid. */
export function oleOf(names: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(512 * 3 + 128 * Math.max(0, names.length + 1 - 4));
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(30, 9, true);
  view.setUint32(48, 1, true);
  view.setUint32(76, 0, true);
  view.setUint32(512 + 4, 0xfffffffe, true);
  for (const [index, name] of ["Root Entry", ...names].entries()) {
    const at = 1024 + index * 128;
    for (let letter = 0; letter < name.length; letter += 1) view.setUint16(at + letter * 2, name.charCodeAt(letter), true);
    view.setUint16(at + 64, (name.length + 1) * 2, true);
  }
  return bytes;
}
