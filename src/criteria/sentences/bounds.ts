import { figure, figureOf, isExact } from "./spelled.ts";

const countable = "处|起|人次|次|人|家|件|个|项|户|份|场|条|名|例|所|台|辆|期|篇|类|种";
const countUnit = new RegExp(`^个?(?:${countable})$`, "u");
const exactly = new RegExp(
  `^(?<head>[^\\d每]{0,40}?)(?:的，)?(?:发现|发生|出现|有|存在|查出|缺少?|少|漏)?(?<n>\\d+|[一二两三四五六七八九十])(?<u>个?(?:${countable}))(?<more>（含）以上|及以上|含以上|以上|及其以上)?(?<rest>[^，\\d每]{0,12})$`,
  "u",
);

/** 发生2起, 3人及以上, 1项未完成: a number of things as a range from it on; `more` says that it is open upwards. */
export function readCount(condition: string): (Bounds & { readonly more: boolean; readonly rest: string }) | undefined {
  const groups = exactly.exec(condition.replace(/的$/u, ""))?.groups;
  if (groups === undefined) return undefined;
  const min = figureOf(groups["n"] ?? "");
  const more = groups["more"] !== undefined;
  if (
    !Number.isInteger(min) ||
    /[第每至到—少于超过足低]$/u.test(groups["head"] ?? "") ||
    /^(?:以内|以下|内|档|把手|次性|岗)/u.test(groups["rest"] ?? "")
  )
    return undefined;
  const unit = groups["u"] ?? "";
  return {
    subject: groups["head"] ?? "",
    unit,
    min,
    minIncluded: true,
    ...(more ? {} : { max: min + 1 }),
    maxIncluded: false,
    dashed: false,
    more,
    rest: groups["rest"] ?? "",
  };
}

/** A range of figures with the thing measured: 整改率低于95%. */
export interface Bounds {
  readonly subject: string;
  readonly unit: string;
  readonly min?: number;
  readonly minIncluded: boolean;
  readonly max?: number;
  readonly maxIncluded: boolean;
  /** Whether the words say that the end belongs to it: 及以下, （含）. What they say goes before what 以上 usually means. */
  readonly minTold?: boolean;
  readonly maxTold?: boolean;
  /** min—max with a dash: whether the upper end belongs to it depends on the neighbours. */
  readonly dashed: boolean;
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
  "(?:%|‰|个百分点|万元|亿元|元|分钟|分|起|处|人次|次|人|家|件|个|天|日|小时|学时|课时|户|份|场|项|条|公里|平方米|立方米|米|亩|公顷|吨|名|所|篇|支|台|辆|期|种|类|套|具|座|艘|张|倍|年|个月|月|周)?";
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
  return readRestated(words) ?? readDashed(words) ?? readBetween(words) ?? readSides(words) ?? readWhole(words);
}

/** 受害率不超过0.8‰，超过的: what is wanted, and then the contrary. */
function readRestated(words: string): Bounds | undefined {
  const [, wanted, contrary] = /^(.+?)，(?:凡)?(超过|超出|高于|突破|低于|达不到|未达到|不足|少于)$/u.exec(words) ?? [];
  const bounds = wanted === undefined ? undefined : readBounds(wanted);
  if (bounds === undefined || contrary === undefined) return undefined;
  const { min, max, subject, unit } = bounds;
  const over = /[超高突]/u.test(contrary);
  if (over && max !== undefined && min === undefined)
    return { subject, unit, min: max, minIncluded: !bounds.maxIncluded, maxIncluded: false, dashed: false };
  if (over || min === undefined || max !== undefined) return undefined;
  return { subject, unit, max: min, minIncluded: true, maxIncluded: !bounds.minIncluded, dashed: false };
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
  const subject = /^([^\d%，]{0,24}[率度面]?)(?:为|是|的|=|＝)?100%$/u.exec(words)?.[1];
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
    minTold: groups["b1"] !== undefined,
    maxTold: flag !== "",
    dashed: flag === "",
  };
}

function readSides(words: string): Bounds | undefined {
  const found = [...words.matchAll(single)].filter(({ groups }) => groups?.["op"] !== undefined || groups?.["suffix"] !== undefined);
  const [first, second, third] = found;
  if (first === undefined || third !== undefined) return undefined;
  const last = second ?? first;
  const rest = words.slice(last.index + last[0].length);
  const things = second === undefined && last.groups?.["suffix"]?.endsWith("以上") && countUnit.test(unitOf(last));
  // 2起以上同类事故.
  if (!/^(?:之间|区间|范围内|的)?$/u.test(rest) && !(things && /^(?!内|至|到|且|或)\p{Script=Han}{2,12}$/u.test(rest))) return undefined;
  const joint = second === undefined ? "" : words.slice(first.index + first[0].length, second.index);
  if (!/^[，、—至到但且而在及和的]*$/u.test(joint)) return undefined;
  const head = words.slice(0, first.index);
  if (!isSubject(head)) return undefined;
  const sides = [sideOf(first), ...(second === undefined ? [] : [sideOf(second)])];
  const [min, max] = [sides.find(({ end }) => end === "min"), sides.find(({ end }) => end === "max")];
  if (sides.length === 2 && (min === undefined || max === undefined || !(min.value < max.value))) return undefined;
  if (!sides.every(({ value }) => isExact(value))) return undefined;
  return {
    subject: subjectOf(`${head}${/^(?:之间|区间|范围内|的)?$/u.test(rest) ? "" : rest}`),
    unit: unitOf(first),
    ...(min === undefined ? {} : { min: min.value }),
    minIncluded: min?.included ?? true,
    ...(max === undefined ? {} : { max: max.value }),
    maxIncluded: max?.included ?? false,
    minTold: min?.told ?? false,
    maxTold: max?.told ?? false,
    dashed: false,
  };
}

function unitOf(match: RegExpExecArray): string {
  return match.groups?.["pct"] === undefined ? (match.groups?.["u"] ?? "") : "%";
}

function sideOf(match: RegExpExecArray): Side & { readonly value: number; readonly told: boolean } {
  const { op, n, suffix, b1, b2 } = match.groups ?? {};
  const value = figureOf(n ?? "");
  const flag = `${b1 ?? ""}${b2 ?? ""}`;
  const side =
    (suffix === undefined ? undefined : sideOfSuffix(suffix)) ?? before.find(([source]) => source.split("|").includes(op ?? ""))?.[1];
  const { end, included } = side ?? { end: "min", included: true };
  const told = flag !== "" || /及|含|内/u.test(suffix ?? "") || /[≤≥]/u.test(op ?? "");
  return { end, included: flag === "" ? included : !flag.includes("不"), value, told };
}

function sideOfSuffix(suffix: string): Side {
  if (suffix.endsWith("以上")) return { end: "min", included: true };
  return { end: "max", included: suffix !== "以下" };
}

/** Before the figures stands one thing that is measured, not a list of thresholds or another condition. */
function isSubject(head: string): boolean {
  // 未将覆盖率提升至90%以上: the contrary of what the figures say. 未整改率 is a rate of its own.
  const last = head.replace(/，$/u, "").split("，").at(-1) ?? "";
  if (
    /未|没有|没能|无法|不能|并非/u.test(
      (head.endsWith("，") ? "" : last).replace(/(?:未|不)\p{Script=Han}{1,4}(?:率|数|比例|面积|人数)$/u, ""),
    )
  )
    return false;
  return !/[%‰]|每|，.*，|或/u.test(head.replace(/每年度?$/u, ""));
}

function subjectOf(head: string): string {
  return head
    .replace(/^(?:未|没有)/u, "")
    .replace(/(?:在|为|是|已|应|要|须|(?<!每)年|比例)+$/u, "")
    .replace(/[，：、的]+$/u, "");
}
