import { formatPoints, type Points } from "../../model/points.ts";
import type { StandardContext, StandardReading } from "./draft.ts";

/** Nothing is understood: one rule for a person to judge, bounded by the points of the clause. */
export function manualReading(text: string, clausePoints: Points, context: StandardContext): StandardReading {
  const mode = context.kind === "bonus" ? "award" : undefined;
  const rule = { kind: "manual", mode, max: Number(formatPoints(clausePoints)), open: true, text: text === "" ? undefined : text };
  return { rules: [rule], inputs: [], evidence: [], notes: text === "" ? [] : [{ code: "rule-manual", text }] };
}
