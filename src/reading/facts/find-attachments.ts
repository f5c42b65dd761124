import type { Line, Paper } from "./paper-lines.ts";
import { shortened, withoutNumbers } from "./quote.ts";

const kept = 20;
const opening = /^附\s{0,4}件\s{0,3}(?:\d{1,2}|[一二三四五六七八九十]{1,2})?\s{0,2}[:.、]\s{0,4}/u;
const item = /^\s{0,4}(?:附件)?\(?(\d{1,2}|[一二三四五六七八九十]{1,2})\)?\s{0,2}[.、:]\s{0,4}(?!\d(?!\d{3}年))/u;
const inside = /\s{0,6}(?<!\d)(\d{1,2})\s{0,2}[.、](?!\d(?!\d{3}年))/gu;

/** 附件说明 (GB/T 9704-2012 §7.3.4): the names behind 附件：, one a line or numbered in one line. */
export function findAttachments({ lines, annexFrom }: Paper): readonly string[] {
  const found: string[] = [];
  for (let at = 1; at < annexFrom && found.length < kept; at++) {
    const text = lines[at]?.text ?? "";
    const lead = opening.exec(text)?.[0];
    if (lead === undefined || text.length > 400) continue;
    const line = lines[at];
    if (line !== undefined) found.push(...namesIn(line, lead.length));
    while (found.length < kept && isItem(lines[at + 1], annexFrom - at)) {
      at++;
      const next = lines[at];
      if (next !== undefined) found.push(...namesIn(next, 0));
    }
  }
  return [...new Set(found)].slice(0, kept);
}

function isItem(line: Line | undefined, left: number): boolean {
  return line !== undefined && left > 1 && line.text.length <= 90 && item.test(line.text) && !/[。;]$/u.test(line.text);
}

function namesIn(line: Line, from: number): readonly string[] {
  const source = line.exact ? line.raw : line.text;
  const text = source.slice(from);
  const folded = line.text.slice(from);
  const cuts = [0];
  let expected = Number(item.exec(folded)?.[1] ?? "NaN") + 1;
  for (const match of folded.matchAll(inside)) {
    if (match.index === 0 || Number(match[1]) !== expected) continue;
    cuts.push(match.index);
    expected++;
  }
  return cuts
    .map((cut, index) => nameOf(text.slice(cut, cuts[index + 1] ?? text.length), folded.slice(cut)))
    .filter((name) => name.length >= 2);
}

function nameOf(text: string, folded: string): string {
  const lead = item.exec(folded)?.[0].length ?? 0;
  return withoutNumbers(
    shortened(
      text
        .slice(lead)
        .trim()
        .replace(/[。；;,，、]$/u, "")
        .trim(),
      80,
    ),
  );
}
