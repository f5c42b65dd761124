import { parseCriteria } from "../../../src/criteria/parse-criteria.ts";
import type { Criteria } from "../../../src/model/criteria.ts";

/** One clause of a small edition: id, label, title, points, requirement, standard, lead. */
export interface ClauseText {
  readonly id: string;
  readonly label?: string;
  readonly title: string;
  readonly points: number;
  readonly requirement?: string;
  readonly standard?: string;
  readonly lead?: string;
  readonly scorer?: string;
}

/** A small edition in two sections; the standard 考核项目 unless others are given. */
export function edition(sections: Readonly<Record<string, readonly ClauseText[]>>, head: Readonly<Record<string, unknown>> = {}): Criteria {
  const written = {
    title: "示范省2024年度考核细则",
    period: { from: "2024-01-01", to: "2024-12-31" },
    total: 100,
    fields: [{ id: "safety", name: "安全生产" }],
    sections: Object.entries(sections).map(([title, clauses], index) => ({
      id: `S${String(index + 1)}`,
      field: "safety",
      title,
      points: clauses.reduce((sum, { points }) => sum + points, 0),
      clauses: clauses.map(({ lead, ...clause }) => ({ ...clause, ...(lead === undefined ? {} : { units: { lead } }) })),
    })),
    ...head,
  };
  const outcome = parseCriteria({ path: "细则.yaml", text: JSON.stringify(written, null, 1) });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors.map(({ code }) => code)));
  return outcome.value;
}

export const meeting: ClauseText = {
  id: "S1-01",
  label: "1.",
  title: "定期研究部署安全生产",
  points: 4,
  requirement: "安委会每季度至少召开1次全体会议，分析安全生产形势，部署重点工作。",
  standard: "每季度至少召开1次安委会全体会议，每少1次扣1分，扣完为止。",
  lead: "区应急管理局",
};
export const pledge: ClauseText = {
  id: "S1-02",
  label: "2.",
  title: "签订目标责任书",
  points: 3,
  requirement: "逐级签订安全生产目标责任书，明确责任和考核办法。",
  standard: "未签订责任书的，扣3分；责任书内容不全的，酌情扣0.5至1分。",
  lead: "区应急管理局",
};
export const drill: ClauseText = {
  id: "S1-03",
  label: "3.",
  title: "应急预案和演练",
  points: 5,
  requirement: "修订生产安全事故应急预案，每半年至少组织1次综合应急演练，并对演练效果进行评估。",
  standard: "预案未修订的，扣2分；演练每少1次扣1分；演练未评估的，每次扣0.5分。",
  lead: "区应急管理局",
};
export const fire: ClauseText = {
  id: "S2-01",
  label: "1.",
  title: "九小场所火灾防控",
  points: 6,
  requirement: "组织对九小场所开展消防安全排查，建立隐患台账并督促整改。",
  standard: "排查覆盖率低于100%的，每降低1个百分点扣0.2分；隐患未整改的，每处扣0.5分。",
  lead: "区消防救援大队",
};
