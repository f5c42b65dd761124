import { emergencyReturn } from "./returns/emergency.ts";
import { leadReturns } from "./returns/leads.ts";
import { otherReturns } from "./returns/others.ts";
import { type YamlValue, yamlText } from "./yaml-text.ts";

type WrittenUnit = {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly folder?: string;
  readonly kind: "department" | "township" | "enterprise";
  readonly industry?: string;
  readonly supervisors?: readonly string[];
};

const units: readonly WrittenUnit[] = [
  { name: "区应急管理局", aliases: ["应急局", "区应急局"], folder: "01应急局", kind: "department" },
  { name: "区消防救援大队", aliases: ["消防大队", "消防救援大队"], kind: "department" },
  { name: "区农业农村局", aliases: ["农业局"], kind: "department" },
  { name: "区公安分局", aliases: ["公安局"], kind: "department" },
  { name: "区教育局", kind: "department" },
  { name: "区民政局", kind: "department" },
  { name: "区卫生健康局", aliases: ["卫健局", "区卫健局"], kind: "department" },
  { name: "区住房和城乡建设局", aliases: ["住建局", "区住建局"], kind: "department" },
  { name: "区交通运输局", aliases: ["交通局", "区交通局"], kind: "department" },
  { name: "区市场监督管理局", aliases: ["市场监管局", "区市场监管局"], kind: "department" },
  { name: "区文化和旅游局", aliases: ["文旅局", "区文旅局"], kind: "department" },
  { name: "城关街道", kind: "township" },
  { name: "河口镇", kind: "township" },
  { name: "东明燃气有限公司", kind: "enterprise", industry: "燃气", supervisors: ["区住房和城乡建设局", "城关街道"] },
  { name: "恒泰化工有限公司", kind: "enterprise", industry: "危险化学品", supervisors: ["区应急管理局", "河口镇"] },
  {
    name: "东明建工集团有限公司",
    aliases: ["东明建工集团"],
    kind: "enterprise",
    industry: "建筑施工",
    supervisors: ["区住房和城乡建设局", "城关街道"],
  },
  { name: "顺达客运有限公司", kind: "enterprise", industry: "道路运输", supervisors: ["区交通运输局", "城关街道"] },
  { name: "精锐机械制造有限公司", kind: "enterprise", industry: "机械制造", supervisors: ["区应急管理局", "河口镇"] },
];

const workspace = {
  title: "东明区2024年度迎接省安全生产目标责任制考核",
  organization: "东明区人民政府",
  criteria: "criteria/2024.yaml",
  evidence: "evidence",
  output: "output",
  asOf: "2024-12-10",
  profiles: ["主城区"],
  units: units.map((unit) => ({ ...unit, deadline: "2024-12-05" })),
};

const judgements = {
  "S3-05": { notApplicable: true, by: "区安委办", note: "经核对安全生产许可证注销公告，情况属实" },
  "S4-04": { rules: { formality: 0 }, by: "区安委办", note: "抽查3个单位，排查整改真实有效" },
  "S6-06": { rules: { bulletin: 0.1 }, by: "区安委办", note: "市安委办第三季度通报1次信息迟报" },
  "F1-03": { rules: { other: 0 }, by: "区消安办", note: "各部门工作落实较好" },
  "F3-05": { rules: { effect: 0.8 }, by: "区消安办", note: "形式较新，乡村覆盖还不够" },
};

const mapping = {
  pins: [
    { path: "01应急局/扫描0001.pdf", clause: "S1-02", evidence: "signin", date: "2024-03-15", note: "安委会第一次全体会议签到名单扫描件" },
    { path: "11城关街道/森林防火/IMG_0915.jpg", clause: "L2-01", evidence: "posted", date: "2024-09-15", note: "北山入口张贴的禁火令" },
    { path: "11城关街道/安全生产/往年/", ignore: true, note: "上一年度材料，不报" },
  ],
};

/** The YAML files beside the evidence: path below the workspace → text. */
export function workspacePapers(): readonly (readonly [path: string, text: string])[] {
  const returns = [emergencyReturn, ...leadReturns, ...otherReturns];
  return [
    ["yingkao.yaml", headed("演示工作区：东明区和所列单位、人员、数据均为虚构。", workspace)],
    ["judgements.yaml", headed("人工评定：只记由人决定的事项。", judgements)],
    ["mapping.yaml", headed("人工对应：名称看不出来的材料，由人指明。", mapping)],
    ...returns.map((entry) => [`returns/${entry.unit}.yaml`, headed(`${entry.unit}自评表`, entry)] as const),
  ];
}

function headed(comment: string, value: YamlValue): string {
  return `# ${comment}\n${yamlText(value)}`;
}
