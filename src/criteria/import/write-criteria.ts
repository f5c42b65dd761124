import type { ImportNote } from "../../model/import-note.ts";
import { formatPoints } from "../../model/points.ts";
import { oneLine } from "./clean-text.ts";
import type { DraftCriteria, DraftSection } from "./draft.ts";
import { clauseChunks, clauseLines, doubtMark, plainText } from "./write-clause.ts";
import { inline, quoted } from "./yaml-lines.ts";

/** How notes and places read; the sentences are not this room's. */
export interface NoteWords {
  readonly describe: (note: ImportNote) => string;
  readonly place: (note: ImportNote) => string;
  readonly sourcePlace: (at: ImportNote["at"]) => string;
}

/** The criteria as YAML that people go on editing: comments with the place in the source, doubts in front of what they are about. */
export function writeCriteria(draft: DraftCriteria, sources: readonly string[], words: NoteWords): string {
  const general = draft.notes.filter((note) => note.clause === undefined && note.code !== "section-sum");
  const lines = [
    ...headLines(draft, sources, general, words),
    ...frameLines(draft),
    "sections:",
    ...draft.sections.flatMap((section, index) => [...(index === 0 ? [] : [""]), ...sectionLines(section, draft.notes, words)]),
  ];
  return `${lines.join("\n")}\n`;
}

function headLines(draft: DraftCriteria, sources: readonly string[], general: readonly ImportNote[], words: NoteWords): readonly string[] {
  return [
    `# 由${sources.map((name) => `“${oneLine(name)}”`).join("、")}导入。`,
    "# requirement、standard 是原文，一字未改；evidence、inputs、rules 是程序读出来的建议，请对照原文核对；units 是责任单位。",
    ...(draft.notes.length === 0 ? [] : [`# 有 ${String(draft.notes.length)} 处拿不准，用“待核对”标在条款上面；核对过的可以删掉那一行。`]),
    ...general.map((note) => `${doubtMark}${doubtText(note, words)}`),
    ...(draft.outside.length === 0
      ? []
      : ["# 原文表外的文字：", ...draft.outside.map((text) => `#   ${text.replace(/\s*\n\s*/gu, " ⏎ ")}`)]),
    "# yaml-language-server: $schema=schema/criteria.schema.json",
  ];
}

export function doubtText(note: ImportNote, words: NoteWords): string {
  // What is about the whole stands at the top of the file, and needs no place when there is only one source.
  const isTop = note.at.kind === "whole" && note.file === undefined;
  return isTop ? words.describe(note) : `${words.describe(note)}（${words.place(note)}）`;
}

/** The keys before `sections`, each on its line. */
export function frameLines(draft: DraftCriteria): readonly string[] {
  const { title, issuer, edition, period, total, precision, notApplicable, noEvidence, bonusCap, grades, fields } = draft;
  return [
    `title: ${plainText(title)}`,
    ...(issuer === undefined ? [] : [`issuer: ${plainText(issuer)}`]),
    ...(edition === undefined ? [] : [`edition: ${plainText(edition)}`]),
    `period: { from: ${period.from}, to: ${period.to} }`,
    `total: ${formatPoints(total)}`,
    ...(precision === undefined ? [] : [`precision: ${formatPoints(precision)}`]),
    ...(notApplicable === undefined ? [] : [`notApplicable: ${notApplicable}`]),
    ...(noEvidence === undefined ? [] : [`noEvidence: ${noEvidence}`]),
    ...(bonusCap === undefined ? [] : [`bonus: { cap: ${formatPoints(bonusCap)} }`]),
    ...(grades.length === 0
      ? []
      : [
          `grades: [${grades.map(({ name, min, included }) => inline({ name, [included ? "min" : "above"]: Number(formatPoints(min)) })).join(", ")}]`,
        ]),
    "fields:",
    ...fields.map(
      ({ id, name, lead, weight }) =>
        `  - ${inline({ id, name, lead, weight: weight === undefined ? undefined : Number(formatPoints(weight)) })}`,
    ),
  ];
}

/** The keys of a section above its clauses. */
export function sectionHead(section: DraftSection, doubts: readonly string[], sourcePlace: string): readonly string[] {
  const { id, field, kind, label, title, points } = section;
  return [
    ...doubts.map((doubt) => `  ${doubtMark}${doubt}`),
    `  - id: ${plainText(id)} # ${sourcePlace}`,
    `    field: ${plainText(field)}`,
    ...(kind === "standard" ? [] : [`    kind: ${kind}`]),
    ...(label === undefined ? [] : [`    label: ${quoted(label)}`]),
    `    title: ${plainText(title)}`,
    ...(points === undefined || kind === "veto" ? [] : [`    points: ${formatPoints(points)}`]),
    "    clauses:",
  ];
}

export function sectionDoubts(section: DraftSection, notes: readonly ImportNote[]): readonly ImportNote[] {
  return notes.filter((note) => note.code === "section-sum" && note.section === section.title && note.at === section.at);
}

function sectionLines(section: DraftSection, notes: readonly ImportNote[], words: NoteWords): readonly string[] {
  const own = sectionDoubts(section, notes).map((note) => doubtText(note, words));
  return [
    ...sectionHead(section, own, words.sourcePlace(section.at)),
    ...section.clauses.flatMap((clause) => {
      const doubts = notes.filter((note) => note.clause === clause.id).map((note) => doubtText(note, words));
      return clauseLines(clauseChunks(clause, words.sourcePlace(clause.at)), doubts);
    }),
  ];
}
