import { expect, test } from "vitest";
import { figureChange } from "../../../src/criteria/migrate/figures.ts";
import { parseCriteria } from "../../../src/criteria/parse-criteria.ts";
import { editionOf, freshMeeting, meeting, mergedOf, plan, planOf, type WrittenClause } from "./edition-yaml.ts";

const list: WrittenClause = { id: "S1-01", title: "建立责任清单", points: 2, standard: "未建立责任清单的，扣2分。" };

function carryOf(old: readonly WrittenClause[], next: readonly WrittenClause[]) {
  const [carry] = planOf(editionOf("初稿", old), editionOf("正式稿", next)).carries;
  if (carry === undefined) throw new Error("no carry");
  return { outcome: carry.outcome, reading: carry.reading, to: carry.to, doubts: carry.doubts.map(({ code }) => code) };
}

test("原文没有变的条款，规则、材料照旧，编号变了代号不变", () => {
  expect(carryOf([meeting], [list, { ...freshMeeting, id: "S1-02" }])).toEqual({
    outcome: "kept",
    reading: "old",
    to: ["S1-01"],
    doubts: [],
  });
});

test("新条款的代号不用旧版任何条款用过的代号", () => {
  const { merges } = planOf(editionOf("初稿", [meeting, plan]), editionOf("正式稿", [list, { ...freshMeeting, id: "S1-02" }]));
  expect(merges.map(({ id }) => id)).toEqual(["S1-03", "S1-01"]);
});

test("扣分的数字变了，不拿旧数字给新原文打分：用新稿的读法，列为待核对", () => {
  const next = { ...freshMeeting, standard: "每季度至少召开1次全体会议，每少1次扣2分。" };
  expect(carryOf([meeting], [next])).toMatchObject({ outcome: "doubtful", reading: "new", doubts: ["figures-changed", "text-changed"] });
});

test("文字变了数字没有变，沿用旧读法，列为待核对", () => {
  const next = { ...freshMeeting, standard: "每季度至少召集1次全体会议，每少1次扣1分。" };
  expect(carryOf([meeting], [next])).toMatchObject({ outcome: "doubtful", reading: "old", doubts: ["text-changed"] });
});

test("分值变了、规则的金额还合适的，照旧", () => {
  expect(carryOf([meeting], [{ ...freshMeeting, points: 5 }])).toMatchObject({ outcome: "kept", reading: "old" });
});

test("分值变了、规则的金额等于原来的整条分值的，用新稿的读法", () => {
  const whole = { ...plan, points: 2 };
  const fresh = { ...plan, points: 3 };
  expect(carryOf([whole], [fresh])).toMatchObject({ outcome: "doubtful", reading: "new", doubts: ["points-misfit"] });
});

test("新稿没有规则可用时沿用旧规则，仍列为待核对", () => {
  const next: WrittenClause = { ...freshMeeting, standard: "每季度至少召开1次全体会议，每少1次扣2分。", reading: [] };
  expect(carryOf([meeting], [next])).toMatchObject({ outcome: "doubtful", reading: "old" });
});

test("新稿写的责任单位不同，沿用旧的，列为待核对；同一单位的别名不算不同", () => {
  const next = { ...freshMeeting, reading: ["units: {lead: 区教育局}", ...(freshMeeting.reading ?? [])] };
  expect(carryOf([meeting], [next])).toMatchObject({ outcome: "doubtful", reading: "old", doubts: ["units-differ"] });
});

test("新版没有的条款记入已删去的条款，代号不再给别的条款", () => {
  const { carries, retired } = planOf(editionOf("初稿", [meeting, plan]), editionOf("正式稿", [freshMeeting]));
  expect(carries.map(({ outcome }) => outcome)).toEqual(["kept", "orphaned"]);
  expect(retired).toEqual([{ id: "S1-02", title: "制定年度执法计划" }]);
});

test("两条合成一条，另一条的代号记为旧代号", () => {
  const summary: WrittenClause = { id: "S1-03", title: "报送执法总结", points: 2, standard: "执法工作总结每少报送1次扣1分。" };
  const both: WrittenClause = {
    id: "S1-01",
    title: "制定年度执法计划和报送执法总结",
    points: 5,
    standard: "未制定计划的，扣2分；计划未报批准的，扣1分；执法工作总结每少报送1次扣1分。",
  };
  const { carries, merges } = planOf(editionOf("初稿", [plan, summary]), editionOf("正式稿", [both]));
  expect(carries.map(({ to, doubts }) => [to, doubts.map(({ code }) => code)])).toEqual([
    [["S1-02"], ["merged"]],
    [["S1-02"], ["merged"]],
  ]);
  expect(merges.map(({ formerIds }) => formerIds)).toEqual([["S1-03"]]);
});

test("同一句话问的事实问法相反时不算同一个事实：是变成了否会扣错分", () => {
  const next: WrittenClause = {
    ...plan,
    standard: "未制定计划的，扣2分；计划未报批准的，扣2分。",
    points: 4,
    reading: [
      "inputs:",
      "  - { id: fact, name: 未制定计划, type: yesno }",
      "  - { id: fact2, name: 计划未报批准, type: yesno }",
      "rules:",
      "  - { kind: deduct, points: 2, input: fact, is: true, text: 未制定计划的，扣2分 }",
      "  - { kind: deduct, points: 2, input: fact2, is: true, text: 计划未报批准的，扣2分 }",
    ],
  };
  const [carry] = planOf(editionOf("初稿", [plan]), editionOf("正式稿", [next])).carries;
  expect([carry?.reading, [...(carry?.inputs.keys() ?? [])]]).toEqual(["new", []]);
});

test("换读法时，对得上的材料保留旧代号和改过的名称、关键词，别的代号不与旧代号相撞", () => {
  const next: WrittenClause = {
    ...freshMeeting,
    standard: "每季度至少召开1次全体会议，每少1次扣2分；未印发通知的，扣1分。",
    reading: [
      "evidence:",
      "  - { id: doc, name: 全体会议, kind: 会议纪要, keywords: [全体会议], per: quarter }",
      "  - { id: minutes, name: 印发的通知, kind: 通知, keywords: [通知] }",
      "rules:",
      "  - { kind: shortfall, evidence: doc, each: 2, text: 每少1次扣2分 }",
      "  - { kind: deduct, points: 1, evidence: minutes, text: 未印发通知的，扣1分 }",
    ],
  };
  const { criteria } = mergedOf(editionOf("初稿", [meeting]), editionOf("正式稿", [next]));
  const clause = criteria.sections[0]?.clauses[0];
  expect(clause?.evidence.map(({ id, name, keywords }) => [id, name, keywords])).toEqual([
    ["minutes", "安委会纪要", ["安委会"]],
    ["minutes1", "印发的通知", ["通知"]],
  ]);
  expect(
    clause?.rules.map((rule) =>
      "evidence" in rule ? rule.evidence : rule.kind === "deduct" && rule.on.kind === "evidence" && rule.on.evidence,
    ),
  ).toEqual(["minutes", "minutes1"]);
});

test.each([
  ["每少1次扣1分", "每少1次扣0.5分", true],
  ["每季度1次", "每半年1次", true],
  ["未建立的扣1分", "建立的得1分", true],
  ["甲扣1分，乙扣2分", "甲扣2分，乙扣1分", true],
  ["每少１次扣 1 分", "每少1次扣1分", false],
  ["会议扣1分", "全体会议扣1分", false],
])("「%s」与「%s」数字、频次、扣得分的说法%s", (before, after, changed) => {
  expect(figureChange(before, after) !== undefined).toBe(changed);
});

test("换了考核年度，沿用的读法里写有旧年度日期的列为待核对，没有写日期的照旧", () => {
  const dated = { ...meeting, reading: (meeting.reading ?? []).map((line) => line.replace("per: quarter", "due: 2024-06-30")) };
  const old = editionOf("初稿", [dated, plan]);
  const source = {
    path: "正式稿.yaml",
    text: editionOf("正式稿", [dated, plan]).source.text.replace("from: 2024-01-01, to: 2024-12-31", "from: 2025-01-01, to: 2025-12-31"),
  };
  const parsed = parseCriteria(source);
  if (!parsed.ok) throw new Error("not read");
  const carries = planOf(old, { source, criteria: parsed.value }).carries;
  expect(carries.map(({ outcome, doubts }) => [outcome, ...doubts.map(({ code }) => code)])).toEqual([
    ["doubtful", "days-of-old-period"],
    ["kept"],
  ]);
});
