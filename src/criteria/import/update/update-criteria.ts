import type { Criteria, Section } from "../../../model/criteria.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { ImportNote } from "../../../model/import-note.ts";
import type { Outcome } from "../../../model/outcome.ts";
import { pathPlace, type SourceText } from "../../../model/place.ts";
import { parseCriteria } from "../../parse-criteria.ts";
import type { DraftClause, DraftCriteria, DraftSection, StandardReader } from "../draft.ts";
import { clauseChunks, doubtMark } from "../write-clause.ts";
import { doubtText, type NoteWords, sectionDoubts, writeCriteria } from "../write-criteria.ts";
import { shifted } from "./merge-chunks.ts";
import { type Pairs, pairEditions } from "./pair-editions.ts";
import { type ClauseBlock, type CriteriaBlocks, splitCriteria } from "./split-criteria.ts";
import { updateClause } from "./update-clause.ts";
import { settledByFile, updateFields, updateHead } from "./update-frame.ts";
import { matchSections, sectionLines } from "./update-section.ts";

export interface UpdateJob {
  readonly old: SourceText;
  readonly draft: DraftCriteria;
  readonly sources: readonly string[];
  readonly words: NoteWords;
  readonly readStandard: StandardReader;
}

export interface Updated {
  readonly text: string;
  /** The draft with the notes of the merger. */
  readonly draft: DraftCriteria;
  /** Ids whose text, points or number is new. */
  readonly updated: readonly string[];
  readonly unchanged: readonly string[];
  readonly added: readonly string[];
  /** Ids whose partner in the new source is doubtful. */
  readonly doubtful: readonly string[];
  /** Clauses that the new source no longer has, as lines of the file. */
  readonly orphans: readonly { readonly id: string; readonly lines: readonly string[] }[];
}

/** Carries a file that people worked on over to a new source: their reading stays, the text is new, what fell away is handed back. */
export function updateCriteria(job: UpdateJob): Outcome<Updated> {
  const old = parseCriteria(job.old);
  if (!old.ok) return old;
  const blocks = splitCriteria(job.old.text);
  if (blocks === undefined) return { ok: false, errors: [cannotMerge(job.old)], warnings: [] };
  const fresh = parseCriteria({ path: job.old.path, text: writeCriteria(job.draft, job.sources, job.words) });
  if (!fresh.ok) return fresh;
  const pairs = pairEditions(old.value, fresh.value);
  return { ok: true, value: merge(job, old.value, blocks, pairs), warnings: [] };
}

function cannotMerge({ path }: SourceText): Diagnostic {
  return { severity: "error", place: pathPlace(path), code: "cannot-merge" };
}

function merge(job: UpdateJob, old: Criteria, blocks: CriteriaBlocks, pairs: Pairs): Updated {
  const homes = matchSections(job.draft, old, pairs);
  const sectionIds = newSectionIds(job.draft, old, homes);
  const ids = newIds(job.draft, old, pairs, sectionIds);
  const state: State = { job, old, blocks, pairs, ids, notes: [], updated: [], unchanged: [], added: [] };
  const fields = updateFields(job.draft, old);
  const bodies = job.draft.sections.map((section) => section.clauses.map((clause) => clauseText(state, section, clause)));
  const changed = state.updated.length + state.added.length + pairs.orphans.length > 0;
  const head = updateHead({ draft: job.draft, old, blocks, words: job.words, changed, fields });
  const sections = job.draft.sections.flatMap((section, index) => {
    const doubts = sectionDoubts(section, job.draft.notes).map((note) => doubtText(note, job.words));
    return sectionLines({
      section,
      id: sectionIds.get(section) ?? section.id,
      home: homes.get(section),
      blocks,
      old,
      doubts,
      isFirst: index === 0,
      place: job.words.sourcePlace(section.at),
      field: fields.idOf(section.field),
      body: bodies[index]?.flat() ?? [],
    });
  });
  const all = blocks.sections.flatMap(({ clauses }) => clauses);
  return {
    text: `${[...head, "sections:", ...sections, ...blocks.tail].join("\n")}\n`,
    draft: renamed(job.draft, state),
    updated: state.updated,
    unchanged: state.unchanged,
    added: state.added,
    doubtful: [...pairs.doubtful].map((id) => pairs.oldOf.get(id) ?? id),
    orphans: all.filter(({ id }) => pairs.orphans.includes(id)).map((block) => ({ id: block.id, lines: blockLines(block, 4) })),
  };
}

interface State {
  readonly job: UpdateJob;
  readonly old: Criteria;
  readonly blocks: CriteriaBlocks;
  readonly pairs: Pairs;
  /** Id in the draft → id in the file. */
  readonly ids: ReadonlyMap<string, string>;
  readonly notes: ImportNote[];
  readonly updated: string[];
  readonly unchanged: string[];
  readonly added: string[];
}

/** Ids of the new sections: of the file where there is one, else the next number that no section has. */
function newSectionIds(draft: DraftCriteria, old: Criteria, homes: ReadonlyMap<DraftSection, Section>): ReadonlyMap<DraftSection, string> {
  const taken = new Set(old.sections.map(({ id }) => id));
  return new Map(
    draft.sections.map((section) => {
      const home = homes.get(section);
      let id = home?.id ?? section.id;
      for (let number = 1; home === undefined && taken.has(id); number++) id = `${section.id.replace(/\d+$/u, "")}${String(number)}`;
      taken.add(id);
      return [section, id] as const;
    }),
  );
}

/** A new clause takes its number in its section, or the next one that is free; the numbers of clauses that fell away are not used again. */
function newIds(
  draft: DraftCriteria,
  old: Criteria,
  { oldOf }: Pairs,
  sections: ReadonlyMap<DraftSection, string>,
): ReadonlyMap<string, string> {
  const taken = new Set([
    ...old.sections.flatMap(({ clauses }) => clauses.flatMap(({ id, formerIds = [] }) => [id, ...formerIds])),
    ...(old.retired ?? []).map(({ id }) => id),
  ]);
  const ids = new Map<string, string>();
  for (const section of draft.sections) {
    const stem = sections.get(section) ?? section.id;
    for (const [index, clause] of section.clauses.entries()) {
      const known = oldOf.get(clause.id);
      let id = known ?? `${stem}-${String(index + 1).padStart(2, "0")}`;
      for (let number = 1; known === undefined && taken.has(id); number++) id = `${stem}-${String(number).padStart(2, "0")}`;
      taken.add(id);
      ids.set(clause.id, id);
    }
  }
  return ids;
}

function clauseText(state: State, section: DraftSection, draft: DraftClause): readonly string[] {
  const { job, old, blocks, pairs } = state;
  const id = state.ids.get(draft.id) ?? draft.id;
  const place = job.words.sourcePlace(draft.at);
  const known = pairs.oldOf.get(draft.id);
  const clause = old.sections.flatMap(({ clauses }) => clauses).find((candidate) => candidate.id === known);
  const block = blocks.sections.flatMap(({ clauses }) => clauses).find((candidate) => candidate.id === known);
  const fresh = job.draft.notes.filter((note) => note.clause === draft.id).map((note) => doubtText(note, job.words));
  if (clause === undefined || block === undefined) {
    state.added.push(id);
    return blockLines(
      { id, lead: fresh.map((doubt) => `      ${doubtMark}${doubt}`), chunks: clauseChunks({ ...draft, id }, place), indent: 8 },
      8,
    );
  }
  const update = updateClause({
    block,
    old: clause,
    draft,
    place,
    kind: section.kind,
    grades: old.grades.map(({ name }) => name),
    readStandard: job.readStandard,
  });
  (update.changed.length > 0 ? state.updated : state.unchanged).push(id);
  const own = notesOf(update, draft, id);
  state.notes.push(...own);
  const doubts =
    update.changed.length > 0
      ? [...fresh, ...own.filter(({ code }) => code === "kept-reading").map((note) => doubtText(note, job.words))]
      : [];
  const lead = [...update.block.lead, ...doubts.map((doubt) => `${" ".repeat(Math.max(0, block.indent - 2))}${doubtMark}${doubt}`)];
  return blockLines({ ...update.block, lead }, 8);
}

function notesOf(update: ReturnType<typeof updateClause>, draft: DraftClause, id: string): readonly ImportNote[] {
  return [
    ...(update.keptReading.length === 0 ? [] : [{ code: "kept-reading", parts: update.keptReading, at: draft.at, clause: id } as const]),
    ...(update.keptUnits === undefined ? [] : [{ code: "kept-units", source: update.keptUnits, at: draft.at, clause: id } as const]),
  ];
}

/** A block as an item of a list, its keys at column `indent`. */
function blockLines(block: ClauseBlock, indent: number): readonly string[] {
  const move = indent - block.indent;
  const lines = block.chunks.flatMap((chunk) => shifted(chunk, 8 + move).lines);
  const first = lines.findIndex((line) => line.trim() !== "" && !line.trim().startsWith("#"));
  const lead = block.lead.map((line) => (line.trim() === "" ? line : `${" ".repeat(indent - 2)}${line.trim()}`));
  return [...lead, ...lines.map((line, index) => (index === first ? `${" ".repeat(indent - 2)}- ${line.slice(indent)}` : line))];
}

/** Notes of clauses that did not change were looked at before; those of new and changed ones, and of the merger, are told. */
function renamed(draft: DraftCriteria, state: State): DraftCriteria {
  const quiet = new Set(state.unchanged);
  const notes = draft.notes
    .map((note): ImportNote => (note.clause === undefined ? note : { ...note, clause: state.ids.get(note.clause) ?? note.clause }))
    .filter((note) => (note.clause === undefined ? !settledByFile.has(note.code) : !quiet.has(note.clause)));
  return { ...draft, notes: [...notes, ...state.notes] };
}
