import { strFromU8, strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { lintShell } from "../../src/render/docx/lint-shell.ts";
import { renderPaper } from "../../src/render/docx/render-paper.ts";
import { unzipParts, zipParts } from "../../src/render/ooxml/deterministic-zip.ts";
import { shellNames } from "../../src/report/blocks.ts";
import { sampleDocument, shell } from "./docx-sample.ts";

/** The 自查报告 shell after an edit of one part's XML, as a clerk's WPS would leave it. */
function edited(part: string, edit: (xml: string) => string, name: (typeof shellNames)[number] = "自查报告"): Uint8Array {
  const parts = unzipParts(shell(name));
  const xml = strFromU8(parts.get(part) ?? new Uint8Array());
  const changed = edit(xml);
  expect(changed).not.toBe(xml);
  parts.set(part, strToU8(changed));
  return zipParts(parts);
}
const inBody = (edit: (xml: string) => string): Uint8Array => edited("word/document.xml", edit);
const problems = (bytes: Uint8Array): readonly Readonly<Record<string, unknown>>[] =>
  lintShell(bytes, "自查报告", "templates/自查报告.docx").map((diagnostic) => {
    expect(diagnostic).toMatchObject({ severity: "error", place: { kind: "path", path: "templates/自查报告.docx" } });
    return Object.fromEntries<unknown>(Object.entries(diagnostic).filter(([key]) => key !== "severity" && key !== "place"));
  });
const codes = (bytes: Uint8Array): readonly string[] => lintShell(bytes, "自查报告", "templates/自查报告.docx").map(({ code }) => code);
const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
const line = (...runs: readonly string[]): string => `<w:p>${runs.map(run).join("")}</w:p>`;
const beforeEnd = (xml: string, added: string): string => xml.replace("<w:sectPr>", `${added}<w:sectPr>`);
const known = ["标题", "主送机关", "正文", "署名", "日期"];

describe("模板检查", () => {
  test("随附的四个模板都没有问题", () => {
    for (const name of shellNames) expect(lintShell(shell(name), name, name)).toEqual([]);
  });

  test("写错的占位符报出原文、所在段落和最接近的写法", () => {
    const bytes = inBody((xml) => beforeEnd(xml, line("报告：{{标提}}完")));
    expect(lintShell(bytes, "自查报告", "templates/自查报告.docx")).toEqual([
      {
        severity: "error",
        place: { kind: "path", path: "templates/自查报告.docx" },
        code: "unknown-placeholder",
        name: "标提",
        nearest: "标题",
        known,
        paragraph: "报告：{{标提}}完",
      },
    ]);
  });

  test("毫不相干的占位符不乱猜", () => {
    const bytes = inBody((xml) => beforeEnd(xml, line("{{#循环条款}}")));
    expect(problems(bytes)).toEqual([{ code: "unknown-placeholder", name: "#循环条款", known, paragraph: "{{#循环条款}}" }]);
  });

  test("被 WPS 拆成几段文字的占位符也认得", () => {
    expect(problems(inBody((xml) => beforeEnd(xml, line("{", "{日", "期}", "}"))))).toEqual([]);
    expect(problems(inBody((xml) => beforeEnd(xml, line("{", "{日", "历}", "}"))))).toMatchObject([
      { code: "unknown-placeholder", name: "日历" },
    ]);
  });

  test("页眉页脚里的占位符同样检查", () => {
    const bytes = edited("word/footer1.xml", (xml) => xml.replace("</w:ftr>", `${line("{{不认识}}")}</w:ftr>`));
    expect(problems(bytes)).toMatchObject([{ code: "unknown-placeholder", name: "不认识" }]);
  });

  test("没有收尾或没有开头的花括号逐处报出", () => {
    const bytes = inBody((xml) => beforeEnd(xml, line("甲{{日期") + line("乙}}") + line("{{署名{{日期}}")));
    expect(codes(bytes)).toEqual(Array.from({ length: 3 }, () => "unclosed-placeholder"));
    expect(problems(bytes)[0]).toEqual({ code: "unclosed-placeholder", text: "{{日期", paragraph: "甲{{日期" });
  });

  test("缺少正文占位符要报", () => {
    expect(problems(inBody((xml) => xml.replace("{{正文}}", "正文")))).toEqual([{ code: "missing-placeholder", name: "正文（自查报告）" }]);
  });

  test("正文占位符与别的文字同段、重复、在表格里、在页脚里，都报位置不对", () => {
    const misplaced = [
      inBody((xml) => xml.replace("{{正文}}", "如下：{{正文}}")),
      inBody((xml) => beforeEnd(xml, line("{{正文}}"))),
      inBody((xml) => beforeEnd(xml.replace("{{正文}}", "无"), `<w:tbl><w:tr><w:tc>${line("{{正文}}")}</w:tc></w:tr></w:tbl>`)),
      edited("word/footer1.xml", (xml) => xml.replace("</w:ftr>", `${line("{{正文}}")}</w:ftr>`)),
    ];
    for (const bytes of misplaced) expect(codes(bytes)).toEqual(["misplaced-placeholder"]);
  });

  test("不是 docx 的文件说明是什么，不报别的", () => {
    const old = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    const cases = [
      new Uint8Array(),
      old,
      strToU8("<html>登录</html>"),
      shell("自查报告").slice(0, 4000),
      zipParts(new Map([["a.txt", strToU8("a")]])),
    ];
    expect(cases.map((bytes) => problems(bytes))).toEqual(
      ["文件为空", "是旧版 .doc 或加了密码的文档", "不是 .docx 文件", "文件损坏，无法打开", "压缩包里没有 Word 正文"].map((detail) => [
        { code: "template-not-docx", detail },
      ]),
    );
  });
});

describe("办事员改过的模板", () => {
  const rendered = async (bytes: Uint8Array): Promise<string> =>
    strFromU8(unzipParts(await renderPaper(sampleDocument("自查报告", 1), bytes, "modern")).get("word/document.xml") ?? new Uint8Array());

  test("全角花括号和拆开的占位符照样填写", async () => {
    const bytes = inBody((xml) => beforeEnd(xml.replace("{{署名}}", "｛｛署名｝｝"), line("送审稿 ", "｛", "｛ 日", "期 ｝", "}")));
    expect(problems(bytes)).toEqual([]);
    const text = (await rendered(bytes)).replace(/<[^>]+>/g, "");
    expect(text).toContain("送审稿 2024年12月10日");
    expect(text).toContain("以上报告，请审阅。东明区人民政府安全生产委员会");
    expect(text).not.toMatch(/[｛｝]/);
  });

  test("WPS 存盘改了样式编号，仍按样式名找到", async () => {
    const parts = unzipParts(shell("自查报告"));
    const renumber = (xml: string): string => xml.replaceAll('"Heading1"', '"2"').replaceAll('"BodyParagraph"', '"a7"');
    for (const name of ["word/styles.xml", "word/document.xml"])
      parts.set(name, strToU8(renumber(strFromU8(parts.get(name) ?? new Uint8Array()))));
    const xml = await rendered(zipParts(parts));
    expect(xml).toMatch(/<w:pStyle w:val="2"\/><\/w:pPr><w:r>(?:(?!<\/w:p>).)*一、总体情况/);
    expect(xml).not.toContain('"Heading1"');
  });

  test("拿生成过的文书再作模板，关系编号不相撞", async () => {
    const first = await renderPaper(
      { ...sampleDocument("自查报告", 3), signature: { name: "甲", date: "乙" } },
      shell("自查报告"),
      "modern",
    );
    const parts = unzipParts(first);
    const xml = strFromU8(parts.get("word/document.xml") ?? new Uint8Array());
    parts.set("word/document.xml", strToU8(beforeEnd(xml, line("{{正文}}"))));
    const again = unzipParts(await renderPaper(sampleDocument("自查报告", 3), zipParts(parts), "modern"));
    const relations = strFromU8(again.get("word/_rels/document.xml.rels") ?? new Uint8Array());
    const ids = [...relations.matchAll(/ Id="([^"]*)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...again.keys()].filter((name) => /^word\/charts\/chart\d+\.xml$/.test(name))).toHaveLength(2);
  });
});
