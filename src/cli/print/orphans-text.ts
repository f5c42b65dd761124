/** Clauses that fell away, as they stood in the file: added to those of earlier updates, never overwritten. */
export function orphansText(before: string, orphans: readonly { readonly id: string; readonly lines: readonly string[] }[]): string {
  const head = "# 新来源里没有了的条款，照原样留在这里；程序不读这个文件。要恢复的抄回细则，不要的可以删掉。\nclauses:\n";
  const items = orphans.map(({ lines }) => lines.join("\n").trimEnd());
  return `${before === "" ? head : `${before.trimEnd()}\n`}${items.join("\n")}\n`;
}
