import { expect, test } from "vitest";
import { parseCriteria } from "../../src/criteria/parse-criteria.ts";

/** A clause of 4 分 with every kind of document and fact that the examples of docs/criteria.md refer to. */
function criteriaWith(rule: string): string {
  return `title: 细则
period: {from: 2024-01-01, to: 2024-12-31}
total: 4
grades: [{name: 优秀, min: 90}, {name: 合格, min: 60}]
fields: [{id: safety, name: 安全生产}]
sections:
  - id: S1
    field: safety
    title: 责任
    clauses:
      - id: S1-01
        title: 会议
        points: 4
        evidence:
          - {id: plan, name: 方案}
          - {id: minutes, name: 纪要, per: quarter}
          - {id: roster, name: 花名册}
          - {id: drills, name: 演练}
          - {id: assess, name: 评估}
          - {id: summary, name: 总结, due: 2024-07-10}
          - {id: honours, name: 表彰文件}
        inputs:
          - {id: hazards, name: 隐患, type: number}
          - {id: rate, name: 整改率, type: number, measure: "%"}
          - {id: done, name: 完成数, type: number}
          - {id: goal, name: 任务数, type: number}
          - {id: place, name: 名次, type: number}
          - {id: fires, name: 火灾, type: number}
          - {id: concealed, name: 瞒报, type: yesno}
          - {id: majorAccident, name: 较大事故, type: yesno}
          - {id: excused, name: 不可抗力, type: yesno}
          - {id: handing, name: 报送, type: choice, options: [按时, 迟报, 未报]}
          - {id: handedIn, name: 报送日期, type: date}
          - {id: noticed, name: 通知日期, type: date}
          - {id: awards, name: 表彰, type: items}
        rules:
          - {kind: award_or_zero, id: base, points: 1, evidence: roster}
          - ${rule}
`;
}

function ruleOf(rule: string): object {
  const outcome = parseCriteria({ path: "细则.yaml", text: criteriaWith(rule) });
  if (!outcome.ok) throw new Error(outcome.errors.map((error) => error.code).join(" "));
  const found = outcome.value.sections[0]?.clauses[0]?.rules[1];
  return { ...found, place: undefined };
}

const base = { id: "r2", profiles: [] };

test.each<[string, object]>([
  ["{kind: deduct, points: 1, evidence: plan}", { kind: "deduct", points: 1000, on: { kind: "evidence", evidence: "plan" } }],
  [
    "{kind: deduct, points: 0.125, input: rate, below: 95%}",
    { kind: "deduct", points: 125, on: { kind: "compare", input: "rate", op: "below", value: 95000 } },
  ],
  [
    "{kind: deduct, points: 1, input: handing, is: 迟报}",
    { kind: "deduct", points: 1000, on: { kind: "answer", input: "handing", is: "迟报" } },
  ],
  [
    "{kind: deduct, points: 1, input: concealed, is: 是}",
    { kind: "deduct", points: 1000, on: { kind: "answer", input: "concealed", is: true } },
  ],
  [
    "{kind: deduct_each, each: 0.5, input: hazards, allowed: 0, step: 1, cap: 2}",
    { kind: "deduct_each", each: 500, count: { kind: "input", input: "hazards" }, allowed: 0, step: 1000, cap: 2000 },
  ],
  [
    "{kind: deduct_each, each: 0.5, missing: minutes}",
    { kind: "deduct_each", each: 500, count: { kind: "missing", evidence: "minutes" }, allowed: 0, step: 1000 },
  ],
  [
    "{kind: deduct_each, each: 2, input: fires, allowed: goal}",
    { kind: "deduct_each", each: 2000, count: { kind: "input", input: "fires" }, allowed: { kind: "input", input: "goal" }, step: 1000 },
  ],
  ["{kind: shortfall, evidence: minutes, each: 1}", { kind: "shortfall", evidence: "minutes", each: 1000 }],
  [
    "{kind: rate, input: rate, target: 95, direction: below, step: 1, each: 0.5, partialStep: whole, zeroBeyond: 90}",
    {
      kind: "rate",
      input: "rate",
      target: 95000,
      direction: "below",
      step: 1000,
      each: 500,
      partialStep: "whole",
      zeroBeyond: 90000,
    },
  ],
  [
    "{kind: tiers, input: rate, mode: award, tiers: [{min: 80, points: 2}, {min: 70, max: 80, points: 1}]}",
    {
      kind: "tiers",
      input: "rate",
      mode: "award",
      tiers: [
        { when: { kind: "range", min: 80000, minIncluded: true, maxIncluded: false }, points: 2000 },
        { when: { kind: "range", min: 70000, max: 80000, minIncluded: true, maxIncluded: false }, points: 1000 },
      ],
    },
  ],
  [
    "{kind: tiers, input: handing, mode: deduct, tiers: [{is: 迟报, points: 1}, {is: 未报, points: 2}]}",
    {
      kind: "tiers",
      input: "handing",
      mode: "deduct",
      tiers: [
        { when: { kind: "is", value: "迟报" }, points: 1000 },
        { when: { kind: "is", value: "未报" }, points: 2000 },
      ],
    },
  ],
  [
    "{kind: ratio, mode: award, input: done, target: 10, points: 3}",
    { kind: "ratio", mode: "award", actual: { kind: "input", input: "done" }, target: 10000, points: 3000 },
  ],
  [
    "{kind: ratio, mode: award, evidence: drills, target: goal, points: 3}",
    {
      kind: "ratio",
      mode: "award",
      actual: { kind: "evidence", evidence: "drills" },
      target: { kind: "input", input: "goal" },
      points: 3000,
    },
  ],
  [
    "{kind: award_or_zero, points: 1, evidence: roster}",
    { kind: "award_or_zero", points: 1000, on: { kind: "evidence", evidence: "roster" } },
  ],
  [
    "{kind: award_each, each: 0.5, evidence: drills, cap: 2}",
    { kind: "award_each", each: 500, count: { kind: "evidence", evidence: "drills" }, cap: 2000 },
  ],
  [
    "{kind: stack, points: 0.5, after: base, evidence: assess}",
    { kind: "stack", points: 500, after: "base", on: { kind: "evidence", evidence: "assess" } },
  ],
  [
    "{kind: late, evidence: summary, due: 2024-07-05, per: day, each: 0.2, missing: 1, cap: 1}",
    {
      kind: "late",
      subject: { kind: "evidence", evidence: "summary" },
      due: { kind: "date", date: "2024-07-05" },
      per: "day",
      each: 200,
      missing: 1000,
      cap: 1000,
    },
  ],
  [
    "{kind: late, evidence: summary, each: 0.2}",
    {
      kind: "late",
      subject: { kind: "evidence", evidence: "summary" },
      due: { kind: "date", date: "2024-07-10" },
      per: "day",
      each: 200,
      missing: 4000,
    },
  ],
  [
    "{kind: late, input: handedIn, due: {after: noticed, days: 15}, each: 0.2, missing: 1}",
    {
      kind: "late",
      subject: { kind: "input", input: "handedIn" },
      due: { kind: "after", input: "noticed", days: 15, months: 0 },
      per: "day",
      each: 200,
      missing: 1000,
    },
  ],
  [
    "{kind: escalate, input: fires, first: 1, increment: 1}",
    { kind: "escalate", count: { kind: "input", input: "fires" }, first: 1000, increment: 1000 },
  ],
  [
    "{kind: minus_extra, points: 1, input: concealed, is: true}",
    { kind: "minus_extra", points: 1000, on: { kind: "answer", input: "concealed", is: true } },
  ],
  [
    "{kind: bonus, items: awards, levels: [{name: 国家级, points: 2}, {name: 省级, points: 1}], dedupe: highest, evidence: honours}",
    {
      kind: "bonus",
      items: "awards",
      levels: [
        { name: "国家级", points: 2000 },
        { name: "省级", points: 1000 },
      ],
      dedupe: "highest",
      evidence: "honours",
    },
  ],
  [
    "{kind: veto, input: majorAccident, is: true, scope: total}",
    { kind: "veto", on: { kind: "answer", input: "majorAccident", is: true }, scope: "total" },
  ],
  [
    "{kind: veto, input: majorAccident, is: true, scope: grade, gradeAtMost: 合格}",
    { kind: "veto", on: { kind: "answer", input: "majorAccident", is: true }, scope: "grade", gradeAtMost: "合格" },
  ],
  [
    "{kind: manual, mode: deduct, min: 0, max: 1, text: 质量不高的酌情扣分}",
    { kind: "manual", mode: "deduct", min: 0, max: 1000, open: false, text: "质量不高的酌情扣分" },
  ],
  ["{kind: manual, open: true}", { kind: "manual", mode: "deduct", min: 0, max: 4000, open: true }],
  ["{kind: external, mode: deduct, source: 市安委办通报, max: 2}", { kind: "external", mode: "deduct", source: "市安委办通报", max: 2000 }],
  [
    "{kind: rank, input: place, table: [{from: 1, to: 3, points: 2}, {from: 4, to: 10, points: 1}]}",
    {
      kind: "rank",
      input: "place",
      table: [
        { from: 1, to: 3, points: 2000 },
        { from: 4, to: 10, points: 1000 },
      ],
    },
  ],
])("说明页上的写法 %s 读成约定的规则", (written, expected) => {
  expect(ruleOf(written)).toEqual({ ...base, ...expected });
});

test("每条规则都能另写代号、原文、封顶、组、地区类型、免扣和加倍", () => {
  const written =
    "{kind: deduct, points: 1, evidence: plan, id: x1, text: 原文, cap: 1, group: 甲, profiles: [产区], unless: excused, multiplier: {factor: 0.5, when: concealed}}";
  expect(ruleOf(written)).toEqual({
    kind: "deduct",
    points: 1000,
    on: { kind: "evidence", evidence: "plan" },
    id: "x1",
    text: "原文",
    cap: 1000,
    group: "甲",
    profiles: ["产区"],
    unless: "excused",
    multiplier: { factor: 500, when: "concealed" },
  });
});

test("项目清单没有写级别时，取加分规则里的级别", () => {
  const text = criteriaWith("{kind: bonus, items: awards, levels: [{name: 国家级, points: 2}, {name: 省级, points: 1}]}");
  const outcome = parseCriteria({ path: "细则.yaml", text });
  const input = outcome.ok ? outcome.value.sections[0]?.clauses[0]?.inputs.find(({ id }) => id === "awards") : undefined;
  expect(input?.options).toEqual(["国家级", "省级"]);
});
