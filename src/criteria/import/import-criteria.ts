import { type DateRange, makeDate } from "../../model/dates.ts";
import type { ImportDoubt, ImportNote } from "../../model/import-note.ts";
import type { ImportProblem } from "../../model/import-problem.ts";
import { addPoints, type Points, zeroPoints } from "../../model/points.ts";
import type { SourceDocument } from "../../model/source-document.ts";
import { checkSums } from "./check-sums.ts";
import type { TableChoice } from "./choose-tables.ts";
import { collectParts, type Part } from "./collect-parts.ts";
import type { DraftCriteria, DraftField, DraftSection, StandardReader } from "./draft.ts";
import { draftClause } from "./draft-clause.ts";
import { fieldOfTitle } from "./field-names.ts";
import { gatherNotes } from "./gather-notes.ts";
import { orderNotes } from "./order-notes.ts";
import { importOwn } from "./own/import-own.ts";
import { type Frame, type OutsideText, readFrame } from "./read-frame.ts";
import { readGrades } from "./read-grades.ts";
import { repeatedLabels } from "./repeated-labels.ts";
import { settlePoints } from "./settle-points.ts";
import { sourceNotes } from "./source-notes.ts";
import { buildTree, sumOf, type Tree, type TreeSection } from "./tree.ts";

/** A file that a 细则 came in: its name without folder, and what its reader took out. */
export interface NamedSource {
  readonly name: string;
  readonly document: SourceDocument;
}

export interface ImportOptions {
  readonly choice: TableChoice;
  /** 考核年度 as given on the command line. */
  readonly year?: number;
  /** Written when no year is found anywhere, and noted. */
  readonly fallbackYear: number;
  readonly readStandard: StandardReader;
}

export type Imported =
  | { readonly ok: true; readonly draft: DraftCriteria }
  | { readonly ok: false; readonly file: string; readonly problem: ImportProblem };

/** Word and Excel tables → a draft of the criteria, with everything that a person should look at. Several files make one 细则. */
export function importCriteria(sources: readonly NamedSource[], options: ImportOptions): Imported {
  const own = ownDraft(sources, options);
  if (own !== undefined) return { ok: true, draft: own };
  const parts: Part[] = [];
  const outside: OutsideText[] = [];
  const notes: ImportNote[] = [];
  for (const { name, document } of sources) {
    const collected = collectParts(document, options.choice);
    if (!collected.ok) return { ok: false, file: name, problem: collected.problem };
    const file = sources.length > 1 ? { file: name } : {};
    parts.push(...collected.parts);
    outside.push(...collected.outside);
    notes.push(...collected.notes.map((note) => ({ ...note, ...file })));
  }
  const fileName = (sources[0]?.name ?? "").replace(/\.[^.]*$/u, "");
  const first = readFrame(outside, fileName, options.year);
  const title = first.title ?? fileName;
  const field = fieldOfTitle(title);
  const built = buildTree(parts, { field: field ?? "全部项目", section: field ?? "考核内容" });
  const tree = { ...built, sections: built.sections.map(settlePoints) };
  if (tree.sections.length === 0) return { ok: false, file: sources[0]?.name ?? "", problem: { code: "no-criteria-table", tables: [] } };
  const frame = readFrame([...outside, ...tree.texts], fileName, options.year);
  return {
    ok: true,
    draft: draftOf({ frame, title, tree, outside: [...outside, ...tree.texts], notes, sources, assumed: field === undefined }, options),
  };
}

/** A file that `criteria export` wrote is read by its own headings and ids. */
function ownDraft(sources: readonly NamedSource[], options: ImportOptions): DraftCriteria | undefined {
  const [only, ...more] = sources;
  if (only === undefined || more.length > 0) return undefined;
  const { year, fallbackYear, readStandard } = options;
  const fileName = only.name.replace(/\.[^.]*$/u, "");
  const draft = importOwn(only.document, { fileName, ...(year === undefined ? {} : { year }), wholeYear, fallbackYear, readStandard });
  // Revisions, hidden rows and pictures are told of however the file is read.
  return draft && { ...draft, notes: orderNotes([...sourceNotes(only.document), ...draft.notes], sources) };
}

interface Gathered {
  readonly frame: Frame;
  readonly title: string;
  readonly tree: Tree;
  readonly outside: readonly OutsideText[];
  readonly notes: readonly ImportNote[];
  readonly sources: readonly NamedSource[];
  /** No field is named anywhere. */
  readonly assumed: boolean;
}

function draftOf(gathered: Gathered, options: ImportOptions): DraftCriteria {
  const { frame, tree, title } = gathered;
  const notes: ImportNote[] = [...gathered.notes, ...tree.notes];
  const names = [...new Set(tree.sections.map(({ field }) => field))];
  const fields = names.map((name, index): DraftField => {
    const weight = tree.fields.get(name);
    return { id: `F${String(index + 1)}`, name, ...(weight === undefined ? {} : { weight }) };
  });
  const sections = draftSections(tree.sections, fields, frame, options, notes);
  const whole = (doubt: ImportDoubt): void => void notes.push({ ...doubt, at: { kind: "whole" } });
  if (frame.title === undefined) whole({ code: "title-missing", title });
  if (frame.period === undefined) whole({ code: "year-missing", year: options.fallbackYear });
  const onlyField = names[0];
  if (names.length === 1 && gathered.assumed && onlyField === "全部项目") whole({ code: "field-assumed", field: onlyField });
  for (const { text, at } of frame.rest) if (isUnused(text)) notes.push({ code: "paragraph-left", at, text });
  for (const { text, at } of frame.forAll) if (!isUnused(text)) notes.push({ code: "note-for-all", at, text });
  notes.push(...repeatedLabels(sections));
  const summed = sumOfSections(sections, fields);
  const total = checkSums({
    tree,
    sections,
    frame,
    fields,
    summed,
    computed: (section) => sumOf(section.clauses),
    note: (note) => notes.push(note),
  });
  const clauses = sections.filter(({ kind }) => kind === "standard").flatMap((section) => section.clauses);
  const orphaned = clauses.filter((clause) => clause.lead.length + clause.with.length === 0).length;
  if (orphaned > 0) whole({ code: "units-missing", clauses: orphaned, all: clauses.length });
  if (total === undefined) whole({ code: "total-computed", total: summed });
  return {
    title,
    ...(frame.issuer === undefined ? {} : { issuer: frame.issuer }),
    ...(frame.edition === undefined ? {} : { edition: frame.edition }),
    period: frame.period ?? wholeYear(options.fallbackYear),
    total: total ?? summed,
    ...(frame.bonusCap === undefined ? {} : { bonusCap: frame.bonusCap }),
    grades: frame.grades,
    fields,
    sections,
    outside: frame.rest.map(({ text }) => text),
    notes: orderNotes(gatherNotes(notes), gathered.sources),
  };
}

function draftSections(
  trees: readonly TreeSection[],
  fields: readonly DraftField[],
  frame: Frame,
  options: ImportOptions,
  notes: ImportNote[],
): readonly DraftSection[] {
  const counters = { standard: 0, bonus: 0, veto: 0 };
  const letters = { standard: "S", bonus: "B", veto: "V" } as const;
  return trees.map((section): DraftSection => {
    counters[section.kind]++;
    const id = `${letters[section.kind]}${String(counters[section.kind])}`;
    const field = fields.find(({ name }) => name === section.field)?.id ?? "F1";
    const clauses = section.clauses.map((clause, index) => {
      const drafted = draftClause({
        clause,
        section,
        id: `${id}-${String(index + 1).padStart(2, "0")}`,
        frame,
        readStandard: options.readStandard,
      });
      notes.push(...drafted.notes);
      return drafted.clause;
    });
    const [first] = clauses;
    const points = first?.points;
    if (
      /差异|分类|个性/u.test(section.title) &&
      points !== undefined &&
      clauses.length > 1 &&
      clauses.every((clause) => clause.points === points)
    ) {
      notes.push({ code: "alternatives", at: section.at, section: section.title, clauses: clauses.length, points });
    }
    if (section.kind === "bonus" && section.declared === undefined)
      notes.push({ code: "bonus-cap-missing", at: section.at, section: section.title });
    const { label, title, declared, at } = section;
    return {
      id,
      field,
      kind: section.kind,
      ...(label === undefined ? {} : { label }),
      title,
      ...(declared === undefined ? {} : { points: declared }),
      clauses,
      at,
    };
  });
}

function sumOfSections(sections: readonly DraftSection[], fields: readonly DraftField[]): Points {
  return addPoints(
    ...fields.map(({ id, weight }) => {
      const own = sections.filter((section) => section.kind === "standard" && section.field === id);
      return own.length === 0 ? zeroPoints : (weight ?? addPoints(...own.map((section) => section.points ?? sumOf(section.clauses))));
    }),
  );
}

/** Words outside the clauses that take or give points, and that nothing was made of. */
function isUnused(text: string): boolean {
  return /零分|(?<![\d.])0分|一票否决|不达标|不合格|[扣加]\s*\d|折算|[×＝]/u.test(text) && readGrades(text) === undefined;
}

function wholeYear(year: number): DateRange {
  const [from, to] = [makeDate(year, 1, 1), makeDate(year, 12, 31)];
  if (from === undefined || to === undefined) throw new Error(`no such year: ${String(year)}`);
  return { from, to };
}
