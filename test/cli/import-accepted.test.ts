import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { main } from "../../src/cli/main.ts";
import {
  clauses,
  head,
  line,
  merged,
  rowsXml,
  sheetFile,
  text,
  title,
  wordCell,
  wordFile,
  wordRow,
  wordTable,
} from "../criteria/import/source-files.ts";
import { sample } from "../reading/formats/outcomes.ts";
import { xlsxOf } from "../reading/office-files.ts";
import { recordingEnvironment } from "../recording-environment.ts";

const folder = mkdtempSync(join(tmpdir(), "yingkao-import-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Imports and lints; gives the terminal and the YAML. */
async function imported(name: string, content: Uint8Array | string): Promise<{ readonly terminal: string; readonly yaml: string }> {
  writeFileSync(join(folder, name), content);
  const { environment, printed, complained } = recordingEnvironment(folder);
  const code = await main(["criteria", "import", name, "-o", `${name}.yaml`], environment);
  expect([code, complained()]).toEqual([0, ""]);
  const lint = recordingEnvironment(folder);
  expect(await main(["criteria", "lint", `${name}.yaml`], lint.environment)).toBe(0);
  return { terminal: printed(), yaml: readFileSync(join(folder, `${name}.yaml`), "utf8") };
}

/** What is doubtful stands on the terminal (`  place：words`) and in the file (`# 待核对：words（place）`). */
function expectDoubt({ terminal, yaml }: Awaited<ReturnType<typeof imported>>, place: string, words: string): void {
  const onTerminal = terminal.split("\n").filter((each) => each.includes(words));
  expect(onTerminal.join("\n")).toMatch(new RegExp(`^ {2}${place}(?:（S\\d+-\\d+）)?：`, "mu"));
  const inFile = yaml.split("\n").filter((each) => each.includes("# 待核对：") && each.includes(words));
  expect(inFile).toHaveLength(onTerminal.length);
  if (place !== "全文") expect(inFile.join("\n")).toMatch(new RegExp(`（${place}）$`, "mu"));
}

const sheet = (rows: Parameters<typeof sheetFile>[0], after = ""): Uint8Array => sheetFile([[title], head, ...rows], after);
const [first, second] = clauses;

describe("公式", () => {
  const formula = (inner: string, type?: string) => [
    "1",
    "建立会议制度",
    type === undefined ? { inner } : { inner, type },
    ...first.slice(3),
  ];

  test("没有存结果的分值写 0 分，只说一次", async () => {
    const read = await imported("没存结果.xlsx", sheet([formula("<f>B9*2</f>"), second]));
    expectDoubt(read, "细则!C3", "分值是公式，文件里没有存结果，暂写 0 分");
    expect(read.terminal.match(/细则!C3/gu)).toHaveLength(1);
    expect(read.terminal).not.toContain("没有找到分值");
  });
  test("存的结果可能是旧的，照读并说明", async () => {
    const read = await imported(
      "旧结果.xlsx",
      sheet([formula("<f>SUM(C9:C10)</f><v>4</v>"), second, ["合计", "", { inner: "<f>SUM(C3:C4)</f><v>9</v>" }]]),
    );
    expectDoubt(read, "细则!C3", "存的结果「4」可能是旧的");
    expectDoubt(read, "细则!C5", "存的结果「9」可能是旧的");
    expect(read.yaml).toContain("points: 4\n");
  });
  test("算不出来的（#REF!），分值写 0 分；在别的格里照录并说明", async () => {
    const broken = ["2", "开展隐患排查", "6", { inner: "<f>X9</f><v>#N/A</v>", type: "e" }, "县住建局"];
    const read = await imported("错误值.xlsx", sheet([formula("<f>#REF!+1</f><v>#REF!</v>", "e"), broken]));
    expectDoubt(read, "细则!C3", "显示「#REF!」，暂写 0 分");
    expectDoubt(read, "细则!D4", "公式算不出来，显示「#N/A」");
  });
  test("章的一行里的公式也说", async () => {
    const rows = [
      [title],
      ["序号", "考核内容", "分值", "评分标准"],
      ["一", "一、组织领导", { inner: "<f>[1]去年!B2</f><v>10</v>" }],
      ["1", "建立会议制度", "4", "未建立的，扣1分"],
      ["2", "开展隐患排查", "6", "未开展排查的，扣2分"],
    ];
    expectDoubt(await imported("章的公式.xlsx", sheetFile(rows)), "细则!C3", "存的结果「10」可能是旧的");
  });
});

describe("藏起来的、表外的", () => {
  test("隐藏的行、列、工作表没有读，筛选掉的行读了", async () => {
    const rows = [[title], head, first, second, ["3", "停用的", "1", "扣1分", "县局"], ["4", "作废的", "1", "扣1分", "县局"]];
    const filter = '<autoFilter ref="A2:E4"><filterColumn colId="0"><filters><filter val="1"/></filters></filterColumn></autoFilter>';
    const file = xlsxOf([
      { name: "细则", data: rowsXml(rows, [4, 6]), after: filter },
      { name: "旧表", state: "hidden", data: rowsXml(rows) },
    ]);
    const read = await imported("藏起来的.xlsx", file);
    expectDoubt(read, "细则!A6", "隐藏的行没有读：第 6 行");
    expectDoubt(read, "细则!A4", "筛选掉的行也读了：第 4 行");
    expectDoubt(read, "工作表「旧表」", "隐藏的工作表没有读");
    expect(read.yaml).toContain("开展隐患排查");
    expect(read.yaml).not.toContain("作废的");
  });

  test("图片、文本框、批注说明在哪一格、批注写的什么", async () => {
    const anchor = (row: number, inner: string) =>
      `<xdr:twoCellAnchor><xdr:from><xdr:col>3</xdr:col><xdr:row>${row}</xdr:row></xdr:from>${inner}</xdr:twoCellAnchor>`;
    const file = xlsxOf([{ name: "细则", data: rowsXml([[title], head, ...clauses]) }], {
      "xl/worksheets/_rels/sheet1.xml.rels":
        '<Relationships><Relationship Id="r1" Target="../drawings/drawing1.xml"/><Relationship Id="r2" Target="/xl/comments1.xml"/></Relationships>',
      "xl/drawings/drawing1.xml": `<xdr:wsDr>${anchor(3, "<xdr:pic/>")}${anchor(8, "<xdr:sp><a:t>加分另计</a:t></xdr:sp>")}${anchor(9, "<xdr:sp/>")}</xdr:wsDr>`,
      "xl/media/image1.png": "x",
      "xl/comments1.xml":
        '<comments><commentList><comment ref="C3"><text><r><t>分值</t></r><r><t>待定</t></r></text></comment></commentList></comments>',
    });
    const read = await imported("有图有批注.xlsx", file);
    expectDoubt(read, "细则!D4", "有 1 张图片，里面的字没有读");
    expectDoubt(read, "细则!D9", "有 1 个文本框没有读：「加分另计」");
    expectDoubt(read, "细则!C3", "有 1 条批注没有读：「分值待定」");
  });

  test("Word 的修订、脚注、批注、图片说明在哪一格", async () => {
    const edited = wordCell(line(`<w:ins>${text("未建立的，扣1分")}</w:ins><w:del><w:r><w:delText>扣2分</w:delText></w:r></w:del>`));
    const noted = wordCell(line(`${text("6")}<w:r><w:footnoteReference w:id="2"/></w:r>`));
    const seen = wordCell(
      line(`${text("开展隐患排查")}<w:r><w:commentReference w:id="0"/></w:r><w:r><w:drawing><a:blip/></w:drawing></w:r>`),
    );
    const table = wordTable(
      wordRow(...head),
      wordRow("1", "建立会议制度", "4", edited, "县应急局"),
      wordRow("2", seen, noted, "未开展排查的，扣2分", "县住建局"),
    );
    const note = (kind: string, id: number, words: string) =>
      `<w:${kind}s><w:${kind} w:id="${id}">${line(text(words))}</w:${kind}></w:${kind}s>`;
    const read = await imported(
      "修订.docx",
      wordFile(table, { "word/footnotes.xml": note("footnote", 2, "矿山另加2分"), "word/comments.xml": note("comment", 0, "请住建局核") }),
    );
    expectDoubt(read, "表1第2行第4列", "有 2 处修订没有接受，按全部接受读");
    expectDoubt(read, "表1第3行第3列", "有 1 条脚注没有读：「矿山另加2分」");
    expectDoubt(read, "表1第3行第2列", "有 1 条批注没有读：「请住建局核」");
    expectDoubt(read, "表1第3行第2列", "有 1 张图片");
    expect(read.yaml).toContain("standard: 未建立的，扣1分\n");
  });
});

describe("旧格式", () => {
  test("旧版 Word 的修订、图片、自动编号说明在哪一格", async () => {
    const read = await imported("旧.doc", sample("criteria-marks.doc"));
    expectDoubt(read, "表1第2行第4列", "有 2 处修订没有接受，按全部接受读");
    expectDoubt(read, "表1第3行第2列", "有 1 张图片");
    expectDoubt(read, "表1第3行第4列", "有 1 个自动编号，旧版 Word 里读不出来");
    expect(read.yaml).toContain("standard: 未建立的，扣1分\n");
  });
  test("旧版 Excel 隐藏的行、列、工作表没有读", async () => {
    const read = await imported("旧.xls", sample("criteria-hidden.xls"));
    expectDoubt(read, "细则!A3", "隐藏的行没有读：第 3 行");
    expectDoubt(read, "细则!B1", "隐藏的列没有读：B 列");
    expectDoubt(read, "工作表「旧表」", "隐藏的工作表没有读");
  });
});

describe("写得乱的表照样读", () => {
  test("拿不准的指到说这句话的那一格：评分标准、责任单位各是各的", async () => {
    const read = await imported("哪一格.xlsx", sheet([[...first.slice(0, 3), "由考核组综合评定", "县应急局 县公安局"], second]));
    expectDoubt(read, "细则!D3", "评分标准没有读成规则");
    expectDoubt(read, "细则!E3", "几个责任单位没有分牵头、配合");
  });
  test("编号重复：两条都留，说明与哪一条相同", async () => {
    const read = await imported("重号.xlsx", sheet([first, ["1", ...second.slice(1)]]));
    expectDoubt(read, "细则!B4", "编号「1」与 S1-01 相同");
  });
  test.each([
    ["5分/3", "分值「5分/3」读不准，暂写 0 分"],
    ["-2", "分值「-2」是负数，本条只扣分，分值写 0 分"],
    ["（-0.5分）", "分值「（-0.5分）」是负数"],
  ])("分值栏写「%s」", async (points, words) => {
    const read = await imported(
      `分值${points.replace("/", "")}.xlsx`,
      sheet([["1", "建立会议制度", points, "未建立的，扣1分", "县应急局"], second]),
    );
    expectDoubt(read, "细则!C3", words);
  });
  test("文字里几部分的分与分值对不上，两个数都说", async () => {
    const read = await imported(
      "部分.xlsx",
      sheet([["1", "建立制度（2分）；开展会商（1分）", "4", "未建立的，扣1分", "县应急局"], second]),
    );
    expectDoubt(read, "细则!B3", "分值是 4 分，文字里写的几部分合计 3 分");
  });
  test("不认识的栏写作注释，并说明是哪一栏", async () => {
    const read = await imported("怪栏.xlsx", sheetFile([[title], [...head, "甲乙丙"], [...first, "看这里"], [...second, ""]]));
    expectDoubt(read, "细则!F2", "「甲乙丙」栏不知道是什么");
    expect(read.yaml).toContain("# 原表「甲乙丙」：看这里");
  });
  test("表头上面还有一行跨列的大类，也不当成另一张表", async () => {
    const rows = [
      [title],
      ["考核项目", "", "考核内容及分值", "", "评分", "", "责任"],
      ["一级", "二级", "考核内容", "分值", "评分标准", "考评方式", "单位"],
      ["一、组织", "（一）会议", "建立会议制度", "4", "未建立的，扣1分", "查文件", "县应急局"],
      ["", "（二）排查", "开展隐患排查", "6", "未开展排查的，扣2分", "查文件", "县住建局"],
    ];
    const read = await imported("表头乱.xlsx", sheetFile(rows, merged("A1:G1", "A2:B2", "C2:D2", "E2:F2", "A4:A5")));
    expect(read.terminal).not.toContain("另一张表");
    expect(read.yaml).toMatch(
      /title: 组织\n[\s\S]*requirement: 建立会议制度\n {8}standard: 未建立的，扣1分[\s\S]*units: \{ lead: 县应急局 \}/u,
    );
  });
});

describe("格式不像扩展名、少见的写法", () => {
  const csv = (separator: string): string => [[title], head, ...clauses].map((row) => row.join(separator)).join("\r\n");
  const html = `<html><head><meta charset="utf-8"></head><body><table>${[[title], head, ...clauses].map((row) => `<tr>${row.map((each) => `<td>${each}</td>`).join("")}</tr>`).join("")}</table></body></html>`;
  const table = wordTable(wordRow(...head), ...clauses.map((row) => wordRow(...row)));

  test.each([
    ["没有共享字符串.xlsx", sheet([...clauses])],
    ["其实是表格.docx", sheet([...clauses])],
    ["其实是文档.xlsx", wordFile(table)],
    ["带签名.csv", `\ufeff${csv(",")}`],
    ["制表符.txt", csv("\t")],
    ["网页.xls", html],
    ["普通.docx", wordFile(table)],
    [
      "内容控件.docx",
      wordFile(
        `<w:sdt><w:sdtPr/><w:sdtContent>${wordTable(
          wordRow(...head),
          `<w:sdt><w:sdtContent>${wordRow(...first)}</w:sdtContent></w:sdt>`,
          wordRow("2", wordCell(`<w:sdt><w:sdtContent>${line(text("开展隐患排查"))}</w:sdtContent></w:sdt>`), ...second.slice(2)),
        )}</w:sdtContent></w:sdt>`,
      ),
    ],
    [
      "换页断开.docx",
      wordFile(`${wordTable(wordRow(...head), wordRow(...first))}<w:p/>${wordTable(wordRow(...head), wordRow(...second))}`),
    ],
    ["套在边框里.docx", wordFile(wordTable(`<w:tr>${wordCell(`${table}<w:p/>`)}</w:tr>`))],
    [
      "文本框.docx",
      wordFile(
        `${line(`<w:r><w:pict><v:textbox><w:txbxContent>${line(text("附件1"))}</w:txbxContent></v:textbox></w:pict></w:r>`)}${table}`,
      ),
    ],
  ])("%s：读成两条，总分 10 分", async (name, content) => {
    const { yaml } = await imported(name, content);
    expect(yaml).toMatch(/\ntotal: 10\n/u);
    expect([...yaml.matchAll(/^ {8}points: (.*)$/gmu)].map(([, points]) => points)).toEqual(["4", "6"]);
    expect(yaml).toMatch(/requirement: 开展隐患排查\n {8}standard: 未开展排查的，扣2分\n {8}units: \{ lead: 县住建局 \}/u);
  });

  test("格子里套的小表成为这一格的几行", async () => {
    const inner = wordTable(wordRow("有制度", "2分"), wordRow("有记录", "2分"));
    const nested = wordTable(
      wordRow(...head),
      `<w:tr>${["1", `${line(text("建立会议制度"))}${inner}<w:p/>`, ...first.slice(2)].map((each) => wordCell(each)).join("")}</w:tr>`,
      wordRow(...second),
    );
    const { yaml } = await imported("套表.docx", wordFile(nested));
    expect(yaml).toMatch(/requirement: \|-?\n {10}建立会议制度\n {10}有制度\t2分\n {10}有记录\t2分\n/u);
  });
});
