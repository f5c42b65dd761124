import { readBounds } from "./bounds.ts";
import { countsEach, type Each, readEach } from "./counts.ts";
import { countName } from "./fact-name.ts";
import { type Frequency, frequencyInName, readFrequency } from "./frequency.ts";
import type { Item } from "./items.ts";
import type { ReadRule } from "./parsed-standard.ts";
import { askFor, factOf } from "./propose.ts";
import { isFullAward } from "./read-figures.ts";
import { amountOf, type Context, capOf, one, type Reader } from "./reader.ts";

/** 每季度至少1次，每少1次扣1分; 每发现一处扣0.5分; 每有一家未建档扣0.2分. */
export const readEachDeduct: Reader = (items, context) => {
  const base = items[0];
  const starts = base !== undefined && isFullAward(base, context) && !countsEach(base.condition) ? 1 : 0;
  const item = items[starts];
  const each = item?.kind === "deduct" ? readEach(item.condition) : undefined;
  if (item === undefined || each === undefined || each.what === "late" || each.what === "fall") return undefined;
  // 缺口率每5%: of what, and from where on.
  if (each.what === "found" && /[%‰]|分点/u.test(each.unit)) return "refuse";
  if (each.what === "rise" && (each.unit === "" || /[%‰]|分点|元/u.test(each.unit))) return undefined;
  // 每日每处: days and places at once.
  if (each.what === "found" && /每个?(?:日|天|周|星期)$/u.test(each.head)) return "refuse";
  // 第二起起每起扣2分: depends on what was counted before.
  if (/第[一二三四五六七八九十\d]+(?![一二三四五六七八九十\d条款])|再次|以后|此后|之后|起起|首次/u.test(item.condition)) return "refuse";
  // 得满分；每……扣: only one that follows at once belongs to it.
  if (starts === 1 && base !== undefined && item.sentence - base.sentence > 1) return undefined;
  const used = items.slice(0, starts + 1);
  if (each.what === "rise") return beyondAllowed(used, item, each, base === item ? undefined : base, context);
  const frequency = each.what === "missed" ? owed(each, item, base === item ? undefined : base, context) : undefined;
  if (frequency === "several") return "refuse";
  if (frequency !== undefined) {
    if (each.step !== 1 || !/^(?:次|期|场|回|轮|条|篇|份|件|批|个?季度|个?月)/u.test(`${each.unit}${each.rest}`) || ofSeveral(each))
      return "refuse";
    const words = [each.rest, each.head, item.lead, base?.condition ?? ""].find((piece) => piece.length > 2) ?? context.clause.title;
    return one(used, {
      kind: "shortfall",
      evidence: askFor(context.desk, words, frequency),
      each: amountOf(item),
      ...capOf(item, context),
    });
  }
  return one(used, countedRule(item, each, context));
};

/** 每年检查4次，方案、通报、总结每少1次: several things, each owed so often. */
function ofSeveral({ head, verb, rest }: Each): boolean {
  const parts = head.split("，");
  return (parts.length > 1 && /、|和|及/u.test(parts.at(-1) ?? "")) || /、/u.test(`${verb}${rest}`);
}

/** 控制在5人以内得3分，每增加1人扣1分: without the number that is free, nobody can count. */
function beyondAllowed(used: readonly Item[], item: Item, each: Each, base: Item | undefined, context: Context): ReturnType<Reader> {
  const bounds = base === undefined ? undefined : readBounds(base.condition);
  const kept = bounds?.unit === each.unit && bounds.min === undefined ? bounds.max : undefined;
  if (base !== undefined && kept === undefined) return "refuse";
  const rule = countedRule(item, each, context);
  const allowed = kept ?? (rule.kind === "deduct_each" ? rule.allowed : undefined);
  if (allowed === undefined || rule.kind !== "deduct_each") return "refuse";
  return one(used, { ...rule, allowed });
}

/** How often the document is owed, from the sentence itself, the one before, or the requirement. */
function owed(each: Each, item: Item, base: Item | undefined, { clause }: Context): Frequency | "several" | undefined {
  const own = readFrequency(`${each.head}，${base?.condition ?? ""}`) ?? readFrequency(item.lead);
  if (own !== undefined) return own;
  const repeated = /^(?:次|期|场|回|轮)$/u.test(each.unit);
  const bounds = repeated || /^(?:篇|份|条|件)$/u.test(each.unit) ? readBounds(each.head) : undefined;
  const count = bounds?.unit === each.unit ? (bounds.min ?? bounds.max) : undefined;
  if (count !== undefined && Number.isInteger(count)) return { per: "year", count };
  if (!repeated) return undefined;
  const named = frequencyInName(each.head);
  if (named !== undefined) return named;
  const required = readFrequency(clause.requirement);
  return required === "several" ? undefined : required;
}

/** One of these is owed by each: who owes it is asked elsewhere. */
const document = /记录|台[账帐]|方案|计划|总结|报告|责任[书状]|承诺书|纪要|清单|照片|要点|花名册|图片/u;

export function countedRule(item: Item, each: Each, context: Context): ReadRule {
  const name = item.condition.replace(/每.*$/u, "").length > 2 ? item.condition.replace(/每[^每]*$/u, "") : item.condition;
  const allowed = each.what === "rise" || /超/u.test(each.head) ? allowance(each, context) : undefined;
  const source =
    each.what === "missed" &&
    /份|部门|单位|乡镇|街道|家/u.test(`${each.unit}${each.rest.slice(0, 2)}`) &&
    document.test(`${each.rest}${each.head}`)
      ? { missing: askFor(context.desk, `${document.test(each.rest) ? each.rest : each.head}，${each.unit === "份" ? "" : "每个单位"}`) }
      : { input: factOf(context.desk, "number", countName(name, each.unit, each.what === "missed"), { measure: each.unit }) };
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
  // 一次得0.5分，最高得1分: the limit says that it may happen again.
  const again = item.cap !== undefined && item.cap > amountOf(item);
  const apart = /(?:^|，)[一1](?:篇|次|条|个|项|家|人|期|场|件)$/u.test(item.condition) && /加|奖/u.test(item.verb);
  if (!countsEach(item.condition) && !again && !apart) return undefined;
  const each = readEach(item.condition);
  if (each === undefined) return undefined;
  // 下降15%以上的，每少1人加1分: from where on, and how far.
  const more = /^(?:新?增加?|增)$/u.test(each.verb) && readBounds(each.head) === undefined;
  if (each.what === "missed" || (each.what === "rise" && !more)) return "refuse";
  if (each.step !== 1 || each.what === "fall" || each.what === "late" || /[%‰]|分点|元/u.test(each.unit)) return "refuse";
  const asks = /开展|组织|举办|召开|报送|印发|编制|培训|演练|宣传/u.test(item.condition) && each.what === "found";
  const source = asks
    ? { evidence: askFor(context.desk, item.condition) }
    : { input: factOf(context.desk, "number", item.condition, { measure: each.unit }) };
  return one([item], { kind: "award_each", each: amountOf(item), ...source, ...capOf(item, context) });
};
