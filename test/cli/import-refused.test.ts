import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { main } from "../../src/cli/main.ts";
import { clauses, head, line, sheetFile, text, title, wordFile, wordRow, wordTable } from "../criteria/import/source-files.ts";
import { docxOf, oleOf, xlsxOf, zipOf } from "../reading/office-files.ts";
import { recordingEnvironment } from "../recording-environment.ts";

const folder = mkdtempSync(join(tmpdir(), "yingkao-import-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const source = (path: string): Uint8Array => readFileSync(resolve(import.meta.dirname, "../../fixtures/sources", path));
const cut = (path: string): Uint8Array => source(path).subarray(0, 1500);
const bytes = (words: string): Uint8Array => new TextEncoder().encode(words);

const twice = (second: string): readonly (readonly string[])[] => [
  head,
  ["1", "建立会议制度", second, "未建立的，扣1分", "县应急局"],
  [...clauses[1]],
];
const wordTwice =
  wordTable(...twice("4").map((row) => wordRow(...row))) + line(text("修改稿")) + wordTable(...twice("5").map((row) => wordRow(...row)));
const row = (number: number): string =>
  `<row r="${number}">${["A", "B", "C", "D"].map((column) => `<c r="${column}${number}" t="inlineStr"><is><t>开展检查${number}</t></is></c>`).join("")}</row>`;
const manyRows = (count: number): string => Array.from({ length: count }, (_, index) => row(index + 1)).join("");

/** File name, its bytes, and what a clerk must be told: what is wrong, where, what to do next. */
const refused: readonly (readonly [string, Uint8Array, ...(readonly RegExp[])])[] = [
  ["没有表的公文.docx", docxOf(line(text("各单位要高度重视，抓好落实。"))), /没有找到评分表，也没有找到带分值的条目/u],
  [
    "花名册.xlsx",
    sheetFile([
      ["姓名", "职务", "电话"],
      ["张三", "科长", "1"],
    ]),
    /没有找到评分表：细则!A1 的表头是「姓名」、「职务」、「电话」/u,
  ],
  [
    "没有分值.xlsx",
    sheetFile([
      ["序号", "考核内容", "评分标准"],
      ["1", "会议", "视情况评定"],
      ["2", "排查", "视情况评定"],
    ]),
    /细则!A1 的表没有分值/u,
    /加上“分值”一栏/u,
  ],
  ["加密.xlsx", oleOf(["EncryptedPackage", "EncryptionInfo"]), /加了密码/u, /取消密码后另存/u],
  ["加密.docx", oleOf(["EncryptedPackage", "EncryptionInfo"]), /加了密码/u],
  ["切断.xlsx", cut("09自评表牵头配合/自评表.xlsx"), /已经损坏/u, /重新要一份/u],
  ["切断.docx", cut("01五列逐项扣分/细则.docx"), /已经损坏/u],
  ["切断.doc", cut("16旧版Word/考评表.doc"), /已经损坏/u],
  ["切断.xls", cut("10表头在第三行旧版Excel/评分表.xls"), /已经损坏/u],
  ["零字节.xlsx", new Uint8Array(), /文件是空的/u],
  ["零字节.csv", new Uint8Array(), /文件是空的/u],
  ["空白.docx", docxOf(line(text(" "))), /文件里没有内容/u],
  ["空表.xlsx", xlsxOf([{ name: "细则", data: "" }]), /文件里没有内容/u],
  ["只有隐藏的工作表.xlsx", xlsxOf([{ name: "细则", state: "hidden", data: row(1) }]), /工作表都是隐藏的/u],
  ["扫描件.pdf", bytes("%PDF-1.7\n"), /PDF里的表不能保证读全/u, /请先转成 Word/u],
  ["照片.png", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), /这是图片/u],
  ["压缩包.zip", zipOf({ "a.txt": "x" }), /这种文件不能导入/u],
  ["二进制.xlsb", zipOf({ "[Content_Types].xml": "<Types/>", "xl/workbook.bin": "x" }), /请另存为 \.xlsx/u],
  ["二十万行.xlsx", xlsxOf([{ name: "台账", data: manyRows(200_000) }]), /工作表“台账”.*200000行/u, /只留下细则的表格/u],
  [
    "六千行.xlsx",
    sheetFile([head, ...Array.from({ length: 6000 }, (_, index) => [String(index), "排查", "1", "扣1分", "县局"])]),
    /细则!A1 的表有 6001 行，超过 5000 行/u,
  ],
  ["二十万行.csv", bytes("1,排查,1\n".repeat(200_000)), /有200000行/u],
  ["两稿在一份文件里.docx", wordFile(wordTwice), /第 1 张（表1第1行第1列.*第 2 张（表2第1行第1列/u, /--table 1、--table 2/u],
  ["单位得分表.xlsx", source("25指标在表头里/得分表.xlsx"), /没有找到评分表：得分表!A1/u],
  ["两张工作表.xlsx", source("18两张都像细则/两稿.xlsx"), /第 1 张（工作表「细则（征求意见稿）」/u, /--sheet 细则（修改稿）/u],
];

async function run(...argv: readonly string[]) {
  const { environment, printed, complained } = recordingEnvironment(folder);
  const code = await main(["criteria", "import", ...argv], environment);
  return { code, printed: printed(), complained: complained() };
}

describe("读不成的细则", () => {
  test.each(refused.map(([name, content, ...words]) => ({ name, content, words })))(
    "$name：说清楚缘由，什么也不写，已有的细则一个字不动",
    async ({ name, content, words }) => {
      writeFileSync(join(folder, name), content);
      const before = readdirSync(folder);
      const fresh = await run(name, "-o", "新建/细则.yaml");
      expect(fresh.code).toBe(2);
      expect(fresh.printed).toBe("");
      for (const pattern of words) expect(fresh.complained).toMatch(pattern);
      expect(fresh.complained).toMatch(/\n {2}→ .{4,}/u);
      expect(fresh.complained).toContain("没有写出任何文件");
      expect(fresh.complained).not.toMatch(/\bat \S+:\d+|Error:/u);
      expect(readdirSync(folder)).toEqual(before);
      writeFileSync(join(folder, "已有.yaml"), "title: 人写的\n");
      expect((await run(name, "-o", "已有.yaml", "--force")).code).toBe(2);
      expect((await run(name, "-o", "已有.yaml", "--update")).code).toBe(2);
      expect(readFileSync(join(folder, "已有.yaml"), "utf8")).toBe("title: 人写的\n");
    },
    30_000,
  );
});

describe("写不成的细则", () => {
  const good = join(folder, "好.xlsx");
  writeFileSync(good, sheetFile([[title], head, ...clauses]));
  writeFileSync(join(folder, "文件"), "");
  mkdirSync(join(folder, "文件夹.yaml"));

  test.each([
    ["上层是文件", ["好.xlsx", "-o", "文件/细则.yaml"], /「文件\/细则\.yaml」：上层是同名的文件，不是文件夹/u],
    ["是文件夹", ["好.xlsx", "-o", "文件夹.yaml", "--force"], /「文件夹\.yaml」.*它是文件夹/u],
    ["是原件自己", ["好.xlsx", "-o", "./好.xlsx", "--force"], /「好\.xlsx」是要导入的原件/u],
    ["不是 .yaml", ["好.xlsx", "-o", "细则.docx", "--force"], /-o 不能写「细则\.docx」/u],
    ["原件是文件夹", ["文件夹.yaml", "-o", "细则.yaml"], /读不了文件「文件夹\.yaml」：它是文件夹/u],
    ["没有原件", ["没有.xlsx", "-o", "细则.yaml"], /没有文件「没有\.xlsx」/u],
    ["--update 又 --force", ["好.xlsx", "-o", "已有.yaml", "--update", "--force"], /--update.*--force|--force.*--update/u],
  ])("%s：说清楚，原件和别的文件不动", async (_, argv, words) => {
    const before = readFileSync(good);
    const { code, complained } = await run(...argv);
    expect(code).toBe(2);
    expect(complained).toMatch(words);
    expect(readFileSync(good).equals(before)).toBe(true);
    expect(readdirSync(folder)).not.toContain("细则.yaml");
    expect(readdirSync(folder)).not.toContain("细则.docx");
  });

  test("人改过的细则，不写 --force、--update 就不覆盖", async () => {
    expect((await run("好.xlsx", "-o", "我的.yaml")).code).toBe(0);
    const edited = `${readFileSync(join(folder, "我的.yaml"), "utf8")}# 人加的\n`;
    writeFileSync(join(folder, "我的.yaml"), edited);
    const { code, complained } = await run("好.xlsx", "-o", "我的.yaml");
    expect([code, complained]).toEqual([2, expect.stringMatching(/「我的\.yaml」已经有了，没有覆盖[\s\S]*加 --update[\s\S]*加 --force/u)]);
    expect(readFileSync(join(folder, "我的.yaml"), "utf8")).toBe(edited);
  });

  test("没有写权限的文件夹", { skip: process.getuid?.() === 0 || process.platform === "win32" }, async () => {
    mkdirSync(join(folder, "只读"), { mode: 0o555 });
    const { code, complained } = await run("好.xlsx", "-o", "只读/细则.yaml");
    expect([code, complained]).toEqual([2, expect.stringContaining("没有权限")]);
    expect(readdirSync(join(folder, "只读"))).toEqual([]);
  });
});
