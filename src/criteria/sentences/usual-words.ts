import { rewritten, type Spelled } from "./spelled.ts";

const number = "\\d+(?:\\.\\d+)?%?";

/** Wordings that say the same as usual ones, written as these: 每低于95%一个百分点 as 低于95%的，每低一个百分点. */
const wordings: readonly (readonly [RegExp, (groups: readonly string[]) => string])[] = [
  [new RegExp(`(${number})—(${number})（含\\1[，、]?不含\\2）`, "gu"), ([, low, high]) => `${low ?? ""}（含）—${high ?? ""}（不含）`],
  [
    /每(低|高|超)(?:于|过|出)(\d+(?:\.\d+)?%)的?，?((?:一|\d+(?:\.\d+)?)个百分点|1%)/gu,
    ([, side, figure, step]) => `${side === "低" ? "低于" : "超过"}${figure ?? ""}的，每${side === "低" ? "低" : "超"}${step ?? ""}`,
  ],
  // 评分标准：: a heading that would look like words about points.
  [/(?<=^|\n)(?:评分|扣分|计分|得分|考核|考评|赋分)(?:标准|办法|依据|细则|方法|说明|规则|要点)：/gu, () => ""],
  // 按每人次0.1分累计得分.
  [
    /按(?:照)?(每\p{Script=Han}{0,2}?(?:人次|次|人|家|项|个\p{Script=Han}{0,3}|件|起|处|篇|条))(?:[，]?)(\d+(?:\.\d+)?分)(?:的标准)?(?:累计|累积|予以|进行)*(扣|得|计|加)(?:分|减)/gu,
    ([, unit, amount, verb]) => `${unit ?? ""}${verb ?? ""}${amount ?? ""}`,
  ],
];

export function usualWords(spelled: Spelled): Spelled {
  return wordings.reduce((text, [pattern, write]) => rewritten(text, pattern, write), spelled);
}
