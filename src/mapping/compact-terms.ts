import { compactText } from "../model/chinese-text.ts";

/** Bodies and goods that papers call by their full name and 细则 by the usual short one, or the other way round. Longest first. */
const shortNames: readonly (readonly [RegExp, string])[] = [
  [/安全生产委员会/gu, "安委会"],
  [/(?:消防|防火)安全委员会/gu, "消安委"],
  [/森林(?:草原)?(?:防灭火|防火灭火|防火|扑火)指挥部/gu, "森防指"],
  [/防汛抗旱指挥部/gu, "防汛指"],
  [/(?:防灾)?减灾(?:救灾)?委员会/gu, "减灾委"],
  [/危险化学品/gu, "危化品"],
];
const foldable = /委员会|指挥部|危险化学品/u;

/** As `compactText`, with one name for what has two in use (安全生产委员会, 安委会): only for comparison, never shown. */
export function compactTerms(text: string): string {
  const compact = compactText(text);
  return foldable.test(compact) ? shortNames.reduce((left, [long, short]) => left.replace(long, short), compact) : compact;
}
