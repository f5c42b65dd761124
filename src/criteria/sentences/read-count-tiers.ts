import { readCount } from "./bounds.ts";
import { countsEach } from "./counts.ts";
import type { Item } from "./items.ts";
import { factOf } from "./propose.ts";
import { amountOf, type Context, one, type Reader } from "./reader.ts";

/** 发现1人扣0.5分，2人扣1分，3人及以上扣2分: each number has its own amount; not so many times the first. */
export const readCountTiers: Reader = (items, context) => {
  if (items[0]?.kind === "award" || items[0]?.kind === "full") return readAwards(items, context);
  const run = runOf(items);
  const [first, second] = run;
  if (first === undefined || second === undefined) return undefined;
  const refused = { refused: run.map(({ item }) => item) };
  const last = run.at(-1) ?? second;
  const even = run.every(({ count }, index) => index === 0 || count.min === (run[index - 1]?.count.min ?? 0) + 1);
  const rising = run.every((step, index) => index === 0 || pointsOf(step.item, context) > pointsOf(run[index - 1]?.item, context));
  if (!even || !rising || first.count.min !== 1 || !last.count.more || run.slice(0, -1).some(({ count }) => count.more)) return refused;
  if (run.some(({ item }) => item.cap !== undefined && item.cap !== context.points)) return refused;
  const subject = `${first.count.subject}${first.count.rest}`;
  const input = factOf(context.desk, "number", subject.length > 1 ? subject : first.item.lead || context.clause.title, {
    measure: first.count.unit,
  });
  const tiers = run.map(({ item, count: { min, max } }) => ({
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    points: pointsOf(item, context),
  }));
  return one(
    run.map(({ item }) => item),
    { kind: "tiers", input, mode: "deduct", tiers },
  );
};

/** 召开2次及以上得1分；召开1次得0.5分；未召开不得分. */
function readAwards(items: readonly Item[], context: Context): ReturnType<Reader> {
  const run: Step[] = [];
  for (const item of items) {
    const count = item.kind === "award" || item.kind === "full" ? readCount(item.condition) : undefined;
    const before = run.at(-1);
    if (count === undefined || countsEach(item.condition) || (before !== undefined && item.sentence - before.item.sentence > 1)) break;
    run.push({ item, count });
  }
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined || run.length < 2) return undefined;
  const refused = { refused: run.map(({ item }) => item) };
  const falling = run.every(({ count, item }, at) => {
    const before = run[at - 1];
    return (
      before === undefined ||
      (count.unit === before.count.unit && count.max === before.count.min && paid(item, context) < paid(before.item, context))
    );
  });
  if (!falling || !first.count.more || last.count.min !== 1 || run.some(({ item }) => item.cap !== undefined)) return refused;
  const zero = items[run.length];
  const none =
    zero?.kind === "zero" && zero.sentence - last.item.sentence <= 1 && /^(?:未|没有|否则|不)/u.test(zero.condition) ? [zero] : [];
  const subject = `${first.count.subject}${first.count.rest}` || context.clause.title;
  const input = factOf(context.desk, "number", subject, { measure: first.count.unit });
  const tiers = run.map(({ item, count: { min, max } }) => ({
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    points: paid(item, context),
  }));
  return one([...run.map(({ item }) => item), ...none], { kind: "tiers", input, mode: "award", tiers });
}

function paid(item: Item, { points }: Context): number {
  return item.kind === "full" ? points : amountOf(item);
}

interface Step {
  readonly item: Item;
  readonly count: NonNullable<ReturnType<typeof readCount>>;
}

/** Items that each name a number of the same things; the later ones may leave the things out. */
function runOf(items: readonly Item[]): readonly Step[] {
  const run: Step[] = [];
  for (const item of items) {
    const count = (item.kind === "deduct" || item.kind === "zero") && !countsEach(item.condition) ? readCount(item.condition) : undefined;
    const before = run.at(-1);
    if (count === undefined || (before !== undefined && !follows(before, { item, count }))) break;
    run.push({ item, count });
    if (item.kind === "zero") break;
  }
  return run;
}

function follows(before: Step, { item, count }: Step): boolean {
  const things = `${count.subject}${count.rest}`;
  const same =
    things === "" ||
    things === `${before.count.subject}${before.count.rest}` ||
    before.count.subject.endsWith(count.subject) ||
    before.count.subject.startsWith(count.subject);
  return (
    item.sentence - before.item.sentence <= 1 && count.unit === before.count.unit && same && (count.min ?? 0) > (before.count.min ?? 0)
  );
}

function pointsOf(item: Item | undefined, context: Context): number {
  if (item === undefined) return 0;
  return item.kind === "zero" ? context.points : amountOf(item);
}
