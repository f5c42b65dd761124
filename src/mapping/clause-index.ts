import { bigramsOf, compactText } from "../model/chinese-text.ts";
import type { Clause, Criteria, EvidenceRequirement, Field, Section } from "../model/criteria.ts";
import { isActivity, kindsIn, withoutKindWords } from "../model/document-kind.ts";
import type { EvidenceKind } from "../model/evidence-kind.ts";
import type { Assignments } from "../model/workspace.ts";
import { type NumberPaths, numberPathsOf, numbersOf } from "./number-paths.ts";
import { coreOf, specificOf } from "./topic-words.ts";

/** 材料要求, prepared for comparison. All texts are compact. */
export interface RequirementEntry {
  readonly requirement: EvidenceRequirement;
  readonly name: string;
  readonly kind?: EvidenceKind;
  /** Every kind that the requirement, its clause or its section names. */
  readonly kinds: ReadonlySet<EvidenceKind>;
  readonly keywords: readonly string[];
  /** Keywords that tell a topic; a requirement that goes with another (签到表随纪要) shares that one's. */
  readonly topics: readonly string[];
  /** The topics tell this clause from others. */
  readonly specific: boolean;
}

export interface ClauseEntry {
  readonly clause: Clause;
  readonly section: Section;
  readonly title: string;
  readonly core: string;
  readonly titlePairs: number;
  readonly corePairs: number;
  readonly numbers: NumberPaths;
  /** Bigrams of everything that the 细则 says about the clause. */
  readonly vocabulary: ReadonlySet<string>;
  /** Bigrams of the names of its section and field. */
  readonly setting: ReadonlySet<string>;
  readonly owners: ReadonlySet<string>;
  readonly requirements: readonly RequirementEntry[];
}

export interface SectionEntry {
  readonly id: string;
  readonly title: string;
  readonly numbers: readonly number[];
}

export interface ClauseIndex {
  readonly byId: ReadonlyMap<string, ClauseEntry>;
  readonly byWrittenId: ReadonlyMap<string, ClauseEntry>;
  readonly byFullPath: ReadonlyMap<string, readonly ClauseEntry[]>;
  readonly byPartialPath: ReadonlyMap<string, readonly ClauseEntry[]>;
  readonly byOwnNumber: ReadonlyMap<number, readonly ClauseEntry[]>;
  /** 第N条, for a 细则 whose clauses count through. */
  readonly byArticle: ReadonlyMap<number, ClauseEntry>;
  /** Clauses by the bigrams of their titles, and by those of the titles without filler. */
  readonly byTitlePair: ReadonlyMap<string, readonly ClauseEntry[]>;
  readonly byCorePair: ReadonlyMap<string, readonly ClauseEntry[]>;
  /** Each requirement once per phrase, under the phrase's rarest bigram: a name that lacks the bigram cannot match. */
  readonly byAnchor: ReadonlyMap<string, readonly { readonly entry: ClauseEntry; readonly requirement: RequirementEntry }[]>;
  readonly sections: readonly SectionEntry[];
  readonly fields: readonly { readonly id: string; readonly title: string }[];
}

/** Everything is kept in the order of the ids, so that moving a clause in the YAML changes nothing. */
export function buildClauseIndex(criteria: Criteria, assignments: Assignments): ClauseIndex {
  const fieldNames = new Map(criteria.fields.map((field) => [field.id, field.name]));
  const entries = criteria.sections
    .flatMap((section) => section.clauses.map((clause) => toEntry(clause, section, fieldNames.get(section.field) ?? "", assignments)))
    .sort((a, b) => byId(a.clause, b.clause));
  return {
    byId: new Map(entries.map((entry) => [entry.clause.id, entry])),
    byWrittenId: new Map(entries.filter((entry) => isTellingId(entry.clause.id)).map((entry) => [entry.clause.id.toLowerCase(), entry])),
    byFullPath: group(entries, (entry) => entry.numbers.full),
    byPartialPath: group(entries, (entry) => entry.numbers.partial),
    byOwnNumber: group(entries, (entry) => (entry.numbers.own === undefined ? [] : [entry.numbers.own])),
    byArticle: articlesOf(entries),
    byTitlePair: group(entries, (entry) => bigramsOf(entry.title)),
    byCorePair: group(entries, (entry) => bigramsOf(entry.core)),
    byAnchor: anchorsOf(entries),
    sections: [...criteria.sections].sort(byId).map((section) => ({
      id: section.id,
      title: compactText(section.title),
      numbers: numbersOf(section.label),
    })),
    fields: criteria.fields.map((field: Field) => ({ id: field.id, title: compactText(field.name) })),
  };
}

function toEntry(clause: Clause, section: Section, fieldName: string, assignments: Assignments): ClauseEntry {
  const title = compactText(clause.title);
  const assigned = assignments.get(clause.id);
  const wording = [clause.title, clause.subsection ?? "", clause.requirement, clause.standard];
  const required = clause.evidence.flatMap((requirement) => [requirement.name, ...requirement.keywords]);
  return {
    clause,
    section,
    title,
    core: coreOf(title),
    titlePairs: bigramsOf(title).size,
    corePairs: bigramsOf(coreOf(title)).size,
    numbers: numberPathsOf(clause, section),
    setting: new Set([section.title, fieldName].flatMap((text) => [...bigramsOf(compactText(text))])),
    vocabulary: new Set([...wording, ...required].flatMap((text) => [...bigramsOf(compactText(text))])),
    owners: new Set([...(assigned?.lead ?? []), ...(assigned?.cooperating ?? [])]),
    requirements: [...clause.evidence].sort(byId).map((requirement) => toRequirement(requirement, clause, section)),
  };
}

function toRequirement(requirement: EvidenceRequirement, clause: Clause, section: Section): RequirementEntry {
  const keywords = requirement.keywords.map(compactText).filter((word) => word !== "");
  const owner = clause.evidence.find((other) => other.id === requirement.with);
  const inherited = keywords.some((word) => specificOf(word) !== "") ? [] : (owner?.keywords ?? []).map(compactText);
  const kind = requirement.kind ?? kindsIn(requirement.name).main;
  const topics = [...keywords, ...inherited].filter((word) => isTopic(word, kind));
  return {
    requirement,
    name: compactText(requirement.name),
    ...(kind === undefined ? {} : { kind }),
    kinds: new Set([
      ...(kind === undefined ? [] : [kind]),
      ...kindsIn([requirement.name, ...keywords, clause.title, section.title].join("。")).all,
    ]),
    keywords,
    topics,
    specific: specificOf(topics.join("")).length >= 2,
  };
}

/** 会议纪要 says what a document is, 安委会 what it is about; 演练 does either, but not both for one requirement. */
function isTopic(word: string, kind: EvidenceKind | undefined): boolean {
  const main = kindsIn(word).main;
  return main === undefined || withoutKindWords(word) !== "" || (isActivity(main) && main !== kind);
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

function anchorsOf(entries: readonly ClauseEntry[]): ClauseIndex["byAnchor"] {
  const pairs = entries.flatMap((entry) =>
    entry.requirements.map((requirement) => ({
      entry,
      requirement,
      phrases: [
        bigramsOf(requirement.name),
        pairsOf(requirement.topics),
        ...(requirement.topics.length > 0 ? [] : [pairsOf(requirement.keywords)]),
      ],
    })),
  );
  const frequency = new Map<string, number>();
  for (const { phrases } of pairs)
    for (const pair of phrases.flatMap((phrase) => [...phrase])) frequency.set(pair, (frequency.get(pair) ?? 0) + 1);
  const rarest = (phrase: ReadonlySet<string>) => {
    let best: string | undefined;
    for (const pair of phrase) if (best === undefined || (frequency.get(pair) ?? 0) < (frequency.get(best) ?? 0)) best = pair;
    return best === undefined ? [] : [best];
  };
  return group(pairs, ({ phrases }) => new Set(phrases.flatMap(rarest)));
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function pairsOf(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.flatMap((word) => [...bigramsOf(word)]));
}

function group<Key, Item>(items: readonly Item[], keysOf: (item: Item) => Iterable<Key>): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const known = groups.get(key);
      if (known === undefined) groups.set(key, [item]);
      else known.push(item);
    }
  }
  return groups;
}
