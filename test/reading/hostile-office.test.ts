import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readingFailures } from "../../src/model/reading.ts";
import { readCsv } from "../../src/reading/formats/csv.ts";
import { readDocx } from "../../src/reading/formats/docx.ts";
import { readEml } from "../../src/reading/formats/eml.ts";
import { readHtml } from "../../src/reading/formats/html.ts";
import { readOfd } from "../../src/reading/formats/ofd.ts";
import { readPptx } from "../../src/reading/formats/pptx.ts";
import { readText } from "../../src/reading/formats/text.ts";
import { readXlsx } from "../../src/reading/formats/xlsx.ts";
import { readDocument } from "../../src/reading/read-document.ts";
import { readingLimits } from "../../src/reading/reader.ts";
import { sniff } from "../../src/reading/sniff.ts";
import { openArchive } from "../../src/reading/unzip.ts";
import { docxOf, failureOf, oleOf, paragraph, read, textsOf, xlsxOf, zipOf } from "./office-files.ts";

const readers = [readDocx, readXlsx, readPptx, readOfd, readText, readCsv, readHtml, readEml];

describe("压缩包的上限", () => {
  const blanks = new Uint8Array(12 * 2 ** 20).fill(32);
  const small = { partBytes: 8 * 2 ** 20 };

  test("膨胀到上限以上的部件是压缩炸弹", async () => {
    expect(await failureOf(readDocx, docxOf("", { "word/document.xml": blanks }), small)).toBe("bomb");
  });

  test("单个不大、加起来太大的也是", async () => {
    const parts = Object.fromEntries(
      [1, 2, 3].map((index) => [`word/header${index}.xml`, `<w:hdr>${"<w:p/>".repeat(100_000 + index)}</w:hdr>`]),
    );
    expect(await failureOf(readDocx, docxOf(paragraph("字"), parts), { totalBytes: 1_000_000 })).toBe("bomb");
  });

  test("压得离奇地小的大部件也是", async () => {
    expect(await failureOf(readDocx, docxOf("", { "word/document.xml": blanks }))).toBe("bomb");
  });

  test("没要的部件不解开，炸弹藏在里面也读得了正文", async () => {
    expect(await textsOf(readDocx, docxOf(paragraph("字"), { "word/media/image1.png": blanks }))).toEqual(["字"]);
  });

  test("把大小往少里写的部件不会多占内存，按损坏算", async () => {
    const bytes = docxOf(paragraph("字".repeat(5_000)));
    expect(await failureOf(readDocx, withDeclaredSize(bytes, 10))).toBe("damaged");
    expect(await failureOf(readDocx, withDeclaredSize(bytes, 30_000))).toBe("damaged");
    expect(await failureOf(readDocx, withDeclaredSize(docxOf("", { "word/document.xml": blanks }), 10), small)).toBe("bomb");
  });

  test("部件个数有上限", () => {
    const many = zipSync(Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`${index}.xml`, strToU8("x")])));
    const archive = openArchive(many, { ...readingLimits, parts: 20 });
    expect(archive.ok && [archive.names.length, archive.cut]).toEqual([20, true]);
  });

  test("加密的部件说加密，GBK 名字读得出，存而不压的照读", () => {
    const bytes = zipSync({ "aaaa.txt": [strToU8("正文"), { level: 0 }] });
    const gbkName = [0xb9, 0xd8, 0xd3, 0xda];
    for (let at = 0; at < bytes.length - 4; at += 1) {
      if (String.fromCharCode(...bytes.subarray(at, at + 4)) === "aaaa") bytes.set(gbkName, at);
    }
    const archive = openArchive(bytes, readingLimits);
    if (!archive.ok) throw new Error(archive.failure);
    const parts = archive.read(["关于.txt"]);
    expect(parts.ok && new TextDecoder().decode(parts.parts.get("关于.txt"))).toBe("正文");
    bytes[centralAt(bytes, 0) + 8] = 1;
    const locked = openArchive(bytes, readingLimits);
    expect(locked.ok && locked.read(["关于.txt"])).toEqual({ ok: false, failure: "encrypted" });
  });

  test("前面多出几行的压缩包照读", async () => {
    const bytes = docxOf(paragraph("字"));
    const shifted = new Uint8Array(bytes.length + 100);
    shifted.set(bytes, 100);
    expect(await textsOf(readDocx, shifted)).toEqual(["字"]);
  });
});

describe("标记写坏的文件很快读完", () => {
  const many = 100_000;
  test.each([
    ["不闭合的标签", "<a".repeat(many)],
    ["不闭合的引号", '<a "'.repeat(many)],
    ["不闭合的注释", "<!--".repeat(many)],
    ["不闭合的脚本", "<script".repeat(many)],
    ["自闭合的 xml", "<xml/>".repeat(many)],
    ["空格连着空格", "<b> </b>".repeat(many)],
    ["空格子", `<table><tr>${"<td>".repeat(many)}字`],
    ["嵌套的段落", "<p>".repeat(many)],
    ["嵌套的表", "<tr><tc>".repeat(many)],
    ["回车", "\r".repeat(many)],
    ["引号", ',"""a'.repeat(many)],
  ])("%s", async (_, text) => {
    const bytes = strToU8(text);
    for (const reader of [readHtml, readText, readCsv]) await expectKnown(reader, bytes);
    await expectKnown(readDocx, docxOf(text));
    await expectKnown(readXlsx, xlsxOf([{ name: "s", data: text }]));
  });
});

describe("什么字节都答得上来", () => {
  test("随便什么字节，认类型和读取都不出错", async () => {
    const marks = ["", "PK\x03\x04", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "<html>", "From: a\r\nSubject: b\r\n", "%PDF-"].map((mark) =>
      Buffer.from(mark, "latin1"),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...marks),
        fc.uint8Array({ maxLength: 600 }),
        fc.constantFrom("a.docx", "a.xls", "a"),
        async (mark, tail, name) => {
          const bytes = Uint8Array.from([...mark, ...tail]);
          sniff(bytes, name);
          for (const reader of readers) await expectKnown(reader, bytes);
        },
      ),
      { numRuns: 300, seed: 3 },
    );
  });

  test("部件里随便什么字，读取不出错", async () => {
    const words = [
      "<w:p>",
      "</w:p>",
      "<w:t>",
      "</w:t>",
      "<w:tr>",
      "</w:tr>",
      "<w:tc/>",
      "<w:pPr>",
      "<c t='s'>",
      "<v>9",
      "</c>",
      "<row r='x'>",
      "<!",
      "<![CDATA[",
      "<?",
      "&#x",
      "&#55296;",
      '"',
      ">",
      "字",
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...words), { maxLength: 60 }), async (picked) => {
        const xml = picked.join("");
        await expectKnown(readDocx, docxOf(xml, { "word/styles.xml": xml, "word/numbering.xml": xml, "docProps/core.xml": xml }));
        await expectKnown(readXlsx, xlsxOf([{ name: "s", data: xml }], { "xl/styles.xml": xml, "xl/sharedStrings.xml": xml }));
        await expectKnown(readHtml, strToU8(xml));
      }),
      { numRuns: 300, seed: 5 },
    );
  });

  test("在任何地方切断的文件，要么说损坏，要么读出一部分", async () => {
    const lines = Array.from({ length: 60 }, (_, index) => paragraph(`第${index * 7919}条 ${"安全生产责任".slice(index % 5)}`)).join("");
    const rows = Array.from(
      { length: 80 },
      (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>${index * 7919}</v></c></row>`,
    ).join("");
    const whole = [
      ["a.docx", docxOf(lines)],
      ["a.xlsx", xlsxOf([{ name: "台账", data: rows }])],
      ["a.ofd", zipOf({ "OFD.xml": "<ofd:OFD><ofd:DocRoot>Document.xml</ofd:DocRoot></ofd:OFD>", "Document.xml": lines })],
      ["a.doc", oleOf(["EncryptedPackage"])],
      ["a.html", strToU8(`<html><body>${lines}</body></html>`)],
      ["a.txt", strToU8(lines)],
    ] as const;
    for (const [name, bytes] of whole) {
      for (let length = 0; length < bytes.length; length += 97) {
        const { format } = sniff(bytes.subarray(0, length), name);
        for (const reader of readers) await expectKnown(reader, bytes.subarray(0, length));
        expect(format).not.toBe("executable");
      }
      expect((await readDocument(bytes.subarray(0, 97), name)).text.length).toBeLessThan(200);
    }
  });
});

async function expectKnown(reader: (typeof readers)[number], bytes: Uint8Array): Promise<void> {
  const result = await read(reader, bytes);
  if (result.ok) expect(result.extract.blocks.every((block) => block.text.trim() !== "")).toBe(true);
  else expect(readingFailures).toContain(result.failure);
}

/** Changes the size that the central directory claims for the second entry (word/document.xml). */
function withDeclaredSize(bytes: Uint8Array, size: number): Uint8Array {
  const copy = bytes.slice();
  new DataView(copy.buffer).setUint32(centralAt(copy, 1) + 24, size, true);
  return copy;
}

function centralAt(bytes: Uint8Array, index: number): number {
  let seen = -1;
  for (let at = 0; at + 4 < bytes.length; at += 1) {
    if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 1 && bytes[at + 3] === 2) seen += 1;
    if (seen === index) return at;
  }
  throw new Error("没有这一项");
}
