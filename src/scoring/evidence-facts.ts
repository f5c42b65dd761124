import type { BasisReason } from "../model/basis.ts";
import type { EvidenceRequirement } from "../model/criteria.ts";
import type { EvidenceFile } from "../model/evidence-file.ts";
import { type Points, timesPoints, zeroPoints } from "../model/points.ts";
import type { RequirementResult, Slot } from "../model/scorecard.ts";
import type { ClauseContext } from "./context.ts";
import { documentLosses, leastMissing } from "./document-losses.ts";
import type { LossItem } from "./loss.ts";
import { rulesFor } from "./profiles.ts";
import { evidenceOf } from "./rule-evidence.ts";

/** What the files show for one requirement: its slots, the files counted, and the words for the basis. */
export interface EvidenceFacts {
  readonly result: RequirementResult;
  readonly counted: readonly EvidenceFile[];
  readonly reason: BasisReason;
  /** Documents missing: for certain, and at the worst. */
  readonly missing: { readonly least: number; readonly most: number };
  /** Documents there: for certain, and at the best. */
  readonly present: { readonly least: number; readonly most: number };
  /** The window is not over: more documents may still come. */
  readonly stillOpen: boolean;
}

export function evidenceFacts(context: ClauseContext, id: string): EvidenceFacts {
  const result = context.requirements.get(id);
  if (result === undefined) throw new Error(`requirement ${id} of ${context.clause.id} was not filled`);
  const counted = [...new Set(result.slots.flatMap((slot) => slot.counted))];
  const doubtful = new Set(result.slots.flatMap((slot) => slot.doubtful));
  const missing = { least: leastMissing(result), most: sum(result.slots, (slot) => slot.missing.most) };
  const periods = result.slots.filter((slot) => slot.missing.most > 0).flatMap((slot) => slot.period ?? []);
  return {
    result,
    counted,
    missing,
    present: { least: counted.length, most: counted.length + doubtful.size },
    stillOpen: isStillOpen(result.requirement, context),
    reason: { code: "evidence", requirement: id, need: sum(result.slots, (slot) => slot.need), counted: counted.length, missing, periods },
  };
}

function isStillOpen({ window, due }: EvidenceRequirement, { asOf }: ClauseContext): boolean {
  if (due !== undefined) return asOf < due;
  return window.kind === "unknown" || asOf < window.range.to;
}

/** Per missing document `each` points: certain ones lost, those that doubtful files may fill awaiting, those not yet due upcoming. */
export function missingDocuments(facts: EvidenceFacts, each: Points): readonly LossItem[] {
  return documentLosses(facts.result, (missing) => timesPoints(each, missing));
}

/** Required documents that no rule puts a price on: missing all the same, so they are named at no cost. */
export function unpricedMissing(context: ClauseContext, profiles: readonly string[]): readonly LossItem[] {
  const priced = new Set(rulesFor(context.clause.rules, profiles).flatMap(evidenceOf));
  const unpriced = [...context.requirements.keys()].filter((id) => !priced.has(id));
  return unpriced.flatMap((id) => missingDocuments(evidenceFacts(context, id), zeroPoints));
}

/** Once `points`, if anything is missing: the first loss takes them all (the rule's cap), the others show as free of cost. */
export function anyMissing(facts: EvidenceFacts, points: Points): readonly LossItem[] {
  return documentLosses(facts.result, () => points);
}

function sum(slots: readonly Slot[], value: (slot: Slot) => number): number {
  return slots.reduce((total, slot) => total + value(slot), 0);
}
