/** 17: comma-separated in the code page of Chinese Windows; quoted cells with line breaks and commas. */
const rows = [
  ["序号", "考核标准", "分值", "评分方式", "责任单位"],
  ["1", "制定安全生产月活动方案", "10", "未报方案的，扣5分；每迟报1天扣1分", "各成员单位"],
  ["2", "开展集中宣传咨询", "20", "未开展的不得分\n参加人数不足,每少1人扣0.5分", "区委宣传部"],
  ["3", '开展"隐患随手拍"', "20", "每报送1条得2分，计满20分为止", "各镇街"],
];
const csv = rows.map((row) => row.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",")).join("\r\n");

/** 21: what a web system calls .xls: a page with a table, merged with rowspan and colspan. */
const page = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"><style>td{mso-number-format:"\\@"}</style></head><body>
<table border="1">
<tr><td colspan="5">2024年城市运行安全考核指标</td></tr>
<tr><th>考核指标</th><th>考核内容</th><th>基础分</th><th>评分标准</th><th>佐证材料</th></tr>
<tr><td rowspan="2">燃气安全（20分）</td><td>入户安检</td><td>12</td><td>安检率低于95%的，<br>每低1个百分点扣1分</td><td>安检台账</td></tr>
<tr><td>瓶装液化气</td><td>8</td><td>违规经营未查处的，每起扣2分&nbsp;</td><td>执法文书</td></tr>
<tr><td>电梯安全（10分）</td><td>定期检验</td><td>10</td><td>超期未检的，每台扣0.5分</td><td>检验报告</td></tr>
<tr><td colspan="2">合计</td><td>30</td><td></td><td></td></tr>
</table></body></html>
`;

export const plainFiles = [
  {
    folder: "17逗号分隔国标编码",
    file: "考核标准.csv",
    text: csv,
    encoding: "gb18030",
    note: "系统导出的 .csv，国标（GB18030）编码；带引号的格里有换行、英文逗号和双引号。",
  },
  {
    folder: "21网页另存为xls",
    file: "指标.xls",
    text: page,
    encoding: "utf-8",
    note: "系统导出的“.xls”其实是网页，用 rowspan、colspan 合并；格里有 <br> 和不换行空格；首行是横跨的标题，末行合计。",
  },
];
