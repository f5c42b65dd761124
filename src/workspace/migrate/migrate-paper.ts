import type { Diagnostic } from "../../model/diagnostic.ts";
import type { CarriedItem, ClauseCarry, ReferenceCarry, ReferenceFate, ReferenceKind, Removal } from "../../model/migration.ts";
import type { SourceText } from "../../model/place.ts";
import { type KeyPath, pathAt, renameAt, takeOut } from "../../written/edit-at-path.ts";
import { spliced } from "../../written/splice.ts";
import { type EntryItem, type PaperEntry, paperEntries } from "./paper-entries.ts";

export interface PaperJob {
  readonly kind: ReferenceKind;
  readonly source: SourceText;
  /** By the ids that the old edition knows a clause by. */
  readonly carries: ReadonlyMap<string, ClauseCarry>;
  /** What the new edition refuses in this text. */
  readonly check: (text: string) => readonly Diagnostic[];
  readonly describe: (why: Removal) => string;
}

export interface MigratedPaper {
  readonly source: SourceText;
  readonly text: string;
  readonly references: readonly ReferenceCarry[];
  /** What the new edition refuses still. */
  readonly errors: readonly Diagnostic[];
}

interface Removed {
  readonly path: KeyPath;
  readonly written: string;
  readonly why: Removal;
}

/**
 * A paper of the old edition for the new one: ids that changed are rewritten, what the new edition has no place for becomes a
 * comment where it stood. Everything else, comments and spacing as well, stays letter by letter.
 */
export function migratePaper(job: PaperJob): MigratedPaper {
  const entries = paperEntries(job.kind, job.source).filter(({ clause }) => job.carries.has(clause));
  const removed: Removed[] = [];
  let text = job.source.text;
  const remove = (path: KeyPath, why: Removal): void => {
    const result = takeOut(text, path, job.describe(why));
    text = result.text;
    if (result.written !== undefined) removed.push({ path, written: result.written, why });
  };
  for (const [path, why] of removals(entries, job.carries)) remove(path, why);
  const renames = renamesOf(text, entries, job.carries, removed);
  text = spliced(
    text,
    renames.flatMap(({ splices }) => splices),
  );
  const errors = mend(job, () => text, remove);
  const renamed = new Set(renames.flatMap(({ entry, splices }) => (splices.length === 0 ? [] : [entry])));
  const references = entries.map((entry): ReferenceCarry => referenceOf(entry, job.carries.get(entry.clause), removed, renamed));
  return { source: job.source, text, references, errors };
}

type Carries = ReadonlyMap<string, ClauseCarry>;

function successor(entry: PaperEntry, carries: Carries): string | undefined {
  const carry = carries.get(entry.clause);
  const moved =
    entry.kind === "pin" && carry !== undefined ? entry.items.map((item) => itemsOf(carry, item).get(item.id)?.clause)[0] : undefined;
  return moved ?? carry?.to[0];
}

function itemsOf(carry: ClauseCarry, { what }: EntryItem): ReadonlyMap<string, CarriedItem> {
  return { evidence: carry.evidence, input: carry.inputs, rule: carry.rules }[what];
}

/** What has no place in the new edition. Entries of clauses that are gone stay: the new edition knows that they are. */
function removals(entries: readonly PaperEntry[], carries: Carries): readonly (readonly [KeyPath, Removal])[] {
  const found: (readonly [KeyPath, Removal])[] = [];
  const written = new Set(entries.filter(({ kind }) => kind !== "pin").map(({ clause }) => clause));
  const used = new Set<string>();
  for (const entry of entries) {
    const [carry, to] = [carries.get(entry.clause), successor(entry, carries)];
    if (carry === undefined || to === undefined) continue;
    if (entry.kind !== "pin" && to !== entry.clause && (written.has(to) || used.has(to))) {
      found.push([entry.path, { code: "entry-merged", clause: entry.clause, into: to }]);
      continue;
    }
    used.add(to);
    for (const item of entry.items) {
      const now = itemsOf(carry, item).get(item.id);
      if (now === undefined) found.push([item.path, { code: "item-gone", what: item.what, id: item.id, clause: to }]);
      else if (now.clause !== to) found.push([item.path, { code: "item-moved", what: item.what, id: item.id, to: now.clause }]);
    }
  }
  // One pin may name several clauses: its material is taken out once.
  return [...new Map(found.map((removal) => [JSON.stringify(removal[0]), removal])).values()];
}

function renamesOf(text: string, entries: readonly PaperEntry[], carries: Carries, removed: readonly Removed[]) {
  const gone = new Set(removed.map(({ path }) => JSON.stringify(path)));
  const done = new Set<string>();
  return entries.map((entry) => {
    const [carry, to] = [carries.get(entry.clause), successor(entry, carries)];
    if (carry === undefined || to === undefined || gone.has(JSON.stringify(entry.path))) return { entry, splices: [] };
    const wanted: readonly (readonly [KeyPath, "key" | "value", string, string])[] = [
      ...entry.items.flatMap((item) => {
        const now = itemsOf(carry, item).get(item.id);
        return now === undefined || gone.has(JSON.stringify(item.path)) ? [] : [[item.path, item.part, item.id, now.id] as const];
      }),
      [entry.path, entry.part, entry.clause, to],
    ];
    const splices = wanted.flatMap(([path, part, before, after]) => {
      const key = JSON.stringify(path);
      if (before === after || done.has(key)) return [];
      done.add(key);
      return renameAt(text, path, part, after);
    });
    return { entry, splices };
  });
}

/** So many refusals are turned into comments; more is no paper that fits this edition at all. */
const mostMends = 500;

/** What the new edition refuses becomes a comment, until it refuses nothing more or what it refuses cannot be taken out. */
function mend(job: PaperJob, text: () => string, remove: (path: KeyPath, why: Removal) => void): readonly Diagnostic[] {
  for (let round = 0; round < mostMends; round++) {
    const errors = job.check(text());
    const [first] = errors;
    if (first === undefined) return [];
    const path = first.place.kind === "source" ? cut(job.kind, pathAt(text(), first.place.from)) : undefined;
    const before = text();
    if (path !== undefined) remove(path, { code: "refused", problem: first });
    if (text() === before) return errors;
  }
  return job.check(text());
}

/** One fact, one judged rule, one key of an entry: never a part of one. */
function cut(kind: ReferenceKind, path: KeyPath): KeyPath | undefined {
  const deep =
    kind === "return"
      ? path[2] === "facts" || path[2] === "remedy"
        ? 4
        : 3
      : kind === "pin"
        ? 3
        : path[1] === "rules" || path[1] === "exemptions"
          ? 3
          : 2;
  return path.length < (kind === "judgement" ? 2 : 3) ? undefined : path.slice(0, deep);
}

function referenceOf(
  entry: PaperEntry,
  carry: ClauseCarry | undefined,
  removed: readonly Removed[],
  renamed: ReadonlySet<PaperEntry>,
): ReferenceCarry {
  const own = removed.filter(({ path }) => belongs(path, entry, renamed.has(entry) ? (carry?.to[0] ?? entry.clause) : entry.clause));
  const fate: ReferenceFate =
    carry === undefined || carry.outcome === "orphaned"
      ? "orphaned"
      : own.length > 0
        ? "removed"
        : renamed.has(entry)
          ? "renamed"
          : carry.outcome === "doubtful"
            ? "review"
            : "same";
  const { kind, place, clause, about } = entry;
  const review = carry?.outcome !== "kept" || own.length > 0;
  return { kind, fate, place, clause, to: carry?.to ?? [], about, review, removed: own.map(({ written, why }) => ({ written, why })) };
}

/** Removed from this entry: below its key (or, after its key was rewritten, below the new one), or at its pin. */
function belongs(path: KeyPath, entry: PaperEntry, to: string): boolean {
  const own = entry.kind === "pin" ? entry.path.slice(0, 2) : entry.path;
  const now = entry.kind === "pin" ? own : [...own.slice(0, -1), to];
  return [own, now].some((way) => way.every((key, index) => key === path[index]));
}
