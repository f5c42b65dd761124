import type { Paper } from "./paper-lines.ts";

/** 我市, 本街道: by what the writer calls itself; not inside quotation marks, not in 自我市场, 我市委. */
const said = /(?<![“《「自])([我本](?:省|市|区|县|镇|乡|街道|局))(?![”》」场委域长])/gu;
const kept = 6;

/** The levels at which the writer says it stands, each once, in the order of the text; undefined: none. An annex is often another's paper, sent on. */
export function findLevelWords({ lines, annexFrom }: Paper): readonly string[] | undefined {
  const found = new Set<string>();
  for (const { text } of lines.slice(0, annexFrom)) {
    if (!/[我本]/u.test(text)) continue;
    for (const [, word] of text.matchAll(said)) if (word !== undefined) found.add(word);
    if (found.size >= kept) break;
  }
  return found.size === 0 ? undefined : [...found].slice(0, kept);
}
