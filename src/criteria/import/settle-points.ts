import { addPoints, type Points, subtractPoints, zeroPoints } from "../../model/points.ts";
import { proseChoices } from "./prose-points.ts";
import type { TreeClause, TreeSection } from "./tree.ts";

/**
 * One clause of a chapter names amounts only in its sentences (得3分；……得5分): whether they add up or exclude one another, the
 * chapter's own points tell. Nothing is taken when they do not.
 */
export function settlePoints(section: TreeSection): TreeSection {
  const open = section.clauses.filter((clause) => knownPoints(clause) === undefined);
  const [only, ...more] = open;
  if (section.declared === undefined || only === undefined || more.length > 0) return section;
  const rest = subtractPoints(section.declared, addPoints(...section.clauses.map((clause) => knownPoints(clause) ?? zeroPoints)));
  const { entry } = only;
  const text = [entry.content, entry.rule].filter((part) => part !== "").join("\n");
  if (!proseChoices(text).includes(rest)) return section;
  const doubt = { at: entry.at, doubt: { code: "points-from-prose", text, points: rest } } as const;
  const settled: TreeClause = { ...only, entry: { ...entry, points: rest, doubts: [...entry.doubts, doubt] } };
  return { ...section, clauses: section.clauses.map((clause) => (clause === only ? settled : clause)) };
}

function knownPoints({ entry, title }: TreeClause): Points | undefined {
  return entry.points ?? title?.declared;
}
