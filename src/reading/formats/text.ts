import { collectBlocks, toResult } from "../collect-blocks.ts";
import { decodeHead } from "../decode-head.ts";
import type { ReaderInput, ReadResult } from "../reader.ts";

/** Plain text in UTF-8, GB18030 or UTF-16: a block per line. */
export function readText({ bytes, limits }: ReaderInput): ReadResult {
  const { text, cut } = decodeHead(bytes, limits);
  const collector = collectBlocks(limits);
  const lineEnd = /\r\n?|\n|$/g;
  let line = 0;
  for (let at = 0; at < text.length && !collector.full(); at = lineEnd.lastIndex) {
    lineEnd.lastIndex = at;
    const end = lineEnd.exec(text)?.index ?? text.length;
    line += 1;
    collector.add({ text: text.slice(at, end), at: { kind: "line", line }, role: "body" });
  }
  if (cut) collector.markCut();
  return toResult({ format: "text" }, collector);
}
