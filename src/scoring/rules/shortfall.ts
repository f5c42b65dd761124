import type { RuleBase, Shortfall } from "../../model/rule.ts";
import { evidenceFacts, missingDocuments } from "../evidence-facts.ts";
import { deduction, type RuleScorer } from "../outcome.ts";

/** 每少一次扣N分: max(0, owed − there) per period, never a reward for surplus. */
export const scoreShortfall: RuleScorer<RuleBase & Shortfall> = (rule, context) => {
  const facts = evidenceFacts(context, rule.evidence);
  return deduction(missingDocuments(facts, rule.each), facts.reason, facts.counted);
};
