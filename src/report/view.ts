import type { Field } from "../model/criteria.ts";
import type { Gap } from "../model/gap.ts";
import type { ClauseResult, FieldResult, FileResult, Scorecard, SectionResult, UnitResult, VetoResult } from "../model/scorecard.ts";

/** A scorecard with its indexes, so that no composer searches a list twice. Made once per scorecard. */
export interface ScorecardView {
  readonly scorecard: Scorecard;
  readonly clauses: ReadonlyMap<string, ClauseResult>;
  readonly clausesBySection: ReadonlyMap<string, readonly ClauseResult[]>;
  readonly sections: ReadonlyMap<string, SectionResult>;
  readonly fields: ReadonlyMap<string, FieldResult>;
  readonly units: ReadonlyMap<string, UnitResult>;
  readonly files: ReadonlyMap<string, FileResult>;
  readonly filesByUnit: ReadonlyMap<string, readonly FileResult[]>;
  /** Dearest first, as in the scorecard; vetoes before all, because what they cost shows only in the total. */
  readonly gaps: readonly Gap[];
  readonly gapsByUnit: ReadonlyMap<string, readonly Gap[]>;
  /** Gaps of the enterprises that a unit answers for (行业 or 属地), not its own. */
  readonly gapsBySupervisor: ReadonlyMap<string, readonly Gap[]>;
  readonly gapsByField: ReadonlyMap<string, readonly Gap[]>;
  /** Certainty of a veto by clause and rule. */
  readonly vetoes: ReadonlyMap<string, VetoResult["certainty"]>;
}

const views = new WeakMap<Scorecard, ScorecardView>();

export function viewOf(scorecard: Scorecard): ScorecardView {
  const known = views.get(scorecard);
  if (known !== undefined) return known;
  const made = indexed(scorecard);
  views.set(scorecard, made);
  return made;
}

export function vetoKey(clause: string, rule: string): string {
  return `${clause}\n${rule}`;
}

function indexed(scorecard: Scorecard): ScorecardView {
  const clauses = new Map(scorecard.clauses.map((result) => [result.clause.id, result]));
  const gaps = vetoesFirst(scorecard.gaps);
  return {
    scorecard,
    clauses,
    clausesBySection: grouped(scorecard.clauses, (result) => result.section.id),
    sections: new Map(scorecard.sections.map((result) => [result.section.id, result])),
    fields: new Map(scorecard.fields.map((result) => [result.field.id, result])),
    units: new Map(scorecard.units.map((result) => [result.unit.name, result])),
    files: new Map(scorecard.files.map((file) => [file.mapping.file.path, file])),
    filesByUnit: grouped(scorecard.files, (file) => file.mapping.file.unit ?? ""),
    gaps,
    gapsByUnit: sharedOut(gaps),
    gapsBySupervisor: supervised(gaps),
    gapsByField: grouped(gaps, (gap) => fieldOf(clauses, gap)?.id ?? ""),
    vetoes: new Map(scorecard.total.vetoes.map((veto) => [vetoKey(veto.clause, veto.rule), veto.certainty])),
  };
}

/** A gap that several units may close stands in the lists of them all. */
function sharedOut(gaps: readonly Gap[]): ReadonlyMap<string, readonly Gap[]> {
  const entries = gaps.flatMap((gap) => [...new Set([gap.unit, ...gap.sharedBy])].map((unit) => ({ unit, gap })));
  return new Map([...grouped(entries, ({ unit }) => unit)].map(([unit, own]) => [unit, own.map(({ gap }) => gap)]));
}

function supervised(gaps: readonly Gap[]): ReadonlyMap<string, readonly Gap[]> {
  const entries = gaps.flatMap((gap) =>
    gap.supervisors.filter((unit) => unit !== gap.unit && !gap.sharedBy.includes(unit)).map((unit) => ({ unit, gap })),
  );
  return new Map([...grouped(entries, ({ unit }) => unit)].map(([unit, own]) => [unit, own.map(({ gap }) => gap)]));
}

function fieldOf(clauses: ReadonlyMap<string, ClauseResult>, gap: Gap): Field | undefined {
  return clauses.get(gap.clause)?.field;
}

function vetoesFirst(gaps: readonly Gap[]): readonly Gap[] {
  const rank = (gap: Gap): number => (gap.code === "veto" ? 0 : gap.code === "veto-unanswered" ? 1 : 2);
  return [...gaps].sort((a, b) => rank(a) - rank(b));
}

export function grouped<Item>(items: readonly Item[], key: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}
