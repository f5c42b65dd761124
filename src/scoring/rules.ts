import type { RuleKind, ScoringRule } from "../model/rule.ts";
import type { ClauseContext } from "./context.ts";
import type { RuleOutcome, RuleScorer } from "./outcome.ts";
import { scoreAwardEach } from "./rules/award-each.ts";
import { scoreAwardOrZero } from "./rules/award-or-zero.ts";
import { scoreBonus } from "./rules/bonus.ts";
import { scoreDeduct } from "./rules/deduct.ts";
import { scoreDeductEach } from "./rules/deduct-each.ts";
import { scoreEscalate } from "./rules/escalate.ts";
import { scoreExternal, scoreManual } from "./rules/judged.ts";
import { scoreLate } from "./rules/late.ts";
import { scoreMinusExtra } from "./rules/minus-extra.ts";
import { scoreRank } from "./rules/rank.ts";
import { scoreRate } from "./rules/rate.ts";
import { scoreRatio } from "./rules/ratio.ts";
import { scoreShortfall } from "./rules/shortfall.ts";
import { scoreStack } from "./rules/stack.ts";
import { scoreTiers } from "./rules/tiers.ts";
import { scoreVeto } from "./rules/veto.ts";

type Scorers = { readonly [Kind in RuleKind]: RuleScorer<Extract<ScoringRule, { kind: Kind }>> };

const scorers: Scorers = {
  deduct: scoreDeduct,
  deduct_each: scoreDeductEach,
  shortfall: scoreShortfall,
  rate: scoreRate,
  tiers: scoreTiers,
  ratio: scoreRatio,
  award_or_zero: scoreAwardOrZero,
  award_each: scoreAwardEach,
  stack: scoreStack,
  late: scoreLate,
  escalate: scoreEscalate,
  minus_extra: scoreMinusExtra,
  bonus: scoreBonus,
  veto: scoreVeto,
  manual: scoreManual,
  external: scoreExternal,
  rank: scoreRank,
};

/** Applies one rule to the facts of its clause. */
export function applyRule(rule: ScoringRule, context: ClauseContext): RuleOutcome {
  return scorerOf(rule.kind)(rule, context);
}

// A union indexed by its own tag: TypeScript cannot see that the table's row fits the rule, the mapped type above proves it.
function scorerOf(kind: RuleKind): RuleScorer<ScoringRule> {
  return scorers[kind] as RuleScorer<ScoringRule>;
}
