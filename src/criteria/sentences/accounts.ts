import { withoutAttributes, withoutOverdue, withoutOwed } from "./attributes.ts";
import { type Bounds, readBounds, readCount } from "./bounds.ts";
import { type Each, readEach } from "./counts.ts";
import { withoutFrequency } from "./frequency.ts";
import type { Item } from "./items.ts";
import type { ReadRule } from "./parsed-standard.ts";
import { isPlain } from "./plain-words.ts";
import { withoutOrdinal, withoutPlace } from "./read-series.ts";
import type { Placed } from "./reader.ts";
import { figure } from "./spelled.ts";

const amountAtEnd = new RegExp(`${figure}(?:家次|户次|人次|\\p{Script=Han}{1,2})$`, "u");
const percentage = new RegExp(`(?:要求|达到|应达|须达|为|是|达|=|＝)*${figure}(?:%|‰)(?:要求|目标|标准)?`, "u");
const thresholds = new RegExp(`(?:低于|不足|未达到|超过|高于|达到)(?:${figure}(?:%|‰)?[、，和])+${figure}(?:%|‰)?(?:以上)?$`, "u");
const numeric = ["below", "atMost", "above", "atLeast"] as const;

/**
 * Whether every word of the items has been taken up by their rule or is plain. This is what keeps the reader from passing over a
 * word that changes the points; it looks at the words afresh, whatever the reader of the rule has looked at.
 */
export function isAccountedFor({ rule, items }: Placed): boolean {
  return items.every((item) => leftovers(item, rule).every(isPlain) && !measuresTwo(item, rule));
}

/** 查明率、查处率均达到100%: two figures under one threshold. */
function measuresTwo({ condition }: Item, rule: ReadRule): boolean {
  const figured =
    rule.kind === "rate" || (rule.kind === "tiers" && rule.tiers.every(({ is }) => is === undefined)) || numeric.some((key) => key in rule);
  return (
    figured &&
    /(?:率|数|量|比例|度|值|额)[、和及与](?=[^，]{2,}(?:率|数|量|比例|度|值|额))|(?<![人户年平])(?:均|都|同时)(?:达|不|超|低|高|在)/u.test(
      condition,
    )
  );
}

/** 预案超过3年未评估: a measure that is part of what is the case or not; it stays in the name of the fact. */
const measured =
  /(?:超过|达到|达|满|逾|不足|低于|少于|未达到?)?\d+(?:\.\d+)?个?(?:年|月|天|日|小时|分钟|秒|公里|平方米|米|公顷|亩|万元|亿元|学时|吨)(?!.{0,2}[前内底])(?:及?以[上下])?(?:的)?/u;

/** The words of a fact to be answered with yes or no. */
function stated(words: string, { kind }: Item): string {
  // A single sign names nothing: 限 in 限扣0.5分.
  if (/^[^且并]$/u.test(words)) return "每";
  const words1 = words.replace(once, "$1$2，未$1");
  // 发生1起的不得分: any at all.
  const any = kind === "zero" ? words1.replace(/[1一](?=起|次|例|件|处|人|项|个)(?!.{1,2}以[上下])/u, "") : words1;
  return withoutOwed(withoutAttributes(any.replace(yearly, "")).replace(measured, ""));
}

/** 演练每年不少于1次，未演练: none at all. */
const yearly = /(?:每年|全年|年内)度?(?:至少|不少于|开展|组织|召开)*[1一]次(?:以上)?(?=，未\p{Script=Han}{2,4}$)/u;

/** 至少开展1次演练，未开展: none at all is the same as fewer than one. */
const once = /(?:每年|全年|年内)?(?:至少)?(\p{Script=Han}{2,4})(?:1|一)次(?:以上)?(\p{Script=Han}{0,14})，未\1$/u;

function leftovers(item: Item, rule: ReadRule): readonly string[] {
  const words = item.condition.replace(/^(?:在(?:此|这|上述|以上)基础上)，?/u, "").replace(/[，的]*(?:否则|反之)$|^(?:否则|反之)，?/u, "");
  switch (rule.kind) {
    case "manual":
    case "external":
      return [];
    case "rank":
      // 20名以后的不得分: all the rest.
      if (item.kind === "zero") return [];
      return [
        withoutPlace(words)
          .replace(/^(?:其他|其余|其它)/u, "")
          .replace(/^(?:根据|按照?)?[^，]{0,10}(?:排名|名次)(?:情况)?(?:计分|赋分|得分)?[，：]?/u, ""),
      ];
    case "escalate":
      return [withoutOrdinal(words)];
    case "bonus":
      return [withoutLevels(words)];
    case "veto":
      // 发生一次死亡3人以上事故: whatever figures it names, it is the case or not.
      return [words.replace(/\d+|[一二两三四五六七八九十](?=[起次人个件])/gu, "").replace(/(?:及|含)?以[上下]/gu, "")];
    case "tiers":
      return rule.tiers.some(({ is }) => is !== undefined)
        ? [withoutOverdue(words).replace(/(?:为|是)?$/u, "")]
        : [withoutCount(withoutList(words)).replace(/^(?:其他|其余|其它|以下)/u, "")];
    case "rate":
    case "deduct_each":
    case "award_each":
    case "shortfall":
    case "late":
      return counted(words, item, measureOf(rule), rule.kind === "deduct_each");
    case "ratio":
      return item.kind === "ratio" ? [ratioWords(item)] : [withoutBounds(words).replace(amountAtEnd, "")];
    case "deduct":
    case "award_or_zero":
    case "stack":
    case "minus_extra":
      return numeric.some((key) => key in rule) ? [withoutBounds(words)] : [stated(words, item)];
  }
}

/** often: how many are owed; figure: a number to be kept to; none: nothing of the kind. */
type Measure = "often" | "figure" | "none";

function measureOf(rule: ReadRule): Measure {
  if (rule.kind === "shortfall") return "often";
  return rule.kind === "rate" || (rule.kind === "deduct_each" && rule.allowed !== undefined) ? "figure" : "none";
}

/** 每季度至少1次，每少1次: what stands before, between and behind. A sentence before it or beside it has only its own figure. */
function counted(words: string, item: Item, measure: Measure, qualified: boolean): readonly string[] {
  const each = item.kind === "deduct" || item.kind === "award" ? readEach(words) : undefined;
  if (each === undefined) return [withoutMeasure(words, measure)];
  const verb = each.verb.replace(/^(?:超过?|超出|高出|多|少|低于?|不足|缺|相差)+/u, "");
  // 过火面积超过100公顷的，每起: which ones are counted; the figure stays in the name of what is counted.
  // 在通报中排名后两位的，每次: which ones are counted.
  const which = measure === "none" && qualified ? readBounds(each.head) : undefined;
  const head =
    which !== undefined && which.unit !== "" && (bareUnit(which.unit) !== bareUnit(each.unit) || isShort(each, which))
      ? which.subject
      : withoutAttributes(each.head.replace(lastPlaces, ""), bareUnit(each.unit))
          .replace(requiredOf(each), "")
          .replace(measure === "none" && which === undefined ? measured : /^$/u, "");
  if (/[再另还多加]/u.test(`${each.rest.slice(0, 1)}${verb.slice(0, 1)}`)) return ["每"];
  return [
    withoutMeasure(head, measure),
    verb,
    withoutAttributes(each.rest, bareUnit(each.unit)).replace(/^[（(]?(?:次|人|套|组)[)）]?$/u, ""),
  ];
}

const lastPlaces = /(?:排名|排位)(?:在|位于|处于)?(?:全[省市县区])?(?:后|倒数前|末)(?:[一二两三四五六七八九十]|\d+)[位名]$/u;

const people = /^(?:名|人|件|台|套|辆|支|具|块|部|艘)$/u;

/** 队伍少于20人的，每少1人: how many are lacking is asked for. Not 每队少于20人: of which of them? */
function isShort({ what, unit, head }: Each, { min, max }: Bounds): boolean {
  return what === "missed" && people.test(unit) && (min === undefined) !== (max === undefined) && !/每|各|均/u.test(head);
}

/** 每处应当明确1名专管员，缺1名: what is required; how many are lacking is asked for. */
function requiredOf({ what, unit, head }: Each): RegExp {
  if (what !== "missed" || !people.test(unit) || /不足|低于|超过|不到|[\d]+[—至到]/u.test(head)) return /^$/u;
  return new RegExp(
    `(?:每个?(?:处|家|所|村|社区|乡镇|班|组|站|点|镇|企业)(?=[^，]{0,16}(?:应|须|要|配|设|明)))|(?:应当?|须|需要?|至少|不少于|应有|配备|配齐|设置|设立|储备|明确|落实|和|、)+(?:至少|不少于)?\\d+个?${unit}`,
    "gu",
  );
}

/** The words without one figure or frequency or due day, as the rule has taken it. */
function withoutMeasure(words: string, measure: Measure): string {
  const bounds = measure === "none" ? undefined : readBounds(words);
  if (bounds !== undefined) return measure === "often" ? withoutFrequency(bounds.subject) : bounds.subject;
  if (measure === "often") return withoutFrequency(words);
  // 每月报送信息，迟报一次: only says which ones are counted, unless the thing itself is what is missing.
  const period = /未(?:按[^，]{0,4})?(?:召开|开展|组织|进行|报送)/u.test(words)
    ? words
    : words.replace(/(?:每|按|逐)个?(?:季度?|月度?|周|日|天)/u, "");
  if (measure === "none") return period.replace(/(?:要求|应达到?|须达到?|达到|应|须|为|是)*100%(?=，|$)/u, "");
  if (period !== words) return period;
  return words.replace(percentage, "");
}

function bareUnit(unit: string): string {
  return unit.replace(/^个(?=.)/u, "");
}

function withoutBounds(words: string): string {
  const bounds: Bounds | undefined = readBounds(words);
  // 每年少于2次, 累计3起以上: one number for the year.
  return bounds === undefined ? words : ownScore(bounds).replace(/^累计|每年?度?$|(?:每年度?|全年)(?=召开|开展|组织)/u, "");
}

/** 平均得分90分以上, 得分率低于80%: somebody else's score, which is the figure itself. */
function ownScore({ subject, unit }: Bounds): string {
  if (unit === "分") return subject.replace(/(?:平均|综合|最终|总)?(?:得分|分数|评分|成绩|总分)$/u, "");
  return unit === "%" ? subject.replace(/得分率$/u, "") : subject;
}

/** 发现2人, or a range. */
function withoutCount(words: string): string {
  const count = readBounds(words) === undefined ? readCount(words) : undefined;
  return count === undefined ? withoutBounds(words) : `${count.subject}，${count.rest}`;
}

/** 执行率低于90%、80%、70%的，分别. */
function withoutList(words: string): string {
  return words.replace(thresholds, "");
}

function withoutLevels(words: string): string {
  return words
    .replace(/(?:分别|依次)$|每[次项个篇条人件]$/u, "")
    .replace(/(?:国家|省|市|州|县|区|部|厅)(?:级|委|政府|部门)*(?:及|含)?(?:以上)?/gu, "");
}

/** 不足20件的按完成比例: the words before and the share that they speak of. */
function ratioWords({ condition, verb }: Item): string {
  // 按全市平均水平的一定比例计分: which share, nobody says.
  if (/一定|平均|规定的?比例|适当|相关/u.test(verb)) return "每";
  const share = /(?:比例|占比|完成率|百分比)/u.exec(verb);
  const inner = verb.slice(0, share?.index ?? verb.length).replace(/^否?则?(?:按照?|以|依)/u, "");
  const behind =
    share === null
      ? ""
      : verb.slice(share.index + share[0].length).replace(/折算|计算|相应|得分|扣分|计分|给分|赋分|扣减?|加分|得|计|分/gu, "");
  return `${withoutBounds(condition)}，${inner}，${behind}`;
}
