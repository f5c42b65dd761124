import { day } from "../mapping/sample.ts";
import { type CleanPaper, paper, signed, type UnitName } from "./clean-papers.ts";

const safety = "区应急管理局";
const housing = "区住房和城乡建设局";
const education = "区教育局";
const town = "城关街道";
const river = "河口镇";

/** Forms with blanks that are meant to be blank. */
const forms: readonly CleanPaper[] = [
  paper(safety, "表格/关于开展企业自查的通知.docx", "S1-02/plan", [
    "「居中」关于开展企业自查的通知",
    "各有关企业：",
    "请对照清单开展自查，11月20日前将自查表报我局，电子版和纸质版各一份，主要负责人签字。",
    "附件：企业安全自查表",
    ...signed(safety, "2024年11月4日"),
    "附件",
    "企业安全自查表",
    "企业名称：____________　填表人：________　填表日期：　年　月　日",
    "1.是否建立责任制　□是　□否",
    "2.是否开展培训　□是　□否",
    "3.存在问题：____________________",
  ]),
  paper(town, "表格/承诺活动方案.docx", "S1-02/plan", [
    "「居中」商户安全承诺活动方案",
    "九月在商贸市场开展公开承诺，商户填写承诺书并张贴在显著位置，网格员每周核对一次，未张贴的上门讲解。",
    "附件：安全承诺书样式",
    ...signed(town, "2024年8月29日"),
    "附件",
    "安全承诺书样式",
    "本店郑重承诺：不堵通道、不乱拉线、不存易燃物。",
    "承诺人（签字）：　　　　　年　月　日",
  ]),
  paper(education, "表格/安全知识试卷.docx", "S1-06/activity", [
    "「居中」校园安全知识试卷",
    "姓名：________　单位：________　得分：________",
    "一、填空题",
    "1.火警电话是____，急救电话是____。",
    "2.灭火器每____年检查一次。",
    "二、判断题",
    "1.疏散时可以乘坐电梯。（　）",
  ]),
  paper(river, "表格/突发事件应急预案.docx", "", [
    "「居中」河口镇突发事件应急预案",
    "一、组织指挥。镇长任总指挥，下设抢险、转移、后勤三组。",
    "二、信息报告。首报格式：××时××分，××村发生××，已组织××人处置。续报每两小时一次。",
    "三、响应。一般险情由村先期处置，较大险情由镇启动响应，重大险情报区指挥部。",
  ]),
  paper(
    river,
    "表格/防火物资台账.xlsx",
    "S1-06/list",
    [
      "「行」序号｜名称｜数量｜存放地点｜保管人｜备注",
      "「行」1｜风力灭火机｜12｜镇库｜王建国｜",
      "「行」2｜水枪｜30｜镇库｜王建国｜",
      "「行」3｜铁锹｜80｜各村｜李淑芬｜",
      "「行」4｜｜｜｜｜",
      "「行」5｜｜｜｜｜",
    ],
    { format: "xlsx" },
  ),
  paper(
    education,
    "表格/培训签到表.xlsx",
    "S1-06/list",
    [
      "「表题」安全管理人员培训签到表",
      "「行」序号｜姓名｜学校｜签名｜备注",
      "「行」1｜周广林｜东明中学｜（手签）｜",
      "「行」2｜何伟｜实验小学｜（手签）｜",
      "「行」3｜郭峰｜第二幼儿园｜（手签）｜",
    ],
    { format: "xlsx" },
  ),
  paper(
    safety,
    "表格/值班表.xlsx",
    "",
    [
      "「表题」11月值班表",
      "「行」日期｜星期｜带班｜值班",
      "「行」2024年11月1日｜星期五｜赵永胜｜王建国",
      "「行」2024年11月2日｜星期六｜陈国栋｜李淑芬",
    ],
    {
      format: "xlsx",
    },
  ),
  paper(housing, "表格/值班管理制度.docx", "", [
    "「居中」值班管理制度",
    "第一条　值班人员按时到岗，不得擅离。第二条　接报后十分钟内核实并报告。第三条　交接班填写日志，双方签字。",
    "第四条　违反本制度的，按规定处理。",
  ]),
];

/** Two units fill one template, each with its own work; a unit fills one form month by month. */
function template(unit: UnitName, date: string, [goal, found, done, next]: readonly [string, string, string, string]): CleanPaper {
  return paper(unit, "模板/“打非治违”专项行动总结.docx", "S1-02/summary", [
    "「居中」“打非治违”专项行动总结",
    `一、组织领导情况。${goal}`,
    `二、排查发现情况。${found}`,
    `三、整治查处情况。${done}`,
    `四、下一步打算。${next}`,
    ...signed(unit, date),
  ]);
}

const templates: readonly CleanPaper[] = [
  template(town, "2024年10月21日", [
    "书记任组长，公安、城管派员，分东西两片，每周三碰头。",
    "查到无证幼儿托管2处、黑液化气点1处、私搭彩钢棚14处。",
    "托管点劝返学生31名，气瓶56只移交，彩钢棚拆除11处、限期3处。",
    "对背街小巷再过一遍筛子，发动楼长举报。",
  ]),
  template(river, "2024年10月25日", [
    "镇长负总责，把沿江14个村编成4个组，聘请退休老船工当监督员。",
    "发现三无船只6艘、私采河沙坑2处、作坊式榨油点3家。",
    "船只上岸封存，沙坑回填，榨油点补办手续2家、停业1家。",
    "冬季封江前巡查渡口冰面，设专人看守。",
  ]),
  template(education, "2024年10月18日", [
    "局长牵头，会同市场监管、消防抽调12人，采取推磨式互查。",
    "无资质培训机构5家、接送学生的非法营运面包车4台。",
    "培训机构关停3家、整改2家，面包车由交警处理，家长签收告知书。",
    "把校外托餐纳入名单，每学期公布一次。",
  ]),
  ...(["1月9日", "2月6日", "3月12日", "4月9日"] as const).map((date, at) =>
    paper(housing, `月报/起重机械月检查记录${String(at + 1)}月.docx`, "S1-02/checks", [
      "「居中」起重机械月检查记录",
      `检查时间：2024年${date}　检查地点：在建工地　检查人员：何伟、郭峰`,
      `检查塔吊${String(31 + at * 7)}台、升降机${String(22 + at * 5)}台，${["限位器灵敏", "标准节螺栓补拧16处，已整改", "附着间距符合方案", "吊钩保险更换2处，已整改"][at] ?? ""}。`,
      "被检查单位负责人（签字）：张志强",
    ]),
  ),
];

/** Pictures as telephones, chats and screens make them. */
function picture(unit: UnitName, name: string, format: "jpeg" | "png", takenOn?: string): CleanPaper {
  const size = { width: 4000, height: 3000 };
  const facts = takenOn === undefined ? size : { ...size, takenOn: day(takenOn) };
  return paper(unit, `宣传/${name}`, "S1-06/activity", [], { format, reading: { pages: 1, picturePages: 1, length: 0, picture: facts } });
}

const pictures: readonly CleanPaper[] = [
  picture(safety, "IMG_20240620_101522.jpg", "jpeg", "2024-06-20"),
  picture(safety, "现场照片1.jpg", "jpeg"),
  picture(town, "微信图片_20240621093012.jpg", "jpeg"),
  picture(town, "宣传活动照片20240615.jpg", "jpeg", "2024-06-15"),
  picture(education, "疏散演练照片（9月23日）.jpg", "jpeg", "2024-09-23"),
  picture(education, "mmexport1719300000123.jpg", "jpeg"),
  picture(river, "大集宣传照片.jpg", "jpeg", "2000-01-01"),
  picture(river, "Screenshot_20240618.png", "png"),
  picture(housing, "公众号推文截图.png", "png"),
  paper(housing, "宣传/观摩活动照片.docx", "S1-06/activity", [], { reading: { pages: 3, picturePages: 3, length: 0 } }),
  paper(safety, "宣传/安全生产月活动照片.pdf", "S1-06/activity", [], { format: "pdf", reading: { pages: 4, picturePages: 4, length: 0 } }),
  paper(
    town,
    "责任书/2024年安全生产目标责任书（扫描）.pdf",
    "S1-03/pledge",
    ["安全生产目标责任书", "责任单位主要负责人为第一责任人，年底接受考核。", "2024年3月6日"],
    {
      format: "pdf",
      reading: { pages: 2, picturePages: 0, recognised: true, stamp: "present" },
    },
  ),
];

/** Attachments as a file beside the paper, and as pages below it. */
const attached: readonly CleanPaper[] = [
  paper(education, "附件/关于做好校车管理的通知.docx", "S1-02/plan", [
    "「居中」关于做好校车管理的通知",
    "各学校：",
    "请核对校车台数、驾驶人资格和线路，9月10日前完成备案，照管员随车签到。",
    "附件：校车备案信息表",
    ...signed(education, "2024年8月26日"),
  ]),
  paper(
    education,
    "附件/校车备案信息表.xlsx",
    "",
    ["「行」序号｜车牌号｜驾驶人｜线路", "「行」1｜云C12345｜王建国｜城东线", "「行」2｜云C12346｜李淑芬｜城西线"],
    { format: "xlsx" },
  ),
  paper(housing, "附件/自建房排查工作方案.docx", "S1-02/plan", [
    "「居中」自建房排查工作方案",
    "对三层以上、出租经营的自建房先行排查，聘请鉴定机构，分类处置，结果录入系统。",
    "附件：1.任务分工表",
    "　　　2.鉴定机构名录",
    ...signed(housing, "2024年3月18日"),
    "附件1",
    "任务分工表",
    "排查由社区负责，鉴定由第三方负责，处置由产权人负责。",
    "附件2",
    "鉴定机构名录",
    "白河市建筑科学研究院、云山省工程质量检测中心。",
  ]),
  paper(river, "附件/渡口管理办法.docx", "", [
    "「居中」河口镇渡口管理办法",
    "第一条　渡口由所在村管理，渡工持证上岗。第二条　大风、大雾停航。第三条　夜间不得摆渡。",
    "第四条　违者停渡整顿。本办法自印发之日起施行。",
    ...signed(river, "2024年2月26日"),
  ]),
];

export const formOddities: readonly CleanPaper[] = [...forms, ...templates, ...pictures, ...attached];
