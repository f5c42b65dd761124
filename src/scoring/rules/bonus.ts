import { addPoints, maxOfPoints, minPoints, type Points, subtractPoints, timesPoints, zeroPoints } from "../../model/points.ts";
import type { FactItem } from "../../model/return.ts";
import type { Bonus, RuleBase } from "../../model/rule.ts";
import { type Answers, answeringUnit, type ClauseContext } from "../context.ts";
import { type EvidenceFacts, evidenceFacts } from "../evidence-facts.ts";
import { answersOf } from "../fact-losses.ts";
import type { LossItem } from "../loss.ts";
import type { RuleOutcome, RuleScorer } from "../outcome.ts";

/**
 * 加分: the stated commendations by level; one project at several levels counts once at the highest (就高不重复).
 * Without the paper (表彰文件) a stated item stays open: it is not given and not refused. Stating nothing loses nothing.
 */
export const scoreBonus: RuleScorer<RuleBase & Bonus> = (rule, context): RuleOutcome => {
  const answers = answersOf(context, rule.items);
  const stated = answers.stated.flatMap(({ value }) => (value.kind === "items" ? value.items : []));
  const proof = rule.evidence === undefined ? undefined : evidenceFacts(context, rule.evidence);
  if (stated.length === 0 && proof !== undefined && proof.counted.length > 0) return unclaimed(rule, context, answers, proof);
  const values = itemPoints(rule, stated).sort((a, b) => b - a);
  const full = minPoints(addPoints(...values), rule.cap ?? context.clause.maxPoints);
  const proved = proof === undefined ? values : [...values].reverse().slice(0, proof.counted.length);
  const open = subtractPoints(full, minPoints(full, addPoints(...proved)));
  return {
    effect: "bonus",
    full,
    losses: openLoss(rule, context, open, proof?.result.slots[0]?.doubtful.map((file) => file.path) ?? []),
    reason: { code: "facts", facts: answers.stated },
    files: proof?.counted ?? [],
  };
};

/** A commendation lies in the folder and the return does not state it: nobody loses it for having said nothing. */
function unclaimed(rule: RuleBase & Bonus, context: ClauseContext, answers: Answers, proof: EvidenceFacts): RuleOutcome {
  const best = rule.levels.reduce((most, level) => maxOfPoints(most, level.points), zeroPoints);
  const full = minPoints(timesPoints(best, proof.counted.length), rule.cap ?? context.clause.maxPoints);
  const cause = { code: "fact-missing", rule: rule.id, inputs: [answers.input.name] } as const;
  const losses: readonly LossItem[] = [{ unit: answeringUnit(context), state: "awaiting", points: full, cause }];
  const reason = { code: "facts-missing", inputs: [answers.input.name], units: [answeringUnit(context)] } as const;
  return { effect: "bonus", full, losses, reason, files: proof.counted };
}

/** One value per project; the dearest level of a project when dedupe is highest. */
function itemPoints(rule: Bonus, items: readonly FactItem[]): Points[] {
  const price = (item: FactItem): Points => rule.levels.find((level) => level.name === item.level)?.points ?? zeroPoints;
  if (rule.dedupe === "none") return items.map(price);
  const best = new Map<string, Points>();
  for (const item of items) best.set(item.name, maxOfPoints(best.get(item.name) ?? zeroPoints, price(item)));
  return [...best.values()];
}

function openLoss(rule: Bonus, context: ClauseContext, points: Points, candidates: readonly string[]): readonly LossItem[] {
  if (points <= 0 || rule.evidence === undefined) return [];
  const cause = { code: "evidence-unconfirmed", requirement: rule.evidence, missing: 1, periods: [], candidates } as const;
  return [{ unit: answeringUnit(context), state: "awaiting", points, cause }];
}
