import { describe, expect, test } from "vitest";
import { pathPlace } from "../../src/model/place.ts";
import { thousandths } from "../../src/model/points.ts";
import { composeCatalogue, pinLine } from "../../src/report/catalogue.ts";
import { composeChecklist } from "../../src/report/checklist.ts";
import { citeFile, titleOf } from "../../src/report/citation.ts";
import { type ComposedDocument, composeAll } from "../../src/report/compose-all.ts";
import { composeGapPaper, composeGapWorkbook } from "../../src/report/gap-list.ts";
import { composeScorecardJson } from "../../src/report/scorecard-json.ts";
import { composeScoringExplanation } from "../../src/report/scoring-explanation.ts";
import { composeSelfInspectionReport } from "../../src/report/self-inspection-report.ts";
import { composeSummary } from "../../src/report/summary.ts";
import { viewOf } from "../../src/report/view.ts";
import type { SheetCell } from "../../src/report/workbook.ts";
import { cellText, paperText, workbookText } from "./plain-text.ts";
import { day, sampleCriteria, sampleFiles, sampleReturns, sampleScorecard } from "./sample-scorecard.ts";

const district = { kind: "district" } as const;
const scorecard = sampleScorecard();
const report = paperText(composeSelfInspectionReport(scorecard, district));

describe("自查报告", () => {
  test("按标题、主送、引言、各部分、附件、署名和日期的次序写", () => {
    const lines = report.split("\n");
    expect(lines[0]).toBe("东明区2024年度迎接省安全生产目标责任制考核自查报告");
    expect(lines[1]).toBe("省安委会办公室");
    expect(lines[2]).toContain("根据《示范省2024年度安全生产和消防工作考核细则》（省安委会，初稿）要求");
    expect(lines.filter((line) => line.startsWith("# "))).toEqual([
      "# 一、自查工作开展情况",
      "# 二、对照细则自查情况",
      "# 三、自评得分汇总",
      "# 四、存在问题及扣分原因",
      "# 五、整改措施和完成时限",
      "# 六、合理缺项说明",
    ]);
    expect(lines.slice(-2)).toEqual(["东明区人民政府", "2024年12月10日"]);
    expect(report).toContain("附件：1.对照自查评分说明");
  });

  test("引用材料写明标题、文号和日期，书名号里再有书名号改用单书名号", () => {
    expect(report).toContain("《安委会第一次全体会议纪要》（东安委〔2024〕6号，2024年3月5日）");
    expect(report).toContain("《关于印发〈安全生产责任书〉的通知》（2024年2月3日）");
  });

  test("扫描仪、相机起的名字不当标题，书名号里不留空括号", () => {
    const file = (title: string, path: string): string => {
      const [first] = scorecard.files;
      if (first === undefined) throw new Error("no file");
      return titleOf({ ...first.mapping.file, title, path });
    };
    expect(file("IMG_0915", "甲/IMG_0915.jpg")).toBe("“IMG_0915.jpg”");
    expect(file("扫描0001", "甲/扫描0001.pdf")).toBe("“扫描0001.pdf”");
    expect(file("全体会议纪要( )", "甲/纪要.pdf")).toBe("《全体会议纪要》");
    expect(file("责任清单 (2024年版)", "甲/清单.pdf")).toBe("《责任清单（2024年版）》");
  });

  test("同类材料按日期先后引用，不按文件名的次序", () => {
    const named = (title: string, date: string): string => `01应急局/一、党政领导责任/1.定期研究部署安全生产/${title}${date}.docx`;
    const text = paperText(
      composeSelfInspectionReport(
        sampleScorecard({ files: [named("丙安委会全体会议纪要", "20240301"), named("乙安委会全体会议纪要", "20240601")] }),
        district,
      ),
    );
    expect(text.indexOf("《丙安委会全体会议纪要》")).toBeGreaterThan(-1);
    expect(text.indexOf("《丙安委会全体会议纪要》")).toBeLessThan(text.indexOf("《乙安委会全体会议纪要》"));
  });

  test("几个单位填报的数相同的，合在一起写一次", () => {
    const criteria = sampleCriteria
      .replace(
        "units: {lead: 区应急管理局}\n        verification: external",
        "units: {lead: [区应急管理局, 区教育局]}\n        verification: external",
      )
      .replace("inputs: [{id: rate,", "inputs: [{id: rate, from: each, combine: mean,");
    const both = {
      区应急管理局: { "S1-03": { facts: { rate: 96 } } },
      区教育局: { "S1-03": { facts: { rate: 96 } } },
    };
    const text = paperText(composeSelfInspectionReport(sampleScorecard({ criteria, returns: both }), district));
    expect(text).toContain("区应急管理局、区教育局填报“重大事故隐患整改率”均为96%");
  });

  test("不在考核年度内的材料不写进报告", () => {
    expect(report).not.toContain("2023年4月2日");
  });

  test("单位的情况说明一字不改，加引号引用", () => {
    expect(report).toContain("区应急管理局情况说明：“全年召开安委会全体会议4次，区委、区政府主要负责同志均到会部署。”");
  });

  test("情况说明自己带引号或分段的，不改引号，另起段落照录", () => {
    const quoted = sampleScorecard({ returns: { 区应急管理局: { "S1-01": { statement: "落实“三个必须”。\n召开会议4次。" } } } });
    expect(paperText(composeSelfInspectionReport(quoted, district))).toContain(
      "区应急管理局情况说明如下：\n落实“三个必须”。\n召开会议4次。",
    );
  });

  test("只有人才知道的内容留明显的待补标记，不代写", () => {
    expect(report).toContain("【待补：自查工作的组织领导、责任分工和部署情况】");
    expect(report).toContain("【待补：下一步打算】");
    const unknown = composeSelfInspectionReport(scorecard, { kind: "unit", unit: "区教育局" });
    expect(unknown.addressee).toBeUndefined();
  });

  test("单位填报了整改措施、责任人和时限的，照单位填报的写", () => {
    expect(report).toContain("12月20日前补开第四季度会议 | 区应急管理局 | 张三 | 2024年12月20日");
  });

  test("合理缺项单列说明，不算问题扣分", () => {
    expect(report).toContain("党政领导责任 | 4.非煤矿山监管 | 2 | 区应急管理局：本辖区没有非煤矿山企业 | 待核定");
    expect(report).not.toContain("非煤矿山监管：缺");
  });

  test("没有缺项的单位，报告写明未发现扣分问题", () => {
    const months = Array.from(
      { length: 12 },
      (_, index) => `03消防/二、消防责任落实/2.消防安全检查/消防检查记录 2024年${index + 1}月2日.docx`,
    );
    const complete = sampleScorecard({
      files: [...sampleFiles, ...months.filter((path) => !sampleFiles.includes(path))],
      asOf: "2025-01-05",
    });
    const text = paperText(composeSelfInspectionReport(complete, { kind: "unit", unit: "城关街道" }));
    expect(text).toContain("对照评分标准，未发现扣分问题。");
    expect(text).not.toContain("合理缺项分值");
  });

  test("几个单位都可以补上的缺项，写进每个单位的文件", () => {
    for (const unit of ["区消防救援大队", "城关街道"])
      expect(paperText(composeGapPaper(scorecard, { kind: "unit", unit }, ""))).toContain("缺消防检查记录");
  });

  test("对外的报告不写文件名、不写能挽回几分、不写工具里的操作、不写自报偏高", () => {
    for (const { path, compose } of composeAll(scorecard, { evidenceBase: "../evidence" })) {
      if (!path.endsWith("自查报告.docx")) continue;
      expect(textOf(compose()), path).not.toMatch(/挽回|保住|高于佐证材料|疑似材料|\.docx|\.pdf|单位自评表中填报|核对填报数据|补造/);
    }
    expect(paperText(composeGapPaper(scorecard, district, ""))).toMatch(/最多可挽回/);
  });

  test("一份材料也没报的单位，报告开头写明尚未报送，不说已逐条自查", () => {
    const text = paperText(composeSelfInspectionReport(scorecard, { kind: "unit", unit: "区教育局" }));
    expect(text).toContain("截至2024年12月10日，区教育局尚未报送佐证材料和自评表，以下为按未报送情况测算的结果");
    expect(text).not.toContain("逐条开展自查");
    expect(report).toContain("逐条开展自查");
  });

  test("逐条部分只用一句话写扣了几分，缺什么只在第四部分写", () => {
    expect(report.split("缺安委会全体会议纪要1份（2024年第三季度）").length - 1).toBe(1);
    expect(report).toMatch(/存在缺少材料2项.*扣1分.*详见第四部分。/);
  });

  test("扣分原因写明数值、目标值和差多少", () => {
    expect(report).toContain("重大事故隐患整改率93%，低于95%，相差2个百分点，扣1分");
  });

  test("不足一步按一步计的，写明按多少计", () => {
    const returns = { 区应急管理局: { ...sampleReturns.区应急管理局, "S1-03": { facts: { rate: 93.4 } } } };
    const text = workbookText(composeGapWorkbook(sampleScorecard({ returns }), district, ""));
    expect(text).toContain("重大事故隐患整改率93.4%，低于95%，相差1.6个百分点，按2个百分点计");
  });

  test("只等到期的，写含未到期事项，不写待人工评定", () => {
    const june = paperText(composeSelfInspectionReport(sampleScorecard({ asOf: "2024-06-15" }), district));
    expect(june).toMatch(/消防安全检查（3分，自评[\d.—]+分，含未到期事项）/);
  });

  test("折算分的上下限算进了待核定的不涉及时，写明有几条", () => {
    expect(report).toContain("（其中1条不涉及待核定，已计入上下限）");
  });

  test("标题里已有季度的，不再重复写一遍", () => {
    const [first] = scorecard.files;
    if (first === undefined) throw new Error("no file");
    const title = "工作总结（2024年第一季度）";
    const span = { range: { from: day("2024-01-01"), to: day("2024-03-31") }, yearAssumed: false };
    const file = { ...first.mapping.file, title, path: first.mapping.file.path };
    const [admission] = first.admissions;
    if (admission === undefined) throw new Error("no admission");
    const own = { ...first, admissions: [{ ...admission, span }] };
    expect(citeFile(viewOf({ ...scorecard, files: [own] }), admission.link.clause, file)).not.toMatch(/第一季度.*第一季度/);
  });

  test("正文里不出现英文程序用语", () => {
    const papers = composeAll(scorecard, { evidenceBase: "../evidence" }).filter(({ path }) => path.endsWith("自查报告.docx"));
    for (const paper of papers) expect(textOf(paper.compose())).not.toMatch(/[a-z]{3,}/i);
  });
});

describe("对照自查评分说明", () => {
  const { paper, workbook } = composeScoringExplanation(scorecard, district, "../../evidence");

  test("Word和Excel的列次序相同", () => {
    const table = paper.body.find((block) => block.kind === "table");
    const headers = table?.table.columns.map(({ header }) => header);
    expect(headers).toEqual(workbook.sheets[0]?.columns.map(({ header }) => header));
    expect(headers).toEqual("序号·考核项目·考核要点·分值·评分标准·自评分·打分依据·减分原因·整改措施·责任单位·佐证材料".split("·"));
  });

  test("打分依据写明哪条规则用在哪份材料上、扣了多少", () => {
    expect(workbookText(workbook)).toContain(
      "（1）“每少1次扣1分”：安委会全体会议纪要应有4份，已认定2份：《安委会第一次全体会议纪要》（东安委〔2024〕6号，2024年3月5日）",
    );
    expect(workbookText(workbook)).toContain(
      "“每降低1个百分点扣0.5分”：区应急管理局填报“重大事故隐患整改率”为93%，低于95%，相差2个百分点，扣1分。",
    );
  });

  test("佐证材料是能打开文件的链接；几份材料的，打开它们所在的文件夹", () => {
    const targets = (workbook.sheets[0]?.rows ?? []).flatMap(({ cells }) =>
      cells.filter((cell) => cell.kind === "link").map((cell) => cell.target),
    );
    expect(targets).toContain("../../evidence/03消防/二、消防责任落实/1.消防工作方案/消防工作方案 2024年1月15日.docx");
    expect(targets).toContain("../../evidence/01应急局/一、党政领导责任/1.定期研究部署安全生产");
  });

  test("一票否决是否触发没有人填报时，写待确认，不写未触发", () => {
    expect(workbookText(workbook)).toContain("是否触发一票否决待确认");
    const answered = sampleScorecard({
      returns: { 区应急管理局: { ...sampleReturns.区应急管理局, "V1-01": { facts: { accident: false } } } },
    });
    expect(workbookText(composeScoringExplanation(answered, district, "").workbook)).toContain("未触发一票否决");
  });
});

describe("缺项清单", () => {
  const workbook = composeGapWorkbook(scorecard, district, "../../evidence");
  const rows = workbook.sheets[0]?.rows ?? [];
  const column = (name: string): readonly string[] => {
    const index = workbook.sheets[0]?.columns.findIndex(({ header }) => header === name) ?? -1;
    return rows.map(({ cells }) => cellText(cells[index] ?? { kind: "empty" }));
  };

  test("一票否决在最前，其余按影响分值从大到小", () => {
    expect(column("缺项类型")[0]).toBe("一票否决待确认");
    const points = column("影响分值").slice(1).map(Number);
    expect(points).toEqual([...points].sort((a, b) => b - a));
  });

  test("写明缺什么、缺几份、哪一季度，以及怎样挽回多少分", () => {
    expect(workbookText(workbook)).toContain("缺安委会全体会议纪要1份（2024年第三季度），应于2024年9月30日前提交，已逾期");
    expect(workbookText(workbook)).toContain(
      "单位措施：12月20日前补开第四季度会议⏎建议：查找并提交已经形成的安委会全体会议纪要1份（2024年第三季度）；当期确未开展的如实说明，不得事后补造，最多可挽回1分",
    );
  });

  test("没有缺项的，只写未发现缺项，不印空表，也不要求填写", () => {
    const none = composeGapPaper({ ...scorecard, gaps: [], files: [] }, district, "");
    expect(none.body.map(({ kind }) => kind)).toEqual(["paragraph"]);
    expect(paperText(none)).toContain("截至2024年12月10日，未发现缺项。");
    expect(paperText(none)).not.toContain("责任单位填写");
    expect(composeGapPaper(scorecard, district, "").body.map(({ kind }) => kind)).toContain("table");
  });

  test("完成情况只能从未整改、正在整改、已整改中选", () => {
    expect(workbook.sheets[0]?.columns.find(({ header }) => header === "完成情况")?.choices).toEqual(["未整改", "正在整改", "已整改"]);
  });

  test("完成时限不写已经过去的日子", () => {
    const dates = rows.flatMap(({ cells }) => cells.filter((cell): cell is Extract<SheetCell, { kind: "date" }> => cell.kind === "date"));
    expect(dates.length).toBeGreaterThan(0);
    expect(dates.every(({ date }) => date >= "2024-12-10")).toBe(true);
  });

  test("待核实待评定的和尚未到期的分开写，不合成一个数", () => {
    const june = workbookText(composeGapWorkbook(sampleScorecard({ asOf: "2024-06-15" }), district, ""));
    expect(june).toMatch(/待核实和待评定[\d.]+分，尚未到期[\d.]+分/);
    expect(workbookText(workbook)).toContain("待核实和待评定0.5分，尚未到期2.25分");
  });

  test("考核项目封顶后实际扣的比逐项相加的少，两个数都写明", () => {
    const { total } = scorecard;
    const capped = { ...scorecard, total: { ...total, points: { low: total.points.high, high: total.applicable } } };
    expect(workbookText(composeGapWorkbook(capped, district, ""))).toMatch(/逐项相加为[\d.]+分，考核项目封顶后实际扣0分/);
    expect(workbookText(workbook)).not.toContain("逐项相加");
  });

  test("所监管企业的缺项附在监管单位的清单后面，不算监管单位自己的缺项", () => {
    const [own] = scorecard.gaps.filter((gap) => gap.unit === "区应急管理局" && gap.state === "lost");
    if (own === undefined) throw new Error("no gap");
    const supervised = { ...own, unit: "东明燃气有限公司", sharedBy: ["东明燃气有限公司"], supervisors: ["区应急管理局"] };
    const scope = { kind: "unit", unit: "区应急管理局" } as const;
    const withOne = { ...scorecard, gaps: [...scorecard.gaps, supervised] };
    const made = composeGapWorkbook(withOne, scope, "");
    expect(made.sheets.map(({ name }) => name)).toEqual(["缺项清单", "监管企业缺项", "材料问题", "人工核对"]);
    expect(made.sheets[0]?.rows).toHaveLength(composeGapWorkbook(scorecard, scope, "").sheets[0]?.rows.length ?? -1);
    expect(workbookText({ sheets: made.sheets.slice(1, 2) })).toContain("东明燃气有限公司");
    expect(paperText(composeGapPaper(withOne, scope, ""))).toContain("# 附：所监管企业的缺项（1项）");
  });

  test("材料自身的问题另列一张表", () => {
    expect(workbook.sheets[1]?.name).toBe("材料问题");
    expect(workbook.sheets[1]?.rows).toHaveLength(1);
  });
});

describe("得分汇总、目录、材料清单", () => {
  test("每张表的列宽，横放的A4纸一页宽能看清", () => {
    const sheets = composeAll(scorecard, { evidenceBase: "../evidence" }).flatMap(({ path, compose }) => {
      const composed = compose();
      return composed.kind === "workbook"
        ? composed.workbook.sheets.map(({ name, columns }) => ({ name: `${path} ${name}`, columns }))
        : [];
    });
    expect(sheets.length).toBeGreaterThan(10);
    for (const { name, columns } of sheets)
      expect(
        columns.reduce((sum, { width }) => sum + width, 0),
        name,
      ).toBeLessThanOrEqual(165);
  });

  test("合理缺项、一票否决和加分各有交代", () => {
    const summary = workbookText(composeSummary(scorecard));
    expect(summary).toContain("一票否决 | 四、一票否决项 1.重大事故 | 待确认");
    expect(summary).toContain("加分 | 合计（按规定封顶后） | 加1分");
  });

  test("目录列全每一份材料：已对应、待确认、未认领、已忽略", () => {
    const catalogue = composeCatalogue(scorecard, "../evidence");
    expect(catalogue.sheets.map(({ name }) => name)).toEqual(["已对应", "待确认", "未认领", "已忽略"]);
    const cells = catalogue.sheets.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
    const shown = cells.map((cell) => (cell.kind === "link" ? cell.target.replace("../evidence/", "") : cellText(cell)));
    for (const path of sampleFiles) expect(shown).toContain(path);
  });

  test("待确认的材料给出可以直接粘贴的一行，文件名里的引号和反斜杠不会破坏它", () => {
    const [file] = scorecard.files;
    if (file === undefined) throw new Error("no file");
    const hostile = { ...file, mapping: { ...file.mapping, file: { ...file.mapping.file, path: '甲/"乙": \\ #.pdf' } } };
    expect(pinLine(hostile, { clause: "S1-01", evidence: "minutes" })).toBe(
      '- {path: "甲/\\"乙\\": \\\\ #.pdf", clause: "S1-01", evidence: "minutes"}',
    );
  });

  test("材料清单写明频次、应有、已有和尚缺哪一期", () => {
    const text = workbookText(composeChecklist(scorecard, "区应急管理局").workbook);
    expect(text).toContain("安委会全体会议纪要 | 每季度1份 | 4 | 2 | 缺2份：2024年第三季度、第四季度");
    expect(text).toContain("四、一票否决项 1.重大事故 | 是否发生重大事故");
  });
});

describe("scorecard.json", () => {
  const json = composeScorecardJson(scorecard) as Record<string, unknown>;

  test("有约定的各个键，并写明版本", () => {
    expect(json).toMatchObject({
      schema: 1,
      asOf: "2024-12-10",
      criteria: { edition: "初稿", period: { from: "2024-01-01", to: "2024-12-31" } },
    });
    for (const key of ["units", "files", "clauses", "fields", "totals", "gaps"]) expect(json).toHaveProperty(key);
  });

  test("没有文件被漏掉，忽略的也在内", () => {
    const paths = (json["files"] as readonly { path: string }[]).map(({ path }) => path);
    expect([...paths].sort()).toEqual([...sampleFiles].sort());
  });

  test("缺项写明条款、单位、分值、时限和办法", () => {
    const [gap] = (json["gaps"] as readonly { code: string }[]).filter(({ code }) => code === "evidence-missing");
    expect(gap).toMatchObject({ clause: "F1-02", unit: "区消防救援大队", points: 2.5, due: "2024-01-31" });
  });
});

describe("核定与评定", () => {
  test("合理缺项经核定后，各处都写已核定，缺项清单不再列", () => {
    const judgement = {
      clause: "S1-04",
      rules: new Map(),
      exemptions: new Map(),
      notApplicable: true,
      place: pathPlace("judgements.yaml"),
    };
    const confirmed = sampleScorecard({ judgements: [judgement] });
    expect(paperText(composeSelfInspectionReport(confirmed, district))).toContain("本辖区没有非煤矿山企业 | 已核定");
    expect(workbookText(composeGapWorkbook(confirmed, district, ""))).not.toContain("非煤矿山");
  });

  test("人工评定写明评定人和意见", () => {
    const judgement = {
      clause: "S1-01",
      rules: new Map([["r2", thousandths(500)]]),
      exemptions: new Map<string, boolean>(),
      by: "李四",
      note: "纪要缺少请假人员",
      place: pathPlace("judgements.yaml"),
    };
    const judged = sampleScorecard({ judgements: [judgement] });
    expect(paperText(composeScoringExplanation(judged, district, "").paper)).toContain("经李四评定（纪要缺少请假人员），扣0.5分");
  });

  test("考核日期在年中时，后面的季度写未到期，不写扣分", () => {
    const early = sampleScorecard({ asOf: "2024-06-15" });
    expect(early.asOf).toBe(day("2024-06-15"));
    const text = paperText(composeGapPaper(early, district, ""));
    expect(text).not.toContain("缺安委会全体会议纪要");
    expect(text).toContain("安委会全体会议纪要尚有2份未到期（2024年第三季度、第四季度），最早一份应于2024年9月30日前提交");
  });
});

function textOf(document: ComposedDocument): string {
  return document.kind === "paper" ? paperText(document.document) : "";
}
