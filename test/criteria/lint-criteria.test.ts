import { expect, test } from "vitest";
import { lintCriteria } from "../../src/criteria/lint-criteria.ts";
import { parseCriteria } from "../../src/criteria/parse-criteria.ts";
import { diagnosticJson } from "../../src/messages/diagnostic.ts";

interface Parts {
  readonly total?: string;
  readonly weight?: string;
  readonly clause?: string;
  readonly more?: string;
}

const sound = `standard: 每季度1次，每少1次扣1分
        units: {lead: 区应急局}
        evidence: [{id: m, name: 纪要, keywords: [纪要], per: quarter}]
        rules: [{kind: shortfall, evidence: m, each: 1}]`;

function lint({ total = "4", weight = "", clause = sound, more = "" }: Parts): readonly string[] {
  const text = `title: 细则
period: {from: 2024-01-01, to: 2024-12-31}
total: ${total}
grades: [{name: 合格, min: 60}, {name: 不合格, min: 0}]
fields: [{id: safety, name: 安全${weight}}]
sections:
  - id: S1
    field: safety
    title: 责任
    points: 4
    clauses:
      - id: C1
        label: "1."
        title: 会议
        points: 4
        ${clause}
${more}`;
  const outcome = parseCriteria({ path: "细则.yaml", text });
  if (!outcome.ok) throw new Error(outcome.errors.map((error) => error.code).join(" "));
  return lintCriteria(outcome.value)
    .map(diagnosticJson)
    .map(({ line, code }) => `${String(line)} ${code}`);
}

test("写全了、加得起来的细则没有提醒", () => {
  expect(lint({})).toEqual([]);
});

test("总分和各考核项目对不上要提醒，折算的领域按折算分值合计", () => {
  expect(lint({ total: "5" })).toEqual(["3 sections-differ-from-total"]);
  expect(lint({ total: "70", weight: ", weight: 70" })).toEqual([]);
});

test("条款合计和考核项目对不上、编号重复、材料分不清，都要提醒", () => {
  const more = `      - id: C2
        label: "1."
        title: 会议
        points: 1
        ${sound}
`;
  expect(lint({ more })).toEqual(["7 clauses-differ-from-section", "20 duplicate-label", "26 same-evidence-text"]);
});

test("扣完为止：每少一次扣的分不超过条款就不提醒，一次就超过才提醒", () => {
  const rules = (each: number): string => sound.replace("each: 1}", `each: ${String(each)}}`);
  expect(lint({ clause: rules(4) })).toEqual([]);
  expect(lint({ clause: rules(5) })).toEqual(["19 rule-exceeds-clause"]);
  expect(lint({ clause: rules(5).replace("each: 5}", "each: 5, cap: 4}") })).toEqual([]);
});

test("得分规则加起来得不满要提醒，同组只算最高的一条", () => {
  const award = (group: string): string =>
    sound.replace(
      "{kind: shortfall, evidence: m, each: 1}",
      `{kind: award_or_zero, points: 2, evidence: m${group}}, {kind: award_or_zero, points: 2, evidence: m${group}}`,
    );
  expect(lint({ clause: award("") })).toEqual([]);
  expect(lint({ clause: award(", group: 甲") })).toEqual(["12 awards-below-clause"]);
});

test("颠倒的材料时间照收，只提醒要问清楚", () => {
  const clause = sound.replace("per: quarter", "window: {from: 2024-11-01, to: 2024-03-31}");
  expect(lint({ clause })).toEqual(["18 impossible-window"]);
});

test("没有材料、责任单位、规则、评分标准的条款，逐项提醒", () => {
  expect(lint({ clause: "requirement: 无" })).toEqual([
    "12 clause-without-evidence",
    "12 clause-without-owner",
    "12 clause-without-rule",
    "12 clause-without-standard",
  ]);
  expect(lint({ clause: "verification: onsite" })).not.toContain("12 clause-without-evidence");
});

test("没有规则用到、没有关键词的材料要提醒，随别的材料走的不算", () => {
  const clause = sound.replace("per: quarter}", "per: quarter}, {id: x, name: 照片}, {id: s, name: 签到表, keywords: [签到], with: m}");
  expect(lint({ clause })).toEqual(["18 evidence-without-keywords", "18 evidence-without-rule"]);
});

const shared = (units: string, input: string, rule = "{kind: rate, input: x, target: 95, each: 1}"): string => `standard: 每低1个百分点扣1分
        units: ${units}
        inputs: [{id: x, name: 完成率, type: number${input}}]
        rules: [${rule}]`;

test("几个单位填的百分数、名次没有写怎么合成一个，要提醒", () => {
  const warned = ["18 combine-not-written"];
  expect(lint({ clause: shared("{lead: [甲局, 乙局]}", "") })).toEqual(warned);
  expect(lint({ clause: shared("{lead: {kind: township}}", "") })).toEqual(warned);
  expect(lint({ clause: shared("{lead: 甲局, with: 乙局}", ", from: each") })).toEqual(warned);
  expect(lint({ clause: shared("{lead: [甲局, 乙局]}", ', measure: "%"', "{kind: deduct, points: 1, input: x, below: 80}") })).toEqual(
    warned,
  );
  expect(lint({ clause: shared("{lead: [甲局, 乙局]}", ", combine: mean") })).toEqual([]);
  expect(lint({ clause: shared("{lead: 甲局}", "") })).toEqual([]);
  expect(lint({ clause: shared("{lead: [甲局, 乙局]}", ", measure: 起", "{kind: deduct_each, each: 1, input: x}") })).toEqual([]);
});
