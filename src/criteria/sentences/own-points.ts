import { figureOf, isExact, rewritten } from "./spelled.ts";
import type { Sentence } from "./split-sentences.ts";

const share =
  /(?<=[扣得计记减])(?:除|减)?(?:本项|本条款?|该项|该条款?|此项)?(?:(?:的)?(?:所占|标准|规定)?(?:分值|分数|满分|总分)(?:的)?(\d+(?:\.\d+)?%|一半|二分之一)|(\d+(?:\.\d+)?%|一半)(?:的)?(?:分值|分数|分))/gu;

/**
 * 扣本条分值的50%, 得一半分值: the same in 分, when the clause's `points` (分) are what is meant: not 每项扣该项分值的一半, and not where
 * parts of the clause have points of their own.
 */
export function withShares(sentence: Sentence, points: number, standard: string): Sentence {
  if (points <= 0 || /[（(]\s*[\d.]+\s*分\s*[)）]/u.test(standard)) return sentence;
  const shares = [...sentence.text.matchAll(share)];
  const exact = shares.every(([whole, one, two]) => {
    const own = !/该|此/u.test(whole) || !/每/u.test(sentence.text);
    return own && isExact(amountOf(one ?? two ?? "", points)) && amountOf(one ?? two ?? "", points) > 0;
  });
  if (shares.length === 0 || !exact) return sentence;
  return { ...sentence, ...rewritten(sentence, share, ([, one = "", two = ""]) => `${amountOf(one || two, points)}分`) };
}

function amountOf(words: string, points: number): number {
  const amount = points * (words.endsWith("%") ? figureOf(words.slice(0, -1)) / 100 : 0.5);
  return isExact(amount) ? Math.round(amount * 1000) / 1000 : amount;
}
