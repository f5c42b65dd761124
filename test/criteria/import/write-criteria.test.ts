import fc from "fast-check";
import { expect, test } from "vitest";
import { verbatimText } from "../../../src/criteria/import/clean-text.ts";
import type { DraftCriteria } from "../../../src/criteria/import/draft.ts";
import { manualReading } from "../../../src/criteria/import/manual-reading.ts";
import { parseCriteria } from "../../../src/criteria/parse-criteria.ts";
import { parseDate } from "../../../src/model/dates.ts";
import { wholePoints } from "../../../src/model/points.ts";
import { yamlOf } from "./import-file.ts";

const at = { kind: "cell", sheet: "Sheet1", cell: "A1" } as const;

function draftWith(text: string, title: string): DraftCriteria {
  const [from, to] = [parseDate("2024-01-01"), parseDate("2024-12-31")];
  if (from === undefined || to === undefined) throw new Error("no such day");
  const { rules } = manualReading(text, wholePoints(5), { title, requirement: "", kind: "standard", grades: [] });
  const clause = {
    id: "S1-01",
    label: "1.10",
    title,
    points: wholePoints(5),
    requirement: text,
    standard: text,
    lead: [title],
    with: [],
    scorer: title,
    evidence: [{ id: "m1", name: title, keywords: [title] }],
    inputs: [],
    rules,
    remarks: [{ heading: "备注", text }],
    at,
  };
  const section = { id: "S1", field: "F1", kind: "standard", label: "一、", title, clauses: [clause], at } as const;
  return {
    title,
    issuer: title,
    edition: title,
    period: { from, to },
    total: wholePoints(5),
    grades: [],
    fields: [{ id: "F1", name: title }],
    sections: [section],
    outside: [text],
    notes: [],
  };
}

/** Signs that mean something to YAML, to our checks of hand-written files, or to nobody. */
const signs = Array.from(" \n\t#:-[]{}*&!|>%@`'\",?，。：；、“”‘’「」（）〔〕0123.分扣一二安全产A~=\\/\u3000\u00a0\ufeff");
const texts = fc
  .array(fc.constantFrom(...signs), { minLength: 1, maxLength: 60 })
  .map((parts) => verbatimText(parts.join("")))
  .filter((text) => text.trim() !== "");
const names = texts.map((text) => text.replace(/\s+/gu, " ").trim()).filter((text) => text !== "");

test("任何原文写进细则再读出来，一个字不差", () => {
  fc.assert(
    fc.property(texts, names, (text, title) => {
      const parsed = parseCriteria({ path: "细则.yaml", text: yamlOf(draftWith(text, title)) });
      if (!parsed.ok)
        throw new Error(
          `${parsed.errors.map((error) => JSON.stringify({ ...error, place: undefined })).join("\n")}\n${yamlOf(draftWith(text, title))}`,
        );
      const clause = parsed.value.sections[0]?.clauses[0];
      expect([clause?.requirement, clause?.standard, clause?.title, clause?.label, parsed.value.title]).toEqual([
        text.trim(),
        text.trim(),
        title,
        "1.10",
        title,
      ]);
      expect(parsed.warnings).toEqual([]);
    }),
    { numRuns: 1500 },
  );
});

test.each([
  "true",
  "null",
  "2024",
  "2024-01-01",
  "1.10",
  "是",
  "~",
  "- 甲",
  "甲: 乙",
  "甲 # 乙",
  "“全覆盖”",
  "a: b",
  "100%",
  "第1条：",
  "扣1分:",
  "\tx",
  "甲\n\n  乙\n丙",
])("容易被读错的原文「%s」照原样读回", (text) => {
  const parsed = parseCriteria({ path: "细则.yaml", text: yamlOf(draftWith(text, "标题")) });
  expect(parsed.ok && parsed.value.sections[0]?.clauses[0]?.standard).toBe(text.trim());
});
