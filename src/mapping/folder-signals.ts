import { bigramsOf, foldText } from "../model/chinese-text.ts";
import { withoutKindWords } from "../model/document-kind.ts";
import type { NameFacts } from "../model/evidence-file.ts";
import type { ClauseEntry } from "./clause-entry.ts";
import type { ClauseIndex, SectionEntry } from "./clause-index.ts";
import { compactTerms } from "./compact-terms.ts";
import { type ChainStep, chainOf } from "./number-paths.ts";
import { requirementMatches } from "./requirement-matches.ts";
import { addSignal, plausibleFrom, type Signal, type Signals } from "./signal.ts";
import { titleMatches } from "./title-matches.ts";
import { coreOf, specificOf } from "./topic-words.ts";
import { readWords } from "./words.ts";

export interface FolderReading {
  readonly signals: Signals;
  /** Folders below the one that names a clause: what they say is about the file (签到表/扫描0001.pdf). */
  readonly inner: readonly NameFacts[];
}

/** What the folders, outermost first, say about the clause: numbers, titles, ids, and whether they agree. */
export function readFolders(folders: readonly NameFacts[], index: ClauseIndex): FolderReading {
  const texts = folders.map((folder) => textSignals(folder, index));
  const sections = folders.map((folder, at) => (namesClause(texts[at]) ? [] : sectionsNamed(folder, index)));
  const titles = texts.map((found, at): Signals => ((sections[at] ?? []).length > 0 ? new Map<string, Signal>() : found));
  const sectionOf = (folder: NameFacts) => {
    const [only, more] = sections[folders.indexOf(folder)] ?? [];
    return only === undefined || more !== undefined ? [] : only.numbers;
  };
  const signals: Signals = new Map();
  for (const found of titles) for (const [clause, signal] of found) addSignal(signals, clause, signal);
  const steps = chainOf(folders, sectionOf);
  addNumbers(steps, folders, titles, signals, index);
  addArticles(folders, titles, signals, index);
  addIds(folders, texts, signals, index);
  weighSections(folders, sections, signals, index);
  const deepest = Math.max(lastNaming(titles), ...steps.filter((step) => index.byFullPath.has(step.path)).map((step) => step.at));
  return { signals, inner: folders.slice(deepest + 1) };
}

function textSignals(folder: NameFacts, index: ClauseIndex): Signals {
  const signals: Signals = new Map();
  const words = readWords(compactTerms(folder.words));
  for (const { entry, score } of titleMatches(words, index)) {
    addSignal(signals, entry.clause.id, { score, reasons: [{ code: "folder-title", folder: folder.text, title: entry.clause.title }] });
  }
  for (const { item, score } of requirementMatches(words, index.requirements)) {
    if (score < plausibleFrom) continue;
    const evidence = item.requirement.requirement;
    addSignal(signals, item.entry.clause.id, {
      score,
      evidence: evidence.id,
      reasons: [{ code: "folder-evidence", folder: folder.text, evidence: evidence.name }],
    });
  }
  return signals;
}

/** The longest number path that is a clause's decides; a path that fits several clauses is a signal for each. */
function addNumbers(
  steps: readonly ChainStep[],
  folders: readonly NameFacts[],
  titles: readonly Signals[],
  signals: Signals,
  index: ClauseIndex,
): void {
  for (const step of steps) {
    const above = folders.slice(0, step.at + 1);
    const last = step === steps.at(-1);
    const agreement = (entry: ClauseEntry) =>
      Math.max(0, ...titles.slice(0, step.at + 1).map((found) => found.get(entry.clause.id)?.score ?? 0));
    const full = step.chained ? (index.byFullPath.get(step.path) ?? []) : [];
    const agreed = full.filter((entry) => agreement(entry) >= plausibleFrom);
    // Two chapters may both begin with 一、: where the words settle it, the other clause of that number is out.
    for (const entry of agreed.length > 0 ? agreed : full) {
      const score = numberScore(entry, step, above, last, agreement(entry));
      addNumbered(entry, step, score, agreed.length > 0 ? undefined : titles[step.at], folders, signals);
    }
    if (full.length === 0 && step === steps.at(-1)) addWeakNumbers(step, folders, agreement, signals, index);
  }
}

/** The number's clause, unless the same folder's words (`rival`) name another one. */
function addNumbered(
  entry: ClauseEntry,
  step: ChainStep,
  score: number,
  rival: Signals | undefined,
  folders: readonly NameFacts[],
  signals: Signals,
): void {
  const disagree = opposing(rival, entry, signals, step);
  const reason = { code: "folder-number", folder: folders[step.at]?.text ?? "", label: step.path } as const;
  addSignal(signals, entry.clause.id, {
    score: disagree ? Math.min(score, 75) : score,
    reasons: disagree ? [reason, disagreement(step, entry)] : [reason],
  });
}

/** A number is believed on its own only where every folder above is understood: 党建/01/03 numbers another matter. */
function numberScore(entry: ClauseEntry, step: ChainStep, above: readonly NameFacts[], last: boolean, agreement: number): number {
  if (agreement >= 78) return 97;
  if (agreement >= plausibleFrom) return 93;
  const topics = above.map((folder) => withoutKindWords(coreOf(compactTerms(folder.words))));
  const own = topics.at(-1) ?? "";
  if (topics.some((topic) => topic !== "" && coverage(topic, entry) < 0.5)) return 70;
  if (step.mayBeDay) return specificOf(own).length >= 2 ? 85 : 75;
  if (own !== "") return 88;
  return last ? 84 : 75;
}

/** The same folder's words name another clause: the number may be an old edition's. Neither is believed then. */
function opposing(found: Signals | undefined, entry: ClauseEntry, signals: Signals, step: ChainStep): boolean {
  let opposed = false;
  for (const [clause, signal] of found ?? []) {
    if (clause === entry.clause.id || signal.score < plausibleFrom) continue;
    opposed = true;
    const known = signals.get(clause) ?? signal;
    const reasons = known.reasons.some((reason) => reason.code === "number-title-disagree")
      ? known.reasons
      : [...known.reasons, disagreement(step, entry)];
    signals.set(clause, { ...known, score: Math.min(known.score, 75), reasons });
  }
  return opposed;
}

function disagreement(step: ChainStep, entry: ClauseEntry) {
  return { code: "number-title-disagree", label: step.path, title: entry.clause.title } as const;
}

/** A single number is a place in somebody's list unless the words agree. */
function addWeakNumbers(
  step: ChainStep,
  folders: readonly NameFacts[],
  agreement: (entry: ClauseEntry) => number,
  signals: Signals,
  index: ClauseIndex,
): void {
  const entries = step.chained ? (index.byPartialPath.get(step.path) ?? []) : (index.byOwnNumber.get(Number(step.path)) ?? []);
  for (const entry of entries) {
    const agreed = agreement(entry);
    const score = agreed >= 72 ? Math.max(agreed, 88) : agreed >= plausibleFrom ? 82 : step.chained ? 65 : 55;
    addSignal(signals, entry.clause.id, {
      score,
      reasons: [{ code: "folder-number", folder: folders[step.at]?.text ?? "", label: step.path }],
    });
  }
}

function addArticles(folders: readonly NameFacts[], titles: readonly Signals[], signals: Signals, index: ClauseIndex): void {
  for (const [at, folder] of folders.entries()) {
    const number = folder.label?.article === true ? folder.label.numbers[0] : undefined;
    const entry = number === undefined ? undefined : index.byArticle.get(number);
    if (entry === undefined) continue;
    const step = { path: `第${number ?? ""}条`, at, chained: true, mayBeDay: false, label: folder.label?.text ?? "" };
    const agreement = titles[at]?.get(entry.clause.id)?.score ?? 0;
    const score = numberScore(entry, step, folders.slice(0, at + 1), true, agreement);
    addNumbered(entry, step, score, agreement < plausibleFrom ? titles[at] : undefined, folders, signals);
  }
}

function addIds(folders: readonly NameFacts[], texts: readonly Signals[], signals: Signals, index: ClauseIndex): void {
  for (const [at, folder] of folders.entries()) {
    const own = texts[at] ?? new Map<string, Signal>();
    for (const entry of idsIn(folder.text, index)) {
      const step = { path: entry.clause.id, at, chained: true, mayBeDay: false, label: entry.clause.id };
      const agreed = (own.get(entry.clause.id)?.score ?? 0) >= plausibleFrom;
      addNumbered(entry, step, 96, agreed ? undefined : own, folders, signals);
    }
  }
}

/** Clause ids written in a name: S1-03定期研究部署. */
export function idsIn(text: string, index: ClauseIndex): readonly ClauseEntry[] {
  const folded = foldText(text);
  if (!/[A-Za-z]/u.test(folded)) return [];
  const tokens = folded.match(/[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)*/gu) ?? [];
  return tokens.flatMap((token) => index.byWrittenId.get(token.toLowerCase()) ?? []);
}

/** A folder that bears a section's (or a field's) name vouches for its clauses and speaks against all others. */
function weighSections(
  folders: readonly NameFacts[],
  sections: readonly (readonly SectionEntry[])[],
  signals: Signals,
  index: ClauseIndex,
): void {
  for (const [at, folder] of folders.entries()) {
    const named = new Set(sections[at]?.map((section) => section.id));
    const fields = new Set(fieldsNamed(folder, index));
    if (named.size === 0 && fields.size === 0) continue;
    for (const [clause, signal] of signals) {
      const section = index.byId.get(clause)?.section;
      if (section === undefined) continue;
      const fits = named.size > 0 ? named.has(section.id) : fields.has(section.field);
      const reason = { code: "folder-section", folder: folder.text, section: section.title } as const;
      signals.set(
        clause,
        fits
          ? { ...signal, score: Math.min(99, signal.score + 3), reasons: [...signal.reasons, reason] }
          : { ...signal, score: signal.score - 15 },
      );
    }
  }
}

function sectionsNamed(folder: NameFacts, index: ClauseIndex): readonly SectionEntry[] {
  const text = compactTerms(folder.words);
  const core = coreOf(text);
  const exact = index.sections.filter((section) => section.title === text || (core !== "" && coreOf(section.title) === core));
  if (exact.length > 0) return exact;
  return index.sections.filter(
    (section) => (section.title.length >= 4 && text.includes(section.title)) || (core.length >= 4 && section.title.includes(core)),
  );
}

function fieldsNamed(folder: NameFacts, index: ClauseIndex): readonly string[] {
  const core = coreOf(compactTerms(folder.words)).replace(/(?:领域|方面|部分|类|篇)$/u, "");
  return index.fields.filter((field) => field.title === core).map((field) => field.id);
}

function namesClause(found: Signals | undefined): boolean {
  return [...(found ?? [])].some(([, signal]) => signal.score >= 78);
}

function lastNaming(titles: readonly Signals[]): number {
  return titles.findLastIndex((found) =>
    [...found.values()].some((signal) => signal.score >= plausibleFrom && signal.evidence === undefined),
  );
}

function coverage(text: string, entry: ClauseEntry): number {
  const pairs = bigramsOf(text);
  if (pairs.size === 0) return 0;
  let known = 0;
  for (const pair of pairs) if (entry.vocabulary.has(pair) || entry.setting.has(pair)) known++;
  return known / pairs.size;
}
