import { strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { readCsv } from "../../src/reading/formats/csv.ts";
import { readEml } from "../../src/reading/formats/eml.ts";
import { readHtml } from "../../src/reading/formats/html.ts";
import { readOfd } from "../../src/reading/formats/ofd.ts";
import { readPptx } from "../../src/reading/formats/pptx.ts";
import { readText } from "../../src/reading/formats/text.ts";
import { extractOf, failureOf, oleOf, textsOf, zipOf } from "./office-files.ts";

/** 关于 in GBK. */
const gbk = Uint8Array.from([0xb9, 0xd8, 0xd3, 0xda]);

describe("纯文本", () => {
  const lines = ["时间：2024年3月5日", "地点：会议室"];
  const text = lines.join("\r\n");

  test.each([
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 带标记", Buffer.from(`\ufeff${text}`)],
    ["UTF-16 LE 带标记", Buffer.from(`\ufeff${text}`, "utf16le")],
    ["UTF-16 BE 带标记", Buffer.from(`\ufeff${text}`, "utf16le").swap16()],
    ["UTF-16 LE 无标记", Buffer.from(text, "utf16le")],
    ["UTF-16 BE 无标记", Buffer.from(text, "utf16le").swap16()],
  ])("%s 读得对", async (_, bytes) => {
    expect(await textsOf(readText, new Uint8Array(bytes))).toEqual(lines);
  });

  test("GB18030 读得对，行号从 1 数，空行不算块但算行", async () => {
    const { blocks } = await extractOf(readText, Uint8Array.from([...gbk, 10, 10, ...gbk, 13, ...gbk]));
    expect(blocks.map((block) => [block.text, block.at])).toEqual([
      ["关于", { kind: "line", line: 1 }],
      ["关于", { kind: "line", line: 3 }],
      ["关于", { kind: "line", line: 4 }],
    ]);
  });

  test("一行 100 MB 的文件只取上限以内的字", async () => {
    const found = await extractOf(readText, Buffer.alloc(100 * 2 ** 20, "字"));
    expect([found.blocks.length, found.blocks[0]?.text.length, found.cut]).toEqual([1, 200_000, true]);
  });

  test("切断处不留半个字", async () => {
    expect(await textsOf((input) => readText({ ...input, limits: { ...input.limits, characters: 2 } }), strToU8("甲𠮷乙"))).toEqual(["甲"]);
  });

  test("空白文件没有内容", async () => {
    expect(await failureOf(readText, strToU8(" \n\t\n"))).toBe("no-content");
  });
});

describe("逗号分隔的表", () => {
  test("引号里的逗号、换行、双引号都是格里的字", async () => {
    const { blocks } = await extractOf(readCsv, strToU8('单位,说明\r\n"河口,镇","第一行\n第""二""行",\n安阳镇,好\n'));
    expect(blocks.map((block) => [block.text, block.at])).toEqual([
      ["单位\t说明", { kind: "line", line: 1 }],
      ['河口,镇\t第一行\n第"二"行', { kind: "line", line: 2 }],
      ["安阳镇\t好", { kind: "line", line: 4 }],
    ]);
  });

  test("制表符、分号分隔的也认得；没闭合的引号不吞掉后面", async () => {
    expect(await textsOf(readCsv, strToU8("a\tb,c\n1\t2"))).toEqual(["a\tb,c", "1\t2"]);
    expect(await textsOf(readCsv, strToU8('a;b\n"1;2'))).toEqual(["a\tb", '"1\t2']);
  });
});

describe("网页", () => {
  test("脚本样式不要，标题、段落、表格行按先后", async () => {
    const html = `<!doctype html><html><head><title>关于检查的通知</title><style>p{color:red}</style><script>if (a<b) document.write("<p>假</p>")</script></head>
      <body><h1>通&nbsp;知</h1><p>各镇：<br>现将<b>有关</b>事项
      通知如下 a < b &ldquo;好&rdquo; &unknown;</p><table><tr><td><p>单位</p></td><td></td><td>得&amp;分</td></tr><tr><td>河口镇<td>9</tr></table><div>结尾</div></body></html>`;
    const { blocks } = await extractOf(readHtml, strToU8(html));
    expect(blocks.map(({ role, text }) => [role, text])).toEqual([
      ["header", "关于检查的通知"],
      ["heading", "通 知"],
      ["body", "各镇："],
      ["body", "现将有关事项 通知如下 a < b “好” &unknown;"],
      ["row", "单位\t得&分"],
      ["row", "河口镇\t9"],
      ["body", "结尾"],
    ]);
  });

  test("GBK 网页读得对", async () => {
    expect(await textsOf(readHtml, Uint8Array.from([...strToU8("<p>"), ...gbk, ...strToU8("</p>")]))).toEqual(["关于"]);
  });
});

describe("邮件", () => {
  test("主题、收发件人、日期、正文、附件名，GBK 编码也对", async () => {
    const mail = [
      `From: =?gb2312?B?${Buffer.from(gbk).toString("base64")}?= <a@example.cn>`,
      "To: b@example.cn",
      `Subject: =?utf-8?B?${Buffer.from("报送材料").toString("base64")}?=`,
      "Date: Tue, 05 Mar 2024 23:30:00 +0800",
      'Content-Type: multipart/mixed; boundary="x"',
      "",
      "--x",
      "Content-Type: text/plain; charset=gbk",
      "Content-Transfer-Encoding: base64",
      "",
      Buffer.from(gbk).toString("base64"),
      "--x",
      "Content-Type: application/octet-stream",
      `Content-Disposition: attachment; filename*=utf-8''${encodeURIComponent("台账.xlsx")}`,
      "",
      "x",
      "--x--",
    ].join("\r\n");
    const found = await extractOf(readEml, strToU8(mail));
    expect(found.blocks.map(({ role, text, at }) => [role, text, at.kind === "mail" ? at.part : ""])).toEqual([
      ["header", "报送材料", "Subject"],
      ["header", "关于 <a@example.cn>", "From"],
      ["header", "b@example.cn", "To"],
      ["header", "2024-03-05", "Date"],
      ["body", "关于", "正文"],
      ["footer", "附件：台账.xlsx", "附件"],
    ]);
    expect(found.createdOn).toBe("2024-03-05");
  });

  test("只有网页正文的邮件去掉标签", async () => {
    const mail = "From: a@b.cn\r\nSubject: x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>一段</p><p>二段</p>";
    expect((await textsOf(readEml, strToU8(mail))).slice(-2)).toEqual(["一段", "二段"]);
  });
});

describe("演示文稿", () => {
  const slide = (body: string): string => `<p:sld><p:cSld><p:spTree>${body}</p:spTree></p:cSld></p:sld>`;
  const shape = (text: string, type = ""): string =>
    `<p:sp><p:nvSpPr><p:nvPr>${type === "" ? "" : `<p:ph type="${type}"/>`}</p:nvPr></p:nvSpPr><p:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp>`;
  const deck = (more: Readonly<Record<string, string>> = {}): Uint8Array =>
    zipOf({
      "ppt/presentation.xml":
        '<p:presentation><p:sldIdLst><p:sldId id="256" r:id="b"/><p:sldId id="257" r:id="a"/></p:sldIdLst></p:presentation>',
      "ppt/_rels/presentation.xml.rels":
        '<Relationships><Relationship Id="a" Target="slides/slide1.xml"/><Relationship Id="b" Target="/ppt/slides/slide2.xml"/></Relationships>',
      "ppt/slides/slide1.xml": slide('<p:pic><a:blip r:embed="x"/></p:pic>'),
      "ppt/slides/slide2.xml": slide(
        `${shape("汇报", "ctrTitle")}${shape("要点")}${shape("1", "sldNum")}<a:tbl><a:tr><a:tc><a:p><a:r><a:t>甲</a:t></a:r></a:p></a:tc><a:tc><a:p><a:r><a:t>乙</a:t></a:r></a:p></a:tc></a:tr></a:tbl><mc:Fallback>${shape("重复")}</mc:Fallback>`,
      ),
      "ppt/slides/_rels/slide2.xml.rels": '<Relationships><Relationship Id="n" Target="../notesSlides/notesSlide1.xml"/></Relationships>',
      "ppt/notesSlides/notesSlide1.xml": slide(shape("备注的话", "body")),
      ...more,
    });

  test("按放映顺序，标题、正文、表格、备注；只有图的页算图片页", async () => {
    const found = await extractOf(readPptx, deck());
    expect(found.blocks.map(({ role, text, at }) => [role, text, at])).toEqual([
      ["title", "汇报", { kind: "slide", slide: 1 }],
      ["body", "要点", { kind: "slide", slide: 1 }],
      ["row", "甲\t乙", { kind: "slide", slide: 1 }],
      ["body", "备注的话", { kind: "slide", slide: 1 }],
    ]);
    expect([found.pages, found.picturePages]).toEqual([2, 1]);
  });

  test("宏、加密、缺部件各有说法", async () => {
    expect((await extractOf(readPptx, deck({ "ppt/vbaProject.bin": "x" }))).macros).toBe(true);
    expect(await failureOf(readPptx, oleOf(["EncryptedPackage"]))).toBe("encrypted");
    expect(await failureOf(readPptx, zipOf({ "ppt/slides/slide1.xml": "" }))).toBe("damaged");
  });
});

describe("OFD", () => {
  const text = (content: string, x: number, y: number, width: number): string =>
    `<ofd:TextObject ID="1" Boundary="${x} ${y} ${width} 6" Size="5.6444"><ofd:TextCode X="0" Y="5">${content}</ofd:TextCode></ofd:TextObject>`;
  const page = (content: string): string =>
    `<ofd:Page><ofd:Template TemplateID="9"/><ofd:Content><ofd:Layer>${content}</ofd:Layer></ofd:Content></ofd:Page>`;
  const ofd = (first: string, second: string, template: string): Uint8Array =>
    zipOf({
      "OFD.xml":
        "<ofd:OFD><ofd:DocBody><ofd:DocInfo><ofd:CreationDate>2024-03-05</ofd:CreationDate></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
      "Doc_0/Document.xml":
        '<ofd:Document><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:TemplatePage ID="9" BaseLoc="Tpls/Tpl_0/Content.xml"/></ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/><ofd:Page ID="2" BaseLoc="/Doc_0/Pages/Page_1/Content.xml"/></ofd:Pages></ofd:Document>',
      "Doc_0/Pages/Page_0/Content.xml": page(first),
      "Doc_0/Pages/Page_1/Content.xml": page(second),
      "Doc_0/Tpls/Tpl_0/Content.xml": `<ofd:Page>${template}</ofd:Page>`,
    });

  test("一行里的文字对象连成一行，居中和字号看位置，模板的字也读", async () => {
    const found = await extractOf(
      readOfd,
      ofd(
        text("关于", 75, 50, 20) + text("检查的通知", 95, 50, 40) + text("正文", 28, 70, 150),
        text("第二页", 28, 40, 30),
        text("红头文件", 60, 20, 90),
      ),
    );
    expect(found.blocks.map(({ text: shown, at, centred, size }) => [shown, at.kind === "page" ? at.page : 0, centred, size])).toEqual([
      ["红头文件", 1, true, 16],
      ["关于检查的通知", 1, true, 16],
      ["正文", 1, undefined, 16],
      ["红头文件", 2, true, 16],
      ["第二页", 2, undefined, 16],
    ]);
    expect([found.pages, found.picturePages, found.createdOn]).toEqual([2, undefined, "2024-03-05"]);
  });

  test("只有图像的页是扫描页", async () => {
    const found = await extractOf(readOfd, ofd('<ofd:ImageObject ResourceID="3"/>', text("字", 28, 40, 30), ""));
    expect([found.pages, found.picturePages, found.blocks.length]).toEqual([2, 1, 1]);
  });

  test("没有文档根就是损坏", async () => {
    expect(await failureOf(readOfd, zipOf({ "OFD.xml": "<ofd:OFD/>" }))).toBe("damaged");
  });
});
