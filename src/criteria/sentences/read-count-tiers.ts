import { readCount } from "./bounds.ts";
import { countsEach } from "./counts.ts";
import type { Item } from "./items.ts";
import { factOf } from "./propose.ts";
import { amountOf, type Context, one, type Reader } from "./reader.ts";

/** 发现1人扣0.5分，2人扣1分，3人及以上扣2分: each number has its own amount; not so many times the first. */
export const readCountTiers: Reader = (items, context) => {
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
  const input = factOf(context.desk, "number", subject.length > 1 ? subject : first.item.lead || context.clause.title, { measure: first.count.unit });
  const tiers = run.map(({ item, count: { min, max } }) => ({ ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }), points: pointsOf(item, context) }));
  return one(run.map(({ item }) => item), { kind: "tiers", input, mode: "deduct", tiers });
};

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
  const same = things === "" || things === `${before.count.subject}${before.count.rest}` || count.rest === before.count.rest || count.subject === before.count.subject;
  return item.sentence - before.item.sentence <= 1 && count.unit === before.count.unit && same && (count.min ?? 0) > (before.count.min ?? 0);
}

function pointsOf(item: Item | undefined, context: Context): number {
  if (item === undefined) return 0;
  return item.kind === "zero" ? context.points : amountOf(item);
}
