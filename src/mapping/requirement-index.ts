import { bigramsOf } from "../model/chinese-text.ts";
import type { LinkReason } from "../model/mapping.ts";
import type { ClauseEntry, RequirementEntry } from "./clause-entry.ts";
import { group, rarest } from "./postings.ts";

/** A requirement as words find it. */
export interface RequirementItem {
  readonly entry: ClauseEntry;
  readonly requirement: RequirementEntry;
  /** Its place in the order of the ids of clause and requirement. */
  readonly order: number;
  /** The rarest bigram of its name and of its keywords: words that lack both cannot name it. */
  readonly nameAnchor: readonly string[];
  readonly keywordAnchors: readonly string[];
  readonly said: ItemReasons;
}

/** What is said where it matches, alone and with its kind: the same for every file, so made once. */
export interface ItemReasons {
  readonly byName: readonly LinkReason[];
  readonly byNameAndKind: readonly LinkReason[];
  /** All its words were found. */
  readonly byWords: readonly LinkReason[];
  readonly byWordsAndKind: readonly LinkReason[];
}
export type Postings = ReadonlyMap<string, readonly RequirementItem[]>;

export interface RequirementIndex {
  /** All of them, in the order of the ids. */
  readonly items: readonly RequirementItem[];
  readonly byAnchor: Postings;
  /** Without what only weak keywords name. */
  readonly tellingByAnchor: Postings;
  /** Weak requirements by keyword: of the clauses that a unit owes (by its name), and of each clause (by its id). */
  readonly weakByUnit: ReadonlyMap<string, Postings>;
  readonly weakByClause: ReadonlyMap<string, readonly RequirementItem[]>;
}

/** @param entries in the order of their ids */
export function indexRequirements(entries: readonly ClauseEntry[]): RequirementIndex {
  const items = itemsOf(entries);
  const weak = items.filter((item) => item.requirement.weak);
  const byUnit = group(weak, (item) => item.entry.owners);
  return {
    items,
    byAnchor: group(items, (item) => new Set([...item.nameAnchor, ...item.keywordAnchors])),
    tellingByAnchor: group(
      items,
      (item) => new Set(item.requirement.weak ? item.nameAnchor : [...item.nameAnchor, ...item.keywordAnchors]),
    ),
    weakByUnit: new Map([...byUnit].map(([unit, owed]) => [unit, group(owed, (item) => new Set(item.keywordAnchors))])),
    weakByClause: group(weak, (item) => [item.entry.clause.id]),
  };
}

function itemsOf(entries: readonly ClauseEntry[]): readonly RequirementItem[] {
  const found = entries.flatMap((entry) =>
    entry.requirements.map((requirement) => ({
      entry,
      requirement,
      name: bigramsOf(requirement.name),
      keywords: [pairsOf(requirement.topics), ...(requirement.topics.length > 0 ? [] : [pairsOf(requirement.keywords)])],
    })),
  );
  const rarestOf = rarest(found.flatMap(({ name, keywords }) => [name, ...keywords]));
  return found.map(({ entry, requirement, name, keywords }, order) => ({
    entry,
    requirement,
    order,
    nameAnchor: rarestOf(name),
    keywordAnchors: keywords.flatMap(rarestOf),
    said: reasonsOf(requirement),
  }));
}

function reasonsOf({ requirement, words, kind }: RequirementEntry): ItemReasons {
  const byName: LinkReason = { code: "name-title", title: requirement.name };
  const byWords: LinkReason = { code: "name-keywords", keywords: words };
  const byKind: readonly LinkReason[] = kind === undefined ? [] : [{ code: "name-kind", kind }];
  return { byName: [byName], byNameAndKind: [byName, ...byKind], byWords: [byWords], byWordsAndKind: [byWords, ...byKind] };
}

function pairsOf(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.flatMap((word) => [...bigramsOf(word)]));
}
