import { hasStrayActivity, type KindsRead, kindsClash } from "../model/document-kind.ts";
import type { LinkReason } from "../model/mapping.ts";
import type { RequirementEntry } from "./clause-entry.ts";
import { saysMore } from "./leftover.ts";
import type { Postings, RequirementIndex, RequirementItem } from "./requirement-index.ts";
import { specificOf } from "./topic-words.ts";
import type { Words } from "./words.ts";

export interface RequirementMatch {
  readonly item: RequirementItem;
  readonly score: number;
  readonly reasons: readonly LinkReason[];
}

/** The clauses for which a weak match may still matter: those that the unit owes, and those that something else speaks for. */
export interface Concern {
  readonly unit: string | undefined;
  readonly clauses: ReadonlySet<string>;
}

/**
 * Requirements that words name by their keywords or their name, without any help from the place where the file lies.
 * With a `concern`, weak matches of other clauses are left out: alone they would come to nothing.
 */
export function requirementMatches(words: Words, index: RequirementIndex, concern?: Concern): readonly RequirementMatch[] {
  if (concern === undefined) return matchesOf(itemsIn(words, index.byAnchor), words);
  const telling = itemsIn(words, index.tellingByAnchor);
  const matches = matchesOf(telling, words);
  const weak = matchesOf(weakItems(words, index, concern, matches), words).filter((match) => !telling.has(match.item));
  return weak.length === 0 ? matches : [...matches, ...weak].sort(byOrder);
}

function matchesOf(items: ReadonlySet<RequirementItem>, words: Words): readonly RequirementMatch[] {
  const matches: RequirementMatch[] = [];
  for (const item of items) {
    const match = matchOf(item, words);
    if (match !== undefined) matches.push(match);
  }
  return matches.sort(byOrder);
}

function itemsIn({ pairs }: Words, postings: Postings): ReadonlySet<RequirementItem> {
  const items = new Set<RequirementItem>();
  for (const pair of pairs) for (const item of postings.get(pair) ?? []) items.add(item);
  return items;
}

/** Of the clauses that the unit owes, of those that something else speaks for, and of those that the words name for another requirement. */
function weakItems(
  words: Words,
  index: RequirementIndex,
  { unit, clauses }: Concern,
  matches: readonly RequirementMatch[],
): ReadonlySet<RequirementItem> {
  const items = new Set<RequirementItem>();
  const add = (clause: string): void => {
    for (const item of index.weakByClause.get(clause) ?? []) if (item.keywordAnchors.some((pair) => words.pairs.has(pair))) items.add(item);
  };
  for (const clause of clauses) add(clause);
  for (const match of matches) add(match.item.entry.clause.id);
  const owed = unit === undefined ? undefined : index.weakByUnit.get(unit);
  if (owed !== undefined) for (const item of itemsIn(words, owed)) items.add(item);
  return items;
}

function matchOf(item: RequirementItem, { text, kinds }: Words): RequirementMatch | undefined {
  const { requirement } = item;
  const byName = nameScore(text, kinds, requirement);
  const worded = keywordScore(text, kinds, requirement);
  // Where the whole name decides anyway, nobody need know what else the words say.
  const byKeywords = worded > narrowerMost && worded > byName && saysMore(text, item.entry) ? narrowerMost : worded;
  const score = Math.max(byName, byKeywords);
  if (score === 0) return undefined;
  return { item, score, reasons: byName >= byKeywords ? nameReasons(item, kinds) : wordReasons(item, text, kinds) };
}

function nameReasons({ said, requirement }: RequirementItem, kinds: KindsRead): readonly LinkReason[] {
  return isOfKind(kinds, requirement) ? said.byNameAndKind : said.byName;
}

function wordReasons({ said, requirement }: RequirementItem, text: string, kinds: KindsRead): readonly LinkReason[] {
  const ofKind = isOfKind(kinds, requirement);
  if (requirement.words.every((word) => text.includes(word))) return ofKind ? said.byWordsAndKind : said.byWords;
  const reason: LinkReason = { code: "name-keywords", keywords: requirement.words.filter((word) => text.includes(word)) };
  return ofKind ? [reason, ...said.byNameAndKind.slice(1)] : [reason];
}

function byOrder(a: RequirementMatch, b: RequirementMatch): number {
  return a.item.order - b.item.order;
}

/** The whole name of the requirement stands in the words. A name of general words must be nearly all there is. */
function nameScore(text: string, kinds: KindsRead, requirement: RequirementEntry): number {
  const { name, nameCore, nameSpecific } = requirement;
  if (name.length < 4 || !text.includes(name)) return 0;
  const base = nameSpecific.length >= 2 ? 87 : nameCore.length >= 4 && specificOf(text.replace(name, "")) === "" ? 84 : 70;
  return Math.min(base, kindLimit(kinds, requirement));
}

/** Its keywords, and a matter of its own beside them: it may be about something near. */
const narrowerMost = 78;

/** What a weak requirement's keywords bring at most: without the unit's duty or another word for the clause, too little to list. */
const weakMost = 66;

function keywordScore(text: string, kinds: KindsRead, requirement: RequirementEntry): number {
  const { words, specific } = requirement;
  if (words.length === 0 || !words.every((word) => text.includes(word))) return specific ? topicScore(text, kinds, requirement) : 0;
  const base = specific ? 85 : saysNothingElse(text, kinds, requirement) ? 82 : weakMost;
  return Math.min(base, kindLimit(kinds, requirement));
}

/** General keywords (安全生产、工作要点) prove something only when they, the kind and filler are all that the name says. */
function saysNothingElse(text: string, kinds: KindsRead, requirement: RequirementEntry): boolean {
  if (requirement.weak || kinds.main === undefined || kinds.main !== requirement.kind) return false;
  const rest = requirement.keywords.reduce((left, word) => left.replace(word, ""), text);
  return specificOf(rest) === "";
}

/** All topics are named and the kind is right, though worded otherwise (记要 for 会议纪要). */
function topicScore(text: string, kinds: KindsRead, requirement: RequirementEntry): number {
  if (!requirement.topics.every((word) => text.includes(word))) return 0;
  return kinds.main !== undefined && kinds.main === requirement.kind && !hasStrayActivity(kinds, requirement.kinds)
    ? 83
    : Math.min(66, kindLimit(kinds, requirement));
}

/** What the kind lets through: another kind, or none told, never counts without asking. */
function kindLimit(kinds: KindsRead, requirement: RequirementEntry): number {
  if (hasStrayActivity(kinds, requirement.kinds)) return 72;
  if (requirement.kind === undefined || kinds.main === requirement.kind) return 100;
  if (kinds.main === undefined) return 72;
  if (kindsClash(kinds, requirement.kind)) return 55;
  return kinds.all.has(requirement.kind) ? 74 : 70;
}

function isOfKind(kinds: KindsRead, requirement: RequirementEntry): boolean {
  return kinds.main !== undefined && kinds.main === requirement.kind;
}
