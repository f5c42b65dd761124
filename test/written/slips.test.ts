import { expect, test } from "vitest";
import { parseCriteria } from "../../src/criteria/parse-criteria.ts";
import { describeProblem, diagnosticJson } from "../../src/messages/diagnostic.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";

const head = `title: 细则
period: {from: 2024-01-01, to: 2024-12-31}
total: 4
fields: [{id: f, name: 安全}]
sections:
  - id: S1
    field: f
    title: 责任
    clauses:
`;
/** A whole 细则 whose only clause is written as given; its first line is line 10. */
function criteriaOf(clause: string): string {
  return `${head}${clause}`;
}

function diagnosticsOf(text: string): readonly Diagnostic[] {
  const outcome = parseCriteria({ path: "细则.yaml", text });
  return outcome.ok ? outcome.warnings : [...outcome.errors, ...outcome.warnings];
}

function slips(clause: string): readonly string[] {
  return diagnosticsOf(criteriaOf(clause)).map((diagnostic) => {
    const { line, column, severity, message, advice } = diagnosticJson(diagnostic);
    return `${String(line)}:${String(column)} ${severity} ${message}${advice}`;
  });
}

const clause = `      - id: C1
        title: 会议
        points: 4
`;

test("花括号里用了中文逗号，说的就是这个逗号", () => {
  const found = slips(`${clause}        rules:
          - {kind: shortfall，evidence: m, each: 1}
          - {kind: deduct, points: 1；evidence: m}
`);
  expect(found).toEqual([
    expect.stringMatching(/^14:29 error .*中文的「，」.*半角逗号/u),
    expect.stringMatching(/^15:37 error .*中文的「；」/u),
  ]);
});

test("花括号里漏了逗号，说漏了逗号", () => {
  expect(slips(`${clause}        rules: [{kind: deduct points: 1}]\n`)).toEqual([expect.stringMatching(/^13:24 error .*少了逗号/u)]);
});

test("方括号的列表里用了中文逗号，不会悄悄当成一项", () => {
  const found = slips(`${clause}        evidence: [{id: m, name: 纪要, keywords: [安委会，会议纪要]}]\n`);
  expect(found).toEqual([expect.stringMatching(/^13:52 error .*中文的「，」/u)]);
  expect(slips(`${clause}        evidence: [{id: m, name: 纪要, keywords: ["安委会，会议纪要"]}]\n`)).toEqual([]);
});

test("少空一格只说一处，并说出相邻的行空了几格", () => {
  const found = slips(`      - id: C1
        title: 会议
       points: 4
        requirement: 要求
        standard: 标准
        units: {lead: 区局}
`);
  expect(found).toEqual([expect.stringMatching(/^12:8 error .*空了 7 格.*上一行 8 格.*下一行 8 格/u)]);
});

test("多空一格也只说一处", () => {
  const found = slips(`      - id: C1
        title: 会议
         points: 4
        requirement: 要求
`);
  expect(found).toEqual([expect.stringMatching(/^12:10 error .*空了 9 格.*上一行 8 格.*下一行 8 格/u)]);
});

test("缩进用了制表符只说一处；后面另一处还照说", () => {
  const found = slips(`      - id: C1
        title: 会议
\tpoints: 4
        requirement: 要求
        evidence:
          - {id: m, name: 纪要}
          - id: n
            name: 名单
\t    per: year
`);
  expect(found).toEqual([
    expect.stringMatching(/^12:1 error .*制表符.*8 个空格/u),
    expect.stringMatching(/^18:1 error .*制表符.*12 个空格/u),
  ]);
});

test.each([
  ["[原文]每少1次扣1分", "["],
  ["{原文}每少1次扣1分", "{"],
  ["*每少1次扣1分", "*"],
  ["&每少1次扣1分", "&"],
  ["> 每少1次扣1分", ">"],
  ["|每少1次扣1分", "|"],
  ["`每少1次", "`"],
  ["%的扣1分", "%"],
  ["- 每少1次扣1分", "-"],
])("原文 %s 以特殊符号开头，叫人给整个值加上引号", (text, sign) => {
  const found = slips(`${clause}        standard: ${text}\n        units: {lead: 区局}\n`);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(`以「${sign}」开头`);
  expect(found[0]).toContain("整个值加上引号");
});

test("整段原文被方括号括住，也叫人加引号", () => {
  expect(slips(`${clause}        standard: [每少1次扣1分]\n`)).toEqual([expect.stringContaining("整个值加上引号")]);
});

test("列表里忘了短横，只说一次", () => {
  const found = slips(`      - id: C1
        title: 会议
        points: 4
        requirement: 要求
        id: C2
        title: 培训
        points: 4
        requirement: 要求
        id: C3
        title: 演练
        points: 4
        requirement: 要求
`);
  expect(found).toEqual([expect.stringMatching(/^14:9 error .*短横「- 」/u)]);
});

test("真写了两次的键照说写了两次", () => {
  expect(slips(`${clause}        points: 5\n`)).toEqual([expect.stringMatching(/^13:9 error 「points」写了两次/u)]);
});

test.each(["label: “1.10”", "verification: “onsite”"])("中文引号 %s 不当引号用，叫人改用半角引号", (line) => {
  expect(slips(`${clause}        ${line}\n`)).toEqual([expect.stringMatching(/^13:\d+ error .*中文引号.*半角/u)]);
});

test("标题、原文里的中文引号照收", () => {
  expect(slips(`${clause}        requirement: “打非治违”\n`)).toEqual([]);
});

test("数字用了全角，说出半角的写法", () => {
  const found = slips("      - id: C1\n        title: 会议\n        points: ４．５\n");
  expect(found).toEqual([expect.stringMatching(/^12:17 error .*全角数字.*4\.5/u)]);
});

test("原文里「 #」后面的字会丢掉：评分标准、要求、规则原文是错误，其余是警告", () => {
  const found = slips(`      - id: C1
        title: 会议 #1
        points: 4 # 分值可以注释
        requirement: 要求 #二
        standard: 每少1次 #扣1分
        rules: 
          - {kind: manual, max: 1, text: 酌情扣分}  # 这里可以注释
          - kind: manual
            max: 1
            text: "酌情" # 加了引号的可以注释
`);
  expect(found).toEqual([
    expect.stringMatching(/^13:25 error .*「#二」/u),
    expect.stringMatching(/^14:24 error .*「#扣1分」.*当作注释丢掉了.*整个值加上引号/u),
    expect.stringMatching(/^11:19 warning .*「#1」/u),
  ]);
});

test("值以 # 开头，整个都丢了，也要说", () => {
  expect(slips(`${clause}        standard: #每少1次扣1分\n`)).toEqual([expect.stringMatching(/^13:19 error .*当作注释/u)]);
  expect(slips(`${clause}        standard: # 抄评分标准\n`)).toEqual([]);
});

test("后面空着的键，认识的等于没写，不认识的照报", () => {
  expect(slips(`${clause}        scorer:\n`)).toEqual([]);
  expect(slips(`${clause}        scoer:\n`)).toEqual([expect.stringMatching(/^13:9 error 不认识「scoer」.*scorer/u)]);
});

test.each([
  ["kind: 扣分", "        rules: [{kind: 扣分, points: 1}]\n", "deduct", "shortfall 每少一次扣"],
  ["kind: 一票否决", "        rules: [{kind: 一票否决, points: 1}]\n", "veto", "rank 按名次"],
  ["per: 每季度", "        evidence: [{id: m, name: 纪要, per: 每季度}]\n", "quarter", "half 每半年"],
  ["verification: 现场", "        verification: 现场\n", "onsite", "daily 日常督查"],
  ["from: 各单位", "        evidence: [{id: m, name: 纪要, from: 各单位}]\n", "each", "any 任一责任单位"],
  ["type: 是否", "        inputs: [{id: m, name: 纪要, type: 是否}]\n", "yesno", "number 数字"],
])("%s 提示英文的写法，并列出每个词的中文意思", (_, written, word, other) => {
  const [found = "", ...more] = slips(clause + written);
  expect(more).toEqual([]);
  expect(found).toContain(`是不是想写「${word}」？`);
  expect(found).toContain(other);
});

test("每句话都说得出", () => {
  const words = diagnosticsOf(criteriaOf(`${clause}        verification: 天上\n`)).map(describeProblem);
  expect(words).toEqual([
    { what: "不能写「天上」。", next: "只能写：package 看材料、onsite 现场检查、external 外部数据、daily 日常督查。" },
  ]);
});
