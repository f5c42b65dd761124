import { daysInMonth, makeDate } from "../../model/dates.ts";
import type { Item } from "./items.ts";
import { type Each, type Frequency, readBounds, readEach, readFrequency } from "./measures.ts";
import type { ReadRule } from "./parsed-standard.ts";
import { askFor, factOf } from "./propose.ts";
import { isFullAward } from "./read-figures.ts";
import { amountOf, type Context, capOf, one, type Reader } from "./reader.ts";
import { figure, figureOf } from "./spelled.ts";

/** 每季度至少1次，每少1次扣1分; 每发现一处扣0.5分; 每有一家未建档扣0.2分. */
export const readEachDeduct: Reader = (items, context) => {
  const base = items[0];
  const starts = base !== undefined && isFullAward(base, context) && readEach(base.condition) === undefined ? 1 : 0;
  const item = items[starts];
  const each = item?.kind === "deduct" ? readEach(item.condition) : undefined;
  if (item === undefined || each === undefined || each.what === "late" || each.what === "fall") return undefined;
  if (each.what === "rise" && (each.unit === "" || /[%‰]|分点|元/u.test(each.unit))) return undefined;
  // 第二起起每起扣2分: depends on what was counted before.
  if (/第[一二三四五\d]|再次|以后|此后|之后|起起|首次/u.test(item.condition)) return "refuse";
  // 得满分；每……扣: only one that follows at once belongs to it.
  if (starts === 1 && base !== undefined && item.sentence - base.sentence > 1) return undefined;
  const used = items.slice(0, starts + 1);
  const frequency = each.what === "missed" ? owed(each, item, base === item ? undefined : base, context) : undefined;
  if (frequency === "several") return "refuse";
  if (frequency !== undefined) {
    if (each.step !== 1) return "refuse";
    const words = [each.rest, each.head, item.lead, base?.condition ?? ""].find((piece) => piece.length > 2) ?? context.clause.title;
    return one(used, {
      kind: "shortfall",
      evidence: askFor(context.desk, words, frequency),
      each: amountOf(item),
      ...capOf(item, context),
    });
  }
  return one(used, counted(item, each, context));
};

/** How often the document is owed, from the sentence itself, the one before, or the requirement. */
function owed(each: Each, item: Item, base: Item | undefined, { clause }: Context): Frequency | "several" | undefined {
  const own = readFrequency(`${each.head}，${base?.condition ?? ""}`) ?? readFrequency(item.lead);
  if (own !== undefined) return own;
  const repeated = /^(?:次|期|场|回|轮)$/u.test(each.unit);
  const bounds = repeated ? readBounds(each.head) : undefined;
  const count = bounds?.unit === each.unit ? (bounds.min ?? bounds.max) : undefined;
  if (count !== undefined && Number.isInteger(count)) return { per: "year", count };
  if (!repeated) return undefined;
  const required = readFrequency(clause.requirement);
  return required === "several" ? undefined : required;
}

/** One of these is owed by each: who owes it is asked elsewhere. */
const document = /记录|台[账帐]|方案|计划|总结|报告|责任[书状]|承诺书|纪要|清单|照片|要点|花名册|图片/u;

function counted(item: Item, each: Each, context: Context): ReadRule {
  const name = item.condition.replace(/每.*$/u, "").length > 2 ? item.condition.replace(/每[^每]*$/u, "") : item.condition;
  const allowed = each.what === "rise" || /超/u.test(each.head) ? allowance(each, context) : undefined;
  const source =
    each.what === "missed" &&
    /份|部门|单位|乡镇|街道|家/u.test(`${each.unit}${each.rest.slice(0, 2)}`) &&
    document.test(`${each.rest}${each.head}`)
      ? { missing: askFor(context.desk, `${document.test(each.rest) ? each.rest : each.head}，${each.unit === "份" ? "" : "每个单位"}`) }
      : { input: factOf(context.desk, "number", name, { measure: each.unit }) };
  return {
    kind: "deduct_each",
    each: amountOf(item),
    ...source,
    ...(allowed === undefined ? {} : { allowed }),
    ...(each.step === 1 ? {} : { step: each.step }),
    ...capOf(item, context),
  };
}

/** 超过3起的，每超1起: the first three are free; 超过控制指标: the quota is a fact of its own. */
function allowance(each: Each, { desk }: Context): number | string | undefined {
  const bounds = readBounds(each.head);
  // 超过30分钟的，每次: what is exceeded is not what is counted.
  if (bounds !== undefined) return bounds.unit === each.unit ? (bounds.min ?? bounds.max) : undefined;
  if (!/指标|控制数|目标|上年|去年|同期|定额|限额|计划数|平均/u.test(each.head)) return undefined;
  return factOf(desk, "number", `${each.head}（允许数）`, { measure: each.unit });
}

/** 每组织1次得0.5分，计满2分为止. */
export const readEachAward: Reader = ([item], context) => {
  if (item?.kind !== "award") return undefined;
  const each = readEach(item.condition);
  if (each === undefined) return undefined;
  if (each.step !== 1 || each.what === "fall" || each.what === "late" || /[%‰]|分点|元/u.test(each.unit)) return "refuse";
  const asks = /开展|组织|举办|召开|报送|印发|编制|培训|演练|宣传/u.test(item.condition) && each.what === "found";
  const source = asks
    ? { evidence: askFor(context.desk, item.condition) }
    : { input: factOf(context.desk, "number", item.condition, { measure: each.unit }) };
  return one([item], { kind: "award_each", each: amountOf(item), ...source, ...capOf(item, context) });
};

const notHanded =
  /未(?:按要求|按规定)?(?:上?报送?|提交|交|公布|公开|办结|完成|上报|备案|反馈|报告)|不报|拒不|未报|没有(?:报送|上报|提交)|逾期未报|一直未|未(?:送达|移交|录入|填报|整改)/u;

/** 每迟报1天扣0.2分，未报送的扣1分. */
export const readLate: Reader = (items, context) => {
  const base = items[0];
  const starts = base !== undefined && isFullAward(base, context) ? 1 : 0;
  const item = items[starts];
  const each = item?.kind === "deduct" ? readEach(item.condition) : undefined;
  if (item === undefined || each?.what !== "late") return undefined;
  const per = perOf(each.unit);
  if (per === undefined)
    return /^(?:次|期|份|条|件|起|项|人|家|个)/u.test(each.unit) ? one(items.slice(0, starts + 1), counted(item, each, context)) : "refuse";
  if (each.step !== 1) return "refuse";
  const next = items[starts + 1];
  const missing =
    next !== undefined &&
    (next.kind === "zero" || next.kind === "deduct") &&
    notHanded.test(next.condition) &&
    readEach(next.condition) === undefined
      ? next
      : undefined;
  const used = items.slice(0, starts + 1 + (missing === undefined ? 0 : 1));
  const words = `${item.lead}，${base?.condition ?? ""}，${item.condition}`;
  const cap = capOf(missing?.cap === undefined ? item : missing, context);
  const lost = missing === undefined ? {} : { missing: missing.kind === "zero" ? context.points : amountOf(missing) };
  return one(used, {
    kind: "late",
    input: factOf(context.desk, "date", `${documentOf(words, context)}完成日期`),
    due: dueOf(words, context),
    per,
    each: amountOf(item),
    ...lost,
    ...cap,
  });
};

function documentOf(words: string, { clause }: Context): string {
  const piece = words.split("，").find((part) => part.length > 1) ?? clause.title;
  return (
    piece
      .replace(/(?:应|须|要|需)?(?:在|于)?[\d年月日前底内]*(?:报送|上报|提交|完成)?(?:的)?$/u, "")
      .replace(/每.*$/u, "")
      .slice(0, 30) || clause.title
  );
}

function perOf(unit: string): "day" | "week" | "month" | undefined {
  if (/^(?:天|日)$/u.test(unit)) return "day";
  if (/^(?:周|星期)$/u.test(unit)) return "week";
  return unit === "月" ? "month" : undefined;
}

type Due = Extract<ReadRule, { kind: "late" }>["due"];

/** The day as printed; without a year the one of the assessed period; else a day that people must state. */
function dueOf(words: string, { around, desk }: Context): Due {
  const printed = /(?:(20\d{2})年)?(?:度)?(\d{1,2})月(?:(\d{1,2})[日号]|(底))/u.exec(words);
  const year = printed?.[1] ?? around.period?.from.slice(0, 4);
  if (printed !== null && year !== undefined) {
    const month = Number(printed[2]);
    const day = printed[4] === undefined ? Number(printed[3]) : daysInMonth(Number(year), month);
    const date = makeDate(Number(year), month, day);
    if (date !== undefined) return date;
  }
  const days = new RegExp(`(${figure})(?:天|日)(?:之?内|以内)`, "u").exec(words)?.[1];
  const months = new RegExp(`(${figure})个?月(?:之?内|以内)`, "u").exec(words)?.[1];
  if (days !== undefined) return { after: factOf(desk, "date", "期限起算日"), days: figureOf(days) };
  if (months !== undefined) return { after: factOf(desk, "date", "期限起算日"), months: figureOf(months) };
  return { after: factOf(desk, "date", "规定时限（最后一天）"), days: 0 };
}

const ordinal = /(?:第(?<n>[一二三四五六七八九十\d]+)|(?<first>首))(?:起|次|例|件|人|宗|处|个|家)/u;

/** 第一起扣1分，第二起扣2分，以此类推. */
export const readEscalate: Reader = (items, context) => {
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
