import { findDocNumbers } from "../../chinese/doc-number.ts";
import type { Quoted } from "../../model/reading.ts";
import { isIssueNumber, isNumberLine } from "./head-noise.ts";
import { headLines, type Line, type Paper } from "./paper-lines.ts";
import { quoted } from "./quote.ts";

/** The number of the paper itself: alone on a line of the head. Numbers inside sentences are cited ones. */
export function findDocNumber({ lines }: Paper, bodyFrom: number): Quoted<string> | undefined {
  const limit = Math.min(lines.length, Math.max(bodyFrom + 3, 8), headLines);
  let issue: Quoted<string> | undefined;
  for (const line of lines.slice(0, limit)) {
    if (isNumberLine(line.text)) return numberOf(line);
    if (isIssueNumber(line.text)) issue ??= quoted(line.text.replace(/^\(|\)$/gu, "").replace(/\s+/gu, ""), line);
    if (line.text.length > 90 || line.text.includes("。")) break;
  }
  return issue;
}

function numberOf(line: Line): Quoted<string> | undefined {
  const [first] = findDocNumbers(line.text);
  return first === undefined ? undefined : quoted(first.docNumber, line, first.from, first.to);
}

/** 文号 of other papers, in the order in which the text names them, at most eight. */
export function findCites({ lines }: Paper, own: Quoted<string> | undefined): readonly string[] {
  const cites = new Set<string>();
  for (const { text } of lines) {
    for (const { docNumber, code } of findDocNumbers(text)) if (code !== "" && docNumber !== own?.value) cites.add(docNumber);
    if (cites.size >= 8) break;
  }
  return [...cites].slice(0, 8);
}
