import { expect, test } from "vitest";
import { planMigration } from "../../src/criteria/migrate/plan-migration.ts";
import { describeRemoval } from "../../src/messages/migration-words.ts";
import type { ReferenceKind } from "../../src/model/migration.ts";
import { migratePaper } from "../../src/workspace/migrate/migrate-paper.ts";
import { parseJudgements } from "../../src/workspace/parse-judgements.ts";
import { editionOf, freshMeeting, meeting, mergedOf, plan, type WrittenClause } from "../criteria/migrate/edition-yaml.ts";

const summary: WrittenClause = {
  id: "S1-03",
  title: "报送执法总结",
  points: 2,
  standard: "执法工作总结每少报送1次扣1分；质量不高的，酌情扣0.5至1分。",
  reading: [
    "evidence:",
    "  - {id: minutes, name: 执法工作总结, kind: 总结, keywords: [总结], per: half}",
    "rules:",
    "  - {id: less, kind: shortfall, evidence: minutes, each: 1, text: 执法工作总结每少报送1次扣1分}",
    "  - {id: quality, kind: manual, min: 0.5, max: 1, text: 质量不高的，酌情扣0.5至1分}",
  ],
};
const both: WrittenClause = {
  id: "S1-02",
  title: plan.title,
  points: 5,
  standard: `${plan.standard}执法工作总结每少报送1次扣1分；质量不高的，酌情扣0.5至1分。`,
  reading: [
    "evidence:",
    "  - { id: doc, name: 执法工作总结, kind: 总结, keywords: [总结], per: half }",
    "rules:",
    "  - { kind: shortfall, evidence: doc, each: 1, text: 执法工作总结每少报送1次扣1分 }",
    "  - { kind: manual, min: 0.5, max: 1, text: 质量不高的，酌情扣0.5至1分 }",
  ],
};

const old = editionOf("初稿", [meeting, plan, summary]);
const next = editionOf("正式稿", [{ ...freshMeeting, points: 3 }, both]);
const { criteria } = mergedOf(old, next);

function migrated(kind: ReferenceKind, text: string, check: (text: string) => ReturnType<typeof parseJudgements>["warnings"] = () => []) {
  const carries = new Map(planMigration(old.criteria, next.criteria).carries.map((carry) => [carry.old.clause.id, carry]));
  const result = migratePaper({ kind, source: { path: "纸.yaml", text }, carries, check, describe: describeRemoval });
  return { text: result.text, fates: result.references.map(({ clause, fate }) => `${clause} ${fate}`) };
}

test("没有变的条款，人工对应一个字不改", () => {
  const text = 'pins:\n  - {path: "甲 1.pdf", clause: S1-01, evidence: minutes} # 一季度\n';
  expect(migrated("pin", text)).toEqual({ text, fates: ["S1-01 same"] });
});

test("并入别的条款的，人工对应改代号，材料代号照旧有效，注释留着", () => {
  const text = "pins:\n  # 王五认的\n  - {path: 乙.pdf, clause: S1-03, evidence: minutes} # 上半年\n";
  expect(migrated("pin", text)).toEqual({ text: text.replace("S1-03", "S1-02"), fates: ["S1-03 renamed"] });
  expect(criteria.sections[0]?.clauses[1]?.evidence.map(({ id }) => id)).toEqual(["minutes"]);
});

test("对不上的材料移成注释，对应本身留着", () => {
  const odd = editionOf("正式稿", [
    {
      ...freshMeeting,
      standard: "每季度至少召开1次全体会议，每少1次扣2分。",
      reading: [
        "evidence:",
        "  - { id: list, name: 参会签到表, kind: 签到表 }",
        "rules:",
        "  - { kind: deduct, points: 2, evidence: list, text: 每少1次扣2分 }",
      ],
    },
  ]);
  const carries = new Map(planMigration(old.criteria, odd.criteria).carries.map((carry) => [carry.old.clause.id, carry]));
  const text = "pins:\n  - {path: 甲.pdf, clause: S1-01, evidence: minutes, note: 一季度}\n";
  const result = migratePaper({ kind: "pin", source: { path: "mapping.yaml", text }, carries, check: () => [], describe: describeRemoval });
  expect(result.text).toContain("  - {path: 甲.pdf, clause: S1-01, note: 一季度}\n");
  expect(result.text).toContain("#   evidence: minutes");
});

test("人工评定跟着原文没有变的规则走，改了哪条规则的评定移成注释", () => {
  const text = "# 李四\nS1-03:\n  rules: {quality: 0.5}\n";
  const check = (written: string) => {
    const outcome = parseJudgements({ path: "纸.yaml", text: written }, criteria);
    return outcome.ok ? [] : outcome.errors;
  };
  expect(migrated("judgement", text, check)).toEqual({ text: text.replace("S1-03", "S1-02"), fates: ["S1-03 renamed"] });
  const tooMuch = migrated("judgement", "S1-03:\n  rules: {quality: 1, less: 1}\n", check);
  expect(tooMuch.fates).toEqual(["S1-03 removed"]);
  expect(tooMuch.text).toContain("#   less: 1");
  expect(tooMuch.text).toContain("rules: {quality: 1}");
});

test("一张自评表里并成一条的两段，留本来就用这个代号的那一段", () => {
  const text = "clauses:\n  S1-03: {claimed: 2}\n  S1-02: {claimed: 3}\n";
  const result = migrated("return", text);
  expect(result.fates).toEqual(["S1-03 removed", "S1-02 review"]);
  expect(result.text).toBe(
    "clauses:\n  # 换版时移出，待核对（条款S1-03已并入S1-02，S1-02另有填报）：\n  #   S1-03: {claimed: 2}\n  S1-02: {claimed: 3}\n",
  );
});
