import { utils, write } from "@e965/xlsx";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readXls } from "../../../src/reading/formats/xls.ts";
import { expectKnownOutcome, mutationsOf, readWith, sample, textsOf } from "./outcomes.ts";

const ledger = sample("ledger.xls");

describe("XLS 与 ET", () => {
  test("逐表逐行读出，日期按年月日，标明工作表和单元格", async () => {
    const result = await readWith(readXls, ledger, "xls");
    expect(textsOf(result)).toEqual(["隐患整改台账", "序号\t点位\t发现日期", "1\t柳树村冷库\t2024-03-15", "填表人：王某"]);
    expect(result.ok && result.extract.blocks.map((block) => block.at)).toEqual([
      { kind: "cell", sheet: "隐患台账", cell: "A1" },
      { kind: "cell", sheet: "隐患台账", cell: "A2" },
      { kind: "cell", sheet: "隐患台账", cell: "A3" },
      { kind: "cell", sheet: "说明", cell: "B2" },
    ]);
  });

  test("系统默认的日期格式也读成年月日，不读成美国写法", async () => {
    const bytes = workbookOf({ 台账: [["日期"], [{ t: "n", v: 45366, z: "m/d/yy" }]] });
    expect(textsOf(await readWith(readXls, bytes, "xls"))).toEqual(["日期", "2024-03-15"]);
  });

  test("超过行数、表数、字数上限的部分不读，并注明", async () => {
    const rows = Array.from({ length: 20 }, (_, i) => [`第${i + 1}行`]);
    const bytes = workbookOf({ 甲: rows, 乙: [["乙表"]], 丙: [["丙表"]] });
    const byRows = await readWith(readXls, bytes, "xls", { rows: 3 });
    expect(textsOf(byRows)).toEqual(["第1行", "第2行", "第3行", "乙表", "丙表"]);
    expect(byRows).toMatchObject({ extract: { cut: true } });
    const bySheets = await readWith(readXls, bytes, "xls", { sheets: 2 });
    expect(textsOf(bySheets)).not.toContain("丙表");
    expect(bySheets).toMatchObject({ extract: { cut: true } });
    expect(textsOf(await readWith(readXls, bytes, "xls", { cells: 5 }))).toHaveLength(5);
    expect(await readWith(readXls, bytes, "xls", { rows: 20 })).not.toHaveProperty("extract.cut");
  });

  test("名为 .xls 的网页表格照样读", async () => {
    const html = "<html><meta charset='utf-8'><table><tr><td>序号</td><td>村名</td></tr><tr><td>1</td><td>柳树村</td></tr></table></html>";
    expect(textsOf(await readWith(readXls, new TextEncoder().encode(html), "xls"))).toEqual(["序号\t村名", "1\t柳树村"]);
  });

  test("加了密码的读不了，说明是密码", async () => {
    const locked = Uint8Array.from(ledger);
    const start =
      Array.from({ length: ledger.length / 512 }, (_, i) => i * 512).find((at) => ledger[at] === 9 && ledger[at + 1] === 8) ?? 0;
    const second = start + 4 + (ledger[start + 2] ?? 0);
    locked.set([0x2f, 0], second);
    expect(await readWith(readXls, locked, "xls")).toEqual({ ok: false, failure: "encrypted" });
  });

  test("空表算没有内容；截断的、不是表格的报损坏", async () => {
    expect(await readWith(readXls, workbookOf({ 空: [[]] }), "xls")).toEqual({ ok: false, failure: "no-content" });
    expect(await readWith(readXls, ledger.slice(0, 2_500), "xls")).toEqual({ ok: false, failure: "damaged" });
    expect(await readWith(readXls, sample("notice.doc"), "xls")).toEqual({ ok: false, failure: "damaged" });
    expect(await readWith(readXls, new TextEncoder().encode("随便一段话"), "xls")).toEqual({ ok: false, failure: "damaged" });
  });

  test("任意字节、改坏的文件，都得到已知的结果", async () => {
    await fc.assert(
      fc.asyncProperty(mutationsOf(ledger), (bytes) => expectKnownOutcome(readXls, bytes, "xls")),
      { numRuns: 300, seed: 9 },
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), (bytes) => expectKnownOutcome(readXls, bytes, "xls")),
      { seed: 10 },
    );
  }, 60_000);
});

function workbookOf(sheets: Readonly<Record<string, readonly (readonly unknown[])[]>>): Uint8Array {
  const workbook = utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  const written: unknown = write(workbook, { type: "array", bookType: "biff8" });
  return written instanceof ArrayBuffer ? new Uint8Array(written) : new Uint8Array();
}
