import type { Clause } from "../../model/criteria.ts";
import { oneUnitWords } from "../../model/criteria-paper.ts";
import { type DateRange, shiftYears } from "../../model/dates.ts";
import type { ClauseChange, ClauseMatch, PlacedClause } from "../../model/edition-diff.ts";
import type { ActiveReading, CarryDoubt } from "../../model/migration.ts";
import type { UnitSelector } from "../../model/unit.ts";
import { figureChange } from "./figures.ts";
import { pointsMisfit } from "./points-misfit.ts";

/** Below this a pair is a guess, and the old rules may be those of another requirement. */
const guessBelow = 70;

export interface Judged {
  readonly reading: ActiveReading;
  readonly doubts: readonly CarryDoubt[];
  readonly changes: readonly ClauseChange[];
}

/** Names a unit of the 细则 as the workspace calls it, so that an alias is no other unit. */
export type NameUnit = (name: string) => string;

export interface Judging {
  readonly nameUnit: NameUnit;
  readonly periods: { readonly old: DateRange; readonly next: DateRange };
  /** Is it a clause of the old edition? */
  readonly isOld: (placed: PlacedClause) => boolean;
}

/**
 * One clause against its successor. The old reading goes on wherever it still reads what is printed: same figures, and amounts
 * that fit. Where it does not, the new file's proposal goes on, because an old amount under a new text is a wrong score.
 */
export function judgePair(match: ClauseMatch, old: PlacedClause, next: PlacedClause, judging: Judging): Judged {
  const { changes } = match;
  const reworded = changes.filter((change) => change.code === "re-worded" && change.part !== "title");
  const figures = figureChange(textOf(old.clause), textOf(next.clause));
  const misfit = pointsMisfit(old.clause, next.clause.maxPoints);
  const [from, to] = [old.clause.maxPoints, next.clause.maxPoints];
  const misreads: readonly CarryDoubt[] = [
    ...(match.doubtful && match.confidence < guessBelow ? [unsure(match, judging)] : []),
    ...(figures === undefined ? [] : [{ code: "figures-changed", ...figures } as const]),
    ...(misfit.length === 0 ? [] : [{ code: "points-misfit", from, to, rules: misfit } as const]),
    ...(old.section.kind === next.section.kind ? [] : [{ code: "kind-changed", from: old.section.kind, to: next.section.kind } as const]),
  ];
  const doubts = [
    ...misreads,
    ...(match.doubtful && match.confidence >= guessBelow ? [unsure(match, judging)] : []),
    ...(reworded.length === 0 ? [] : [{ code: "text-changed", changes: reworded } as const]),
    ...unitsDiffer(old.clause, next.clause, judging.nameUnit),
    ...daysOfOldPeriod(old.clause, judging),
  ];
  const reading = misreads.length > 0 && next.clause.rules.length > 0 ? "new" : "old";
  return { reading, doubts, changes: changes.filter((change) => !reworded.includes(change) && change.code !== "responsibility") };
}

function unsure({ confidence, rivalClauses }: ClauseMatch, { isOld }: Judging): CarryDoubt {
  const titles = (rivals: readonly PlacedClause[]): readonly string[] => [...new Set(rivals.map(({ clause }) => clause.title))];
  const rivals = { old: titles(rivalClauses.filter(isOld)), new: titles(rivalClauses.filter((rival) => !isOld(rival))) };
  return { code: "pair-unsure", confidence, rivals };
}

function textOf({ requirement, standard }: Clause): string {
  return `${requirement}\n${standard}`;
}

/** 完成时限, a window or a 报送期限 written as days, when the 考核年度 is another one. */
function daysOfOldPeriod(clause: Clause, { periods }: Judging): readonly CarryDoubt[] {
  const { old: from, next: to } = periods;
  if (from.from === to.from && from.to === to.to) return [];
  const usual = [from, shiftYears(from, -1)].map(({ from: first, to: last }) => `${first} ${last}`);
  const ownWindow = ({ window }: Clause["evidence"][number]): boolean =>
    window.kind === "unknown" || !usual.includes(`${window.range.from} ${window.range.to}`);
  const states =
    clause.evidence.some((item) => item.due !== undefined || ownWindow(item)) ||
    clause.rules.some((rule) => rule.kind === "late" && rule.due.kind === "date");
  return states ? [{ code: "days-of-old-period", from, to }] : [];
}

/** Both name units, and not the same: the workspace's own stay, and a person compares. */
export function unitsDiffer(old: Clause, next: Clause, nameUnit: NameUnit): readonly CarryDoubt[] {
  const named = unitWords(next, nameUnit);
  const kept = unitWords(old, nameUnit);
  if (named.length === 0 || kept.length === 0 || named.join("\n") === kept.join("\n")) return [];
  return [{ code: "units-differ", kept, named }];
}

function unitWords({ lead, cooperating }: Clause, nameUnit: NameUnit): readonly string[] {
  const words = (selectors: readonly UnitSelector[]): readonly string[] =>
    [...new Set(selectors.map((unit) => wordOf(unit, nameUnit)))].toSorted();
  return [...words(lead), ...words(cooperating).map((word) => `${word}（配合）`)];
}

function wordOf(selector: UnitSelector, nameUnit: NameUnit): string {
  // 各燃气企业 in a foreign table is a name and here a kind: both print the same.
  return selector.kind === "name" ? nameUnit(selector.name.trim()) : oneUnitWords(selector);
}
