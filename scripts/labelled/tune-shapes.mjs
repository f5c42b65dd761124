// How the papers of the tuning part are laid out. A shape gives [text, look] lines; look: t title, b body, r row, c centred line.
const date = (year, salt) => `${year}年${(salt % 11) + 1}月${(salt % 27) + 1}日`;

export const tuneShapes = {
  letter: ({ title, one, two, issuer, code, year, salt }) => [
    [`${issuer}文件`, "c"],
    [`${code}〔${year}〕${(salt % 60) + 1}号`, "c"],
    [title, "t"],
    ["各镇人民政府、街道办事处，区直有关部门：", "b"],
    [one, "b"],
    [two, "b"],
    ["请各单位结合实际认真组织实施，遇有问题及时反馈。", "b"],
    [issuer, "b"],
    [date(year, salt), "b"],
  ],
  minutes: ({ title, one, two, year, salt }) => [
    [title, "t"],
    [`时间：${date(year, salt)}上午9时`, "b"],
    ["地点：区政府二楼会议室", "b"],
    ["主持人：李某    记录人：王某", "b"],
    [one, "b"],
    [two, "b"],
    ["会议要求，与会单位要在十日内报送落实情况。", "b"],
  ],
  signin: ({ title, one, two }) => [
    [title, "t"],
    [one, "b"],
    [two, "r"],
    ["区教育局\t赵某\t副局长", "r"],
    ["区公安分局\t钱某\t大队长", "r"],
  ],
  table: ({ title, one, two, issuer, year, salt }) => [
    [title, "t"],
    [`填报单位：${issuer}\t填报日期：${date(year, salt)}`, "r"],
    [one.replaceAll(" ", "\t"), "r"],
    [two.replaceAll(" ", "\t"), "r"],
    ["合计", "r"],
  ],
  pledge: ({ title, one, two, issuer, year, salt }) => [
    [title, "t"],
    [one, "b"],
    ["一、责任期限：自签订之日起一年。", "b"],
    [`二、${two}`, "b"],
    ["甲方（盖章）        乙方（盖章）", "b"],
    [`${issuer}`, "b"],
    [date(year, salt), "b"],
  ],
  report: ({ title, one, two, issuer, year, salt }) => [
    [title, "t"],
    [one, "b"],
    ["一、基本情况", "b"],
    [two, "b"],
    ["二、下一步打算", "b"],
    ["继续加强统筹，补齐短板，务求实效。", "b"],
    [issuer, "b"],
    [date(year, salt), "b"],
  ],
  record: ({ title, one, two, issuer, year, salt }) => [
    [title, "t"],
    [`检查时间：${date(year, salt)}`, "b"],
    [`检查单位：${issuer}`, "b"],
    [`情况：${one}`, "b"],
    [`处理意见：${two}`, "b"],
    ["检查人员（签字）：孙某、周某", "b"],
  ],
};
export const tuneWeak = { minutes: "会议纪要", signin: "会议签到表", record: "检查记录", report: "工作总结" };
export const tuneGeneric = [
  "扫描0001",
  "微信图片_20240315101530",
  "新建文档",
  "1",
  "IMG_20240618_093012",
  "文档1",
  "扫描件",
  "新建 Microsoft Word 文档 (2)",
];
export const tuneFolders = ["", "", "新建文件夹", "2024年", "其他材料", "李科长发"];
