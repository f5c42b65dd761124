// Documents of the size of a district's, in the interface of src/report/blocks.ts and src/report/workbook.ts.

const standard =
  "每季度至少召开1次安委会全体会议，研究部署安全生产和消防工作，每少1次扣1分，扣完为止；未按规定报送会议纪要的，每次扣0.5分。";
const text = (value) => ({ kind: "text", text: value });
const number = (value) => ({ kind: "number", value });
const link = (label, target) => ({ kind: "link", text: label, target });
const evidence = (n) => [
  `2024年第${(n % 4) + 1}季度会议纪要（${n}）.pdf`,
  `../evidence/${n % 40}应急管理局/1.${n % 9} 会议/2024年第${(n % 4) + 1}季度会议纪要 #${n}.pdf`,
];

/** One 自查报告 and one 对照自查评分说明 per unit, the district's larger ones, a 缺项清单 per unit and the 佐证材料目录. */
export function syntheticDocuments({ units, clausesPerUnit, clauses, files }) {
  const each = Array.from({ length: units }, (_, unit) => unit);
  return {
    papers: [
      ...each.map((unit) => ({ file: `自查报告-${unit}.docx`, document: report(unit, clausesPerUnit) })),
      ...each.map((unit) => ({ file: `评分说明-${unit}.docx`, document: explanation(unit, clausesPerUnit) })),
      { file: "自查报告.docx", document: report(99, clauses) },
      { file: "评分说明.docx", document: explanation(99, clauses) },
    ],
    workbooks: [
      ...each.map((unit) => ({ file: `缺项清单-${unit}.xlsx`, workbook: { sheets: [gapSheet(unit, clausesPerUnit)] } })),
      { file: "缺项清单.xlsx", workbook: { sheets: [gapSheet(99, clauses)] } },
      { file: "佐证材料目录.xlsx", workbook: { sheets: [directorySheet(files)] } },
    ],
  };
}

function paper(shell, unit, body) {
  return {
    shell,
    title: `第${unit}单位2024年度安全生产${shell}`,
    addressee: "市安委会",
    body,
    signature: { name: "东明区人民政府", date: "2024年12月10日" },
  };
}

function report(unit, clauses) {
  const body = [];
  for (let n = 0; n < clauses; n += 1) {
    if (n % 10 === 0) body.push({ kind: "heading", level: 1, runs: [text(`第${n / 10 + 1}部分（此项40分，自评36.5分）`)] });
    body.push({ kind: "heading", level: 2, runs: [text(`（${n + 1}）定期研究部署安全生产（此项4分，自评3.25分）`)] });
    body.push({
      kind: "paragraph",
      runs: [text("考核要求："), text(standard), text("完成情况：", true), { kind: "blank", hint: "主要做法" }],
    });
    body.push({ kind: "paragraph", runs: [text("佐证材料："), link(...evidence(n)), text("、"), link(...evidence(n + 1))] });
  }
  return paper("自查报告", unit, body);
}

const cells = (...values) => values.map((value) => [[typeof value === "string" ? text(value) : value]]);

function explanation(unit, clauses) {
  const rows = Array.from({ length: clauses }, (_, n) => ({
    kind: "data",
    cells: cells(
      String(n + 1),
      `1.${n + 1}`,
      standard,
      "4",
      "3.25",
      "第三季度未提供会议纪要，扣0.75分",
      link(...evidence(n)),
      "12月20日前补开会议",
    ),
  }));
  rows.push({ kind: "total", cells: cells("合计", "", "", String(clauses * 4), String(clauses * 3.25), "", "", "") });
  const columns = ["序号", "条款", "评分标准", "分值", "自评分", "扣分原因", "佐证材料", "整改措施"].map((header, index) => ({
    header,
    share: [5, 7, 30, 6, 7, 18, 17, 10][index],
  }));
  return paper("对照自查评分说明", unit, [{ kind: "table", table: { columns, rows } }]);
}

function gapSheet(unit, clauses) {
  const columns = [
    { header: "序号", width: 6, format: "integer" },
    { header: "条款", width: 9, format: "text" },
    { header: "缺项内容", width: 40 },
    { header: "分值", width: 8, format: "points" },
    { header: "影响分值", width: 9, format: "points" },
    { header: "得分率", width: 9, format: "rate" },
    { header: "责任单位", width: 18 },
    { header: "整改措施", width: 24 },
    { header: "完成时限", width: 12, format: "date" },
    { header: "完成情况", width: 11, choices: ["未开始", "正在整改", "已完成"] },
  ];
  const rows = Array.from({ length: clauses }, (_, n) => ({
    kind: "data",
    cells: [
      number(n + 1),
      text(`1.${n + 1}`),
      text(standard),
      number(4),
      number((n % 16) / 4),
      number((n % 20) / 20),
      text(`第${n % 40}单位`),
      text("补开会议并报送纪要"),
      { kind: "date", date: "2024-12-20" },
      text("未开始"),
    ],
  }));
  return {
    name: "缺项清单",
    title: `第${unit}单位缺项清单`,
    note: "截至2024年12月10日",
    columns,
    rows,
    frozenColumns: 2,
    heat: { fromColumn: 5, toColumn: 5 },
  };
}

function directorySheet(files) {
  const columns = ["序号", "责任单位", "材料名称", "文号", "成文日期", "对应条款", "对应材料", "状态", "问题", "备注"].map(
    (header, index) => ({
      header,
      width: [7, 18, 36, 18, 12, 10, 20, 10, 24, 12][index],
      ...(index === 0 ? { format: "integer" } : index === 4 ? { format: "date" } : {}),
    }),
  );
  const rows = Array.from({ length: files }, (_, n) => ({
    kind: "data",
    cells: [
      number(n + 1),
      text(`第${n % 40}单位`),
      link(...evidence(n)),
      text(`应急〔2024〕${n}号`),
      { kind: "date", date: "2024-03-15" },
      text(`1.${n % 90}`),
      text("安委会全体会议纪要"),
      text("已对应"),
      n % 5 === 0 ? text("文件名没有写明日期，请核对。") : { kind: "empty" },
      { kind: "empty" },
    ],
  }));
  return { name: "佐证材料目录", title: "佐证材料目录", note: "点材料名称可打开文件", columns, rows, frozenColumns: 3 };
}
