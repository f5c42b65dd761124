import type { EvidenceRequirement } from "../model/criteria.ts";
import type { EvidenceFile } from "../model/evidence-file.ts";
import type { Points } from "../model/points.ts";
import type { RequirementResult, Slot } from "../model/scorecard.ts";
import type { LossItem } from "./loss.ts";

type Price = (missing: number) => Points;

/** What the missing documents of one requirement cost: certain ones lost, those that doubtful files may fill awaiting, the rest upcoming. */
export function documentLosses({ requirement, slots }: RequirementResult, price: Price): readonly LossItem[] {
  return [
    ...slots.filter((slot) => !isOpen(slot)).flatMap((slot) => settledLosses(requirement, slot, price)),
    ...openGroups(slots).flatMap((group) => openLosses(requirement, group, price)),
  ];
}

/** Documents missing whatever the doubtful files turn out to be. One doubtful file fills one place, not every place it might fit. */
export function leastMissing({ requirement, slots }: RequirementResult): number {
  const settled = slots.filter((slot) => !isOpen(slot)).reduce((sum, slot) => sum + slot.missing.least, 0);
  return openGroups(slots).reduce((sum, group) => sum + certainlyMissing(requirement, group), settled);
}

/** Short, due, and doubtful files may fill it. */
function isOpen(slot: Slot): boolean {
  return slot.state === "unconfirmed";
}

/** Open places of the same units: they compete for the same doubtful files. */
function openGroups(slots: readonly Slot[]): readonly (readonly Slot[])[] {
  const groups = new Map<string, Slot[]>();
  for (const slot of slots.filter(isOpen)) {
    const key = slot.units.join("\n");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [slot]);
    else group.push(slot);
  }
  return [...groups.values()];
}

function settledLosses(requirement: EvidenceRequirement, slot: Slot, price: Price): readonly LossItem[] {
  const periods = slot.period === undefined ? [] : [slot.period];
  const owner = ownerOf(slot);
  const losses: LossItem[] = [];
  const { least, most } = slot.missing;
  if (least > 0)
    losses.push({
      ...owner,
      state: "lost",
      points: price(least),
      cause: { code: "evidence-missing", requirement: requirement.id, missing: least, periods },
    });
  if (most > least && slot.state === "upcoming")
    losses.push({
      ...owner,
      state: "upcoming",
      points: price(most - least),
      cause: { code: "evidence-upcoming", requirement: requirement.id, missing: most - least, periods },
    });
  // Its number depends on doubtful documents of another requirement (签到表 per 纪要).
  if (most > least && slot.state === "short")
    losses.push({
      ...owner,
      state: "awaiting",
      points: price(most - least),
      cause: { code: "evidence-unconfirmed", requirement: requirement.id, missing: most - least, periods, candidates: [] },
    });
  return losses;
}

function openLosses(requirement: EvidenceRequirement, group: readonly Slot[], price: Price): readonly LossItem[] {
  const [first] = group;
  if (first === undefined) return [];
  const owner = ownerOf(first);
  const periods = group.flatMap((slot) => slot.period ?? []);
  const candidates = [...new Set(group.flatMap((slot) => slot.doubtful))].map((file) => file.path);
  const lost = certainlyMissing(requirement, group);
  const open = group.reduce((sum, slot) => sum + slot.missing.most, 0) - lost;
  const losses: LossItem[] = [];
  if (lost > 0)
    losses.push({
      ...owner,
      state: "lost",
      points: price(lost),
      cause: { code: "evidence-missing", requirement: requirement.id, missing: lost, periods },
    });
  if (open > 0)
    losses.push({
      ...owner,
      state: "awaiting",
      points: price(open),
      cause: { code: "evidence-unconfirmed", requirement: requirement.id, missing: open, periods, candidates },
    });
  return losses;
}

function certainlyMissing(requirement: EvidenceRequirement, group: readonly Slot[]): number {
  // What a following requirement owes is itself uncertain: only what each place alone shows is certain.
  if (requirement.with !== undefined) return group.reduce((sum, slot) => sum + slot.missing.least, 0);
  return group.reduce((sum, slot) => sum + slot.missing.most, 0) - mostFilled(group);
}

/** How many of the missing documents the doubtful files can make up for at most, each file in one place (augmenting paths). */
function mostFilled(group: readonly Slot[]): number {
  const places = group.flatMap((slot) => Array.from({ length: slot.missing.most }, () => slot));
  const heldBy = new Map<number, EvidenceFile>();
  const placesOf = new Map(group.flatMap((slot) => slot.doubtful.map((file) => [file, [] as number[]] as const)));
  for (const [place, slot] of places.entries()) for (const file of slot.doubtful) placesOf.get(file)?.push(place);
  const seat = (file: EvidenceFile, tried: Set<number>): boolean =>
    (placesOf.get(file) ?? []).some((place) => {
      if (tried.has(place)) return false;
      tried.add(place);
      const holder = heldBy.get(place);
      if (holder !== undefined && !seat(holder, tried)) return false;
      heldBy.set(place, file);
      return true;
    });
  return [...placesOf.keys()].filter((file) => heldBy.size < places.length && seat(file, new Set())).length;
}

function ownerOf(slot: Slot): Pick<LossItem, "unit" | "sharedBy" | "due"> {
  const unit = slot.units[0] ?? "（未明确责任单位）";
  return { unit, due: slot.due, ...(slot.units.length > 1 ? { sharedBy: slot.units } : {}) };
}
