import { overlaps } from "./attributes.ts";
import { readBounds, readCount } from "./bounds.ts";
import { readEach } from "./counts.ts";
import { counting, mixedModes, sentencesOf, sharedLimit, takes, tooMuch } from "./interplay-sums.ts";
import type { Item } from "./items.ts";
import type { Placed } from "./reader.ts";

/**
 * Rules that each read well and yet do not stand side by side: 每缺一人扣0.1分，缺三人以上的不得分. Whether the second replaces the first or
 * comes on top of it, the words do not say. Gives the numbers of the sentences that a person must look at.
 */
export function clashing(rules: readonly Placed[], points: number): readonly number[] {
  const costs = rules.filter(({ items }) => items.length > 0);
  const found = costs.flatMap((placed, index) =>
    costs.slice(index + 1).flatMap((other) => (clash(placed, other) ? sentencesOf(placed, other) : [])),
  );
  return [...found, ...sharedLimit(costs), ...mixedModes(costs, points), ...tooMuch(costs, points)];
}

function clash(first: Placed, second: Placed): boolean {
  const [before, after] = [first.items.at(-1), second.items[0]];
  if (before === undefined || after === undefined) return false;
  if (before.profile !== after.profile) return false;
  const near = after.sentence - before.sentence <= 1;
  return (
    (near && (aggravates(second, first) || leansOn(after, before))) ||
    leavesOutEach(first, after) ||
    (near && first.rule.kind === "award_each" && second.rule.kind === "award_or_zero" && /^(?:部分|基本|已|正在)/u.test(after.condition)) ||
    (near && (lateTwice(first, second) || leftOpen(before, after) || takesWhatIsNotGiven(first, second))) ||
    (near && (sameCount(first, second) || partOf(first, second))) ||
    sameFigure(first, second) ||
    sameTrend(first, second) ||
    (near && sameTask(before, after)) ||
    (near && (sameMeasure(first, second) || amongThem(first, second))) ||
    (near && besideLevels(first, second)) ||
    (before.sentence === after.sentence && (lessens(first, second) || lessens(second, first))) ||
    (before.sentence === after.sentence && hasChoice(first) !== hasChoice(second) && first.rule.kind !== "bonus")
  );
}

const worse =
  /^[^，]{0,6}仍|^(?:情节|影响|后果|造成|引发|导致|致使|仍|经[^，]{1,12}(?:仍|拒)|再次|屡|拒不|(?:逾期|超期|延期)(?:后?仍|后|超过|[\d一二两三四五六半]+(?:个月|天|日|周|年))|超期超过|性质|特别严重|严重的|较重|较轻|轻微|一般的|查实|经查|属于?|系|构成|其中)/u;

/** 未整改的扣1分，造成后果的扣3分: instead of the first, or on top? */
function aggravates({ rule, items }: Placed, before: Placed): boolean {
  const condition = items[0]?.condition ?? "";
  // 造成后果的，本项不得分: nothing is left then, whatever came before.
  if (items[0]?.kind === "zero" && readBounds(condition) === undefined) return false;
  // 造成后果的，每起扣10分: counted for itself.
  if (counting.has(rule.kind) && /^(?:造成|引发|导致|致使)/u.test(condition)) return false;
  return rule.kind !== "minus_extra" && rule.kind !== "veto" && before.rule.kind !== "bonus" && worse.test(condition);
}

/** 每发现一起违章指挥扣0.5分；违章作业扣0.3分: the second is counted too, though it does not say so. */
function leavesOutEach({ rule, items }: Placed, { kind, condition }: Item): boolean {
  const rest = items.map((item) => readEach(item.condition)?.rest ?? "").join("");
  const named = rule.kind === "deduct_each" && rest.length > 1;
  return (
    named &&
    kind === "deduct" &&
    condition.length <= 8 &&
    !/未|无|没|不|低|少|缺|超|漏/u.test(condition) &&
    readEach(condition) === undefined
  );
}

/** 区级扣0.5分，市级扣1分: a level without a thing; 无正当理由的扣2分，有正当理由的扣1分: the contrary of the one before. */
function leansOn({ condition, kind }: Item, before: Item): boolean {
  if (kind !== "deduct" || before.kind !== "deduct") return false;
  const reason = /无(\p{Script=Han}{2,4}?)(?=的|，|$|未|不)/u.exec(before.condition)?.[1];
  if (reason !== undefined && condition === `有${reason}`) return true;
  // 造成次生灾害的扣3分，未造成次生灾害的扣1分.
  const denied = /^(?:未|没有)(.{3,})$/u.exec(condition)?.[1];
  if (
    denied !== undefined &&
    before.condition.endsWith(denied) &&
    !/[未无]|没有/u.test(before.condition.slice(0, -denied.length).slice(-2))
  )
    return true;
  // 总结未在12月20日前报送的扣0.5分，未报送的扣2分.
  const bare = /^(?:未|没有)(\p{Script=Han}{2})$/u.exec(condition)?.[1];
  if (bare !== undefined && /未|没有|逾期|延迟|推迟/u.test(before.condition) && before.condition.endsWith(bare)) return true;
  return /^(?:国家|省部?|市|州|县|区|乡镇?|村)级(?:及?以[上下])?$/u.test(condition);
}

/** 每少1次扣0.5分；少于3次的不得分. */
function sameCount(first: Placed, second: Placed): boolean {
  const [each, other] = counting.has(first.rule.kind) ? [first, second] : [second, first];
  if (!counting.has(each.rule.kind)) return false;
  return other.items.some((item) => {
    const bounds =
      readEach(item.condition) === undefined || item.kind === "zero"
        ? (readBounds(item.condition) ?? readCount(item.condition))
        : undefined;
    if (bounds === undefined) return false;
    const unit = each.items.map(({ condition }) => readEach(condition)?.unit).find((name) => name !== undefined);
    const alike = bare(unit ?? "") === bare(bounds.unit);
    return alike && (bounds.subject.length < 6 || each.items.some(({ condition }) => shares(condition, bounds.subject)));
  });
}

/** 离线的，每次扣0.2分，离线超过2小时的，每次扣0.5分: some of those that have been counted already. */
function partOf(first: Placed, second: Placed): boolean {
  if (!counting.has(first.rule.kind) || !counting.has(second.rule.kind)) return false;
  const heads = second.items.map(({ condition }) => readBounds(readEach(condition)?.head ?? ""));
  // 发生火灾的，每起扣0.5分，过火面积超过1公顷的，每起扣1分: fires again.
  const units = [first, second].map(({ items }) => readEach(items[0]?.condition ?? "")?.unit);
  const again = units[0] !== undefined && units[0] === units[1] && first.items.at(-1)?.sentence === second.items[0]?.sentence;
  if (again && heads.some((bounds) => bounds !== undefined)) return true;
  return heads.some(
    (bounds) =>
      bounds !== undefined &&
      first.items.some(({ condition }) => condition.includes(bounds.subject.slice(0, 2)) || bounds.subject.length < 2),
  );
}

/** 个百分点 and % measure the same. */
function bare(unit: string): string {
  return /分点|%/u.test(unit) ? "%" : unit.replace(/^个(?=.)/u, "");
}

function boundsOf({ items }: Placed): readonly string[] {
  return items.flatMap(({ condition }) => {
    const bounds = readEach(condition) === undefined ? readBounds(condition) : undefined;
    return bounds === undefined ? [] : [bounds.subject];
  });
}

/** 低于90%扣1分；……；低于60%不得分. */
function sameFigure(first: Placed, second: Placed): boolean {
  return boundsOf(first).some((a) => boundsOf(second).some((b) => b === "" || a === b || a.endsWith(b) || b.endsWith(a)));
}

/** 同比下降的扣1分；下降超过20%的扣2分. */
function sameTrend(first: Placed, second: Placed): boolean {
  const trend = /同比|较上年|比上年|与上年|与去年|较去年|上升|下降|持平|增长|增幅|降幅/u;
  const of = ({ items }: Placed): readonly string[] =>
    items.flatMap(({ condition }) => (trend.test(condition) ? [condition.slice(0, trend.exec(condition)?.index)] : []));
  const alike = of(first).some((a) => of(second).some((b) => a.length < 3 || b.length < 3 || shares(a, b)));
  return alike && !counting.has(first.rule.kind) && !counting.has(second.rule.kind);
}

/** 拒不办理的扣2分，办理不及时的扣0.5分，敷衍应付的扣1分: one of three, or one of two and another? */
function hasChoice({ rule }: Placed): boolean {
  return rule.kind === "tiers" && rule.tiers.some(({ is }) => is !== undefined);
}

const day =
  /(?:\d{1,2}月(?:\d{1,2}[日号]|底)?|年底|年末|季度末|月底|\d{1,2}[日号])(?:之?前|以前)|(?:\d+|[一二两三四五六七八九十]+)(?:个工作日|日|天|个月|小时)(?:之?内|以内)/u;

/** 10月底前未完成的扣1分，年底前仍未完成的扣3分. */
function sameTask(first: Item, second: Item): boolean {
  if (!day.test(first.condition) || !day.test(second.condition)) return false;
  const [a, b] = [first, second].map(({ condition }) => condition.replace(day, "").replace(/仍|尚|还/gu, ""));
  return a !== undefined && b !== undefined && (a === b || a.length < 5 || b.length < 5 || shares(a, b));
}

/** 配备齐全得1分，每缺1件扣0.1分: taken from that one point, which is not there when something is missing. */
function lessens(first: Placed, second: Placed): boolean {
  return first.rule.kind === "award_or_zero" && /^(?:award|full)$/u.test(first.items[0]?.kind ?? "") && takes.has(second.rule.kind);
}

/** An honour beside a table of honours: perhaps one of its levels. */
function besideLevels(first: Placed, second: Placed): boolean {
  const [levels, other] = first.rule.kind === "bonus" ? [first, second] : [second, first];
  return (
    levels.rule.kind === "bonus" &&
    (other.rule.kind === "award_or_zero" || other.rule.kind === "award_each") &&
    other.items.some(({ verb }) => /加|奖/u.test(verb))
  );
}

/** 逾期一周的扣0.5分，逾期一个月的扣1分. */
function lateTwice(first: Placed, second: Placed): boolean {
  return first.rule.kind === "late" && second.rule.kind === "late" && first.rule.per !== second.rule.per;
}

/** 按要求开展的得3分；未按要求开展的，视情况扣1至3分: from the 3 that are not given then. */
function takesWhatIsNotGiven(first: Placed, { rule, items }: Placed): boolean {
  const given = first.rule.kind === "award_or_zero" && /^(?:award|full)$/u.test(first.items[0]?.kind ?? "");
  return given && rule.kind === "manual" && rule.mode === "deduct" && /^(?:未|不|没有|否则|其他|其余)/u.test(items[0]?.condition ?? "");
}

/** 未整改的扣1分（根据情况酌情扣分）: the same once more, left open. */
function leftOpen(before: Item, { kind, condition, sentence }: Item): boolean {
  return kind === "discretion" && sentence === before.sentence && /^$|^(?:根据|视|按|结合)[^，]*(?:情况|程度|情节)$/u.test(condition);
}

/** 死亡1人以上的事故每起扣1分，死亡3人以上的事故每起扣2分; 未配备2名队员的扣1分，未配备1名队员的扣2分. */
function amongThem(first: Placed, second: Placed): boolean {
  return first.items.some((a) => second.items.some((b) => overlaps(a.condition, b.condition) || alikeButFigures(a.condition, b.condition)));
}

function alikeButFigures(first: string, second: string): boolean {
  const [a, b] = [first, second].map((words) => words.replace(/(?:不少于|至少)?\d+(?:\.\d+)?/gu, "#"));
  return a !== undefined && a === b && a.includes("#") && first !== second;
}

/** 3年未评估的扣1分，5年未评估的扣2分. */
function sameMeasure(first: Placed, second: Placed): boolean {
  const unitsOf = ({ items }: Placed): readonly string[] =>
    items.flatMap(({ condition }) =>
      [...condition.matchAll(/\d个?(年|月|天|日|小时|分钟|秒|公里|平方米|米|公顷|亩|万元|亿元|学时|吨)(?![^，]{0,3}前)/gu)].map(
        ([, unit = ""]) => unit,
      ),
    );
  const known = new Set(unitsOf(first));
  return first.rule.kind !== "late" && second.rule.kind !== "late" && unitsOf(second).some((unit) => known.has(unit));
}

function shares(one: string, two: string): boolean {
  for (let at = 0; at + 3 <= two.length; at++) if (one.includes(two.slice(at, at + 3))) return true;
  return two.length < 3;
}
