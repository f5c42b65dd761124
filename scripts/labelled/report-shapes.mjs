// How the papers of the reporting part are laid out: other layouts and other set phrases than in the tuning part.
const day = (year, salt) => `${year}年${String((salt % 11) + 1).padStart(2, "0")}月${String((salt % 27) + 1).padStart(2, "0")}日`;
const hanDay = (year, salt) =>
  `${Array.from(String(year), (sign) => "〇一二三四五六七八九"[Number(sign)]).join("")}年${"一二三四五六七八九"[salt % 9]}月${"一二三四五六七八九"[salt % 9]}日`;

export const reportShapes = {
  letter: ({ title, one, two, issuer, code, year, salt }) => [
    [`${code}发〔${year}〕${(salt % 80) + 3}号`, "c"],
    [title, "t"],
    ["各有关单位：", "b"],
    [one, "b"],
    ["一、总体考虑", "b"],
    [two, "b"],
    ["二、有关安排", "b"],
    ["明确专人负责，按月调度，务必抓出成效。特此通知。", "b"],
    [issuer, "b"],
    [hanDay(year, salt), "b"],
    [`抄送：区委办公室、区政府办公室。`, "b"],
  ],
  minutes: ({ title, one, two, year, salt }) => [
    [title, "t"],
    [`（${day(year, salt)}）`, "c"],
    [one, "b"],
    [`会议指出，${two}`, "b"],
    ["参加：各成员单位负责人", "b"],
    ["请假：无", "b"],
  ],
  signin: ({ title, one, two }) => [
    [title, "c"],
    [one, "b"],
    [two.replaceAll(" ", "\t"), "r"],
    ["住建局\t吴某\t科长\t吴某", "r"],
    ["卫健局\t郑某\t主任\t郑某", "r"],
  ],
  table: ({ title, one, two }) => [
    [title, "t"],
    [`序号\t${one.replaceAll(" ", "\t")}`, "r"],
    [`1\t${two.replaceAll(" ", "\t")}`, "r"],
    ["2\t（略）", "r"],
    ["审核：冯某\t制表：陈某", "r"],
  ],
  pledge: ({ title, one, two, year, salt }) => [
    [title, "c"],
    [one, "b"],
    ["第一条 目标任务以年度考核办法为准。", "b"],
    [`第二条 ${two}`, "b"],
    ["第三条 未完成目标的，按规定问责。", "b"],
    [`签订时间：${day(year, salt)}`, "b"],
  ],
  report: ({ title, one, two, issuer, year, salt }) => [
    [title, "t"],
    [`${issuer}`, "c"],
    [`（${day(year, salt)}）`, "c"],
    [`现将有关情况报告如下：${one}`, "b"],
    [`（一）主要工作。${two}`, "b"],
    ["（二）存在不足。少数单位重视不够，工作进度不平衡。", "b"],
  ],
  record: ({ title, one, two, year, salt }) => [
    [title, "c"],
    [`${day(year, salt)}  天气：晴`, "b"],
    [one, "b"],
    [two, "b"],
    ["受检（参训）方签名：卫某", "b"],
  ],
};
export const reportWeak = { minutes: "会议记录", signin: "签到表", record: "记录表", report: "情况报告" };
export const reportGeneric = [
  "Scan_20240905",
  "mmexport1718000000000",
  "未命名",
  "03",
  "DSC_0192",
  "无标题",
  "扫描全能王 2024-09-12 10.30",
  "QQ截图20240912",
];
export const reportFolders = ["", "打印", "待整理", "", "9月", "科室交来"];
