import { bigramsOf, compactText } from "../model/chinese-text.ts";
import { hasStrayActivity, type KindsRead, kindsClash, kindsIn } from "../model/document-kind.ts";
import type { LinkReason } from "../model/mapping.ts";
import type { ClauseEntry, ClauseIndex, RequirementEntry } from "./clause-index.ts";
import { coreOf, specificOf } from "./topic-words.ts";

export interface RequirementMatch {
  readonly entry: ClauseEntry;
  readonly requirement: RequirementEntry;
  readonly score: number;
  readonly reasons: readonly LinkReason[];
}

/** Requirements that words name by their keywords or their name, without any help from the place where the file lies. */
export function requirementMatches(words: string, index: ClauseIndex): readonly RequirementMatch[] {
  const text = compactText(words);
  const kinds = kindsIn(text);
  const candidates = new Set<{ readonly entry: ClauseEntry; readonly requirement: RequirementEntry }>();
  for (const pair of bigramsOf(text)) for (const candidate of index.byAnchor.get(pair) ?? []) candidates.add(candidate);
  const matches: RequirementMatch[] = [];
  for (const { entry, requirement } of candidates) {
    const byName = nameScore(text, kinds, requirement);
    const byKeywords = keywordScore(text, kinds, requirement);
    const score = Math.max(byName, byKeywords);
    if (score === 0) continue;
    const keywords = [...new Set([...requirement.keywords, ...requirement.topics])].filter((word) => text.includes(word));
    const reason: LinkReason =
      byName >= byKeywords ? { code: "name-title", title: requirement.requirement.name } : { code: "name-keywords", keywords };
    matches.push({ entry, requirement, score, reasons: [reason, ...kindReason(kinds, requirement)] });
  }
  return matches.sort((a, b) => byId(a.entry.clause, b.entry.clause) || byId(a.requirement.requirement, b.requirement.requirement));
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The whole name of the requirement stands in the words. A name of general words must be nearly all there is. */
function nameScore(text: string, kinds: KindsRead, requirement: RequirementEntry): number {
  const { name } = requirement;
  if (name.length < 4 || !text.includes(name)) return 0;
  const rest = specificOf(text.replace(name, ""));
  const base = specificOf(name).length >= 2 ? 87 : coreOf(name).length >= 4 && rest === "" ? 84 : 70;
  return Math.min(base, kindLimit(kinds, requirement));
}

function keywordScore(text: string, kinds: KindsRead, requirement: RequirementEntry): number {
  const wanted = [...requirement.keywords, ...requirement.topics];
  if (wanted.length === 0 || !wanted.every((word) => text.includes(word)))
    return requirement.specific ? topicScore(text, kinds, requirement) : 0;
  const base = requirement.specific ? 85 : saysNothingElse(text, kinds, requirement) ? 82 : 66;
  return Math.min(base, kindLimit(kinds, requirement));
}

/** General keywords (安全生产、工作要点) prove something only when they, the kind and filler are all that the name says. */
function saysNothingElse(text: string, kinds: KindsRead, requirement: RequirementEntry): boolean {
  if (requirement.keywords.length < 2 || kinds.main === undefined || kinds.main !== requirement.kind) return false;
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

function kindReason(kinds: KindsRead, requirement: RequirementEntry): readonly LinkReason[] {
  return kinds.main !== undefined && kinds.main === requirement.kind ? [{ code: "name-kind", kind: kinds.main }] : [];
}
