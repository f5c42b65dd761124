/** A gap put into the demo on purpose: what a reader should find, and where. */
export interface PlantedGap {
  readonly clause: string;
  readonly unit: string;
  readonly kind: PlantedKind;
  readonly what: string;
  /** A file of the demo that shows it (below evidence/), where one does. */
  readonly file?: string;
}
export type PlantedKind =
  | "missing"
  | "prior-year-instead"
  | "this-year-instead"
  | "generic-name"
  | "ambiguous"
  | "duplicate"
  | "empty"
  | "wrong-unit"
  | "impossible-date"
  | "late"
  | "figure-costs"
  | "claim-exceeds"
  | "not-applicable"
  | "upcoming"
  | "awaiting-judgement"
  | "judged"
  | "unit-without-folder";

/** In the order of the 细则. */
export const plantedGaps: readonly PlantedGap[] = [
  {
    clause: "S1-01",
    unit: "区应急管理局",
    kind: "this-year-instead",
    what: "应交上一年度履职报告，交的是2024年的",
    file: "01应急局/01党政领导责任/01党政领导干部安全生产责任制/党政主要负责人2024年安全生产履职报告20241126.docx",
  },
  {
    clause: "S1-02",
    unit: "区应急管理局",
    kind: "missing",
    what: "第三季度安委会全体会议只有通知，没有纪要",
    file: "01应急局/01党政领导责任/02定期研究部署安全生产/关于召开区安委会第三次全体会议的通知20240910.docx",
  },
  { clause: "S1-03", unit: "区应急管理局", kind: "figure-costs", what: "带队检查发现的1处问题未整改" },
  {
    clause: "S1-04",
    unit: "河口镇",
    kind: "prior-year-instead",
    what: "交的是2023年的责任书",
    file: "12河口镇材料/一、党政领导责任/4.签订目标责任书/河口镇2023年安全生产目标责任书20230227.pdf",
  },
  { clause: "S2-02", unit: "区文化和旅游局", kind: "unit-without-folder", what: "整个单位没有报送材料" },
  { clause: "S2-03", unit: "区交通运输局", kind: "upcoming", what: "下半年检查情况通报尚未到期" },
  {
    clause: "S2-03",
    unit: "区卫生健康局",
    kind: "ambiguous",
    what: "上半年检查情况通报放错了条款文件夹，要请人确认",
    file: "07卫健局/8.6三自主两公开一承诺/卫生健康行业领域安全检查情况通报（上半年）20240613.docx",
  },
  { clause: "S2-04", unit: "区住房和城乡建设局", kind: "claim-exceeds", what: "安检率93.4%按细则扣分，仍自评满分" },
  {
    clause: "S2-05",
    unit: "区交通运输局",
    kind: "impossible-date",
    what: "记录写着2月30日",
    file: "09交通局/道路运输安全监管/2024年2月/两客一危车辆动态监控检查记录（2024年2月30日）.docx",
  },
  { clause: "S2-05", unit: "区交通运输局", kind: "missing", what: "8月没有动态监控检查记录" },
  { clause: "S2-06", unit: "区文化和旅游局", kind: "unit-without-folder", what: "冰雪旅游安全监管没有任何佐证" },
  {
    clause: "S3-01",
    unit: "顺达客运有限公司",
    kind: "wrong-unit",
    what: "自查报告放在交通局的文件夹里",
    file: "09交通局/企业报来/顺达客运有限公司企业安全五到位自查报告20241108.docx",
  },
  { clause: "S3-04", unit: "东明建工集团有限公司", kind: "upcoming", what: "第四季度带班生产记录尚未到期" },
  { clause: "S3-05", unit: "区应急管理局", kind: "not-applicable", what: "没有非煤矿山企业，已核定为合理缺项" },
  { clause: "S3-06", unit: "区应急管理局", kind: "not-applicable", what: "烟花爆竹申报不涉及，尚未核定" },
  { clause: "S3-08", unit: "东明燃气有限公司", kind: "awaiting-judgement", what: "应知应会要等现场询问" },
  { clause: "S4-01", unit: "区应急管理局", kind: "figure-costs", what: "到期隐患整改率98.6%" },
  { clause: "S4-03", unit: "区应急管理局", kind: "upcoming", what: "专项行动总结到次年5月10日才到期" },
  { clause: "S4-04", unit: "区应急管理局", kind: "upcoming", what: "专项行动以后各月的月报表尚未到期" },
  {
    clause: "S4-05",
    unit: "区应急管理局",
    kind: "late",
    what: "半年总结迟报3天",
    file: "01应急局/04隐患排查治理/05半年报送/上半年隐患排查治理总结20240708.docx",
  },
  { clause: "S4-06", unit: "河口镇", kind: "upcoming", what: "下半年全覆盖排查尚未组织" },
  { clause: "S5-01", unit: "区应急管理局", kind: "figure-costs", what: "行政处罚案件17件，不足20件" },
  { clause: "S5-02", unit: "区应急管理局", kind: "figure-costs", what: "1起应落实四个一律而未落实" },
  { clause: "S6-01", unit: "区应急管理局", kind: "missing", what: "上半年综合演练没有评估报告" },
  { clause: "S6-02", unit: "区应急管理局", kind: "figure-costs", what: "应急物资储备达标率92%" },
  { clause: "S6-03", unit: "区应急管理局", kind: "figure-costs", what: "日常抽查脱岗1次" },
  { clause: "S6-06", unit: "区应急管理局", kind: "judged", what: "市安委办通报扣0.1分" },
  {
    clause: "F1-03",
    unit: "区卫生健康局",
    kind: "generic-name",
    what: "消防培训只有名称不明的照片",
    file: "07卫健局/7.3行业部门消防安全管理/IMG_0312.jpg",
  },
  { clause: "F1-04", unit: "区消防救援大队", kind: "missing", what: "部门消防会商只有3次" },
  { clause: "F1-05", unit: "区消防救援大队", kind: "awaiting-judgement", what: "年度名次尚未公布" },
  { clause: "F2-03", unit: "区公安分局", kind: "figure-costs", what: "九小场所应排查1960家，已排查1846家" },
  {
    clause: "F2-04",
    unit: "区民政局",
    kind: "duplicate",
    what: "二季度检查记录和一季度内容完全相同",
    file: "06民政局/养老机构/养老机构消防安全检查记录（二季度）20240528.docx",
  },
  { clause: "F2-06", unit: "区市场监督管理局", kind: "missing", what: "没有消防安全承诺书" },
  { clause: "F2-06", unit: "区消防救援大队", kind: "figure-costs", what: "公示率88.5%" },
  {
    clause: "F2-07",
    unit: "区消防救援大队",
    kind: "empty",
    what: "9月公示文件是空的",
    file: "02消防救援大队/8火灾防控/8.7消防监督双随机/消防监督双随机抽查结果公示（2024年9月）.pdf",
  },
  { clause: "F3-03", unit: "区消防救援大队", kind: "figure-costs", what: "微型消防站48个社区建成46个" },
  { clause: "F3-05", unit: "区消防救援大队", kind: "judged", what: "日常成效评定得0.8分" },
  { clause: "L2-02", unit: "区农业农村局", kind: "figure-costs", what: "违规用火引发火情2起，减半扣分" },
  { clause: "L2-03", unit: "城关街道", kind: "missing", what: "没有第三季度林区巡护记录" },
  { clause: "L2-04", unit: "区农业农村局", kind: "missing", what: "没有11月的值班记录" },
];
