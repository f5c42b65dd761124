import { describe, expect, test } from "vitest";
import { wrap } from "../../src/cli/print/columns.ts";

describe("终端折行", () => {
  test("分数、日期和文件名不从中间断开", () => {
    expect(wrap("不掌握应知应会内容的，每人次扣0.25分", 30)).toEqual(["不掌握应知应会内容的，每人次扣", "0.25分"]);
    expect(wrap("疑似材料区领导带队检查记录20240430.docx", 30)).toEqual(["疑似材料区领导带队检查记录", "20240430.docx"]);
  });

  test("比一行还长的串照样断开，一个字也不丢", () => {
    const long = `${"a".repeat(95)}，完`;
    expect(wrap(long, 40).join("")).toBe(long);
    expect(wrap(long, 40).every((line) => line.length <= 41)).toBe(true);
  });

  test("行首不出现句号、逗号和右括号", () => {
    for (const line of wrap("一二三四五六七八九十。".repeat(6), 20)) expect(line).not.toMatch(/^[，。；：、？！）》」』”’】〕…]/u);
  });
});
