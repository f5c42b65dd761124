import { parseCriteria } from "../../src/criteria/parse-criteria.ts";
import type { Criteria } from "../../src/model/criteria.ts";
import { type CalendarDate, parseDate } from "../../src/model/dates.ts";
import type { ListedFile } from "../../src/model/evidence-file.ts";
import { pathPlace } from "../../src/model/place.ts";
import { parsePoints } from "../../src/model/points.ts";
import { quantity } from "../../src/model/quantity.ts";
import { namesOnly, type Readings } from "../../src/model/reading.ts";
import type { ClauseReturn, FactValue, Judgement, Return } from "../../src/model/return.ts";
import type { Scorecard } from "../../src/model/scorecard.ts";
import type { Workspace } from "../../src/model/workspace.ts";
import { assess } from "../../src/pipeline.ts";
import { parseWorkspace } from "../../src/workspace/parse-workspace.ts";

export const sampleCriteria = `title: 示范省2024年度安全生产和消防工作考核细则
issuer: 省安委会
edition: 初稿
period: {from: 2024-01-01, to: 2024-12-31}
total: 20
bonus: {cap: 2}
grades: [{name: 优秀, min: 18}, {name: 良好, min: 16}, {name: 合格, min: 12}, {name: 不合格, min: 0}]
fields:
  - {id: safety, name: 安全生产, lead: 区应急管理局}
  - {id: fire, name: 消防, lead: 区消防救援大队}
sections:
  - id: S1
    field: safety
    label: 一、
    title: 党政领导责任
    points: 12
    clauses:
      - id: S1-01
        label: "1."
        title: 定期研究部署安全生产
        points: 4
        requirement: 定期召开安委会全体会议
        standard: 每季度至少召开1次安委会全体会议，每少1次扣1分，扣完为止。会议质量不高的酌情扣分。
        units: {lead: 区应急管理局, with: [区教育局]}
        evidence:
          - {id: minutes, name: 安委会全体会议纪要, kind: 会议纪要, keywords: [安委会], per: quarter}
          - {id: signin, name: 签到表, kind: 签到表, with: minutes}
        rules:
          - {id: r1, kind: shortfall, evidence: minutes, each: 1, text: 每少1次扣1分}
          - {id: r2, kind: manual, min: 0, max: 0.5, text: 会议质量不高的酌情扣分}
      - id: S1-02
        label: "2."
        title: 签订安全生产责任书
        points: 3
        requirement: 与各单位签订责任书
        standard: 未签订责任书的，扣3分。
        units: {lead: 区应急管理局, with: [区教育局, 城关街道]}
        evidence: [{id: letter, name: 安全生产责任书, kind: 责任书, keywords: [责任书], from: each}]
        rules: [{id: r1, kind: shortfall, evidence: letter, each: 1, text: 每缺1份扣1分}]
      - id: S1-03
        label: "3."
        title: 隐患整改率
        points: 3
        requirement: 重大事故隐患按期整改
        standard: 整改率低于95%的，每降低1个百分点扣0.5分。
        units: {lead: 区应急管理局}
        verification: external
        inputs: [{id: rate, name: 重大事故隐患整改率, type: number, measure: "%"}]
        rules: [{id: r1, kind: rate, input: rate, target: 95, direction: below, step: 1, each: 0.5, text: 每降低1个百分点扣0.5分}]
      - id: S1-04
        label: "4."
        title: 非煤矿山监管
        points: 2
        requirement: 非煤矿山安全监管
        standard: 未开展的，扣2分。
        units: {lead: 区应急管理局}
        evidence: [{id: plan, name: 监管方案, kind: 方案, keywords: [矿山]}]
        rules: [{id: r1, kind: deduct, points: 2, evidence: plan}]
  - id: F1
    field: fire
    label: 二、
    title: 消防责任落实
    points: 8
    clauses:
      - id: F1-01
        label: "1."
        title: 消防工作方案
        points: 5
        requirement: 制定年度消防工作方案
        standard: 未制定的不得分。
        units: {lead: 区消防救援大队}
        evidence: [{id: plan, name: 消防工作方案, kind: 方案, keywords: [消防]}]
        rules: [{id: r1, kind: award_or_zero, points: 5, evidence: plan}]
      - id: F1-02
        label: "2."
        title: 消防安全检查
        points: 3
        requirement: 每月检查
        standard: 每少1次扣0.25分。
        units: {lead: 区消防救援大队, with: [城关街道]}
        evidence: [{id: check, name: 消防检查记录, kind: 检查记录, keywords: [消防检查], per: month, from: any}]
        rules: [{id: r1, kind: shortfall, evidence: check, each: 0.25}]
  - id: B1
    field: safety
    kind: bonus
    label: 三、
    title: 加分项
    points: 3
    clauses:
      - id: B1-01
        label: "1."
        title: 表彰奖励
        points: 3
        requirement: 获得表彰
        standard: 国家级加2分，省级加1分。
        units: {lead: 区应急管理局}
        inputs: [{id: awards, name: 表彰项目, type: items, options: [国家级, 省级]}]
        rules: [{id: r1, kind: bonus, items: awards, levels: [{name: 国家级, points: 2}, {name: 省级, points: 1}]}]
  - id: V1
    field: safety
    kind: veto
    label: 四、
    title: 一票否决项
    clauses:
      - id: V1-01
        label: "1."
        title: 重大事故
        points: 0
        requirement: 不发生重大事故
        standard: 发生重大事故的，一票否决。
        units: {lead: 区应急管理局}
        inputs: [{id: accident, name: 是否发生重大事故, type: yesno}]
        rules: [{id: r1, kind: veto, input: accident, is: true, scope: total, text: 发生重大事故的，一票否决}]
`;

const workspaceText = `title: 东明区2024年度迎接省安全生产目标责任制考核
organization: 东明区人民政府
addressee: 省安委会办公室
criteria: criteria.yaml
units:
  - {name: 区应急管理局, aliases: [应急局], folder: 01应急局, kind: department, deadline: 2024-12-20}
  - {name: 区教育局, folder: 02教育局, kind: department}
  - {name: 区消防救援大队, folder: 03消防, kind: department}
  - {name: 城关街道, folder: 04城关街道, kind: township}
`;

export const sampleFiles: readonly string[] = [
  "01应急局/一、党政领导责任/1.定期研究部署安全生产/东安委〔2024〕6号 安委会第一次全体会议纪要 2024年3月5日.pdf",
  "01应急局/一、党政领导责任/1.定期研究部署安全生产/安委会第二次全体会议纪要 2024年5月8日.pdf",
  "01应急局/一、党政领导责任/1.定期研究部署安全生产/签到表 2024年3月5日.pdf",
  "01应急局/一、党政领导责任/2.签订安全生产责任书/安全生产责任书 2024年2月1日.pdf",
  "04城关街道/一、党政领导责任/2.签订安全生产责任书/关于印发《安全生产责任书》的通知 2024年2月3日.pdf",
  "03消防/二、消防责任落实/1.消防工作方案/消防工作方案 2024年1月15日.docx",
  "03消防/二、消防责任落实/2.消防安全检查/消防检查记录 2024年4月2日.docx",
  "03消防/二、消防责任落实/2.消防安全检查/消防检查记录 2023年4月2日.docx",
  "03消防/杂项/说明.txt",
  "01应急局/Thumbs.db",
];

export interface SampleReturn {
  readonly claimed?: string;
  readonly statement?: string;
  readonly notApplicable?: string;
  readonly remedy?: { readonly measure?: string; readonly person?: string; readonly by?: string };
  readonly facts?: Readonly<Record<string, number | boolean | readonly { readonly name: string; readonly level: string }[]>>;
}

export interface SampleOptions {
  readonly readings?: Readings;
  readonly criteria?: string;
  readonly files?: readonly string[];
  readonly returns?: Readonly<Record<string, Readonly<Record<string, SampleReturn>>>>;
  readonly judgements?: readonly Judgement[];
  readonly asOf?: string;
  readonly workspace?: string;
}

export const sampleReturns = {
  区应急管理局: {
    "S1-01": {
      claimed: "4",
      statement: "全年召开安委会全体会议4次，区委、区政府主要负责同志均到会部署。",
      remedy: { measure: "12月20日前补开第四季度会议", person: "张三", by: "2024-12-20" },
    },
    "S1-03": { claimed: "3", facts: { rate: 93 } },
    "S1-04": { notApplicable: "本辖区没有非煤矿山企业" },
    "B1-01": { facts: { awards: [{ name: "全省安全生产先进单位", level: "省级" }] } },
  },
} as const satisfies SampleOptions["returns"];

/** A small assessment, run through the whole pipeline; every document must agree with its scorecard. */
export function sampleScorecard(options: SampleOptions = {}): Scorecard {
  const { scorecard } = assess({
    workspace: workspaceOf(options.workspace ?? workspaceText),
    criteria: criteriaOf(options.criteria ?? sampleCriteria),
    papers: { returns: returnsOf(options.returns ?? sampleReturns), judgements: options.judgements ?? [], pins: [] },
    listing: {
      files: listed(options.files ?? sampleFiles),
      emptyFolders: [],
      topFolders: ["01应急局", "02教育局", "03消防", "04城关街道"],
    },
    isIgnored: () => false,
    readings: options.readings ?? namesOnly,
    asOf: day(options.asOf ?? "2024-12-10"),
  });
  return scorecard;
}

export function day(written: string): CalendarDate {
  const date = parseDate(written);
  if (date === undefined) throw new Error(`no such day: ${written}`);
  return date;
}

function listed(paths: readonly string[]): readonly ListedFile[] {
  return [...paths].sort().map((path) => ({ path, bytes: 1000, kind: "file" }));
}

function criteriaOf(text: string): Criteria {
  const outcome = parseCriteria({ path: "criteria.yaml", text });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors.map((problem) => ({ ...problem, place: undefined }))));
  return outcome.value;
}

function workspaceOf(text: string): Workspace {
  const outcome = parseWorkspace({ path: "yingkao.yaml", text });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors.map((problem) => ({ ...problem, place: undefined }))));
  return outcome.value;
}

function returnsOf(units: NonNullable<SampleOptions["returns"]>): readonly Return[] {
  return Object.entries(units).map(([unit, clauses]) => ({
    unit,
    clauses: new Map(Object.entries(clauses).map(([id, entry]) => [id, clauseReturn(entry)])),
    place: pathPlace(`returns/${unit}.yaml`),
  }));
}

function clauseReturn({ claimed, statement, notApplicable, remedy, facts }: SampleReturn): ClauseReturn {
  const points = claimed === undefined ? undefined : parsePoints(claimed);
  return {
    facts: new Map(Object.entries(facts ?? {}).map(([id, value]) => [id, factOf(value)])),
    ...(points === undefined ? {} : { claimed: points }),
    ...(statement === undefined ? {} : { statement }),
    ...(notApplicable === undefined ? {} : { notApplicable: { reason: notApplicable } }),
    ...(remedy === undefined ? {} : { remedy: remedyOf(remedy) }),
    place: pathPlace("returns"),
  };
}

function remedyOf({ by, ...rest }: NonNullable<SampleReturn["remedy"]>): NonNullable<ClauseReturn["remedy"]> {
  return by === undefined ? rest : { ...rest, by: day(by) };
}

function factOf(value: number | boolean | readonly { readonly name: string; readonly level: string }[]): FactValue {
  const place = pathPlace("returns");
  if (typeof value === "number") return { kind: "number", value: quantity(value * 1000), place };
  if (typeof value === "boolean") return { kind: "yesno", value, place };
  return { kind: "items", items: value, place };
}
