import { bigramsOf } from "../model/chinese-text.ts";
import { hasStrayActivity, type KindsRead, kindsClash, kindsIn, withoutKindWords } from "../model/document-kind.ts";
import type { EvidenceFile, NameFacts } from "../model/evidence-file.ts";
import type { LinkReason } from "../model/mapping.ts";
import type { ClauseEntry, RequirementEntry } from "./clause-entry.ts";
import { compactTerms } from "./compact-terms.ts";
import { coreOf } from "./topic-words.ts";

export interface Choice {
  readonly evidence?: string;
  readonly reasons: readonly LinkReason[];
}

/** What the folders of a file tell about its kind and topic; the same for all their files. */
export interface Around {
  /** The words of all of them. */
  readonly words: string;
  /** The kinds that the innermost below the clause's folder names. */
  readonly kinds: KindsRead | undefined;
  /** The folders below the clause's: the words, and the text to quote. */
  readonly inner: readonly { readonly words: string; readonly text: string }[];
}

/** What a file tells about its kind and topic; the same for every clause it might belong to. */
export interface Told {
  readonly text: string;
  readonly around: Around;
  readonly kinds: KindsRead;
}

/**
 * Which requirement of a clause a file proves. Told by name, keywords or kind; when two fit alike or none is told, none is claimed:
 * the file then belongs to the clause and a person says as what.
 */
export function chooseRequirement(entry: ClauseEntry, told: Told): Choice {
  const scored = entry.requirements
    .map((requirement) => ({ requirement, ...scoreOf(requirement, entry, told) }))
    .sort((a, b) => b.score - a.score || (a.requirement.requirement.id < b.requirement.requirement.id ? -1 : 1));
  const [best, second] = scored;
  if (best === undefined) return { reasons: [] };
  const clear = best.score >= 2 && best.score - (second?.score ?? 0) >= 0.5;
  if (clear) return { evidence: best.requirement.requirement.id, reasons: best.reasons };
  const single = second === undefined && told.kinds.main === undefined;
  return { reasons: single ? [{ code: "only-requirement", evidence: best.requirement.requirement.name }] : [] };
}

/** @param inner the folders below the one that names a clause */
export function readAround(folders: readonly NameFacts[], inner: readonly NameFacts[]): Around {
  return {
    words: compactTerms(folders.map((facts) => facts.words).join(" ")),
    kinds: inner.map((facts) => kindsIn(facts.words)).findLast((kinds) => kinds.main !== undefined),
    inner: inner.map((facts) => ({ words: compactTerms(facts.words), text: facts.text })),
  };
}

/** A scan without a telling name takes its kind from the folder below the clause's folder. */
export function readTold(file: EvidenceFile, around: Around): Told {
  const text = compactTerms(file.name.words);
  const own = kindsIn(text);
  return { text, around, kinds: own.main === undefined ? (around.kinds ?? own) : own };
}

function scoreOf(
  requirement: RequirementEntry,
  entry: ClauseEntry,
  told: Told,
): { readonly score: number; readonly reasons: readonly LinkReason[] } {
  const { text, kinds } = told;
  const { kind, name } = requirement;
  if (kind !== undefined && kindsClash(kinds, kind)) return { score: 0, reasons: [] };
  if (hasStrayActivity(kinds, requirement.kinds)) return { score: 0.5, reasons: [] };
  const folder = told.around.inner.find((facts) => facts.words === name);
  if (folder !== undefined && (kinds.main === undefined || kinds.main === kind)) {
    return { score: 3, reasons: [{ code: "folder-evidence", folder: folder.text, evidence: requirement.requirement.name }] };
  }
  const agrees = kind === undefined ? kinds.main === undefined : kinds.main === kind;
  const named = name.length >= 2 && text.includes(name);
  if (named && agrees)
    return { score: 3 + requirement.topics.length / 10, reasons: [{ code: "name-title", title: requirement.requirement.name }] };
  const everywhere = text + told.around.words;
  const topical = requirement.topics.every((word) => everywhere.includes(word));
  const worded = requirement.keywords.length > 0 && requirement.keywords.every((word) => everywhere.includes(word));
  if (worded && agrees) return { score: 2.5 + requirement.topics.length / 10, reasons: keywordReasons(requirement, kinds, everywhere) };
  if (!agrees || kinds.main === undefined) return { score: named ? 1 : agrees && worded ? 2.5 : 0.7, reasons: [] };
  if (topical && requirement.topics.length > 0) return { score: 2.4, reasons: keywordReasons(requirement, kinds, everywhere) };
  return { score: staysWithin(text, entry) ? 2 : 1, reasons: [{ code: "name-kind", kind: kinds.main }] };
}

/** The name adds no topic that the clause does not know: 会议纪要20240305 in the clause's folder is its 纪要. */
function staysWithin(text: string, entry: ClauseEntry): boolean {
  const topic = withoutKindWords(coreOf(text));
  const pairs = bigramsOf(topic);
  if (topic.length <= 2) return true;
  let known = 0;
  for (const pair of pairs) if (entry.vocabulary.has(pair)) known++;
  return known / pairs.size >= 0.5;
}

function keywordReasons(requirement: RequirementEntry, kinds: KindsRead, text: string): readonly LinkReason[] {
  const keywords = requirement.words.filter((word) => text.includes(word));
  const byKind: readonly LinkReason[] = kinds.main === undefined ? [] : [{ code: "name-kind", kind: kinds.main }];
  return keywords.length === 0 ? byKind : [{ code: "name-keywords", keywords }, ...byKind];
}
