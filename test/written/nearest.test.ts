import { expect, test } from "vitest";
import { nearest } from "../../src/written/nearest.ts";

test.each([
  ["--unti", ["--as-of", "--unit", "--field"], "--unit"],
  ["lnit", ["lint", "diff"], "lint"],
  ["会议记要", ["会议纪要", "签到表"], "会议纪要"],
  ["惠民然气", ["东明燃气", "惠民燃气"], "惠民燃气"],
  ["公安局", ["区教育局", "应急局"], undefined],
] as const)("写成「%s」的，想写的是哪一个", (written, known, meant) => {
  expect(nearest(written, known)).toBe(meant);
});
