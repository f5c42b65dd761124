import { describe, expect, test } from "vitest";
import { day } from "../mapping/sample.ts";
import { checkPapers, codesOf, type TestPaper, verdictOf } from "./read-papers.ts";

const filler = "各单位要提高认识，压实责任，细化措施，抓好落实，确保各项工作取得实效，有关情况及时报告。";

function notice(
  more: { readonly head?: string; readonly body?: string; readonly signed?: string; readonly date?: string; readonly tail?: string } = {},
): string {
  const { head = "", body = filler, signed = "东明区应急管理局", date = "2024年3月5日", tail = "" } = more;
  return `${head}
「居中」关于开展燃气安全检查的通知
各乡镇人民政府、街道办事处，区直有关部门：
为做好当前工作，现将有关事项通知如下。
${body}
${signed}
${date}
${tail}`;
}

function summary(body: string, date = "2024年11月20日", signed = "东明区应急管理局"): string {
  return `「居中」专项行动工作总结
${body}
下一步，对照要求查漏补缺，巩固成效。
${signed}
${date}`;
}

function minutes(head: string): string {
  return `「居中」区安委会第一次全体会议纪要
${head}
会议听取了各成员单位第一阶段工作情况，分析了当前形势，研究部署下一步工作。
会议要求，各责任单位按照分工抓好落实，每月底前报送进展情况，办公室定期通报。`;
}

interface Case {
  readonly name: string;
  readonly paper: Partial<TestPaper> & { readonly text: string };
  readonly code: string;
  readonly fires: boolean;
  readonly verdict?: string;
}

const cases: readonly Case[] = [
  // 日期
  {
    code: "out-of-window",
    fires: true,
    verdict: "rejected",
    name: "名称没写日期，正文是上一年的",
    paper: { path: "应急局/专项行动总结.docx", text: summary(filler, "2023年11月20日"), to: "S1-02/summary" },
  },
  {
    code: "out-of-window",
    fires: true,
    verdict: "rejected",
    name: "名称写今年，正文是去年的，以正文为准",
    paper: { path: "应急局/专项行动总结20241120.docx", text: summary(filler, "2023年11月20日"), to: "S1-02/summary" },
  },
  {
    code: "out-of-window",
    fires: false,
    name: "名称和正文都是今年",
    paper: { path: "应急局/专项行动总结20241120.docx", text: summary(filler), to: "S1-02/summary" },
  },
  {
    code: "out-of-window",
    fires: false,
    name: "2024年度总结，次年1月3日签发",
    paper: { path: "应急局/2024年专项行动总结.docx", text: summary(filler, "2024年12月9日"), to: "S1-02/summary" },
  },
  {
    code: "out-of-window",
    fires: false,
    name: "上一年度的材料，要求的就是上一年度",
    paper: { path: "应急局/2023年工作总结.docx", text: summary(filler, "2024年1月10日"), to: "S1-07/prior" },
  },
  {
    code: "date-disagrees",
    fires: true,
    verdict: "rejected",
    name: "名称和正文年份不同",
    paper: { path: "应急局/专项行动总结20241120.docx", text: summary(filler, "2023年11月20日"), to: "S1-02/summary" },
  },
  {
    code: "date-disagrees",
    fires: true,
    verdict: "doubtful",
    name: "同一年里差了几个月",
    paper: { path: "应急局/专项行动总结20240220.docx", text: summary(filler, "2024年11月20日"), to: "S1-02/summary" },
  },
  {
    code: "date-disagrees",
    fires: false,
    name: "会议3月5日开，纪要3月12日印",
    paper: { path: "应急局/专项行动总结20241112.docx", text: summary(filler), to: "S1-02/summary" },
  },
  {
    code: "date-disagrees",
    fires: false,
    name: "名称写全年，次年初签发",
    paper: { path: "应急局/2023年工作总结.docx", text: summary(filler, "2024年1月10日"), to: "S1-07/prior" },
  },
  {
    code: "date-disagrees",
    fires: false,
    name: "名称没有年份",
    paper: { path: "应急局/专项行动总结（11月）.docx", text: summary(filler), to: "S1-02/summary" },
  },
  {
    code: "date-disagrees",
    fires: false,
    name: "名称里的数字是拍照、扫描、保存的时间：微信图片_20240315101530.docx",
    paper: { path: "应急局/微信图片_20240315101530.docx", text: summary(filler), to: "S1-02/summary" },
  },
  {
    code: "date-disagrees",
    fires: false,
    name: "名称里的数字是拍照、扫描、保存的时间：IMG_20240618_093012.pdf",
    paper: { path: "应急局/IMG_20240618_093012.pdf", format: "pdf", text: summary(filler), to: "S1-02/summary" },
  },
  {
    code: "date-disagrees",
    fires: false,
    name: "名称里的数字是拍照、扫描、保存的时间：扫描全能王 2024-08-06 10.15.pdf",
    paper: { path: "应急局/扫描全能王 2024-08-06 10.15.pdf", format: "pdf", text: summary(filler), to: "S1-02/summary" },
  },
  {
    code: "date-disagrees",
    fires: false,
    name: "名称里的数字是拍照、扫描、保存的时间：CCF20240806_0001.pdf",
    paper: { path: "应急局/CCF20240806_0001.pdf", format: "pdf", text: summary(filler), to: "S1-02/summary" },
  },
  {
    code: "date-disagrees",
    fires: false,
    name: "名称里的数字是拍照、扫描、保存的时间：mmexport20240806123.docx",
    paper: { path: "应急局/mmexport20240806123.docx", text: summary(filler), to: "S1-02/summary" },
  },
  {
    code: "date-disagrees",
    fires: true,
    name: "扫描的时间不算，文件夹写的年份还算",
    paper: { path: "应急局/2021年/CCF20240806_0001.pdf", format: "pdf", text: summary(filler), to: "S1-02/summary" },
  },
  {
    code: "impossible-date-inside",
    fires: true,
    verdict: "doubtful",
    name: "2月30日的检查",
    paper: { path: "应急局/专项行动总结.docx", text: summary(`2024年2月30日检查了3家企业。${filler}`), to: "S1-02/summary" },
  },
  {
    code: "impossible-date-inside",
    fires: false,
    name: "闰年的2月29日",
    paper: { path: "应急局/专项行动总结.docx", text: summary(`2024年2月29日检查了3家企业。${filler}`), to: "S1-02/summary" },
  },
  {
    code: "wrong-weekday",
    fires: true,
    verdict: "counts",
    name: "星期写错",
    paper: { path: "应急局/专项行动方案.docx", text: notice({ body: `定于2024年3月5日（星期三）集中检查。${filler}` }), to: "S1-02/plan" },
  },
  {
    code: "wrong-weekday",
    fires: false,
    name: "星期没错",
    paper: { path: "应急局/专项行动方案.docx", text: notice({ body: `定于2024年3月5日（星期二）集中检查。${filler}` }), to: "S1-02/plan" },
  },
  {
    code: "future-date",
    fires: true,
    verdict: "doubtful",
    name: "落款在核对日之后",
    paper: { path: "应急局/专项行动总结.docx", text: summary(filler, "2024年12月25日"), to: "S1-02/summary" },
  },
  {
    code: "future-date",
    fires: false,
    name: "正文提到以后的期限",
    paper: { path: "应急局/专项行动总结.docx", text: summary(`2025年5月10日前全部完成。${filler}`), to: "S1-02/summary" },
  },
  // 落款
  {
    code: "undated-inside",
    fires: true,
    verdict: "counts",
    name: "通知没有成文日期",
    paper: { path: "应急局/检查通知20240305.docx", text: notice({ date: "" }), to: "S1-02/plan" },
  },
  {
    code: "undated-inside",
    fires: false,
    name: "纪要不要求落款日期",
    paper: { path: "应急局/会议纪要.docx", text: minutes("时间：上午　参加人员：各成员单位负责同志"), to: "S1-01/minutes" },
  },
  {
    code: "undated-inside",
    fires: false,
    name: "签到表不要求",
    paper: {
      path: "应急局/签到表.docx",
      text: "「居中」签到表\n姓名　单位　签名\n王建国　应急局　王建国\n李淑芬　教育局　李淑芬\n张志强　住建局　张志强",
      to: "S1-06/list",
    },
  },
  {
    code: "undated-inside",
    fires: false,
    name: "台账不要求",
    paper: {
      path: "应急局/隐患台账.xlsx",
      format: "xlsx",
      text: "「行」序号｜单位｜问题\n「行」1｜城关市场｜通道堵塞\n「行」2｜利民超市｜灭火器过期",
      to: "S1-06/list",
    },
  },
  {
    code: "unsigned",
    fires: true,
    verdict: "doubtful",
    name: "责任书的签字处空着",
    paper: {
      path: "河口镇/责任书.docx",
      text: `「居中」2024年安全生产目标责任书\n${filler}\n责任单位应当履行属地管理责任。\n发责单位（签字）：\n责任人（签字）：\n2024年3月8日`,
      to: "S1-03/pledge",
    },
  },
  {
    code: "unsigned",
    fires: false,
    name: "责任书双方都签了",
    paper: {
      path: "河口镇/责任书.docx",
      text: `「居中」2024年安全生产目标责任书\n${filler}\n责任单位应当履行属地管理责任。\n甲方（签字）：赵永胜\n责任人（签字）：陈国栋\n2024年3月8日`,
      to: "S1-03/pledge",
    },
  },
  {
    code: "unsigned",
    fires: true,
    verdict: "counts",
    name: "通知既没有文头也没有落款",
    paper: { path: "应急局/检查通知.docx", text: notice({ signed: "" }), to: "S1-02/plan" },
  },
  { code: "unsigned", fires: false, name: "通知有落款", paper: { path: "应急局/检查通知.docx", text: notice(), to: "S1-02/plan" } },
  {
    code: "blank-template",
    fires: true,
    verdict: "rejected",
    name: "空白检查表",
    paper: {
      path: "应急局/检查记录.docx",
      text: "「居中」安全检查记录表\n被检查单位：________\n检查时间：____年__月__日\n检查人员：________\n发现问题：________\n处理意见：________\n被检查单位负责人签字：________",
      to: "S1-02/checks",
    },
  },
  {
    code: "blank-template",
    fires: false,
    name: "填好的检查表",
    paper: {
      path: "应急局/检查记录.docx",
      text: "「居中」安全检查记录表\n被检查单位：利民超市\n检查时间：2024年5月6日\n检查地点：利民超市卖场\n检查人员：王建国、李淑芬\n发现问题：无\n处理意见：保持\n被检查单位负责人签字：张志强",
      to: "S1-02/checks",
    },
  },
  {
    code: "other-units-paper",
    fires: true,
    verdict: "doubtful",
    name: "河口镇交来城关街道的总结",
    paper: { path: "河口镇/专项行动总结.docx", text: summary(filler, "2024年11月20日", "东明区城关街道办事处"), to: "S1-06/activity" },
  },
  {
    code: "other-units-paper",
    fires: false,
    name: "自己的总结",
    paper: { path: "河口镇/专项行动总结.docx", text: summary(filler, "2024年11月20日", "东明区河口镇人民政府"), to: "S1-02/summary" },
  },
  {
    code: "other-units-paper",
    fires: false,
    name: "收到的通知由上级署名",
    paper: { path: "河口镇/检查通知.docx", text: notice(), to: "S1-02/plan" },
  },
  {
    code: "head-signature-disagree",
    fires: true,
    verdict: "counts",
    name: "应急局的文头、教育局的落款",
    paper: {
      path: "应急局/检查通知.docx",
      text: notice({ head: "「居中」东明区应急管理局文件\n东应急〔2024〕5号", signed: "东明区教育局" }),
      to: "S1-02/plan",
    },
  },
  {
    code: "head-signature-disagree",
    fires: false,
    name: "安委会文头、安委会办公室落款",
    paper: {
      path: "应急局/检查通知.docx",
      text: notice({ head: "「居中」东明区安全生产委员会文件\n东安委〔2024〕5号", signed: "东明区安全生产委员会办公室" }),
      to: "S1-02/plan",
    },
  },
  // 内容
  {
    code: "recycled-text",
    fires: true,
    verdict: "doubtful",
    name: "落款2024年，通篇2023年",
    paper: {
      path: "应急局/专项行动总结.docx",
      text: summary("2023年以来，共检查企业120家。2023年上半年开展培训6次，2023年下半年组织演练2次。2023年整改隐患96处。"),
      to: "S1-02/summary",
    },
  },
  {
    code: "recycled-text",
    fires: false,
    name: "和上年作比较",
    paper: {
      path: "应急局/专项行动总结.docx",
      text: summary("2024年共检查企业120家，比2023年多20家；2024年上半年培训6次，2023年同期4次。"),
      to: "S1-02/summary",
    },
  },
  {
    code: "recycled-text",
    fires: false,
    name: "题目就是上一年度",
    paper: {
      path: "应急局/2023年工作总结.docx",
      text: summary("2023年共检查企业120家。2023年培训6次，2023年演练2次，2023年整改96处。", "2024年1月10日"),
      to: "S1-07/prior",
    },
  },
  {
    code: "foreign-name",
    fires: true,
    verdict: "counts",
    name: "留着外地的名称",
    paper: {
      path: "应急局/专项行动总结.docx",
      text: summary(`我局组织检查组深入青石县各乡镇开展检查，督促青石县企业落实主体责任。${filler}`),
      to: "S1-02/summary",
    },
  },
  {
    code: "foreign-name",
    fires: false,
    name: "吸取外地事故教训",
    paper: {
      path: "应急局/专项行动总结.docx",
      text: summary(`深刻吸取青石县“4·12”火灾事故教训，举一反三。${filler}`),
      to: "S1-02/summary",
    },
  },
  {
    code: "foreign-name",
    fires: false,
    name: "本区和上级",
    paper: {
      path: "应急局/专项行动总结.docx",
      text: summary(`东明区各乡镇按照云山省要求抓好落实，城区、园区、林区重点排查。${filler}`),
      to: "S1-02/summary",
    },
  },
  {
    code: "wrong-level",
    fires: true,
    verdict: "counts",
    name: "区局的总结写“我市”",
    paper: { path: "应急局/专项行动总结.docx", text: summary(`我市安全形势总体平稳，我市各街道抓好落实。${filler}`), to: "S1-02/summary" },
  },
  {
    code: "wrong-level",
    fires: true,
    verdict: "counts",
    name: "局里的总结写“本街道”",
    paper: { path: "应急局/专项行动总结.docx", text: summary(`本街道共有社区12个，本街道认真开展检查。${filler}`), to: "S1-02/summary" },
  },
  {
    code: "wrong-level",
    fires: false,
    name: "“我局”“我区”“全市”",
    paper: {
      path: "应急局/专项行动总结.docx",
      text: summary(`我局按照全市部署，在我区开展检查。自我市场定位不在此列。${filler}`),
      to: "S1-02/summary",
    },
  },
  {
    code: "wrong-level",
    fires: false,
    name: "街道的总结写“本街道”",
    paper: {
      path: "城关街道/专项行动总结.docx",
      text: summary(`本街道共有社区12个。${filler}`, "2024年11月20日", "东明区城关街道办事处"),
      to: "S1-02/summary",
    },
  },
  {
    code: "cites-later",
    fires: true,
    verdict: "counts",
    name: "2023年的文件引用2024年的文号",
    paper: {
      path: "应急局/2023年工作总结.docx",
      text: summary(`根据东安委〔2024〕6号要求，开展检查。${filler}`, "2023年12月20日"),
      to: "S1-07/prior",
    },
  },
  {
    code: "cites-later",
    fires: false,
    name: "引用当年和以前的文号",
    paper: {
      path: "应急局/专项行动总结.docx",
      text: summary(`根据东安委〔2024〕6号、东应急〔2022〕3号要求，开展检查。${filler}`),
      to: "S1-02/summary",
    },
  },
  {
    code: "attachment-missing",
    fires: true,
    verdict: "counts",
    name: "列了附件，没有附件",
    paper: { path: "应急局/检查通知.docx", text: notice({ tail: "", body: `${filler}\n附件：燃气企业检查名单` }), to: "S1-02/plan" },
  },
  {
    code: "attachment-missing",
    fires: false,
    name: "附件在正文后面",
    paper: {
      path: "应急局/检查通知.docx",
      text: notice({ body: `${filler}\n附件：燃气企业检查名单`, tail: "附件\n燃气企业检查名单\n1.东明燃气有限公司" }),
      to: "S1-02/plan",
    },
  },
  {
    code: "record-incomplete",
    fires: true,
    verdict: "counts",
    name: "纪要没有参加人员",
    paper: { path: "应急局/会议纪要.docx", text: minutes("时间：2024年3月5日　地点：区政府三楼会议室"), to: "S1-01/minutes" },
  },
  {
    code: "record-incomplete",
    fires: false,
    name: "纪要要素齐全",
    paper: {
      path: "应急局/会议纪要.docx",
      text: minutes("时间：2024年3月5日　地点：区政府三楼会议室\n参加人员：各成员单位负责同志"),
      to: "S1-01/minutes",
    },
  },
  {
    code: "secrecy-mark",
    fires: true,
    verdict: "counts",
    name: "首行标着秘密",
    paper: { path: "应急局/检查通知.docx", text: `秘密★1年\n${notice()}`, to: "S1-02/plan" },
  },
  {
    code: "secrecy-mark",
    fires: false,
    name: "正文讲保守国家秘密",
    paper: { path: "应急局/检查通知.docx", text: notice({ body: `严格保守国家秘密。${filler}` }), to: "S1-02/plan" },
  },
  {
    code: "internal-mark",
    fires: true,
    verdict: "counts",
    name: "首行标着内部资料",
    paper: { path: "应急局/检查通知.docx", text: `内部资料 注意保存\n${notice()}`, to: "S1-02/plan" },
  },
  {
    code: "personal-data",
    fires: true,
    verdict: "counts",
    name: "花名册有身份证号",
    paper: {
      path: "应急局/人员花名册.xlsx",
      format: "xlsx",
      text: "「行」序号｜姓名｜身份证号\n「行」1｜王建国｜11010519491231002X\n「行」2｜李淑芬｜440524188001010014",
      to: "S1-06/list",
    },
  },
  {
    code: "personal-data",
    fires: false,
    name: "通知留一个联系电话",
    paper: { path: "应急局/检查通知.docx", text: notice({ tail: "（联系人：王建国，联系电话：13800138000）" }), to: "S1-02/plan" },
  },
  {
    code: "number-missing",
    fires: true,
    verdict: "counts",
    name: "要求文件，没有文号",
    paper: { path: "应急局/安全生产工作意见.docx", text: notice({ signed: "东明区人民政府" }), to: "S1-04/paper" },
  },
  {
    code: "number-missing",
    fires: false,
    name: "有文号",
    paper: {
      path: "应急局/安全生产工作意见.docx",
      text: notice({ head: "「居中」东明区人民政府文件\n东政发〔2024〕5号", signed: "东明区人民政府" }),
      to: "S1-04/paper",
    },
  },
  {
    code: "issuer-level",
    fires: true,
    verdict: "doubtful",
    name: "要求以政府名义，是局里发的",
    paper: { path: "应急局/安全生产工作意见.docx", text: notice(), to: "S1-04/paper" },
  },
  {
    code: "issuer-level",
    fires: false,
    name: "政府办公室发的也算",
    paper: { path: "应急局/安全生产工作意见.docx", text: notice({ signed: "东明区人民政府办公室" }), to: "S1-04/paper" },
  },
  {
    code: "award-without-number",
    fires: true,
    verdict: "doubtful",
    name: "表彰没有文号",
    paper: { path: "应急局/获得省级表彰.docx", text: notice({ body: `决定对东明区应急管理局予以表彰。${filler}` }), to: "S1-05/award" },
  },
  {
    code: "number-missing",
    fires: false,
    name: "表彰没有文号，一个毛病只说一次",
    paper: { path: "应急局/获得省级表彰.docx", text: notice({ body: `决定对东明区应急管理局予以表彰。${filler}` }), to: "S1-05/award" },
  },
  {
    code: "award-without-number",
    fires: false,
    name: "表彰有文号",
    paper: {
      path: "应急局/获得省级表彰.docx",
      text: notice({
        head: "「居中」云山省应急管理厅文件\n云应急〔2024〕15号",
        body: `决定对东明区应急管理局予以表彰。${filler}`,
        signed: "云山省应急管理厅",
      }),
      to: "S1-05/award",
    },
  },
  {
    code: "unrecognised-scan",
    fires: true,
    verdict: "counts",
    name: "没有识别的扫描件",
    paper: {
      path: "应急局/专项行动总结20241120.pdf",
      format: "pdf",
      text: "",
      to: "S1-02/summary",
      reading: { pages: 3, picturePages: 3, length: 0 },
    },
  },
  {
    code: "unrecognised-scan",
    fires: false,
    name: "有文字的 PDF 里有一页图片",
    paper: {
      path: "应急局/专项行动总结20241120.pdf",
      format: "pdf",
      text: summary(filler),
      to: "S1-02/summary",
      reading: { pages: 3, picturePages: 1 },
    },
  },
  {
    code: "unrecognised-scan",
    fires: false,
    name: "照片不是扫描件：IMG_20240620_101522.jpg",
    paper: {
      path: "应急局/IMG_20240620_101522.jpg",
      format: "jpeg",
      text: "",
      to: "S1-06/activity",
      reading: { pages: 1, picturePages: 1, picture: { width: 4000, height: 3000, takenOn: day("2024-06-20") } },
    },
  },
  {
    code: "unrecognised-scan",
    fires: false,
    name: "照片不是扫描件：微信图片_20240620093012.jpg",
    paper: {
      path: "应急局/微信图片_20240620093012.jpg",
      format: "jpeg",
      text: "",
      to: "S1-06/activity",
      reading: { pages: 1, picturePages: 1, picture: { width: 1600, height: 1200 } },
    },
  },
  {
    code: "unrecognised-scan",
    fires: false,
    name: "照片不是扫描件：现场照片1.jpg",
    paper: {
      path: "应急局/现场照片1.jpg",
      format: "jpeg",
      text: "",
      to: "S1-06/activity",
      reading: { pages: 1, picturePages: 1, picture: { width: 1600, height: 1200 } },
    },
  },
  {
    code: "unrecognised-scan",
    fires: false,
    name: "照片不是扫描件：会议照片.jpg",
    paper: {
      path: "应急局/会议照片.jpg",
      format: "jpeg",
      text: "",
      to: "S1-06/activity",
      reading: { pages: 1, picturePages: 1, picture: { width: 1600, height: 1200 } },
    },
  },
  {
    code: "unrecognised-scan",
    fires: false,
    name: "照片不是扫描件：责任书签订仪式.jpg",
    paper: {
      path: "应急局/责任书签订仪式.jpg",
      format: "jpeg",
      text: "",
      to: "S1-06/activity",
      reading: { pages: 1, picturePages: 1, picture: { width: 1600, height: 1200 } },
    },
  },
  {
    code: "unrecognised-scan",
    fires: false,
    name: "照片不是扫描件：演练.jpg",
    paper: {
      path: "应急局/演练.jpg",
      format: "jpeg",
      text: "",
      to: "S1-06/activity",
      reading: { pages: 1, picturePages: 1, picture: { width: 1600, height: 1200 } },
    },
  },
  {
    code: "unrecognised-scan",
    fires: false,
    name: "截图不是扫描件：监控平台截图6月.png",
    paper: {
      path: "应急局/监控平台截图6月.png",
      format: "png",
      text: "",
      to: "S1-06/activity",
      reading: { pages: 1, picturePages: 1, picture: { width: 1600, height: 1200 } },
    },
  },
  {
    code: "unrecognised-scan",
    fires: false,
    name: "截图不是扫描件：事故调查报告公布网页截图.png",
    paper: {
      path: "应急局/事故调查报告公布网页截图.png",
      format: "png",
      text: "",
      to: "S1-06/activity",
      reading: { pages: 1, picturePages: 1, picture: { width: 1600, height: 1200 } },
    },
  },
  {
    code: "unrecognised-scan",
    fires: false,
    name: "截图不是扫描件：Screenshot_20240620.png",
    paper: {
      path: "应急局/Screenshot_20240620.png",
      format: "png",
      text: "",
      to: "S1-06/activity",
      reading: { pages: 1, picturePages: 1, picture: { width: 1600, height: 1200 } },
    },
  },
  {
    code: "unrecognised-scan",
    fires: true,
    name: "纸质材料存成图片，没有识别：安全生产目标责任书.jpg",
    paper: {
      path: "应急局/安全生产目标责任书.jpg",
      format: "jpeg",
      text: "",
      to: "S1-02/plan",
      reading: { pages: 1, picturePages: 1, picture: { width: 4000, height: 3000, takenOn: day("2024-06-20") } },
    },
  },
  {
    code: "unrecognised-scan",
    fires: true,
    name: "纸质材料存成图片，没有识别：会议纪要（第2页）.jpg",
    paper: {
      path: "应急局/会议纪要（第2页）.jpg",
      format: "jpeg",
      text: "",
      to: "S1-02/plan",
      reading: { pages: 1, picturePages: 1, picture: { width: 1600, height: 1200 } },
    },
  },
  {
    code: "unrecognised-scan",
    fires: true,
    name: "纸质材料存成图片，没有识别：扫描0001.jpg",
    paper: {
      path: "应急局/扫描0001.jpg",
      format: "jpeg",
      text: "",
      to: "S1-02/plan",
      reading: { pages: 1, picturePages: 1, picture: { width: 1600, height: 1200 } },
    },
  },
  {
    code: "unrecognised-scan",
    fires: true,
    name: "纸质材料存成图片，没有识别：签到表扫描件.jpg",
    paper: {
      path: "应急局/签到表扫描件.jpg",
      format: "jpeg",
      text: "",
      to: "S1-02/plan",
      reading: { pages: 1, picturePages: 1, picture: { width: 1600, height: 1200 } },
    },
  },
  {
    code: "unrecognised-scan",
    fires: true,
    name: "纸质材料存成图片，没有识别：专项行动方案盖章页.jpg",
    paper: {
      path: "应急局/专项行动方案盖章页.jpg",
      format: "jpeg",
      text: "",
      to: "S1-02/plan",
      reading: { pages: 1, picturePages: 1, picture: { width: 1600, height: 1200 } },
    },
  },
  {
    code: "unrecognised-scan",
    fires: false,
    name: "纸质材料存成图片，已经识别",
    paper: {
      path: "应急局/扫描0001.jpg",
      format: "jpeg",
      text: "「居中」专项行动工作总结\n各项工作按照计划推进，责任到人、措施到位，确保取得实效。",
      to: "S1-02/summary",
      reading: { pages: 1, picturePages: 1, picture: { width: 1600, height: 1200 }, recognised: true },
    },
  },
  {
    code: "unrecognised-scan",
    fires: false,
    name: "Word 里只贴了照片，名称写明是照片",
    paper: {
      path: "应急局/专项行动现场照片.docx",
      format: "docx",
      text: "",
      to: "S1-06/activity",
      reading: { pages: 2, picturePages: 2, length: 0 },
    },
  },
  {
    code: "unrecognised-scan",
    fires: false,
    name: "PDF 里只有照片，名称写明是照片",
    paper: {
      path: "应急局/宣传活动照片.pdf",
      format: "pdf",
      text: "",
      to: "S1-06/activity",
      reading: { pages: 2, picturePages: 2, length: 0 },
    },
  },
  {
    code: "stamp-absent",
    fires: true,
    verdict: "counts",
    name: "责任书扫描页上没有章",
    paper: {
      path: "河口镇/责任书20240308.pdf",
      format: "pdf",
      text: "「居中」安全生产目标责任书\n责任单位应当履行属地管理责任，落实各项措施，接受考核。",
      to: "S1-03/pledge",
      reading: { recognised: true, stamp: "absent" },
    },
  },
  {
    code: "stamp-absent",
    fires: false,
    name: "纪要不用盖章",
    paper: {
      path: "应急局/会议纪要20240305.pdf",
      format: "pdf",
      text: minutes("参加人员：各成员单位"),
      to: "S1-01/minutes",
      reading: { recognised: true, stamp: "absent" },
    },
  },
];

describe("一份材料自己说的话", () => {
  test.each(cases)("$code：$name → $fires", ({ paper, code, fires, verdict }) => {
    const path = paper.path ?? "";
    const checked = checkPapers([{ ...paper, path }]);
    const codes = codesOf(checked, path);
    if (fires) expect(codes).toContain(code);
    else expect(codes).not.toContain(code);
    if (verdict !== undefined) expect(verdictOf(checked, path)).toBe(verdict);
  });

  test("没有读过内容的，一条内容上的话也不说", () => {
    for (const { paper } of cases) {
      const path = paper.path ?? "";
      const { problems } = checkPapers([{ path, to: "", text: "" }]);
      expect([...problems.values()].flat().filter(({ code }) => code === "unsigned" || code === "undated-inside")).toEqual([]);
    }
  });
});
