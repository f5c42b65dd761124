import { compactText } from "../../model/chinese-text.ts";
import type { ClauseEntry, Doubt } from "./entries.ts";
import { labelOf } from "./labels.ts";
import { cellsWith, columnsWith, type Layout, type RowGroup } from "./row-groups.ts";

/** A row without number and points of its own: the rest of the clause above, or the clause once more after a page break. */
export function continues(layout: Layout, group: RowGroup, previous: ClauseEntry, clause: ClauseEntry): boolean {
  const repeated =
    clause.label !== undefined &&
    clause.label === previous.label &&
    same(clause.content, previous.content) &&
    clause.points === previous.points;
  const sameChapter = clause.levels.at(-1) === previous.levels.at(-1);
  if (repeated && sameChapter && clause.content !== "") return true;
  const ownNumber = cellsWith(layout, group, "number").some((cell) => cell.row === group.from);
  const ownPoints = cellsWith(layout, group, "points").some((cell) => cell.row === group.from);
  if (ownNumber || ownPoints || clause.points !== undefined) return false;
  if (!sameChapter) return false;
  const isNewText = clause.content !== "" && !same(clause.content, previous.content);
  if (!isNewText) return true;
  return labelOf(clause.content) === undefined && columnsWith(layout, "points").length > 0 && isUnfinished(previous);
}

function same(a: string, b: string): boolean {
  return compactText(a) === compactText(b);
}

/** The text above stops in the middle of a sentence. */
function isUnfinished({ content, rule }: ClauseEntry): boolean {
  const open = (text: string): boolean => text !== "" && !/[。；;！？!?）)】”.]\s*$/u.test(text);
  return open(content) && (rule === "" || open(rule));
}

/** Both rows as one clause; the place of the second one is noted. */
export function joined(previous: ClauseEntry, clause: ClauseEntry): ClauseEntry {
  const doubt: Doubt = { at: clause.at, doubt: { code: "row-joined", text: clause.rule === "" ? clause.content : clause.rule } };
  return {
    ...previous,
    content: joinText(previous.content, clause.content),
    rule: joinText(previous.rule, clause.rule),
    evidence: joinText(previous.evidence, clause.evidence),
    method: joinText(previous.method, clause.method),
    owner: joinText(previous.owner, clause.owner),
    lead: joinText(previous.lead, clause.lead),
    with: joinText(previous.with, clause.with),
    scorer: joinText(previous.scorer, clause.scorer),
    remarks: joinRemarks(previous.remarks, clause.remarks),
    doubts: [...previous.doubts, ...clause.doubts, doubt],
  };
}

function joinRemarks(a: ClauseEntry["remarks"], b: ClauseEntry["remarks"]): ClauseEntry["remarks"] {
  const fresh = b.filter((remark) => !a.some((known) => known.heading === remark.heading && same(known.text, remark.text)));
  return [...a, ...fresh];
}

/** A sentence cut by a page break closes up; whole sentences stand below each other; what is there already is not repeated. */
function joinText(first: string, second: string): string {
  if (second === "" || same(first, second)) return first;
  if (first === "") return second;
  return /[。；;！？!?：:）)】”.]\s*$/u.test(first) || labelOf(second) !== undefined ? `${first}\n${second}` : `${first}${second}`;
}
