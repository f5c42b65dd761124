import { figureOf, isExact } from "./spelled.ts";
import type { Sentence } from "./split-sentences.ts";

const share =
  /(?<=[扣得计记减])(?:除|减)?(?:本项|本条款?|该项|该条款?|此项)?(?:(?:的)?(?:所占|标准|规定)?(?:分值|分数|满分|总分)(?:的)?(?<a>\d+(?:\.\d+)?%|一半|二分之一|三分之一)|(?<b>\d+(?:\.\d+)?%|一半)(?:的)?(?:分值|分数|分))/gu;

/**
 * 扣本条分值的50%, 得一半分值: the same in 分, when the clause's `points` (分) are what is meant: not 每项扣该项分值的一半, and not where
 * parts of the clause have points of their own.
 */
export function withShares(sentence: Sentence, points: number, standard: string): Sentence {
  if (points <= 0 || /（\s*[\d.]+\s*分\s*）|\([\d.]+分\)/u.test(standard)) return sentence;
  let [text, at, from]: [string, number[], number] = ["", [], 0];
  for (const match of sentence.text.matchAll(share)) {
    if (/每[^，]{0,6}$|当[次期]|剩余|应得|余下/u.test(sentence.text.slice(0, match.index - 1)) && /该|此/u.test(match[0])) return sentence;
    const amount = rounded(points * factorOf(match.groups?.["a"] ?? match.groups?.["b"] ?? ""));
    if (!isExact(amount) || amount <= 0) return sentence;
    const said = `${amount}分`;
    const start = sentence.at[match.index] ?? 0;
    const end = match.index + match[0].length;
    text += sentence.text.slice(from, match.index) + said;
    at.push(
      ...sentence.at.slice(from, match.index),
      ...Array.from(said, (_, index) => (index === said.length - 1 ? (sentence.at[end - 1] ?? start) : start)),
    );
    from = end;
  }
  return from === 0 ? sentence : { ...sentence, text: text + sentence.text.slice(from), at: [...at, ...sentence.at.slice(from)] };
}

function factorOf(words: string): number {
  if (words === "三分之一") return 1 / 3;
  return words.endsWith("%") ? figureOf(words.slice(0, -1)) / 100 : 0.5;
}

function rounded(value: number): number {
  return Math.abs(value * 1000 - Math.round(value * 1000)) < 1e-6 ? Math.round(value * 1000) / 1000 : value;
}
