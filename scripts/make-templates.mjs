// Writes the shells in templates/: real .docx files that a clerk edits in WPS or Word. Run it only to start afresh: it
// overwrites edits. The same script gives the same bytes, so a difference in git is a difference in a shell.
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  Header,
  LineRuleType,
  convertMillimetersToTwip as mm,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TabStopType,
  TextRun,
} from "docx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const folder = fileURLToPath(new URL("../templates/", import.meta.url));

/** GB/T 9704-2012: 225 mm of text hold 22 lines (579 twips each), 156 mm hold 28 characters of 3号 (16 pt less 0.25 pt). */
const line = 579;
const squeeze = -5;
const portrait = {
  size: { width: 11906, height: 16838 },
  margin: { top: 2098, bottom: 1984, left: 1588, right: 1474, header: mm(15), footer: mm(22) },
};
/** The same page turned: the head of the table lies at the binding edge (§8: 单页码表头在订口一边). */
const landscape = {
  size: { width: 11906, height: 16838, orientation: PageOrientation.LANDSCAPE },
  margin: { top: 1588, bottom: 1474, left: 1984, right: 2098, header: mm(10), footer: mm(10) },
};

const latin = "Times New Roman";
const font = (eastAsia, ascii = latin) => ({ eastAsia, ascii, hAnsi: ascii, cs: ascii, hint: "eastAsia" });
const exact = (twips, more = {}) => ({ line: twips, lineRule: LineRuleType.EXACT, before: 0, after: 0, ...more });
const indent = { firstLineChars: 200, firstLine: 640 };
const none = { firstLineChars: 0, firstLine: 0 };
const heading = (eastAsia, { size, spacing, inset, tight }) => ({
  run: { font: font(eastAsia), size, characterSpacing: tight, bold: false, italics: false, color: "000000" },
  paragraph: { spacing, indent: inset, keepNext: true, alignment: AlignmentType.BOTH },
});

/** size: half points; spacing: of body text; inset: of a body paragraph's first line. */
function styles(look) {
  const { size, spacing, inset, titleSize, titleSpacing, tight } = look;
  const style = (id, name, run, paragraph) => ({ id, name, basedOn: "Normal", quickFormat: true, run, paragraph });
  return {
    default: {
      document: {
        run: { font: font("仿宋"), size, language: { value: "en-US", eastAsia: "zh-CN" } },
        paragraph: { spacing },
      },
      heading1: heading("黑体", look),
      heading2: heading("楷体", look),
      heading3: heading("仿宋", look),
      heading4: heading("仿宋", look),
      title: {
        run: { font: font("方正小标宋简体"), size: titleSize, bold: false, color: "000000", characterSpacing: 0, kern: 0 },
        paragraph: { alignment: AlignmentType.CENTER, spacing: titleSpacing, indent: none, keepNext: true },
      },
      hyperlink: { run: { color: "000000", underline: { type: "single" } } },
    },
    paragraphStyles: [
      // No widow control: a full page has 22 lines.
      style(
        "BodyParagraph",
        "公文正文",
        { characterSpacing: tight },
        { alignment: AlignmentType.BOTH, indent: inset, widowControl: false },
      ),
      style("Addressee", "主送机关", { characterSpacing: tight }, { alignment: AlignmentType.LEFT, indent: none }),
      style("Signature1", "署名", {}, { alignment: AlignmentType.RIGHT, indent: { rightChars: 200, right: 640 }, keepNext: true }),
      style("SignatureDate", "成文日期", {}, { alignment: AlignmentType.RIGHT, indent: { rightChars: 200, right: 640 } }),
      style(
        "ChartParagraph",
        "图",
        {},
        {
          alignment: AlignmentType.CENTER,
          spacing: { line: 240, lineRule: LineRuleType.AUTO, before: 120, after: 120 },
          indent: none,
        },
      ),
      style(
        "TableHead",
        "表头",
        { font: font("黑体"), size: 21 },
        {
          alignment: AlignmentType.CENTER,
          spacing: exact(320, { before: 40, after: 40 }),
          keepNext: true,
        },
      ),
      style(
        "TableHeadSmall",
        "表头小字",
        { font: font("黑体"), size: 18 },
        { alignment: AlignmentType.CENTER, spacing: exact(270, { before: 30, after: 30 }), keepNext: true },
      ),
      style("TableTextSmall", "表格小字", { size: 18 }, { alignment: AlignmentType.LEFT, spacing: exact(270, { before: 20, after: 20 }) }),
      style("TableText", "表格文字", { size: 21 }, { alignment: AlignmentType.LEFT, spacing: exact(320, { before: 20, after: 20 }) }),
      style(
        "TableGroup",
        "表格分组",
        { font: font("黑体"), size: 21 },
        {
          alignment: AlignmentType.LEFT,
          spacing: exact(320, { before: 40, after: 40 }),
          keepNext: true,
        },
      ),
      style("TableNote", "表注", { font: font("楷体"), size: 24 }, { alignment: AlignmentType.LEFT, spacing: exact(400), indent: none }),
    ],
  };
}

const reportStyles = styles({
  size: 32,
  spacing: exact(line),
  inset: indent,
  titleSize: 44,
  titleSpacing: exact(640, { after: line }),
  tight: squeeze,
});
const listStyles = styles({
  size: 24,
  spacing: exact(420),
  inset: { firstLineChars: 200, firstLine: 480 },
  titleSize: 44,
  titleSpacing: exact(640, { after: 120 }),
  tight: 0,
});

/** — 1 —, 4号 half-width 宋体; odd pages right, even pages left, one character in. */
function pageNumber(alignment) {
  const inset = alignment === AlignmentType.RIGHT ? { rightChars: 100, right: 280 } : { leftChars: 100, left: 280 };
  const run = new TextRun({ font: font("宋体", "宋体"), size: 28, children: ["— ", PageNumber.CURRENT, " —"] });
  const spacing = { line: 240, lineRule: LineRuleType.AUTO };
  return new Footer({ children: [new Paragraph({ alignment, indent: inset, spacing, children: [run] })] });
}

const paragraph = (style, text, more = {}) => new Paragraph({ style, ...more, children: text === "" ? [] : [new TextRun(text)] });

const reportBody = [
  paragraph("Title", "{{标题}}"),
  paragraph("Addressee", "{{主送机关}}："),
  paragraph("BodyParagraph", "{{正文}}"),
  paragraph("BodyParagraph", "", { keepNext: true }),
  paragraph("Signature1", "{{署名}}"),
  paragraph("SignatureDate", "{{日期}}"),
];

const width = 16838 - 1984 - 2098;
/**
 * A list ends with a table, and a table may not end a document: the paragraph that must follow it would be an empty page where the table fills
 * the last one. So it says what forms say there, and nobody can add a row unseen.
 */
const closing = () => paragraph("TableNote", "（以下空白）", { alignment: AlignmentType.CENTER });
const listBody = () => [
  paragraph("Title", "{{标题}}"),
  new Paragraph({
    style: "TableNote",
    tabStops: [{ type: TabStopType.RIGHT, position: width }],
    keepNext: true,
    children: [new TextRun("编制单位：{{署名}}"), new TextRun("\t编制日期：{{日期}}")],
  }),
  paragraph("BodyParagraph", "{{正文}}"),
  closing(),
];

/** Two editions laid side by side: nobody's paper, so nobody signs it. */
const comparisonBody = () => [
  paragraph("Title", "{{标题}}"),
  paragraph("TableNote", "比对日期：{{日期}}", { keepNext: true }),
  paragraph("BodyParagraph", "{{正文}}"),
  closing(),
];

/** The 细则 and its 责任分解表 as they are handed out: the table and nothing else. */
const criteriaBody = () => [paragraph("Title", "{{标题}}"), paragraph("BodyParagraph", "{{正文}}"), closing()];

const numberedBelow = { footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) } };
const mark = (side) => new Header({ children: [new Paragraph(`[[${side}]]`)] });
const numberedAside = { headers: { default: mark("odd"), even: mark("even") } };

const shells = {
  自查报告: { page: portrait, numbers: numberedBelow, styles: reportStyles, pitch: line, body: reportBody },
  对照自查评分说明: { page: landscape, numbers: numberedAside, styles: listStyles, pitch: 420, body: listBody() },
  缺项清单: { page: landscape, numbers: numberedAside, styles: listStyles, pitch: 420, body: listBody() },
  材料清单: { page: landscape, numbers: numberedAside, styles: listStyles, pitch: 420, body: listBody() },
  细则版本对照表: { page: landscape, numbers: numberedAside, styles: listStyles, pitch: 420, body: comparisonBody() },
  考核细则: { page: landscape, numbers: numberedAside, styles: listStyles, pitch: 420, body: criteriaBody() },
};

function shellDocument({ page, numbers, styles: shellStyles, pitch, body }) {
  return new Document({
    creator: "迎考",
    lastModifiedBy: "迎考",
    evenAndOddHeaderAndFooters: true,
    compatabilityModeVersion: 15,
    theme: {
      name: "公文",
      fonts: {
        headings: { latin, eastAsia: "黑体" },
        body: { latin, eastAsia: "仿宋" },
      },
    },
    styles: shellStyles,
    sections: [
      {
        properties: { page, grid: { type: DocumentGridType.LINES, linePitch: pitch } },
        ...numbers,
        children: body,
      },
    ],
  });
}

/** Names and stand-ins only: the fonts are commercial and are never embedded. */
const fonts = [
  { name: "Times New Roman", charset: "00", family: "roman", pitch: "variable" },
  { name: "仿宋", alt: "FangSong", charset: "86", family: "modern", pitch: "fixed" },
  { name: "楷体", alt: "KaiTi", charset: "86", family: "modern", pitch: "fixed" },
  { name: "黑体", alt: "SimHei", charset: "86", family: "modern", pitch: "fixed" },
  { name: "宋体", alt: "SimSun", charset: "86", family: "auto", pitch: "variable" },
  { name: "方正小标宋简体", alt: "小标宋", charset: "86", family: "auto", pitch: "variable" },
];
const fontTable = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts
  .map(({ name, alt, charset, family, pitch }) => {
    const altName = alt === undefined ? "" : `<w:altName w:val="${alt}"/>`;
    return `<w:font w:name="${name}">${altName}<w:charset w:val="${charset}"/><w:family w:val="${family}"/><w:pitch w:val="${pitch}"/></w:font>`;
  })
  .join("")}</w:fonts>`;

/** Styles whose lines keep their own height instead of the 22 lines of the page. */
const ungridded = ["Title", "TableHead", "TableText", "TableHeadSmall", "TableTextSmall", "TableGroup", "TableNote", "ChartParagraph"];

function offTheGrid(stylesXml) {
  return stylesXml.replace(/<w:style [^>]*w:styleId="([^"]*)"[\s\S]*?<\/w:style>/g, (style, id) =>
    ungridded.includes(id) ? style.replace("<w:spacing", '<w:snapToGrid w:val="0"/><w:spacing') : style,
  );
}

/**
 * The page number of a turned page: upright and in the same corner as on other pages once the page is bound (§8), which
 * is the left edge here. A text box in the header, as a clerk would draw it; positions in EMU from the paper's corner.
 * It fits itself to its text because LibreOffice misplaces one of fixed size on the first of two pages.
 */
function turnedNumber(id, side) {
  const millimetre = 36000;
  const [boxWidth, boxHeight] = [7 * millimetre, 30 * millimetre];
  const left = (35 - 7) * millimetre - boxWidth;
  const top = side === "odd" ? Math.round((210 - 26 - 4.94) * millimetre) - boxHeight : Math.round((28 + 4.94) * millimetre);
  const properties =
    '<w:rPr><w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体" w:cs="宋体" w:hint="eastAsia"/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr>';
  const run = (content) => `<w:r>${properties}${content}</w:r>`;
  const field = `${run('<w:fldChar w:fldCharType="begin"/>')}${run('<w:instrText xml:space="preserve">PAGE</w:instrText>')}${run('<w:fldChar w:fldCharType="separate"/>')}${run("<w:t>1</w:t>")}${run('<w:fldChar w:fldCharType="end"/>')}`;
  const number = `<w:p><w:pPr><w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="${side === "odd" ? "right" : "left"}"/></w:pPr>${run('<w:t xml:space="preserve">— </w:t>')}${field}${run('<w:t xml:space="preserve"> —</w:t>')}</w:p>`;
  const shape = `<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${boxWidth}" cy="${boxHeight}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx><w:txbxContent>${number}</w:txbxContent></wps:txbx><wps:bodyPr rot="0" vert="vert" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t" anchorCtr="0"><a:spAutoFit/></wps:bodyPr></wps:wsp>`;
  const anchor = `<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="${id}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>${left}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>${top}</wp:posOffset></wp:positionV><wp:extent cx="${boxWidth}" cy="${boxHeight}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="${id}" name="页码"/><wp:cNvGraphicFramePr/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">${shape}</a:graphicData></a:graphic></wp:anchor>`;
  const drawing = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${anchor}</w:drawing></mc:Choice></mc:AlternateContent>`;
  return `<w:p><w:pPr><w:spacing w:line="240" w:lineRule="auto"/></w:pPr><w:r>${drawing}</w:r></w:p>`;
}

/** What the docx library leaves to the clock or to chance, and the style names that Word knows in lower case only. */
function settle(name, bytes) {
  if (name === "word/fontTable.xml") return strToU8(fontTable);
  if (!/\.(xml|rels)$/.test(name)) return bytes;
  const text = strFromU8(bytes)
    .replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, "")
    .replace(/<w:name w:val="Heading (\d)"\/>/g, '<w:name w:val="heading $1"/>')
    .replace(/<w:p>(?:(?!<\/w:p>)[\s\S])*\[\[(odd|even)\]\][\s\S]*?<\/w:p>/g, (_, side) => turnedNumber(side === "odd" ? 901 : 902, side));
  return strToU8(name === "word/styles.xml" ? offTheGrid(text) : text);
}

mkdirSync(folder, { recursive: true });
for (const [name, shell] of Object.entries(shells)) {
  const parts = unzipSync(await Packer.toBuffer(shellDocument(shell)));
  const ids = new Map();
  const stable = (text) =>
    text.replace(/\brId[A-Za-z0-9_-]{21}(?![A-Za-z0-9_-])/g, (id) => ids.get(id) ?? ids.set(id, `rIdS${ids.size + 1}`).get(id));
  const entries = Object.keys(parts)
    .filter((part) => !part.endsWith("/"))
    .sort((a, b) => Number(b === "[Content_Types].xml") - Number(a === "[Content_Types].xml") || (a < b ? -1 : 1))
    .map((part) => {
      const bytes = settle(part, parts[part]);
      const fixed = /\.(xml|rels)$/.test(part) ? strToU8(stable(strFromU8(bytes))) : bytes;
      return [part, [fixed, { mtime: "2000-01-01T12:00:00", level: 9, os: 0, attrs: 0 }]];
    });
  writeFileSync(`${folder}${name}.docx`, zipSync(Object.fromEntries(entries)));
  console.log(`templates/${name}.docx`);
}
