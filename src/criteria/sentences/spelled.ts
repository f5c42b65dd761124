import { readNumber } from "../../model/chinese-text.ts";

/** A text brought to one spelling; `at[i]` is the offset in the original of its i-th sign. */
export interface Spelled {
  readonly text: string;
  readonly at: readonly number[];
}

const signs: Readonly<Record<string, string>> = {
  ",": "，",
  ";": "；",
  ":": "：",
  "(": "（",
  ")": "）",
  "﹙": "（",
  "﹚": "）",
  "[": "（",
  "]": "）",
  "【": "（",
  "】": "）",
  "%": "%",
  "％": "%",
  "﹪": "%",
  "｡": "。",
  "！": "。",
  "－": "—",
  "-": "—",
  "–": "—",
  "―": "—",
  "~": "—",
  "～": "—",
  "〜": "—",
  "−": "—",
  "○": "〇",
};

/** Half-width figures, Chinese punctuation, one dash; spaces are dropped, line breaks kept. */
export function spell(original: string): Spelled {
  const at: number[] = [];
  let text = "";
  for (let index = 0; index < original.length; index++) {
    const sign = fold(original, index);
    if (sign === "" || (sign === "—" && text.endsWith("—"))) continue;
    text += sign;
    at.push(index);
  }
  return { text, at };
}

function fold(original: string, index: number): string {
  const sign = original[index] ?? "";
  if (/[０-９Ａ-Ｚａ-ｚ]/u.test(sign)) return String.fromCharCode(sign.charCodeAt(0) - 0xfee0);
  if (/[.．·]/u.test(sign)) return /[0-9０-９]/u.test(original[index - 1] ?? "") ? "." : sign === "." ? "。" : sign;
  if (sign === "\n") return sign;
  if (/[\s\u200b\ufeff]/u.test(sign)) return "";
  return signs[sign] ?? sign;
}

export function part(spelled: Spelled, from: number, to: number): Spelled {
  return { text: spelled.text.slice(from, to), at: spelled.at.slice(from, to) };
}

/** The text with every match written otherwise; what is new lies where the old words lay. */
export function rewritten(spelled: Spelled, pattern: RegExp, write: (groups: readonly string[]) => string): Spelled {
  const at: number[] = [];
  let [text, from] = ["", 0];
  for (const match of spelled.text.matchAll(pattern)) {
    const end = match.index + match[0].length;
    const said = write([...match].map((group: string | undefined) => group ?? ""));
    const [first, last] = [spelled.at[match.index] ?? 0, spelled.at[end - 1] ?? 0];
    text += spelled.text.slice(from, match.index) + said;
    at.push(...spelled.at.slice(from, match.index), ...Array.from(said, (_, index) => (index === said.length - 1 ? last : first)));
    from = end;
  }
  return from === 0 ? spelled : { text: text + spelled.text.slice(from), at: [...at, ...spelled.at.slice(from)] };
}

/** A figure: 0.5, 两, 十二, 零点五, 半. */
export const figure = "(?:\\d+(?:\\.\\d+)?|[零〇一二两三四五六七八九十百]+(?:点[零一二三四五六七八九]+)?|半(?=分))";

export function figureOf(text: string): number {
  if (text === "半") return 0.5;
  if (/^\d/u.test(text)) return Number(text);
  const [whole = "", fraction] = text.replaceAll("两", "二").split("点");
  const value = /^[零〇]$/u.test(whole) ? 0 : (readNumber(whole) ?? Number.NaN);
  if (fraction === undefined) return value;
  return Number(`${value}.${Array.from(fraction, (sign) => "零一二三四五六七八九".indexOf(sign)).join("")}`);
}

/** Points and figures have three decimals at most. */
export function isExact(value: number): boolean {
  return Number.isFinite(value) && Math.abs(value * 1000 - Math.round(value * 1000)) < 1e-6;
}
