import { figure, figureOf, isExact } from "./spelled.ts";

/** A range of figures with the thing measured: 整改率低于95%. */
export interface Bounds {
  readonly subject: string;
  readonly unit: string;
  readonly min?: number;
  readonly minIncluded: boolean;
  readonly max?: number;
  readonly maxIncluded: boolean;
  /** min—max with a dash: whether the upper end belongs to it depends on the neighbours. */
  readonly dashed: boolean;
  /** Before the first figure stands a word that says from which side: 达到, 低于. */
}

interface Side {
  readonly end: "min" | "max";
  readonly included: boolean;
}

const before: readonly (readonly [string, Side])[] = [
  ["不低于|不少于|不小于|不得低于|不得少于|达到|达|≥|至少", { end: "min", included: true }],
  ["不超过|不高于|不大于|不多于|控制在|不得超过|≤", { end: "max", included: true }],
  ["低于|少于|小于|不足|不到|未达到|未达|达不到|没达到|没有达到|不满|未满|<|＜", { end: "max", included: false }],
  ["超过|高于|大于|多于|超出|>|＞", { end: "min", included: false }],
];
const words = before.map(([source]) => source).join("|");
const bound = "（(?:不?(?:含|包括|包含))[^）]*）";
const unit =
  "(?:%|‰|个百分点|万元|亿元|元|分钟|分|起|处|人次|次|人|家|件|个|天|日|小时|学时|课时|户|份|场|项|条|公里|平方米|立方米|米|亩|公顷|吨|名|所|篇|支|台|辆|期|张|倍|年)?";
const single = new RegExp(
  `(?<op>${words})?(?<pct>百分之)?(?<n>${figure})(?<u>${unit})(?<b1>${bound})?(?<suffix>及以上|（含）以上|含以上|以上|及以下|含以下|以下|以内|之内)?(?<b2>${bound})?`,
  "gu",
);
const dashed = new RegExp(
  `(?:在|为|达到)?(?<a>${figure})(?<u1>${unit})(?<b1>${bound})?(?:—|至|到|~)(?<b>${figure})(?<u2>${unit})(?<b2>${bound})?(?:之间|以内)?(?<b3>${bound})?$`,
  "u",
);

/** Reads a condition that ends in a range of figures; undefined when it is anything else. */
export function readBounds(condition: string): Bounds | undefined {
  const words = condition.replace(/的$/u, "").replace(/，$/u, "");
  return readDashed(words) ?? readBetween(words) ?? readSides(words) ?? readWhole(words);
}

const betweenSigns = new RegExp(
  `^(?<a>${figure})(?<u1>${unit})(?<o1>[≤<＜])(?<subject>[^≤<＜\\d]{0,20})(?<o2>[≤<＜])(?<b>${figure})(?<u2>${unit})$`,
  "u",
);

/** 80%≤完成率<90%. */
function readBetween(words: string): Bounds | undefined {
  const groups = betweenSigns.exec(words)?.groups;
  if (groups === undefined) return undefined;
  const [min, max] = [figureOf(groups["a"] ?? ""), figureOf(groups["b"] ?? "")];
  if (!(min < max) || !isExact(min) || !isExact(max)) return undefined;
  const measure = { subject: groups["subject"] ?? "", unit: groups["u2"] ?? "" };
  return { ...measure, min, minIncluded: groups["o1"] === "≤", max, maxIncluded: groups["o2"] === "≤", dashed: false };
}

/** 办结率100%: nothing lies above it. */
function readWhole(words: string): Bounds | undefined {
  const subject = /^([^\d%，]{0,20}[率度面]?)(?:为|是)?100%$/u.exec(words)?.[1];
  return subject === undefined ? undefined : { subject, unit: "%", min: 100, minIncluded: true, maxIncluded: false, dashed: false };
}

function readDashed(words: string): Bounds | undefined {
  const groups = dashed.exec(words)?.groups;
  const index = dashed.exec(words)?.index ?? 0;
  if (groups === undefined) return undefined;
  const [min, max] = [figureOf(groups["a"] ?? ""), figureOf(groups["b"] ?? "")];
  if (!(min < max) || !isExact(min) || !isExact(max)) return undefined;
  if (!isSubject(words.slice(0, index))) return undefined;
  const flag = `${groups["b2"] ?? ""}${groups["b3"] ?? ""}`;
  return {
    subject: subjectOf(words.slice(0, index)),
    unit: groups["u2"] ?? "",
    min,
    max,
    minIncluded: !(groups["b1"] ?? "").includes("不"),
    maxIncluded: flag === "" ? true : !flag.includes("不"),
    dashed: flag === "",
  };
}

function readSides(words: string): Bounds | undefined {
  const found = [...words.matchAll(single)].filter(({ groups }) => groups?.["op"] !== undefined || groups?.["suffix"] !== undefined);
  const [first, second, third] = found;
  if (first === undefined || third !== undefined) return undefined;
  const last = second ?? first;
  if (!/^(?:之间|区间|范围内|的)?$/u.test(words.slice(last.index + last[0].length))) return undefined;
  const joint = second === undefined ? "" : words.slice(first.index + first[0].length, second.index);
  if (!/^[，、—至到但且而在及和的]*$/u.test(joint)) return undefined;
  const head = words.slice(0, first.index);
  if (!isSubject(head)) return undefined;
  const sides = [sideOf(first), ...(second === undefined ? [] : [sideOf(second)])];
  const [min, max] = [sides.find(({ end }) => end === "min"), sides.find(({ end }) => end === "max")];
  if (sides.length === 2 && (min === undefined || max === undefined || !(min.value < max.value))) return undefined;
  if (!sides.every(({ value }) => isExact(value))) return undefined;
  return {
    subject: subjectOf(head),
    unit: unitOf(first),
    ...(min === undefined ? {} : { min: min.value }),
    minIncluded: min?.included ?? true,
    ...(max === undefined ? {} : { max: max.value }),
    maxIncluded: max?.included ?? false,
    dashed: false,
  };
}

function unitOf(match: RegExpExecArray): string {
  return match.groups?.["pct"] === undefined ? (match.groups?.["u"] ?? "") : "%";
}

function sideOf(match: RegExpExecArray): Side & { readonly value: number } {
  const { op, n, suffix, b1, b2 } = match.groups ?? {};
  const value = figureOf(n ?? "");
  const flag = `${b1 ?? ""}${b2 ?? ""}`;
  const side =
    (suffix === undefined ? undefined : sideOfSuffix(suffix)) ??
    before.find(([source]) => new RegExp(`^(?:${source})$`, "u").test(op ?? ""))?.[1];
  const { end, included } = side ?? { end: "min", included: true };
  return { end, included: flag === "" ? included : !flag.includes("不"), value };
}

function sideOfSuffix(suffix: string): Side {
  if (suffix.endsWith("以上")) return { end: "min", included: true };
  return { end: "max", included: suffix !== "以下" };
}

/** Before the figures stands one thing that is measured, not a list of thresholds or another condition. */
function isSubject(head: string): boolean {
  return !/[%‰]|每|，.*，|或/u.test(head);
}

function subjectOf(head: string): string {
  return head
    .replace(/^(?:未|没有)/u, "")
    .replace(/(?:在|为|是|已|应|要|须|年|比例)+$/u, "")
    .replace(/[，：、的]+$/u, "");
}

const counter =
  "处|起|人次|项|次|家|个部门|个单位|个乡镇|个街道|个岗位|个|例|件|人|户|宗|份|条|座|所|名|篇|期|场|具|台|辆|艘|点|支|页|张|本|册|小时|款|类|种|栋|间|车|批|户次|轮|回|地|站|村|只|套|门|道|块|幅|位";
const period = "个工作日|工作日|天|日|个月|月|周|星期|小时|个星期";
const missed = "少|缺少|缺|漏|欠|差|短缺|不足|少报|漏报|少开|少开展|少组织|少召开|缺报|缺失";
const eachTail = new RegExp(
  `每?(?<verb>(?:[^，。；每\\d]{0,4}?(?:逾期|延期|超期|超时限?|超过(?:规定)?(?:时限|期限)|推迟|延迟|迟报|迟交|滞后|延误)[^，。；每\\d一二两三四五六七八九十零百]{0,4}?)|[^，。；每\\d一二两三四五六七八九十零百]{0,8}?)(?<n>${figure})?(?<unit>个百分点|百分点|个千分点|千分点|%|‰|万元|亿元|元|${period}|${counter})(?<rest>[^，。；]*)$`,
  "u",
);

export interface Each {
  /** fall, rise: of a figure; late; missed: what should be there; over: more than allowed; found: anything else. */
  readonly what: "fall" | "rise" | "late" | "missed" | "found";
  readonly step: number;
  readonly unit: string;
  /** The words before 每. */
  readonly head: string;
  readonly rest: string;
}

/** Reads a condition that ends in 每降低1个百分点, 每发现一处, 每少一次, 每人次, or in 发现一处…… without 每. */
export function readEach(condition: string): Each | undefined {
  const at = lastEach(condition);
  const tail = at < 0 ? withoutEach(condition) : condition.slice(at);
  if (tail === undefined) return undefined;
  const match = eachTail.exec(tail.replace(/^每一?(?=有|发现|发生|出现)/u, "每"));
  if (match === null || match.index !== 0) return bareStep(condition, at) ?? bareUnit(condition, at);
  const { verb = "", n, unit: measure = "", rest = "" } = match.groups ?? {};
  const step = n === undefined ? 1 : figureOf(n);
  if (!isExact(step) || step <= 0) return undefined;
  const head = at < 0 ? condition.slice(0, condition.length - tail.length) : condition.slice(0, at);
  return {
    what: whatOf(verb, measure),
    step,
    unit: measure.replace(/^个(?=百分点|千分点|月|工作日)/u, ""),
    head: head.replace(/[，：、的]+$/u, ""),
    rest,
  };
}

/** 每超0.1: a figure without a unit. */
function bareStep(condition: string, at: number): Each | undefined {
  const groups = at < 0 ? undefined : /^每(?<verb>[^\d，]{1,4})(?<n>\d+\.\d+)$/u.exec(condition.slice(at))?.groups;
  if (groups === undefined) return undefined;
  const what = whatOf(groups["verb"] ?? "", "%");
  const step = Number(groups["n"]);
  if ((what !== "fall" && what !== "rise") || !isExact(step) || step <= 0) return undefined;
  return { what, step, unit: "", head: condition.slice(0, at).replace(/[，：、的]+$/u, ""), rest: "" };
}

/** 每卷, 每样: a unit that no list holds. */
function bareUnit(condition: string, at: number): Each | undefined {
  const unit = at < 0 ? undefined : /^每(?:一|1)?(\p{Script=Han}{1,2})$/u.exec(condition.slice(at))?.[1];
  return unit === undefined
    ? undefined
    : { what: "found", step: 1, unit, head: condition.slice(0, at).replace(/[，：、的]+$/u, ""), rest: "" };
}

/** Whether 每 counts something here, understood or not. */
export function countsEach(condition: string): boolean {
  return lastEach(condition) >= 0;
}

function whatOf(verb: string, measure: string): Each["what"] {
  if (/迟|逾期|推迟|延期|延误|延迟|拖延|超期|超时|晚|滞后|拖后/u.test(verb)) return "late";
  if (new RegExp(`^(?:${period})$`, "u").test(measure) && /^超(?:过|出|时限)?$/u.test(verb)) return "late";
  if (/[‰%]|分点|元/u.test(measure) || /^(?:下降|降低|低于|低|上升|增长)$/u.test(verb)) {
    if (/降|低|少|差|下滑|回落/u.test(verb) && !/不/u.test(verb)) return "fall";
    if (/超|上升|增加|高|升高|增长|提高|多/u.test(verb)) return "rise";
  }
  if (new RegExp(`^(?:${missed})(?!于)\\p{Script=Han}{0,4}$`, "u").test(verb)) return "missed";
  if (/^超(?:过|出)?$/u.test(verb)) return "rise";
  return "found";
}

/** Where the last 每 stands that counts occurrences; 每季度, 每月 say how often something is owed. */
function lastEach(condition: string): number {
  for (let at = condition.lastIndexOf("每"); at >= 0; at = at === 0 ? -1 : condition.lastIndexOf("每", at - 1)) {
    if (!/^每(?:个)?(?:季|月|半年|年|周|日常|旬|天(?![^，]{0,2}$))/u.test(condition.slice(at))) return at;
  }
  return -1;
}

/** 发现一处……, 一人答不上来, 缺1次, 迟报一天. */
function withoutEach(condition: string): string | undefined {
  const last = condition.slice(condition.lastIndexOf("，") + 1);
  const source = `(?:(?:发现|出现|发生|有|查出|存在|${missed}|迟报|漏报|瞒报|误报|谎报|逾期|延迟|推迟|超期|迟交|超)(?:有)?)?(?:1|一)(?:${period}|${counter})`;
  const lead = new RegExp(`^${source}(?!以上|及|度|个月内|日内|次性)[^，]*$`, "u").exec(last)?.[0];
  if (lead !== undefined) return lead;
  return new RegExp(`(?<![\\d第至少于每年月度])${source}$`, "u").exec(last)?.[0];
}

/** The longer ones first: 半年 is no 年. */
const periodWords =
  /(?<half>每半年|上、?下半年|上半年(?:和|、|及|与)下半年|半年(?:至少|不少于))|(?<quarter>(?:每|按|逐)个?季度?|各季度|季度(?:至少|不少于))|(?<month>(?:每|按|逐)个?月|月(?:至少|不少于))|(?<year>全年|每年度?|年内|年度内|一年|本年度|年度?(?:至少|不少于))/gu;
export interface Frequency {
  readonly per: "month" | "quarter" | "half" | "year";
  readonly count: number;
}

/** 每季度至少1次, 全年不少于4次, 上下半年各1次; "several" when two periods are named, undefined when none is. */
export function readFrequency(text: string): Frequency | "several" | undefined {
  const found = [...text.matchAll(periodWords)];
  const [first] = found;
  if (first === undefined) return undefined;
  const per = perOf(first);
  if (found.some((other) => perOf(other) !== per)) return "several";
  const rest = text.slice(first.index + first[0].length);
  const count = new RegExp(`(${figure})(?:次|条|篇|期|份|场|回|轮|件|批|个)`, "u").exec(rest)?.[1];
  const value = count === undefined ? 1 : figureOf(count);
  return Number.isInteger(value) && value > 0 ? { per, count: value } : "several";
}

function perOf({ groups = {} }: RegExpExecArray): Frequency["per"] {
  if (groups["half"] !== undefined) return "half";
  if (groups["quarter"] !== undefined) return "quarter";
  return groups["month"] === undefined ? "year" : "month";
}
