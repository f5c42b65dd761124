import { formOddities } from "./clean-forms.ts";
import { laterPapers } from "./clean-later.ts";
import { cleanOddities } from "./clean-oddities.ts";
import { type CleanPaper, paper, signed, type UnitName, unitNames } from "./clean-papers.ts";

/** What each unit watches over, in its own words: clean papers of two units are of different stuff. */
const matters: Record<UnitName, readonly [subject: string, ...facts: readonly string[]]> = {
  区应急管理局: [
    "工贸企业粉尘防爆",
    "木制品加工、面粉加工企业共21家建立清扫台账",
    "打磨车间的除尘管道每班清理，火花探测装置逐台测试",
    "委托专家组对9家重点企业诊断，提出改进建议34条",
  ],
  区住房和城乡建设局: [
    "建筑施工起重机械",
    "在建工地46个，塔吊施工升降机共83台",
    "安拆单位资质和作业人员证件逐一比对，附着装置由监理旁站验收",
    "对深基坑、高支模实行周调度，超过一定规模的方案组织论证",
  ],
  区教育局: [
    "校园用电用火",
    "中小学、幼儿园57所完成线路检测",
    "食堂燃气间加装报警切断装置，宿舍楼的应急照明全部更换",
    "开学第一课讲授逃生要领，晚自习期间组织不打招呼的疏散",
  ],
  城关街道: [
    "沿街经营场所",
    "九类经营门店1120家纳入网格，社区民警和网格员搭档走访",
    "飞线充电现象集中的6个老旧小区增设充电棚",
    "夜市摊位液化气瓶统一更换金属软管，由供气站上门安装",
  ],
  河口镇: [
    "农村自建房和渡口",
    "经营性自建房214户完成鉴定，停用危房3户并腾空上锁",
    "渡口两处，摆渡船救生衣配足，汛期由镇干部驻守",
    "柴草垛搬离房前屋后，村口水池保持满水，志愿队装备检修",
  ],
};

/** Fourteen kinds of paper that a unit hands in over a year. */
function papersOf(unit: UnitName, at: number): readonly CleanPaper[] {
  const [subject, first = "", second = "", third = ""] = matters[unit];
  const day = String(3 + at * 4);
  const number = String(11 + at * 6);
  return [
    paper(unit, `行动/${subject}专项行动方案202403${day.padStart(2, "0")}.docx`, "S1-02/plan", [
      `「居中」${subject}专项行动方案`,
      "为消除隐患，防范事故，制定本方案。",
      `一、目标。${first}，做到底数清楚。`,
      `二、任务。${second}。`,
      `三、步骤。三月部署，四月至九月实施，${third}。`,
      ...signed(unit, `2024年3月${day}日`),
    ]),
    paper(unit, `行动/关于做好${subject}工作的通知.docx`, "S1-02/plan", [
      `「居中」关于做好${subject}工作的通知`,
      "各有关单位：",
      `请结合实际抓好落实：${first}；${second}。`,
      "（联系人：王建国，联系电话：13800138000）",
      ...signed(unit, `2024年4月${day}日`),
    ]),
    paper(unit, `行动/${subject}检查记录.docx`, "S1-02/checks", [
      `「居中」${subject}检查记录`,
      `检查时间：2024年5月${day}日　检查地点：辖区有关单位　检查人员：王建国、李淑芬`,
      `现场情况：${second}。发现问题${number}处，已当场整改。`,
      "处理意见：继续保持，专人负责。",
      "被检查单位负责人（签字）：张志强",
    ]),
    paper(unit, `行动/${subject}整改情况报告.docx`, "S1-02/summary", [
      `「居中」${subject}整改情况的报告`,
      `检查发现的问题${number}处已全部整改，经复查合格。${third}。`,
      ...signed(unit, `2024年6月${day}日`),
    ]),
    paper(unit, `行动/${subject}专项行动总结.docx`, "S1-02/summary", [
      `「居中」${subject}专项行动总结`,
      `2024年以来，${first}。与2023年相比，问题减少${number}处。`,
      `主要做法：${second}；${third}。`,
      "下一步查漏补缺，巩固成效。",
      ...signed(unit, `2024年11月${day}日`),
    ]),
    paper(unit, `行动/2024年上半年${subject}工作小结.docx`, "S1-02/summary", [
      `「居中」2024年上半年${subject}工作小结`,
      `上半年，${third}。`,
      `存在的不足：个别单位重视不够，${number}名人员没有轮训。`,
      ...signed(unit, `2024年7月${day}日`),
    ]),
    paper(unit, `责任书/安全生产目标责任书202403${day.padStart(2, "0")}.docx`, "S1-03/pledge", [
      "「居中」2024年安全生产目标责任书",
      "为落实责任，签订本责任书。",
      "一、责任单位主要负责人为第一责任人。二、每季度研究一次安全生产工作。三、年底接受考核。",
      "发责单位（签字）：赵永胜",
      "责任单位（签字）：陈国栋",
      `2024年3月${day}日`,
    ]),
    paper(unit, `宣传/${subject}宣传活动材料.docx`, "S1-06/activity", [
      `「居中」${subject}宣传活动情况`,
      `活动时间：2024年6月${day}日　地点：中心广场　参加人员：群众${number}0余人`,
      `发放宣传册，讲解要点：${second}。`,
      ...signed(unit, `2024年6月${String(Number(day) + 2)}日`),
    ]),
    paper(
      unit,
      `宣传/网格员花名册.xlsx`,
      "S1-06/list",
      [
        "「行」序号｜姓名｜片区｜联系方式",
        `「行」1｜王建国｜第${number}网格｜见内部通讯录`,
        `「行」2｜李淑芬｜第${String(Number(number) + 1)}网格｜见内部通讯录`,
        `「行」3｜张志强｜第${String(Number(number) + 2)}网格｜见内部通讯录`,
      ],
      { format: "xlsx" },
    ),
    paper(unit, `宣传/活动签到表.docx`, "S1-06/list", [
      "「居中」活动签到表",
      "序号　姓名　单位　签名",
      `1　王建国　${subject}专班　王建国`,
      `2　李淑芬　${subject}专班　李淑芬`,
    ]),
    paper(unit, `上年/2023年${subject}工作总结.docx`, "S1-07/prior", [
      `「居中」2023年${subject}工作总结`,
      `2023年，${third}。2023年培训${number}次，2023年整改问题${number}处。`,
      ...signed(unit, `2024年1月${day}日`),
    ]),
    paper(unit, `行动/学习事故通报记录.docx`, "S1-06/activity", [
      "「居中」学习事故警示教育记录",
      `时间：2024年8月${day}日　地点：会议室　参加人员：全体干部　记录：孙丽华`,
      "传达青石县“7·15”火灾事故通报，深刻吸取教训，对照检查本单位的薄弱环节。",
      `讨论：${first}，仍要举一反三。`,
    ]),
  ];
}

/** Papers of the whole district: minutes, papers under a red head, a commendation. */
const central: readonly CleanPaper[] = [
  ...["3月12日", "6月18日", "9月10日", "11月26日"].map((date, index) =>
    paper("区应急管理局", `纪要/安委会第${"一二三四"[index] ?? ""}次全体会议纪要.docx`, "S1-01/minutes", [
      "「居中」东明区安全生产委员会会议纪要",
      `〔2024〕${String(index + 1)}号`,
      `2024年${date}，区安委会召开全体会议，研究${["开局部署", "汛期安全", "秋季校园", "岁末保障"][index] ?? ""}。`,
      "会议指出，各成员单位要各负其责。会议决定：",
      `一、${["开展起重机械核查", "落实水库责任人", "排查校车线路", "压减烟花爆竹零售点"][index] ?? ""}，月底前完成。`,
      "出席：各成员单位负责同志。请假：无。",
    ]),
  ),
  paper("区应急管理局", "制度/关于加强安全生产工作的意见.docx", "S1-04/paper", [
    "「居中」东明区人民政府文件",
    "东政发〔2024〕5号",
    "「居中」关于进一步加强安全生产工作的意见",
    "各乡镇人民政府、街道办事处，区直各部门：",
    "一、健全责任体系，党政主要负责人负总责。二、配齐监管力量，保障工作经费。三、推进信息化，提高预警能力。",
    "附件：重点任务分工表",
    "东明区人民政府",
    "2024年2月20日",
    "附件",
    "重点任务分工表",
    "1.责任体系由区安委办牵头。",
  ]),
  paper("区应急管理局", "加分/关于表扬2023年度先进集体的通报.docx", "S1-05/award", [
    "「居中」云山省应急管理厅文件",
    "云应急〔2024〕15号",
    "「居中」关于表扬先进集体的通报",
    "各市应急管理局：",
    "决定对东明区应急管理局等20个集体予以通报表扬，希望再接再厉。",
    "云山省应急管理厅",
    "2024年2月6日",
  ]),
];

/** Clean papers of all kinds, of five units, in own wording; districts and people are made up. Nothing may be said against any. */
export const cleanCorpus: readonly CleanPaper[] = [
  ...unitNames.flatMap(papersOf),
  ...central,
  ...cleanOddities,
  ...formOddities,
  ...laterPapers,
];
