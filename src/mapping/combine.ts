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
  const candidates: Candidate[] = [];
  for (const clause of new Set([...folder.keys(), ...name.keys()])) {
    const merged = merge(folder.get(clause), name.get(clause));
    const outranked = folderKnown && (folder.get(clause)?.score ?? 0) < plausibleFrom;
    const inConflict = conflict && (clause === decided || clause === elsewhere);
    const doubted = inConflict || merged.reasons.some((reason) => reason.code === "number-title-disagree");
    const score = outranked ? Math.min(merged.score, plausibleFrom - 1) : merged.score;
    const disagree: readonly LinkReason[] = inConflict ? [{ code: "folder-name-disagree", folder: file.folders.at(-1)?.text ?? "" }] : [];
    const candidate = weighUnit(clause, doubted ? Math.min(score, confidentFrom - 1) : score, file, index);
    if (candidate.confidence < (candidate.owed ? 50 : plausibleFrom)) continue;
    candidates.push({
      clause,
      confidence: candidate.confidence,
      reasons: [...merged.reasons, ...disagree, ...candidate.reasons],
      ...(merged.evidence === undefined ? {} : { evidence: merged.evidence }),
    });
  }
  return decide(candidates.sort((a, b) => b.confidence - a.confidence || (a.clause < b.clause ? -1 : 1)));
}

function decide(candidates: readonly Candidate[]): Verdict {
  const [best, second] = candidates;
  if (best === undefined) return { status: "unclaimed", candidates: [] };
  const rivalled = second !== undefined && second.confidence >= Math.max(plausibleFrom, best.confidence - margin);
  if (best.confidence >= confidentFrom && !rivalled) return { status: "matched", candidates: [best] };
  const capped = candidates
    .slice(0, listed)
    .map((candidate) => ({ ...candidate, confidence: Math.min(candidate.confidence, confidentFrom - 1) }));
  return { status: "ambiguous", candidates: capped };
}

function merge(folder: Signal | undefined, name: Signal | undefined): Signal {
  if (folder === undefined || name === undefined) return folder ?? name ?? { score: 0, reasons: [] };
  const both = folder.score >= plausibleFrom && name.score >= plausibleFrom;
  const evidence = name.evidence ?? folder.evidence;
  return {
    score: Math.min(99, Math.max(folder.score, name.score) + (both ? 3 : 0)),
    reasons: [...folder.reasons, ...name.reasons],
    ...(evidence === undefined ? {} : { evidence }),
  };
}

function weighUnit(clause: string, score: number, file: EvidenceFile, index: ClauseIndex) {
  const unit = file.unit;
  const owed = unit !== undefined && index.byId.get(clause)?.owners.has(unit) === true;
  const reasons: readonly LinkReason[] = unit === undefined ? [] : [{ code: owed ? "unit-owes" : "unit-does-not-owe", unit }];
  return { owed, confidence: Math.max(0, Math.round(owed ? score : score - notOwed)), reasons };
}

function strongest(signals: Signals): string | undefined {
  let best: { readonly clause: string; readonly score: number } | undefined;
  for (const [clause, { score }] of signals) {
    if (score >= confidentFrom && (best === undefined || score > best.score || (score === best.score && clause < best.clause)))
      best = { clause, score };
  }
  return best?.clause;
}
