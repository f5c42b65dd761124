import { type Bounds, readBounds } from "./bounds.ts";
import { readEach } from "./counts.ts";
import type { Item } from "./items.ts";
import { factOf } from "./propose.ts";
import { amountOf, type Context, one, type Reader } from "./reader.ts";

interface Step {
  readonly bounds: Bounds;
  readonly points: number;
  readonly item: Item;
}

/** 90%以上得2分，80%—90%得1分，不足80%不得分; also with 扣. */
export const readTiers: Reader = (items, context) => {
  const steps = stepsOf(items, context);
  const paying = steps.filter(({ points }) => points > 0);
  if (steps.length < 2 || paying.length < 1) return undefined;
  const mode = modeOf(steps);
  // One amount and its contrary is no table: 得1分，否则不得分.
  if (paying.length === 1 && mode === "award") return undefined;
  const refused = { refused: steps.map(({ item }) => item) };
  if (!steps.every(({ item }) => item.cap === undefined || item.cap === context.points)) return refused;
  if (/以上[^，。；分]{0,4}不(?:含|包括)|以下[^，。；分不]{0,4}(?:含|包括)/u.test(context.whole.replace(/（[^）]*）/gu, "")))
    return refused;
  const told = mode === "award" ? paying : steps.map((step) => (step.points === 0 ? { ...step, points: zeroCosts(step, context) } : step));
  const adjusted = told.map((step) => ({ ...step, bounds: settle(step.bounds, steps, mode) }));
  const ordered = order(adjusted, mode);
  if (ordered === undefined) return refused;
  if (leavesGap(steps)) return refused;
  const first = steps[0]?.bounds;
  const input = factOf(context.desk, "number", first?.subject ?? "", { measure: first?.unit ?? "" });
  const tiers = ordered.filter(({ points }) => points > 0).map(({ bounds, points }) => ({ ...edges(bounds), points }));
  return one(
    steps.map(({ item }) => item),
    { kind: "tiers", input, mode, tiers },
  );
};

/** 80—89分, 90分以上: where 89.5 belongs, nobody says. Things that are counted have no halves. */
function leavesGap(steps: readonly Step[]): boolean {
  return steps.some(
    ({ bounds }) =>
      bounds.dashed &&
      /^(?:%|‰|分)$/u.test(bounds.unit) &&
      steps.some(({ bounds: other }) => other.min === (bounds.max ?? Number.NaN) + 1 && other.minIncluded),
  );
}

/** The run of items whose conditions are ranges of one and the same figure. */
function stepsOf(items: readonly Item[], context: Context): readonly Step[] {
  const steps: Step[] = [];
  for (const item of items) {
    const bounds =
      allDone(item, items) ??
      (item.kind === "deduct" || item.kind === "award" || item.kind === "zero" || item.kind === "full" || item.kind === "free"
        ? readBounds(item.condition)
        : undefined);
    if (bounds === undefined || readEach(item.condition)?.step !== undefined) {
      if (steps.length > 1 && item.kind === "zero" && /^(?:否则|其余|其他|以下)/u.test(item.condition) && modeOf(steps) === "award") {
        steps.push({ bounds: { subject: "", unit: "", minIncluded: true, maxIncluded: false, dashed: false }, points: 0, item });
      }
      break;
    }
    const first = steps[0];
    if (first !== undefined && !fits(first, steps.at(-1) ?? first, bounds, item)) break;
    const points = item.kind === "zero" || item.kind === "free" ? 0 : item.kind === "full" ? context.points : amountOf(item);
    steps.push({ bounds, points, item });
  }
  return steps;
}

/** 全部完成的得4分；完成80%以上的得2分: all is 100%. */
function allDone({ kind, condition, sentence }: Item, items: readonly Item[]): Bounds | undefined {
  const [, subject = "", verb] = /^(.*?)(?:，|：)?(?:全部|全面|100%)(完成|整改|办结|达标|销号)$/u.exec(condition) ?? [];
  const next = items.find((item) => item.sentence > sentence || item.condition !== condition);
  const other = next === undefined ? undefined : readBounds(next.condition);
  if ((kind !== "award" && kind !== "full") || verb === undefined || items[0]?.condition !== condition) return undefined;
  if (other?.unit !== "%" || other.max === undefined || !other.subject.includes(verb)) return undefined;
  return { subject: `${subject}${verb}`, unit: "%", min: 100, minIncluded: true, maxIncluded: false, dashed: false };
}

function fits(first: Step, last: Step, bounds: Bounds, item: Item): boolean {
  if (
    bounds.subject !== "" &&
    bounds.subject !== first.bounds.subject &&
    !first.bounds.subject.endsWith(bounds.subject) &&
    !first.bounds.subject.startsWith(bounds.subject)
  )
    return false;
  if (bounds.unit !== "" && first.bounds.unit !== "" && bounds.unit !== first.bounds.unit) return false;
  const mixed =
    (first.item.kind === "deduct" && (item.kind === "award" || item.kind === "full")) ||
    ((first.item.kind === "award" || first.item.kind === "full") && item.kind === "deduct");
  return !mixed && item.sentence - last.item.sentence <= 1;
}

function modeOf(steps: readonly Step[]): "award" | "deduct" {
  return steps.some(({ item }) => item.kind === "deduct") ? "deduct" : "award";
}

/** 不得分 in a table of deductions costs everything; 不扣分 nothing. */
function zeroCosts({ item }: Step, { points }: Context): number {
  return item.kind === "zero" ? points : 0;
}

/**
 * The upper end of 70%—80% belongs to it unless the next tier begins there; and of two tiers that meet, 及以下 and （含） are believed
 * before 以上.
 */
function settle(bounds: Bounds, steps: readonly Step[], mode: "award" | "deduct"): Bounds {
  const others = steps.map((step) => step.bounds).filter((other) => other !== bounds);
  const taken = others.some((other) => other.max === bounds.min && other.maxIncluded && other.maxTold === true);
  const minIncluded = bounds.minIncluded && !(taken && bounds.minTold !== true);
  if (!bounds.dashed) return { ...bounds, minIncluded };
  const shared = others.some((other) => other.min === bounds.max && other.minIncluded);
  const whole = mode === "deduct" && bounds.max === 100;
  return { ...bounds, minIncluded, maxIncluded: !shared && !whole };
}

/** First tier that holds decides: nested thresholds go from the hardest on; overlapping ranges are a contradiction. */
function order(steps: readonly Step[], mode: "award" | "deduct"): readonly Step[] | undefined {
  if (steps.length > 1 && steps.every(({ bounds }) => bounds.max === undefined && bounds.min !== undefined))
    return monotone(steps, (a, b) => (b.bounds.min ?? 0) - (a.bounds.min ?? 0));
  if (steps.length > 1 && steps.every(({ bounds }) => bounds.min === undefined && bounds.max !== undefined)) {
    return mode === "deduct" || steps.length > 1 ? monotone(steps, (a, b) => (a.bounds.max ?? 0) - (b.bounds.max ?? 0)) : undefined;
  }
  const apart = steps.every((a, index) => steps.slice(index + 1).every((b) => isApart(a.bounds, b.bounds)));
  return apart ? steps : undefined;
}

function monotone(steps: readonly Step[], by: (a: Step, b: Step) => number): readonly Step[] | undefined {
  const sorted = steps.toSorted(by);
  return sorted.every(
    (step, index) => index === 0 || (step.points < (sorted[index - 1]?.points ?? 0) && by(sorted[index - 1] ?? step, step) < 0),
  )
    ? sorted
    : undefined;
}

function isApart(a: Bounds, b: Bounds): boolean {
  const below = (low: Bounds, high: Bounds): boolean =>
    low.max !== undefined &&
    high.min !== undefined &&
    (low.max < high.min || (low.max === high.min && !(low.maxIncluded && high.minIncluded)));
  return below(a, b) || below(b, a);
}

function edges(bounds: Bounds): { min?: number; max?: number; minIncluded?: boolean; maxIncluded?: boolean } {
  return {
    ...(bounds.min === undefined ? {} : { min: bounds.min }),
    ...(bounds.max === undefined ? {} : { max: bounds.max }),
    ...(bounds.min !== undefined && !bounds.minIncluded ? { minIncluded: false } : {}),
    ...(bounds.max !== undefined && bounds.maxIncluded ? { maxIncluded: true } : {}),
  };
}
