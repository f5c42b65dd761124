import {
  type EvidenceRequirement,
  type Field,
  frequencies,
  type GradeBand,
  type NoEvidencePolicy,
  type NotApplicablePolicy,
  type Section,
  type Verification,
} from "./criteria.ts";
import { formatPoints, type Points, parsePoints, zeroPoints } from "./points.ts";
import type { UnitKind, UnitSelector } from "./unit.ts";

/*
 * How a 细则 is printed as the usual table. The export writes these words and the import of an export looks for them, so that
 * both sides have one spelling and a changed cell is told from an untouched one.
 */

/** Headings of the table of clauses, left to right. `代号` is our id; no official table uses the word. */
export const clauseHeadings = {
  label: "序号",
  id: "代号",
  title: "条款名称",
  requirement: "考核内容",
  points: "分值",
  standard: "评分标准",
  lead: "牵头单位",
  with: "配合单位",
  scorer: "评分单位",
  verification: "考核方式",
  materials: "佐证材料",
} as const;
/** In the lists of bonuses and vetoes. */
export const bonusRequirement = "加分内容";
export const vetoRequirement = "否决情形";

export const gradeHeadings = ["等次", "得分"] as const;
export const frameHeadings = ["事项", "规定"] as const;
export const annexHeadings = ["代号", "类别", "原文标记", "程序读法（请勿改动）"] as const;
/** Headings that only the 责任分解表 has. */
export const taskHeadings = { clause: "条款", material: "应备材料或事项", due: "应交时限" } as const;

/** Names of sheets and headings of parts. */
export const parts = {
  main: "考核评分表",
  bonus: "加分事项",
  veto: "一票否决情形",
  grades: "评定等次",
  frame: "考核说明",
  tasks: "责任分解表",
  annex: "评分规则（程序用）",
} as const;

/** Stands above the annex. */
export const annexNote = "本表供程序导入时使用，请勿改动；印发、打印时可以不要。";

/** What the rows of 考核说明 are called. */
export const frameItems = {
  issuer: "制定单位",
  edition: "版本",
  period: "考核周期",
  total: "总分",
  bonusCap: "加分上限",
  notApplicable: "合理缺项",
  noEvidence: "没有佐证材料",
  precision: "得数保留",
} as const;

export const notApplicableWords = {
  renormalize: "从总分中扣除，其余按比例折算",
  full: "按满分计",
  zero: "不得分",
} as const satisfies Record<NotApplicablePolicy, string>;

export const noEvidenceWords = {
  zero: "应交材料一份都没有的，该条不得分",
  rules: "只按评分标准扣分",
} as const satisfies Record<NoEvidencePolicy, string>;

export const verificationWords = {
  package: "查阅资料",
  onsite: "现场检查",
  external: "以外部数据为准",
  daily: "日常督查",
} as const satisfies Record<Verification, string>;

/** 领域：消防（牵头单位：区消防救援大队；折算30分）. */
export function fieldWords({ name, lead, weight }: Pick<Field, "name" | "lead" | "weight">): string {
  const aside = [...(lead === undefined ? [] : [`牵头单位：${lead}`]), ...(weight === undefined ? [] : [`折算${formatPoints(weight)}分`])];
  return `领域：${name}${aside.length === 0 ? "" : `（${aside.join("；")}）`}`;
}

/** 一、党政领导责任（12分）; 十三、加分项（最多加3分). */
export function sectionWords({ kind, label, title, maxPoints }: Pick<Section, "kind" | "label" | "title" | "maxPoints">): string {
  const points = { standard: `（${formatPoints(maxPoints)}分）`, bonus: `（最多加${formatPoints(maxPoints)}分）`, veto: "" }[kind];
  return `${label}${title}${points}`;
}

const everyOf = { department: "部门", township: "乡镇（街道）", enterprise: "企业" } as const satisfies Record<UnitKind, string>;

/** 区教育局、各乡镇（街道）、各燃气企业. */
export function unitWords(units: readonly UnitInWords[]): string {
  return units.map(oneUnitWords).join("、");
}

/** A selector without its place in the YAML. */
export type UnitInWords = { [Kind in UnitSelector["kind"]]: Omit<Extract<UnitSelector, { kind: Kind }>, "place"> }[UnitSelector["kind"]];

export function oneUnitWords(unit: UnitInWords): string {
  if (unit.kind === "name") return unit.name;
  return `各${unit.industry ?? ""}${unit.unitKind === undefined ? "有关单位" : everyOf[unit.unitKind]}`;
}

const perWords = { month: "每月", quarter: "每季度", half: "每半年", year: "全年", none: "" } as const;

/** What is printed of a material. */
export type MaterialInWords = Pick<EvidenceRequirement, "id" | "name" | "per" | "count" | "with">;

/** One line per material: 安委会全体会议纪要（每季度1份）. */
export function materialLines(evidence: readonly MaterialInWords[]): readonly string[] {
  return evidence.map(({ name, per, count, with: follows }) => {
    const leader = evidence.find(({ id }) => id === follows);
    const often = leader === undefined ? `${perWords[per]}${String(count)}份` : `每份${leader.name}配1份`;
    return `${name.replace(/\s+/gu, " ")}（${often}）`;
  });
}

/** The material of a printed line; undefined when the line is not in our words. */
export function readMaterial(line: string): Pick<EvidenceRequirement, "name" | "per" | "count"> | undefined {
  const [, name, often = "", count] = /^(.+)（(每月|每季度|每半年|全年)?(\d{1,6})份）$/u.exec(line.trim()) ?? [];
  if (name === undefined || count === undefined) return undefined;
  const per = frequencies.find((frequency) => perWords[frequency] === often) ?? "none";
  return { name, per, count: Number(count) };
}

/** 90分（含）以上; 80分（含）至90分; 60分以下. `above`: the least of the next better band. */
export function bandWords({ min, minIncluded }: GradeBand, above: Points | undefined): string {
  if (above !== undefined && min === zeroPoints && minIncluded) return `${formatPoints(above)}分以下`;
  const least = `${formatPoints(min)}分（${minIncluded ? "含" : "不含"}）`;
  return above === undefined ? `${least}以上` : `${least}至${formatPoints(above)}分`;
}

/** The least of a band as bandWords and people print it; undefined when it cannot be read. */
export function readBand(words: string): { readonly min: Points; readonly minIncluded: boolean } | undefined {
  const text = words.replace(/\s+/gu, "");
  if (/^\d+(?:\.\d+)?分?(?:（不含）)?以下$/u.test(text)) return { min: zeroPoints, minIncluded: true };
  const match = /^(\d+(?:\.\d+)?)分?(?:（(不?)含[^）]*）)?(?:以上|及以上|至|—|-|~)/u.exec(text);
  const min = match?.[1] === undefined ? undefined : parsePoints(match[1]);
  return min === undefined ? undefined : { min, minIncluded: match?.[2] !== "不" };
}
