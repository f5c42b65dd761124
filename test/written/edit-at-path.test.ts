import { expect, test } from "vitest";
import { pathAt, renameAt, takeOut } from "../../src/written/edit-at-path.ts";
import { readYaml } from "../../src/written/read-yaml.ts";
import { spliced } from "../../src/written/splice.ts";

const block = `# 自评表
clauses:
  # 三月报的
  S1-03:
    claimed: 4 # 会上定的
    statement: |
      第一行
      第二行
    facts:
      rate: 96
      ok: 是
  S1-04: {claimed: 2, facts: {a: 1, b: 2}}
`;

test("取出一项：原处留注释和原因，别的一字不动", () => {
  const { text, written } = takeOut(block, ["clauses", "S1-03", "claimed"], "分值变了");
  expect(written).toBe("claimed: 4 # 会上定的");
  expect(text).toBe(
    block.replace("    claimed: 4 # 会上定的\n", "    # 换版时移出，待核对（分值变了）：\n    #   claimed: 4 # 会上定的\n"),
  );
});

test.each([
  [["clauses", "S1-03", "statement"], "statement: |\n      第一行\n      第二行"],
  [["clauses", "S1-04", "facts", "a"], "a: 1"],
  [["clauses", "S1-04", "facts", "b"], "b: 2"],
  [["clauses", "S1-04", "claimed"], "claimed: 2"],
  [["clauses", "S1-04", "facts"], "facts: {a: 1, b: 2}"],
  [["clauses", "S1-03", "facts", "ok"], "ok: 是"],
])("取出 %j 之后仍是读得通的 YAML，取出的是「%s」", (path, expected) => {
  const { text, written } = takeOut(block, path, "核对");
  expect(written).toBe(expected);
  expect(readYaml({ path: "x.yaml", text }).errors).toEqual([]);
  expect(takeOut(text, path, "核对").written).toBeUndefined();
});

test("取出短横后面的第一项，后面的项移上来", () => {
  const pins = "pins:\n  - evidence: m\n    path: 甲.pdf\n    clause: C1\n";
  const { text } = takeOut(pins, ["pins", 0, "evidence"], "没有了");
  expect(text).toBe("pins:\n  # 换版时移出，待核对（没有了）：\n  #   evidence: m\n  - path: 甲.pdf\n    clause: C1\n");
});

test("Windows 换行的文件改完还是 Windows 换行", () => {
  const { text } = takeOut("a:\r\n  b: 1\r\n  c: 2\r\n", ["a", "b"], "核对");
  expect(text).toBe("a:\r\n  # 换版时移出，待核对（核对）：\r\n  #   b: 1\r\n  c: 2\r\n");
});

test("改代号只改那几个字，引号照原样", () => {
  expect(spliced('"S1-03": 1 # 注\n', renameAt('"S1-03": 1 # 注\n', ["S1-03"], "key", "S1-05"))).toBe('"S1-05": 1 # 注\n');
  const pins = "pins:\n  - {path: 甲.pdf, clauses: [C1, C2]} # 注\n";
  expect(spliced(pins, renameAt(pins, ["pins", 0, "clauses", 1], "value", "C7"))).toBe(
    "pins:\n  - {path: 甲.pdf, clauses: [C1, C7]} # 注\n",
  );
});

test("从位置找到是哪一项", () => {
  expect(pathAt(block, block.indexOf("96"))).toEqual(["clauses", "S1-03", "facts", "rate"]);
  expect(pathAt(block, block.indexOf("b: 2"))).toEqual(["clauses", "S1-04", "facts", "b"]);
});
