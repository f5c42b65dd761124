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

/** A clause whose weight is known; its reasons are gathered only for those that are listed. */
interface Weighed {
  readonly clause: string;
  readonly confidence: number;
  readonly owed: boolean;
  readonly folder: Signal | undefined;
  readonly name: Signal | undefined;
  /** The folder names one clause, the name another, and this is one of the two. */
  readonly inConflict: boolean;
}

/**
 * One place where signals become a decision. The folder outranks the name; when the name names another clause and knows nothing
 * of the folder's, neither is believed. A wrong confident link is the worst error, an ambiguous one costs a glance.
 */
export function combine(file: EvidenceFile, folder: Signals, name: Signals, index: ClauseIndex): Verdict {
  const decided = strongest(folder);
  const elsewhere = strongest(name);
  const ownScore = decided === undefined ? 0 : (name.get(decided)?.score ?? 0);
  const folderKnown = ownScore >= plausibleFrom && ownScore >= (elsewhere === undefined ? 0 : (name.get(elsewhere)?.score ?? 0));
  const conflict = decided !== undefined && elsewhere !== undefined && decided !== elsewhere && !folderKnown;
  const plausible: Weighed[] = [];
  const weigh = (clause: string): void => {
    const found = { folder: folder.get(clause), name: name.get(clause) };
    const owed = isOwed(clause, file, index);
    const outranked = folderKnown && (found.folder?.score ?? 0) < plausibleFrom;
    const merged = mergedScore(found.folder, found.name);
    const score = outranked ? Math.min(merged, plausibleFrom - 1) : merged;
    if (!isPlausible(confidenceOf(score, owed), owed)) return;
    const inConflict = conflict && (clause === decided || clause === elsewhere);
    const doubted = inConflict || disagrees(found.folder) || disagrees(found.name);
    const confidence = confidenceOf(doubted ? Math.min(score, confidentFrom - 1) : score, owed);
    if (isPlausible(confidence, owed)) plausible.push({ clause, confidence, owed, inConflict, ...found });
  };
  for (const clause of folder.keys()) weigh(clause);
  for (const clause of name.keys()) if (!folder.has(clause)) weigh(clause);
  return decide(
    plausible.sort((a, b) => b.confidence - a.confidence || (a.clause < b.clause ? -1 : 1)),
    file,
  );
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

function toCandidate({ clause, owed, folder, name, inConflict }: Weighed, confidence: number, file: EvidenceFile): Candidate {
  const disagree: readonly LinkReason[] = inConflict ? [{ code: "folder-name-disagree", folder: file.folders.at(-1)?.text ?? "" }] : [];
  const duty: readonly LinkReason[] = file.unit === undefined ? [] : [{ code: owed ? "unit-owes" : "unit-does-not-owe", unit: file.unit }];
  const evidence = name?.evidence ?? folder?.evidence;
  return {
    clause,
    confidence,
    reasons: [...(folder?.reasons ?? []), ...(name?.reasons ?? []), ...disagree, ...duty],
    ...(evidence === undefined ? {} : { evidence }),
  };
}

/** Folder and name together say a little more than the stronger of them. */
function mergedScore(folder: Signal | undefined, name: Signal | undefined): number {
  if (folder === undefined || name === undefined) return (folder ?? name)?.score ?? 0;
  const both = folder.score >= plausibleFrom && name.score >= plausibleFrom;
  return Math.min(99, Math.max(folder.score, name.score) + (both ? 3 : 0));
}

function disagrees(signal: Signal | undefined): boolean {
  return signal?.reasons.some((reason) => reason.code === "number-title-disagree") === true;
}

function isOwed(clause: string, { unit }: EvidenceFile, index: ClauseIndex): boolean {
  return unit !== undefined && index.byId.get(clause)?.owners.has(unit) === true;
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
