import fc from "fast-check";
import { expect, test } from "vitest";
import { compactText, foldText } from "../../src/model/chinese-text.ts";

/** The definition, the long way. */
function defined(text: string): string {
  return foldText(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

const bmp = Array.from({ length: 0xd800 }, (_, code) => code).concat(Array.from({ length: 0x2000 }, (_, index) => 0xe000 + index));

test("紧凑文本：每个字符单独算和按定义算一样", () => {
  expect(bmp.map((code) => String.fromCharCode(code)).filter((sign) => compactText(sign) !== defined(sign))).toEqual([]);
});

test("紧凑文本：字符前后挨着汉字、字母、组合符号时也和定义一样", () => {
  const around = (sign: string): string => `安${sign}A${sign}\u0301９${sign}。`;
  expect(bmp.map((code) => around(String.fromCharCode(code))).filter((text) => compactText(text) !== defined(text))).toEqual([]);
});

const papers = fc.array(
  fc.oneof(
    fc.constantFrom(...Array.from("安全生产2024年〔〕（）【】“”—…·×ＡＢａｂ９○〇々Ⅳ①éＺz A\t\n𠮷👍\u0301\u200b")),
    fc.string({ unit: "grapheme" }),
  ),
  { maxLength: 40 },
);

test("紧凑文本：任何文字都和定义一样", () => {
  fc.assert(
    fc.property(papers, (signs) => {
      expect(compactText(signs.join(""))).toBe(defined(signs.join("")));
    }),
    { numRuns: 500 },
  );
});
