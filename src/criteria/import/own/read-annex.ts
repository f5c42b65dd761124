import { z } from "zod";
import { sectionKinds } from "../../../model/criteria.ts";
import { annexKinds } from "../../../model/criteria-annex.ts";
import { annexHeadings } from "../../../model/criteria-paper.ts";
import type { SourcePlace } from "../../../model/source-document.ts";
import { unitKinds } from "../../../model/unit.ts";
import type { DraftUnit, PlainMap, PlainValue } from "../draft.ts";
import { cellAt } from "../grid.ts";
import type { OwnTable } from "./find-own-layout.ts";

const value: z.ZodType<PlainValue> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.array(value), z.record(z.string(), value)]),
);
const item = z.record(z.string(), value);
const text = z.union([z.string(), z.number()]).transform(String);
const unit = z.union([
  text,
  z.object({ kind: z.enum(unitKinds).optional(), industry: text.optional() }).transform(({ kind, industry }) => ({
    ...(kind === undefined ? {} : { kind }),
    ...(industry === undefined ? {} : { industry }),
  })),
]);
const units = z.union([unit, z.array(unit)]).transform((value) => (Array.isArray(value) ? value : [value]));

const fieldSchema = z.strictObject({
  field: z.object({ id: text, name: text, lead: text.optional(), weight: z.number().optional() }),
});
const sectionSchema = z.strictObject({
  section: z.object({
    id: text,
    field: text,
    kind: z.enum(sectionKinds).default("standard"),
    label: text.optional(),
    title: text,
    points: z.number().optional(),
  }),
  subsections: z.array(text).default([]),
});
const clauseSchema = z.strictObject({
  points: z.number().optional(),
  units: z.object({ lead: units.default([]), with: units.default([]) }).default({ lead: [], with: [] }),
  mayNotApply: z.union([z.boolean(), z.string()]).optional(),
  evidence: z.array(item).default([]),
  input: z.array(item).default([]),
  rule: z.array(item).default([]),
});
/** Keys that may stand on several lines, one item each. */
const lists: ReadonlySet<string> = new Set(["evidence", "input", "rule"]);

export type FieldRecord = z.output<typeof fieldSchema>["field"] & { readonly mark: string };
export type SectionRecord = z.output<typeof sectionSchema>["section"] & { readonly mark: string; readonly subsections: readonly string[] };
/** What the annex says about a clause. `mark`: of the text that the reading was made from. */
export interface ClauseRecord {
  readonly id: string;
  readonly mark: string;
  /** 分 as a decimal number. */
  readonly points: number | undefined;
  readonly lead: readonly DraftUnit[];
  readonly with: readonly DraftUnit[];
  readonly mayNotApply: boolean | string | undefined;
  readonly evidence: readonly PlainMap[];
  readonly inputs: readonly PlainMap[];
  readonly rules: readonly PlainMap[];
  readonly at: SourcePlace;
}

export interface Annex {
  readonly fields: readonly FieldRecord[];
  readonly sections: readonly SectionRecord[];
  readonly clauses: readonly ClauseRecord[];
  /** Rows that somebody damaged. */
  readonly damaged: readonly { readonly id: string; readonly at: SourcePlace }[];
}

/** Reads 评分规则（程序用）. A row of which any line cannot be read is none: half a reading would score wrongly. */
export function readAnnex(tables: readonly OwnTable[]): Annex {
  const rows = tables.flatMap(rowsOf).map((row) => ({ row, record: recordOf(row) }));
  return {
    fields: rows.flatMap(({ record }) => (record?.kind === "field" ? [record.record] : [])),
    sections: rows.flatMap(({ record }) => (record?.kind === "section" ? [record.record] : [])),
    clauses: rows.flatMap(({ record }) => (record?.kind === "clause" ? [record.record] : [])),
    damaged: rows.flatMap(({ row: { id, at }, record }) => (record === undefined ? [{ id, at }] : [])),
  };
}

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly mark: string;
  readonly text: string;
  readonly at: SourcePlace;
}

function rowsOf({ grid, headerRow }: OwnTable): readonly Row[] {
  const header = (grid.rows[headerRow] ?? []).map((cell) => cell?.text.replace(/\s+/gu, ""));
  const [ids, kinds, marks] = annexHeadings.map((heading) => header.indexOf(heading));
  const texts = (marks ?? 0) + 1;
  return grid.rows.slice(headerRow + 1).flatMap((_, index): readonly Row[] => {
    const cell = (at: number | undefined) => (at === undefined || at < 0 ? undefined : cellAt(grid, headerRow + 1 + index, at));
    const own = cell(ids);
    if (own === undefined) return [];
    return [{ id: own.text, kind: cell(kinds)?.text ?? "", mark: cell(marks)?.text ?? "", text: cell(texts)?.text ?? "", at: own.at }];
  });
}

type Found =
  | { readonly kind: "field"; readonly record: FieldRecord }
  | { readonly kind: "section"; readonly record: SectionRecord }
  | { readonly kind: "clause"; readonly record: ClauseRecord };

function recordOf({ id, kind, mark, text: written, at }: Row): Found | undefined {
  const values = valuesOf(written);
  if (kind === annexKinds.field) {
    const read = fieldSchema.safeParse(values);
    return read.success ? { kind: "field", record: { ...read.data.field, mark } } : undefined;
  }
  if (kind === annexKinds.section) {
    const read = sectionSchema.safeParse(values);
    return read.success ? { kind: "section", record: { ...read.data.section, mark, subsections: read.data.subsections } } : undefined;
  }
  const read = clauseSchema.safeParse(values);
  if (kind !== annexKinds.clause || !read.success) return undefined;
  const { points, units: owners, mayNotApply, evidence, input: inputs, rule: rules } = read.data;
  return { kind: "clause", record: { id, mark, points, ...owners, mayNotApply, evidence, inputs, rules, at } };
}

/** `key: JSON` lines as one map; undefined when a line is anything else. */
function valuesOf(written: string): Record<string, unknown> | undefined {
  const values: Record<string, unknown> = {};
  for (const line of written.split("\n").filter((each) => each.trim() !== "")) {
    const [, key, json] = /^\s*([A-Za-z]+)\s*:\s*(.+)$/u.exec(line) ?? [];
    const value = json === undefined ? undefined : jsonOf(json);
    if (key === undefined || value === undefined || (Object.hasOwn(values, key) && !lists.has(key))) return undefined;
    const known = values[key];
    values[key] = lists.has(key) ? [...(Array.isArray(known) ? (known as readonly unknown[]) : []), value] : value;
  }
  return values;
}

function jsonOf(written: string): unknown {
  try {
    return JSON.parse(written) as unknown;
  } catch {
    return undefined;
  }
}
