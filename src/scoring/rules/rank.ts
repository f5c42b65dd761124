import { maxOfPoints, zeroPoints } from "../../model/points.ts";
import type { Rank, RuleBase } from "../../model/rule.ts";
import { combinedNumber } from "../context.ts";
import { answersOf, factLoss, factMissing, factsReason, remaining } from "../fact-losses.ts";
import { award, type RuleScorer } from "../outcome.ts";

/** 按名次赋分; a place outside the table earns nothing. Unknown until somebody has published the ranking. */
export const scoreRank: RuleScorer<RuleBase & Rank> = (rule, context) => {
  const full = rule.table.reduce((most, row) => maxOfPoints(most, row.points), zeroPoints);
  const answers = answersOf(context, rule.input);
  const place = combinedNumber(answers);
  const reason = factsReason(answers);
  if (place === undefined) return award(full, factMissing(rule.id, [answers], full), reason);
  const row = rule.table.find(({ from, to }) => from * 1000 <= place && place <= to * 1000);
  return award(full, factLoss(context, rule.id, [answers], remaining(full, row?.points ?? zeroPoints)), reason);
};
