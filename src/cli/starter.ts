import { type CalendarDate, dateParts } from "../model/dates.ts";

export const starterFolders = ["evidence/01区应急管理局", "returns"] as const;

/** The files of a fresh workspace: small, complete, and explained line by line. [path, text] */
export function starterFiles(today: CalendarDate): readonly (readonly [string, string])[] {
  const { year } = dateParts(today);
  return [
    ["yingkao.yaml", workspaceText(year)],
    ["criteria/criteria.yaml", criteriaText(year)],
    ["mapping.yaml", mappingText],
  ];
}

/** Is it the sample 细则 of a fresh workspace, sign for sign? Nobody's work is in it. */
export function isStarterCriteria(text: string): boolean {
  const [, year] = /^title: ××省(\d{4})年度/mu.exec(text) ?? [];
  return year !== undefined && text === criteriaText(Number(year));
}

function workspaceText(year: number): string {
  return `# yaml-language-server: $schema=criteria/schema/workspace.schema.json
# 迎考工作区。路径都相对本文件所在的文件夹。
title: ××区${year}年度迎接省安全生产目标责任制考核
organization: ××区人民政府
addressee: ××市人民政府               # 自查报告的主送机关
criteria: criteria/criteria.yaml
evidence: evidence                    # 下面一个单位一个文件夹
output: output
# asOf: ${year}-12-10                   # 以哪一天为准判断「到没到期」；不写就是今天
units:
  - name: 区应急管理局
    aliases: [应急局, 区应急局]
    kind: department                  # department 部门 | township 乡镇街道 | enterprise 企业
    # folder: 01区应急管理局            # 不写就按单位名称、简称找
    # deadline: ${year}-12-05           # 报送截止日期
  # - name: ××燃气有限公司
  #   kind: enterprise
  #   industry: 燃气
  #   supervisors: [区住房和城乡建设局]
`;
}

function criteriaText(year: number): string {
  return `# yaml-language-server: $schema=schema/criteria.schema.json
# 考核细则。把下面这一条样例换成正式细则的内容；写完运行：yingkao criteria lint criteria/criteria.yaml
title: ××省${year}年度安全生产工作考核细则
edition: 初稿
period: {from: ${year}-01-01, to: ${year}-12-31}
total: 4
grades: [{name: 优秀, min: 3.6}, {name: 合格, min: 2.4}, {name: 不合格, min: 0}]
fields:
  - {id: safety, name: 安全生产, lead: 区应急管理局}
sections:
  - id: S1
    field: safety
    label: 一、
    title: 责任落实
    points: 4
    clauses:
      - id: S1-01                     # 代号，换了版本也不变
        label: "1."                   # 印在细则上的编号，要加引号
        title: 定期研究部署安全生产
        points: 4
        requirement: 每季度至少召开1次安委会全体会议，研究部署安全生产工作。
        standard: 每少1次扣1分，扣完为止。
        units: {lead: 区应急管理局}
        evidence:
          - {id: minutes, name: 安委会全体会议纪要, kind: 会议纪要, keywords: [安委会, 会议纪要], per: quarter}
        rules:
          - {kind: shortfall, evidence: minutes, each: 1, text: 每少1次扣1分}
`;
}

const mappingText = `# yaml-language-server: $schema=criteria/schema/mapping.schema.json
# 人工对应：程序拿不准的文件，在这里指明它证明哪一条。每次运行都以这里为准。
pins: []
#  - {path: 01区应急管理局/扫描0001.pdf, clause: S1-01, evidence: minutes, date: 2024-03-15}
#  - {path: 01区应急管理局/旧资料/, ignore: true}
`;
