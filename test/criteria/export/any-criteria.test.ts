import fc from "fast-check";
import { expect, test } from "vitest";
import { verbatimText } from "../../../src/criteria/import/clean-text.ts";
import type { DraftClause, DraftCriteria, DraftSection, DraftUnit, PlainMap } from "../../../src/criteria/import/draft.ts";
import { verifications } from "../../../src/model/criteria.ts";
import { makeDate } from "../../../src/model/dates.ts";
import { thousandths } from "../../../src/model/points.ts";
import { yamlOf } from "../import/import-file.ts";
import { exported, imported, withoutPlaces } from "./round-trip.ts";

/** Words of the field, our own headings among them, and signs that mean something to YAML, to JSON or to a spreadsheet. */
const pieces = Array.from("安全生产责任会议扣分一二0123.，。；：、“”（）()[]{}\"'#:-=+@&<>|*%！？ ~\\/·").concat([
  "小计",
  "合计",
  "（续）",
  "（5分）",
  "领域：",
  "（一）",
  "一、",
  "1.",
  "序号",
  "代号",
  "扣完为止",
  "各乡镇（街道）",
  "每季度1份",
]);
const name = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 12 })
  .map((parts) => verbatimText(parts.join("").replace(/\s+/gu, " ")))
  .filter((text) => text !== "" && !/^[-—/\\]+$/u.test(text));
const text = fc
  .array(fc.constantFrom(...pieces, "\n"), { maxLength: 60 })
  .map((parts) => verbatimText(parts.join("").replace(/ +\n/gu, "\n")));
const points = fc.integer({ min: 0, max: 40_000 }).map(thousandths);
const unit: fc.Arbitrary<DraftUnit> = fc.oneof(
  name,
  fc.constantFrom<DraftUnit>(
    { kind: "township" },
    { kind: "enterprise" },
    { kind: "enterprise", industry: "燃气" },
    { kind: "department" },
  ),
);
const evidence = fc.uniqueArray(name, { maxLength: 3 }).map((names) =>
  names.map(
    (own, index): PlainMap => ({
      id: `m${String(index + 1)}`,
      name: own,
      per: index === 1 ? "quarter" : undefined,
      with: index === 2 ? "m1" : undefined,
    }),
  ),
);
const at = { kind: "line", line: 1 } as const;

const clause = fc.record({
  subsection: fc.option(fc.constantFrom("（一）组织领导", "会议制度", "（二）", "二、考核（2分）"), { nil: undefined }),
  label: fc.option(fc.constantFrom("1.", "（1）", "1.10", "一、", "①"), { nil: undefined }),
  title: name,
  points,
  requirement: text,
  standard: text,
  lead: fc.array(unit, { maxLength: 3 }),
  with: fc.array(unit, { maxLength: 3 }),
  scorer: fc.option(name, { nil: undefined }),
  verification: fc.constantFrom(...verifications),
  mayNotApply: fc.option(fc.boolean(), { nil: undefined }),
  evidence,
});
type Sketch = typeof clause extends fc.Arbitrary<infer Value> ? Value : never;

const section = fc.record({
  kind: fc.constantFrom("standard", "standard", "bonus", "veto"),
  label: fc.constantFrom(undefined, "一、", "（一）", "第一部分"),
  title: name,
  points: fc.option(points, { nil: undefined }),
  field: fc.integer({ min: 0, max: 1 }),
  clauses: fc.array(clause, { minLength: 1, maxLength: 4 }),
});

const criteria = fc
  .record({
    title: name,
    issuer: fc.option(name, { nil: undefined }),
    edition: fc.option(name, { nil: undefined }),
    total: points,
    bonusCap: fc.option(points, { nil: undefined }),
    fields: fc.uniqueArray(name, { minLength: 2, maxLength: 2, selector: (own) => own.replace(/\s/gu, "") }),
    weight: fc.option(points, { nil: undefined }),
    grades: fc.uniqueArray(points, { maxLength: 4 }),
    sections: fc.uniqueArray(section, {
      minLength: 1,
      maxLength: 4,
      selector: ({ label = "", title }) => `${label}${title}`.replace(/\s/gu, ""),
    }),
  })
  .map(({ fields, weight, sections, grades, ...rest }): DraftCriteria => {
    const [from, to] = [makeDate(2024, 1, 1), makeDate(2024, 12, 31)];
    if (from === undefined || to === undefined) throw new Error("no such day");
    return {
      ...defined(rest),
      title: rest.title,
      total: rest.total,
      period: { from, to },
      grades: grades.toSorted((a, b) => b - a).map((min, index) => ({ name: `第${String(index + 1)}等`, min, included: index !== 1 })),
      fields: fields.map((own, index) => ({ id: `f${String(index)}`, name: own, lead: own, ...(weight === undefined ? {} : { weight }) })),
      sections: sections.map((own, index) => draftSection(own, index)),
      outside: [],
      notes: [],
    };
  });

function draftSection(
  { clauses, field, kind, label, points: worth, title }: typeof section extends fc.Arbitrary<infer Value> ? Value : never,
  index: number,
): DraftSection {
  const id = `X${String(9 - index)}`;
  return {
    id,
    field: `f${String(field)}`,
    kind: kind === "bonus" ? "bonus" : kind === "veto" ? "veto" : "standard",
    ...(label === undefined ? {} : { label }),
    title,
    ...(worth === undefined || kind === "veto" ? {} : { points: worth }),
    clauses: clauses.map((own, place) => draftClause(own, `${id}-${String(place + 1)}`)),
    at,
  };
}

function draftClause({ requirement, standard, ...own }: Sketch, id: string): DraftClause {
  const rules: readonly PlainMap[] = [{ kind: "manual", max: 0.5, text: own.title }];
  const texts = defined({ requirement: requirement === "" ? undefined : requirement, standard: standard === "" ? undefined : standard });
  return {
    ...defined(own),
    ...texts,
    title: own.title,
    lead: own.lead,
    with: own.with,
    evidence: own.evidence,
    id,
    inputs: [],
    rules,
    remarks: [],
    at,
  };
}

type Defined<Value> = { [Key in keyof Value]?: Exclude<Value[Key], undefined> };

/** Without the keys that hold nothing. */
function defined<Value extends object>(value: Value): Defined<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, child]) => child !== undefined)) as Defined<Value>;
}

test.each(["docx", "xlsx"] as const)("任何细则导出为 %s 再导入，原文和读法一样不差", { timeout: 120_000 }, async (format) => {
  await fc.assert(
    fc.asyncProperty(criteria, async (draft) => {
      const { criteria: before, bytes } = await exported(yamlOf(draft), format);
      const { criteria: after } = await imported(bytes, format);
      expect(withoutPlaces(after)).toEqual(withoutPlaces(before));
    }),
    { numRuns: 30 },
  );
});

test.each(["docx", "xlsx"] as const)("题目里自己写的空格，导出为 %s 再导入还在", async (format) => {
  const text = `title: 安 全
period: { from: 2024-01-01, to: 2024-12-31 }
total: 1
grades: []
fields: [{ id: f, name: 安全, lead: 局 }]
sections:
  - { id: S1, field: f, label: "一、", title: 责任, points: 1, clauses: [{ id: S1-01, label: "1.", title: 责任, points: 1, requirement: 落实, standard: 未落实扣1分。, units: { lead: 局 } }] }
`;
  const { bytes } = await exported(text, format);
  expect((await imported(bytes, format)).criteria.title).toBe("安 全");
});
