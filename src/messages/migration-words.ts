import type { SectionKind } from "../model/criteria.ts";
import { formatChineseRange } from "../model/dates.ts";
import type { ActiveReading, CarryDoubt, CarryOutcome, ItemKind, ReferenceFate, ReferenceKind, Removal } from "../model/migration.ts";
import { formatPoints } from "../model/points.ts";
import { describeProblem } from "./diagnostic.ts";
import { describeClauseChange } from "./edition-words.ts";

/** 去向, as printed. */
export const outcomeWords = { kept: "沿用", doubtful: "待核对", orphaned: "无处可归" } as const satisfies Record<CarryOutcome, string>;

export const referenceWords = { pin: "人工对应", return: "自评表", judgement: "人工评定" } as const satisfies Record<ReferenceKind, string>;

export const fateWords = {
  same: "不用改",
  renamed: "改了代号",
  review: "照旧，条款待核对",
  removed: "部分内容改成注释",
  orphaned: "条款已删去，只提醒",
  untouchable: "在材料文件夹里，没有改",
} as const satisfies Record<ReferenceFate, string>;

export const readingWords = { old: "沿用原来的读法", new: "规则改用新稿的读法" } as const satisfies Record<ActiveReading, string>;

const kinds: Readonly<Record<string, string>> = { standard: "考核项", bonus: "加分项", veto: "一票否决项" } satisfies Record<
  SectionKind,
  string
>;

/** Why a person must look, as a phrase on one line without a full stop. */
export function describeDoubt(doubt: CarryDoubt): string {
  return phrase(doubt).replace(/\s*\n\s*/gu, " ⏎ ");
}

function phrase(doubt: CarryDoubt): string {
  switch (doubt.code) {
    case "pair-unsure":
      return `不能肯定是同一条（把握${String(doubt.confidence)}）${rivals("新稿", doubt.rivals.new)}${rivals("旧稿", doubt.rivals.old)}`;
    case "split":
      return `拆成了${doubt.into.join("、")}，规则用新稿的读法`;
    case "merged":
      return `与${doubt.with.join("、")}合成了${doubt.into}，规则用新稿的读法`;
    case "text-changed":
      return doubt.changes.map(describeClauseChange).join("；");
    case "figures-changed":
      return `原文里的数字、频次或者扣得分的说法变了：${listed("原有", doubt.gone)}${doubt.gone.length > 0 && doubt.come.length > 0 ? "，" : ""}${listed("现有", doubt.come)}`;
    case "points-misfit":
      return `分值由${formatPoints(doubt.from)}分改为${formatPoints(doubt.to)}分，规则${doubt.rules.join("、")}的金额不再合适`;
    case "units-differ":
      return `新稿写的责任单位是${doubt.named.join("、")}，没有采用；沿用${doubt.kept.join("、")}`;
    case "days-of-old-period":
      return `考核年度由${formatChineseRange(doubt.from)}改为${formatChineseRange(doubt.to)}，沿用的读法里写有旧年度的日期`;
    case "kind-changed":
      return `由${kinds[doubt.from] ?? doubt.from}改为${kinds[doubt.to] ?? doubt.to}`;
  }
}

function rivals(edition: string, titles: readonly string[]): string {
  return titles.length === 0 ? "" : `，也像${edition}的「${titles.join("」「")}」`;
}

function listed(lead: string, words: readonly string[]): string {
  return words.length === 0 ? "" : `${lead}「${[...new Set(words)].join("」「")}」`;
}

const items = { evidence: "材料", input: "事实", rule: "规则" } as const satisfies Record<ItemKind, string>;

/** Why a part of a person's file was turned into a comment, as a phrase without a full stop. */
export function describeRemoval(why: Removal): string {
  switch (why.code) {
    case "item-gone":
      return `新稿的读法里没有对得上的${items[why.what]}「${why.id}」`;
    case "item-moved":
      return `${items[why.what]}「${why.id}」现在属于条款${why.to}`;
    case "entry-merged":
      return `条款${why.clause}已并入${why.into}，${why.into}另有填报`;
    case "refused":
      return describeProblem(why.problem).what.replace(/。$/u, "");
  }
}
