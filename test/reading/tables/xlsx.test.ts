import { describe, expect, test } from "vitest";
import { xlsxOf } from "../office-files.ts";
import { documentOf, drawn, source, tablesOf } from "./drawn.ts";

const styled = (...formats: readonly string[]): Readonly<Record<string, string>> => ({
  "xl/styles.xml": `<styleSheet><numFmts>${formats.map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${code.replaceAll('"', "&quot;")}"/>`).join("")}</numFmts><cellXfs>${formats.map((_, index) => `<xf numFmtId="${200 + index}"/>`).join("")}</cellXfs></styleSheet>`,
});

async function shown(format: string, value: string): Promise<string | undefined> {
  const document = await documentOf(
    xlsxOf([{ name: "表", data: `<row r="1"><c r="A1" s="0"><v>${value}</v></c></row>` }], styled(format)),
    "x.xlsx",
  );
  return drawn(tablesOf(document)[0])[0]?.[0];
}

async function table(data: string, after = "", properties = ""): Promise<readonly (readonly string[])[]> {
  return drawn(tablesOf(await documentOf(xlsxOf([{ name: "表", data, after }], {}, properties), "x.xlsx"))[0]);
}

const words = (address: string, text: string): string => `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;

describe("细则工作簿", () => {
  test("合并的格只出现一次，写明占几行几列，位置是左上角的单元格", async () => {
    const [sheet] = tablesOf(await source("03两行表头", "考评表.xlsx"));
    expect(drawn(sheet).slice(1, 5)).toEqual([
      ["考评要素 1×2", "标准分值 2×1", "考评要点 2×1", "评分标准 2×1", "考评方式 2×1", "评分结果 1×2"],
      ["一级要素", "二级要素", "扣分说明", "得分"],
      [
        "一、体系建设\n(30分) 3×1",
        "（一）组织机构\n(20分) 2×1",
        "10",
        "成立应急管理委员会，每半年召开1次会议",
        "未成立的，扣10分；会议每少1次扣3分",
        "查阅文件",
      ],
      ["10", "设立应急管理办公室，配备3名以上人员", "未设立的，扣10分；人员每少1人扣3分", "查阅文件"],
    ]);
    expect(sheet?.width).toBe(8);
    expect(sheet?.rows[2]?.[2]).toMatchObject({ row: 3, column: 7, at: { kind: "cell", sheet: "镇街考核", cell: "G3" } });
  });

  test("数按表上显示的样子读", async () => {
    expect(await shown("0.00", "2.5")).toBe("2.50");
    expect(await shown("0.0", "24.75")).toBe("24.8");
    expect(await shown("0.0", "100.05")).toBe("100.1");
    expect(await shown("General", "0.30000000000000004")).toBe("0.3");
    expect(await shown("General", "0.5")).toBe("0.5");
    expect(await shown("0%", "0.95")).toBe("95%");
    expect(await shown("0.0%", "0.1234")).toBe("12.3%");
    expect(await shown("#,##0.00", "1234567.5")).toBe("1,234,567.50");
    expect(await shown('0.0"分"', "2")).toBe("2.0分");
    expect(await shown("0.00", "-0.001")).toBe("0.00");
    expect(await shown("0.0_);(0.0)", "-0.5")).toBe("(0.5)");
    expect(await shown('yyyy"年"m"月"d"日"', "45356")).toBe("2024年3月5日");
  });

  test("公式里能验算的合计与存的数不符，标明可能是旧数；没有存数的标明没有", async () => {
    const rows = (total: string): string =>
      `<row r="1"><c r="A1"><v>4</v></c></row><row r="2"><c r="A2"><v>6</v></c></row><row r="3"><c r="A3"><f>SUM(A1:A2)</f>${total}</c></row>`;
    expect(await table(rows("<v>10</v>"))).toEqual([["4"], ["6"], ["10"]]);
    expect(await table(rows("<v>9</v>"))).toEqual([["4"], ["6"], ["9 stale"]]);
    expect(await table(rows(""))).toEqual([["4"], ["6"], [" missing"]]);
    expect(
      await table(
        `<row r="1"><c r="A1"><f>A2+A3</f><v>5</v></c></row><row r="2"><c r="A2"><v>2</v></c></row><row r="3"><c r="A3"><v>2</v></c></row>`,
      ),
    ).toEqual([["5 stale"], ["2"], ["2"]]);
  });

  test("引用别的工作簿的公式可能是旧数；算不了的公式只在手动计算时标明", async () => {
    const look = `<row r="1"><c r="A1"><f>[1]去年!B2</f><v>5</v></c><c r="B1"><f>ROUND(C1,1)</f><v>2.5</v></c></row>`;
    expect(await table(look)).toEqual([["5 stale", "2.5"]]);
    expect(await table(look, "", '<calcPr calcMode="manual"/>')).toEqual([["5 stale", "2.5 stale"]]);
  });

  test("带格式的文字连成一句，格里的换行保留", async () => {
    const rich =
      '<sst><si><r><t>未制定的，</t></r><r><rPr><b/></rPr><t>扣1分</t></r><rPh sb="0"><t>wei</t></rPh></si><si><t xml:space="preserve">第一行_x000D_\n第二行</t></si></sst>';
    const document = await documentOf(
      xlsxOf([{ name: "表", data: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>' }], {
        "xl/sharedStrings.xml": rich,
      }),
      "x.xlsx",
    );
    expect(drawn(tablesOf(document)[0])).toEqual([["未制定的，扣1分", "第一行\n第二行"]]);
  });

  test("隐藏的行、列、工作表不读，逐一写明；单元格地址仍是表上的", async () => {
    const document = await source("14负分零分和隐藏行列", "扣分项目.xlsx");
    const [sheet] = tablesOf(document);
    expect(sheet?.width).toBe(5);
    expect(drawn(sheet).map((row) => row[1])).toEqual([
      "考核指标",
      "市政设施完好率",
      "重大舆情处置",
      "违规占道施工",
      "市容环境卫生",
      "达标率",
    ]);
    expect(sheet?.rows.at(-1)?.[0]).toMatchObject({ row: 6, at: { cell: "A7" } });
    expect(document.notes).toEqual([
      { kind: "hidden-rows", sheet: "扣分项目", rows: [6] },
      { kind: "hidden-columns", sheet: "扣分项目", columns: ["F"] },
    ]);
    expect((await source("12一个领域一张工作表", "细则.xlsx")).notes).toEqual([{ kind: "hidden-sheet", sheet: "2023年旧表" }]);
  });

  test("筛选藏起来的行照读，并写明", async () => {
    const data = `<row r="1">${words("A1", "内容")}</row><row r="2" hidden="1">${words("A2", "筛掉的")}</row><row r="3">${words("A3", "留下的")}</row><row r="5" hidden="1">${words("A5", "藏起的")}</row>`;
    const filter = '<autoFilter ref="A1:A3"><filterColumn colId="0"><filters><filter val="留下的"/></filters></filterColumn></autoFilter>';
    const document = await documentOf(xlsxOf([{ name: "表", data, after: filter }]), "x.xlsx");
    expect(drawn(tablesOf(document)[0])).toEqual([["内容"], ["筛掉的"], ["留下的"]]);
    expect(document.notes).toEqual([
      { kind: "hidden-rows", sheet: "表", rows: [5] },
      { kind: "filtered-rows", sheet: "表", rows: [2] },
    ]);
  });

  test("合并区的左上角被隐藏，文字仍在看得见的那一格，占的行数只数看得见的", async () => {
    const data = `<row r="1" hidden="1">${words("A1", "一、责任")}${words("B1", "旧")}</row><row r="2">${words("B2", "甲")}</row><row r="3">${words("B3", "乙")}</row>`;
    expect(await table(data, '<mergeCells><mergeCell ref="A1:A3"/></mergeCells>')).toEqual([["一、责任 2×1", "甲"], ["乙"]]);
  });

  test("合并到工作表底的格只占到表尾，远处的孤格不把表拉长", async () => {
    const data = `<row r="1">${words("A1", "章")}${words("B1", "甲")}</row><row r="2">${words("B2", "乙")}</row><row r="90000">${words("B90000", "备注")}</row>`;
    const rows = await table(data, '<mergeCells><mergeCell ref="A1:A1048576"/></mergeCells>');
    expect(rows[0]?.[1]).toBe("甲");
    expect(rows.at(-1)).toEqual(["备注"]);
    const apart = await table(`<row r="1">${words("A1", "甲")}</row><row r="90000">${words("A90000", "乙")}</row>`);
    expect(apart).toHaveLength(12);
  });

  test("没写地址的格按先后排", async () => {
    expect(await table('<row><c><v>1</v></c><c t="inlineStr"><is><t>甲</t></is></c></row><row><c><v>2</v></c></row>')).toEqual([
      ["1", "甲"],
      ["2"],
    ]);
  });
});
