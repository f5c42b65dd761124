// A 细则 of any number of clauses, in the grammar of docs/criteria.md: ten clauses a section, eight shapes of clause in turn.

const objects = [
  "危险化学品",
  "烟花爆竹",
  "城镇燃气",
  "建筑施工",
  "道路交通",
  "水上交通",
  "铁路沿线",
  "特种设备",
  "非煤矿山",
  "粉尘涉爆",
  "有限空间",
  "涉氨制冷",
  "金属冶炼",
  "电动自行车",
  "高层建筑",
  "群租房",
  "大型商业综合体",
  "文物建筑",
  "学校及周边",
  "医疗机构",
  "养老服务机构",
  "旅游景区",
  "星级饭店",
  "农业机械",
  "渔业船舶",
  "森林防火",
  "水利工程",
  "电力设施",
  "通信设施",
  "物流寄递",
  "加油加气站",
  "工业园区",
  "出租厂房",
  "小微企业",
  "沿街商铺",
  "农村自建房",
  "户外广告",
  "城市桥梁",
  "地下管网",
  "应急避难场所",
];
const matters = [
  "责任制落实",
  "专题会议研究",
  "年度工作部署",
  "重大隐患整治",
  "日常巡查检查",
  "专项执法行动",
  "应急预案演练",
  "宣传教育培训",
  "风险分级管控",
  "隐患排查治理",
  "值班值守",
  "信息报送",
  "督办事项整改",
  "专家指导服务",
  "举报奖励",
  "信用惩戒",
  "网格化管理",
  "经费保障",
  "队伍建设",
  "物资储备",
  "责任书签订",
  "第三方评估",
  "事故警示教育",
  "台账管理",
  "年度总结考评",
];
const quarters = ["第一季度", "第二季度", "第三季度", "第四季度"];

/** A thousand titles of two parts, each part shared with other clauses, as in a real 细则; then they repeat with a number. */
export function clauseTitle(index) {
  const title = objects[index % objects.length] + matters[(Math.floor(index / objects.length) + index) % matters.length];
  const round = Math.floor(index / (objects.length * matters.length));
  return round === 0 ? title : `${title}（${round + 1}）`;
}

export function clauseId(index) {
  return `S${String(Math.floor(index / 10) + 1).padStart(3, "0")}-${String((index % 10) + 1).padStart(2, "0")}`;
}

export function clauseLabel(index) {
  return `${Math.floor(index / 10) + 1}.${(index % 10) + 1}`;
}

/** What each shape asks for, how it is scored, and what the files that prove it are called. */
const shapes = [
  {
    standard: "每季度至少召开1次专题会议，每少1次扣1分，扣完为止。",
    evidence: (t) => [`{id: minutes, name: ${t}会议纪要, kind: 会议纪要, keywords: [会议纪要], per: quarter, count: 1, from: lead}`],
    rules: ["{kind: shortfall, evidence: minutes, each: 1}"],
    names: (t, i) => `2024年${quarters[i % 4]}${t}会议纪要`,
  },
  {
    standard: "未制定方案的扣1分，未进行总结的扣0.5分。",
    evidence: (t) => [
      `{id: plan, name: ${t}工作方案, kind: 方案, keywords: [方案]}`,
      `{id: summary, name: ${t}工作总结, kind: 总结, keywords: [总结]}`,
    ],
    rules: ["{kind: deduct, points: 1, evidence: plan}", "{kind: deduct, points: 0.5, evidence: summary}"],
    names: (t, i) => `关于印发《2024年${t}工作${i % 2 === 0 ? "方案" : "总结"}》的通知（应急〔2024〕${i + 1}号）`,
  },
  {
    standard: "每月开展1次检查，每少1次扣0.5分，扣完为止。",
    evidence: (t) => [`{id: record, name: ${t}检查记录, kind: 检查记录, keywords: [检查记录], per: month, count: 1, from: lead}`],
    rules: ["{kind: shortfall, evidence: record, each: 0.5}"],
    names: (t, i) => `${t}检查记录2024年${(i % 12) + 1}月`,
  },
  {
    standard: "建立台账得1分，开展评估再得1分。",
    evidence: (t) => [
      `{id: ledger, name: ${t}台账, kind: 台账, keywords: [台账]}`,
      `{id: assess, name: ${t}评估报告, kind: 报告, keywords: [评估报告]}`,
    ],
    rules: ["{kind: award_or_zero, points: 2, evidence: ledger}", "{kind: award_or_zero, points: 2, evidence: assess}"],
    names: (t, i) => `2024年${t}${i % 2 === 0 ? "台账" : "评估报告"}`,
  },
  {
    standard: "整改率低于95%的每降低1个百分点扣0.5分。",
    evidence: (t) => [`{id: list, name: ${t}整改清单, kind: 清单, keywords: [整改清单], from: each}`],
    inputs: ['{id: rate, name: 整改率, type: number, measure: "%"}'],
    rules: ["{kind: rate, input: rate, target: 95, direction: below, step: 1, each: 0.5}"],
    names: (t, i) => `${t}整改清单（第${i + 1}批）20240${(i % 9) + 1}15`,
  },
  {
    standard: "每开展1次演练得0.5分，得满2分为止；质量不高的酌情扣0.5分以内。",
    evidence: (t) => [`{id: drills, name: ${t}演练记录, kind: 演练, keywords: [演练], count: 4}`],
    rules: [
      "{kind: deduct_each, each: 0.5, missing: drills, cap: 2}",
      "{kind: manual, mode: deduct, min: 0, max: 0.5, text: 质量不高的酌情扣分}",
    ],
    names: (t, i) => `${t}应急演练记录 2024-0${(i % 9) + 1}-20`,
  },
  {
    standard: "签订责任书，缺一份扣0.5分，扣完为止。",
    evidence: (t) => [`{id: pledge, name: ${t}责任书, kind: 责任书, keywords: [责任书], from: each}`],
    rules: ["{kind: deduct_each, each: 0.5, missing: pledge, cap: 2}"],
    names: (t, i) => `${t}目标责任书${i === 0 ? "" : i + 1}（2024年度）`,
  },
  {
    standard: "每半年报送1次信息，每少1次扣0.5分。",
    evidence: (t) => [`{id: news, name: ${t}信息, keywords: [信息], per: half, count: 1, from: any}`],
    rules: ["{kind: shortfall, evidence: news, each: 0.5}"],
    names: (t, i) => `${t}工作信息第${i + 1}期2024年${i % 2 === 0 ? "3" : "9"}月`,
  },
];

/** The name of the n-th file that a unit hands in for a clause, without extension. */
export function evidenceName(index, n) {
  return shapes[index % shapes.length].names(clauseTitle(index), n);
}

function clauseYaml(index, units) {
  const shape = shapes[index % shapes.length];
  const topic = clauseTitle(index);
  const others = [1, 2, 3].map((step) => units[(index + step * 7) % units.length].name);
  return `      - id: ${clauseId(index)}
        label: "${clauseLabel(index)}"
        title: ${topic}
        points: 4
        requirement: 落实${topic}各项工作，做到有部署、有检查、有总结，材料齐全、时间相符。
        standard: ${shape.standard}
        units: {lead: ${units[index % units.length].name}, with: [${others.join(", ")}]}
        evidence: [${shape.evidence(topic).join(", ")}]
${shape.inputs === undefined ? "" : `        inputs: [${shape.inputs.join(", ")}]\n`}        rules: [${shape.rules.join(", ")}]
`;
}

export function makeCriteria(clauses, units) {
  let yaml = `title: 某省2024年度安全生产和消防工作考核细则
issuer: 省安委会
edition: 初稿
period: {from: 2024-01-01, to: 2024-12-31}
total: ${clauses * 4}
grades: [{name: 优秀, min: ${clauses * 3.6}}, {name: 良好, min: ${clauses * 3.2}}, {name: 合格, min: ${clauses * 2.4}}, {name: 不合格, min: 0}]
fields:
  - {id: safety, name: 安全生产, lead: ${units[0].name}}
  - {id: fire, name: 消防, lead: ${units[1].name}}
  - {id: forest, name: 森林防火, lead: ${units[2].name}}
sections:
`;
  for (let index = 0; index < clauses; index += 1) {
    if (index % 10 === 0) {
      const section = Math.floor(index / 10);
      const size = Math.min(10, clauses - index);
      yaml += `  - id: S${section + 1}
    field: ${["safety", "fire", "forest"][section % 3]}
    label: "${section + 1}."
    title: 第${section + 1}部分
    points: ${size * 4}
    clauses:
`;
    }
    yaml += clauseYaml(index, units);
  }
  return yaml;
}
