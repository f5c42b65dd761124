import { verifications } from "../../model/criteria.ts";
import type { ImportDoubt, ImportNote } from "../../model/import-note.ts";
import { addPoints, type Points, zeroPoints } from "../../model/points.ts";
import { firstWords, oneLine, verbatimText } from "./clean-text.ts";
import type { DraftClause, StandardReader, StandardReading } from "./draft.ts";
import type { ClauseEntry } from "./entries.ts";
import { withoutLabel } from "./labels.ts";
import { proposeEvidence } from "./propose-evidence.ts";
import { dearestBonus } from "./prose-points.ts";
import type { Frame } from "./read-frame.ts";
import { readMethod } from "./read-method.ts";
import { partPoints, pointsOfHeading, pointsOfText, unreadAmounts, withoutPoints } from "./read-points.ts";
import { readUnits } from "./read-units.ts";
import type { TreeClause, TreeSection } from "./tree.ts";
import { isHeadedByUnits } from "./unit-titles.ts";
import { vetoReading } from "./veto-reading.ts";

export interface ClauseJob {
  readonly clause: TreeClause;
  readonly section: TreeSection;
  readonly id: string;
  readonly frame: Frame;
  readonly readStandard: StandardReader;
}

/** One clause of the source as it will be written, and what is doubtful about it. */
export function draftClause(job: ClauseJob): { readonly clause: DraftClause; readonly notes: readonly ImportNote[] } {
  const { clause, section, id } = job;
  const { entry } = clause;
  const doubts: ImportDoubt[] = [];
  const points = section.kind === "veto" ? undefined : pointsOf(clause, section, doubts);
  const isVeto = section.kind === "veto" && entry.rule === "";
  const requirement = isVeto ? "" : verbatimText(entry.content);
  const standard = verbatimText(isVeto ? entry.content : entry.rule);
  const heading = isHeadedByUnits(section) ? clause.title : undefined;
  const title = titleOf(heading === undefined ? clause : { entry });
  const units = readUnits(heading?.text ?? entry.owner, entry.lead, entry.with);
  const method = readMethod(verbatimText(entry.method));
  const reading = readingOf(job, { points: points ?? zeroPoints, requirement, standard, title });
  const evidence = [...reading.evidence, ...proposeEvidence(materialsOf(entry), reading.evidence)];
  const verification = verifications.find((way) => way === method.verification && way !== "package");
  doubts.push(...partsDoubt(entry.content, points));
  const { places = {} } = entry;
  const located = (found: readonly ImportDoubt[], at = entry.at): readonly ImportNote[] =>
    found.map((doubt): ImportNote => ({ ...doubt, at, clause: id }));
  const fromHeading: readonly ImportDoubt[] =
    heading === undefined ? [] : [{ code: "units-from-heading", text: oneLine(heading.text), cells: 1 }];
  const label = entry.label ?? clause.title?.label;
  return {
    clause: {
      id,
      ...(clause.subsection === undefined ? {} : { subsection: clause.subsection }),
      ...(label === undefined ? {} : { label: oneLine(label) }),
      title,
      ...(points === undefined ? {} : { points }),
      ...(requirement === "" ? {} : { requirement }),
      ...(standard === "" ? {} : { standard }),
      lead: units.lead,
      with: units.with,
      ...(entry.scorer === "" ? {} : { scorer: verbatimText(entry.scorer).replace(/\s*\n\s*/gu, "、") }),
      ...(verification === undefined ? {} : { verification }),
      evidence,
      inputs: reading.inputs,
      rules: reading.rules,
      remarks: entry.remarks,
      at: entry.at,
    },
    notes: [
      ...entry.doubts.map(({ at, doubt }): ImportNote => ({ ...doubt, at, clause: id })),
      ...located(doubts),
      ...located([...reading.notes, ...textDoubts(section, requirement, standard)], places.rule),
      ...located(method.doubts, places.method),
      ...located([...fromHeading, ...units.doubts], heading?.at ?? places.owner),
    ],
  };
}

/** The materials column, or 准备资料：… behind the rules. */
function materialsOf({ evidence, rule }: ClauseEntry): string {
  const behind = /(?:准备|佐证|备查|印证)(?:资料|材料)\s*[:：]([^。]*)/u.exec(rule)?.[1] ?? "";
  return verbatimText([evidence, behind].filter((text) => text !== "").join("\n"));
}

/** The points of the row, of the heading that is its title, of a bonus text; 0 and a note when there are none. */
function pointsOf({ entry, title }: TreeClause, section: TreeSection, doubts: ImportDoubt[]): Points {
  if (entry.points !== undefined) {
    const negative = entry.doubts.some(({ doubt }) => doubt.code === "points-negative");
    if (entry.points === zeroPoints && !negative) doubts.push({ code: "points-zero" });
    return entry.points;
  }
  const heading = title?.declared ?? (title === undefined ? undefined : pointsOfHeading(title.text)?.points);
  if (heading !== undefined && heading >= zeroPoints) return heading;
  const text = `${entry.content}\n${entry.rule}`;
  const bonus = section.kind === "bonus" ? dearestBonus(text) : undefined;
  if (bonus !== undefined) {
    doubts.push({ code: "points-from-prose", text, points: bonus });
    return bonus;
  }
  const prose = pointsOfText(entry.rule);
  if (prose?.sure === true && prose.points >= zeroPoints) return prose.points;
  if (!entry.doubts.some(({ doubt }) => doubt.code === "points-unread" || doubt.code === "points-formula"))
    doubts.push({ code: "points-missing", text: entry.content === "" ? entry.rule : entry.content });
  return zeroPoints;
}

/** The heading that belongs to this clause alone, else the first words of its text. */
function titleOf({ entry, title }: TreeClause): string {
  const own = title === undefined ? "" : withoutPoints(withoutLabel(oneLine(title.text)));
  if (own !== "") return own;
  // A sentence that only deducts names the matter by its absence: 未组建扑火队的，不得分.
  const rule = entry.rule.replace(/^未(?!成年)(?=[^，。；]{3,}的?[，,])/u, "");
  const text = [entry.content, rule, entry.levels.at(-1)?.text ?? ""].find((words) => words !== "") ?? "";
  return titleFromText(text);
}

/** A title for a clause that has none of its own: the first words of its text, without number and points. */
export function titleFromText(text: string): string {
  const line =
    verbatimText(text)
      .split("\n")
      .find((candidate) => withoutLabel(candidate) !== "") ?? text;
  const bare = withoutPoints(withoutLabel(oneLine(line)));
  const title = firstWords(bare);
  return title === "" ? "（无文字）" : title;
}

interface Texts {
  readonly points: Points;
  readonly requirement: string;
  readonly standard: string;
  readonly title: string;
}

/** （4）赋分办法：签订率…: the name of the part is no part of the sentence. */
function withoutPartName(standard: string): string {
  const bare = withoutLabel(standard);
  return /^[\p{Script=Han}]{2,4}(?:办法|标准|细则)\s*[:：]/u.test(bare) ? bare.replace(/^[^:：]*[:：]\s*/u, "") : standard;
}

function readingOf({ section, frame, readStandard }: ClauseJob, { points, requirement, standard, title }: Texts): StandardReading {
  const grades = frame.grades.map(({ name }) => name);
  if (section.kind === "veto") return vetoReading([requirement, standard].filter((text) => text !== "").join("\n"), grades, section.title);
  return readStandard(withoutPartName(standard), points, {
    title,
    requirement,
    kind: section.kind,
    ...(frame.period === undefined ? {} : { period: frame.period }),
    grades,
  });
}

/** （30分）…（20分） within the text of a clause of 60. */
function partsDoubt(content: string, points: Points | undefined): readonly ImportDoubt[] {
  const parts = partPoints(content);
  const sum = addPoints(...parts);
  return points === undefined || parts.length < 2 || sum === points ? [] : [{ code: "parts-differ", parts: sum, points }];
}

function textDoubts(section: TreeSection, requirement: string, standard: string): readonly ImportDoubt[] {
  const doubts: ImportDoubt[] = [];
  if (standard === "" && section.kind !== "veto") doubts.push({ code: "standard-missing" });
  for (const text of unreadAmounts(`${requirement}\n${standard}`)) doubts.push({ code: "amount-unread", text });
  const reference =
    /[^。；\n]*(?:本细则|本办法|本表)?第\s*[\d一二三四五六七八九十]+(?:[、，]\s*[\d一二三四五六七八九十]+)*\s*[条项][^。；\n]*/u.exec(
      standard,
    )?.[0];
  if (reference !== undefined && /本细则|本办法|本表/u.test(reference)) doubts.push({ code: "cross-reference", text: reference.trim() });
  return doubts;
}
