import type { Item } from "./items.ts";
import type { ReadRule, StandardClause, StandardSurroundings } from "./parsed-standard.ts";
import type { Desk } from "./propose.ts";

/** What a reader knows while it goes through the items of a standard. */
export interface Context {
  readonly points: number;
  readonly desk: Desk;
  readonly clause: StandardClause;
  readonly around: StandardSurroundings;
  /** Words that hold for the whole text: 以上不含本数. */
  readonly whole: string;
  /** What has been read so far. */
  readonly rules: readonly Placed[];
}

/** A rule and the items that it reads. */
export interface Placed {
  readonly rule: ReadRule;
  readonly items: readonly Item[];
  /** Where the words that belong to it end, when behind its last item. */
  readonly until?: number;
  /** Where they begin, when no item says so. */
  readonly from?: number;
}

/** used: how many items are read. changed: the last rule as it is after a 减半, 不扣分 …, instead of a new one. */
export interface Found {
  readonly used: number;
  readonly rules: readonly Placed[];
  readonly changed?: ReadRule;
}

/** undefined: not my kind of sentence; "refuse": mine, but it contradicts itself or lacks something; refused: so do all of these. */
export type Reader = (items: readonly Item[], context: Context) => Found | { readonly refused: readonly Item[] } | "refuse" | undefined;

export function one(items: readonly Item[], rule: ReadRule): Found {
  return { used: items.length, rules: [{ rule, items }] };
}

/** A limit that says something: below the clause's own points. */
export function capOf(item: Item | undefined, { points }: Pick<Context, "points">): { readonly cap?: number } {
  return item?.cap === undefined || item.cap === points ? {} : { cap: item.cap };
}

export function amountOf(item: Item): number {
  return item.amounts[0] ?? 0;
}

/** Amounts above the clause's points, or a limit below a single step, are slips of the pen (扣14分 for 扣1—4分). */
export function isPlausible(item: Item, points: number): boolean {
  const most = Math.max(...item.amounts, 0);
  const free = points === 0 || item.kind === "extra";
  if (item.amounts.some((amount) => amount <= 0) && item.kind !== "range") return false;
  if (item.cap !== undefined && (item.cap < most || (!free && item.cap > points))) return false;
  return free ? most <= Math.max(10, points * 3) : most <= points;
}
