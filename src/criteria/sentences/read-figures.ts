import { type Bounds, readBounds } from "./bounds.ts";
import { type Each, readEach } from "./counts.ts";
import type { Item } from "./items.ts";
import type { ReadRule } from "./parsed-standard.ts";
import { factOf } from "./propose.ts";
import { amountOf, type Context, capOf, one, type Reader } from "./reader.ts";
import { figure, figureOf } from "./spelled.ts";

/** 低于95%的，每降低1个百分点扣0.5分，低于90%不得分. */
export const readRate: Reader = (items, context) => {
  const base = items[0];
  const starts = base !== undefined && (isFullAward(base, context) || isFreeAbove(base)) ? 1 : 0;
  const item = items[starts];
  if (item?.kind !== "deduct") return undefined;
  const each = readEach(item.condition);
  if (each === undefined || (each.what !== "fall" && each.what !== "rise")) return undefined;
  const figures = each.unit === "" || /[%‰]|百分点|千分点|元/u.test(each.unit);
  if (each.what === "rise" && !figures) return undefined;
  const target = trendOf(each) ?? targetOf(item, each.head, starts === 1 ? base : undefined, context);
  if (target === undefined) return "refuse";
  const free = base?.kind === "free" ? readBounds(base.condition) : undefined;
  if (free !== undefined && (free.min ?? free.max) !== target.value) return "refuse";
  const direction = each.what === "fall" ? "below" : "above";
  if (target.direction !== undefined && target.direction !== direction) return "refuse";
  const beyond = zeroBeyond(items[starts + 1], direction, target.subject);
  if (beyond !== undefined && (direction === "below" ? beyond > target.value : beyond < target.value)) return "refuse";
  const measure = /‰|千分/u.test(`${each.unit}${target.unit}`) ? "‰" : /%|百分/u.test(`${each.unit}${target.unit}`) ? "%" : each.unit;
  const said = beyond !== undefined || (target.value === 0 && isNoRise(items[starts + 1]));
  const used = items.slice(0, starts + 1 + (said ? 1 : 0));
  return one(used, {
    kind: "rate",
    input: factOf(context.desk, "number", target.subject, { measure }),
    target: target.value,
    direction,
    step: each.step,
    each: amountOf(item),
    partialStep: item.partialStep ?? "whole",
    ...(beyond === undefined ? {} : { zeroBeyond: beyond }),
    ...capOf(items[starts + 1]?.cap !== undefined && beyond !== undefined ? items[starts + 1] : item, context),
  });
};

/** 95%以上的不扣分. */
function isFreeAbove(item: Item): boolean {
  return item.kind === "free" && readBounds(item.condition) !== undefined;
}

/** The first sentence says when everything is earned; the next ones take away from it. */
export function isFullAward(item: Item, { points }: Context): boolean {
  return item.kind === "full" || (item.kind === "award" && amountOf(item) === points && points > 0);
}

/** 死亡人数较上年上升的，每上升1个百分点: from no change on. */
function trendOf({ head, what, unit }: Each): Target | undefined {
  if (what !== "rise" || !/%|百分/u.test(unit)) return undefined;
  const subject = /^([^，\d]{2,30}?(?:同比|[较比与](?:上一?年|去年)同?期?(?:相?比)?)[^，\d]{0,6}?)(?:有所)?(?:上升|增长|增加|升高)$/u.exec(
    head,
  )?.[1];
  return subject === undefined ? undefined : { value: 0, subject: `${subject}上升幅度`, unit: "%", direction: "above" };
}

/** 持平或者下降的不扣分: what 上升的扣 says already. */
function isNoRise(item: Item | undefined): boolean {
  return item?.kind === "free" && /^(?:(?:持平|下降|减少|降低|未上升)(?:或者?|和|、|及)?)+$/u.test(item.condition);
}

interface Target {
  readonly value: number;
  readonly subject: string;
  readonly unit: string;
  readonly direction?: "below" | "above";
}

function targetOf(item: Item, head: string, base: Item | undefined, context: Context): Target | undefined {
  for (const words of [head, base?.condition ?? "", item.lead]) {
    const bounds = words === "" ? undefined : readBounds(words);
    if (bounds !== undefined) return target(bounds, context.clause.title);
  }
  return plainTarget(head, base?.condition ?? "", item.lead, context);
}

function target(bounds: Bounds, title: string): Target | undefined {
  if ((bounds.min === undefined) === (bounds.max === undefined)) return undefined;
  const subject = bounds.subject === "" ? title : bounds.subject;
  // 低于95%, 达到95%: falling short costs. 超过5%, 控制在5%以内: exceeding costs.
  const value = bounds.min ?? bounds.max ?? 0;
  const low = bounds.min === undefined ? !bounds.maxIncluded : bounds.minIncluded;
  return { value, subject, unit: bounds.unit, direction: low ? "below" : "above" };
}

/** 要求100%；每降低……: a single percentage in the words before, or in the requirement. */
function plainTarget(head: string, base: string, lead: string, { clause }: Context): Target | undefined {
  for (const words of [head, base, lead, clause.requirement]) {
    const found = [...words.matchAll(new RegExp(`(${figure})(%|‰)`, "gu"))];
    if (found.length > 1) return undefined;
    const [whole, value = "", unit = ""] = found[0] ?? [];
    if (whole !== undefined) return { value: figureOf(value), unit, subject: subjectBefore(words, whole) || clause.title };
  }
  return undefined;
}

function subjectBefore(words: string, whole: string): string {
  const before = words.slice(0, words.indexOf(whole));
  return before
    .slice(Math.max(before.lastIndexOf("，"), before.lastIndexOf("；"), before.lastIndexOf("。")) + 1)
    .replace(/(?:要求|达到|应|不低于|为|须|需|的|未)+$/u, "");
}

function zeroBeyond(item: Item | undefined, direction: "below" | "above", subject: string): number | undefined {
  if (item?.kind !== "zero") return undefined;
  const bounds = readBounds(item.condition);
  if (bounds === undefined || (bounds.subject !== "" && !subject.includes(bounds.subject) && !bounds.subject.includes(subject)))
    return undefined;
  return direction === "below" ? (bounds.min === undefined ? bounds.max : undefined) : bounds.max === undefined ? bounds.min : undefined;
}

/** 低于80%、70%、60%的，分别扣1分、2分、3分. */
export const readThresholdList: Reader = ([item], context) => {
  if (item?.kind !== "several" || item.cap !== undefined) return undefined;
  const list = new RegExp(`^(.*?)(低于|不足|未达到|超过|高于|达到)((?:${figure}(?:%|‰)?[、，和])+${figure}(?:%|‰)?)(?:以上)?$`, "u").exec(
    item.condition,
  );
  if (list === null) return undefined;
  const [, subject = "", side = "", thresholds = ""] = list;
  const values = (thresholds.match(new RegExp(figure, "gu")) ?? []).map(figureOf);
  if (values.length !== item.amounts.length || new Set(values).size !== values.length) return "refuse";
  const below = /低于|不足|未达到/u.test(side);
  const pairs = values
    .map((value, index) => ({ value, points: item.amounts[index] ?? 0 }))
    .sort((a, b) => (below ? a.value - b.value : b.value - a.value));
  if (!pairs.every(({ points }, index) => index === 0 || points < (pairs[index - 1]?.points ?? 0))) return "refuse";
  const tiers = pairs.map(({ value, points }, index) => {
    const inner = pairs[index - 1]?.value;
    const included = side === "达到" ? {} : below ? {} : { minIncluded: false, ...(inner === undefined ? {} : { maxIncluded: true }) };
    const range = below
      ? { ...(inner === undefined ? {} : { min: inner }), max: value }
      : { min: value, ...(inner === undefined ? {} : { max: inner }) };
    return { ...range, ...included, points };
  });
  const measure = thresholds.includes("‰") ? "‰" : thresholds.includes("%") ? "%" : "";
  return one([item], { kind: "tiers", input: factOf(context.desk, "number", subject, { measure }), mode: item.mode, tiers });
};

const task = new RegExp(`(${figure})(?:家次|户次|人次|家|户|处|个|件|起|次|场|期|人|公里|亩|套|台|座|万元)$`, "u");

/** 完成改造50户: what is to be reached. */
function amountIn(words: string): number | undefined {
  const amount = task.exec(words)?.[1];
  return amount === undefined ? undefined : figureOf(amount);
}

/** 20件以上得1分，不足20件的按完成比例得分；按未完成比例扣分. */
export const readRatio: Reader = (items, context) => {
  const [first, second] = items;
  const direct = first?.kind === "ratio" ? first : undefined;
  const item = direct ?? (second?.kind === "ratio" && (first?.kind === "award" || first?.kind === "full") ? second : undefined);
  if (item === undefined) return undefined;
  const base = direct === undefined ? first : undefined;
  const bounds = base === undefined ? undefined : readBounds(base.condition);
  if (base !== undefined && !/不足|不达标|未达|未完成|达不到|未全部|低于|少于|否则|其余|其他|部分|不到/u.test(item.condition))
    return undefined;
  const amount = base === undefined ? (item.cap ?? context.points) : base.kind === "full" ? context.points : amountOf(base);
  if (amount <= 0 || amount > context.points) return "refuse";
  const value = bounds?.min ?? bounds?.max ?? (base === undefined ? undefined : amountIn(base.condition));
  const name = bounds?.subject ?? base?.condition ?? item.condition;
  // 培训率按比例得分: the rate is the share itself.
  const rate = base === undefined && value === undefined && item.of === undefined && /^[^，]{2,12}率$/u.test(name);
  const percent = rate || bounds?.unit === "%";
  const rule: ReadRule = {
    kind: "ratio",
    mode: base === undefined ? item.mode : "award",
    input: factOf(context.desk, "number", rate || item.of !== undefined ? name : `${name}实际完成数`, percent ? { measure: "%" } : {}),
    target: value ?? (rate ? 100 : factOf(context.desk, "number", item.of ?? `${name}应完成数`)),
    points: amount,
  };
  const used = base === undefined ? [item] : [base, item];
  const rest = items[used.length];
  return one(
    rest?.kind === "zero" && rest.sentence === item.sentence && /未开展|未完成|否则|未/u.test(rest.condition) ? [...used, rest] : used,
    rule,
  );
};
