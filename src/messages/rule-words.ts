import type { Clause } from "../model/criteria.ts";
import { formatPoints } from "../model/points.ts";
import { formatQuantity } from "../model/quantity.ts";
import type { RuleBase, RuleKind, ScoringRule } from "../model/rule.ts";
import { quoted } from "./quoted.ts";

type RuleOf<Kind extends RuleKind> = Extract<ScoringRule, { kind: Kind }>;

/** The stretch of the 细则 that a rule reads, in quotes; our own short reading without quotes when none is written. */
export function ruleWords(rule: ScoringRule): string {
  return rule.text === undefined ? readingOf(rule) : quoted(rule.text.replace(/[。；;，,]+$/, ""));
}

/** The words of a clause's rule by its id. */
export function ruleWordsById(clause: Clause, id: string): string {
  const rule = clause.rules.find((candidate) => candidate.id === id);
  return rule === undefined ? "评分标准" : ruleWords(rule);
}

function readingOf(rule: ScoringRule): string {
  return `${words(rule)}${rule.cap === undefined ? "" : `，最多${formatPoints(rule.cap)}分`}`;
}

function words(rule: ScoringRule): string {
  switch (rule.kind) {
    case "deduct":
      return `不符合要求的扣${formatPoints(rule.points)}分`;
    case "deduct_each":
      return `每出现一项扣${formatPoints(rule.each)}分`;
    case "shortfall":
      return `每少一份扣${formatPoints(rule.each)}分`;
    case "rate":
      return rateWords(rule);
    case "tiers":
      return rule.mode === "award" ? "分档得分" : "分档扣分";
    case "ratio":
      return `按比例${rule.mode === "award" ? "得" : "扣"}${formatPoints(rule.points)}分`;
    case "award_or_zero":
      return `符合要求的得${formatPoints(rule.points)}分，否则不得分`;
    case "award_each":
      return `每完成一项得${formatPoints(rule.each)}分`;
    case "stack":
      return `在此基础上再得${formatPoints(rule.points)}分`;
    case "late":
      return `逾期每${{ day: "日", week: "周", month: "月" }[rule.per]}扣${formatPoints(rule.each)}分，未报扣${formatPoints(rule.missing)}分`;
    case "escalate":
      return `第一起扣${formatPoints(rule.first)}分，以后每起递增${formatPoints(rule.increment)}分`;
    case "minus_extra":
      return `倒扣${formatPoints(rule.points)}分`;
    case "bonus":
      return rule.levels.map((level) => `${level.name}加${formatPoints(level.points)}分`).join("，");
    case "veto":
      return vetoWords(rule);
    case "manual":
      return rule.open ? "酌情评定" : `酌情${rule.mode === "award" ? "得" : "扣"}${formatPoints(rule.min)}—${formatPoints(rule.max)}分`;
    case "external":
      return `以${rule.source}为准`;
    case "rank":
      return "按名次赋分";
  }
}

function rateWords(rule: RuleBase & RuleOf<"rate">): string {
  const side = rule.direction === "below" ? "低于" : "高于";
  const step = `每相差${formatQuantity(rule.step)}扣${formatPoints(rule.each)}分`;
  return `${side}${formatQuantity(rule.target)}的，${step}`;
}

/** What a veto does when it holds: 总分为零、本领域为零 …. */
export function vetoWords(rule: RuleOf<"veto">): string {
  switch (rule.scope) {
    case "total":
      return "一票否决，总分为零";
    case "field":
      return "一票否决，本领域得分为零";
    case "clause":
      return "一票否决，本条不得分";
    case "grade":
      return rule.gradeAtMost === undefined ? "一票否决，等次受限" : `一票否决，等次最高为${rule.gradeAtMost}`;
  }
}
