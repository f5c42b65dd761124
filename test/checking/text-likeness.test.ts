import fc from "fast-check";
import { expect, test } from "vitest";
import { textSimilarity } from "../../src/checking/compare-texts.ts";
import { sketchOf, surelyBelow } from "../../src/checking/shingles.ts";
import { textLikeness } from "../../src/checking/text-likeness.ts";

const sentence = fc.constantFrom(
  "3月5日，执法人员在河西村查看了配电箱和临时线路，当场改好。",
  "2024年4月，网格员在老街复核了灭火器与应急灯，限三日内办结。",
  "检查企业12家，发现隐患6处，已全部整改到位。",
  "会议听取了上半年安全生产工作情况汇报，研究了下一步安排。",
  "各镇人民政府、区直有关部门：现将有关情况通报如下。",
  "驻点干部在石坪组登记了防火隔离带，由本单位派人跟进。",
);
const text = fc
  .oneof(fc.array(sentence, { maxLength: 12 }), fc.array(sentence, { minLength: 60, maxLength: 120 }))
  .map((sentences) => sentences.join("\n"));
const least = fc.constantFrom(0.3, 0.5, 0.87, 0.97);
const figures = fc.constantFrom("masked", "kept");

test("雷同：快速排除的一对，逐字比对也一定达不到标准", () => {
  fc.assert(
    fc.property(text, text, least, figures, (a, b, share, how) => {
      if (surelyBelow(sketchOf(a, how), sketchOf(b, how), share)) expect(textSimilarity(a, b, how)).toBeLessThan(share);
    }),
    { numRuns: 400 },
  );
});

test("雷同：完全不同的两份文字被快速排除，相同的不会", () => {
  const [one, other] = [
    "执法人员在河西村查看了配电箱和临时线路".repeat(3),
    "会议听取了上半年安全生产工作情况汇报并研究了下一步安排".repeat(3),
  ];
  expect(surelyBelow(sketchOf(one, "masked"), sketchOf(other, "masked"), 0.87)).toBe(true);
  expect(surelyBelow(sketchOf(one, "masked"), sketchOf(one, "masked"), 0.97)).toBe(false);
});

test("雷同：比对结论与直接比对两份全文一致，读不到文字的不下结论", () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 2, maxLength: 6 }), least, figures, (texts, share, how) => {
      const alike = textLikeness((path) => texts[Number(path)]);
      for (const [a, here] of texts.entries()) {
        for (const [b, there] of texts.entries()) {
          const expected = textSimilarity(here, there, how) >= share ? [here, there] : undefined;
          expect(alike(String(a), String(b), { figures: how, least: share })).toEqual(expected);
        }
        expect(alike(String(a), "99", { figures: how, least: share })).toBeUndefined();
      }
    }),
    { numRuns: 60 },
  );
});
