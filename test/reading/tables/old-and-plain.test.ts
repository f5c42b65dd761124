import { describe, expect, test } from "vitest";
import { sample } from "../formats/outcomes.ts";
import { documentOf, drawn, paragraphsOf, source, tablesOf } from "./drawn.ts";

const at = (row: number, column: number) => ({ kind: "table-cell", table: 1, row, column });
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("旧格式和文本的细则", () => {
  test("旧版 Word 的表按格读，合并的格写明占几行", async () => {
    const document = await source("16旧版Word", "考评表.doc");
    expect(paragraphsOf(document)).toEqual([
      "大山县森林防灭火工作县直部门考评表",
      "说明：县直部门得分＝本表得分×70%＋包保乡镇平均分×30%。",
    ]);
    const [only] = tablesOf(document);
    expect(drawn(only)).toEqual([
      ["检查考评项目", "分值", "检查考评标准", "检查考评方法", "得分"],
      ["一、林火控制指标 2×1", "40", "森林火灾受害率不超过0.8‰，超过的不得分。", "以县林业局统计数据为准", ""],
      ["10", "发生责任性火灾的，每起扣5分，扣完为止。", "以县公安局通报为准", ""],
      ["二、防控能力 2×1", "30", "未组建专业扑火队的，不得分；队员少于30人的，每少1人扣1分。", "查阅名册，实地点验", ""],
      ["20", "扑火机具未按标准配备的，每缺1台（套）扣0.5分。", "实地抽查", ""],
      ["合计", "100", "", "", ""],
    ]);
    expect(only?.rows[2]?.[0]?.at).toEqual({ kind: "table-cell", table: 1, row: 3, column: 2 });
  });

  test("旧版 Word 的表横向合并，修订按接受以后的读，自动编号读不出就写明有几处", async () => {
    const document = await documentOf(sample("criteria-edited.doc"), "细则.doc");
    expect(drawn(tablesOf(document)[0])).toEqual([
      ["一、汛前准备（20分） 1×4"],
      ["", "检查", "10", "未检查的，扣4分"],
      ["", "演练", "10", "未演练的，不得分"],
      ["合计 1×2", "20", ""],
    ]);
    expect(document.notes).toEqual([
      { kind: "tracked-changes", count: 4, places: [at(2, 3), at(2, 4)] },
      { kind: "automatic-numbers", count: 2, places: [at(2, 1), at(3, 1)] },
    ]);
  });

  test("旧版 Excel 的表：合并、公式、第三行的表头", async () => {
    const [sheet] = tablesOf(await source("10表头在第三行旧版Excel", "评分表.xls"));
    expect(drawn(sheet).slice(2)).toEqual([
      ["序号", "项目", "内容", "标准分", "评分标准", "自测评分", "评审得分"],
      ["1 3×1", "责任体系 3×1", "签订年度目标责任书", "5", "未签订的不得分"],
      ["分管领导定期听取汇报", "5", "每季度至少1次，每少1次扣1分"],
      ["小计", "10"],
      ["2 3×1", "监督检查 3×1", "行业领域检查全覆盖", "12", "覆盖面低于80%的，每降低1个百分点扣1分"],
      ["重大隐患闭环管理", "8", "未闭环的，每处扣4分"],
      ["小计", "20"],
      ["总计 1×3", "30"],
    ]);
    expect(sheet?.rows[4]?.[0]?.at).toEqual({ kind: "cell", sheet: "部门考核", cell: "C5" });
  });

  test("旧版 Excel 里隐藏的行、列、工作表同样不读，数按显示的读", async () => {
    const document = await documentOf(sample("criteria-hidden.xls"), "细则.xls");
    expect(tablesOf(document).map(drawn)).toEqual([
      [
        ["项目", "分值"],
        ["检查", "2.50"],
        ["合格率", "95%"],
      ],
    ]);
    expect(document.notes).toEqual([
      { kind: "hidden-rows", sheet: "细则", rows: [3] },
      { kind: "hidden-columns", sheet: "细则", columns: ["B"] },
      { kind: "hidden-sheet", sheet: "旧表" },
    ]);
  });

  test("逗号分隔的表：国标编码，带引号的格里有换行、逗号和引号", async () => {
    const [only] = tablesOf(await source("17逗号分隔国标编码", "考核标准.csv"));
    expect(drawn(only).slice(2)).toEqual([
      ["2", "开展集中宣传咨询", "20", "未开展的不得分\n参加人数不足,每少1人扣0.5分", "区委宣传部"],
      ["3", '开展"隐患随手拍"', "20", "每报送1条得2分，计满20分为止", "各镇街"],
    ]);
    expect(only?.rows[3]?.[2]?.at).toEqual({ kind: "table-cell", table: 1, row: 4, column: 3 });
  });

  test("网页另存的 xls：rowspan 和 colspan 就是合并", async () => {
    const [only] = tablesOf(await source("21网页另存为xls", "指标.xls"));
    expect(drawn(only)).toEqual([
      ["2024年城市运行安全考核指标 1×5"],
      ["考核指标", "考核内容", "基础分", "评分标准", "佐证材料"],
      ["燃气安全（20分） 2×1", "入户安检", "12", "安检率低于95%的，\n每低1个百分点扣1分", "安检台账"],
      ["瓶装液化气", "8", "违规经营未查处的，每起扣2分", "执法文书"],
      ["电梯安全（10分）", "定期检验", "10", "超期未检的，每台扣0.5分", "检验报告"],
      ["合计 1×2", "30", "", ""],
    ]);
    expect(only?.rows[3]?.[0]?.column).toBe(2);
  });

  test("网页的标题带级别，表前表后的话是段落", async () => {
    const document = await documentOf(
      bytes(
        "<html><body><h2>一、会议（5分）</h2><p>扣完为止</p><table><tr><td>甲<table><tr><td>乙</td><td>丙</td></tr></table></td></tr></table>尾</body></html>",
      ),
      "a.html",
    );
    expect(document.parts).toMatchObject([
      { text: "一、会议（5分）", level: 2 },
      { text: "扣完为止" },
      { kind: "table" },
      { text: "尾", at: { paragraph: 3 } },
    ]);
    expect(drawn(tablesOf(document)[0])).toEqual([["甲\n乙\t丙"]]);
  });

  test("纯文本逐行是段，位置是第几行", async () => {
    const document = await documentOf(bytes("一、会议（5分）\r\n\r\n1.每季度1次，5分。"), "细则.txt");
    expect(document.parts).toEqual([
      { kind: "paragraph", text: "一、会议（5分）", at: { kind: "line", line: 1 } },
      { kind: "paragraph", text: "1.每季度1次，5分。", at: { kind: "line", line: 3 } },
    ]);
  });
});
