import { foldText, readYear } from "../../model/chinese-text.ts";
import { type DateRange, makeDate } from "../../model/dates.ts";
import { type Points, parsePoints } from "../../model/points.ts";
import type { SourcePlace } from "../../model/source-document.ts";
import { oneLine } from "./clean-text.ts";
import type { DraftBand } from "./draft.ts";
import { labelOf } from "./labels.ts";
import { readGrades } from "./read-grades.ts";

/** Words outside the tables, with their place. */
export interface OutsideText {
  readonly text: string;
  readonly at: SourcePlace;
}

/** What the words around the tables say about the whole. */
export interface Frame {
  readonly title?: string;
  readonly issuer?: string;
  readonly edition?: string;
  readonly period?: DateRange;
  readonly total?: { readonly points: Points; readonly at: SourcePlace };
  readonly bonusCap?: Points;
  readonly grades: readonly DraftBand[];
  /** Hold for every clause: 扣完为止, 以上包括本数. */
  readonly forAll: readonly OutsideText[];
  /** What is none of these, title excluded. */
  readonly rest: readonly OutsideText[];
}

const titleWords =
  /细则|评分(?:标准|表)|考核(?:评分|标准|办法|指标|表|内容)|考评(?:标准|细则|办法|表)|责任(?:分解|分工)表|任务清单|考核评价|自评表|评审标准|考核指标|评价(?:标准|指标|细则)|评估(?:标准|细则)/u;
const forAllWords =
  /扣完为止|下同|(?:以上|以下)[^，。；]{0,4}(?:不?包括|均含|不?含)本数|不(?:计|出现)负分|扣完即止|不重复(?:计算|扣分|加分)/u;

export function readFrame(texts: readonly OutsideText[], fileName: string, givenYear: number | undefined): Frame {
  const lines = texts.map((outside) => ({ ...outside, line: oneLine(outside.text) }));
  const titled = titleOf(lines);
  const used = new Set(titled?.from ?? []);
  const grades = lines.map(({ text }) => readGrades(text)).find((bands) => bands !== undefined) ?? [];
  const issuerLine = lines.find((line) => !used.has(line) && isIssuer(line.line));
  if (issuerLine !== undefined) used.add(issuerLine);
  const year = givenYear ?? yearOf([titled?.title ?? "", ...lines.map(({ line }) => line), fileName]);
  const forAll = lines.filter((line) => !used.has(line) && forAllWords.test(line.text) && readGrades(line.text) === undefined);
  const total = lines.map((line) => ({ at: line.at, points: totalOf(line.line) })).find(({ points }) => points !== undefined);
  const bonusCap = lines.map(({ line }) => bonusCapOf(line)).find((points) => points !== undefined);
  const edition = lines.map(({ line }) => editionOf(line)).find((found) => found !== undefined);
  const period = givenYear === undefined ? (periodOf(lines.map(({ line }) => line)) ?? wholeYear(year)) : wholeYear(year);
  return {
    ...(titled === undefined ? {} : { title: titled.title }),
    ...(issuerLine === undefined ? {} : { issuer: issuerLine.line.replace(/^(?:制定|印发|发文|考核)(?:单位|机关)\s*[:：]\s*/u, "") }),
    ...(edition === undefined ? {} : { edition }),
    ...(period === undefined ? {} : { period }),
    ...(total?.points === undefined ? {} : { total: { points: total.points, at: total.at } }),
    ...(bonusCap === undefined ? {} : { bonusCap }),
    grades,
    forAll: forAll.map(({ text, at }) => ({ text, at })),
    rest: lines.filter((line) => !used.has(line)).map(({ text, at }) => ({ text, at })),
  };
}

type Line = OutsideText & { readonly line: string };

/** The line that names the paper; a name broken over two lines is put together. */
function titleOf(lines: readonly Line[]): { readonly title: string; readonly from: readonly Line[] } | undefined {
  const index = lines.findIndex(
    ({ line }) => titleWords.test(line) && line.length <= 60 && !/[。；]|^附件|^[注说]/u.test(line) && labelOf(line) === undefined,
  );
  const last = lines[index];
  if (last === undefined) return undefined;
  const before = lines[index - 1];
  const isRest =
    before !== undefined &&
    before.at.kind === last.at.kind &&
    !/[。；：:）)]$|^附[件表]/u.test(before.line) &&
    /20\d\d年|[省市区县]/u.test(before.line);
  if (isRest && !/20\d\d年|^[^年]{0,12}[省市区县]/u.test(last.line)) return { title: `${before.line}${last.line}`, from: [before, last] };
  return { title: last.line, from: [last] };
}

function isIssuer(line: string): boolean {
  if (/^(?:制定|印发|发文|考核)(?:单位|机关)\s*[:：]/u.test(line)) return true;
  return (
    line.length <= 30 &&
    /^[\p{Script=Han}×XＸ（）()]+(?:委员会|安委会|办公室|安委办|人民政府|指挥部|应急管理[厅局])$/u.test(line) &&
    !/[的由对]/u.test(line)
  );
}

function editionOf(line: string): string | undefined {
  return /(?:第[一二三四五]稿|征求意见稿|初稿|送审稿|讨论稿|修订稿|修改稿|正式稿|定稿|草案)/u.exec(line)?.[0];
}

function yearOf(lines: readonly string[]): number | undefined {
  for (const line of lines) {
    const written = /((?:19|20)\d\d)\s*年|([二][〇零○][〇零○一二三四五六七八九]{2})\s*年|(20\d\d)/u.exec(foldText(line));
    const year = written === null ? undefined : readYear(written[1] ?? written[2] ?? written[3] ?? "");
    if (year !== undefined && year >= 2000 && year <= 2100) return year;
  }
  return undefined;
}

function wholeYear(year: number | undefined): DateRange | undefined {
  const [from, to] = year === undefined ? [] : [makeDate(year, 1, 1), makeDate(year, 12, 31)];
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** 考核周期：2023年12月1日至2024年11月30日. */
function periodOf(lines: readonly string[]): DateRange | undefined {
  const day = "(20\\d\\d)\\s*年\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*日";
  for (const line of lines) {
    if (!/考[核评](?:期|周期|时间|年度|时段)/u.test(line)) continue;
    const match = new RegExp(`${day}\\s*(?:至|到|-+|—+|~)\\s*${day}`, "u").exec(foldText(line));
    const [y = 0, m = 0, d = 0, y2 = 0, m2 = 0, d2 = 0] = match?.slice(1).map(Number) ?? [];
    const [from, to] = [makeDate(y, m, d), makeDate(y2, m2, d2)];
    if (match !== null && from !== undefined && to !== undefined && from <= to) return { from, to };
  }
  return undefined;
}

export function totalOf(line: string): Points | undefined {
  const match = /(?:满分|总分值?|总计|合计|共计?)\s*(?:为|是|:)?\s*(\d{2,4}(?:\.\d+)?)\s*分|(?:实行|采取|采用)?(百分|千分)制/u.exec(
    foldText(line),
  );
  if (match === null) return undefined;
  if (match[2] !== undefined) return parsePoints(match[2] === "百分" ? "100" : "1000");
  return parsePoints(match[1] ?? "");
}

export function bonusCapOf(line: string): Points | undefined {
  const match = /(?:加分|奖励)[^。；]{0,24}?(?:最多|最高|累计|不超过|上限)[^。；\d]{0,10}(\d+(?:\.\d+)?)\s*分/u.exec(foldText(line));
  return match?.[1] === undefined ? undefined : parsePoints(match[1]);
}
