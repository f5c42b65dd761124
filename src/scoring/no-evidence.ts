import { zeroPoints } from "../model/points.ts";
import type { Slot } from "../model/scorecard.ts";
import { answeringUnit, type ClauseContext } from "./context.ts";
import type { LossItem } from "./loss.ts";

/**
 * 无佐证不得分: what the rules would have left goes too when every required document is missing.
 * Certain when nothing is there and all is due; open while doubtful files or later due dates leave hope.
 * Applies to clauses proved by the package, unless the criteria say `noEvidence: rules`.
 */
export function zeroWithoutEvidence(context: ClauseContext): readonly LossItem[] {
  if (context.criteria.noEvidence === "rules" || context.clause.verification !== "package") return [];
  const slots = [...context.requirements.values()]
    .filter(({ requirement }) => requirement.with === undefined)
    .flatMap((result) => result.slots);
  if (!slots.some((slot) => slot.need > 0) || slots.some((slot) => slot.counted.length > 0)) return [];
  return [{ unit: answeringUnit(context), state: hope(slots), points: context.clause.maxPoints, cause: { code: "no-evidence" } }];
}

function hope(slots: readonly Slot[]): LossItem["state"] {
  if (slots.some((slot) => slot.doubtful.length > 0)) return "awaiting";
  return slots.some((slot) => slot.state === "upcoming") ? "upcoming" : "lost";
}

/** Losses that cost nothing but must be said all the same, because a unit is told what it owes even when the cap is used up. */
export function worthSaying(item: LossItem): boolean {
  if (item.points !== zeroPoints) return true;
  switch (item.cause.code) {
    case "evidence-missing":
    case "evidence-unconfirmed":
    case "evidence-upcoming":
    case "fact-missing":
    case "fact-conflict":
    case "late":
    case "veto":
    case "veto-unanswered":
    case "claim-exceeds":
    case "exemption-unconfirmed":
    case "not-applicable-unconfirmed":
      return true;
    case "no-evidence":
    case "fact-costs":
    case "manual":
    case "judged":
    case "external":
    case "not-applicable-zero":
    case "no-rule":
    case "rules-below-points":
      return false;
  }
}
