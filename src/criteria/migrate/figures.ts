import { foldText } from "../../model/chinese-text.ts";

/** Amounts, counts, frequencies and the words that decide what an amount does. Everything else may change without changing a score. */
const telling =
  /\d+(?:\.\d+)?%?|[一二三四五六七八九十百两半]+(?=[次份人起个项天日月年周季级倍处家篇名分%])|每(?:半年|季度|季|月|年|周|日|天)|不得分|得满分|一票否决|倒扣|追加|酌情|否则|封顶|为止|加分|减半|加倍|扣|得(?=[\d一二三四五六七八九十两半])/gu;

/** The telling parts of a text, in its order; spelling (full width, spaces) aside. */
export function figuresOf(text: string): readonly string[] {
  return foldText(text).replace(/\s+/gu, "").match(telling) ?? [];
}

export interface FigureChange {
  readonly gone: readonly string[];
  readonly come: readonly string[];
}

/** What the figures of two texts differ in; undefined: they are the same, in the same order. Only moved: all of them, on both sides. */
export function figureChange(before: string, after: string): FigureChange | undefined {
  const [old, next] = [figuresOf(before), figuresOf(after)];
  if (old.join("\n") === next.join("\n")) return undefined;
  const [gone, come] = [without(old, next), without(next, old)];
  return gone.length + come.length === 0 ? { gone: old, come: next } : { gone, come };
}

/** `all` less `others`, each once. */
function without(all: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return all.filter((figure) => {
    const at = left.indexOf(figure);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}
