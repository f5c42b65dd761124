import type { Clause, EvidenceRequirement, EvidenceWindow, FactInput, SectionKind } from "../model/criteria.ts";
import { type DateRange, shiftYears } from "../model/dates.ts";
import { type Points, zeroPoints } from "../model/points.ts";
import type { ScoringRule } from "../model/rule.ts";
import type { UnitSelector } from "../model/unit.ts";
import { countOf, given, pointsOf, rangeOf } from "../written/amounts.ts";
import { textOf, type WrittenText } from "../written/numeral.ts";
import { answerOf } from "../written/shapes.ts";
import { hasLost, placeOf } from "../written/sheet.ts";
import { breakCircles } from "./circles.ts";
import { type ClauseScope, type Desk, reference, report } from "./clause-scope.ts";
import { normalizeRule } from "./normalize-rule.ts";
import type { WrittenClause, WrittenUnit, WrittenUnits } from "./written-criteria.ts";
import type { WrittenEvidence, WrittenInput, WrittenWindow } from "./written-evidence.ts";
import type { WrittenRule } from "./written-rule.ts";

/** What a clause takes from the 细则 around it. */
export interface Surroundings extends Desk {
  readonly period: DateRange;
  readonly gradeNames: readonly string[];
}

export function normalizeClause(
  around: Surroundings,
  section: { readonly id: string; readonly kind: SectionKind },
  clause: WrittenClause,
): Clause {
  const maxPoints = clausePoints(around, section.kind, clause);
  const evidence = (clause.evidence ?? []).map((written) => normalizeEvidence(around, written));
  const inputs = (clause.inputs ?? []).map((written) => normalizeInput(around, written, clause.rules ?? []));
  const ruleIds = idsOfRules(clause.rules ?? []);
  const scope: ClauseScope = {
    ...around,
    maxPoints,
    evidence: uniqueById(around, "evidence", clause.evidence ?? [], evidence),
    inputs: uniqueById(around, "input", clause.inputs ?? [], inputs),
    ruleIds: new Set(ruleIds),
  };
  reportRepeatedRules(scope, clause.rules ?? []);
  for (const written of clause.evidence ?? []) if (written.with !== undefined) reference(scope, written, "with", written.with, "evidence");
  const rules = (clause.rules ?? []).flatMap((rule, index) => listOf(normalizeRule(rule, ruleIds[index] ?? "", scope)));
  breakCircles(scope, clause);
  return {
    id: textOf(clause.id),
    ...given("formerIds", clause.formerIds?.map(textOf)),
    section: section.id,
    label: clause.label === undefined ? "" : textOf(clause.label),
    ...given("subsection", clause.subsection && textOf(clause.subsection)),
    title: textOf(clause.title),
    maxPoints,
    requirement: verbatimText(clause.requirement),
    standard: verbatimText(clause.standard),
    lead: normalizeUnits(around, clause.units, "lead"),
    cooperating: normalizeUnits(around, clause.units, "with"),
    ...given("scorer", clause.scorer && textOf(clause.scorer)),
    verification: clause.verification ?? "package",
    evidence,
    inputs,
    rules,
    mayNotApply: answerOf(clause.mayNotApply) ?? true,
    place: placeOf(around.sheet, clause),
  };
}

function clausePoints(desk: Desk, kind: SectionKind, clause: WrittenClause): Points {
  if (clause.points !== undefined) return pointsOf(clause.points);
  if (kind !== "veto" && !hasLost(desk.sheet, clause)) {
    desk.errors.push({ severity: "error", place: placeOf(desk.sheet, clause), code: "missing-key", key: "points", path: "points" });
  }
  return zeroPoints;
}

/** The words of the 细则, without the line break that YAML leaves behind a block of text. */
function verbatimText(written: WrittenText | undefined): string {
  return written === undefined ? "" : textOf(written).trim();
}

function normalizeUnits(desk: Desk, units: WrittenClause["units"], key: "lead" | "with"): readonly UnitSelector[] {
  const written: WrittenUnits | undefined = units?.[key];
  if (units === undefined || written === undefined) return [];
  if (!Array.isArray(written)) return [normalizeSelector(desk, units, key, written)];
  return written.map((unit: WrittenUnit, index) => normalizeSelector(desk, written, index, unit));
}

function normalizeSelector(desk: Desk, owner: object, key: string | number, unit: WrittenUnit): UnitSelector {
  const place = placeOf(desk.sheet, owner, key);
  if (typeof unit === "string") return { kind: "name", name: textOf(unit).trim(), place };
  return { kind: "match", ...given("unitKind", unit.kind), ...given("industry", unit.industry && textOf(unit.industry)), place };
}

function normalizeEvidence(around: Surroundings, written: WrittenEvidence): EvidenceRequirement {
  return {
    id: textOf(written.id),
    name: textOf(written.name),
    ...given("kind", written.kind),
    keywords: written.keywords?.map(textOf) ?? [],
    per: written.per ?? "none",
    count: written.count === undefined ? 1 : countOf(written.count),
    window: normalizeWindow(around.period, written.window),
    ...given("due", written.due),
    from: written.from ?? "lead",
    ...given("with", written.with && textOf(written.with)),
    place: placeOf(around.sheet, written),
  };
}

function normalizeWindow(period: DateRange, window: WrittenWindow | undefined): EvidenceWindow {
  if (window === undefined || window === "period") return { kind: "range", range: period };
  if (window === "prior-year") return { kind: "range", range: shiftYears(period, -1) };
  const range = rangeOf(window);
  // Real 细则 print such periods; only their author can say what is meant.
  return range.from <= range.to ? { kind: "range", range } : { kind: "unknown", written: range };
}

function normalizeInput(desk: Desk, written: WrittenInput, rules: readonly WrittenRule[]): FactInput {
  const options = written.options?.map(textOf) ?? [];
  return {
    id: textOf(written.id),
    name: textOf(written.name),
    type: written.type,
    ...given("measure", written.measure && textOf(written.measure)),
    options: options.length === 0 && written.type === "items" ? levelsOf(textOf(written.id), rules) : options,
    from: written.from ?? "lead",
    combine: written.combine ?? "sum",
    ...given("combineAssumed", written.combine === undefined ? true : undefined),
    place: placeOf(desk.sheet, written),
  };
}

/** Levels need not be written twice: the bonus rule over the items names them. */
function levelsOf(id: string, rules: readonly WrittenRule[]): readonly string[] {
  const levels = rules.flatMap((rule) => (rule.kind === "bonus" && textOf(rule.items) === id ? rule.levels : []));
  return [...new Set(levels.map((level) => textOf(level.name)))];
}

function listOf(rule: ScoringRule | undefined): readonly ScoringRule[] {
  return rule === undefined ? [] : [rule];
}

/** Ids as written; r1, r2 … by position where none is written. */
function idsOfRules(rules: readonly WrittenRule[]): readonly string[] {
  const written = new Set(rules.flatMap((rule) => (rule.id === undefined ? [] : [textOf(rule.id)])));
  return rules.map((rule, index) => {
    if (rule.id !== undefined) return textOf(rule.id);
    let number = index + 1;
    while (written.has(`r${number}`)) number += rules.length;
    return `r${number}`;
  });
}

function reportRepeatedRules(desk: Desk, rules: readonly WrittenRule[]): void {
  const seen = new Set<string>();
  for (const rule of rules) {
    if (rule.id === undefined) continue;
    const id = textOf(rule.id);
    if (seen.has(id)) report(desk, rule, "id", { code: "duplicate-id", id, what: "rule" });
    seen.add(id);
  }
}

function uniqueById<Item extends { readonly id: string }>(
  desk: Desk,
  what: "evidence" | "input",
  written: readonly object[],
  items: readonly Item[],
): ReadonlyMap<string, Item> {
  const byId = new Map<string, Item>();
  for (const [index, item] of items.entries()) {
    if (byId.has(item.id)) report(desk, written[index] ?? item, "id", { code: "duplicate-id", id: item.id, what });
    else byId.set(item.id, item);
  }
  return byId;
}
