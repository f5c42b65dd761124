import { bigramsOf } from "../model/chinese-text.ts";
import type { Clause, EvidenceRequirement, Section } from "../model/criteria.ts";
import { isActivity, kindsIn, withoutKindWords } from "../model/document-kind.ts";
import type { EvidenceKind } from "../model/evidence-kind.ts";
import type { Assignments } from "../model/workspace.ts";
import { compactTerms } from "./compact-terms.ts";
import { type NumberPaths, numberPathsOf } from "./number-paths.ts";
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
  /** Keywords and topics, each once. */
  readonly words: readonly string[];
  /** The topics tell this clause from others. */
  readonly specific: boolean;
  /** Only its whole name tells it: one keyword that half the 细则 shares (会议纪要) says too little. */
  readonly weak: boolean;
  /** What of the name is no filler, and what of that is its own. */
  readonly nameCore: string;
  readonly nameSpecific: string;
}

export interface ClauseEntry {
  readonly clause: Clause;
  readonly section: Section;
  readonly title: string;
  readonly core: string;
  readonly corePairs: ReadonlySet<string>;
  readonly numbers: NumberPaths;
  /** Bigrams of everything that the 细则 says about the clause. */
  readonly vocabulary: ReadonlySet<string>;
  /** Bigrams of the names of its section and field. */
  readonly setting: ReadonlySet<string>;
  readonly owners: ReadonlySet<string>;
  readonly requirements: readonly RequirementEntry[];
}

/** @param fieldName of the section's field */
export function toEntry(clause: Clause, section: Section, fieldName: string, assignments: Assignments): ClauseEntry {
  const title = compactTerms(clause.title);
  const assigned = assignments.get(clause.id);
  const wording = [clause.title, clause.subsection ?? "", clause.requirement, clause.standard];
  const required = clause.evidence.flatMap((requirement) => [requirement.name, ...requirement.keywords]);
  return {
    clause,
    section,
    title,
    core: coreOf(title),
    corePairs: bigramsOf(coreOf(title)),
    numbers: numberPathsOf(clause, section),
    setting: new Set([section.title, fieldName].flatMap((text) => [...bigramsOf(compactTerms(text))])),
    vocabulary: new Set([...wording, ...required].flatMap((text) => [...bigramsOf(compactTerms(text))])),
    owners: new Set([...(assigned?.lead ?? []), ...(assigned?.cooperating ?? [])]),
    requirements: [...clause.evidence].sort(byId).map((requirement) => toRequirement(requirement, clause, section)),
  };
}

function toRequirement(requirement: EvidenceRequirement, clause: Clause, section: Section): RequirementEntry {
  const keywords = requirement.keywords.map(compactTerms).filter((word) => word !== "");
  const owner = clause.evidence.find((other) => other.id === requirement.with);
  const inherited = keywords.some((word) => specificOf(word) !== "") ? [] : (owner?.keywords ?? []).map(compactTerms);
  const kind = requirement.kind ?? kindsIn(requirement.name).main;
  const topics = [...keywords, ...inherited].filter((word) => isTopic(word, kind));
  const name = compactTerms(requirement.name);
  const specific = specificOf(topics.join("")).length >= 2;
  return {
    requirement,
    name,
    ...(kind === undefined ? {} : { kind }),
    kinds: new Set([
      ...(kind === undefined ? [] : [kind]),
      ...kindsIn([requirement.name, ...keywords, clause.title, section.title].join("。")).all,
    ]),
    keywords,
    topics,
    words: [...new Set([...keywords, ...topics])],
    specific,
    weak: !specific && keywords.length < 2,
    nameCore: coreOf(name),
    nameSpecific: specificOf(name),
  };
}

/** 会议纪要 says what a document is, 安委会 what it is about; 演练 does either, but not both for one requirement. */
function isTopic(word: string, kind: EvidenceKind | undefined): boolean {
  const main = kindsIn(word).main;
  return main === undefined || withoutKindWords(word) !== "" || (isActivity(main) && main !== kind);
}

export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
