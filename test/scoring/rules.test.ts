import { describe, expect, test } from "vitest";
import { gapLines, type Situation, scoreClauseOf } from "./one-clause.ts";

const minutes = `evidence:
  - {id: minutes, name: 安委会会议纪要, kind: 会议纪要, keywords: [安委会], per: quarter}`;
const once = (id: string): string => `evidence:
  - {id: ${id}, name: 方案, kind: 方案, keywords: [方案]}`;
const eachQuarter = ["2024-02-01", "2024-05-01", "2024-08-01", "2024-11-01"].map((date) => ({ evidence: "minutes", date }));
const withFact = (input: string, rule: string): string => `inputs:\n  - ${input}\nrules:\n  - ${rule}`;
const number = "{id: n, name: 数, type: number}";
const yesno = "{id: y, name: 事, type: yesno}";

describe("shortfall 每少一次扣N分", () => {
  const clause = `${minutes}\nrules:\n  - {kind: shortfall, evidence: minutes, each: 0.5}`;

  test("每季度都有的得满分", () => {
    expect(scoreClauseOf({ clause, papers: eachQuarter }).range).toBe("4");
  });

  test("缺一个季度扣一次，并指明是哪个季度", () => {
    const { range, gaps } = scoreClauseOf({ clause, papers: eachQuarter.filter((paper) => paper.date !== "2024-08-01") });
    expect(range).toBe("3.5");
    expect(gaps).toHaveLength(1);
    expect(gaps[0]).toMatchObject({
      code: "evidence-missing",
      state: "lost",
      points: 500,
      missing: 1,
      periods: [{ unit: "quarter", index: 3 }],
    });
  });

  test("多开的会不加分", () => {
    expect(scoreClauseOf({ clause, papers: [...eachQuarter, { evidence: "minutes", date: "2024-03-01" }] }).range).toBe("4");
  });

  test("没到期的季度不扣分，只留上下限", () => {
    const { range, gaps } = scoreClauseOf({ clause, papers: eachQuarter.slice(0, 3), asOf: "2024-12-10" });
    expect(range).toBe("3.5—4");
    expect(gapLines(gaps)).toEqual(["upcoming 0.5 evidence-upcoming"]);
  });

  test("没写日期的纪要不知道算哪个季度，待人工确认", () => {
    const { range, gaps } = scoreClauseOf({ clause, papers: [...eachQuarter.slice(0, 3), { evidence: "minutes", verdict: "doubtful" }] });
    expect(range).toBe("3.5—4");
    expect(gapLines(gaps)).toEqual(["awaiting 0.5 evidence-unconfirmed"]);
  });

  test("只写了年份的材料可能属于任何一个季度", () => {
    expect(
      scoreClauseOf({ clause, papers: [...eachQuarter.slice(0, 3), { evidence: "minutes", date: "2024-01-01", until: "2024-12-31" }] })
        .range,
    ).toBe("3.5—4");
  });

  test("扣完为止，不计负分", () => {
    const { range } = scoreClauseOf({ clause: clause.replace("each: 0.5", "each: 3"), papers: eachQuarter.slice(0, 1) });
    expect(range).toBe("0");
  });
});

test("没有佐证材料的条款得 0 分并进入缺项清单", () => {
  const { range, gaps } = scoreClauseOf({ clause: `${minutes}\nrules:\n  - {kind: shortfall, evidence: minutes, each: 0.5}` });
  expect(range).toBe("0");
  expect(gapLines(gaps)).toEqual(["lost 2 evidence-missing", "lost 2 no-evidence"]);
});

test("细则写明只按规则扣的，没有佐证也只扣规则规定的分", () => {
  const clause = `${minutes}\nrules:\n  - {kind: shortfall, evidence: minutes, each: 0.5}`;
  expect(scoreClauseOf({ clause, criteria: "noEvidence: rules" }).range).toBe("2");
});

describe("deduct 未……的扣N分", () => {
  const clause = `${minutes}\nrules:\n  - {kind: deduct, evidence: minutes, points: 1.5}`;
  test("缺几份都只扣一次", () => {
    expect(scoreClauseOf({ clause, papers: eachQuarter.slice(0, 1) }).range).toBe("2.5");
  });
  test("按事实扣：答「是」才扣", () => {
    const facts = withFact(yesno, "{kind: deduct, points: 1, input: y, is: true}");
    expect(scoreClauseOf({ clause: facts, facts: { y: true } }).range).toBe("3");
    expect(scoreClauseOf({ clause: facts, facts: { y: false } }).range).toBe("4");
  });
  test("没人回答不等于没发生，也不等于发生了", () => {
    const { range, gaps } = scoreClauseOf({ clause: withFact(yesno, "{kind: deduct, points: 1, input: y, is: true}") });
    expect(range).toBe("3—4");
    expect(gapLines(gaps)).toEqual(["awaiting 1 fact-missing"]);
  });
});

const byFact: readonly (readonly [title: string, rule: string, input: string, value: string | boolean, expected: string])[] = [
  ["发现一处扣0.5分", "{kind: deduct_each, each: 0.5, input: n}", number, "3", "2.5"],
  ["发现一处扣0.5分，1分封顶", "{kind: deduct_each, each: 0.5, input: n, cap: 1}", number, "3", "3"],
  ["没有超过控制指标的不扣，也不加", "{kind: deduct_each, each: 1, input: n, allowed: 5}", number, "2", "4"],
  ["超控制指标每起扣1分", "{kind: deduct_each, each: 1, input: n, allowed: 1}", number, "3", "2"],
  ["每满20万元扣1分，不足的部分不扣", "{kind: deduct_each, each: 1, input: n, step: 20}", number, "39.9", "3"],
  ["达到目标率不扣", "{kind: rate, input: n, target: 95, direction: below, step: 1, each: 0.5}", number, "95", "4"],
  ["超过目标率不加分", "{kind: rate, input: n, target: 95, direction: below, step: 1, each: 0.5}", number, "100", "4"],
  [
    "每低1个百分点扣0.5分，不足1个按1个",
    "{kind: rate, input: n, target: 95, direction: below, step: 1, each: 0.5, partialStep: whole}",
    number,
    "93.2",
    "3",
  ],
  [
    "每低1个百分点扣0.5分，不足1个不计",
    "{kind: rate, input: n, target: 95, direction: below, step: 1, each: 0.5, partialStep: ignore}",
    number,
    "93.2",
    "3.5",
  ],
  [
    "每低1个百分点扣0.5分，按比例",
    "{kind: rate, input: n, target: 95, direction: below, step: 1, each: 0.5, partialStep: proportional}",
    number,
    "93.2",
    "3.1",
  ],
  ["正好90%还没有低于90%", "{kind: rate, input: n, target: 95, direction: below, step: 1, each: 0.5, zeroBeyond: 90}", number, "90", "1.5"],
  ["低于90%不得分", "{kind: rate, input: n, target: 95, direction: below, step: 1, each: 0.5, zeroBeyond: 90}", number, "89.9", "0"],
  ["每超过1个百分点扣2分", "{kind: rate, input: n, target: 3, direction: above, step: 1, each: 2}", number, "4", "2"],
  [
    "80%（含）以上得满分",
    "{kind: tiers, input: n, mode: award, tiers: [{min: 80, points: 4}, {min: 70, max: 80, points: 2}]}",
    number,
    "80",
    "4",
  ],
  [
    "70%（含）到80%得一半",
    "{kind: tiers, input: n, mode: award, tiers: [{min: 80, points: 4}, {min: 70, max: 80, points: 2}]}",
    number,
    "79.999",
    "2",
  ],
  [
    "70%以下不得分",
    "{kind: tiers, input: n, mode: award, tiers: [{min: 80, points: 4}, {min: 70, max: 80, points: 2}]}",
    number,
    "69.9",
    "0",
  ],
  [
    "以上不含本数的写法",
    "{kind: tiers, input: n, mode: award, tiers: [{min: 80, minIncluded: false, points: 4}, {max: 80, maxIncluded: true, points: 1}]}",
    number,
    "80",
    "1",
  ],
  [
    "低于60%、70%、80%的分别扣3分、2分、1分，不累计",
    "{kind: tiers, input: n, mode: deduct, tiers: [{max: 60, points: 3}, {max: 70, points: 2}, {max: 80, points: 1}]}",
    number,
    "65",
    "2",
  ],
  [
    "迟报扣1分、谎报扣2分",
    "{kind: tiers, input: c, mode: deduct, tiers: [{is: 迟报, points: 1}, {is: 谎报, points: 2}]}",
    "{id: c, name: 报送, type: choice, options: [正常, 迟报, 谎报]}",
    "谎报",
    "2",
  ],
  ["按完成比例得分", "{kind: ratio, mode: award, input: n, target: 10, points: 4}", number, "7", "2.8"],
  ["超额完成不超过满分", "{kind: ratio, mode: award, input: n, target: 10, points: 4}", number, "25", "4"],
  ["除不尽的四舍五入到0.01分", "{kind: ratio, mode: award, input: n, target: 3, points: 4}", number, "1", "1.33"],
  ["按未完成比例扣分", "{kind: ratio, mode: deduct, input: n, target: 10, points: 2}", number, "7", "3.4"],
  ["有的得满分", "{kind: award_or_zero, points: 4, input: y, is: true}", yesno, true, "4"],
  ["没有的不得分", "{kind: award_or_zero, points: 4, input: y, is: true}", yesno, false, "0"],
  [
    "每1次得0.5分，得满2分为止",
    "{kind: award_each, each: 0.5, input: n, cap: 2}\n  - {kind: award_or_zero, points: 2, input: n, atLeast: 1}",
    number,
    "3",
    "3.5",
  ],
  ["第一起扣1分，第二起扣1.5分，以此类推", "{kind: escalate, input: n, first: 1, increment: 0.5}", number, "2", "1.5"],
  ["没有发生的不扣", "{kind: escalate, input: n, first: 1, increment: 0.5}", number, "0", "4"],
  [
    "倒扣可以为负",
    "{kind: award_or_zero, points: 4, input: y, is: false}\n  - {kind: minus_extra, points: 1, input: y, is: true}",
    yesno,
    true,
    "-1",
  ],
  ["按名次赋分", "{kind: rank, input: n, table: [{from: 1, to: 3, points: 4}, {from: 4, to: 10, points: 2}]}", number, "4", "2"],
  ["名次在表外的不得分", "{kind: rank, input: n, table: [{from: 1, to: 3, points: 4}]}", number, "11", "0"],
  [
    "按时报送不扣",
    "{kind: late, input: d, due: 2024-07-05, per: day, each: 0.2, missing: 2}",
    "{id: d, name: 报送日期, type: date}",
    "2024-07-05",
    "4",
  ],
  [
    "每迟报一天扣0.2分",
    "{kind: late, input: d, due: 2024-07-05, per: day, each: 0.2, missing: 2}",
    "{id: d, name: 报送日期, type: date}",
    "2024-07-08",
    "3.4",
  ],
  [
    "迟报不足一月按一月",
    "{kind: late, input: d, due: 2024-07-05, per: month, each: 1, missing: 2}",
    "{id: d, name: 报送日期, type: date}",
    "2024-08-06",
    "2",
  ],
];

describe("按事实计分", () => {
  test.each(byFact)("%s", (_title, rule, input, value, expected) => {
    const id = /id: (\w)/.exec(input)?.[1] ?? "";
    expect(scoreClauseOf({ clause: withFact(input, rule), facts: { [id]: value } }).range).toBe(expected);
  });

  test.each(byFact.map(([title, rule, input]) => [title, rule, input] as const))("没有填报时上下限都包得住：%s", (_title, rule, input) => {
    const open = scoreClauseOf({ clause: withFact(input, rule) }).result.points;
    for (const [, otherRule, otherInput, value] of byFact.filter((row) => row[1] === rule)) {
      const id = /id: (\w)/.exec(otherInput)?.[1] ?? "";
      const decided = scoreClauseOf({ clause: withFact(otherInput, otherRule), facts: { [id]: value } }).result.points;
      expect(open.low).toBeLessThanOrEqual(decided.low);
      expect(open.high).toBeGreaterThanOrEqual(decided.high);
    }
  });
});

describe("其余规则", () => {
  test("在此基础上再得分：基础没有得分的，叠加分也不得", () => {
    const clause = `evidence:
  - {id: plan, name: 规划, kind: 方案, keywords: [规划]}
  - {id: review, name: 评估报告, kind: 报告, keywords: [评估]}
rules:
  - {id: base, kind: award_or_zero, points: 3, evidence: plan}
  - {kind: stack, points: 1, after: base, evidence: review}`;
    expect(scoreClauseOf({ clause, papers: [{ evidence: "plan" }, { evidence: "review" }] }).range).toBe("4");
    expect(scoreClauseOf({ clause, papers: [{ evidence: "plan" }] }).range).toBe("3");
    expect(scoreClauseOf({ clause, papers: [{ evidence: "review" }] }).range).toBe("0");
  });

  test("迟报以文件日期为准，未报的全扣", () => {
    const clause = `${once("summary")}\nrules:\n  - {kind: late, evidence: summary, due: 2024-07-05, per: day, each: 0.2, missing: 2}`;
    expect(scoreClauseOf({ clause, papers: [{ evidence: "summary", date: "2024-07-07" }] }).range).toBe("3.6");
    expect(scoreClauseOf({ clause, criteria: "noEvidence: rules" }).range).toBe("2");
    expect(scoreClauseOf({ clause, papers: [{ evidence: "summary", date: "2024-07-01", until: "2024-07-31" }] }).range).toBe("0—4");
  });

  test("酌情扣分留出上下限，人工评定后定下来", () => {
    const clause = "rules:\n  - {id: m, kind: manual, min: 0.5, max: 2, text: 质量不高的酌情扣分}";
    const open = scoreClauseOf({ clause });
    expect(open.range).toBe("2—3.5");
    expect(gapLines(open.gaps)).toEqual(["awaiting 1.5 manual", "lost 0.5 manual"]);
    expect(scoreClauseOf({ clause, judged: { m: "1" } }).range).toBe("3");
  });

  test("没有上限的酌情扣分以本条分值为界", () => {
    expect(scoreClauseOf({ clause: "rules:\n  - {kind: manual, open: true, text: 视情扣分}" }).range).toBe("0—4");
  });

  test("以外部数据为准的，数据到来之前不下结论", () => {
    const clause = "verification: external\nrules:\n  - {id: e, kind: external, mode: deduct, source: 市安委办通报, max: 2}";
    expect(scoreClauseOf({ clause }).range).toBe("2—4");
    expect(scoreClauseOf({ clause, judged: { e: "0.5" } }).range).toBe("3.5");
  });

  test("没有评分规则的条款待人工评定，不算满分", () => {
    expect(scoreClauseOf({ clause: "verification: onsite" }).range).toBe("0—4");
  });

  test("同一事由就高不累计", () => {
    const clause = `inputs:\n  - {id: a, name: 甲, type: yesno}\n  - {id: b, name: 乙, type: yesno}
rules:
  - {kind: deduct, points: 1, input: a, is: true, group: 同一起事故}
  - {kind: deduct, points: 3, input: b, is: true, group: 同一起事故}`;
    expect(scoreClauseOf({ clause, facts: { a: true, b: true } }).range).toBe("1");
    expect(scoreClauseOf({ clause, facts: { a: true, b: false } }).range).toBe("3");
    expect(scoreClauseOf({ clause, facts: { a: true } }).range).toBe("1—3");
  });

  test("当年破案的减半扣分", () => {
    const clause = `inputs:\n  - ${number}\n  - ${yesno}\nrules:\n  - {kind: deduct_each, each: 1, input: n, multiplier: {factor: 0.5, when: y}}`;
    expect(scoreClauseOf({ clause, facts: { n: "2", y: true } }).range).toBe("3");
    expect(scoreClauseOf({ clause, facts: { n: "2", y: false } }).range).toBe("2");
    expect(scoreClauseOf({ clause, facts: { n: "2" } }).range).toBe("2—3");
  });

  test("不可抗力不扣分，但要人工核实", () => {
    const clause = `inputs:\n  - ${number}\n  - ${yesno}\nrules:\n  - {id: r, kind: deduct_each, each: 1, input: n, unless: y}`;
    const situation: Situation = { clause, facts: { n: "2", y: true } };
    expect(scoreClauseOf(situation).range).toBe("2—4");
    expect(scoreClauseOf({ ...situation, exempted: { r: true } }).range).toBe("4");
    expect(scoreClauseOf({ ...situation, exempted: { r: false } }).range).toBe("2");
    expect(scoreClauseOf({ clause, facts: { n: "2" } }).range).toBe("2");
  });

  test("规则只对所属类型的地区有效", () => {
    const clause = withFact(
      yesno,
      "{kind: award_or_zero, points: 4, input: y, is: true, profiles: [产区]}\n  - {kind: award_or_zero, points: 3, input: y, is: true, profiles: [非产区]}",
    );
    expect(scoreClauseOf({ clause, facts: { y: true }, profiles: ["产区"] }).range).toBe("4");
    expect(scoreClauseOf({ clause, facts: { y: true }, profiles: ["非产区"] }).range).toBe("3");
  });

  test("签到表按纪要一份配一份，没有纪要就不欠签到表", () => {
    const clause = `evidence:
  - {id: minutes, name: 纪要, kind: 会议纪要, keywords: [纪要], per: quarter}
  - {id: signin, name: 签到表, kind: 签到表, keywords: [签到], with: minutes}
rules:
  - {kind: shortfall, evidence: minutes, each: 0.5}
  - {kind: shortfall, evidence: signin, each: 0.25}`;
    const signs = eachQuarter.map(({ date }) => ({ evidence: "signin", date }));
    expect(scoreClauseOf({ clause, papers: [...eachQuarter, ...signs] }).range).toBe("4");
    expect(scoreClauseOf({ clause, papers: [...eachQuarter, ...signs.slice(0, 2)] }).range).toBe("3.5");
    expect(scoreClauseOf({ clause, papers: [...eachQuarter.slice(0, 3), ...signs.slice(0, 3)] }).range).toBe("3.5");
  });

  test("各单位各交各的：缺哪个单位的扣哪个单位", () => {
    const clause = `evidence:\n  - {id: letter, name: 责任书, kind: 责任书, keywords: [责任书], from: each}\nrules:\n  - {kind: shortfall, evidence: letter, each: 1}`;
    const { range, gaps } = scoreClauseOf({
      clause,
      cooperating: ["乙局", "丙镇"],
      papers: [{ evidence: "letter" }, { evidence: "letter", unit: "丙镇" }],
    });
    expect(range).toBe("3");
    expect(gaps).toMatchObject([{ unit: "乙局", points: 1000, code: "evidence-missing" }]);
  });

  test("自评分高于佐证所能支持的，列为问题", () => {
    const clause = `${minutes}\nrules:\n  - {kind: shortfall, evidence: minutes, each: 0.5}`;
    const { gaps } = scoreClauseOf({ clause, papers: eachQuarter.slice(0, 3), returns: { 甲局: { claimed: "4" } } });
    expect(gaps.find((gap) => gap.code === "claim-exceeds")).toMatchObject({ claimed: 4000, supported: 3500 });
  });
});

describe("谁也没说清的，不替人定", () => {
  const rate = withFact(
    '{id: k, name: 整改率, type: number, measure: "%"}',
    "{kind: rate, input: k, target: 95, direction: below, step: 1, each: 1}",
  );
  const two = (a: string, b: string): Situation => ({
    clause: rate.replace("type: number", "type: number, from: any"),
    cooperating: ["乙局"],
    returns: { 甲局: { facts: { k: a } }, 乙局: { facts: { k: b } } },
  });

  test("两个单位填报的百分比不一致，不相加也不挑一个", () => {
    const { range, gaps } = scoreClauseOf(two("96", "50"));
    expect(range).toBe("0—4");
    expect(gaps).toMatchObject([{ code: "fact-conflict", sharedBy: ["甲局", "乙局"], answers: ["甲局96%", "乙局50%"] }]);
    expect(scoreClauseOf(two("94", "94")).range).toBe("3");
  });

  test("各单位的起数相加；还有单位没报的，已报的先算", () => {
    const clause = withFact("{id: n, name: 起数, type: number, from: each}", "{kind: deduct_each, each: 1, input: n}");
    const situation: Situation = { clause, cooperating: ["乙局"], returns: { 甲局: { facts: { n: "3" } } } };
    expect(scoreClauseOf(situation).range).toBe("0—1");
    expect(scoreClauseOf({ ...situation, returns: { 甲局: { facts: { n: "5" } } } }).range).toBe("0");
    expect(scoreClauseOf({ ...situation, returns: { 甲局: { facts: { n: "1" } }, 乙局: { facts: { n: "2" } } } }).range).toBe("1");
  });

  test("一份没写日期的纪要只能补一个季度的缺", () => {
    const clause = `${minutes}\nrules:\n  - {kind: shortfall, evidence: minutes, each: 1}`;
    const { range, gaps } = scoreClauseOf({ clause, papers: [{ evidence: "minutes", verdict: "doubtful" }] });
    expect(range).toBe("0—1");
    expect(gapLines(gaps)).toEqual(["lost 3 evidence-missing", "awaiting 1 evidence-unconfirmed"]);
  });

  test("两份日期不同的存疑材料各补各的，不能都补同一个季度", () => {
    const clause = `${minutes}\nrules:\n  - {kind: shortfall, evidence: minutes, each: 1}`;
    const half = { evidence: "minutes", date: "2024-01-01", until: "2024-06-30" };
    expect(scoreClauseOf({ clause, papers: [half, half, half, ...eachQuarter.slice(3)] }).range).toBe("1—3");
  });

  test("规则里写的报送期限就是应交期限，过了期没交的算缺", () => {
    const clause = `${once("summary")}\nrules:\n  - {kind: late, evidence: summary, due: 2024-07-05, per: day, each: 0.2, missing: 1, cap: 1}`;
    const { range, gaps } = scoreClauseOf({ clause, criteria: "noEvidence: rules", asOf: "2024-12-01" });
    expect(range).toBe("3");
    expect(gaps).toMatchObject([{ code: "evidence-missing", state: "lost", due: "2024-07-05" }]);
  });

  test("时段没有结束，还没形成的材料不算失分", () => {
    const ratio = `${minutes}\nrules:\n  - {kind: ratio, mode: award, evidence: minutes, target: 4, points: 4}`;
    expect(scoreClauseOf({ clause: ratio, papers: eachQuarter.slice(0, 1), asOf: "2024-05-05" }).range).toBe("1—4");
    expect(scoreClauseOf({ clause: ratio, papers: eachQuarter.slice(0, 1) }).range).toBe("1");
    const each = `evidence:\n  - {id: drill, name: 演练记录, kind: 演练, keywords: [演练]}\nrules:\n  - {kind: award_each, each: 1, evidence: drill, cap: 4}`;
    expect(scoreClauseOf({ clause: each, papers: [{ evidence: "drill" }], asOf: "2024-06-01" }).range).toBe("1—4");
    expect(scoreClauseOf({ clause: each, papers: [{ evidence: "drill" }] }).range).toBe("1");
  });

  test("几个牵头单位共同应交的，缺了哪个单位都看得到", () => {
    const clause = `${once("plan").replace("keywords", "from: any, keywords")}\nrules:\n  - {kind: deduct, evidence: plan, points: 1}`;
    expect(scoreClauseOf({ clause, cooperating: ["乙局"], criteria: "noEvidence: rules" }).gaps).toMatchObject([
      { unit: "甲局", sharedBy: ["甲局", "乙局"] },
    ]);
  });
});
