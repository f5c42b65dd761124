import type { Points } from "../../model/points.ts";
import { oneLine, verbatimText } from "./clean-text.ts";
import { roleOfHeading } from "./column-roles.ts";
import type { ClauseEntry, Entry } from "./entries.ts";
import { labelOf, rankOfLabel, withoutLabel } from "./labels.ts";
import { proseChoices } from "./prose-points.ts";
import type { OutsideText } from "./read-frame.ts";
import { pointsOfHeading, pointsOfText } from "./read-points.ts";
import { scoringWords } from "./refine-columns.ts";

interface Item {
  readonly label: string;
  readonly rank: number;
  readonly own: OutsideText;
  readonly body: OutsideText[];
  readonly points?: Points;
  children: Item[];
}

/** A 细则 without a table: numbered paragraphs with points. The deepest items with points are clauses, those above them headings. */
export function readList(texts: readonly OutsideText[], vetoOrBonus = false): readonly Entry[] {
  const roots: Item[] = [];
  const stack: Item[] = [];
  const entries: Entry[] = [];
  for (const outside of texts) {
    const label = labelOf(outside.text);
    const last = stack.at(-1);
    if (label === undefined) {
      if (last === undefined || standsAlone(outside.text)) entries.push({ kind: "text", ...outside });
      else last.body.push(outside);
      continue;
    }
    const rank = rankOfLabel(label);
    const points = itemPoints(outside.text);
    const item: Item = { label, rank, own: outside, body: [], ...(points === undefined ? {} : { points }), children: [] };
    while ((stack.at(-1)?.rank ?? -1) >= rank) stack.pop();
    const parent = stack.at(-1);
    (parent === undefined ? roots : parent.children).push(item);
    stack.push(item);
  }
  return [...roots.flatMap((item) => entriesOf(item, vetoOrBonus)), ...entries];
}

/** Words about the whole, not about the item above them: notes, and what sets everything to zero. */
function standsAlone(text: string): boolean {
  return /^(?:注|备注|说明)\s*[:：]|一票否决|(?:总分|考核)[^。]{0,6}(?:零分|0分|为零)|等次/u.test(text.trim());
}

function hasPoints(item: Item): boolean {
  return item.points !== undefined || item.children.some(hasPoints) || (item.rank > 1 && proseChoices(item.own.text).length > 0);
}

function entriesOf(item: Item, always: boolean): readonly Entry[] {
  if (!hasPoints(item) && !always)
    return [item.own, ...item.body, ...item.children.flatMap(textsBelow)].map((outside): Entry => ({ kind: "text", ...outside }));
  const isHeading = item.children.some((child) => hasPoints(child) && partRole(child.own.text) === undefined);
  if (!isHeading && (item.points !== undefined || always)) return [clauseOf(item)];
  if (!isHeading) return [clauseOf(item)];
  const declared = item.points;
  const heading: Entry = {
    kind: "heading",
    rank: item.rank,
    text: withoutLabel(oneLine(item.own.text)),
    label: item.label,
    ...(declared === undefined ? {} : { declared }),
    at: item.own.at,
  };
  return [
    heading,
    ...item.body.map((outside): Entry => ({ kind: "text", ...outside })),
    ...item.children.flatMap((child) => entriesOf(child, always)),
  ];
}

function textsBelow(item: Item): readonly OutsideText[] {
  return [item.own, ...item.body, ...item.children.flatMap(textsBelow)];
}

/** Points behind an item, or behind its first sentence: 成立机构，5分。未成立的不得分。 */
function itemPoints(text: string): Points | undefined {
  const first = /^[^。]*。?/u.exec(verbatimText(text))?.[0] ?? text;
  const found = pointsOfHeading(text) ?? pointsOfHeading(first) ?? pointsOfText(first);
  return found !== undefined && found.points >= 0 && !/[扣减]\s*$/u.test(text.slice(0, text.indexOf(found.written)))
    ? found.points
    : undefined;
}

/** （2）赋分标准：… is a part of an item, not an item. */
function partRole(text: string): string | undefined {
  const name = /^([\p{Script=Han}]{2,8})\s*[:：]/u.exec(withoutLabel(text))?.[1];
  const role = name === undefined ? "unknown" : roleOfHeading(name);
  return role === "unknown" || role === "number" ? undefined : role;
}

const blank = { content: "", rule: "", evidence: "", method: "", owner: "", lead: "", with: "", scorer: "" };

function clauseOf(item: Item): ClauseEntry {
  const lines = [...item.body, ...item.children.flatMap(textsBelow)];
  const parts = lines.filter(({ text }) => partRole(text) !== undefined);
  const texts =
    parts.length >= 2 ? partTexts(item, lines) : splitScoring([item.own, ...lines].map(({ text }) => verbatimText(text)).join("\n"));
  const points = item.points ?? parts.map(({ text }) => pointsOfHeading(text)?.points).find((found) => found !== undefined);
  return {
    kind: "clause",
    levels: [],
    label: item.label,
    ...blank,
    ...texts.roles,
    ...(points === undefined ? {} : { points }),
    remarks: texts.remarks,
    at: item.own.at,
    doubts: [],
  };
}

interface Texts {
  readonly roles: Partial<Record<keyof typeof blank, string>>;
  readonly remarks: ClauseEntry["remarks"];
}

/** Four marked paragraphs: 考核项目, 赋分标准, 考核依据, 赋分办法. */
function partTexts(item: Item, lines: readonly OutsideText[]): Texts {
  const roles: Partial<Record<keyof typeof blank, string>> = { content: verbatimText(item.own.text) };
  const remarks: { heading: string; text: string }[] = [];
  let role: keyof typeof blank = "content";
  for (const { text } of lines) {
    const named = partRole(text);
    const heading = /^([\p{Script=Han}]{2,8})\s*[:：]/u.exec(withoutLabel(text))?.[1] ?? "";
    if (named !== undefined) role = named === "level" || !(named in blank) ? "content" : (named as keyof typeof blank);
    const words = verbatimText(text);
    // 赋分标准：15分。 only repeats the points.
    if (named === "rule" && /[:：]\s*\d+(?:\.\d+)?\s*分[。；]?\s*$/u.test(words) && Array.from(words).length <= 20) {
      remarks.push({ heading, text: withoutLabel(words).replace(/^[^:：]*[:：]\s*/u, "") });
      continue;
    }
    if (named === "evidence" || named === "method") remarks.push({ heading, text: withoutLabel(words).replace(/^[^:：]*[:：]\s*/u, "") });
    const own =
      named === "evidence" || named === "method" || named === "owner" || named === "scorer"
        ? withoutLabel(words).replace(/^[^:：]*[:：]\s*/u, "")
        : words;
    roles[role] = roles[role] === undefined ? own : `${roles[role] ?? ""}\n${own}`;
  }
  return { roles, remarks };
}

/** What is asked for, then what is scored: cut before the first sentence that scores. Nothing is lost: both halves are the text. */
function splitScoring(text: string): Texts {
  const sentences = text.match(/[^。\n]+[。\n]?|\n/gu) ?? [text];
  const first = sentences.findIndex((sentence, index) => index > 0 && scoringWords.test(sentence));
  if (first === -1)
    return {
      roles: scoringWords.test(text.replace(/[，,]?(?:计|得)?\s*\d+(?:\.\d+)?\s*分[。]?/u, ""))
        ? { content: text, rule: text }
        : { content: text },
      remarks: [],
    };
  return { roles: { content: sentences.slice(0, first).join("").trim(), rule: sentences.slice(first).join("").trim() }, remarks: [] };
}
