import { type Bounds, readBounds } from "./bounds.ts";
import { countsEach, readEach } from "./counts.ts";
import { readFrequency } from "./frequency.ts";
import type { Item } from "./items.ts";
import { askFor, type Desk, factOf, kindOf } from "./propose.ts";
import { amountOf, type Context, capOf, one, type Placed, type Reader } from "./reader.ts";

type On =
  | { readonly evidence: string }
  | { readonly input: string; readonly is: boolean }
  | ({ readonly input: string } & Partial<Record<"below" | "atMost" | "above" | "atLeast", number>>);

const quality =
  /不(?:规范|及时|到位|全|完善|完整|齐|准确|清|明确|健全|符合|力|实|一致|合格|足|严|够)|质量|走过场|流于形式|弄虚作假|雷同|滞后/u;
/** 未制定方案或者未召开部署会: one document cannot settle it. */
const several = /或者?|且|并(?!网|轨)|以及|及(?!时|格|其)|和(?!谐|解)|、/u;
const absent = /未|无|没有|缺/u;

/** What sets a condition off: a figure, a missing or present document, or a fact that people state. */
function triggerOf(words: string, wanted: "absence" | "presence", { desk }: Context): On {
  const figure = numericTrigger(words, desk);
  if (figure !== undefined) return figure;
  // 检查无整改: what is lacking is no document.
  const lacked = /^.{2,}无(.+)$/u.exec(words)?.[1];
  const documented = kindOf(lacked ?? words) !== undefined && !quality.test(words) && !several.test(words) && words.length <= 40;
  if (documented && (wanted === "presence" ? !absent.test(words) : absent.test(words))) return { evidence: askFor(desk, words) };
  return { input: factOf(desk, "yesno", words), is: true };
}

/** 低于80%, 3次以上: a number that people state, and where it sets the rule off. */
export function numericTrigger(words: string, desk: Desk): Exclude<On, { evidence: string } | { is: boolean }> | undefined {
  const bounds = readBounds(words);
  const compared = bounds === undefined ? undefined : comparison(bounds);
  if (bounds === undefined || compared === undefined) return undefined;
  return { input: factOf(desk, "number", bounds.subject || desk.title, { measure: bounds.unit }), ...compared };
}

function comparison(bounds: Bounds): Partial<Record<"below" | "atMost" | "above" | "atLeast", number>> | undefined {
  if (bounds.min !== undefined && bounds.max !== undefined) return undefined;
  if (bounds.max !== undefined) return bounds.maxIncluded ? { atMost: bounds.max } : { below: bounds.max };
  if (bounds.min === undefined) return undefined;
  return bounds.minIncluded ? { atLeast: bounds.min } : { above: bounds.min };
}

const vague = /^(?:否则|反之|其他|其余|其它|未达到(?:要求)?的?|不符合的?|达不到要求|其他情形|其他情况)$/u;

/** 未制定方案的，扣2分. */
export const readDeduct: Reader = ([item], context) => {
  if (item?.kind !== "deduct" || vague.test(item.condition) || item.ladder || countsEach(item.condition)) return undefined;
  if (/(?:各|分别)$/u.test(item.condition)) return eachOfList(item, context);
  if (
    (item.condition === "" && item.lead === "") ||
    /^(?:并|同时|还|再)|再次|首次|起起|(?:^|，)(?:另行?|追加|倒|加|并|同时)$/u.test(item.condition) ||
    /(?:延期|逾期|推迟|延迟|迟报|超期)[^，]{0,4}(?:天|日|周|月)/u.test(item.condition)
  )
    return "refuse";
  const before = context.rules.at(-1);
  const same = before?.items.at(-1);
  // 完成的得5分，未完成的扣5分: both ends of one thing.
  if (
    before !== undefined &&
    same !== undefined &&
    awards.has(before.rule.kind) &&
    same.mode === "award" &&
    contradicts(item.condition, item, same)
  )
    return "refuse";
  const words = item.condition === "" ? item.lead : item.condition;
  return one([item], { kind: "deduct", points: amountOf(item), ...triggerOf(words, "absence", context), ...capless(item) });
};

/** A limit on a single amount says nothing when it is the same amount. */
function capless(item: Item): { readonly cap?: number } {
  return item.cap === undefined || item.cap === amountOf(item) ? {} : { cap: item.cap };
}

/** 救生衣少于50件: a thing of its own with its own figure. */
function isBelow(part: string): boolean {
  const bounds = readBounds(part);
  return bounds !== undefined && bounds.subject.length > 1 && (bounds.min === undefined) !== (bounds.max === undefined);
}

/** 未建立制度、未明确专人的，各扣1分. */
function eachOfList(item: Item, context: Context): ReturnType<Reader> {
  const parts = item.condition.replace(/[，的]*(?:各|分别)$/u, "").split(/、|，|或者?|和/u);
  if (parts.length < 2 || item.cap !== undefined || !parts.every((part) => /^(?:未|无|没有)/u.test(part) || isBelow(part))) return "refuse";
  const rules = parts.map(
    (part): Placed => ({
      rule: { kind: "deduct", points: amountOf(item), ...triggerOf(part, "absence", context) },
      items: [{ ...item, condition: part }],
    }),
  );
  return { used: 1, rules };
}

const awards = new Set(["award_or_zero", "award_each", "stack", "tiers", "ratio", "rank"]);
const otherwise = /^(?:否则|反之|其他|其余|其它|不符合|达不到|未达到|未按要求)/u;

/** 有……的得1分; 在此基础上再得0.5分. */
export const readAward: Reader = ([item], context) => {
  if (item === undefined || (item.kind !== "award" && item.kind !== "full")) return undefined;
  if (
    (readEach(item.condition) !== undefined && readFrequency(item.condition) === undefined) ||
    countsEach(item.condition) ||
    vague.test(item.condition)
  )
    return "refuse";
  const words = (item.condition || item.lead).replace(/^(?:在(?:此|这|上述|以上)基础上)，?/u, "").replace(/(?:的|，|可)+$/u, "");
  if (words === "") return "refuse";
  const points = item.kind === "full" ? context.points : amountOf(item);
  if (points <= 0 || /未|没有/u.test(words.slice(0, 2))) return "refuse";
  const stacked = /基础上/u.test(item.condition) || /再/u.test(item.verb);
  const on = triggerOf(words, "presence", context);
  if (!stacked) return one([item], { kind: "award_or_zero", points, ...on });
  const at = context.rules.findLastIndex(({ rule }) => awards.has(rule.kind));
  // 每次计0.5分；被推广的再加0.5分: for each, or once?
  if (at < 0 || context.rules[at]?.rule.kind === "award_each") return "refuse";
  return one([item], { kind: "stack", points, ...on, after: `r${at + 1}` });
};

/** 未落实的不得分; ……，否则不得分. */
export const readZero: Reader = ([item], context) => {
  if (item?.kind !== "zero") return undefined;
  const last = context.rules.at(-1);
  const lastItem = last?.items.at(-1);
  const words = item.condition;
  const awarded =
    last !== undefined && lastItem !== undefined && awards.has(last.rule.kind) && !("mode" in last.rule && last.rule.mode === "deduct");
  const figured = readBounds(words) !== undefined;
  // 5万元以下得1分，未落实不得分: nothing at all is below 5 too.
  if (awarded && !figured && last.rule.kind === "tiers" && last.rule.tiers.some(({ is, min }) => is === undefined && min === undefined))
    return "refuse";
  if (awarded && figured && !contradicts(words, item, lastItem)) return "refuse";
  if (awarded && item.sentence - lastItem.sentence <= 1 && (otherwise.test(words) || contradicts(words, item, lastItem)))
    return extend(last, item);
  if (context.points <= 0) return "refuse";
  const positive =
    /^(.{2,}?)[，的]*(?:否则|反之)$/u.exec(words)?.[1] ?? (/^(?:否则|反之)$/u.test(words) && item.lead !== "" ? item.lead : undefined);
  if (context.rules.some(({ rule }) => awards.has(rule.kind) && rule.kind !== "award_or_zero")) return "refuse";
  // A second condition for the whole clause: another award of everything would pay for either of them.
  if (context.rules.some(({ rule }) => rule.kind === "award_or_zero" && rule.points !== context.points)) return "refuse";
  const second = context.rules.some(({ rule }) => rule.kind === "award_or_zero");
  if (positive !== undefined)
    return second ? "refuse" : one([item], { kind: "award_or_zero", points: context.points, ...triggerOf(positive, "presence", context) });
  if (words === "" || otherwise.test(words)) return "refuse";
  if (second && lastItem?.sentence === item.sentence) return "refuse";
  if (second) return one([item], { kind: "veto", input: factOf(context.desk, "yesno", words), is: true, scope: "clause" });
  return one([item], { kind: "award_or_zero", points: context.points, ...lacking(words, context) });
};

/** Everything, unless what the words say is the case. */
function lacking(words: string, context: Context): On {
  const on = triggerOf(words, "absence", context);
  if ("evidence" in on) return on;
  if ("is" in on) return { ...on, is: false };
  const { below, atMost, above, atLeast, input } = on;
  if (below !== undefined) return { input, atLeast: below };
  if (atMost !== undefined) return { input, above: atMost };
  if (above !== undefined) return { input, atMost: above };
  return { input, ...(atLeast === undefined ? {} : { below: atLeast }) };
}

/** 设立的得1分，未设立的不得分: in one sentence, or with the same word in the next one. */
function contradicts(words: string, item: Item, last: Item): boolean {
  const bounds = readBounds(words);
  if (bounds !== undefined) return meets(readBounds(last.condition), bounds);
  if (item.sentence === last.sentence && /^(?:低于|不足|少于|小于|达不到|不到|不高于)/u.test(words)) return true;
  // 未发生事故得2分，发生事故不得分.
  const denied = /^(.*?)(?:未|没有|无)(.+)$/u.exec(last.condition.split("，").at(-1) ?? "");
  if (denied !== null && item.sentence === last.sentence && words === `${denied[1] ?? ""}${denied[2] ?? ""}`) return true;
  const negated = /(?:未|没有|没|无|不|缺少?)(?:按(?:规定|要求|时|期)|及时|全部|有效|能)*(?<verb>[\p{Script=Han}]{1,2})/u.exec(words)
    ?.groups?.["verb"];
  if (negated === undefined) return false;
  return item.sentence === last.sentence || last.condition.includes(negated);
}

/** 95%以上得2分，低于95%不得分: the two leave nothing between them. A bare 否则 has no figure to compare. */
function meets(given: Bounds | undefined, zero: Bounds): boolean {
  return given !== undefined && (given.min ?? given.max) === (zero.max ?? zero.min);
}

function extend(last: Placed, item: Item): ReturnType<Reader> {
  return { used: 1, rules: [], changed: item.cap === undefined ? last.rule : { ...last.rule, cap: item.cap } };
}

/** 同时倒扣1分; 瞒报的，追加扣0.5分. */
export const readExtra: Reader = ([item], context) => {
  if (item?.kind !== "extra") return undefined;
  if (readEach(item.condition) !== undefined) return "refuse";
  const last = context.rules.at(-1);
  if (item.condition === "" && last !== undefined) {
    const { rule } = last;
    const before = last.items.at(-1);
    // 每处扣1分，扣满4分的，追加扣2分: four of them, not one.
    if (rule.kind === "deduct_each" && before?.cap !== undefined && before.sentence === item.sentence) {
      if (rule.input === undefined || typeof rule.allowed === "string" || !(rule.each > 0)) return "refuse";
      const atLeast = (rule.allowed ?? 0) + Math.ceil(before.cap / rule.each) * (rule.step ?? 1);
      return one([item], { kind: "minus_extra", points: amountOf(item), input: rule.input, atLeast });
    }
    if ("evidence" in rule && rule.evidence !== undefined)
      return one([item], { kind: "minus_extra", points: amountOf(item), evidence: rule.evidence });
    if ("is" in rule && typeof rule.is === "boolean" && rule.input !== undefined) {
      const is = rule.kind === "award_or_zero" ? !rule.is : rule.is;
      return one([item], { kind: "minus_extra", points: amountOf(item), input: rule.input, is });
    }
  }
  const words = item.condition || last?.items.at(-1)?.condition || item.lead;
  if (words === "") return "refuse";
  return one([item], { kind: "minus_extra", points: amountOf(item), ...factTrigger(words, context) });
};

function factTrigger(words: string, { desk }: Context): On {
  return { input: factOf(desk, "yesno", words), is: true };
}

const costs = new Set(["deduct", "deduct_each", "shortfall", "rate", "late", "escalate", "tiers", "ratio"]);

/** 因不可抗力的不扣分; 当年查处的减半扣分: about the rule before. */
export const readExemption: Reader = ([item, next], context) => {
  if (item?.kind !== "free" && item?.kind !== "factor") return undefined;
  // 完成的不扣分，未完成的扣1分: the first says nothing new.
  const denied = next?.kind === "deduct" ? /^(?:未|没有)(.{2})/u.exec(next.condition)?.[1] : undefined;
  if (
    item.kind === "free" &&
    next !== undefined &&
    next.sentence === item.sentence &&
    denied !== undefined &&
    item.condition.includes(denied)
  ) {
    const found = readDeduct([next], context);
    if (found !== undefined && found !== "refuse" && "rules" in found)
      return { used: 2, rules: found.rules.map((placed) => ({ ...placed, items: [item, next] })) };
  }
  const last = context.rules.at(-1);
  // The person who decides on the amount decides on this too.
  if (last?.rule.kind === "manual" && item.kind === "free") return { used: 1, rules: [], changed: last.rule };
  if (last === undefined || !costs.has(last.rule.kind) || item.condition === "") return "refuse";
  if (item.verb.includes("除外") && !/不可抗力|自然灾害|政策|客观|批准|依法|上级/u.test(item.condition)) return "refuse";
  const fact = factOf(context.desk, "yesno", item.condition);
  if (item.kind === "free") {
    // 非林区不扣分: says no more than that the rule before is for the others.
    if (item.profile !== undefined) return last.rule.profiles === undefined ? "refuse" : { used: 1, rules: [], changed: last.rule };
    if (last.rule.unless !== undefined) return "refuse";
    return { used: 1, rules: [], changed: { ...last.rule, unless: fact } };
  }
  if (last.rule.multiplier !== undefined) return "refuse";
  const multiplier = { factor: item.verb.includes("减半") ? 0.5 : 2, when: fact };
  return { used: 1, rules: [], changed: { ...last.rule, multiplier, ...capOf(item, context) } };
};
