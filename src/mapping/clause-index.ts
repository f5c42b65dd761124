import { bigramsOf } from "../model/chinese-text.ts";
import type { Criteria, Field } from "../model/criteria.ts";
import type { Assignments } from "../model/workspace.ts";
import { byId, type ClauseEntry, toEntry } from "./clause-entry.ts";
import { compactTerms } from "./compact-terms.ts";
import { numbersOf } from "./number-paths.ts";
import { group, rarest } from "./postings.ts";
import { indexRequirements, type RequirementIndex } from "./requirement-index.ts";

export interface SectionEntry {
  readonly id: string;
  readonly title: string;
  readonly numbers: readonly number[];
}

export interface ClauseIndex {
  readonly entries: readonly ClauseEntry[];
  readonly byId: ReadonlyMap<string, ClauseEntry>;
  readonly byWrittenId: ReadonlyMap<string, ClauseEntry>;
  readonly byFullPath: ReadonlyMap<string, readonly ClauseEntry[]>;
  readonly byPartialPath: ReadonlyMap<string, readonly ClauseEntry[]>;
  readonly byOwnNumber: ReadonlyMap<number, readonly ClauseEntry[]>;
  /** 第N条, for a 细则 whose clauses count through. */
  readonly byArticle: ReadonlyMap<number, ClauseEntry>;
  /** Each clause under its title's rarest bigram: a name that lacks the bigram does not hold the title. */
  readonly byTitleAnchor: ReadonlyMap<string, readonly ClauseEntry[]>;
  /** Places in `entries` by the bigrams of the titles without filler. */
  readonly byCorePair: ReadonlyMap<string, readonly number[]>;
  /** The ids of the clauses that a unit answers for, by its name. */
  readonly duties: ReadonlyMap<string, ReadonlySet<string>>;
  readonly requirements: RequirementIndex;
  readonly sections: readonly SectionEntry[];
  readonly fields: readonly { readonly id: string; readonly title: string }[];
}

/** Everything is kept in the order of the ids, so that moving a clause in the YAML changes nothing. */
export function buildClauseIndex(criteria: Criteria, assignments: Assignments): ClauseIndex {
  const fieldNames = new Map(criteria.fields.map((field) => [field.id, field.name]));
  const entries = criteria.sections
    .flatMap((section) => section.clauses.map((clause) => toEntry(clause, section, fieldNames.get(section.field) ?? "", assignments)))
    .sort((a, b) => byId(a.clause, b.clause));
  const rarestOf = rarest(entries.map((entry) => bigramsOf(entry.title)));
  return {
    entries,
    byId: new Map(entries.map((entry) => [entry.clause.id, entry])),
    byWrittenId: writtenIds(entries),
    byFullPath: group(entries, (entry) => entry.numbers.full),
    byPartialPath: group(entries, (entry) => entry.numbers.partial),
    byOwnNumber: group(entries, (entry) => (entry.numbers.own === undefined ? [] : [entry.numbers.own])),
    byArticle: articlesOf(entries),
    byTitleAnchor: group(entries, (entry) => rarestOf(bigramsOf(entry.title))),
    byCorePair: group([...entries.keys()], (at) => entries[at]?.corePairs ?? []),
    duties: new Map(
      [...group(entries, (entry) => entry.owners)].map(([unit, owed]) => [unit, new Set(owed.map(({ clause }) => clause.id))]),
    ),
    requirements: indexRequirements(entries),
    sections: [...criteria.sections].sort(byId).map((section) => ({
      id: section.id,
      title: compactTerms(section.title),
      numbers: numbersOf(section.label),
    })),
    fields: criteria.fields.map((field: Field) => ({ id: field.id, title: compactTerms(field.name) })),
  };
}

/** Folders named in an earlier edition still say the id of a clause that was merged into another. */
function writtenIds(entries: readonly ClauseEntry[]): ReadonlyMap<string, ClauseEntry> {
  const named = entries.flatMap((entry) => [entry.clause.id, ...(entry.clause.formerIds ?? [])].map((id) => [id, entry] as const));
  return new Map(named.filter(([id]) => isTellingId(id)).map(([id, entry]) => [id.toLowerCase(), entry]));
}

/** S1-03 can be found in a name; 3 or A1 could be anything. */
function isTellingId(id: string): boolean {
  return id.length >= 3 && /[A-Za-z]/u.test(id) && /\d/u.test(id);
}

function articlesOf(entries: readonly ClauseEntry[]): ReadonlyMap<number, ClauseEntry> {
  const numbered = entries.flatMap((entry) => (entry.numbers.own === undefined ? [] : [[entry.numbers.own, entry] as const]));
  const articles = new Map(numbered);
  return articles.size === numbered.length ? articles : new Map();
}
