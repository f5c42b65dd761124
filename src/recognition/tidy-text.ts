const han = "\\p{Script=Han}";
const opening = "[〔（(\\[【［{「『<〈]";
const closing = "[〕）)\\]】］}」』>〉]";

/**
 * Text as recognised → text as a document would have it, in the places where the engine is known to slip and the right form is
 * certain: brackets of 文号, spaces between Han characters, digits taken for letters inside dates and numbers, full-width commas in figures.
 * Whatever could be meant otherwise stays.
 */
export function tidyText(recognised: string): string {
  return rules.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), recognised.trim().replaceAll(/\s+/gu, " "));
}

const rules: readonly (readonly [RegExp, string])[] = [
  // 各 县 区
  [new RegExp(`(?<=[${han}，。、；：！？（）《》〔〕“”]) (?=[${han}，。、；：！？（）《》〔〕“”])`, "gu"), ""],
  // 2026 年、专项经费 142 万元: spaces around figures are the typesetter's, not the text's
  [new RegExp(`(?<=[${han}]) (?=\\d)|(?<=\\d) (?=[${han}%％])`, "gu"), ""],
  // 2O26年、l5日
  [/(?<=\d)[Oo](?=[\dOo]*[\d年月日号])/gu, "0"],
  [/(?<=[年月])[lI|](?=\d?[月日])/gu, "1"],
  // 1，075
  [/(?<=(?<![\d，])\d{1,3})，(?=\d{3}(?![\d，]))/gu, ","],
  [/(?<=\d)．(?=\d)/gu, "."],
  // 清应急发（2026）27号, ［2026］, and with the opening bracket lost
  [new RegExp(`(?<=[${han}]) ?${opening} ?((?:19|20)\\d{2}) ?${closing} ?(?:第 ?)?(\\d{1,4}) ?号`, "gu"), "〔$1〕$2号"],
  [new RegExp(`(?<=[发字函办令通报]) ?((?:19|20)\\d{2}) ?${closing} ?(?:第 ?)?(\\d{1,4}) ?号`, "gu"), "〔$1〕$2号"],
];
