import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type Verdict, verdictOf } from "../../../bench/compare-rules.mjs";
import { parseCriteria } from "../../../src/criteria/parse-criteria.ts";
import type { ParsedStandard } from "../../../src/criteria/sentences/parsed-standard.ts";
import { readStandard } from "../../../src/criteria/sentences/read-standard.ts";
import { scoreClauseOf } from "../../scoring/one-clause.ts";

interface Label {
  readonly text: string;
  readonly points: number;
  readonly rules: readonly { readonly kind: string }[];
}

const folder = join(import.meta.dirname, "../../../fixtures/sentences");
const sets = readdirSync(folder)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => ({ name, labels: parse(readFileSync(join(folder, name), "utf8")) as readonly Label[] }));
const all = sets.flatMap(({ labels }) => labels);
const grades = ["优秀", "合格", "不合格"];

function read(text: string, points: number | string = 4): ParsedStandard {
  return readStandard(text, { points, title: "条款", requirement: "" }, { grades });
}

/** The rules alone, without their words. */
function rulesOf(text: string, points?: number): readonly object[] {
  return read(text, points).rules.map((rule) => Object.fromEntries(Object.entries(rule).filter(([key]) => key !== "text")));
}

/** Signs of the standard that lie neither in a rule's stretch nor in a note. */
function lost(text: string, { spans, notes }: ParsedStandard): string {
  const covered = [...spans, ...notes];
  return Array.from({ length: text.length }, (_, at) => at)
    .filter((at) => /[\p{L}\p{N}]/u.test(text[at] ?? "") && !covered.some(({ start, end }) => start <= at && at < end))
    .map((at) => text[at])
    .join("");
}

describe("标注过的评分语句", () => {
  test.each(sets)("$name：读对的不少于 85%，读错而不自知的不超过 1%", ({ labels }) => {
    const verdicts = labels.map((label): Verdict => verdictOf(label, read(label.text, label.points)));
    expect(verdicts.filter((verdict) => verdict === "right").length / labels.length).toBeGreaterThanOrEqual(0.85);
    expect(verdicts.filter((verdict) => verdict === "wrong").length / labels.length).toBeLessThanOrEqual(0.01);
  });

  test("每一句都不丢字，规则的 text 就是原文的一段", () => {
    for (const { text, points } of all) {
      const parsed = read(text, points);
      expect(lost(text, parsed), text).toBe("");
      expect(parsed.rules.map((rule) => rule.text)).toEqual(parsed.spans.map(({ start, end }) => text.slice(start, end)));
    }
  });

  test("每一句读成的条款都能通过细则检查，也都能算分", () => {
    for (const { text, points } of all) {
      const { evidence, inputs, rules } = read(text, points);
      const clause = `evidence: ${JSON.stringify(evidence)}\ninputs: ${JSON.stringify(inputs)}\nrules: ${JSON.stringify(rules)}`;
      expect(scoreClauseOf({ clause, points: String(points) }).range, text).toMatch(/\d/u);
    }
  });
});

test("任意拼接、截断的原文都不丢字、不出错，读成的条款仍通过检查", () => {
  const piece = fc.oneof(
    fc.constantFrom(...all.map(({ text }) => text)),
    fc.stringMatching(/^[扣得分每一1-9（）。；，、以上不低于%n]{0,8}$/u),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 4 }), fc.nat(60), fc.nat(30), (pieces, from, cut) => {
      const whole = pieces.join("");
      const text = whole.slice(Math.min(from, whole.length), Math.max(0, whole.length - cut));
      const parsed = read(text, 5);
      expect(lost(text, parsed)).toBe("");
      expect(errorsOf(parsed)).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

function errorsOf({ evidence, inputs, rules }: ParsedStandard): readonly string[] {
  const clause = { id: "C1", title: "条款", points: 5, evidence, inputs, rules };
  const criteria = {
    title: "细则",
    period: { from: "2024-01-01", to: "2024-12-31" },
    total: 5,
    grades: grades.map((name, index) => ({ name, min: 4 - index * 2 })),
    fields: [{ id: "F", name: "领域" }],
    sections: [{ id: "S", field: "F", title: "项目", clauses: [clause] }],
  };
  const outcome = parseCriteria({ path: "细则.yaml", text: JSON.stringify(criteria) });
  return outcome.ok ? [] : outcome.errors.map(({ code }) => `${code} ${JSON.stringify(rules)}`);
}

describe("读不懂的绝不猜", () => {
  test.each([
    ["分值外的金额（丢了一横）", "工作不力的扣14分。", [{ kind: "manual", mode: "deduct", open: true }]],
    ["封顶比一次还小", "每处扣1分，最多扣0.5分。", [{ kind: "manual", mode: "deduct", open: true }]],
    [
      "不得分的界限高过应达到的数",
      "整改率低于80%的，每降低1个百分点扣0.5分，低于90%不得分。",
      [{ kind: "manual", mode: "deduct", open: true }],
    ],
    ["没有应达到的数", "每降低1个百分点扣0.5分。", [{ kind: "manual", mode: "deduct", open: true }]],
    ["各档互相重叠", "70%—90%得2分，80%—95%得4分。", [{ kind: "manual", mode: "award", open: true }]],
    ["递增不成等差", "第一起扣1分，第二起扣1.5分，第三起扣3分，以此类推。", [{ kind: "manual", mode: "deduct", open: true }]],
    ["完全没有分数", "由检查组现场掌握。", [{ kind: "manual", mode: "deduct", open: true }]],
  ])("%s：留给人，以整条分值为限", (_, text, expected) => {
    expect(rulesOf(text)).toEqual(expected);
    expect(read(text).notes.map(({ code }) => code)).toContain("not-understood");
  });

  test.each([
    ["“各”几次没有写法", "党委会、政府常务会每年各研究2次，每少1次扣0.5分。"],
    ["条件里还有一个没有着落的数", "值班员3人以上缺岗且超过2次的，每次扣0.5分。"],
    ["排名没有名次表", "综合排名全市后三位的，扣1分。"],
    ["两个率共一个界限", "查明率、查处率均达到100%的得满分，每低1个百分点扣0.2分。"],
    ["份额没有说明", "按全市平均水平的一定比例计分。"],
    ["倍数只对其中一部分", "未整改的每处扣0.5分，其中挂牌督办的加倍扣分。"],
  ])("%s：一个字没有着落就留给人", (_, text) => {
    expect(rulesOf(text)).toEqual([expect.objectContaining({ kind: "manual", open: true })]);
  });

  test.each([
    ["同一个数又按次扣、又有界限", "每缺一人扣0.1分，缺三人以上的不得分。"],
    ["后果加重，是另扣还是改扣没有说", "未上报的，一例扣2分，情节严重的扣5分。"],
    ["后一个时限仍未完成", "10月底前未完成的扣1分，年底前仍未完成的扣3分。"],
    ["最高分管哪几项没有说", "迟报每次扣0.1分，漏报每次扣0.3分，最多扣1分。"],
    ["有扣有加，从哪里算起没有说", "开展评查的每份加0.1分，不合格的每份扣0.2分。"],
    ["得满分以外又得分", "完成任务的得4分，超额完成的另加0.5分。"],
  ])("%s：各句单独读得懂，合在一起仍留给人", (_, text) => {
    expect(new Set(rulesOf(text).map((rule) => (rule as { kind: string }).kind))).toEqual(new Set(["manual"]));
  });

  test("同一问题按最高扣分计：各条合成一组", () => {
    const rules = rulesOf("被省级通报的扣2分；被市级通报的扣1分；同一问题被多级通报的，按最高扣分计。");
    expect(rules).toMatchObject([
      { points: 2, group: "就高不就低" },
      { points: 1, group: "就高不就低" },
    ]);
  });

  test("几句合计的限额，留给人时仍以这个限额为上限", () => {
    expect(rulesOf("未登记的，每家扣0.5分。脱岗的，每次扣1分。上述扣分累计不超过2分。")).toEqual([
      { kind: "manual", mode: "deduct", max: 2 },
    ]);
  });

  test("除不可抗力外：免扣的理由单成一个事实", () => {
    expect(rulesOf("除不可抗力外，未按期整改的，每处扣0.5分。")).toMatchObject([{ kind: "deduct_each", each: 0.5, unless: "fact" }]);
  });

  test("几条规则合计的限额没有写法：都留给人", () => {
    const { rules } = read("无台账的，每家扣0.5分。脱岗的，每次扣1分。以上各项累计扣分不超过2分。");
    expect(new Set(rules.map(({ kind }) => kind))).toEqual(new Set(["manual"]));
  });

  test("一句读不懂，不连累别的句子", () => {
    expect(
      rulesOf("未制定方案的，扣1分；其余事项按系数扣分；发现一处隐患扣0.5分。").map((rule) => (rule as { kind: string }).kind),
    ).toEqual(["deduct", "manual", "deduct_each"]);
  });

  test("两个“不得分”不会算成满足一个就得满分", () => {
    const { evidence, inputs, rules } = read("无年度计划的，不得分。弄虚作假的，不得分。");
    const clause = `evidence: ${JSON.stringify(evidence)}\ninputs: ${JSON.stringify(inputs)}\nrules: ${JSON.stringify(rules)}`;
    const fact = inputs[0]?.id ?? "";
    const papers = evidence.map(({ id }) => ({ evidence: id, date: "2024-03-01" }));
    expect(scoreClauseOf({ clause, papers, facts: { [fact]: true } }).range).toBe("0");
    expect(scoreClauseOf({ clause, papers, facts: { [fact]: false } }).range).toBe("4");
  });
});

test("“不得分”旁边另有扣分、倒扣的，写作扣完全部分值，不写作得分；写明“本项不得分”的是本条否决", () => {
  expect(rulesOf("未建立队伍的，不得分；装备不全的，每件扣0.5分。")).toMatchObject([
    { kind: "deduct", points: 4, is: true },
    { kind: "deduct_each", each: 0.5 },
  ]);
  expect(rulesOf("迟报的，每次扣0.5分；瞒报的，本项不得分。")).toMatchObject([{ kind: "deduct_each" }, { kind: "veto", scope: "clause" }]);
  const { inputs, evidence, rules } = read("迟报的，每次扣0.5分；瞒报的，本项不得分，并倒扣2分。");
  expect(rules.map(({ kind }) => kind)).toEqual(["deduct_each", "deduct", "minus_extra"]);
  const clause = `evidence: ${JSON.stringify(evidence)}\ninputs: ${JSON.stringify(inputs)}\nrules: ${JSON.stringify(rules)}`;
  const [late = "", hidden = ""] = inputs.map(({ id }) => id);
  expect(scoreClauseOf({ clause, facts: { [late]: "1", [hidden]: true } }).range).toBe("-2");
  expect(scoreClauseOf({ clause, facts: { [late]: "1", [hidden]: false } }).range).toBe("3.5");
});

test("材料是建议，附有说明；编号、说明文字也都列出", () => {
  const { evidence, notes, rules } = read("查阅资料。1.每季度至少召开1次安委会会议，每少1次扣0.5分。");
  expect(evidence).toEqual([{ id: "minutes", name: "安委会会议", kind: "会议纪要", keywords: ["安委会会议"], per: "quarter" }]);
  expect(rules.map(({ text }) => text)).toEqual(["每季度至少召开1次安委会会议，每少1次扣0.5分"]);
  expect(notes.map(({ code, text }) => [code, text])).toEqual([
    ["says-nothing", "查阅资料。1"],
    ["proposed", "安委会会议"],
  ]);
});

test("有考核年度时，只写月日的期限落在当年", () => {
  const clause = { points: 1, title: "总结", requirement: "" };
  const standard = "总结应于7月5日前报送，每迟报1天扣0.2分，未报送的扣1分。";
  const { period } = parse("period: {from: 2024-01-01, to: 2024-12-31}") as { period: { from: never; to: never } };
  expect(readStandard(standard, clause, { period }).rules).toMatchObject([{ kind: "late", due: "2024-07-05", missing: 1 }]);
  expect(readStandard(standard, clause).rules).toMatchObject([{ kind: "late", due: { after: "day2", days: 0 } }]);
});
