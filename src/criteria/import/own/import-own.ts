import type { SectionKind } from "../../../model/criteria.ts";
import type { DateRange } from "../../../model/dates.ts";
import type { ImportNote } from "../../../model/import-note.ts";
import { zeroPoints } from "../../../model/points.ts";
import type { SourceDocument } from "../../../model/source-document.ts";
import { parseCriteria } from "../../parse-criteria.ts";
import type { DraftClause, DraftCriteria, DraftField, DraftSection, StandardReader } from "../draft.ts";
import { gatherNotes } from "../gather-notes.ts";
import { type Frame, readFrame } from "../read-frame.ts";
import { writeCriteria } from "../write-criteria.ts";
import { checkOwnSums } from "./check-own-sums.ts";
import { findOwnLayout, type OwnLayout } from "./find-own-layout.ts";
import { draftOwnClause, draftUnitWords } from "./own-clause.ts";
import { readOwnFrame } from "./own-frame.ts";
import { type Identities, identify } from "./own-ids.ts";
import { strangers, wordsOutside } from "./own-outside.ts";
import { readOwnRows } from "./own-rows.ts";
import { buildOwnTree, type OwnSection, type OwnTree } from "./own-sections.ts";
import { type Annex, readAnnex } from "./read-annex.ts";
import { shareOutMaterials } from "./split-materials.ts";

export interface OwnOptions {
  /** Name of the file, without folder and ending. */
  readonly fileName: string;
  readonly year?: number;
  readonly wholeYear: (year: number) => DateRange;
  readonly fallbackYear: number;
  readonly readStandard: StandardReader;
}

/** Reads a 细则 that `criteria export` wrote and people may have edited since; undefined when it is somebody else's document. */
export function importOwn(document: SourceDocument, options: OwnOptions): DraftCriteria | undefined {
  const layout = findOwnLayout(document);
  const tables = layout?.tables.filter(({ kind }) => kind === "clauses") ?? [];
  if (layout === undefined || tables.length === 0) return undefined;
  const annex = readAnnex(layout.tables.filter(({ kind }) => kind === "annex"));
  const ids = new Set(annex.clauses.map(({ id }) => id));
  const tree = buildOwnTree(
    tables.map((table) => readOwnRows(table, ids)),
    annex,
    "全部项目",
  );
  if (tree.sections.length === 0) return undefined;
  const gathered = { layout, annex, tree, options };
  const draft = draftOf({ ...gathered, isReadable: () => true });
  // Asked clause by clause only when something does not hold: a whole 细则 is soon read.
  return parses(draft) ? draft : draftOf({ ...gathered, isReadable: holds });
}

/** Whether a clause with its reading is right as YAML: rules may name materials or grades that are no longer there. */
type IsReadable = (clause: DraftClause, kind: SectionKind, frame: Frame, options: OwnOptions) => boolean;

interface Gathered {
  readonly layout: OwnLayout;
  readonly annex: Annex;
  readonly tree: OwnTree;
  readonly options: OwnOptions;
  readonly isReadable: IsReadable;
}

function draftOf({ layout, annex, tree, options, isReadable }: Gathered): DraftCriteria {
  const { title, rest, at } = wordsOutside(layout);
  const own = readOwnFrame(layout.tables);
  const outside = [...rest, ...own.unread];
  const guessed = readFrame([...(title === undefined ? [] : [{ text: title, at }]), ...outside], options.fileName, options.year);
  const frame: Frame = {
    ...guessed,
    ...periodIn(own.period ?? guessed.period, options),
    grades: own.grades.length > 0 ? own.grades : guessed.grades,
  };
  const notes: ImportNote[] = [...own.notes, ...strangers(layout, annex, at)];
  if (title === undefined) notes.push({ code: "title-missing", at, title: options.fileName });
  if (frame.period === undefined) notes.push({ code: "year-missing", at, year: options.fallbackYear });
  for (const { text, at: place } of outside) notes.push({ code: "paragraph-left", at: place, text });
  const fields = draftFields(tree, annex);
  const sections = draftSections({ tree, annex, fields, frame, options, isReadable, notes });
  const total = checkOwnSums({ tree, sections, fields, declared: own.total, note: (note) => notes.push(note), at });
  const { issuer = guessed.issuer, edition = guessed.edition, bonusCap = guessed.bonusCap, precision, notApplicable, noEvidence } = own;
  return {
    title: title ?? options.fileName,
    ...(issuer === undefined ? {} : { issuer }),
    ...(edition === undefined ? {} : { edition }),
    period: frame.period ?? options.wholeYear(options.fallbackYear),
    total,
    ...(precision === undefined ? {} : { precision }),
    ...(notApplicable === undefined ? {} : { notApplicable }),
    ...(noEvidence === undefined ? {} : { noEvidence }),
    ...(bonusCap === undefined ? {} : { bonusCap }),
    grades: frame.grades,
    fields,
    sections,
    outside: outside.map(({ text }) => text),
    notes: gatherNotes(notes),
  };
}

function periodIn(period: DateRange | undefined, { year, wholeYear }: OwnOptions): { readonly period?: DateRange } {
  if (year !== undefined) return { period: wholeYear(year) };
  return period === undefined ? {} : { period };
}

/** Known fields keep their ids and their order; new ones get the next free id. */
function draftFields({ fields }: OwnTree, annex: Annex): readonly DraftField[] {
  const rank = (name: string): number => {
    const index = annex.fields.findIndex((field) => field.name === name);
    return index < 0 ? annex.fields.length : index;
  };
  const taken = new Set(fields.flatMap(({ record }) => record?.id ?? []));
  return fields
    .toSorted((a, b) => rank(a.name) - rank(b.name))
    .map(({ name, lead, weight, record }): DraftField => {
      let id = record?.id;
      for (let number = 1; id === undefined; number++) if (!taken.has(`F${String(number)}`)) id = `F${String(number)}`;
      taken.add(id);
      return { id, name, ...(lead === undefined ? {} : { lead }), ...(weight === undefined ? {} : { weight }) };
    });
}

interface SectionsJob {
  readonly tree: OwnTree;
  readonly annex: Annex;
  readonly fields: readonly DraftField[];
  readonly frame: Frame;
  readonly options: OwnOptions;
  readonly isReadable: IsReadable;
  readonly notes: ImportNote[];
}

function draftSections({ tree, annex, fields, frame, options, isReadable: check, notes }: SectionsJob): readonly DraftSection[] {
  const identities = identify(tree, annex);
  const vocabulary = new Map(
    annex.clauses.flatMap((clause) => [...clause.lead, ...clause.with]).map((unit) => [draftUnitWords(unit), unit]),
  );
  const found = new Set([...identities.clauses.values()].map(({ record }) => record));
  const gone = annex.clauses.filter((record) => !found.has(record));
  const [first] = gone;
  if (first !== undefined) notes.push({ code: "annex-gone", at: first.at, ids: gone.map(({ id }) => id) });
  const sections = inOldOrder(tree.sections, annex).map((section): DraftSection => {
    const clauses = section.clauses.map(({ row, subsection }) => {
      const identity = identities.clauses.get(row) ?? { id: row.cells.id };
      const isReadable = (clause: DraftClause, kind: SectionKind): boolean => check(clause, kind, frame, options);
      const where = subsection === undefined ? {} : { subsection };
      const drafted = draftOwnClause({
        row,
        ...where,
        identity,
        section,
        frame,
        readStandard: options.readStandard,
        vocabulary,
        isReadable,
      });
      notes.push(...drafted.notes);
      return drafted.clause;
    });
    return sectionDraft(section, identities, fields, clauses);
  });
  return shareOutMaterials(sections, identities.clauses.values());
}

function sectionDraft(
  section: OwnSection,
  { sections }: Identities,
  fields: readonly DraftField[],
  clauses: readonly DraftClause[],
): DraftSection {
  const { kind, label, title, points, at, field } = section;
  return {
    id: sections.get(section) ?? "S",
    field: fields.find(({ name }) => name === field)?.id ?? "F1",
    kind,
    ...(label === undefined ? {} : { label }),
    title,
    ...(points === undefined ? {} : { points }),
    clauses,
    at,
  };
}

/** The paper lists bonuses and vetoes apart; as long as nobody moved sections, they return to where they stood. */
function inOldOrder(sections: readonly OwnSection[], annex: Annex): readonly OwnSection[] {
  let last = -1;
  const ranks = new Map(
    sections.map((section) => {
      if (section.record !== undefined) last = annex.sections.indexOf(section.record);
      return [section, last];
    }),
  );
  const rank = (section: OwnSection): number => ranks.get(section) ?? 0;
  const moved = (["standard", "bonus", "veto"] as const).some((kind) => {
    const own = sections.filter((section) => section.kind === kind).map(rank);
    return own.some((place, index) => place < (own[index - 1] ?? -1));
  });
  return moved ? sections : sections.toSorted((a, b) => rank(a) - rank(b));
}

const noWords = { describe: () => "", place: () => "", sourcePlace: () => "" };

function holds(clause: DraftClause, kind: SectionKind, { grades, period }: Frame, options: OwnOptions): boolean {
  const { at } = clause;
  const draft: DraftCriteria = {
    title: "—",
    period: period ?? options.wholeYear(options.fallbackYear),
    total: clause.points ?? zeroPoints,
    grades,
    fields: [{ id: "F", name: "—" }],
    sections: [{ id: "S", field: "F", kind, title: "—", clauses: [clause], at }],
    outside: [],
    notes: [],
  };
  return parses(draft);
}

function parses(draft: DraftCriteria): boolean {
  return parseCriteria({ path: "", text: writeCriteria(draft, [], noWords) }).ok;
}
