import type { PlantedContent } from "./planted-contents.ts";

/** Papers and pictures that are wrong beside others of the unit, and figures that do not agree. */
export const plantedSets: readonly PlantedContent[] = [
  {
    file: "10市场监管局/八、火灾防控/6.三自主两公开一承诺/三自主两公开推进方案20240410.docx",
    codes: ["plan-without-execution"],
    what: "4月定了方案，到12月只有这一份",
  },
  {
    file: "企业04顺达客运有限公司/企业安全五到位/五到位公示栏照片.jpg",
    codes: ["photos-only"],
    what: "要的是自查报告，文件夹里只有照片",
  },
  {
    file: "企业02恒泰化工有限公司/3.3重大危险源/重大危险源罐区整改报告20240905.docx",
    codes: ["chain-out-of-order"],
    what: "检查是9月12日，整改报告却是9月5日",
    lines: [
      "重大危险源罐区整改报告",
      "区应急管理局：",
      "现将罐区检查发现问题的整改情况报告如下：",
      "一、2号罐液位计已更换并校验，整改后由安全部复查合格。",
      "二、防火堤排水阀已加锁，钥匙由当班班长保管。",
      "恒泰化工有限公司",
      "2024年9月5日",
    ],
  },
  {
    file: "12河口镇材料/九、消防宣传和基础建设/2.消防宣传进社区进乡村/消防宣传进乡村照片20241112.jpg",
    codes: ["similar-picture"],
    what: "4月大集宣传的照片调亮了再用",
    copyOf: "大集宣传照片；大集宣传；2024年4月26日；12河口镇材料/九、消防宣传和基础建设/2.消防宣传进社区进乡村/大集宣传照片.jpg",
  },
  {
    file: "01应急局/01党政领导责任/03领导带队检查/区领导带队检查照片20240812.jpg",
    codes: ["photo-date-disagrees"],
    what: "名称写今年汛期，相机记录是去年7月",
    takenOn: "2023-07-19",
  },
  {
    file: "01应急局/01党政领导责任/04签订目标责任书/2024年安全生产目标责任书签订情况说明20240311.docx",
    codes: ["pledges-incomplete"],
    what: "自己写着还差1份没有签",
    lines: [
      "2024年安全生产目标责任书签订情况说明",
      "区安委会：",
      "2024年安全生产目标责任书应签18份，已签17份，区文化和旅游局因主要负责人调整尚未签订。",
      "东明区应急管理局",
      "2024年3月11日",
    ],
  },
  {
    file: "08住建局/自建房排查进展.docx",
    codes: ["figures-disagree"],
    what: "排查率算下来是95.0%",
    lines: [
      "自建房排查进展",
      "全区应排查自建房12460栋，已排查11836栋，排查率98.5%，其余正在抓紧排查。",
      "东明区住房和城乡建设局",
      "2024年9月10日",
    ],
  },
  {
    file: "01应急局/05监管执法/01执法计划和案卷/卷内目录.docx",
    codes: ["catalogue-disagrees"],
    what: "目录里的听证材料没有放进来",
    lines: [
      "卷内目录",
      "1　东明区应急管理局2024年度监督检查计划",
      "2　行政处罚执法案卷（3号）",
      "3　行政处罚执法案卷（11号）",
      "4　2024年行政处罚案件统计表",
      "5　行政处罚听证笔录",
    ],
  },
  {
    file: "01应急局/扫描0002.pdf",
    codes: ["unrecognised-scan"],
    what: "扫描件，里面只有图片",
    fate: "scanned-pdf",
  },
];
