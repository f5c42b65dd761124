import type { Quoted } from "../../model/reading.ts";
import { isDateLine, isFileHead, isIssueNumber, isNumberLine } from "./head-noise.ts";
import { organOf, organsOf } from "./organ.ts";
import { headLines, type Line, type Paper } from "./paper-lines.ts";
import { quoted } from "./quote.ts";

/** Who the head names: ××文件; the organ above the number of a 函; the body whose minutes these are. Joint issuers are joined by 、. */
export function findHeadIssuer({ lines }: Paper): Quoted<string> | undefined {
  const head = lines.slice(0, Math.min(headLines, 10));
  const file = head.findIndex(({ text }) => isFileHead(text));
  if (file >= 0) return fileHead(head, file);
  const letter = head.findIndex(({ text }, index) => organOf(text) !== undefined && isNumberLine(head[index + 1]?.text ?? ""));
  const line = head[letter];
  if (line !== undefined) return quoted(organOf(line.text) ?? "", line);
  return minutesHead(head);
}

function fileHead(head: readonly Line[], at: number): Quoted<string> | undefined {
  const line = head[at];
  if (line === undefined) return undefined;
  const own = line.text.trim().replace(/\s{0,8}(?:文\s{0,8}件|公\s{0,8}报)$/u, "");
  const above: string[] = [];
  let first = line;
  for (let index = at - 1; index >= 0; index--) {
    const organ = organOf(head[index]?.text ?? "");
    if (organ === undefined) break;
    above.unshift(organ);
    first = head[index] ?? first;
  }
  const organs = [...above, ...(own === "" ? [] : (organsOf(own) ?? []))];
  return organs.length === 0 ? undefined : quoted(organs.join("、"), first);
}

/** 东明区安全生产委员会会议纪要 above (第3期): the minutes of that body. */
function minutesHead(head: readonly Line[]): Quoted<string> | undefined {
  for (const [index, line] of head.entries()) {
    const match =
      /^(\p{Script=Han}{2,30}?)(?:专题|常务|全体|党组|办公|联席|工作|主任|局长|局务)?(?:会议)?(?:纪要|记要|简报|专报|快报|信息)$/u.exec(
        line.text.replace(/\s+/gu, ""),
      );
    if (match === null) continue;
    const below = head.slice(index + 1, index + 3).some(({ text }) => isNumberLine(text) || isIssueNumber(text) || isDateLine(text));
    const organ = organOf(match[1] ?? "");
    if (below && organ !== undefined) return quoted(organ, line);
  }
  return undefined;
}
