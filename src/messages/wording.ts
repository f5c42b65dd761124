import { type DateRange, formatChineseDate } from "../model/dates.ts";

/** A problem in words: what is wrong, and what to do next. Both are whole Chinese sentences without the place. */
export interface Words {
  readonly what: string;
  readonly next: string;
}

/** Words for every code of a union of problems; a code without words does not compile. */
export type Wording<Problem extends { readonly code: string }> = {
  readonly [Code in Problem["code"]]: (problem: Extract<Problem, { readonly code: Code }>) => Words;
};

/** 「甲」、「乙」; of many, the first ones and how many more there are. */
export function listed(words: readonly string[], most = 12): string {
  const shown = words
    .slice(0, most)
    .map((word) => `「${word}」`)
    .join("、");
  return words.length > most ? `${shown}等 ${words.length} 个` : shown;
}

/** What can be chosen, as a sentence; nothing when there is nothing to choose from. */
export function choices(lead: string, words: readonly string[], otherwise = ""): string {
  return words.length === 0 ? otherwise : `${lead}${listed(words)}。`;
}

/** 是不是「区应急局」？ before the advice. */
export function meant(nearest: string | undefined, otherwise: string): string {
  return nearest === undefined ? otherwise : `是不是想写「${nearest}」？${otherwise}`;
}

/** As printed, also when it runs backwards. */
export function asPrinted(range: DateRange): string {
  return `${formatChineseDate(range.from)}至${formatChineseDate(range.to)}`;
}
