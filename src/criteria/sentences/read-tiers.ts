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
  const first = steps[0]?.bounds;
  const input = factOf(context.desk, "number", first?.subject ?? "", { measure: first?.unit ?? "" });
  const tiers = ordered.filter(({ points }) => points > 0).map(({ bounds, points }) => ({ ...edges(bounds), points }));
  return one(
    steps.map(({ item }) => item),
    { kind: "tiers", input, mode, tiers },
  );
};

/** The run of items whose conditions are ranges of one and the same figure. */
function stepsOf(items: readonly Item[], context: Context): readonly Step[] {
  const steps: Step[] = [];
  for (const item of items) {
    const bounds =
      item.kind === "deduct" || item.kind === "award" || item.kind === "zero" || item.kind === "full" || item.kind === "free"
        ? readBounds(item.condition)
        : undefined;
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

function fits(first: Step, last: Step, bounds: Bounds, item: Item): boolean {
  if (bounds.subject !== "" && bounds.subject !== first.bounds.subject && !first.bounds.subject.endsWith(bounds.subject)) return false;
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

/** The upper end of 70%—80% belongs to it unless the next tier begins there. */
function settle(bounds: Bounds, steps: readonly Step[], mode: "award" | "deduct"): Bounds {
  if (!bounds.dashed) return bounds;
  const shared = steps.some(({ bounds: other }) => other !== bounds && other.min === bounds.max && other.minIncluded);
  const whole = mode === "deduct" && bounds.max === 100;
  return { ...bounds, maxIncluded: !shared && !whole };
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

const conduct = /(?:迟报|漏报|瞒报|谎报|误报|缺报|错报|不报|拒报|虚报|迟交|漏交|未报)$/u;

/** 未制定的扣2分；已制定但未实施的扣1分; 未公开扣0.5，公开不全扣0.2; 迟报扣1分，漏报扣2分. */
export const readBranches: Reader = (items, context) => {
  const [first] = items;
  const free = first?.kind === "free" && items[1]?.kind === "deduct" && items[2]?.kind === "deduct" && first.sentence === items[2].sentence;
  if (first === undefined || (first.kind !== "deduct" && !free) || first.cap !== undefined) return undefined;
  const run = [first];
  for (const item of items.slice(1)) {
    if (item.kind !== "deduct" || item.cap !== undefined || readEach(item.condition) !== undefined) break;
    const last = run.at(-1) ?? first;
    if (!(free ? item.sentence === first.sentence : isBranch(first, item, last) || (run.length === 1 && isBranch(item, first, item))))
      break;
    run.push(item);
  }
  if (run.length < 2 || readEach(first.condition) !== undefined) return undefined;
  return choice(run, context, "deduct");
};

function isBranch(first: Item, item: Item, last: Item): boolean {
  if (item.sentence - last.sentence > 1 || readBounds(item.condition) !== undefined) return false;
  if (item.sentence === first.sentence && conduct.test(first.condition) && conduct.test(item.condition)) return true;
  // 无预案扣2分，有预案但未演练扣1分.
  const thing = /^(?:无|没有|缺少?)(?<thing>[^，]{2,12})$/u.exec(first.condition)?.groups?.["thing"];
  if (thing !== undefined && /^(?:虽?有|已有)/u.test(item.condition))
    return item.condition.includes(thing) && /但|未|不/u.test(item.condition);
  const done = /(?:未|没有|没|不)(?:按(?:规定|要求|时|期)|及时|有效)*(?<verb>[\p{Script=Han}]{2})/u.exec(first.condition)?.groups?.["verb"];
  if (done === undefined || /^(?:未|没有|没|无)/u.test(item.condition)) return false;
  const defect = /不|未|但|欠缺|滞后|缺|流于|质量|走过场/u.test(item.condition);
  if (!defect) return false;
  const at = item.condition.indexOf(done);
  if (at === 0) return true;
  const before = item.condition.slice(0, Math.max(0, at));
  if (at > 0) return /(?:虽|已|虽然|有|虽已)[^，未不]{0,12}$/u.test(before) || /^(?:虽|已|有)/u.test(before);
  return /^(?:虽|已|虽然)[^，]{1,14}，?(?:但|而|却)/u.test(item.condition);
}

/** 完成得2分，基本完成得1分，未完成不得分: more than the clause holds when added up, so only one of them counts. */
export const readGradedAward: Reader = (items, context) => {
  const run: Item[] = [];
  for (const item of items) {
    const first = run[0] ?? item;
    if (item.sentence - (run.at(-1) ?? item).sentence > 1 || item.cap !== undefined || item.profile !== undefined) break;
    if (
      (item.kind === "award" || item.kind === "full") &&
      readEach(item.condition) === undefined &&
      !/基础上/u.test(item.condition) &&
      !/再/u.test(item.verb)
    )
      run.push(item);
    else if (item.kind === "zero" && run.length > 0 && item.sentence - first.sentence <= 3) {
      run.push(item);
      break;
    } else break;
  }
  const awards = run.filter(({ kind }) => kind !== "zero").map((item) => (item.kind === "full" ? context.points : amountOf(item)));
  const sum = awards.reduce((total, amount) => total + amount, 0);
  if (awards.length < 2 || sum <= context.points + 1e-9 || context.points === 0) return undefined;
  const falling = awards.every((amount, index) => index === 0 || amount < (awards[index - 1] ?? 0));
  if (!falling || awards[0] === undefined || awards[0] > context.points) return { refused: run };
  return choice(run, context, "award");
};

function choice(run: readonly Item[], context: Context, mode: "award" | "deduct"): ReturnType<Reader> {
  const names = run.map(({ condition }) => condition.slice(0, 40));
  // Figures that could not be read as ranges are no choice between words.
  if (run.some(({ condition }) => /[\d%‰≥≤<>＜＞]/u.test(condition))) return { refused: run };
  if (new Set(names).size !== names.length || names.some((name) => name.length < 2 || name === "没有")) return "refuse";
  const options = mode === "deduct" && run[0]?.kind !== "free" ? ["无此情形", ...names] : names;
  const input = factOf(context.desk, "choice", context.desk.title === "" ? (names[0] ?? "") : `${context.desk.title}情况`, { options });
  const tiers = run.flatMap((item, index) => {
    const points = item.kind === "full" ? context.points : amountOf(item);
    return points > 0 ? [{ is: names[index] ?? "", points }] : [];
  });
  return one(run, { kind: "tiers", input, mode, tiers });
}
