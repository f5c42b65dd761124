import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { SourceDocument, SourceTable } from "../../../src/model/source-document.ts";
import { readSource } from "../../../src/reading/tables/read-source.ts";

const sources = resolve(import.meta.dirname, "../../../fixtures/sources");

/** What was read; fails the test when nothing was. */
export async function documentOf(bytes: Uint8Array, name: string): Promise<SourceDocument> {
  const result = await readSource(bytes, name);
  if (!result.ok) throw new Error(`读不出：${result.failure} ${result.detail ?? ""}`);
  return result.document;
}

/** A file of fixtures/sources by folder and name. */
export async function source(folder: string, name: string): Promise<SourceDocument> {
  return documentOf(readFileSync(resolve(sources, folder, name)), name);
}

export function tablesOf(document: SourceDocument): readonly SourceTable[] {
  return document.parts.filter((part) => part.kind === "table");
}

export function paragraphsOf(document: SourceDocument): readonly string[] {
  return document.parts.flatMap((part) => (part.kind === "paragraph" ? [part.text] : []));
}

/** Rows as texts; a merged cell says its rows×columns, a formula that cannot be trusted says so. */
export function drawn(table: SourceTable | undefined): readonly (readonly string[])[] {
  return (table?.rows ?? []).map((row) =>
    row.map((cell) => {
      const span = cell.rowSpan > 1 || cell.columnSpan > 1 ? ` ${cell.rowSpan}×${cell.columnSpan}` : "";
      return `${cell.text}${span}${cell.formula === undefined ? "" : ` ${cell.formula}`}`;
    }),
  );
}
