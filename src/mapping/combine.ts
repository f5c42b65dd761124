import type { EvidenceFile } from "../model/evidence-file.ts";
import { confidentFrom, type LinkReason } from "../model/mapping.ts";
import type { ClauseIndex } from "./clause-index.ts";
import { plausibleFrom, type Signal, type Signals } from "./signal.ts";

/** A clause with everything that speaks for it weighed up. */
export interface Candidate {
  readonly clause: string;
  readonly confidence: number;
  readonly reasons: readonly LinkReason[];
  readonly evidence?: string;
}

export interface Verdict {
  readonly status: "matched" | "ambiguous" | "unclaimed";
  readonly candidates: readonly Candidate[];
}

/** A clause that the unit does not owe needs this much more. */
const notOwed = 12;
/** A rival this close behind makes the choice a person's. */
const margin = 10;
const listed = 6;
/** A title has a clause's words from here on. */
export const hintedFrom = 50;

/** A clause whose weight is known; its reasons are gathered only for those that are listed. */
interface Weighed {
  readonly clause: string;
  readonly confidence: number;
  readonly owed: boolean;
  readonly folder: Signal | undefined;
  readonly name: Signal | undefined;
  readonly content: Signal | undefined;
  /** The folder names one clause, the name another, and this is one of the two. */
  readonly inConflict: boolean;
  /** What the content says against it. */
  readonly against: readonly LinkReason[];
}

/** How clearly the document's title speaks for another clause: it names one, it has the words of one, or neither. */
export type Rivalry = "named" | "hinted" | "none";
export type Against = (clause: string, from: "folder" | "name", rivalry: Rivalry) => readonly LinkReason[];

/** All that speaks for clauses. */
export interface Heard {
  readonly folder: Signals;
  readonly name: Signals;
  /** What the document itself says; empty when nobody has read it. */
  readonly content: Signals;
  /** The clause that the document's own title names. */
  readonly titled?: string;
  /** A clause whose words the title has, though perhaps not its kind. */
  readonly hinted?: string;
  /** What in the document speaks against a clause. */
  readonly against: Against;
}

/**
 * One place where signals become a decision. The folder outranks the name; when the name names another clause and knows nothing
 * of the folder's, neither is believed. The document's own title speaks as a name does, and is held against both: where it names
 * another clause or another matter, nobody is believed. A wrong confident link is the worst error, an ambiguous one costs a glance.
 */
export function combine(file: EvidenceFile, heard: Heard, index: ClauseIndex): Verdict {
  const { folder, name, content } = heard;
  const decided = strongest(folder);
  const elsewhere = strongest(name);
  const ownScore = decided === undefined ? 0 : (name.get(decided)?.score ?? 0);
  const folderKnown = ownScore >= plausibleFrom && ownScore >= (elsewhere === undefined ? 0 : (name.get(elsewhere)?.score ?? 0));
  const conflict = decided !== undefined && elsewhere !== undefined && decided !== elsewhere && !folderKnown;
  const duties = file.unit === undefined ? undefined : index.duties.get(file.unit);
  const plausible: Weighed[] = [];
  const weigh = (clause: string): void => {
    const found = { folder: folder.get(clause), name: name.get(clause), content: content.get(clause) };
    const owed = duties?.has(clause) === true;
    const outranked = folderKnown && (found.folder?.score ?? 0) < plausibleFrom && clause !== heard.titled;
    // Name and title mostly say the same words: twice said is not twice true.
    const merged = mergedScore(found.folder?.score, Math.max(found.name?.score ?? 0, found.content?.score ?? 0));
    const score = outranked ? Math.min(merged, plausibleFrom - 1) : merged;
    if (!isPlausible(confidenceOf(score, owed), owed)) return;
    const inConflict = conflict && (clause === decided || clause === elsewhere);
    const against = score >= confidentFrom ? objections(clause, heard) : [];
    const doubted = inConflict || against.length > 0 || disagrees(found.folder) || disagrees(found.name);
    const confidence = confidenceOf(doubted ? Math.min(score, confidentFrom - 1) : score, owed);
    if (isPlausible(confidence, owed)) plausible.push({ clause, confidence, owed, inConflict, against, ...found });
  };
  for (const clause of new Set([...folder.keys(), ...name.keys(), ...content.keys()])) weigh(clause);
  return decide(
    plausible.sort((a, b) => b.confidence - a.confidence || (a.clause < b.clause ? -1 : 1)),
    file,
  );
}

/** Folder or name are sure of the clause, and the document says otherwise. */
function objections(clause: string, { folder, name, content, titled, hinted, against }: Heard): readonly LinkReason[] {
  const scores = [folder, name].map((signals) => signals.get(clause)?.score ?? 0);
  const [byFolder = 0, byName = 0] = scores;
  const own = content.get(clause)?.score ?? 0;
  const rival = titled === undefined || titled === clause ? 0 : (content.get(titled)?.score ?? 0);
  const outdone = rival > 0 && (own < plausibleFrom || rival >= own + margin);
  const from = byFolder >= byName ? "folder" : "name";
  const rivalry = outdone ? "named" : hinted !== undefined && hinted !== clause && own < hintedFrom ? "hinted" : "none";
  return Math.max(byFolder, byName) < plausibleFrom ? [] : against(clause, from, rivalry);
}

function decide(plausible: readonly Weighed[], file: EvidenceFile): Verdict {
  const [best, second] = plausible;
  if (best === undefined) return { status: "unclaimed", candidates: [] };
  const rivalled = second !== undefined && second.confidence >= Math.max(plausibleFrom, best.confidence - margin);
  if (best.confidence >= confidentFrom && !rivalled) return { status: "matched", candidates: [toCandidate(best, best.confidence, file)] };
  const candidates = plausible
    .slice(0, listed)
    .map((weighed) => toCandidate(weighed, Math.min(weighed.confidence, confidentFrom - 1), file));
  return { status: "ambiguous", candidates };
}

function toCandidate(
  { clause, owed, folder, name, content, inConflict, against }: Weighed,
  confidence: number,
  file: EvidenceFile,
): Candidate {
  const disagree: readonly LinkReason[] = inConflict ? [{ code: "folder-name-disagree", folder: file.folders.at(-1)?.text ?? "" }] : [];
  const duty: readonly LinkReason[] = file.unit === undefined ? [] : [{ code: owed ? "unit-owes" : "unit-does-not-owe", unit: file.unit }];
  const evidence = name?.evidence ?? folder?.evidence ?? content?.evidence;
  return {
    clause,
    confidence,
    reasons: [...(folder?.reasons ?? []), ...(name?.reasons ?? []), ...(content?.reasons ?? []), ...disagree, ...against, ...duty],
    ...(evidence === undefined ? {} : { evidence }),
  };
}

/** Two that agree say a little more than the stronger of them. */
function mergedScore(one = 0, other = 0): number {
  const both = one >= plausibleFrom && other >= plausibleFrom;
  return Math.min(99, Math.max(one, other) + (both ? 3 : 0));
}

function disagrees(signal: Signal | undefined): boolean {
  return signal?.reasons.some((reason) => reason.code === "number-title-disagree") === true;
}

function confidenceOf(score: number, owed: boolean): number {
  return Math.max(0, Math.round(owed ? score : score - notOwed));
}

function isPlausible(confidence: number, owed: boolean): boolean {
  return confidence >= (owed ? 50 : plausibleFrom);
}

function strongest(signals: Signals): string | undefined {
  let best: { readonly clause: string; readonly score: number } | undefined;
  for (const [clause, { score }] of signals) {
    if (score >= confidentFrom && (best === undefined || score > best.score || (score === best.score && clause < best.clause)))
      best = { clause, score };
  }
  return best?.clause;
}
