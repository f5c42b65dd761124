import fc from "fast-check";
import { expect, test } from "vitest";
import { textWidth } from "../../src/render/docx/text-width.ts";
import { titleLines } from "../../src/render/docx/title-lines.ts";

test("一行排得下的标题不断行", () => {
  expect(titleLines("关于2024年度自查情况的报告", 20)).toEqual(["关于2024年度自查情况的报告"]);
});

test("长标题在词的边界断行，各行长短相称", () => {
  expect(titleLines("东明区2024年度迎接省安全生产目标责任制考核自查情况的报告", 20)).toEqual([
    "东明区2024年度迎接省安全生产",
    "目标责任制考核自查情况的报告",
  ]);
  expect(titleLines("东明区人民政府关于2024年度安全生产和消防工作目标责任制落实情况的自查报告", 20)).toEqual([
    "东明区人民政府关于",
    "2024年度安全生产和消防工作",
    "目标责任制落实情况的自查报告",
  ]);
});

test("不拆数字、不拆书名号、不以标点或“的”起行，人写的换行保留", () => {
  expect(titleLines("甲乙\n丙丁", 20)).toEqual(["甲乙", "丙丁"]);
  for (const rest of titleLines("关于印发《××省2024年度安全生产和消防工作考核细则》的通知的情况说明", 20).slice(1)) {
    expect(rest).not.toMatch(/^[》的、，0-9]/);
  }
});

test("断行不增减一个字，每行都排得下", () => {
  const letters = fc.array(fc.constantFrom(...Array.from("东明区年度安全生产考核自查报告的《》（）2024Aa、")), {
    minLength: 1,
    maxLength: 60,
  });
  fc.assert(
    fc.property(letters, fc.integer({ min: 6, max: 24 }), (parts, perLine) => {
      const title = parts.join("");
      const lines = titleLines(title, perLine);
      expect(lines.join("")).toBe(title);
      for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(perLine);
    }),
  );
});
