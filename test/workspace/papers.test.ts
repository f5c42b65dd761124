import { expect, test } from "vitest";
import { parseCriteria } from "../../src/criteria/parse-criteria.ts";
import { diagnosticJson } from "../../src/messages/diagnostic.ts";
import type { Criteria } from "../../src/model/criteria.ts";
import type { Outcome } from "../../src/model/outcome.ts";
import type { Workspace } from "../../src/model/workspace.ts";
import { assignUnits } from "../../src/workspace/assign-units.ts";
import { checkProfiles } from "../../src/workspace/check-profiles.ts";
import { checkReturns } from "../../src/workspace/check-returns.ts";
import { parseJudgements } from "../../src/workspace/parse-judgements.ts";
import { parsePins } from "../../src/workspace/parse-pins.ts";
import { parseReturn } from "../../src/workspace/parse-return.ts";
import { parseWorkspace } from "../../src/workspace/parse-workspace.ts";
import { settledClauses } from "../../src/workspace/settled-clauses.ts";

const workspaceText = `title: 迎考
organization: 东明区人民政府
criteria: 细则.yaml
units:
  - {name: 区应急管理局, aliases: [应急局, 区应急局], kind: department}
  - {name: 区教育局, kind: department}
  - {name: 城关街道, kind: township}
  - {name: 东明燃气有限公司, kind: enterprise, industry: 燃气, supervisors: [应急局, 城关街道]}
`;
const criteriaText = `title: 细则
period: {from: 2024-01-01, to: 2024-12-31}
total: 8
fields: [{id: safety, name: 安全, lead: 区安监局}]
sections:
  - id: S1
    field: safety
    title: 责任
    clauses:
      - id: C1
        title: 会议
        points: 4
        mayNotApply: false
        units: {lead: " 区　应急局", with: [区应急管理局, {kind: township}, {kind: enterprise, industry: 燃气}]}
        evidence: [{id: m, name: 纪要}]
        inputs:
          - {id: rate, name: 率, type: number}
          - {id: bad, name: 事故, type: yesno}
          - {id: how, name: 报送, type: choice, options: [按时, 迟报]}
          - {id: day, name: 日期, type: date}
          - {id: won, name: 表彰, type: items, options: [国家级, 省级]}
        rules:
          - {kind: manual, max: 1}
          - {kind: deduct, points: 1, evidence: m, unless: bad}
      - id: C2
        title: 培训
        points: 4
        units: {lead: 区教育居, with: {industry: 煤矿}}
`;

function valueIn<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(outcome.errors.map((error) => error.code).join(" "));
  return outcome.value;
}
function codesOf(outcome: Outcome<unknown>): readonly string[] {
  const found = outcome.ok ? outcome.warnings : [...outcome.errors, ...outcome.warnings];
  return found.map(diagnosticJson).map(({ line, column, code }) => `${String(line)}:${String(column)} ${code}`);
}

const criteria: Criteria = valueIn(parseCriteria({ path: "细则.yaml", text: criteriaText }));
const workspace: Workspace = valueIn(parseWorkspace({ path: "yingkao.yaml", text: workspaceText }));
const returned = (text: string, path = "returns/区应急管理局.yaml") => parseReturn({ path, text }, criteria, workspace);
const judged = (text: string) => parseJudgements({ path: "judgements.yaml", text }, criteria);
const files = ["甲/a.docx", "甲/b.docx"];
const pinned = (text: string) =>
  parsePins({ path: "mapping.yaml", text }, criteria, (pattern) =>
    files.filter((file) => file === pattern || (pattern.endsWith("/") && file.startsWith(pattern))),
  );

test("工作区只写必要的几项，其余取默认值；主管部门按别名找到全称", () => {
  expect(workspace).toMatchObject({
    evidence: "evidence",
    output: "output",
    returns: "returns",
    mapping: "mapping.yaml",
    judgements: "judgements.yaml",
    fonts: "modern",
    profiles: [],
    ignore: [],
  });
  expect(workspace.units[3]?.supervisors).toEqual(["区应急管理局", "城关街道"]);
});

test("单位重名、别名相撞、主管部门不存在、文书写进材料文件夹，一次说全", () => {
  const text = `${workspaceText}  - {name: 区教育局, kind: department}
  - {name: 区住建局, aliases: [应急局], kind: department, supervisors: [城管街道]}
output: evidence/output
`;
  expect(codesOf(parseWorkspace({ path: "yingkao.yaml", text }))).toEqual([
    "9:12 duplicate-unit",
    "10:28 alias-clash",
    "10:66 unknown-unit",
    "11:9 output-inside-evidence",
  ]);
});

test("责任单位按名称、别名、性质和行业选出；牵头的不再算配合", () => {
  const { assignments, warnings } = assignUnits(criteria, workspace);
  expect(assignments.get("C1")).toEqual({ clause: "C1", lead: ["区应急管理局"], cooperating: ["城关街道", "东明燃气有限公司"] });
  expect(assignments.get("C2")).toEqual({ clause: "C2", lead: [], cooperating: [] });
  expect(warnings).toMatchObject([
    { code: "unknown-unit", name: "区安监局", where: "field-lead", severity: "warning" },
    { code: "unknown-unit", name: "区教育居", nearest: "区教育局", where: "criteria" },
    { code: "selector-matches-none", industry: "煤矿", clause: "C2" },
  ]);
});

test("自评表的事实按细则规定的类型读取", () => {
  const text = `clauses:
  C1:
    claimed: 3.5
    statement: |
      全年召开会议4次。
    facts: {rate: 96.5%, bad: 无, how: 迟报, day: 2024-07-06, won: [{name: 先进, level: 省级}]}
    remedy: {measure: 补会, person: 张三, by: 2024-12-20}
`;
  const entry = valueIn(returned(text)).clauses.get("C1");
  expect(entry).toMatchObject({
    claimed: 3500,
    statement: "全年召开会议4次。",
    remedy: { measure: "补会", person: "张三", by: "2024-12-20" },
  });
  expect([...(entry?.facts ?? [])].map(([id, fact]) => [id, { ...fact, place: undefined }])).toEqual([
    ["rate", { kind: "number", value: 96500 }],
    ["bad", { kind: "yesno", value: false }],
    ["how", { kind: "choice", value: "迟报" }],
    ["day", { kind: "date", value: "2024-07-06" }],
    ["won", { kind: "items", items: [{ name: "先进", level: "省级" }] }],
  ]);
});

test("自评表里写错的，逐处指出", () => {
  const text = `unit: 应急局
clauses:
  C1:
    claimed: 5
    facts: {rate: 九成, bad: 也许, how: 早报, day: 2024-02-30, won: [{name: 先进, level: 县级}], rat: 1}
    notApplicable: 是
  C9: {claimed: 1}
  C2: {notApplicable: 本辖区没有}
`;
  expect(codesOf(returned(text))).toEqual([
    "4:14 claim-above-clause",
    "5:19 wrong-fact",
    "5:28 wrong-fact",
    "5:37 wrong-fact",
    "5:46 bad-date",
    "5:82 unknown-level",
    "5:88 unknown-input",
    "6:20 not-applicable-without-reason",
    "6:20 not-applicable-refused",
    "7:3 unknown-clause",
    "8:3 unit-not-responsible",
  ]);
});

test("自评表的单位取文件名，对不上要说；一个单位两份自评表也要说", () => {
  expect(valueIn(returned("clauses: {}", "returns/应急局.yaml")).unit).toBe("区应急管理局");
  expect(codesOf(returned("clauses: {}", "returns/区水利局.yaml"))).toEqual(["1:1 unknown-unit"]);
  const twice = ["returns/应急局.yaml", "returns/区应急管理局.yaml"].map((path) => valueIn(returned("clauses: {}", path)));
  expect(checkReturns(twice)).toMatchObject([{ code: "two-returns-for-unit", first: "returns/应急局.yaml" }]);
});

test("人工评定只能评留给人评的规则，分数不得超出范围", () => {
  const [judgement] = valueIn(judged("C1: {rules: {r1: 0.5}, exemptions: {r2: 是}, by: 李四, note: 缺人}\n"));
  expect(judgement).toMatchObject({ clause: "C1", by: "李四", note: "缺人" });
  expect([...(judgement?.rules ?? [])]).toEqual([["r1", 500]]);
  expect([...(judgement?.exemptions ?? [])]).toEqual([["r2", true]]);
  expect(codesOf(judged("C1: {rules: {r1: 2, r2: 1, r3: 1}, exemptions: {r1: true}, notApplicable: true}\nC7: {}\n"))).toEqual([
    "1:18 judgement-out-of-bounds",
    "1:21 rule-not-judged",
    "1:28 unknown-rule",
    "1:49 rule-without-exemption",
    "1:75 not-applicable-refused",
    "2:1 unknown-clause",
  ]);
});

test("人工对应指到文件夹里的每个文件", () => {
  const [pin] = valueIn(pinned("pins: [{path: 甲/, clauses: [C1, C2], date: 2024-03-15}]"));
  expect(pin).toMatchObject({ path: "甲/", files, targets: [{ clause: "C1" }, { clause: "C2" }], ignore: false, date: "2024-03-15" });
});

test("指到不存在的文件、条款、材料，或者前后矛盾的人工对应都是错误", () => {
  const text = `pins:
  - {path: 甲/c.docx, clause: C1}
  - {path: 甲/a.docx, clause: C8}
  - {path: 甲/a.docx, clause: C1, evidence: n}
  - {path: 甲/b.docx}
  - {path: 甲/, ignore: true}
`;
  expect(codesOf(pinned(text))).toEqual([
    "2:12 pin-matches-no-file",
    "3:30 unknown-clause",
    "4:44 unknown-evidence",
    "5:12 pin-without-target",
    "6:12 pins-disagree",
  ]);
});

test("空的人工评定、人工对应条目不算错误", () => {
  expect(valueIn(pinned("pins: []"))).toEqual([]);
  expect(valueIn(judged("{}"))).toEqual([]);
});

const countsText = `title: 细则
period: {from: 2024-01-01, to: 2024-12-31}
total: 4
fields: [{id: safety, name: 安全}]
sections:
  - id: S1
    field: safety
    title: 责任
    clauses:
      - id: C1
        title: 指标
        points: 4
        units: {lead: 区应急管理局}
        inputs:
          - {id: fires, name: 火灾, type: number, measure: 起}
          - {id: plain, name: 隐患, type: number}
          - {id: days, name: 天数, type: number, measure: 天}
          - {id: rate, name: 完成率, type: number, measure: "%"}
          - {id: place, name: 名次, type: number}
          - {id: growth, name: 增减量, type: number, measure: 度}
        rules:
          - {kind: rank, input: place, table: [{from: 1, to: 3, points: 2}]}
          - {kind: deduct, points: 1, input: fires, atLeast: 1, profiles: [产区]}
          - {kind: deduct, points: 1, input: fires, atLeast: 2, profiles: [非产区]}
`;
const counting: Criteria = valueIn(parseCriteria({ path: "细则.yaml", text: countsText }));
const stated = (facts: string) =>
  parseReturn({ path: "returns/区应急管理局.yaml", text: `clauses: {C1: {facts: {${facts}}}}\n` }, counting, workspace);

test.each([
  ["fires: -1", "1:31 impossible-number"],
  ["fires: 1.5", "1:31 impossible-number"],
  ["plain: -2", "1:31 impossible-number"],
  ["days: -0.5", "1:30 impossible-number"],
  ["rate: -3%", "1:30 impossible-number"],
  ["place: 0", "1:31 impossible-number"],
  ["place: 1.5", "1:31 impossible-number"],
])("不可能的数 %s 是错误，指到写的地方", (facts, expected) => {
  expect(codesOf(stated(facts))).toEqual([expected]);
});

test("天数可以有半天，没有计量单位的可以有小数，别的计量单位可以是负数", () => {
  expect(codesOf(stated("days: 0.5, plain: 2.5, growth: -3, fires: 2, place: 3, rate: 100"))).toEqual([]);
});

test("超过百分之一百只提醒核对，照样采用", () => {
  const outcome = stated("rate: 120");
  expect(codesOf(outcome)).toEqual(["1:30 above-hundred-percent"]);
  expect(valueIn(outcome).clauses.get("C1")?.facts.get("rate")).toMatchObject({ kind: "number", value: 120000 });
});

test("数字、日期用了全角或者中文引号，说的就是这个", () => {
  expect(codesOf(stated("fires: ２"))).toEqual(["1:31 wide-digits"]);
  expect(codesOf(stated("fires: “2”"))).toEqual(["1:31 chinese-quotes"]);
});

test("空着的条款和事实等于没填；不认识的照报", () => {
  const text = `clauses:
  C1:
    facts: {rate: , rat: }
  C2:
  C9:
`;
  expect(codesOf(returned(text))).toEqual(["3:21 unknown-input", "5:3 unknown-clause"]);
  expect(codesOf(judged("C1: {rules: {r1: }, exemptions: {r2: }}\nC2:\n"))).toEqual([]);
});

test("细则按地区类型分别规定，工作区一个也没写，只提醒一次", () => {
  const named = (...profiles: readonly string[]): Workspace => ({ ...workspace, profiles });
  expect(checkProfiles(counting, named())).toMatchObject([
    { code: "profiles-not-named", profiles: ["产区", "非产区"], severity: "warning" },
  ]);
  expect(checkProfiles(counting, named("产区域"))).toHaveLength(1);
  expect(checkProfiles(counting, named("非产区"))).toEqual([]);
  expect(checkProfiles(criteria, named())).toEqual([]);
  expect(assignUnits(counting, named()).warnings).toHaveLength(1);
});

test("已申报或者核定不涉及的条款，不再提醒没有符合的单位", () => {
  const returns = [valueIn(returned("clauses: {C2: {notApplicable: 本辖区没有煤矿}}\n"))];
  const judgements = valueIn(judged("C2: {notApplicable: true}\n"));
  for (const papers of [
    { returns, judgements: [], pins: [] },
    { returns: [], judgements, pins: [] },
  ]) {
    const { warnings } = assignUnits(criteria, workspace, settledClauses(papers));
    expect(warnings.map((warning) => warning.code)).toEqual(["unknown-unit", "unknown-unit"]);
  }
});

const mergedText = criteriaText.replace("id: C2\n", "id: C2\n        formerIds: [C3]\n").concat("retired: [{id: C9, title: 旧条款}]\n");

test("旧代号写的自评、评定和人工对应按并入的条款算", () => {
  const criteria = valueIn(parseCriteria({ path: "细则.yaml", text: mergedText }));
  const workspace = valueIn(parseWorkspace({ path: "yingkao.yaml", text: workspaceText }));
  const written = { path: "returns/区教育局.yaml", text: "clauses:\n  C3: {claimed: 2}\n" };
  expect([...valueIn(parseReturn(written, criteria, workspace)).clauses.keys()]).toEqual(["C2"]);
  expect(valueIn(parseJudgements({ path: "j.yaml", text: "C3: {notApplicable: true}\n" }, criteria)).map(({ clause }) => clause)).toEqual([
    "C2",
  ]);
  const pins = parsePins({ path: "m.yaml", text: "pins:\n  - {path: a.pdf, clauses: [C3, C1]}\n" }, criteria, () => ["a.pdf"]);
  expect(valueIn(pins)[0]?.targets).toEqual([{ clause: "C2" }, { clause: "C1" }]);
});

test("同一条既按新代号又按旧代号填了，用新代号那一段，并说明另一段没有采用", () => {
  const criteria = valueIn(parseCriteria({ path: "细则.yaml", text: mergedText }));
  const workspace = valueIn(parseWorkspace({ path: "yingkao.yaml", text: workspaceText }));
  const both = parseReturn(
    { path: "returns/区教育局.yaml", text: "clauses:\n  C3: {claimed: 2}\n  C2: {claimed: 3}\n" },
    criteria,
    workspace,
  );
  expect(valueIn(both).clauses.get("C2")?.claimed).toBe(3000);
  expect(codesOf(both)).toContain("2:3 former-entry-unused");
});

test("写着已删去的条款只提醒，不算错，也不计入", () => {
  const criteria = valueIn(parseCriteria({ path: "细则.yaml", text: mergedText }));
  const outcome = parseJudgements({ path: "j.yaml", text: "C9: {notApplicable: true}\n" }, criteria);
  expect(valueIn(outcome)).toEqual([]);
  expect(codesOf(outcome)).toEqual(["1:1 clause-retired"]);
});

test.each([
  ["旧代号又是现有条款的代号", "formerIds: [C3]", "formerIds: [C1]", "26:21"],
  ["删去的条款还在", "retired: [{id: C9", "retired: [{id: C1", "30:16"],
])("%s是错误", (_, from, to, place) => {
  expect(codesOf(parseCriteria({ path: "细则.yaml", text: mergedText.replace(from, to) }))).toEqual([`${place} duplicate-id`]);
});
