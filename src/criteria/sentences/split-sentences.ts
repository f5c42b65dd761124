import { bearsOnOthers, isPlain } from "./plain-words.ts";
import { namesSource, saysUsual } from "./remarks.ts";
import { part, type Spelled } from "./spelled.ts";

/** One sentence without ordinals; brackets that matter have become parts between commas, the others are gone. */
export interface Sentence extends Spelled {
  /** Offsets in the original, ordinals left out. */
  readonly start: number;
  readonly end: number;
}

const ordinal =
  /[①-⑳⑴-⒇]、?|（(?:[一二三四五六七八九十]{1,3}|\d{1,2})）、?|(?<![\d.])\d{1,2}[.、．。](?!\d)|\d{1,2}）|[一二三四五六七八九十]{1,3}、/uy;
/** Before an ordinal stands nothing, a separator or a finished amount. */
const beforeOrdinal = /(?:^|[。；，：\n]|分|为止|不得分)$/u;

/** Splits at 。；line breaks and ordinals, never inside brackets. */
export function splitSentences(spelled: Spelled): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let [from, depth] = [0, 0];
  const close = (to: number): void => {
    if (/[^，。；：、\n]/u.test(spelled.text.slice(from, to))) sentences.push(sentenceOf(part(spelled, from, to)));
  };
  for (let index = 0; index < spelled.text.length; index++) {
    const length = depth === 0 ? ordinalAt(spelled.text, index, from) : 0;
    if (length > 0) {
      close(index);
      from = index + length;
      index = from - 1;
      continue;
    }
    const sign = spelled.text[index] ?? "";
    if (sign === "（" && spelled.text.indexOf("）", index) > 0) depth = 1;
    if (sign === "）") depth = 0;
    if (depth === 0 && (/[。；]/u.test(sign) || (sign === "\n" && endsLine(spelled.text, from, index)))) {
      close(index);
      from = index + 1;
    }
  }
  close(spelled.text.length);
  return sentences;
}

function ordinalAt(text: string, index: number, from: number): number {
  const circled = /[①-⑳⑴-⒇]/u.test(text[index] ?? "");
  if (!circled && !beforeOrdinal.test(text.slice(Math.max(0, from, index - 3), index))) return 0;
  ordinal.lastIndex = index;
  return ordinal.exec(text)?.[0].length ?? 0;
}

/** A line that ends in the middle of a sentence has only been wrapped. */
function endsLine(text: string, from: number, index: number): boolean {
  return /(?:分|为止|一票否决|[，：])$/u.test(text.slice(from, index)) || !/[得扣分]/u.test(text.slice(from, index));
}

function sentenceOf(whole: Spelled): Sentence {
  let [text, at]: [string, number[]] = ["", []];
  const push = (sign: string, offset: number): void => {
    text += sign;
    at.push(offset);
  };
  for (let index = 0; index < whole.text.length; index++) {
    const sign = whole.text[index] ?? "";
    const offset = whole.at[index] ?? 0;
    if (sign === "\n") continue;
    const close = sign === "（" ? whole.text.indexOf("）", index) : -1;
    const inner = close < 0 ? "" : whole.text.slice(index + 1, close);
    if (close < 0 || isBound(inner)) push(sign, offset);
    else if (namesSource(inner) || saysUsual(inner) || isScope(inner)) index = close;
    else if (matters(inner) || !isAside(inner, text)) push("，", offset);
    else index = close;
    if (close >= 0 && isBound(inner)) {
      for (index++; index <= close; index++) push(whole.text[index] ?? "", whole.at[index] ?? 0);
      index--;
    }
  }
  // Closing brackets of parts that matter separate them as commas do.
  let open = 0;
  text = Array.from(text, (sign) => {
    if (sign === "（") open++;
    if (sign !== "）") return sign;
    if (open === 0) return "，";
    open--;
    return sign;
  }).join("");
  const trimmed = trimStart({ text, at });
  at = [...trimmed.at];
  return { text: trimmed.text, at, start: whole.at[0] ?? 0, end: (whole.at.at(-1) ?? 0) + 1 };
}

function trimStart(spelled: Spelled): Spelled {
  const skip = /^[，：、]*/u.exec(spelled.text)?.[0].length ?? 0;
  return part(spelled, skip, spelled.text.length);
}

/** （含）, （不含80%）, （含本数）: belongs to the figure before it. */
function isBound(inner: string): boolean {
  return /^(?:不?(?:含|包括|包含)(?:本数|[\d.]+(?:[%‰分次起人家个件项处天日名]|万元)?)?)$/u.test(inner);
}

/** （街道）, （2）: words in brackets that can be left out without changing anything. */
function isAside(inner: string, before: string): boolean {
  if (/^\d{1,2}$|^[一二三四五六七八九十]{1,3}$/u.test(inner)) return !before.endsWith("第");
  return isPlain(inner) && !bearsOnOthers(inner);
}

/** （含承包商人员）: who is meant. */
function isScope(inner: string): boolean {
  return /^(?:不?含|不?包括|不?包含)[\p{Script=Han}、]{3,20}$/u.test(inner) && !/本数|以[上下]/u.test(inner) && isPlain(inner);
}

/** Brackets that speak of points or parts of steps. */
function matters(inner: string): boolean {
  return /分|扣|得|每|最多|最高|不足|为准|含/u.test(inner) && !/^(?:部|分)门|^分管/u.test(inner);
}
