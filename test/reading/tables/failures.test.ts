import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readSource } from "../../../src/reading/tables/read-source.ts";
import { mutationsOf, sample } from "../formats/outcomes.ts";
import { docxOf, oleOf, paragraph, xlsxOf, zipOf } from "../office-files.ts";

const source = (path: string): Uint8Array => readFileSync(new URL(`../../../fixtures/sources/${path}`, import.meta.url));

const failures = ["encrypted", "damaged", "unsupported", "no-content", "too-large", "bomb"];
const files = [
  "08通用加差异/考核表.xlsx",
  "10表头在第三行旧版Excel/评分表.xls",
  "07Word自动编号/细则.docx",
  "16旧版Word/考评表.doc",
  "21网页另存为xls/指标.xls",
  "17逗号分隔国标编码/考核标准.csv",
] as const;

describe("读不了的细则", () => {
  test("二十万行的工作表说明有多少行", async () => {
    const rows = Array.from({ length: 200_000 }, (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>1</v></c></row>`).join("");
    expect(await readSource(xlsxOf([{ name: "细则", data: rows }]), "a.xlsx")).toEqual({
      ok: false,
      failure: "too-large",
      detail: "到工作表“细则”为止共有200000行，最多读20000行",
    });
  });

  test("大到不必解开的工作表，行数看末尾；文档的表、文本的行也一样数", async () => {
    const wide = `<c><v>${"1".repeat(160)}</v></c>`;
    const rows = Array.from({ length: 200_000 }, (_, index) => `<row r="${index + 1}" spans="1:1">${wide}</row>`).join("");
    expect(await readSource(xlsxOf([{ name: "细则", data: rows }]), "a.xlsx")).toMatchObject({
      failure: "too-large",
      detail: "工作表“细则”有200000行，最多读20000行",
    });
    const table = `<w:tbl>${"<w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr>".repeat(30_000)}</w:tbl>`;
    expect(await readSource(docxOf(table), "a.docx")).toMatchObject({
      failure: "too-large",
      detail: "文档的表格共有30000行，最多读20000行",
    });
    expect(await readSource(new TextEncoder().encode("1,2\n".repeat(200_000)), "a.csv")).toMatchObject({
      failure: "too-large",
      detail: "有200000行，最多读20000行",
    });
  });

  test("只有格式没有内容的几万行不算行", async () => {
    const blank = Array.from({ length: 50_000 }, (_, index) => `<row r="${index + 2}"><c r="A${index + 2}" s="1"/></row>`).join("");
    const result = await readSource(xlsxOf([{ name: "细则", data: `<row r="1"><c r="A1"><v>1</v></c></row>${blank}` }]), "a.xlsx");
    expect(result).toMatchObject({ ok: true, document: { parts: [{ rows: [[{ text: "1" }]] }] } });
  });

  test("压缩炸弹", async () => {
    expect(await readSource(docxOf(" ".repeat(40_000_000)), "a.docx")).toMatchObject({ failure: "bomb" });
    expect(await readSource(xlsxOf([{ name: "细则", data: " ".repeat(40_000_000) }]), "a.xlsx")).toMatchObject({ failure: "bomb" });
  });

  test("加了密码的", async () => {
    expect(await readSource(oleOf(["EncryptedPackage", "EncryptionInfo"]), "a.xlsx")).toMatchObject({ failure: "encrypted" });
    expect(await readSource(oleOf(["EncryptedPackage", "EncryptionInfo"]), "a.docx")).toMatchObject({ failure: "encrypted" });
  });

  test("空文件、空表、只有图片、工作表全隐藏", async () => {
    expect(await readSource(new Uint8Array(), "a.xlsx")).toEqual({ ok: false, failure: "no-content", detail: "文件是空的" });
    expect(await readSource(xlsxOf([{ name: "细则", data: "" }]), "a.xlsx")).toEqual({ ok: false, failure: "no-content" });
    expect(await readSource(docxOf(paragraph(" ")), "a.docx")).toEqual({ ok: false, failure: "no-content" });
    expect(await readSource(docxOf("<w:p><w:r><a:blip/></w:r></w:p>"), "a.docx")).toMatchObject({
      failure: "no-content",
      detail: "只有图片，没有文字",
    });
    const hidden = xlsxOf([{ name: "细则", state: "hidden", data: '<row r="1"><c r="A1"><v>1</v></c></row>' }]);
    expect(await readSource(hidden, "a.xlsx")).toMatchObject({ failure: "no-content", detail: "工作表都是隐藏的" });
  });

  test("PDF、图片、xlsb、普通压缩包都说明要什么", async () => {
    expect(await readSource(new TextEncoder().encode("%PDF-1.7\n"), "细则.pdf")).toEqual({
      ok: false,
      failure: "unsupported",
      detail: "PDF里的表不能保证读全，请用 Word（.docx）或 Excel（.xlsx）格式的原件",
    });
    const binary = zipOf({ "[Content_Types].xml": "<Types/>", "xl/workbook.bin": "x" });
    expect(await readSource(binary, "a.xlsb")).toMatchObject({ failure: "unsupported", detail: "这是 xlsb 二进制工作簿，请另存为 .xlsx" });
    expect(await readSource(zipOf({ "a.txt": "x" }), "a.zip")).toMatchObject({
      failure: "unsupported",
      detail: "请用 Word（.docx）或 Excel（.xlsx）格式的原件",
    });
  });

  test.each(files)("%s 在任何地方切断，要么说读不了，要么读出一部分", async (path) => {
    const whole = source(path);
    for (let cut = 0; cut < 40; cut += 1) {
      const result = await readSource(whole.subarray(0, Math.floor((whole.length * cut) / 40)), path);
      if (!result.ok) expect(failures).toContain(result.failure);
      else if (/docx|xlsx/.test(path)) throw new Error(`切断的 ${path} 不应读得出`);
    }
  });

  test.each(files)("%s 里随便什么字节被改，从不出错", async (path) => {
    const whole = source(path);
    await fc.assert(
      fc.asyncProperty(mutationsOf(whole), async (bytes) => {
        const result = await readSource(bytes, path);
        if (!result.ok) expect(failures).toContain(result.failure);
      }),
      { numRuns: 120 },
    );
  });

  test("部件里随便什么字，从不出错", async () => {
    const piece = fc.constantFrom(
      "<w:tbl>",
      "</w:tbl>",
      "<w:tr>",
      "</w:tr>",
      "<w:tc>",
      "</w:tc>",
      '<w:gridSpan w:val="999999999"/>',
      "<w:tcPr>",
      "</w:tcPr>",
      "<w:vMerge/>",
      "<w:p>",
      "</w:p>",
      "<w:t>",
      "甲",
      "</w:t>",
      "<w:del>",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
        const result = await readSource(docxOf(pieces.join("")), "a.docx");
        if (!result.ok) expect(failures).toContain(result.failure);
      }),
      { numRuns: 200 },
    );
    const part = fc.constantFrom(
      '<row r="3">',
      '<row r="1048576">',
      "</row>",
      '<c r="XFD1">',
      '<c r="B2" t="s">',
      "</c>",
      "<v>",
      "7",
      "</v>",
      "<f>",
      "SUM(A1:XFD1048576)",
      "</f>",
      '<mergeCell ref="A1:XFD1048576"/>',
      '<col min="1" max="99999999" hidden="1"/>',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 60 }), async (pieces) => {
        const result = await readSource(xlsxOf([{ name: "表", data: pieces.join("") }]), "a.xlsx");
        if (!result.ok) expect(failures).toContain(result.failure);
      }),
      { numRuns: 200 },
    );
  });

  test("旧版 Word 的结构表指到文件外面，请人另存为 .docx", async () => {
    const bytes = Uint8Array.from(sample("criteria-edited.doc"));
    const word =
      Array.from({ length: bytes.length / 512 }, (_, index) => index * 512).find((at) => bytes[at] === 0xec && bytes[at + 1] === 0xa5) ?? 0;
    bytes.set([0xff, 0xff, 0xff, 0x7f], word + 0x102);
    expect(await readSource(bytes, "a.doc")).toEqual({
      ok: false,
      failure: "damaged",
      detail: "表格的结构读不出，请用 WPS 或 Word 另存为 .docx",
    });
  });
});
