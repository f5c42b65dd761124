import { strToU8, zipSync } from "fflate";

/** Real bytes of a paper; undefined for formats that this script does not write. Fixed times, so that bytes stay the same. */
export function writeReal(format, lines) {
  const texts = lines.map(([text]) => text);
  switch (format) {
    case "docx":
      return docx(lines);
    case "xlsx":
      return xlsx(lines);
    case "text":
      return strToU8(`${texts.join("\r\n")}\r\n`);
    case "csv":
      return strToU8(
        `\uFEFF${texts
          .map((text) =>
            text
              .split("\t")
              .map((cell) => `"${cell.replaceAll('"', '""')}"`)
              .join(","),
          )
          .join("\r\n")}\r\n`,
      );
    case "html":
      return strToU8(html(lines));
    case "pdf":
      return pdf(lines);
    default:
      return undefined;
  }
}

const xml = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const zip = (parts) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(head + text)])), {
    mtime: "2024-01-01T00:00:00",
    level: 9,
  });
const types = (extra) =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${extra}</Types>`;
const relations = (items) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.map(([type, goal], at) => `<Relationship Id="rId${at + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${goal}"/>`).join("")}</Relationships>`;

function docx(lines) {
  const paragraphs = lines.map(([text, look]) => {
    const centred = look === "t" || look === "c" ? '<w:pPr><w:jc w:val="center"/></w:pPr>' : "";
    const size = look === "t" ? '<w:rPr><w:sz w:val="44"/></w:rPr>' : '<w:rPr><w:sz w:val="32"/></w:rPr>';
    return `<w:p>${centred}<w:r>${size}<w:t xml:space="preserve">${xml(text.replaceAll("\t", "  "))}</w:t></w:r></w:p>`;
  });
  return zip({
    "[Content_Types].xml": types(
      '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>',
    ),
    "_rels/.rels": relations([["officeDocument", "word/document.xml"]]),
    "word/document.xml": `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs.join("")}<w:sectPr/></w:body></w:document>`,
  });
}

function xlsx(lines) {
  const rows = lines.map(
    ([text], row) =>
      `<row r="${row + 1}">${text
        .split("\t")
        .map((cell, column) => `<c r="${String.fromCharCode(65 + column)}${row + 1}" t="inlineStr"><is><t>${xml(cell)}</t></is></c>`)
        .join("")}</row>`,
  );
  return zip({
    "[Content_Types].xml": types(
      '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>',
    ),
    "_rels/.rels": relations([["officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml":
      '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": relations([["worksheet", "worksheets/sheet1.xml"]]),
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.join("")}</sheetData><mergeCells count="1"><mergeCell ref="A1:F1"/></mergeCells></worksheet>`,
  });
}

function html(lines) {
  const body = lines.map(([text, look]) => (look === "t" ? `<h1>${xml(text)}</h1>` : `<p>${xml(text)}</p>`)).join("\n");
  return `<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>网页</title></head><body>\n${body}\n</body></html>\n`;
}

/** One page with a text layer; the font is named, not embedded, as office printers do it. */
function pdf(lines) {
  const texts = lines.flatMap(([text, look]) => (look === "t" || look === "c" ? [text] : (text.match(/.{1,30}/gu) ?? [])));
  const hex = (text) => Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, "0")).join("");
  const stream = `BT /F1 14 Tf 24 TL 72 770 Td\n${texts.map((text) => `<${hex(text)}> Tj T*`).join("\n")}\nET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>",
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>",
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R /DW 1000 >>",
    "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
  ];
  let text = "%PDF-1.4\n";
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(text);
}
