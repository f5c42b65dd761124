import type { Section } from "../model/criteria.ts";
import type { Gap } from "../model/gap.ts";
import { addPoints, clampPoints, type Points, subtractPoints, zeroPoints } from "../model/points.ts";
import type { ClauseResult, FileResult, UnitClauseResult, UnitResult, UnitSectionResult } from "../model/scorecard.ts";
import type { Unit } from "../model/unit.ts";
import { groupedBy } from "./grouped-by.ts";
import { sumRanges } from "./totals.ts";

export interface UnitInput {
  readonly units: readonly Unit[];
  readonly folders: ReadonlyMap<string, string>;
  readonly clauses: readonly ClauseResult[];
  readonly gaps: readonly Gap[];
  readonly files: readonly FileResult[];
  readonly returned: ReadonlySet<string>;
}

/** Each unit's share: the clauses it leads or owes something for, less what its own gaps cost. */
export function unitResults(input: UnitInput): readonly UnitResult[] {
  const gaps = groupedBy(
    input.gaps.flatMap((gap) => gap.sharedBy.map((unit) => ({ unit, gap }))),
    (entry) => entry.unit,
  );
  const files = groupedBy(input.files, (file) => file.mapping.file.unit ?? "");
  return input.units.map((unit) => {
    const own = groupedBy(
      (gaps.get(unit.name) ?? []).map((entry) => entry.gap),
      (gap) => gap.clause,
    );
    const shares = input.clauses.flatMap((clause) => share(unit.name, clause, own.get(clause.clause.id) ?? []));
    const sections = bySection(shares);
    const folder = input.folders.get(unit.name);
    return {
      unit,
      ...(folder === undefined ? {} : { folder }),
      clauses: shares.map((entry) => entry.result),
      sections,
      maxPoints: addPoints(...sections.map((section) => section.maxPoints)),
      points: sumRanges(sections.map((section) => section.points)),
      fileCount: files.get(unit.name)?.length ?? 0,
      hasReturn: input.returned.has(unit.name),
    };
  });
}

interface Share {
  readonly section: Section;
  readonly result: UnitClauseResult;
}

function share(unit: string, clause: ClauseResult, gaps: readonly Gap[]): readonly Share[] {
  const leads = clause.lead.includes(unit);
  const owes =
    clause.cooperating.includes(unit) &&
    (gaps.length > 0 ||
      clause.requirements.some((r) => r.requirement.from !== "lead" && r.slots.some((slot) => slot.units.includes(unit))));
  if (!leads && !owes) return [];
  const maxPoints = clause.section.kind === "standard" ? clause.maxPoints : zeroPoints;
  const lost = costOf(gaps.filter((gap) => gap.state === "lost"));
  const all = costOf(gaps);
  const points =
    clause.section.kind === "standard" ? { low: left(maxPoints, all), high: left(maxPoints, lost) } : { low: zeroPoints, high: zeroPoints };
  return [{ section: clause.section, result: { clause: clause.clause, role: leads ? "lead" : "cooperating", maxPoints, points } }];
}

function costOf(gaps: readonly Gap[]): Points {
  return addPoints(...gaps.map((gap) => gap.points));
}

function left(maxPoints: Points, cost: Points): Points {
  return clampPoints(subtractPoints(maxPoints, cost), subtractPoints(zeroPoints, maxPoints), maxPoints);
}

function bySection(shares: readonly Share[]): readonly UnitSectionResult[] {
  return [...groupedBy(shares, (entry) => entry.section.id).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const results = group.map((entry) => entry.result);
    return [
      { section: first.section, maxPoints: addPoints(...results.map((r) => r.maxPoints)), points: sumRanges(results.map((r) => r.points)) },
    ];
  });
}
