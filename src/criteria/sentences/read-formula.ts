import type { SentenceReading } from "./items.ts";
import { isPlain } from "./plain-words.ts";
import { figure, figureOf } from "./spelled.ts";
import type { Sentence } from "./split-sentences.ts";

const left = "^(?:本项|该项|本条|此项|考核|实际|最终|指标)?(?:考核)?(?:得分|分数|计分公式为?|计分方法为?|得分计算公式为?)(?:为|：)?[=＝]?";
const right = "(?:，?(?:四舍五入)?(?:计算)?(?:结果)?(?:四舍五入)?(?:保留|精确到|取)(?:到)?(?:小数点后)?[\\d一两二三]?位?(?:小数)?)?$";
const shareOf = new RegExp(
  `${left}（?(?<part>[^×÷/／*=＝，（）]{2,24})(?:÷|/|／)(?<of>[^×÷/／*=＝，（）]{2,24})）?(?:[×*](?<n>${figure}|本项分值|分值|满分|标准分)(?:分)?|[×*]100%[×*](?<n2>${figure}|本项分值|分值|满分|标准分)(?:分)?)${right}`,
  "u",
);
const rateTimes = new RegExp(
  `${left}(?<part>[^×÷/／*=＝，（）]{2,24}(?:率|比例|百分比))[×*](?<n>${figure}|本项分值|分值|满分|标准分)(?:分)?${right}`,
  "u",
);
const timesRate = new RegExp(
  `${left}(?<n>${figure}|本项分值|分值|满分|标准分)(?:分)?[×*](?<part>[^×÷/／*=＝，（）]{2,24}(?:率|比例|百分比))${right}`,
  "u",
);

/** 得分=完成数÷应完成数×3: the clause's `points` (分) by the share reached; any other formula is for a person. */
export function readFormula(sentence: Sentence, index: number, points: number): SentenceReading | undefined {
  const text = sentence.text.replace(/[，。；]+$/u, "");
  const groups = (shareOf.exec(text) ?? rateTimes.exec(text) ?? timesRate.exec(text))?.groups;
  if (groups === undefined) return undefined;
  const { part = "", of, n, n2 } = groups;
  const factor = n ?? n2 ?? "";
  if (/^\d|^[零一二两三四五六七八九十]/u.test(factor) && figureOf(factor) !== points) return undefined;
  if (!isPlain(part) || (of !== undefined && !isPlain(of)) || part === of || points <= 0) return undefined;
  const { start, end } = sentence;
  const item = { kind: "ratio", mode: "award", condition: part, amounts: [], verb: "按比例得分", sentence: index, lead: "" } as const;
  return { kind: "items", items: [{ ...item, ...(of === undefined ? {} : { of }), start, end }] };
}
