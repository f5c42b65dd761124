import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Extract, Quoted, TextBlock } from "../../../src/model/reading.ts";
import { describeExtract } from "../../../src/reading/facts/describe-extract.ts";
import { papers } from "./papers.ts";

const fragments = papers.flatMap(({ text }) => text.split("\n"));
const piece = fc.oneof(
  fc.constantFrom(...fragments),
  fc.constantFrom(
    "2024年2月30日",
    "〔2024〕",
    "号",
    "附件：",
    "　",
    "：",
    "关于",
    "的通知",
    "____",
    "□",
    "年 月 日",
    "机密",
    "\uD83D\uDE00",
    "\uD83D",
    "e\u0301",
    "\u0000",
  ),
  fc.string({ unit: "binary", maxLength: 20 }),
);
const block: fc.Arbitrary<TextBlock> = fc.record(
  {
    text: fc.array(piece, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("")),
    at: fc.oneof(
      fc.record({ kind: fc.constant("paragraph" as const), paragraph: fc.nat() }),
      fc.record({ kind: fc.constant("mail" as const), part: fc.constantFrom("Subject", "Date", "From") }),
      fc.record({ kind: fc.constant("cell" as const), sheet: fc.constant("表"), cell: fc.constant("A1") }),
    ),
    role: fc.constantFrom("title", "heading", "body", "row", "header", "footer"),
    centred: fc.boolean(),
    size: fc.constantFrom(12, 16, 22),
  },
  { requiredKeys: ["text", "at", "role"] },
);
const extract = (blocks: readonly TextBlock[]): Extract => ({ format: "docx", blocks });
const documents = fc.array(block, { maxLength: 30 }).map(extract);

/** Every quotation in a reading, with its text and place. */
function quotations(value: unknown): readonly Quoted<unknown>[] {
  if (typeof value !== "object" || value === null) return [];
  const own = "text" in value && "at" in value && "value" in value ? [value as Quoted<unknown>] : [];
  return [...own, ...Object.values(value).flatMap(quotations)];
}

describe("读出来的东西", () => {
  test("任何内容都读得完，每一处引文都在它所指的段落里", () => {
    fc.assert(
      fc.property(documents, (document) => {
        for (const { text, at } of quotations(describeExtract(document, "a.docx")))
          expect(document.blocks.some((each) => each.at === at && each.text.includes(text))).toBe(true);
      }),
      { numRuns: 600 },
    );
  });

  test("读两遍结果一样，与文件名无关", () => {
    fc.assert(
      fc.property(documents, (document) => {
        expect(describeExtract(document, "b.pdf")).toEqual(describeExtract(document, "关于X的通知.docx"));
      }),
    );
  });

  test("身份证号、手机号、银行卡号只计数，不留在结果里", () => {
    const number = fc.constantFrom(
      "11010519491231002X",
      "440524188001010014",
      "13800138000",
      "6222021234567890128",
      "138 0013 8000",
      "１３８００１３８０００",
    );
    const withNumber = fc.tuple(fc.array(piece, { maxLength: 2 }), number, fc.array(piece, { maxLength: 2 }));
    const line = withNumber.map(([before, secret, after]) => ({ secret, text: `${before.join("")}${secret}${after.join("")}` }));
    fc.assert(
      fc.property(fc.array(fc.tuple(line, block), { minLength: 1, maxLength: 12 }), (lines) => {
        const document = extract(lines.map(([{ text }, other]) => ({ ...other, text })));
        const json = JSON.stringify(describeExtract(document, "a.docx"));
        for (const [{ secret }] of lines) expect(json.includes(secret)).toBe(false);
      }),
      { numRuns: 600 },
    );
  });

  test("一条结果只占很小的地方，不论文件多长", () => {
    const long = Array.from(
      { length: 3000 },
      (_, index) => `东明${index}区第${index}安全生产委员会办公室，2024年2月30日，东安〔2024〕${index}号。`,
    );
    const blocks = long.map((text, index): TextBlock => ({ text, at: { kind: "paragraph", paragraph: index + 1 }, role: "body" }));
    expect(JSON.stringify(describeExtract(extract(blocks), "a.docx")).length).toBeLessThan(8000);
  });
});

describe("故意写坏的长文本", () => {
  const repeated = [
    " ",
    "　",
    "\t",
    "|",
    "_",
    "×",
    "X",
    "□",
    "1",
    "0",
    "１",
    "一",
    "〇",
    "年",
    "月",
    "日",
    "年 月 日",
    "2024年",
    "2024",
    "2024年3月5日",
    "20240305",
    "2024.3.5 ",
    "中",
    "局",
    "东明区",
    "区",
    "委员会",
    "：",
    ":",
    "。",
    "、",
    "（",
    "(",
    "）",
    "《",
    "〔",
    "〔2024〕",
    "〔2024〕1号",
    "号",
    "关于",
    "的通知",
    "附件",
    "附件：1.",
    "1.",
    "a",
    "姓名",
    "时间：",
    "时间 ",
    "记 录 ",
    "a ",
    "中 ",
    "- ",
    "1 ",
    "1-",
    "印",
    "印发",
    "第",
    "期",
    "★",
    "和",
    "组织",
    "在",
    "\uD83D",
    "—",
  ];
  test.each(repeated)(
    "二十万字的「%s」也读得完",
    (sign) => {
      const text = sign.repeat(Math.ceil(200_000 / sign.length));
      const place = { kind: "line", line: 1 } as const;
      const alone = describeExtract({ format: "text", blocks: [{ text, at: place, role: "body" }] }, "a.txt");
      const after = describeExtract(
        {
          format: "text",
          blocks: [
            { text: `关于${text}`, at: place, role: "title" },
            { text, at: place, role: "body" },
          ],
        },
        "a.txt",
      );
      expect([alone.format, after.format]).toEqual(["text", "text"]);
      expect(JSON.stringify([alone, after]).length).toBeLessThan(16_000);
    },
    10_000,
  );
});
