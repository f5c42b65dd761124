import type { BasisReason } from "../model/basis.ts";
import type { Clause } from "../model/criteria.ts";
import { formatChineseDate } from "../model/dates.ts";
import { formatQuantity, type Quantity, quantity } from "../model/quantity.ts";
import type { FactValue } from "../model/return.ts";
import type { Rate, ScoringRule, TierCondition, Tiers, Trigger } from "../model/rule.ts";
import { quoted } from "./quoted.ts";

export type StatedFacts = Extract<BasisReason, { code: "facts" }>["facts"];

const mostItems = 3;
const mostUnits = 4;

/** A stated value as a person reads it: 96.5%, 是, 2024年7月6日, 省先进单位（省级）. */
export function factWords(value: FactValue, measure = ""): string {
  switch (value.kind) {
    case "number":
      return `${formatQuantity(value.value)}${measure}`;
    case "yesno":
      return value.value ? "是" : "否";
    case "choice":
      return value.value;
    case "date":
      return formatChineseDate(value.value);
    case "items": {
      const named = value.items.slice(0, mostItems).map((item) => `${item.name}（${item.level}）`);
      const more = value.items.length > mostItems ? `等${String(value.items.length)}项` : "";
      return named.length === 0 ? "无" : `${named.join("、")}${more}`;
    }
  }
}

/** 居民用户入户安检率93.4%；经催办仍未整改：是; of several units each with its name. */
export function statedWords(facts: StatedFacts): string {
  const names = [...new Set(facts.map(({ input }) => input))];
  return names
    .map((name) => {
      const own = facts.filter(({ input }) => input === name);
      const [only, another] = own;
      if (only !== undefined && another === undefined) return oneFact(name, only.value, only.measure);
      const said = own.slice(0, mostUnits).map(({ unit, value, measure }) => `${unit}${factWords(value, measure)}`);
      return `${name}：${said.join("、")}${own.length > mostUnits ? `等${String(own.length)}个单位` : ""}`;
    })
    .join("，");
}

function oneFact(name: string, value: FactValue, measure: string | undefined): string {
  if (value.kind === "number") return `${name}${factWords(value, measure)}`;
  return value.kind === "date" ? `${name}为${factWords(value)}` : `${quoted(name)}为${quoted(factWords(value))}`;
}

interface Figure {
  readonly value: Quantity;
  readonly measure: string;
}

/** What the rule found when it held the figure against its mark: 低于95%，相差1.6个百分点，按2个百分点计. "" when it compares nothing. */
export function comparisonWords(rule: ScoringRule, facts: StatedFacts, clause: Clause): string {
  switch (rule.kind) {
    case "rate":
      return withFigure(
        rule.input,
        facts,
        clause,
        (figure) => rateParts(rule, figure),
        `目标值为${formatQuantity(rule.target)}${measureOf(rule.input, facts, clause)}`,
      );
    case "tiers":
      return withFigure(rule.input, facts, clause, (figure) => tierParts(rule, figure));
    case "deduct":
    case "award_or_zero":
    case "stack":
    case "minus_extra":
    case "veto":
      return triggerWords(rule.on, facts, clause);
    case "deduct_each": {
      const { allowed, count } = rule;
      if (count.kind !== "input" || allowed === 0) return "";
      const limit = typeof allowed === "number" ? allowed : figureOf(allowed.input, facts, clause)?.value;
      return limit === undefined ? "" : withFigure(count.input, facts, clause, (figure) => beyondParts(figure, limit));
    }
    case "ratio": {
      const { actual, target } = rule;
      if (actual.kind !== "input") return "";
      const full = typeof target === "number" ? target : figureOf(target.input, facts, clause)?.value;
      return full === undefined ? "" : withFigure(actual.input, facts, clause, ({ value, measure }) => [sideWords(value, full, measure)]);
    }
    case "shortfall":
    case "award_each":
    case "late":
    case "escalate":
    case "bonus":
    case "manual":
    case "external":
    case "rank":
      return "";
  }
}

/** The one figure stated for an input; several units' figures make none, because how they are put together is the scoring's. */
function figureOf(input: string, facts: StatedFacts, clause: Clause): Figure | undefined {
  const name = clause.inputs.find(({ id }) => id === input)?.name;
  const [only, another] = facts.filter((fact) => fact.input === name);
  if (only === undefined || another !== undefined || only.value.kind !== "number") return undefined;
  return { value: only.value.value, measure: only.measure ?? "" };
}

function measureOf(input: string, facts: StatedFacts, clause: Clause): string {
  const name = clause.inputs.find(({ id }) => id === input)?.name;
  return facts.find((fact) => fact.input === name)?.measure ?? "";
}

function withFigure(
  input: string,
  facts: StatedFacts,
  clause: Clause,
  parts: (figure: Figure) => readonly string[],
  otherwise = "",
): string {
  const figure = figureOf(input, facts, clause);
  return figure === undefined ? otherwise : parts(figure).join("，");
}

function rateParts({ target, direction, step, partialStep, zeroBeyond }: Rate, { value, measure }: Figure): readonly string[] {
  const beyond = direction === "below" ? target - value : value - target;
  const against = sideWords(value, target, measure);
  if (beyond <= 0) return [against];
  if (zeroBeyond !== undefined && (direction === "below" ? value < zeroBeyond : value > zeroBeyond))
    return [against, `${sideWords(value, zeroBeyond, measure)}，整条不得分`];
  const size = measure === "%" ? "个百分点" : measure;
  const counted = partialStep === "whole" ? Math.ceil(beyond / step) * step : Math.floor(beyond / step) * step;
  const rounded = partialStep !== "proportional" && counted !== beyond;
  return [
    against,
    `相差${formatQuantity(quantity(beyond))}${size}`,
    ...(rounded ? [`按${formatQuantity(quantity(counted))}${size}计`] : []),
  ];
}

function sideWords(value: Quantity, mark: Quantity, measure: string): string {
  return `${value < mark ? "低于" : value > mark ? "高于" : "等于"}${formatQuantity(mark)}${measure}`;
}

function tierParts({ tiers }: Tiers, { value, measure }: Figure): readonly string[] {
  const tier = tiers.find(({ when }) => inRange(when, value));
  return tier === undefined ? ["不在细则所列各档内"] : [`属于${quoted(rangeWords(tier.when, measure))}一档`];
}

function inRange(when: TierCondition, value: Quantity): boolean {
  if (when.kind === "is") return false;
  const above = when.min === undefined || (when.minIncluded ? value >= when.min : value > when.min);
  return above && (when.max === undefined || (when.maxIncluded ? value <= when.max : value < when.max));
}

function rangeWords(when: TierCondition, measure: string): string {
  if (when.kind === "is") return String(when.value);
  const { min, max, minIncluded, maxIncluded } = when;
  return [
    min === undefined ? "" : `${minIncluded ? "不低于" : "高于"}${formatQuantity(min)}${measure}`,
    max === undefined ? "" : `${maxIncluded ? "不高于" : "低于"}${formatQuantity(max)}${measure}`,
  ]
    .filter((part) => part !== "")
    .join("、");
}

function triggerWords(on: Trigger, facts: StatedFacts, clause: Clause): string {
  if (on.kind !== "compare") return "";
  return withFigure(on.input, facts, clause, ({ value, measure }) => [sideWords(value, on.value, measure)]);
}

function beyondParts({ value, measure }: Figure, limit: Quantity): readonly string[] {
  if (value <= limit) return [`未超过${formatQuantity(limit)}${measure}`];
  return [`超过${formatQuantity(limit)}${measure}，超出${formatQuantity(quantity(value - limit))}${measure}`];
}
