import { plantedSets } from "./planted-sets.ts";
import type { Sheet } from "./sheet.ts";

/** A paper of the demo in whose text something is wrong on purpose: what a reader should find. */
export interface PlantedContent {
  /** Below evidence/. */
  readonly file: string;
  /** Codes of the problems that the text gives cause to say. */
  readonly codes: readonly string[];
  readonly what: string;
  /** The whole text, title first; otherwise the composed one stands. */
  readonly lines?: readonly string[];
  readonly sheet?: Sheet;
  /** What happened to the file afterwards. */
  readonly fate?: "cut-off" | "locked" | "renamed-pdf" | "scanned-pdf";
  /** A picture: the caption of another of which it is a lighter copy, and the day that the camera wrote into it. */
  readonly copyOf?: string;
  readonly takenOn?: string;
}

/** The same plan for two townships: only the names and the day were changed. */
function winterPlan(title: string, signed: string, date: string): readonly string[] {
  return [
    title,
    "为做好今冬明春火灾防控，制定本方案。",
    "一、工作目标。坚持属地管理和行业监管相结合，围绕群租房、小作坊、小旅馆三类重点，逐户逐项开展排查，做到底数清楚、责任到人。",
    "二、工作安排。十一月下旬完成动员和培训；十二月至次年二月由网格员逐户上门，填写排查表；三月组织回头看，对整改情况逐一核对，不走过场。",
    "三、整改要求。对排查出的问题建立清单，明确责任人和完成时限，能够当场处理的当场处理，短期难以处理的落实临时措施，并报分管领导同意。",
    "四、保障措施。每周五下午四点前报送进展，由专人汇总后提交会议研究，进展缓慢的约谈主要负责人；利用广播、公告栏讲清道理，引导群众自觉配合。",
    "五、督导考核。包片领导每半月到片区走访一次，重点看夜间值守、疏散通道和消防器材；考核结果与年终评先挂钩，对弄虚作假的严肃追究责任。",
    "六、应急准备。检修消火栓和手抬泵，补齐水带、水枪和防护服，志愿队伍实行二十四小时备勤，遇有险情先救人、后救物，第一时间报告。",
    signed,
    date,
  ];
}

export const plantedContents: readonly PlantedContent[] = [
  {
    file: "11城关街道/消防/城关街道冬春火灾防控工作方案20241118.docx",
    codes: ["near-duplicate-across-units"],
    what: "和河口镇的方案只差单位和日期",
    lines: winterPlan("城关街道冬春火灾防控工作方案", "东明区城关街道办事处", "2024年11月18日"),
  },
  {
    file: "12河口镇材料/八、火灾防控/1.冬春火灾防控部署/河口镇冬春火灾防控工作方案20241119.docx",
    codes: ["near-duplicate-across-units"],
    what: "和城关街道的方案只差单位和日期",
    lines: winterPlan("河口镇冬春火灾防控工作方案", "东明区河口镇人民政府", "2024年11月19日"),
  },
  {
    file: "12河口镇材料/四、隐患排查治理和冬春专项行动/3.冬春安全治理专项行动部署/河口镇冬春安全治理专项行动实施方案20241115.docx",
    codes: ["foreign-name"],
    what: "抄来的方案里留着外县的名称",
    lines: [
      "河口镇冬春安全治理专项行动实施方案",
      "为做好冬春安全治理，结合实际制定本方案。",
      "一、镇村两级联动，包保到户。由班子成员带队，对安平县沿街商铺和自建房逐一检查，督促安平县各企业落实主体责任。",
      "二、各村每周报送进展，镇里每半月调度一次。",
      "东明区河口镇人民政府",
      "2024年11月15日",
    ],
  },
  {
    file: "05教育局/2.2行业部门年度工作部署/2024年教育系统安全生产工作要点20240222.docx",
    codes: ["wrong-level"],
    what: "区里的局写“我市”",
    lines: [
      "2024年教育系统安全生产工作要点",
      "各学校、幼儿园：",
      "一、守住底线。我市各学校落实校长负责制，每月研究一次安全工作。",
      "二、抓好演练。每学期组织一次疏散演练，做到人人会逃生。",
      "东明区教育局",
      "2024年2月22日",
    ],
  },
  {
    file: "11城关街道/安全生产/城关街道冬春安全治理专项行动实施方案20241114.docx",
    codes: ["wrong-weekday"],
    what: "2024年11月15日是星期五",
    lines: [
      "城关街道冬春安全治理专项行动实施方案",
      "为做好冬春安全治理，结合实际制定本方案。",
      "一、成立领导小组，划分9个片区，定于2024年11月15日（星期四）召开动员会。",
      "二、社区网格员每日巡查，发现情况及时上报。",
      "东明区城关街道办事处",
      "2024年11月14日",
    ],
  },
  {
    file: "01应急局/01党政领导责任/02定期研究部署安全生产/关于召开区安委会第三次全体会议的通知20240910.docx",
    codes: ["undated-inside"],
    what: "通知没有成文日期",
    lines: [
      "关于召开区安委会第三次全体会议的通知",
      "各成员单位：",
      "定于近期召开区安委会全体会议，听取工作情况，部署下一步任务，请各单位准备书面材料，主要负责同志参加。",
      "东明区安全生产委员会办公室",
    ],
  },
  {
    file: "09交通局/道路运输安全监管/2024年2月/两客一危车辆动态监控检查记录（2024年2月30日）.docx",
    codes: ["impossible-date-inside"],
    what: "正文也写着2月30日",
    lines: [
      "两客一危车辆动态监控检查记录",
      "检查时间：2024年2月30日　检查地点：监控中心　检查人员：刘海燕、陈国栋",
      "抽查车辆42辆，提醒超速2次，情况正常。",
    ],
  },
  {
    file: "11城关街道/森林防火/城关街道森林防火网格护林员花名册2024.xlsx",
    codes: ["personal-data"],
    what: "花名册写着身份证号",
    // Numbers that examples and tests all over the world use; nobody bears them.
    sheet: {
      headings: ["序号", "姓名", "责任区", "身份证号"],
      rows: [
        [1, "王建国", "第1网格", "11010519491231002X"],
        [2, "李淑芬", "第2网格", "440524188001010014"],
      ],
    },
  },
  {
    file: "04公安分局/区公安分局冬春火灾防控工作方案20241114.docx",
    codes: ["secrecy-mark"],
    what: "首行标着秘密",
    lines: [
      "秘密★1年",
      "区公安分局冬春火灾防控工作方案",
      "为做好冬春火灾防控，结合实际制定本方案。",
      "一、派出所对九小场所开展检查，落实日常监督。",
      "二、与消防部门共享信息，联合约谈。",
      "东明区公安分局",
      "2024年11月14日",
    ],
  },
  {
    file: "12河口镇材料/一、党政领导责任/4.签订目标责任书/河口镇2023年安全生产目标责任书20230227.pdf",
    codes: ["unsigned"],
    what: "签字的地方空着",
    lines: [
      "河口镇2023年安全生产目标责任书",
      "为落实工作责任，签订本责任书，双方共同遵守。",
      "责任单位主要负责人为第一责任人，对本辖区工作负总责，年底接受考核。",
      "发责单位（签字）：",
      "责任单位（签字）：",
      "2023年2月27日",
    ],
  },
  {
    file: "19区供销社/供销社安全生产工作总结20241120.docx",
    codes: ["recycled-text"],
    what: "拿上一年的总结改的，只换了落款",
    lines: [
      "供销社安全生产工作总结",
      "2023年以来，供销社认真落实责任，检查网点36个。",
      "2023年上半年组织培训2次，2023年下半年组织演练1次，2023年更换灭火器70具。",
      "下一步，查漏补缺，巩固成效。",
      "东明区供销合作社",
      "2024年11月20日",
    ],
  },
  {
    file: "12河口镇材料/四、隐患排查治理和冬春专项行动/6.属地排查/河口镇村级排查登记表.xlsx",
    codes: ["blank-template"],
    what: "登记表没有填",
    sheet: {
      headings: ["序号", "单位（场所）", "存在问题", "整改措施", "责任人"],
      rows: [1, 2, 3, 4, 5, 6].map((row) => [row, "", "", "", ""]),
    },
  },
  {
    file: "12河口镇材料/四、隐患排查治理和冬春专项行动/6.属地排查/河口镇辖区安全隐患全覆盖排查记录20240521.docx",
    codes: ["inspection-without-remedy"],
    what: "查出隐患，没有整改",
    lines: [
      "河口镇辖区安全隐患全覆盖排查记录",
      "检查时间：2024年5月21日　检查地点：全镇14个村　检查人员：镇安监站、村网格员",
      "排查单位场所486家，发现隐患96处，已登记。",
    ],
  },
  { file: "11城关街道/会议记录本扫描.pdf", codes: ["record-incomplete"], what: "会议记录没有写时间" },
  {
    file: "06民政局/养老机构/养老机构消防安全检查记录（二季度）20240528.docx",
    codes: ["date-disagrees"],
    what: "把一季度的记录改了文件名",
  },
  { file: "04公安分局/派出所消防监督检查工作要点.docx", codes: ["damaged"], what: "传输中断，只有一半", fate: "cut-off" },
  { file: "04公安分局/酒驾醉驾整治战果统计.xlsx", codes: ["encrypted"], what: "有密码", fate: "locked" },
  { file: "04公安分局/道路交通安全形势分析.docx", codes: ["misnamed"], what: "名称是 Word，里面是 PDF", fate: "renamed-pdf" },
  ...plantedSets,
];
