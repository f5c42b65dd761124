import {
  AlignmentType,
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from "docx";
import { strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { readDocx } from "../../src/reading/formats/docx.ts";
import { docxOf, extractOf, failureOf, oleOf, paragraph, textsOf, zipOf } from "./office-files.ts";

describe("Word 正文只读看得见的字", () => {
  test("修订中删掉的字、域代码、隐藏的字、注音、移走的原文不算", async () => {
    const body = [
      "<w:p><w:r><w:t>今年</w:t></w:r><w:del><w:r><w:delText>去年</w:delText></w:r></w:del><w:ins><w:r><w:t>的工作</w:t></w:r></w:ins></w:p>",
      '<w:p><w:r><w:instrText> DATE \\@ "yyyy" </w:instrText></w:r><w:r><w:t>2024年</w:t></w:r></w:p>',
      "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r><w:r><w:t>看得见</w:t></w:r></w:p>",
      "<w:p><w:r><w:ruby><w:rt><w:r><w:t>jiǎn</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>检</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>",
      "<w:p><w:moveFrom><w:r><w:t>移动的句子</w:t></w:r></w:moveFrom></w:p><w:p><w:moveTo><w:r><w:t>移动的句子</w:t></w:r></w:moveTo></w:p>",
    ];
    expect(await textsOf(readDocx, docxOf(body.join("")))).toEqual(["今年的工作", "2024年", "看得见", "检", "移动的句子"]);
  });

  test("文本框只读一次", async () => {
    const box = "<w:txbxContent><w:p><w:r><w:t>框里的字</w:t></w:r></w:p></w:txbxContent>";
    const body = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>段落的字</w:t></w:r></w:p>`;
    expect(await textsOf(readDocx, docxOf(body))).toEqual(["框里的字", "段落的字"]);
  });

  test("制表位设置不是字，制表符、换行、不间断连字符是", async () => {
    const body =
      '<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="100"/></w:tabs></w:pPr><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:noBreakHyphen/><w:br w:type="page"/><w:t>丁 &amp; &#x6212;</w:t></w:r></w:p>';
    expect(await textsOf(readDocx, docxOf(body))).toEqual(["甲\t乙\n丙-丁 & 戒"]);
  });

  test("符号字体画的方框和勾认得出", async () => {
    const body =
      '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0A8"/><w:t>合格</w:t><w:sym w:font="Wingdings 2" w:char="F052"/><w:t>不合格</w:t></w:r></w:p>';
    expect(await textsOf(readDocx, docxOf(body))).toEqual(["□合格☑不合格"]);
  });

  test("别的程序写的前缀、反斜杠路径、大小写照读", async () => {
    const xml =
      '<?xml version="1.0"?><ns0:document xmlns:ns0="x"><ns0:body><ns0:p><ns0:r><ns0:t>一段</ns0:t></ns0:r></ns0:p></ns0:body></ns0:document>';
    expect(await textsOf(readDocx, zipOf({ "[Content_Types].xml": "", "Word\\Document.xml": xml }))).toEqual(["一段"]);
  });
});

describe("Word 结构", () => {
  test("段落和表格按先后，一行表格一块，格中多段各占一行，表中表不丢", async () => {
    const cell = (content: string): string => `<w:tc>${content}</w:tc>`;
    const inner = `<w:tbl><w:tr>${cell(paragraph("内一"))}${cell(paragraph("内二"))}</w:tr></w:tbl>`;
    const body = `${paragraph("前")}<w:tbl><w:tr>${cell(paragraph("时间"))}${cell(paragraph("3月5日") + paragraph("上午"))}</w:tr><w:tr>${cell(inner)}${cell(paragraph("外"))}</w:tr></w:tbl>${paragraph("后")}`;
    const { blocks } = await extractOf(readDocx, docxOf(body));
    expect(blocks.map(({ role, text }) => [role, text])).toEqual([
      ["body", "前"],
      ["row", "时间\t3月5日\n上午"],
      ["row", "内一\t内二\t外"],
      ["body", "后"],
    ]);
    expect(blocks[3]?.at).toEqual({ kind: "paragraph", paragraph: 8 });
  });

  test("标题、居中、字号看样式也看段落自己", async () => {
    const styles =
      '<w:styles><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:rPr><w:sz w:val="32"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="2"><w:name w:val="Title"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style></w:styles>';
    const body = [
      paragraph("题目", '<w:pStyle w:val="2"/>'),
      paragraph("一章", '<w:pStyle w:val="1"/>'),
      '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:sz w:val="44"/></w:rPr><w:t>大字</w:t></w:r></w:p>',
      paragraph("大纲", '<w:outlineLvl w:val="1"/>'),
      paragraph("正文"),
    ];
    const { blocks } = await extractOf(readDocx, docxOf(body.join(""), { "word/styles.xml": styles }));
    expect(blocks.map(({ text, role, centred, size }) => ({ text, role, centred, size }))).toEqual([
      { text: "题目", role: "title", centred: true, size: 10.5 },
      { text: "一章", role: "heading", size: 16 },
      { text: "大字", role: "body", centred: true, size: 22 },
      { text: "大纲", role: "heading", size: 10.5 },
      { text: "正文", role: "body", size: 10.5 },
    ]);
  });

  test("自动编号写进文字：第一条、（一）、1.1，重新起头，空段也占号", async () => {
    const level = (ilvl: number, format: string, text: string): string =>
      `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:numbering><w:abstractNum w:abstractNumId="7">${level(0, "chineseCountingThousand", "第%1条")}${level(1, "chineseCounting", "（%2）")}${level(2, "decimal", "%2.%3")}</w:abstractNum><w:abstractNum w:abstractNumId="8">${level(0, "bullet", "●")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="11"/></w:lvlOverride></w:num></w:numbering>`;
    const listed = (text: string, id: number, ilvl = 0): string =>
      paragraph(text, `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${id}"/></w:numPr>`);
    const body = [
      listed("总则", 1),
      listed("目的", 1, 1),
      listed("", 1, 1),
      listed("依据", 1, 1),
      listed("细项", 1, 2),
      listed("附则", 1),
      listed("又一", 1, 1),
      listed("点", 2),
      listed("另起", 3),
      listed("再来", 3),
    ];
    expect(await textsOf(readDocx, docxOf(body.join(""), { "word/numbering.xml": numbering }))).toEqual([
      "第一条 总则",
      "（一）目的",
      "（三）依据",
      "三.1 细项",
      "第二条 附则",
      "（一）又一",
      "点",
      "第十一条 另起",
      "第十二条 再来",
    ]);
  });

  test("样式带的编号也算", async () => {
    const styles =
      '<w:styles><w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>';
    const numbering =
      '<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>';
    const body = paragraph("总体情况", '<w:pStyle w:val="h"/>') + paragraph("存在问题", '<w:pStyle w:val="h"/>');
    expect(await textsOf(readDocx, docxOf(body, { "word/styles.xml": styles, "word/numbering.xml": numbering }))).toEqual([
      "一、总体情况",
      "二、存在问题",
    ]);
  });

  test("docx 库写的文件：标题、页眉页脚、脚注、表格、编号、页数和日期", async () => {
    const cells = (...texts: readonly string[]): TableRow =>
      new TableRow({ children: texts.map((text) => new TableCell({ children: [new Paragraph(text)] })) });
    const document = new Document({
      numbering: { config: [{ reference: "r", levels: [{ level: 0, format: LevelFormat.CHINESE_COUNTING, text: "%1、" }] }] },
      footnotes: { 1: { children: [new Paragraph("数据截至年底")] } },
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph("东明区安全生产委员会")] }) },
          footers: { default: new Footer({ children: [new Paragraph("— 1 —")] }) },
          children: [
            new Paragraph({ heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER, text: "工作总结" }),
            new Paragraph({ numbering: { reference: "r", level: 0 }, children: [new TextRun("开展情况"), new FootnoteReferenceRun(1)] }),
            new Table({ rows: [cells("单位", "次数"), cells("河口镇", "12")] }),
          ],
        },
      ],
    });
    const { blocks, createdOn } = await extractOf(readDocx, new Uint8Array(await Packer.toBuffer(document)));
    expect(blocks.map(({ role, text }) => [role, text])).toEqual([
      ["title", "工作总结"],
      ["body", "一、开展情况"],
      ["row", "单位\t次数"],
      ["row", "河口镇\t12"],
      ["body", "数据截至年底"],
      ["header", "东明区安全生产委员会"],
    ]);
    expect(createdOn).toMatch(/^20\d\d-\d\d-\d\d$/);
  });
});

describe("网页系统导出的 Word", () => {
  const body = '<w:altChunk r:id="c"/>';

  test("正文是嵌入的网页时读网页", async () => {
    expect(
      await textsOf(readDocx, docxOf(body, { "word/afchunk.htm": "<html><head><title>x</title></head><body><p>一段</p></body></html>" })),
    ).toEqual(["一段"]);
    const archive =
      "MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>=E4=BA=8C</p>";
    expect(await textsOf(readDocx, docxOf(body, { "word/afchunk.mht": archive }))).toEqual(["二"]);
  });
});

describe("Word 文件本身", () => {
  const app = "<Properties><Pages>3</Pages></Properties>";
  const core = "<cp:coreProperties><dcterms:created>2024-03-05T18:30:00Z</dcterms:created></cp:coreProperties>";

  test("页数和成稿时间取自文件属性，时间换成北京时间", async () => {
    const found = await extractOf(readDocx, docxOf(paragraph("字"), { "docProps/app.xml": app, "docProps/core.xml": core }));
    expect([found.pages, found.createdOn, found.picturePages]).toEqual([3, "2024-03-06", undefined]);
  });

  test("只有图片的文档算扫描件", async () => {
    const picture = '<w:p><w:r><w:drawing><a:blip r:embed="rId1"/></w:drawing></w:r></w:p>';
    const found = await extractOf(readDocx, docxOf(picture, { "docProps/app.xml": app }));
    expect([found.pages, found.picturePages, found.blocks.length]).toEqual([3, 3, 0]);
    expect((await extractOf(readDocx, docxOf(picture))).picturePages).toBe(1);
  });

  test("带宏要说", async () => {
    expect((await extractOf(readDocx, docxOf(paragraph("字"), { "word/vbaProject.bin": "x" }))).macros).toBe(true);
  });

  test("空文档、加密、截断、不是 Word 内容，各有各的说法", async () => {
    expect(await failureOf(readDocx, docxOf("<w:p/>"))).toBe("no-content");
    expect(await failureOf(readDocx, oleOf(["EncryptedPackage"]))).toBe("encrypted");
    const whole = docxOf(paragraph("字"));
    expect(await failureOf(readDocx, whole.subarray(0, whole.length - 30))).toBe("damaged");
    expect(await failureOf(readDocx, zipOf({ "word/document.xml": "\0\0\0\0" }))).toBe("damaged");
    expect(await failureOf(readDocx, zipOf({ "[Content_Types].xml": "" }))).toBe("damaged");
  });

  test("超过字数上限的部分不读，并说明", async () => {
    const found = await extractOf(readDocx, docxOf(paragraph("一二三四五") + paragraph("六七八九十")), { characters: 7 });
    expect([found.blocks.map((block) => block.text), found.cut]).toEqual([["一二三四五", "六七"], true]);
  });

  test("实体炸弹不展开", async () => {
    const levels = Array.from({ length: 20 }, (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(20)}">`).join("");
    const xml = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY l0 "哈">${levels}]><w:document><w:body><w:p><w:r><w:t>前&l20;后</w:t></w:r></w:p></w:body></w:document>`;
    expect(await textsOf(readDocx, zipOf({ "word/document.xml": strToU8(xml) }))).toEqual(["前&l20;后"]);
  });
});
