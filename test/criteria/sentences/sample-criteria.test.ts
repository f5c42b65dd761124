import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { verdictOf } from "../../../bench/compare-rules.mjs";
import { readStandard } from "../../../src/criteria/sentences/read-standard.ts";
import type { CalendarDate } from "../../../src/model/dates.ts";

type WrittenRule = Readonly<Record<string, unknown>> & { readonly kind: string };
interface SampleClause {
  readonly id: string;
  readonly title: string;
  readonly points?: number;
  readonly requirement: string;
  readonly standard: string;
  readonly evidence?: readonly { readonly id: string; readonly per?: string; readonly count?: number }[];
  readonly rules: readonly WrittenRule[];
}
interface Sample {
  readonly period: { readonly from: CalendarDate; readonly to: CalendarDate };
  readonly grades: readonly { readonly name: string }[];
  readonly sections: readonly { readonly clauses: readonly SampleClause[] }[];
}

const sample = parse(readFileSync(join(import.meta.dirname, "../../../criteria/sample-2024.yaml"), "utf8")) as Sample;
const around = { period: sample.period, grades: sample.grades.map(({ name }) => name) };

const perMissing = "每少（缺）一份、一个单位：示例按份数少交算（shortfall），读成按缺少的个数扣（deduct_each），金额、封顶相同";
const companion = "随会议、演练一次一份的材料：示例按少交的份数算，读成按次数扣，金额、封顶相同";
const silent = "不足一步怎么算，原文没有说：示例另有约定，读成默认的按一步算";
/** Clauses that the sample's author read otherwise than the text alone can be read; the amounts are the same. */
const otherwise: Readonly<Record<string, string>> = {
  "S1-02": companion,
  "S1-04": perMissing,
  "S2-02": perMissing,
  "S3-01": perMissing,
  "S4-01": silent,
  "S4-03": perMissing,
  "S5-03": "瞒报的本条不得分：示例写成本条否决，读成没有瞒报才得满分，得分相同；未写封顶的迟报由条款分值封顶",
  "S5-04": silent,
  "S6-01": companion,
  "F1-03": perMissing,
  "F2-01": perMissing,
  "F2-03": perMissing,
  "F2-06": perMissing,
  "L1-01": perMissing,
  "L1-02": perMissing,
  "L2-01": perMissing,
  "V1-02": "发生即触发：示例数起数（不少于1起），读成有无",
};

function labelOf({ points, rules, evidence = [] }: SampleClause): { points: number; rules: readonly WrittenRule[] } {
  const named = rules.map((rule): WrittenRule => {
    const owed = rule.kind === "shortfall" ? evidence.find(({ id }) => id === rule["evidence"]) : undefined;
    // Ids are only names; who answers a question (fact or document) is not part of the reading of the sentence.
    const kept = Object.entries(rule).filter(([key]) => !["id", "text", "input", "evidence", "is"].includes(key));
    return {
      ...(Object.fromEntries(kept) as { kind: string }),
      ...(owed?.per === undefined ? {} : { per: owed.per, count: owed.count ?? 1 }),
    };
  });
  return { points: points ?? 0, rules: named };
}

function amountsOf(rules: readonly object[]): readonly unknown[] {
  return rules.map((rule) => {
    const { points, each, cap } = rule as { points?: number; each?: number; cap?: number };
    return [points ?? each, cap];
  });
}

const clauses = sample.sections.flatMap((section) => section.clauses);
const read = (clause: SampleClause) =>
  readStandard(clause.standard, { points: clause.points ?? 0, title: clause.title, requirement: clause.requirement }, around);

test("示例细则的评分标准，读法与录入的一致，不一致的都是同一意思的另一种写法", () => {
  const differing = clauses.filter((clause) => verdictOf(labelOf(clause), read(clause)) !== "right").map(({ id }) => id);
  expect(differing.toSorted()).toEqual(Object.keys(otherwise).toSorted());
});

test("写法不同的条款，各条规则的金额和封顶也与录入的相同", () => {
  const differing = clauses.filter(({ id }) => id in otherwise && id !== "S5-03");
  for (const clause of differing) expect(amountsOf(read(clause).rules), clause.id).toEqual(amountsOf(clause.rules));
});
