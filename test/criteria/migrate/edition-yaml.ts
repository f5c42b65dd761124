import { type Edition, mergeCriteria } from "../../../src/criteria/migrate/merge-criteria.ts";
import { planMigration } from "../../../src/criteria/migrate/plan-migration.ts";
import { parseCriteria } from "../../../src/criteria/parse-criteria.ts";
import { describeDoubt } from "../../../src/messages/migration-words.ts";

/** One clause of a small edition: what is printed, and its reading as lines of YAML below the clause. */
export interface WrittenClause {
  readonly id: string;
  readonly title: string;
  readonly points: number;
  readonly requirement?: string;
  readonly standard: string;
  /** Lines of the clause's own keys: units, evidence, inputs, rules. */
  readonly reading?: readonly string[];
  /** Comment lines above the clause. */
  readonly above?: readonly string[];
}

/** A small edition in one section, as a person writes it. */
export function editionOf(name: string, clauses: readonly WrittenClause[], head: readonly string[] = []): Edition {
  const total = clauses.reduce((sum, { points }) => sum + points, 0);
  const lines = [
    "title: 示范区2024年度考核细则",
    `edition: ${name}`,
    "period: {from: 2024-01-01, to: 2024-12-31}",
    `total: ${String(total)}`,
    ...head,
    "fields: [{id: safety, name: 安全生产}]",
    "sections:",
    "  - id: S1",
    "    field: safety",
    "    title: 责任落实",
    "    clauses:",
    ...clauses.flatMap((clause) => [
      ...(clause.above ?? []).map((line) => `      ${line}`),
      `      - id: ${clause.id}`,
      `        title: ${clause.title}`,
      `        points: ${String(clause.points)}`,
      ...(clause.requirement === undefined ? [] : [`        requirement: ${clause.requirement}`]),
      `        standard: ${clause.standard}`,
      ...(clause.reading ?? []).map((line) => `        ${line}`),
    ]),
  ];
  const source = { path: `criteria/${name}.yaml`, text: `${lines.join("\n")}\n` };
  const parsed = parseCriteria(source);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors.map(({ code }) => code)));
  return { source, criteria: parsed.value };
}

export function planOf(old: Edition, next: Edition) {
  return planMigration(old.criteria, next.criteria);
}

export function mergedOf(old: Edition, next: Edition) {
  const plan = planOf(old, next);
  const merged = mergeCriteria({ old, next, plan, describe: describeDoubt });
  if (!merged.ok) throw new Error(JSON.stringify(merged.errors.map(({ code }) => code)));
  return { plan, ...merged.value };
}

export const meeting: WrittenClause = {
  id: "S1-01",
  title: "定期研究部署安全生产",
  points: 4,
  requirement: "安委会每季度召开全体会议，分析形势，部署工作。",
  standard: "每季度至少召开1次全体会议，每少1次扣1分。",
  above: ["# 办公室：纪要要有签字"],
  reading: [
    "units: {lead: 区应急管理局}",
    "evidence:",
    "  - {id: minutes, name: 安委会纪要, kind: 会议纪要, keywords: [安委会], per: quarter} # 专题会不算",
    "rules:",
    "  - {id: quarterly, kind: shortfall, evidence: minutes, each: 1, text: 每少1次扣1分}",
  ],
};

/** The same clause as the import reads it from the new paper. */
export const freshMeeting: WrittenClause = {
  ...meeting,
  above: [],
  reading: [
    "evidence:",
    "  - { id: doc, name: 全体会议, kind: 会议纪要, keywords: [全体会议], per: quarter }",
    "rules:",
    "  - { kind: shortfall, evidence: doc, each: 1, text: 每少1次扣1分 }",
  ],
};

export const plan: WrittenClause = {
  id: "S1-02",
  title: "制定年度执法计划",
  points: 3,
  standard: "未制定计划的，扣2分；计划未报批准的，扣1分。",
  reading: [
    "inputs:",
    "  - {id: made, name: 制定了计划, type: yesno}",
    "  - {id: approved, name: 计划报了批准, type: yesno}",
    "rules:",
    "  - {id: noPlan, kind: deduct, points: 2, input: made, is: false, text: 未制定计划的，扣2分}",
    "  - {id: noApproval, kind: deduct, points: 1, input: approved, is: false, text: 计划未报批准的，扣1分}",
  ],
};
