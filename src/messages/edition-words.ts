import type { ClauseChange, ClauseMatch, ClauseText, FrameChange, WordChange } from "../model/edition-diff.ts";
import { formatPoints, type Points } from "../model/points.ts";
import { quoted } from "./quoted.ts";

/** 变化类型, as printed. */
export const matchKinds = {
  same: "未变",
  changed: "有改动",
  split: "拆分",
  merged: "合并",
} as const satisfies Record<ClauseMatch["kind"], string>;

const parts = { title: "名称", requirement: "考核内容", standard: "评分标准" } as const satisfies Record<ClauseText, string>;
const roles = { lead: "牵头单位", cooperating: "配合单位", scorer: "评分单位" } as const;
const verifications: Readonly<Record<string, string>> = { package: "查资料", onsite: "现场检查", external: "外部数据", daily: "日常督查" };

/** One change of a clause as a phrase without a full stop. */
export function describeClauseChange(change: ClauseChange): string {
  switch (change.code) {
    case "moved":
      return `由${quoted(change.from)}移到${quoted(change.to)}`;
    case "renumbered":
      return `编号由${label(change.from)}改为${label(change.to)}`;
    case "re-pointed":
      return `分值由${formatPoints(change.from)}分改为${formatPoints(change.to)}分`;
    case "re-worded":
      return `${parts[change.part]}有改动：${wordChanges(change.words)}`;
    case "responsibility":
      return `${roles[change.role]}由${names(change.from)}改为${names(change.to)}`;
    case "verification":
      return `考评方式由${verifications[change.from] ?? change.from}改为${verifications[change.to] ?? change.to}`;
  }
}

/** …每少1次扣［－1－］［＋1.5＋］分…: removed and added stretches marked, long equal ones shortened. */
export function wordChanges(words: readonly WordChange[]): string {
  return words.map((word, index) => oneStretch(word, index, words.length)).join("");
}

/** Characters of an unchanged stretch kept beside a change. */
const context = 8;

function oneStretch({ kind, text }: WordChange, index: number, count: number): string {
  if (kind === "removed") return `［删：${text}］`;
  if (kind === "added") return `［增：${text}］`;
  const signs = Array.from(text);
  if (signs.length <= context * 2 + 1) return text;
  const [head, tail] = [signs.slice(0, context).join(""), signs.slice(-context).join("")];
  return `${index === 0 ? "" : head}…${index === count - 1 ? "" : tail}`;
}

function label(printed: string): string {
  return printed === "" ? "（无）" : printed;
}

function names(list: readonly string[]): string {
  return list.length === 0 ? "（无）" : list.join("、");
}

function points(value: Points | undefined): string {
  return value === undefined ? "（未规定）" : `${formatPoints(value)}分`;
}

const policies: Readonly<Record<string, string>> = {
  renormalize: "折算",
  full: "得满分",
  zero: "不得分",
  rules: "只按规则扣",
};

const frames = {
  title: "细则名称",
  issuer: "发文机关",
  edition: "版本",
  period: "考核年度",
  "not-applicable": "合理缺项的处理",
  "no-evidence": "无佐证材料的处理",
  grades: "等次",
  total: "总分",
  "bonus-cap": "加分封顶",
} as const;

/** One change outside the clauses as a phrase without a full stop. */
export function describeFrameChange(change: FrameChange): string {
  switch (change.code) {
    case "total":
    case "bonus-cap":
      return `${frames[change.code]}由${points(change.from)}改为${points(change.to)}`;
    case "section-points":
      return `考核项目${quoted(change.section)}分值由${formatPoints(change.from)}分改为${formatPoints(change.to)}分`;
    case "section-added":
      return `新增考核项目${quoted(change.section)}（${formatPoints(change.points)}分）`;
    case "section-removed":
      return `删去考核项目${quoted(change.section)}（${formatPoints(change.points)}分）`;
    case "not-printed":
      return `新稿没有写${{ units: "责任单位", scorer: "评分单位" }[change.part]}，不逐条比对`;
    case "title":
    case "issuer":
    case "edition":
    case "period":
    case "not-applicable":
    case "no-evidence":
    case "grades":
      return `${frames[change.code]}由${label(policies[change.from] ?? change.from)}改为${label(policies[change.to] ?? change.to)}`;
  }
}

/** 把握: how sure the pairing is, for people. */
export function confidenceWords({ confidence, doubtful }: ClauseMatch): string {
  return doubtful ? `存疑（${String(confidence)}）` : confidence === 100 ? "原文相同" : `有把握（${String(confidence)}）`;
}
