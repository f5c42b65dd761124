import type { Quantity } from "../model/quantity.ts";

/** 量词 of things that come whole. */
const whole: ReadonlySet<string> = new Set(["起", "处", "次", "人", "件", "份", "个", "家", "户", "名", "例", "人次", "项", "场", "期"]);
/** Measures of amounts: never fewer than none, but halves may be. */
const neverNegative: ReadonlySet<string> = new Set(["天", "日", "小时", "万元", "元"]);

/** Why such a figure cannot be, as far as its 计量单位 shows; undefined when it can. */
export function impossibility(
  value: Quantity,
  measure: string | undefined,
  ranked: boolean,
): "negative" | "fraction" | "place" | undefined {
  const name = measure?.trim() ?? "";
  const isWhole = value % 1000 === 0;
  if (ranked && (!isWhole || value < 1000)) return "place";
  if (value < 0 && (name === "" || whole.has(name) || neverNegative.has(name) || isPercentage(name))) return "negative";
  return !isWhole && whole.has(name) ? "fraction" : undefined;
}

export function isPercentage(measure: string | undefined): boolean {
  return measure !== undefined && /[%％]|百分/u.test(measure);
}
