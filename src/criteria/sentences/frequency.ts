import { figure, figureOf } from "./spelled.ts";

/** The longer ones first: 半年 is no 年. */
const periodWords =
  /(?<half>每半年|上、?下半年|上半年(?:和|、|及|与)下半年|半年(?:至少|不少于))|(?<quarter>(?:每|按|逐)个?季度?|各季度|季度(?:至少|不少于))|(?<month>(?:每|按|逐)个?月|月(?:至少|不少于))|(?<year>全年|每年度?|年内|年度内|一年|本年度|年度?(?:至少|不少于))/gu;
export interface Frequency {
  readonly per: "month" | "quarter" | "half" | "year";
  readonly count: number;
}

const meetings = /(?<half>半年度?)|(?<quarter>季度)|(?<month>月度?)/u;

/** 季度会议, 月例会: how often, from the name of the thing. */
export function frequencyInName(text: string): Frequency | undefined {
  const name = new RegExp(`${meetings.source}(?=(?:工作)?(?:会议|例会|报告|报表|小结|通报|检查|调度|督查|演练|分析))`, "u").exec(text);
  return name === null || /、/u.test(text) ? undefined : { per: perOf(name), count: 1 };
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

/** The words without what says how often: 每季度至少召开1次联席会议 → 召开联席会议. 各 goes only with 上、下半年. */
export function withoutFrequency(text: string): string {
  const found = [...text.matchAll(periodWords)];
  const [first] = found;
  if (first === undefined) return text;
  const bare = text.replace(periodWords, "").replace(/^度/u, "");
  const halves = /下半年/u.test(first[0]);
  const count = new RegExp(
    `(?:至少|不少于|不得少于|不低于|不足|少于|未达到?|达不到|应|须)?(${figure})(?:次|条|篇|期|份|场|回|轮|件|批|个)(?:（含）|含|及)?(?:以上)?(?:（含[^）]{0,5}）)?`,
    "u",
  );
  const once = bare.replace(count, "").replace(/至少|不少于|不得少于|应当|须|应(?!急|对|收|用)/u, "");
  return halves ? once.replace(/各/u, "") : once;
}
