import { formatPoints } from "../../model/points.ts";
import { oneLine } from "./clean-text.ts";
import type { DraftClause, DraftUnit, PlainValue } from "./draft.ts";
import { inline, listLines, quoted, scalar, textLines } from "./yaml-lines.ts";

/** The lines of one key of a clause, with the comments that belong to it. */
export interface Chunk {
  readonly key: string;
  readonly lines: readonly string[];
}

/** Comments that the import writes and may write anew; all others are a person's. */
export const doubtMark = "# 待核对：";
export const remarkMark = "# 原表「";

/** Indentation of the keys of a clause. */
export const clauseIndent = "        ";

/** A clause key by key, in the order in which they are written. The first is `id`, without its dash. */
export function clauseChunks(clause: DraftClause, place: string): readonly Chunk[] {
  const chunk = (key: string, lines: readonly string[]): readonly Chunk[] => (lines.length === 0 ? [] : [{ key, lines }]);
  const text = (key: string, value: string | undefined): readonly Chunk[] =>
    value === undefined ? [] : chunk(key, textLines(key, value, clauseIndent));
  const remarks = clause.remarks.map(({ heading, text: words }) => remarkLine(heading, words));
  return [
    ...chunk("id", [`${clauseIndent}id: ${plainText(clause.id)} # ${place}`]),
    ...text("subsection", clause.subsection),
    ...(clause.label === undefined ? [] : chunk("label", [`${clauseIndent}label: ${quoted(clause.label)}`])),
    ...text("title", clause.title),
    ...(clause.points === undefined ? [] : chunk("points", [`${clauseIndent}points: ${formatPoints(clause.points)}`])),
    ...text("requirement", clause.requirement),
    ...text("standard", clause.standard),
    ...chunk("remarks", remarks),
    ...chunk("units", unitLines(clause)),
    ...text("scorer", clause.scorer),
    ...text("verification", clause.verification),
    ...(clause.mayNotApply === undefined ? [] : chunk("mayNotApply", [`${clauseIndent}mayNotApply: ${String(clause.mayNotApply)}`])),
    ...chunk("evidence", listLines("evidence", clause.evidence, clauseIndent)),
    ...chunk("inputs", listLines("inputs", clause.inputs, clauseIndent)),
    ...chunk("rules", listLines("rules", clause.rules, clauseIndent)),
  ];
}

/** What stands in a column that the criteria have no key for, on one line. */
export function remarkLine(heading: string, words: string): string {
  return `${clauseIndent}${remarkMark}${oneLine(heading)}」：${words.replace(/\s*\n\s*/gu, " ⏎ ")}`;
}

function unitLines({ lead, with: cooperating }: DraftClause): readonly string[] {
  if (lead.length + cooperating.length === 0) return [];
  const sides = [
    ...(lead.length === 0 ? [] : [["lead", unitsValue(lead)] as const]),
    ...(cooperating.length === 0 ? [] : [["with", unitsValue(cooperating)] as const]),
  ];
  const flow = `${clauseIndent}units: ${inline(Object.fromEntries(sides))}`;
  if (flow.length <= 120) return [flow];
  return [`${clauseIndent}units:`, ...sides.map(([key, value]) => `${clauseIndent}  ${key}: ${inline(value)}`)];
}

function unitsValue(units: readonly DraftUnit[]): PlainValue {
  const plain = units.map((unit): PlainValue => (typeof unit === "string" ? unit : { ...unit }));
  const [only, ...more] = plain;
  return only !== undefined && more.length === 0 ? only : plain;
}

/** The chunks as an item of the list of clauses, doubts in front. */
export function clauseLines(chunks: readonly Chunk[], doubts: readonly string[]): readonly string[] {
  const dash = `${clauseIndent.slice(0, -2)}- `;
  const lines = chunks.flatMap(({ lines: own }) => own);
  const first = lines.findIndex(
    (line) => line.startsWith(clauseIndent) && /^\S/u.test(line.slice(clauseIndent.length)) && !line.trimStart().startsWith("#"),
  );
  return [
    ...doubts.map((doubt) => `${clauseIndent.slice(0, -2)}${doubtMark}${doubt}`),
    ...lines.map((line, index) => (index === first ? `${dash}${line.slice(clauseIndent.length)}` : line)),
  ];
}

/** A name or title as YAML writes it after a key. */
export function plainText(text: string): string {
  return scalar(text, false);
}
