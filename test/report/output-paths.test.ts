import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { composeAll } from "../../src/report/compose-all.ts";
import { distinctNames, safeName } from "../../src/report/output-paths.ts";
import { sampleScorecard } from "./sample-scorecard.ts";

const anyName = fc.oneof(
  fc.string({ unit: "binary", maxLength: 120 }),
  fc.constantFrom(
    "区应急管理局",
    "CON",
    "nul.txt",
    "..",
    ".",
    "",
    " ",
    "甲/乙",
    "a:b",
    "e\u0301",
    "\u00e9",
    "A",
    "a",
    "😀".repeat(80),
    "应".repeat(120),
  ),
);
const bytes = (text: string): number => new TextEncoder().encode(text).length;

describe("文件名", () => {
  test("任何单位名称都能作文件夹名：没有Windows不允许的字符和名称，不超过200字节", () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const safe = safeName(name);
        expect(safe).not.toMatch(/[<>:"/\\|?*\u0000-\u001f]|[. ]$|^$/);
        expect(safe).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
        expect(bytes(safe)).toBeLessThanOrEqual(200);
        expect(() => encodeURIComponent(safe)).not.toThrow();
      }),
    );
  });

  test("只差大小写或字符组合形式的名称，分别编号，互不覆盖", () => {
    fc.assert(
      fc.property(fc.array(anyName, { maxLength: 12 }), (names) => {
        const made = distinctNames(names);
        const folded = made.map((name) => name.normalize("NFKC").toLowerCase());
        expect(new Set(folded).size).toBe(names.length);
        for (const name of made) expect(bytes(name)).toBeLessThanOrEqual(200);
      }),
    );
  });

  test("中文名称原样保留", () => {
    expect(safeName("区应急管理局（本级）")).toBe("区应急管理局（本级）");
  });

  test("一次生成列出全区、各领域、各单位的全部文件，路径不重复", () => {
    const paths = composeAll(sampleScorecard(), { evidenceBase: "../evidence" }).map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths.filter((path) => path.startsWith("全区/"))).toEqual([
      "全区/自查报告.docx",
      "全区/对照自查评分说明.docx",
      "全区/对照自查评分说明.xlsx",
      "全区/缺项清单.docx",
      "全区/缺项清单.xlsx",
    ]);
    expect(paths).toContain("领域/消防/自查报告.docx");
    expect(paths).toContain("单位/区教育局/材料清单.xlsx");
    expect(paths.slice(-3)).toEqual(["得分汇总.xlsx", "佐证材料目录.xlsx", "scorecard.json"]);
  });

  test("只要一个单位时，只列这个单位的文件", () => {
    const paths = composeAll(sampleScorecard(), { evidenceBase: "../evidence", scope: { kind: "unit", unit: "区教育局" } }).map(
      ({ path }) => path,
    );
    expect(paths.every((path) => path.startsWith("单位/区教育局/"))).toBe(true);
    expect(paths).toHaveLength(7);
  });
});
