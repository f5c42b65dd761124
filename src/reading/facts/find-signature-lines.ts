import type { Paper } from "./paper-lines.ts";

/** 责任人（签字）：, 甲方（盖章）：, 负责人签名：; what follows up to the next such label or the end of the line is the signature. */
const label = /(?:签字|签名|签章|盖章|签\s?字\s?人|承诺人|责任人|法定代表人|负责人|甲方|乙方)\)?\s?(?:\([^)]{0,10}\))?\s?[:]/gu;

/** Lines meant for a signature near the end of a paper: how many bear one, how many are empty. Undefined: there are none. */
export function findSignatureLines({ lines, annexFrom }: Paper): { readonly filled: number; readonly empty: number } | undefined {
  let [filled, empty] = [0, 0];
  for (const { text } of lines.slice(Math.max(0, annexFrom - 14), annexFrom)) {
    if (text.length > 120) continue;
    const labels = [...text.matchAll(label)];
    labels.forEach((match, index) => {
      const behind = text.slice(match.index + match[0].length, labels[index + 1]?.index ?? text.length);
      if (/^[\s_]{0,40}(?:年\s{0,12}月\s{0,12}日)?[\s_]{0,40}$/u.test(behind)) empty += 1;
      else filled += 1;
    });
  }
  return filled + empty === 0 ? undefined : { filled, empty };
}
