// The smallest office files that programs open, as parts, so that single parts can be made hostile.
import { parts, zip } from "./zip.mjs";

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const content = "http://schemas.openxmlformats.org/package/2006/content-types";
const relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
export const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
export const sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const show = "http://schemas.openxmlformats.org/presentationml/2006/main";
const drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

function types(overrides) {
  const entries = Object.entries(overrides).map(
    ([part, type]) => `<Override PartName="${part}" ContentType="application/vnd.${type}+xml"/>`,
  );
  return `${head}<Types xmlns="${content}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${entries.join("")}</Types>`;
}

export function rels(targets) {
  const entries = targets.map(
    ({ type, target, external }, index) =>
      `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${escaped(target)}"${external ? ' TargetMode="External"' : ""}/>`,
  );
  return `${head}<Relationships xmlns="${relationships}">${entries.join("")}</Relationships>`;
}

export const paragraph = (text) => `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;

/** word/document.xml around a body. */
export const wordDocument = (body, doctype = "") => `${head}${doctype}<w:document xmlns:w="${word}"><w:body>${body}</w:body></w:document>`;

export function docxParts(paragraphs, more = {}) {
  return {
    "[Content_Types].xml": types({ "/word/document.xml": "openxmlformats-officedocument.wordprocessingml.document.main" }),
    "_rels/.rels": rels([{ type: "officeDocument", target: "word/document.xml" }]),
    "word/document.xml": wordDocument(paragraphs.map(paragraph).join("")),
    ...more,
  };
}

const row = (cells, number) =>
  `<row r="${number}">${cells.map((cell, column) => `<c r="${String.fromCharCode(65 + column)}${number}" t="s"><v>${cell}</v></c>`).join("")}</row>`;

/** A workbook of one sheet whose cells all are shared strings. */
export function xlsxParts(rows, more = {}) {
  const strings = [...new Set(rows.flat())];
  const cells = rows
    .map((texts, index) =>
      row(
        texts.map((text) => strings.indexOf(text)),
        index + 1,
      ),
    )
    .join("");
  return {
    "[Content_Types].xml": types({
      "/xl/workbook.xml": "openxmlformats-officedocument.spreadsheetml.sheet.main",
      "/xl/worksheets/sheet1.xml": "openxmlformats-officedocument.spreadsheetml.worksheet",
      "/xl/sharedStrings.xml": "openxmlformats-officedocument.spreadsheetml.sharedStrings",
    }),
    "_rels/.rels": rels([{ type: "officeDocument", target: "xl/workbook.xml" }]),
    "xl/workbook.xml": workbook([{ name: "台账", id: 1 }]),
    "xl/_rels/workbook.xml.rels": rels([
      { type: "worksheet", target: "worksheets/sheet1.xml" },
      { type: "sharedStrings", target: "sharedStrings.xml" },
    ]),
    "xl/worksheets/sheet1.xml": worksheet(`<sheetData>${cells}</sheetData>`, `A1:C${rows.length}`),
    "xl/sharedStrings.xml": sharedStrings(strings),
    ...more,
  };
}

export function workbook(sheets) {
  const list = sheets.map(({ name, id }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${id}"/>`).join("");
  return `${head}<workbook xmlns="${sheet}" xmlns:r="${office}"><sheets>${list}</sheets></workbook>`;
}

export const worksheet = (inner, dimension, doctype = "") =>
  `${head}${doctype}<worksheet xmlns="${sheet}"><dimension ref="${dimension}"/>${inner}</worksheet>`;

export const sharedStrings = (strings, doctype = "") =>
  `${head}${doctype}<sst xmlns="${sheet}" count="${strings.length}" uniqueCount="${strings.length}">${strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join("")}</sst>`;

export function pptxParts(slides) {
  const slide = (texts) =>
    `${head}<p:sld xmlns:p="${show}" xmlns:a="${drawing}"><p:cSld><p:spTree>${texts.map((text) => `<p:sp><p:txBody><a:p><a:r><a:t>${escaped(text)}</a:t></a:r></a:p></p:txBody></p:sp>`).join("")}</p:spTree></p:cSld></p:sld>`;
  const names = slides.map((_, index) => `slides/slide${index + 1}.xml`);
  return {
    "[Content_Types].xml": types({ "/ppt/presentation.xml": "openxmlformats-officedocument.presentationml.presentation.main" }),
    "_rels/.rels": rels([{ type: "officeDocument", target: "ppt/presentation.xml" }]),
    "ppt/presentation.xml": `${head}<p:presentation xmlns:p="${show}" xmlns:r="${office}"><p:sldIdLst>${names.map((_, index) => `<p:sldId id="${256 + index}" r:id="rId${index + 1}"/>`).join("")}</p:sldIdLst></p:presentation>`,
    "ppt/_rels/presentation.xml.rels": rels(names.map((target) => ({ type: "slide", target }))),
    ...Object.fromEntries(names.map((name, index) => [`ppt/${name}`, slide(slides[index])])),
  };
}

export function ofdParts(pages, more = {}) {
  const ns = 'xmlns:ofd="http://www.ofdspec.org/2016"';
  const page = (texts) =>
    `${head}<ofd:Page ${ns}><ofd:Content><ofd:Layer ID="1">${texts.map((text, line) => `<ofd:TextObject ID="${10 + line}" Boundary="30 ${40 + 10 * line} 150 8" Font="1" Size="5.6"><ofd:TextCode X="0" Y="6">${escaped(text)}</ofd:TextCode></ofd:TextObject>`).join("")}</ofd:Layer></ofd:Content></ofd:Page>`;
  return {
    "OFD.xml": `${head}<ofd:OFD ${ns} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>1</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    "Doc_0/Document.xml": `${head}<ofd:Document ${ns}><ofd:CommonData><ofd:MaxUnitID>99</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>${pages.map((_, index) => `<ofd:Page ID="${index + 1}" BaseLoc="Pages/Page_${index}/Content.xml"/>`).join("")}</ofd:Pages></ofd:Document>`,
    ...Object.fromEntries(pages.map((texts, index) => [`Doc_0/Pages/Page_${index}/Content.xml`, page(texts)])),
    ...more,
  };
}

/** {name: text} → a zipped office file. */
export const pack = (contents) => zip(parts(contents));
