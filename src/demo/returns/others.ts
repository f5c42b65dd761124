import type { WrittenReturn } from "./written-return.ts";

/** Departments, townships, enterprises. 区文化和旅游局 and two enterprises' evidence aside, nearly all have answered. */
export const otherReturns: readonly WrittenReturn[] = [
  {
    unit: "区住房和城乡建设局",
    clauses: {
      "S2-02": { statement: "2月19日印发住建领域安全生产工作要点。" },
      // 自评满分，但所报安检率按细则要扣分：自评高于材料所能支持的得分。
      "S2-04": {
        claimed: 1.5,
        statement: "开展城镇燃气专项整治，居民用户应检58600户，已检54732户，入户安检率93.4%。",
        facts: { checked: 93.4 },
        remedy: { measure: "12月底前完成剩余用户入户安检", person: "何伟", by: "2024-12-28" },
      },
    },
  },
  {
    unit: "区交通运输局",
    clauses: {
      "S2-05": {
        claimed: 1.5,
        statement: "每月抽查“两客一危”车辆动态监控情况，超速、疲劳驾驶均已处理。",
        facts: { unpunished: 0 },
        remedy: { measure: "核实8月抽查情况，查明2月记录的实际日期", person: "郭峰", by: "2024-12-12" },
      },
    },
  },
  {
    unit: "区市场监督管理局",
    clauses: { "S5-04": { claimed: 1, statement: "组织部门联合抽查9项、68家，结果全部公示。", facts: { shown: 100 } } },
  },
  {
    unit: "区公安分局",
    clauses: {
      "F2-03": {
        claimed: 1.9,
        statement: "全区应排查“九小场所”1960家，已排查1846家，剩余114家多为季节性歇业。",
        facts: { done: 1846, total: 1960 },
        remedy: { measure: "对歇业场所逐一核实，开业一家排查一家", person: "董强", by: "2024-12-25" },
      },
    },
  },
  {
    unit: "区教育局",
    clauses: {
      "F1-03": { claimed: 2, statement: "按照“摸排—建账—培训—整治”模式，摸排学校幼儿园64所，培训安全管理人员128人。" },
      "F2-05": { claimed: 1, statement: "全区中小学每学期开展1次疏散演练，参演师生2.6万人。" },
    },
  },
  {
    unit: "区民政局",
    clauses: { "F2-04": { claimed: 1, statement: "每季度对14家养老机构开展消防安全检查，累计发现隐患54处，全部整改。" } },
  },
  { unit: "区卫生健康局", clauses: { "F1-03": { claimed: 2, statement: "摸排医疗机构31家，6月6日组织医院消防安全培训。" } } },
  {
    unit: "城关街道",
    clauses: {
      "S4-06": { claimed: 1, statement: "4月、10月两次组织辖区隐患全覆盖排查。" },
      "L2-03": {
        claimed: 1.35,
        statement: "护林员每日巡护。",
        remedy: { measure: "整理第三季度巡护原始记录", person: "孟洋", by: "2024-12-12" },
      },
    },
  },
  {
    unit: "河口镇",
    clauses: {
      "S4-06": {
        claimed: 1,
        statement: "5月组织上半年全覆盖排查，下半年排查安排在12月中旬。",
        remedy: { measure: "12月20日前完成下半年全覆盖排查", person: "许江", by: "2024-12-20" },
      },
      "F3-02": { claimed: 1, statement: "消防宣传进社区进乡村覆盖14个村、1个社区。" },
    },
  },
  { unit: "东明燃气有限公司", clauses: { "S3-01": { statement: "自查发现未到位1项，已整改。", facts: { lacking: 0 } } } },
  {
    unit: "恒泰化工有限公司",
    clauses: { "S3-01": { facts: { lacking: 0 } }, "S3-03": { claimed: 1.5, statement: "重大危险源2处均已备案，7月12日完成安全评估。" } },
  },
  {
    unit: "东明建工集团有限公司",
    clauses: {
      "S3-01": { facts: { lacking: 0 } },
      "S3-04": { claimed: 1.5, statement: "项目负责人每月带班生产时间不少于本月施工时间的80%。" },
    },
  },
  { unit: "顺达客运有限公司", clauses: { "S3-01": { statement: "自查报告已报主管部门。", facts: { lacking: 0 } } } },
  {
    unit: "精锐机械制造有限公司",
    clauses: { "S3-01": { facts: { lacking: 0 } }, "S3-07": { claimed: 1, statement: "设备设施检修登记齐全，操作规程16项。" } },
  },
];
