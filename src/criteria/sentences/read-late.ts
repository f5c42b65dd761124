import { daysInMonth, makeDate } from "../../model/dates.ts";
import { readEach } from "./counts.ts";
import type { ReadRule } from "./parsed-standard.ts";
import { factOf } from "./propose.ts";
import { countedRule } from "./read-counts.ts";
import { isFullAward } from "./read-figures.ts";
import { amountOf, type Context, capOf, one, type Reader } from "./reader.ts";
import { figure, figureOf } from "./spelled.ts";

const notHanded =
  /未(?:按要求|按规定)?(?:上?报送?|提交|交|公布|公开|办结|完成|上报|备案|反馈|报告)|不报|拒不|未报|没有(?:报送|上报|提交)|逾期未报|一直未|未(?:送达|移交|录入|填报|整改)/u;

/** More than one of them: 1月底前制定计划、12月底前报送总结. */
const dueDays = /\d{1,2}月(?:\d{1,2}[日号]|底|中旬|上旬)|(?<![月\d])\d{1,2}[日号]前|\d+(?:天|日|个月|个工作日)(?:之?内|以内)/gu;

/** 每迟报1天扣0.2分，未报送的扣1分. */
export const readLate: Reader = (items, context) => {
  const base = items[0];
  const starts = base !== undefined && isFullAward(base, context) ? 1 : 0;
  const item = items[starts];
  const each = item?.kind === "deduct" ? readEach(item.condition) : undefined;
  if (item === undefined || each?.what !== "late") return undefined;
  const per = perOf(each.unit);
  if (per === undefined)
    return /^(?:次|期|份|条|件|起|项|人|家|个)/u.test(each.unit)
      ? one(items.slice(0, starts + 1), countedRule(item, each, context))
      : "refuse";
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
  if (new Set(words.match(dueDays)).size > 1) return "refuse";
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
