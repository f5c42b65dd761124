import fc from "fast-check";
import { expect, test } from "vitest";
import { columnWidths } from "../../src/render/docx/table-xml.ts";
import { linkTarget } from "../../src/render/ooxml/link-target.ts";
import { escapeXml, printableText, unescapeXml } from "../../src/render/ooxml/xml-text.ts";

test("任何文字清洗后都能写进 XML，再读回来一字不差", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (written) => {
      const shown = printableText(written);
      expect(shown).not.toMatch(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Surrogate}/u);
      expect(escapeXml(shown)).not.toMatch(/[<>"]|&(?!amp;|lt;|gt;|quot;)/);
      expect(unescapeXml(escapeXml(shown))).toBe(shown);
    }),
  );
});

test("寻常文字清洗前后一样，看不见的字符换成看得见的 �，不悄悄删掉", () => {
  expect(printableText("〔2024〕3号 “党政同责” 😀 𠮷")).toBe("〔2024〕3号 “党政同责” 😀 𠮷");
  expect(printableText("a\u0000b\ud800c\u202ed")).toBe("a�b�c�d");
  expect(printableText("a\r\nb\rc\u2028d")).toBe("a\nb\nc\nd");
});

test("任何相对路径都编成同一文件夹下的地址，解码后还是原来的文件名", () => {
  const segment = fc.string({ minLength: 1, maxLength: 12 }).filter((name) => !name.includes("/"));
  fc.assert(
    fc.property(fc.array(segment, { minLength: 1, maxLength: 4 }), (segments) => {
      const target = linkTarget(segments.join("/"));
      expect(target).not.toMatch(/[\s#?:\\<>"&]|^\//);
      expect(target.split("/").map(decodeURIComponent)).toEqual(segments);
    }),
  );
});

test("列宽是整数，合起来正好是表宽，没有一列窄到写不下字", () => {
  const share = fc.oneof(fc.double({ min: 0, max: 100, noNaN: true }), fc.constantFrom(Number.NaN, -1, Number.POSITIVE_INFINITY));
  fc.assert(
    fc.property(fc.array(share, { minLength: 1, maxLength: 14 }), fc.integer({ min: 6000, max: 13000 }), (shares, width) => {
      const widths = columnWidths(
        shares.map((value) => ({ header: "", share: value })),
        width,
      );
      expect(widths.reduce((sum, own) => sum + own, 0)).toBe(width);
      for (const own of widths) {
        expect(Number.isInteger(own)).toBe(true);
        expect(own).toBeGreaterThanOrEqual(Math.min(559, Math.floor(width / shares.length)));
      }
    }),
  );
});
