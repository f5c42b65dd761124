import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { annexRows } from "../../../src/criteria/export/annex-rows.ts";
import { readWrittenCriteria } from "../../../src/criteria/export/read-written-criteria.ts";
import type { DraftCriteria } from "../../../src/criteria/import/draft.ts";
import { parseCriteria } from "../../../src/criteria/parse-criteria.ts";
import type { Criteria } from "../../../src/model/criteria.ts";
import { renderPaper } from "../../../src/render/docx/render-paper.ts";
import { renderWorkbook } from "../../../src/render/xlsx/render-workbook.ts";
import { composeCriteriaPaper } from "../../../src/report/criteria/criteria-paper.ts";
import { composeCriteriaWorkbook } from "../../../src/report/criteria/criteria-workbook.ts";
import { importFile, yamlOf } from "../import/import-file.ts";

export const root = resolve(import.meta.dirname, "../../..");
export type Format = "docx" | "xlsx";

export interface Exported {
  readonly criteria: Criteria;
  readonly bytes: Uint8Array;
}

/** A 细则 as the command writes it, without the 责任分解表. `annex`: with 评分规则（程序用）. */
export async function exported(yaml: string, format: Format, annex = true): Promise<Exported> {
  const read = readWrittenCriteria({ path: "细则.yaml", text: yaml });
  if (!read.ok) throw new Error(read.errors.map(({ code }) => code).join(", "));
  const { criteria, written } = read.value;
  const input = { criteria, ...(annex ? { annex: annexRows(criteria, written) } : {}), tasks: new Map() };
  if (format === "xlsx") return { criteria, bytes: await renderWorkbook(composeCriteriaWorkbook(input)) };
  const shell = readFileSync(join(root, "templates/考核细则.docx"));
  return { criteria, bytes: whole(await renderPaper(composeCriteriaPaper(input), shell, "modern")) };
}

function whole(bytes: Uint8Array | readonly Uint8Array[]): Uint8Array {
  return bytes instanceof Uint8Array ? bytes : Buffer.concat(bytes);
}

/** What comes back of a file: the draft with its notes, and the 细则 of the YAML that is written. */
export async function imported(bytes: Uint8Array, format: Format): Promise<{ readonly draft: DraftCriteria; readonly criteria: Criteria }> {
  const result = await importFile(`细则.${format}`, bytes);
  if (!result.ok) throw new Error(result.words);
  const text = yamlOf(result.draft);
  const parsed = parseCriteria({ path: "新.yaml", text });
  if (!parsed.ok) throw new Error(`${parsed.errors.map((error) => JSON.stringify({ ...error, place: undefined })).join("\n")}\n${text}`);
  return { draft: result.draft, criteria: parsed.value };
}

/** The same value without the places of the YAML file. */
export function withoutPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== "place")
      .map(([key, child]: [string, unknown]) => [key, withoutPlaces(child)]),
  );
}
