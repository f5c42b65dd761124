import type { Quoted } from "../../model/reading.ts";
import type { Paper } from "./paper-lines.ts";
import { quoted } from "./quote.ts";

const classified =
  /^(?:\d{6}\s{0,8})?(?:密\s{0,2}级\s{0,2}:\s{0,2})?(绝密|机密|秘密)\s{0,4}(?:[★☆*]?\s{0,4}(?:长期|\d{1,2}\s?(?:年|个月)|[一二三四五六七八九十]{1,3}年)|[★☆*])?(?:\s{0,8}(?:特急|加急|急件|平急))?$/u;
const internal =
  /^[(【[]?(内部(?:资料|材料|文件|刊物)|内部使用|仅供内部(?:使用|参阅|参考|传阅))(?:[\s,:]{0,4}(?:注意保存|注意保密|请勿外传|不得外传|严禁外传|严禁复制|妥善保管|不得公开))?[)】\]!]?$/u;

/** 密级 alone on a line at the head (GB/T 9704-2012 §7.2.2) or in the page header; 保守国家秘密 in a sentence is none. */
export function findSecrecy({ lines, margins }: Paper): Quoted<string> | undefined {
  for (const line of [...lines.slice(0, 8), ...margins.slice(0, 8)]) {
    if (line.text.length > 40) continue;
    const text = line.text.trim().replace(/([绝机秘内])\s{1,4}([密部])/u, "$1$2");
    const found = classified.exec(text)?.[1] ?? internal.exec(text)?.[1];
    if (found !== undefined) return quoted(found, line);
  }
  return undefined;
}
