import type { Criteria } from "../../../model/criteria.ts";
import type { ImportNote } from "../../../model/import-note.ts";
import type { DraftCriteria } from "../draft.ts";
import { type Chunk, doubtMark } from "../write-clause.ts";
import { doubtText, frameLines, type NoteWords } from "../write-criteria.ts";
import { inline } from "../yaml-lines.ts";
import { type CriteriaBlocks, chunksOf } from "./split-criteria.ts";

/** Fields of the new source that the file does not have yet, and which field of the file each one is. */
export interface FieldUpdate {
  readonly lines: readonly string[];
  readonly idOf: (draftField: string) => string;
}

export function updateFields(draft: DraftCriteria, old: Criteria): FieldUpdate {
  const ids = new Map<string, string>();
  const taken = new Set(old.fields.map(({ id }) => id));
  const lines: string[] = [];
  const only = old.fields.length === 1 && draft.fields.length === 1 ? old.fields[0] : undefined;
  for (const field of draft.fields) {
    const known = old.fields.find(({ name }) => name === field.name) ?? only;
    let id = known?.id ?? field.id;
    for (let number = 1; known === undefined && taken.has(id); number++) id = `F${String(number)}`;
    if (known === undefined) lines.push(`  - ${inline({ id, name: field.name })}`);
    taken.add(id);
    ids.set(field.id, id);
  }
  return { lines, idOf: (field) => ids.get(field) ?? field };
}

/** What the source does not say and the file does: its title, year, fields and units are kept, and nothing is assumed. */
export const settledByFile: ReadonlySet<ImportNote["code"]> = new Set(["title-missing", "year-missing", "field-assumed", "units-missing"]);

export interface HeadJob {
  readonly draft: DraftCriteria;
  readonly old: Criteria;
  readonly blocks: CriteriaBlocks;
  readonly words: NoteWords;
  /** Something of the clauses is new: doubts about the whole are told again. */
  readonly changed: boolean;
  readonly fields: FieldUpdate;
}

/** The keys above the sections: what the source says for certain is taken, everything a person added stays. */
export function updateHead({ draft, old, blocks, words, changed, fields }: HeadJob): readonly string[] {
  const taken = changedKeys(draft, old);
  const next = new Map(chunksOf(frameLines(draft), 0).map((chunk) => [chunk.key, chunk]));
  const general = draft.notes.filter((note) => note.clause === undefined && note.code !== "section-sum");
  const line = (note: ImportNote): string => `${doubtMark}${doubtText(note, words)}`;
  const doubts = general.map(line);
  const written = new Set(blocks.head.flatMap(({ lines }) => lines));
  const news = changed ? general.filter(({ code }) => !settledByFile.has(code)).map(line) : [];
  const fresh = news.filter((doubt) => !written.has(doubt));
  const kept = blocks.head.map((chunk): Chunk => {
    const lines = chunk.lines.filter((line) => !line.startsWith(doubtMark) || doubts.includes(line));
    const replacement = taken.has(chunk.key) ? next.get(chunk.key) : undefined;
    if (replacement !== undefined)
      return { key: chunk.key, lines: [...lines.filter((line) => line.trim() === "" || line.startsWith("#")), ...replacement.lines] };
    return chunk.key === "fields" ? { key: "fields", lines: [...lines, ...fields.lines] } : { key: chunk.key, lines };
  });
  const added = [...next].filter(([key]) => taken.has(key) && !kept.some((chunk) => chunk.key === key)).map(([, chunk]) => chunk);
  const at = kept.findIndex(({ key }) => key === "fields");
  const all = [...kept.slice(0, Math.max(at, 0)), ...added, ...kept.slice(Math.max(at, 0))];
  return [...fresh, ...all.flatMap(({ lines }) => lines)];
}

function changedKeys(draft: DraftCriteria, old: Criteria): ReadonlySet<string> {
  const unsure = new Set(draft.notes.map(({ code }) => code));
  const grades = JSON.stringify(draft.grades.map(({ name, min, included }) => [name, min, included]));
  const keys: readonly (readonly [string, boolean])[] = [
    ["title", !unsure.has("title-missing") && draft.title !== old.title],
    ["issuer", draft.issuer !== undefined && draft.issuer !== old.issuer],
    ["edition", draft.edition !== undefined && draft.edition !== old.edition],
    ["period", !unsure.has("year-missing") && (draft.period.from !== old.period.from || draft.period.to !== old.period.to)],
    ["total", draft.total !== old.total],
    ["bonus", draft.bonusCap !== undefined && draft.bonusCap !== old.bonusCap],
    [
      "grades",
      draft.grades.length > 0 && grades !== JSON.stringify(old.grades.map(({ name, min, minIncluded }) => [name, min, minIncluded])),
    ],
  ];
  return new Set(keys.flatMap(([key, holds]) => (holds ? [key] : [])));
}
