import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect } from "vitest";
import type { DocumentFormat } from "../../../src/model/document-format.ts";
import { readingFailures } from "../../../src/model/reading.ts";
import { type Reader, type ReadingLimits, type ReadResult, readingLimits } from "../../../src/reading/reader.ts";

/**
 * Samples in test/reading/samples were made once with LibreOffice 7.4: texts of our own as flat OpenDocument (a notice with header, footer, link,
 * footnote, text box and table; a ledger of two sheets), saved with --convert-to as "MS Word 97" and "MS Excel 97"; a line of HTML saved as
 * PDF with DocumentOpenPassword (locked.pdf) and with PermissionPassword alone (restricted.pdf). criteria-edited.doc and criteria-hidden.xls are a
 * table with edits and automatic numbers and a workbook with hidden rows, columns and a sheet, written by scripts/sources/ and saved the same way;
 * criteria-marks.doc is a 细则 of two rows with an insertion, a deletion, a picture and an automatic number, written with python-docx.
 */
export function sample(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(import.meta.dirname, "..", "samples", name)));
}

export async function readWith(
  reader: Reader,
  bytes: Uint8Array,
  format: DocumentFormat,
  limits: Partial<ReadingLimits> = {},
): Promise<ReadResult> {
  return await reader({ bytes, format, name: `材料.${format}`, limits: { ...readingLimits, ...limits } });
}

export function textsOf(result: ReadResult): readonly string[] {
  return result.ok ? result.extract.blocks.map((block) => block.text) : [`失败：${result.failure}`];
}

/** Whatever the bytes: one of the known outcomes, and an extract that says something. */
export async function expectKnownOutcome(reader: Reader, bytes: Uint8Array, format: DocumentFormat): Promise<void> {
  const result = await readWith(reader, bytes, format);
  if (result.ok) {
    const { blocks, picturePages = 0 } = result.extract;
    expect(blocks.length + picturePages).toBeGreaterThan(0);
    expect(blocks.filter((block) => block.text.trim() === "" || block.text !== block.text.trim())).toEqual([]);
  } else expect(readingFailures).toContain(result.failure);
}

/** A file with a few bytes overwritten, perhaps cut off. Seeded, so that a failure can be repeated. */
export function mutationsOf(valid: Uint8Array): fc.Arbitrary<Uint8Array> {
  const changes = fc.array(fc.tuple(fc.nat(valid.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 });
  return fc.tuple(changes, fc.option(fc.nat(valid.length), { nil: undefined })).map(([changed, length]) => {
    const bytes = Uint8Array.from(valid);
    for (const [at, value] of changed) bytes[at] = value;
    return length === undefined ? bytes : bytes.slice(0, length);
  });
}
