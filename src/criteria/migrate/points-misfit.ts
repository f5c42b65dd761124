import type { Clause } from "../../model/criteria.ts";
import type { Points } from "../../model/points.ts";
import { lintRules, takenAtOnce } from "../lint-rules.ts";

/**
 * Ids of the rules whose amounts no longer go with the clause when its points change: an amount above the new points, awards
 * that no longer reach them, or an amount that was the whole clause (不得分 on a clause of 4 分 was read as 4).
 */
export function pointsMisfit(clause: Clause, points: Points): readonly string[] {
  if (points === clause.maxPoints) return [];
  const known = new Set(lintRules(clause).map(keyOf));
  const fresh = lintRules({ ...clause, maxPoints: points }).filter((finding) => !known.has(keyOf(finding)));
  const awards = fresh.some(({ problem }) => problem.code === "awards-below-clause");
  const tooDear = new Set(fresh.flatMap(({ problem }) => (problem.code === "rule-exceeds-clause" ? [problem.rule] : [])));
  return clause.rules
    .filter((rule) => tooDear.has(rule.id) || awards || takenAtOnce(rule) === clause.maxPoints || rule.cap === clause.maxPoints)
    .map(({ id }) => id);
}

function keyOf({ problem }: ReturnType<typeof lintRules>[number]): string {
  return `${problem.code} ${"rule" in problem ? problem.rule : ""} ${"evidence" in problem ? problem.evidence : ""}`;
}
