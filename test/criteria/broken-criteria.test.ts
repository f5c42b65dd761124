import fc from "fast-check";
import { expect, test } from "vitest";
import { parseCriteria } from "../../src/criteria/parse-criteria.ts";
import { diagnosticJson, formatDiagnostic } from "../../src/messages/diagnostic.ts";

const broken = `title: 细则
period: {from: 2024-12-31, to: 2024-01-01}
total: 一百
grades: [{name: 优秀, min: 90.1234}]
fields:
  - {id: safety, name: 安全}
  - {id: safety, name: 安全}
sections:
  - id: S1
    field: safty
    title: 责任
    分值: 12
    clauses:
      - id: S1-1
        label: 1.10
        title: 会议
        points: 4
        points: 5
        units: {lead: [区局, {kind: townships}]}
        evidence:
          - {id: m, name: 纪要, kind: 会议记要, due: 2024/03/31}
          - {id: q, name: 表, with: q, count: 1.5}
        inputs:
          - {id: late, name: 迟报, type: yesno}
        rules:
          - {kind: shortfal, evidence: m, each: 1}
          - {kind: shortfall, evidence: mm, each: 1}
          - {kind: deduct, points：1}
          - {kind: deduct, points: -1}
          - {kind: deduct, points: 1}
          - {kind: deduct, points: 1, input: late, below: 3}
          - {kind: tiers, input: late, mode: award, tiers: [{points: 1}]}
          - {kind: veto, input: late, is: true, scope: grade, gradeAtMost: 合格}
          - kind: manual
            max: 1
            min: 2
      - id: S1-1
        titel: x
        points: 2
      - 5
      - {id: S1-4, title: 无分值, evidence: 纪要}
`;

function findings(text: string): readonly string[] {
  const outcome = parseCriteria({ path: "细则.yaml", text });
  const found = outcome.ok ? outcome.warnings : outcome.errors;
  return found.map(diagnosticJson).map(({ line, column, code }) => `${String(line)}:${String(column)} ${code}`);
}

test("一份细则里的错误一次说全，每一处都指到行和列", () => {
  expect(findings(broken)).toEqual([
    "2:16 period-reversed",
    "3:8 wrong-type",
    "4:26 bad-points",
    "7:10 duplicate-id",
    "10:12 unknown-field",
    "12:5 unknown-key",
    "15:16 unquoted-label",
    "18:9 duplicate-key",
    "19:35 not-one-of",
    "21:37 not-one-of",
    "21:48 bad-date",
    "22:36 circular-with",
    "22:46 bad-number",
    "26:20 not-one-of",
    "27:41 unknown-reference",
    "28:28 wrong-colon",
    "29:36 bad-points",
    "30:14 rule-needs",
    "31:46 wrong-input-type",
    "32:34 wrong-input-type",
    "32:62 rule-needs",
    "33:76 unknown-grade",
    "36:18 bounds-reversed",
    "38:9 unknown-key",
    "40:9 wrong-type",
    "41:42 wrong-type",
  ]);
});

test.each([
  ["空文件", "", "1:1 yaml-syntax"],
  ["只有注释", "# 细则\n", "1:1 yaml-syntax"],
  ["最外层是列表", "- 甲\n", "1:1 yaml-not-a-map"],
  ["缩进用了制表符", "title: 甲\n\tissuer: 乙\n", "2:1 bad-indent"],
  ["引号没有成对时指到开头的引号", 'title: 甲\nissuer: "乙\ntotal: 1\n', "2:9 yaml-syntax"],
  ["全角冒号", "title: 甲\nissuer：乙\ntotal: 1\n", "2:7 wrong-colon"],
  ["冒号后面没有空格", "title: 甲\ntotal:1\n", "2:6 wrong-colon"],
  ["一个文件两份内容", "title: 甲\n---\ntitle: 乙\n", "2:1 yaml-syntax"],
  ["括号太深", `title: ${"[".repeat(5000)}`, undefined],
])("%s 说得清楚", (_, text, expected) => {
  const found = findings(text);
  expect(found.length).toBeGreaterThan(0);
  if (expected !== undefined) expect(found).toEqual([expected]);
});

test("层层引用的内容不展开，也不会拖垮程序", () => {
  const levels = Array.from({ length: 12 }, (_, index) => {
    const item =
      index === 0
        ? "[甲]"
        : `[${Array(10)
            .fill(`*a${String(index - 1)}`)
            .join(", ")}]`;
    return `a${String(index)}: &a${String(index)} ${item}`;
  });
  expect(findings(levels.join("\n"))).toEqual([expect.stringContaining("yaml-syntax")]);
});

test("文件开头的 BOM 不影响读取，也不算一列", () => {
  expect(findings("\uFEFFtotle: 1\n")).toContain("1:1 unknown-key");
});

test("任意删去、重复几行或者插入怪字，程序都只说哪里不对，不会出错", () => {
  const lines = broken.split("\n");
  const edit = fc.record({
    at: fc.nat(lines.length),
    kind: fc.constantFrom("delete", "repeat", "insert"),
    text: fc.constantFrom("：", "  - ", "\t", "{", '"', "*x", "&x", "? ", "---", "<<: *x", "\u0000", "a: !!binary x", "[]: 1"),
  });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 6 }), (edits) => {
      const changed = [...lines];
      for (const { at, kind, text } of edits) {
        const line = changed[at] ?? "";
        changed.splice(at, kind === "delete" ? 1 : 0, ...(kind === "repeat" ? [line] : kind === "insert" ? [text + line] : []));
      }
      const outcome = parseCriteria({ path: "细则.yaml", text: changed.join("\n") });
      const words = (outcome.ok ? [] : outcome.errors).map((error) => formatDiagnostic(error));
      expect(outcome.ok || words.length > 0).toBe(true);
      expect(words.join("")).not.toMatch(/undefined|\[object|NaN/u);
    }),
    { numRuns: 300 },
  );
});
