// Compares the rules read from a sentence with its label; see fixtures/sentences/. Used by the bench and by the tests.

/**
 * right: as many rules in the same order, each with the kind and every field that the label names. manual: not right, but every
 * rule that is not manual stands in the label. wrong: a rule that is not manual and does not stand in the label: confidently wrong.
 */
export function verdictOf(label, parsed) {
  const points = Number(label.points);
  const { rules } = parsed;
  const takesAll = lossOfAll(label.rules, rules, points);
  const fits = (expected, rule) => (takesAll(expected) && takesAll(rule)) || isSame(expected, rule, parsed, points);
  if (rules.length === label.rules.length && rules.every((rule, index) => fits(label.rules[index], rule))) return "right";
  const open = [...label.rules];
  for (const rule of rules) {
    if (rule.kind === "manual") continue;
    const at = open.findIndex((expected) => fits(expected, rule));
    if (at < 0) return "wrong";
    open.splice(at, 1);
  }
  // Rules of the label that are simply missing, with nobody asked to look: wrong too.
  return rules.some((rule) => rule.kind === "manual") ? "manual" : "wrong";
}

/**
 * 未做的不得分 can be written in three ways that always score the same: the clause's points taken off, a veto on the clause, and,
 * where nothing else stands beside it, an award of all of them or nothing. Not where something goes on below zero.
 */
function lossOfAll(expected, found, points) {
  const both = [...expected, ...found];
  const below = both.some(({ kind }) => kind === "minus_extra" || kind === "bonus");
  const alone = expected.length === 1 && found.length === 1;
  return (rule) => {
    if (below) return false;
    if (rule.kind === "veto") return rule.scope === "clause";
    if (rule.kind === "deduct") return number(rule.points) === points && rule.below === undefined;
    return rule.kind === "award_or_zero" && alone && number(rule.points) === points;
  };
}

const number = (value) => (typeof value === "string" ? Number(value.replace(/[%％]$/u, "")) : value);
const present = (value) => value !== undefined;
const equal = (expected, found) => JSON.stringify(expected) === JSON.stringify(found);

function isSame(expected, rule, parsed, points) {
  if (expected.kind !== rule.kind) return false;
  // A limit that equals the clause's points limits nothing; a limit that the label does not name may not be there.
  const cap = (value) => (value === undefined || number(value) === points ? undefined : number(value));
  if (cap(expected.cap) !== cap(rule.cap)) return false;
  if (rule.kind === "manual" && (number(expected.max ?? points) !== (rule.max ?? points) || number(expected.min ?? 0) !== (rule.min ?? 0)))
    return false;
  return Object.entries(expected).every(([key, value]) => fieldIs(key, value, rule, parsed, points));
}

const defaults = { direction: "below", step: 1, partialStep: "whole", mode: "deduct", dedupe: "highest", open: false };

function fieldIs(key, value, rule, parsed, points) {
  const found = rule[key];
  switch (key) {
    case "kind":
    case "cap":
    case "text":
    case "id":
      return true;
    case "min":
    case "max":
      return rule.kind === "manual" || number(value) === (found ?? points);
    case "per":
      return rule.kind === "shortfall" ? evidenceOf(rule, parsed)?.per === value : (found ?? "day") === value;
    case "count":
      return rule.kind !== "shortfall" || (evidenceOf(rule, parsed)?.count ?? 1) === number(value);
    case "evidence":
      if (typeof value !== "object") return rule.kind === "late" ? true : present(found);
      return Object.entries(value).every(([name, wanted]) =>
        equal(wanted, evidenceOf(rule, parsed)?.[name] ?? (name === "count" ? 1 : undefined)),
      );
    case "tiers":
      return sameTiers(value, found ?? []);
    case "levels":
      return sameLevels(value, found ?? []);
    case "table":
      return equal(
        value.map((row) => [row.from, row.to, row.points].map(number)),
        (found ?? []).map((row) => [row.from, row.to, row.points]),
      );
    case "unless":
    case "profiles":
      return value === true ? present(found) : key === "profiles" && Array.isArray(value) ? equal(value, found) : present(found);
    case "multiplier":
      return number(typeof value === "object" ? value.factor : value) === found?.factor;
    case "due":
      if (typeof value === "object")
        return number(value.days ?? 0) === (found?.days ?? 0) && number(value.months ?? 0) === (found?.months ?? 0);
      return value === true ? present(found) : value === found;
    case "allowed":
    case "target":
      return typeof value === "number" || /^\d/u.test(String(value)) ? number(value) === found : present(found);
    case "missing":
      return rule.kind === "late" ? number(value) === found : present(found);
    case "input":
    case "after":
    case "source":
    case "group":
    case "items":
      return rule.kind === "late" || present(found) || "evidence" in rule || "missing" in rule;
    default:
      return typeof value === "number" ? value === (found ?? defaults[key]) : equal(value, found ?? defaults[key]);
  }
}

function evidenceOf(rule, { evidence }) {
  return evidence.find(({ id }) => id === rule.evidence);
}

/** Level by level: the points, and the name where the label gives one. */
function sameLevels(expected, found) {
  const named = expected.every(({ name }) => name !== undefined);
  const keys = (levels) => levels.map((level) => (named ? levelKey(level) : number(level.points)));
  return equal(keys(expected), keys(found));
}

const levelKey = ({ name, points }) => [String(name).replace(/级$/u, ""), number(points)];

/** Choices by their points in order (their names are only names); ranges by what they give at, between and around all their ends. */
function sameTiers(expected, found) {
  const bare = expected.every(({ min, max }) => min === undefined && max === undefined);
  if (bare || expected.some((tier) => tier.is !== undefined)) {
    const paid = (tiers) => tiers.filter(({ points }) => number(points) > 0).map(({ points }) => number(points));
    return found.every((tier) => tier.is !== undefined) && equal(paid(expected), paid(found));
  }
  if (found.some((tier) => tier.is !== undefined)) return false;
  const ends = [...expected, ...found].flatMap(({ min, max }) => [min, max].filter(present).map(number));
  const probes = ends.flatMap((end) => [end - 0.0005, end, end + 0.0005]);
  return probes.every((probe) => pointsAt(expected, probe) === pointsAt(found, probe));
}

function pointsAt(tiers, value) {
  const tier = tiers.find(({ min, max, minIncluded = true, maxIncluded = false }) => {
    const low = min === undefined || value > number(min) || (minIncluded && value === number(min));
    return low && (max === undefined || value < number(max) || (maxIncluded && value === number(max)));
  });
  return tier === undefined ? 0 : number(tier.points);
}
