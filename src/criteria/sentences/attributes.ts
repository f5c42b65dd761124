import { figure, figureOf } from "./spelled.ts";

const people = "名|人|支|台|套|辆|艘|座|块|部|张|架|具|米|公里|平方米|立方米|吨|亩|公顷|万元|亿元|元|千瓦|伏|瓦|层|间|床位?|学时|课时|岁";
const counted = `${people}|家|个|处|项|户|件`;

/** 从业人员超过100人的（企业）, 死亡3人以上（的）事故: which ones are meant. */
const attribute = new RegExp(
  `(?:超过|超出|高于|大于|多于|达到|达|满|逾|不足|低于|少于|小于|未满)?(?<a>${figure})(?:(?:—|至|到)(?<b>${figure}))?(?<u>${counted})(?<s>(?:（含）|及|含)?以上|以下|以内)?(?:的(?!部分|标准|比例|要求|规定|每|扣|不|均|按|得|，|$)(?=\\p{Script=Han}{2})|(?=(?:的)?(?:较大|一般|重大|亡人|生产安全|道路交通|责任)*(?:事故|火灾|案件|险情)))`,
  "gu",
);

export interface Attribute {
  readonly unit: string;
  readonly low: number;
  readonly high: number;
}

/** The words without the figures that only say which ones are meant, except those in `unit`, the thing counted. */
export function withoutAttributes(words: string, unit = ""): string {
  return words.replace(attribute, (whole: string, ...rest: readonly unknown[]) => {
    const groups = rest.at(-1) as Readonly<Record<string, string | undefined>>;
    return groups["u"] === unit ? whole : "";
  });
}

export function attributesOf(words: string): readonly Attribute[] {
  return [...words.matchAll(attribute)].map(({ 0: whole, groups = {} }) => {
    const low = figureOf(groups["a"] ?? "");
    const unit = groups["u"] ?? "";
    if (/^(?:超|高|大|多|达|满|逾)/u.test(whole) || groups["s"]?.endsWith("上") === true)
      return { unit, low, high: Number.POSITIVE_INFINITY };
    if (/^(?:不足|低|少|小|未)/u.test(whole) || groups["s"] !== undefined) return { unit, low: 0, high: low };
    return { unit, low, high: groups["b"] === undefined ? low : figureOf(groups["b"]) };
  });
}

/** 死亡1人以上的, 死亡3人以上的: the second are among the first. */
export function overlaps(first: string, second: string): boolean {
  const others = attributesOf(second);
  return attributesOf(first).some((a) => others.some((b) => a.unit === b.unit && a.low <= b.high && b.low <= a.high));
}

/** 未配备2名以上专职人员, 未按1:3比例: what is owed in one, there or not; the figure stays in the name of the fact. */
const owed = new RegExp(
  `(?<=(?:未|没有|无)[^，\\d]{0,10})(?:不少于|至少|不低于)?${figure}(?:${people})(?:及?以上)?(?:的)?(?=\\p{Script=Han}{2})|按\\d+(?:：|∶)\\d+(?:的)?比例`,
  "gu",
);

export function withoutOwed(words: string): string {
  return words.replace(owed, "");
}

/** 逾期1个月以内, 逾期1个月以上: one of several cases, as one states it. */
const overdue = /(?:逾期|超期|延期|推迟)(?:不?超过)?\d+(?:个月|天|日|周|个工作日)(?:（含）|含)?(?:以[上下内]|之?内)?/u;

export function withoutOverdue(words: string): string {
  return words.replace(overdue, "逾期");
}
