import type { WrittenReturn } from "./written-return.ts";

export const emergencyReturn: WrittenReturn = {
  unit: "区应急管理局",
  clauses: {
    "S1-01": {
      claimed: 2,
      statement:
        "制定了党政领导干部安全生产责任清单和2024年度工作清单，区委理论学习中心组于6月12日专题学习安全生产工作，党政主要负责人提交了履职报告。",
    },
    "S1-02": {
      claimed: 2.1,
      statement: "全年召开安委会全体会议4次，其中区政府主要负责人主持2次；第三季度会议纪要正在履行印发程序。",
      facts: { chaired: 2 },
      remedy: { measure: "核实第三季度全体会议召开情况，补齐纪要和签到表", person: "周明", by: "2024-12-15" },
    },
    "S1-03": { claimed: 1.4, statement: "区领导全年带队检查4次，发现问题22处，1处正在整改。", facts: { unsolved: 1 } },
    "S1-04": { claimed: 0.7, statement: "2月26日至28日逐级签订安全生产目标责任书，河口镇原件正在核对。" },
    "S1-05": { claimed: 1, statement: "安全生产专项资金列入本级财政预算，按季度拨付。" },
    "S2-01": {
      claimed: 2,
      statement: "按照“三个必须”要求修订部门安全生产责任清单，明确22个部门监管职责，覆盖全部行业部门。",
      facts: { uncovered: 0 },
    },
    "S3-02": { claimed: 1.5, statement: "全区规模以上企业46家全部完成“五个一”工程建设，其他企业全面启动。", facts: { coverage: 100 } },
    "S3-05": { notApplicable: "本区没有非煤矿山企业，最后一处采石场已于2021年注销安全生产许可证。" },
    "S3-06": { notApplicable: "本区全域禁止销售和燃放烟花爆竹，没有批发企业和零售网点。" },
    "S4-01": {
      claimed: 2.4,
      statement: "全年登记隐患1286处，到期应整改1274处，已整改1256处，整改率98.6%，其余18处已落实防范措施。",
      facts: { closed: 98.6 },
      remedy: { measure: "对18处逾期隐患逐一督办，整改后复查销号", person: "吴刚", by: "2024-12-20" },
    },
    "S4-02": { claimed: 1.5, statement: "挂牌督办重大事故隐患1处，8月26日验收销号。", facts: { overdue: 0, urged: "否" } },
    "S4-03": { claimed: 1.5, statement: "11月11日印发冬春安全治理专项行动实施方案，11月13日召开动员部署会议。" },
    "S4-04": { claimed: 1.5, statement: "专项行动启动以来，检查单位126家次，发现隐患218处，已整改201处。" },
    "S4-05": { claimed: 0.4, statement: "上半年隐患排查治理总结于7月8日报送，迟报3天。" },
    "S5-01": { claimed: 2.35, statement: "年度监督检查计划于1月26日经区政府批准，全年办理行政处罚案件17件。", facts: { cases: 17 } },
    "S5-02": {
      claimed: 1.3,
      statement: "落实“四个一律”，关闭取缔2家、停产整顿4家、上限处罚1家；1起应停产整顿而未落实，已补办。",
      facts: { failed: 1 },
    },
    "S5-03": {
      claimed: 1,
      statement: "“3·12”一般事故调查报告6月3日批复，6月14日公布，整改措施11项全部落实。",
      facts: { approved: "2024-06-03", published: "2024-06-14", hidden: "否" },
    },
    "S6-01": {
      claimed: 1.75,
      statement: "修订生产安全事故应急预案，组织综合应急演练2次。",
      remedy: { measure: "补充上半年演练评估，注明补做时间，不倒签日期", person: "郑磊", by: "2024-12-13" },
    },
    "S6-02": { claimed: 0.75, statement: "应急物资储备达标率92%，缺发电机组和排涝泵车。", facts: { level: 92 } },
    "S6-03": { claimed: 0.8, statement: "市应急管理局日常抽查12次，1次联系不畅。", facts: { absences: 1 } },
    "S6-04": { claimed: 1.5, statement: "培训监管人员2期175人，高危行业企业应持证人员全部持证。", facts: { alike: "否", certified: 100 } },
    "S6-05": { claimed: 1, statement: "受理举报31件，查实19件，全部反馈。" },
    "S6-07": { claimed: 1, statement: "全年发生一般生产安全事故2起，在控制指标3起以内。", facts: { accidents: 2, quota: 3 } },
    "B1-01": {
      claimed: 0.5,
      statement: "被评为全市安全生产工作先进集体。",
      facts: { awards: [{ name: "全市安全生产工作先进集体", level: "市级" }] },
    },
    "B1-02": { facts: { spread: [] } },
    "V1-01": { facts: { major: "否" } },
    "V1-02": { facts: { larger: 0 } },
  },
};
