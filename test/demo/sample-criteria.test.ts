import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

const text = readFileSync(new URL("../../criteria/sample-2024.yaml", import.meta.url), "utf8");
interface Rule {
  readonly kind: string;
  readonly text?: string;
  readonly scope?: string;
  readonly open?: boolean;
  readonly mode?: string;
}
interface Requirement {
  readonly kind?: string;
  readonly keywords?: readonly string[];
  readonly per?: string;
  readonly from?: string;
  readonly window?: unknown;
  readonly with?: string;
}
interface Clause {
  readonly id: string;
  readonly title: string;
  readonly points?: number;
  readonly standard: string;
  readonly verification?: string;
  readonly evidence?: readonly Requirement[];
  readonly rules: readonly Rule[];
}
interface Sample {
  readonly title: string;
  readonly sections: readonly {
    readonly kind?: string;
    readonly field: string;
    readonly points?: number;
    readonly clauses: readonly Clause[];
  }[];
}
const sample = parse(text) as Sample;
const clauses = sample.sections.flatMap((section) => section.clauses);
const rules = clauses.flatMap((clause) => clause.rules);
const standard = sample.sections.filter((section) => section.kind === undefined);

describe("示例细则", () => {
  test("题目和文件头都说明是示例、非正式文件", () => {
    expect(sample.title).toContain("示例，非正式文件");
    expect(text.startsWith("# 示例细则，非正式文件")).toBe(true);
  });

  test("不少于60条，考核项目合计恰好100分，另有加分项和一票否决项", () => {
    expect(clauses.length).toBeGreaterThanOrEqual(60);
    const thousandths = (points: number | undefined): number => Math.round((points ?? 0) * 1000);
    const total = standard.flatMap((section) => section.clauses).reduce((sum, clause) => sum + thousandths(clause.points), 0);
    expect(total).toBe(100_000);
    for (const section of standard)
      expect(section.clauses.reduce((sum, c) => sum + thousandths(c.points), 0)).toBe(thousandths(section.points));
    expect(sample.sections.map((section) => section.kind ?? "standard")).toEqual(expect.arrayContaining(["bonus", "veto"]));
  });

  test("每一种评分规则都用到", () => {
    const used = [...new Set(rules.map((rule) => rule.kind))].sort();
    expect(used).toEqual(
      [
        ...["deduct", "deduct_each", "shortfall", "rate", "tiers", "ratio", "award_or_zero", "award_each", "stack", "late"],
        ...["escalate", "minus_extra", "bonus", "veto", "manual", "external", "rank"],
      ].sort(),
    );
    expect([...new Set(rules.flatMap((rule) => rule.scope ?? []))].sort()).toEqual(["clause", "field", "grade", "total"]);
    expect(rules.some((rule) => rule.kind === "manual" && rule.open === true)).toBe(true);
    for (const mode of ["award", "deduct"]) expect(rules.some((rule) => rule.kind === "tiers" && rule.mode === mode)).toBe(true);
    const modifiers = ["cap", "group", "profiles", "unless", "multiplier"];
    for (const modifier of modifiers)
      expect(
        rules.some((rule) => modifier in rule),
        modifier,
      ).toBe(true);
  });

  test("各种期限、来源和核实方式都用到", () => {
    const evidence = clauses.flatMap((clause) => clause.evidence ?? []);
    const values = (key: keyof Requirement): unknown[] => evidence.map((requirement) => requirement[key]);
    expect(values("per")).toEqual(expect.arrayContaining(["month", "quarter", "half", "year", undefined]));
    expect(values("from")).toEqual(expect.arrayContaining(["any", "each", undefined]));
    expect(values("window")).toEqual(expect.arrayContaining(["prior-year", { from: "2024-11-10", to: "2025-05-10" }]));
    expect(evidence.some((requirement) => "with" in requirement)).toBe(true);
    expect(evidence.some((requirement) => "due" in requirement)).toBe(true);
    expect([...new Set(clauses.map((clause) => clause.verification))].sort()).toEqual(["daily", "external", "onsite", undefined]);
  });

  test("每条规则的原文都是评分标准里的一段", () => {
    for (const clause of clauses)
      for (const rule of clause.rules) expect(clause.standard, `${clause.id} ${rule.kind}`).toContain(rule.text ?? "（没有写原文）");
  });

  test("会议讲到的事项都有", () => {
    const topics = [
      ...["三个必须", "五到位", "五个一", "一业一规、一企一标、一岗一责、一人一卡、一日一省", "四个一律", "三自主两公开一承诺", "九小场所"],
      ...[
        "2024年11月10日至2024年5月10日",
        "清单制+责任制",
        "党政领导干部",
        "燃气",
        "危险化学品",
        "建筑施工",
        "道路运输",
        "非煤矿山",
        "烟花爆竹",
      ],
      ...[
        "机械制造",
        "应知应会",
        "119",
        "森林防火期",
        "网格",
        "护林员",
        "双随机",
        "执法案卷",
        "应急预案",
        "演练",
        "应急值守",
        "物资",
        "举报奖励",
      ],
      ...["教育培训", "重大危险源", "高层建筑", "养老机构", "学校", "冰雪旅游", "高低大化、老幼古标", "摸排—建账—培训—整治"],
    ];
    for (const topic of topics) expect(text).toContain(topic);
  });

  test("没有两项材料种类和关键词都相同", () => {
    const keys = clauses.flatMap((clause) =>
      (clause.evidence ?? []).filter((e) => e.with === undefined).map((e) => JSON.stringify([e.kind, e.keywords])),
    );
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });
});
