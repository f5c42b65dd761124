const han = "[一二三四五六七八九十百]{1,4}";
const labelPattern = new RegExp(
  [
    `^第\\s*(?:\\d{1,3}|${han})\\s*(?:部分|[编章节条项款篇])[、.．：:]?`,
    `^${han}\\s*[、.．,，]`,
    `^[（(]\\s*${han}\\s*[)）][、.．]?`,
    "^\\d{1,3}(?:\\s?[.．]\\s?\\d{1,3})+[、.．]?(?!\\d|\\s*[%％分个项次])",
    "^\\d{1,3}\\s*[、.．)）](?!\\d)",
    "^[（(]\\s*\\d{1,3}\\s*[)）][、.．]?",
    "^\\d{1,2}\\s+(?=\\p{Script=Han})",
    "^[①-⑳]",
  ].join("|"),
  "u",
);

/** The printed number at the head of a text, verbatim: 一、（二） 3. 1.1 ①. */
export function labelOf(text: string): string | undefined {
  return labelPattern.exec(text.trimStart())?.[0].trim();
}

export function withoutLabel(text: string): string {
  return text.trimStart().replace(labelPattern, "").trim();
}

/** How deep a number of this form usually stands: 第一部分 0, 一、 1, （一） 2, 1. 3, 1.1 4, （1） 5, ① 6. */
export function rankOfLabel(label: string): number {
  if (/^第.*(?:部分|[编篇])/u.test(label)) return 0;
  if (/^第/u.test(label)) return 1;
  if (/^[（(]\s*[一二三四五六七八九十]/u.test(label)) return 2;
  if (/^[一二三四五六七八九十]/u.test(label)) return 1;
  if (/^[（(]/u.test(label)) return 5;
  if (/^[①-⑳]/u.test(label)) return 6;
  return /^\d+\s?[.．]\s?\d/u.test(label) ? 4 : 3;
}

/** 一 or 一、 alone in the number column: a chapter. */
export function isChapterNumber(text: string): boolean {
  return /^[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.．]?$/u.test(text.trim());
}
