import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import { readXlsx } from "../../src/reading/formats/xlsx.ts";
import { extractOf, failureOf, oleOf, textsOf, xlsxOf, zipOf } from "./office-files.ts";

const row = (number: number, ...cells: readonly string[]): string =>
  `<row r="${number}">${cells.map((text, index) => `<c r="${"ABCDEFG".charAt(index)}${number}" t="inlineStr"><is><t>${text}</t></is></c>`).join("")}</row>`;

describe("表格", () => {
  test("exceljs 写的台账：标题、表头、日期、百分比、公式的值、格子位置", async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet("隐患台账");
    sheet.mergeCells("A1:D1");
    sheet.getCell("A1").value = "2024年隐患整改台账";
    sheet.addRow(["单位", "检查日期", "整改率", "合计"]);
    sheet.addRow(["河口镇", new Date(Date.UTC(2024, 2, 5)), 0.855, { formula: "1+1", result: 2 }]);
    sheet.getCell("B3").numFmt = "yyyy/m/d";
    sheet.getCell("C3").numFmt = "0.0%";
    sheet.getCell("B5").value = { richText: [{ text: "已" }, { text: "销号", font: { bold: true } }] };
    const { blocks } = await extractOf(readXlsx, new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect(blocks).toEqual([
      { text: "隐患台账", at: { kind: "properties", property: "工作表名" }, role: "heading" },
      { text: "2024年隐患整改台账", at: { kind: "cell", sheet: "隐患台账", cell: "A1" }, role: "title", centred: true },
      { text: "单位\t检查日期\t整改率\t合计", at: { kind: "cell", sheet: "隐患台账", cell: "A2" }, role: "row" },
      { text: "河口镇\t2024-03-05\t85.5%\t2", at: { kind: "cell", sheet: "隐患台账", cell: "A3" }, role: "row" },
      { text: "已销号", at: { kind: "cell", sheet: "隐患台账", cell: "B5" }, role: "row" },
    ]);
  });

  test("日期看格式：年月、时刻、1904 年起算、中文内置格式；数字不变成日期", async () => {
    const formats = ['yyyy"年"m"月"', "h:mm", '0"月"', "[Red]#,##0.00", "[$-804]yyyy/m/d h:mm"];
    const styles = `<styleSheet><numFmts>${formats.map((code, index) => `<numFmt numFmtId="${170 + index}" formatCode="${code.replaceAll('"', "&quot;")}"/>`).join("")}</numFmts><cellXfs><xf numFmtId="0"/>${formats.map((_, index) => `<xf numFmtId="${170 + index}"/>`).join("")}<xf numFmtId="31"/></cellXfs></styleSheet>`;
    const cells = [1, 2, 3, 4, 5, 6].map(
      (style, index) => `<c r="${"ABCDEF".charAt(index)}1" s="${style}"><v>${style === 3 ? 12 : 45356.604166666664}</v></c>`,
    );
    const data = `<row r="1">${cells.join("")}<c r="G1"><v>0.30000000000000004</v></c></row>`;
    const sheets = [{ name: "Sheet1", data }];
    expect(await textsOf(readXlsx, xlsxOf(sheets, { "xl/styles.xml": styles }))).toEqual([
      "2024年3月\t14:30\t12\t45356.6041666667\t2024-03-05 14:30\t2024-03-05\t0.3",
    ]);
    expect((await textsOf(readXlsx, xlsxOf(sheets, { "xl/styles.xml": styles }, '<workbookPr date1904="1"/>')))[0]).toContain("2028年3月");
  });

  test("共享字符串去掉注音，前缀和省略的地址照读", async () => {
    const strings =
      "<x:sst><x:si><x:t>单位</x:t><x:rPh><x:t>dan</x:t></x:rPh></x:si><x:si><x:r><x:t>名</x:t></x:r><x:r><x:t>称_x000D_</x:t></x:r></x:si></x:sst>";
    const data =
      '<x:row><x:c t="s"><x:v>0</x:v></x:c><x:c/><x:c t="s"><x:v>1</x:v></x:c></x:row><x:row><x:c/><x:c t="b"><x:v>1</x:v></x:c></x:row>';
    const { blocks } = await extractOf(readXlsx, xlsxOf([{ name: "Sheet1", data }], { "xl/SharedStrings.xml": strings }));
    expect(blocks.map(({ at, text }) => [at, text])).toEqual([
      [{ kind: "cell", sheet: "Sheet1", cell: "A1" }, "单位\t名称"],
      [{ kind: "cell", sheet: "Sheet1", cell: "B2" }, "TRUE"],
    ]);
  });

  test("隐藏的表放在最后，点出表名，内容照读", async () => {
    const found = await extractOf(
      readXlsx,
      xlsxOf([
        { name: "底稿", state: "hidden", data: row(1, "藏") },
        { name: "Sheet2", data: row(1, "露") },
      ]),
    );
    expect(found.blocks.map((block) => block.text)).toEqual(["露", "底稿", "藏"]);
    expect(found.hiddenSheets).toEqual(["底稿"]);
  });

  test("表、行、格子超过上限就停，并说明", async () => {
    const sheets = [1, 2, 3].map((index) => ({ name: `Sheet${index}`, data: row(1, `${index}a`) + row(2, `${index}b`) }));
    const texts = async (limits: object) => {
      const found = await extractOf(readXlsx, xlsxOf(sheets), limits);
      return [found.blocks.map((block) => block.text), found.cut];
    };
    expect(await texts({ sheets: 2 })).toEqual([["1a", "1b", "2a", "2b"], true]);
    expect(await texts({ rows: 1 })).toEqual([["1a", "2a", "3a"], true]);
    expect(await texts({ cells: 3 })).toEqual([["1a", "1b", "2a"], true]);
  });

  test("六万多张表的工作簿只看上限以内的", async () => {
    const list = Array.from({ length: 65_535 }, (_, index) => `<sheet name="s${index}" r:id="a"/>`).join("");
    const bytes = zipOf({
      "xl/workbook.xml": `<workbook><sheets>${list}</sheets></workbook>`,
      "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="a" Target="/xl/worksheets/sheet1.xml"/></Relationships>',
      "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${row(1, "字")}</sheetData></worksheet>`,
    });
    const found = await extractOf(readXlsx, bytes);
    expect([found.cut, found.blocks.length]).toEqual([true, 600]);
  });

  test("没看完的部分可能有字，就不说没有内容", async () => {
    const sheets = [
      { name: "Sheet1", data: "" },
      { name: "Sheet2", data: row(1, "字") },
    ];
    expect(await failureOf(readXlsx, xlsxOf(sheets), { sheets: 1 })).toBe("too-large");
  });

  test("带宏要说；只有图片算扫描；空表、加密、二进制工作簿各有说法", async () => {
    const sheet = [{ name: "Sheet1", data: row(1, "字") }];
    const empty = [{ name: "Sheet1", data: "" }];
    expect((await extractOf(readXlsx, xlsxOf(sheet, { "xl/vbaProject.bin": "x" }))).macros).toBe(true);
    expect((await extractOf(readXlsx, xlsxOf(empty, { "xl/media/image1.png": "x" }))).picturePages).toBe(1);
    expect(await failureOf(readXlsx, xlsxOf(empty))).toBe("no-content");
    expect(await failureOf(readXlsx, oleOf(["EncryptedPackage"]))).toBe("encrypted");
    expect(await failureOf(readXlsx, zipOf({ "xl/workbook.bin": "x" }))).toBe("unsupported");
  });
});
