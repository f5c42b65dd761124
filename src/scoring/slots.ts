import type { Admission } from "../model/admission.ts";
import type { Clause, EvidenceRequirement } from "../model/criteria.ts";
import { type CalendarDate, contains, type DateRange, overlaps } from "../model/dates.ts";
import type { EvidenceFile } from "../model/evidence-file.ts";
import { type Period, periodsOf } from "../model/periods.ts";
import type { RequirementResult, Slot, SlotState } from "../model/scorecard.ts";
import type { Unit } from "../model/unit.ts";
import type { ClauseAssignment } from "../model/workspace.ts";
import { responsibleUnits } from "./context.ts";
import { groupedBy } from "./grouped-by.ts";

export interface SlotInput {
  readonly clause: Clause;
  readonly assignment: ClauseAssignment;
  readonly admissions: readonly Admission[];
  readonly units: ReadonlyMap<string, Unit>;
  readonly excused: ReadonlySet<string>;
  readonly asOf: CalendarDate;
}

interface Demand {
  readonly least: number;
  readonly most: number;
}

/** What was owed for each requirement of a clause, and what of it is there. */
export function fillSlots(clause: SlotInput): ReadonlyMap<string, RequirementResult> {
  const input = { ...clause, admitted: indexAdmissions(clause) };
  const results = new Map<string, RequirementResult>();
  const follows = (requirement: EvidenceRequirement): boolean => requirement.with !== undefined;
  for (const requirement of input.clause.evidence.filter((r) => !follows(r)))
    results.set(requirement.id, { requirement, slots: ownSlots(requirement, input) });
  // A requirement may follow one that itself follows another; the parser refuses circles, so this ends.
  let waiting = input.clause.evidence.filter(follows);
  while (waiting.length > 0) {
    const ready = waiting.filter((r) => results.has(r.with ?? ""));
    if (ready.length === 0) break;
    for (const requirement of ready)
      results.set(requirement.id, { requirement, slots: followingSlots(requirement, results.get(requirement.with ?? ""), input) });
    waiting = waiting.filter((r) => !results.has(r.id));
  }
  return new Map(
    input.clause.evidence.flatMap((r) => {
      const result = results.get(r.id);
      return result === undefined ? [] : [[r.id, result] as const];
    }),
  );
}

/** Admissions that are not refused, by requirement, and of each by unit. */
type Admitted = ReadonlyMap<string, { readonly all: readonly Admission[]; readonly byUnit: ReadonlyMap<string, readonly Admission[]> }>;
interface Indexed extends SlotInput {
  readonly admitted: Admitted;
}

function indexAdmissions({ admissions }: SlotInput): Admitted {
  const usable = admissions.filter((admission) => admission.verdict !== "rejected");
  const byRequirement = groupedBy(usable, (admission) => admission.link.evidence ?? "");
  return new Map([...byRequirement].map(([id, all]) => [id, { all, byUnit: groupedBy(all, (admission) => admission.file.unit ?? "") }]));
}

function ownSlots(requirement: EvidenceRequirement, input: Indexed): readonly Slot[] {
  const periods = periodsOf(requirement);
  const demand = { least: requirement.count, most: requirement.count };
  return unitGroups(requirement, input).flatMap((units) => {
    const admissions = admissionsFor(requirement, units, input);
    if (periods.length === 0) return [fill({ requirement, units, demand, admissions, input })];
    return periods.map((period) => fill({ requirement, units, period, demand, admissions, input }));
  });
}

/** 签到表 per 纪要: as many as the followed requirement has in the same slot; none where there is nothing to follow. */
function followingSlots(requirement: EvidenceRequirement, followed: RequirementResult | undefined, input: Indexed): readonly Slot[] {
  return (followed?.slots ?? []).map((slot) => {
    const demand = { least: slot.counted.length, most: slot.counted.length + slot.doubtful.length };
    const admissions = admissionsFor(requirement, slot.units, input);
    return fill({
      requirement,
      units: slot.units,
      ...(slot.period === undefined ? {} : { period: slot.period }),
      demand,
      admissions,
      input,
    });
  });
}

/** One group of units per slot: all together, or each on its own. */
function unitGroups(requirement: EvidenceRequirement, { assignment, excused }: SlotInput): readonly (readonly string[])[] {
  const owing = responsibleUnits(assignment).filter((unit) => !excused.has(unit));
  if (requirement.from === "each") return owing.map((unit) => [unit]);
  const lead = assignment.lead.filter((unit) => !excused.has(unit));
  return [requirement.from === "lead" && lead.length > 0 ? lead : owing];
}

/** A doubtful file of another unit may still be the missing one when all prove together; where each owes its own it cannot. */
function admissionsFor(requirement: EvidenceRequirement, units: readonly string[], { admitted }: Indexed): readonly Admission[] {
  const own = admitted.get(requirement.id);
  if (own === undefined) return [];
  if (requirement.from !== "each") return own.all;
  const [unit, more] = units;
  if (unit !== undefined && more === undefined) return own.byUnit.get(unit) ?? [];
  return own.all.filter((admission) => units.includes(admission.file.unit ?? ""));
}

interface Filling {
  readonly requirement: EvidenceRequirement;
  readonly units: readonly string[];
  readonly period?: Period;
  readonly demand: Demand;
  readonly admissions: readonly Admission[];
  readonly input: SlotInput;
}

function fill({ requirement, units, period, demand, admissions, input }: Filling): Slot {
  const places = admissions.map((admission) => ({ admission, place: placeIn(admission, period?.range, requirement) }));
  const having = (wanted: "inside" | "perhaps"): readonly EvidenceFile[] =>
    inTimeOrder(places.filter(({ place }) => place === wanted).map(({ admission }) => admission)).map(({ file }) => file);
  const [counted, doubtful] = [having("inside"), having("perhaps")];
  const due = dueDate(requirement, period, units, input);
  const short = Math.max(0, demand.most - counted.length);
  const upcoming = short > 0 && input.asOf < due;
  const least = upcoming ? 0 : Math.max(0, demand.least - counted.length - doubtful.length);
  const state = slotState(short, doubtful.length, upcoming);
  return {
    units,
    ...(period === undefined ? {} : { period }),
    due,
    need: demand.most,
    counted,
    doubtful,
    missing: { least, most: short },
    state,
  };
}

/** 同类材料按时间先后排列: by the day they begin, undated ones last, then by path. */
function inTimeOrder(admissions: readonly Admission[]): readonly Admission[] {
  const day = ({ span }: Admission): string => span?.range.from ?? "9999";
  return admissions.toSorted((a, b) => {
    const [x, y] = [day(a) + a.file.path, day(b) + b.file.path];
    return x < y ? -1 : x > y ? 1 : 0;
  });
}

function slotState(short: number, doubtful: number, upcoming: boolean): SlotState {
  if (short === 0) return "met";
  if (upcoming) return "upcoming";
  return doubtful > 0 ? "unconfirmed" : "short";
}

/** Whether a file lies in the slot's days. A file whose date leaves several periods open is only perhaps in each of them. */
function placeIn(admission: Admission, period: DateRange | undefined, requirement: EvidenceRequirement): "inside" | "perhaps" | "outside" {
  const window = requirement.window.kind === "range" ? requirement.window.range : undefined;
  const range = period ?? window;
  const span = admission.span?.range;
  if (range === undefined || span === undefined) return admission.verdict === "counts" && period === undefined ? "inside" : "perhaps";
  // A check that leaves a date outside to a person (a summary written after the year it is about) leaves it open here too.
  if (!overlaps(span, range)) return admission.verdict === "doubtful" && period === undefined ? "perhaps" : "outside";
  return contains(range, span) && admission.verdict === "counts" ? "inside" : "perhaps";
}

/**
 * 应交日期: what the 细则 states, else the period's end for recurring evidence, else the units' deadline for handing in,
 * else the window's end.
 */
function dueDate(requirement: EvidenceRequirement, period: Period | undefined, units: readonly string[], input: SlotInput): CalendarDate {
  const stated = requirement.due ?? lateDue(requirement, input.clause);
  if (stated !== undefined) return stated;
  if (period !== undefined && period.unit !== "year") return period.range.to;
  const deadlines = units.flatMap((unit) => input.units.get(unit)?.deadline ?? []);
  const [first] = [...deadlines].sort();
  if (first !== undefined) return first;
  if (period !== undefined) return period.range.to;
  return requirement.window.kind === "range" ? requirement.window.range.to : input.asOf;
}

/** A rule on lateness names the day too (应于7月5日前报送). */
function lateDue(requirement: EvidenceRequirement, clause: Clause): CalendarDate | undefined {
  const days = clause.rules.flatMap((rule) => {
    if (rule.kind !== "late" || rule.due.kind !== "date" || rule.subject.kind !== "evidence") return [];
    return rule.subject.evidence === requirement.id ? [rule.due.date] : [];
  });
  return [...days].sort()[0];
}
