import type { Item } from "./items.ts";
import { factOf } from "./propose.ts";
import { amountOf, type Context, capOf, one, type Reader } from "./reader.ts";
import { figure, figureOf } from "./spelled.ts";

const ordinal = /(?:第(?<n>[一二三四五六七八九十\d]+)|(?<first>首))(?:起|次|例|件|人|宗|处|个|家)/u;

const listedOrdinals = /(?:第[一二三四五六\d]+(?:起|次|例|件|人)?(?:、|和|，|至|到|—)?){2,}(?:的，?)?$/u;

/** 第一起、第二起、第三起分别扣1分、2分、3分，以此类推. */
function listedSteps(item: Item, context: Context): ReturnType<Reader> {
  const list = listedOrdinals.exec(item.condition)?.[0];
  if (list === undefined || item.mode !== "deduct") return undefined;
  const steps = list.match(/第[一二三四五六\d]+/gu) ?? [];
  const [first, second] = item.amounts;
  if (first === undefined || second === undefined || item.ladder !== true) return "refuse";
  const to = /[至到—]/u.test(list) ? figureOf((steps.at(-1) ?? "").slice(1)) : steps.length;
  const step = rounded(second - first);
  const even = item.amounts.every((amount, at) => rounded(amount - first) === rounded(at * step));
  if (!even || step <= 0 || to !== item.amounts.length || figureOf((steps[0] ?? "").slice(1)) !== 1) return "refuse";
  const subject = item.condition.slice(0, -list.length) || item.lead || context.clause.title;
  return one([item], {
    kind: "escalate",
    input: factOf(context.desk, "number", subject, { measure: "起" }),
    first,
    increment: step,
    ...capOf(item, context),
  });
}

/** 第一起扣1分，第二起扣2分，以此类推. */
export const readEscalate: Reader = (items, context) => {
  const [start] = items;
  if (start?.kind === "several") return listedSteps(start, context);
  const run: Item[] = [];
  for (const item of items) {
    const match = item.kind === "deduct" ? ordinal.exec(item.condition) : null;
    if (match === null || figureOf(match.groups?.["n"] ?? "1") !== run.length + 1) break;
    run.push(item);
    if (item.ladder) break;
  }
  const [first, second] = run;
  if (first === undefined) return undefined;
  const all = first.condition.replace(ordinal, "");
  const subject = (all.length > 1 ? all : first.lead) || context.clause.title;
  const source = { input: factOf(context.desk, "number", subject, { measure: "起" }) };
  if (second === undefined) return growing(items, first, source, context);
  const step = amountOf(second) - amountOf(first);
  const even = run.every((item, index) => Math.abs(amountOf(item) - amountOf(first) - index * step) < 1e-9);
  const last = run.at(-1);
  if (last?.ladder !== true || !even || step <= 0) return "refuse";
  return one(run, { kind: "escalate", ...source, first: amountOf(first), increment: rounded(step), ...capOf(last, context) });
};

/** 第一起扣1分，以后每增加一起多扣0.5分. */
function growing(items: readonly Item[], first: Item, source: { input: string }, context: Context): ReturnType<Reader> {
  const next = items[1];
  const more =
    next?.kind === "deduct" &&
    /(?:以后|此后|之后|其后|自第二[起次]起?|从第二[起次]起?)?，?每(?:增加|多|再发生|递增)?(?:一|1)?(?:起|次|例|件|人|宗)?(?:依次)?(?:多|递增|增|加)$/u.test(
      next.condition,
    );
  if (!more) return "refuse";
  return one([first, next], { kind: "escalate", ...source, first: amountOf(first), increment: amountOf(next), ...capOf(next, context) });
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

const place = new RegExp(
  `(?:排名|名次)?(?:在|为|列|居)?(?:全[省市县区])?(?:排名)?(?:第|前)?(${figure})(?:名)?(?:(?:—|至|到|、)(?:第)?(${figure}))?(?:名|位)?(?:的)?$`,
  "u",
);

/** 第1—3名得3分，第4—6名得2分. */
export const readRank: Reader = (items, context) => {
  const run: { item: Item; from: number; to: number }[] = [];
  const [start] = items;
  if (start === undefined || !/名|排位/u.test(`${start.lead}${start.condition}`)) return undefined;
  for (const item of items) {
    if (item.kind !== "award" || item.cap !== undefined || !/名|排|位/u.test(item.condition) || /每|[%‰]/u.test(item.condition)) break;
    const match = place.exec(item.condition);
    if (match === null || !/[名位]|第/u.test(match[0])) break;
    const [low, high] = [figureOf(match[1] ?? ""), figureOf(match[2] ?? match[1] ?? "")];
    const top = /前[\d一二三四五六七八九十]+(?:名|位)?$/u.test(item.condition) && match[2] === undefined;
    run.push({ item, from: top ? 1 : low, to: high });
  }
  if (run.length === 0) return listed(start, context);
  const zero = items[run.length];
  const rest = zero?.kind === "zero" && /其他|其余|以后|以外|之后|以下|未进入/u.test(zero.condition) ? [zero] : [];
  if (run.length < 2 && rest.length === 0) return "refuse";
  if (rest.length === 0 && items[run.length]?.sentence === run.at(-1)?.item.sentence && items[run.length] !== undefined) return "refuse";
  const good = run.every(
    ({ from, to, item }, index) =>
      from <= to && from > (run[index - 1]?.to ?? 0) && amountOf(item) <= context.points && Number.isInteger(from) && Number.isInteger(to),
  );
  if (!good) return "refuse";
  const table = run.map(({ from, to, item }) => ({ from, to, points: amountOf(item) }));
  return one([...run.map(({ item }) => item), ...rest], {
    kind: "rank",
    input: factOf(context.desk, "number", "名次", { measure: "名" }),
    table,
  });
};

/** 排名1—5名的依次得5、4、3、2、1分. */
function listed(item: Item, { desk }: Context): ReturnType<Reader> {
  if (item.kind !== "several" || item.mode !== "award" || !/名/u.test(item.condition)) return undefined;
  const match = new RegExp(`(?:第)?(${figure})(?:名)?(?:—|至|到)(?:第)?(${figure})(?:名|位)`, "u").exec(item.condition);
  const top = new RegExp(`前(${figure})名`, "u").exec(item.condition)?.[1];
  const [from, to] = match === null ? [1, figureOf(top ?? "")] : [figureOf(match[1] ?? ""), figureOf(match[2] ?? "")];
  if (to - from + 1 !== item.amounts.length) return "refuse";
  const table = item.amounts.map((points, index) => ({ from: from + index, to: from + index, points }));
  return one([item], { kind: "rank", input: factOf(desk, "number", "名次", { measure: "名" }), table });
}

/** The words without 第一起 or without 第1—3名. */
export function withoutOrdinal(words: string): string {
  return words
    .replace(listedOrdinals, "")
    .replace(ordinal, "")
    .replace(
      /(?:以后|此后|之后|其后|自第二[起次]起?|从第二[起次]起?)?，?每(?:增加|多|再发生|递增)?(?:一|1)?(?:起|次|例|件|人|宗)?(?:依次)?(?:多|递增|增|加)$/u,
      "",
    );
}

export function withoutPlace(words: string): string {
  return words.replace(place, "");
}
