import { expect, test } from "vitest";
import { diagnosticJson, formatAllBriefly, formatBriefly, formatDiagnostic } from "../../src/messages/diagnostic.ts";
import { widthOfText } from "../../src/messages/visible.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";

function at(text: string, found: string): Diagnostic {
  const from = text.indexOf(found);
  const place = { kind: "source", source: { path: "细则.yaml", text }, from, to: from + found.length } as const;
  return { severity: "error", place, code: "bad-date", path: "due", found };
}

test("指明文件、行、列，引用原行，按显示宽度画出位置，并说怎么改", () => {
  expect(formatDiagnostic(at("title: 甲\r\n截止: 三月底\r\n", "三月底"))).toBe(
    [
      "细则.yaml:2:5 错误：「三月底」不是能识别的日期，或者没有这一天。",
      "  2 | 截止: 三月底",
      "    |       ^^^^^^",
      "  → 写成年-月-日，月、日各两位，例如 2024-03-05。",
    ].join("\n"),
  );
});

test("太长的行只引用出错处附近，两端用省略号", () => {
  const [, quoted = "", caret = ""] = formatDiagnostic(at(`说明: ${"很长".repeat(80)}错了${"很长".repeat(80)}`, "错了")).split("\n");
  expect(widthOfText(quoted)).toBeLessThanOrEqual(84);
  expect(quoted).toMatch(/… ?.*错了.*…$/u);
  const column = caret.indexOf("^");
  expect(widthOfText(quoted.slice(0, quoted.indexOf("错了")))).toBe(column);
});

test("行首的制表符不会让位置画偏", () => {
  const [, quoted = "", caret = ""] = formatDiagnostic(at("\t\tdue: 错了", "错了")).split("\n");
  expect(widthOfText(quoted.slice(0, quoted.indexOf("错了")))).toBe(caret.indexOf("^"));
});

test("别人写的控制字符、转义序列一律显示出来，不送到终端", () => {
  const text = formatDiagnostic(at("due: \u001B[2J\u202E错\u0007了", "\u001B[2J\u202E错\u0007了"));
  expect(text.replaceAll("\n", "")).not.toMatch(/[\u0000-\u001F\u202E]/u);
  expect(text).toContain("⟨U+001B⟩[2J⟨U+202E⟩错⟨U+0007⟩了");
});

test("没有行列的问题只写路径；JSON 里同样的话", () => {
  const diagnostic: Diagnostic = {
    severity: "warning",
    place: { kind: "path", path: "evidence/杂物" },
    code: "folder-without-unit",
    folder: "杂物",
    nearest: "区应急局",
  };
  expect(formatDiagnostic(diagnostic).split("\n")[0]).toBe("evidence/杂物 警告：文件夹「杂物」不知道是哪个单位的，里面的材料没有计入。");
  expect(diagnosticJson(diagnostic)).toEqual({
    severity: "warning",
    code: "folder-without-unit",
    path: "evidence/杂物",
    message: "文件夹「杂物」不知道是哪个单位的，里面的材料没有计入。",
    advice: "是不是想写「区应急局」？给单位加上别名，或者写明 folder。",
  });
});

test("每次都会出现的提醒只写一行，不引用原文", () => {
  expect(formatBriefly({ ...at("title: 甲\r\n截止: 三月底\r\n", "三月底"), severity: "warning" })).toBe(
    "细则.yaml:2 警告：「三月底」不是能识别的日期，或者没有这一天。 — 写成年-月-日，月、日各两位，例如 2024-03-05。",
  );
});

test("同一个文件里要办的是同一件事的提醒，办法只说一遍", () => {
  const missing = (name: string, where: "criteria" | "field-lead"): Diagnostic => ({
    ...at("title: 甲\r\n截止: 三月底\r\n", "三月底"),
    severity: "warning",
    code: "unknown-unit",
    name,
    where,
  });
  const few = [missing("区教育局", "criteria"), missing("区民政局", "criteria")];
  expect(formatAllBriefly(few)).toHaveLength(2);
  expect(formatAllBriefly([...few, missing("区公安分局", "criteria"), missing("区文旅局", "field-lead")])).toEqual([
    [
      "细则.yaml 警告 4 处，同一个办法：在 yingkao.yaml 的 units 里补上这个单位，或者给已有的单位加上这个别名。",
      "  第 2 行　细则里的单位「区教育局」不在 yingkao.yaml 的单位里。",
      "  第 2 行　细则里的单位「区民政局」不在 yingkao.yaml 的单位里。",
      "  第 2 行　细则里的单位「区公安分局」不在 yingkao.yaml 的单位里。",
      "  第 2 行　细则里领域的牵头单位「区文旅局」不在 yingkao.yaml 的单位里。",
    ].join("\n"),
  ]);
});
