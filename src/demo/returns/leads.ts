import type { WrittenReturn } from "./written-return.ts";

/** The lead agencies of 消防 and 森林防火. */
export const leadReturns: readonly WrittenReturn[] = [
  {
    unit: "区消防救援大队",
    clauses: {
      "F1-01": { claimed: 2, statement: "以区政府名义印发消防安全责任制实施意见，逐级签订消防安全责任书。" },
      "F1-02": { claimed: 2, statement: "4月17日、10月15日召开消防工作联席会议，研究高层建筑和冬春火灾防控工作。" },
      "F1-04": {
        claimed: 0.75,
        statement: "开展部门消防会商3次，协办隐患5件。",
        remedy: { measure: "12月中旬组织第四次部门会商", person: "冯涛", by: "2024-12-18" },
      },
      "F2-01": { claimed: 1.5, statement: "11月12日印发冬春火灾防控工作方案，11月15日召开部署会议。" },
      "F2-02": { claimed: 2, statement: "登记高层建筑87栋，经检测消防设施完好率91.5%。", facts: { working: 91.5 } },
      "F2-06": {
        claimed: 1.6,
        statement: "推动1162家社会单位开展“三自主两公开一承诺”，公示率88.5%。",
        facts: { share: 88.5 },
        remedy: { measure: "督促剩余单位在入口处公示", person: "冯涛", by: "2024-12-20" },
      },
      "F2-07": { claimed: 0.8, statement: "消防监督抽查结果每月在政府网站公示。" },
      "F2-08": { claimed: 1, statement: "重大火灾隐患单位1家，8月23日整改销案。", facts: { overdue: 0, extended: "否" } },
      "F2-09": { claimed: 0.5, statement: "夜查场所164家次，总结于11月28日报送。" },
      "F2-10": { claimed: 1, statement: "未发生亡人火灾。", facts: { fatal: 0, concealed: "否" } },
      "F3-01": { claimed: 2, statement: "开展“119”消防宣传月活动26场，覆盖群众1.8万人次。" },
      "F3-03": { claimed: 1.92, statement: "应建微型消防站社区48个，已建46个。", facts: { built: 46, planned: 48 } },
      "F3-04": { claimed: 1.5, statement: "消防经费列入本级财政预算，较上年增长6.3%。" },
      "F3-05": { claimed: 0.8, statement: "消防宣传贯穿全年，累计发布推文210篇。" },
      "F3-06": {
        claimed: 1.5,
        statement: "牵头开展电动自行车安全隐患全链条整治，未发生室内充电引发的火灾伤亡。",
        facts: { injury: "否", death: "否" },
      },
      "V2-01": { facts: { deadly: "否" } },
    },
  },
  {
    unit: "区农业农村局",
    clauses: {
      "L1-01": { claimed: 2, statement: "落实森林防火行政首长负责制，全年召开指挥部会议2次。" },
      "L1-02": { claimed: 2, statement: "划定网格112个，配备护林员63人，3月22日集中培训。" },
      "L1-03": { claimed: 1, statement: "对2023年度森林防火工作进行了系统总结。" },
      "L1-04": { claimed: 1, statement: "完成林区火灾风险普查，摸清火险隐患底数。" },
      "L2-01": { claimed: 2, statement: "9月10日发布森林防火期禁火令公告，在主要入山路口张贴。" },
      "L2-02": { claimed: 2.25, statement: "查处违规野外用火5起，其中引发火情2起，当年全部查处。", facts: { fires: 2, solved: "是" } },
      "L2-04": {
        claimed: 1.2,
        statement: "秋季森林防火期24小时值班，领导带班。",
        facts: { absent: 0 },
        remedy: { measure: "查找11月值班记录原件并归档，找不到的如实说明", person: "马骏", by: "2024-12-13" },
      },
      "L2-05": { claimed: 1.5, statement: "年度森林火灾受害率0.12‰。", facts: { damage: 0.12 } },
      "L3-01": { claimed: 1.5, statement: "修订森林火灾应急预案，3月29日组织扑救演练。" },
      "L3-02": { claimed: 1.5, statement: "半专业扑火队员60人，扑火物资储备达标率96%。", facts: { level: 96 } },
      "L3-03": { claimed: 1, statement: "开展森林防火宣传活动4次。" },
      "L3-04": { claimed: 1, statement: "火情报告及时、准确。", facts: { conduct: "按时" } },
    },
  },
];
