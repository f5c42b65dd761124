import { escapeXml, place } from "./grid.mjs";
import { zip } from "./zip.mjs";

const main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const kinds = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A paragraph. `heading`: outline level 1–3; `number`: level 1–3 of the automatic numbering; `centred`. Line breaks in `text` are kept. */
export function p(text, { heading, number, centred, pageBreak } = {}) {
  const properties = [
    heading === undefined ? "" : `<w:pStyle w:val="Heading${heading}"/>`,
    pageBreak ? "<w:pageBreakBefore/>" : "",
    number === undefined ? "" : `<w:numPr><w:ilvl w:val="${number.level - 1}"/><w:numId w:val="${number.list}"/></w:numPr>`,
    centred ? '<w:jc w:val="center"/>' : "",
  ].join("");
  return `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}${runs(text)}</w:p>`;
}

/** Text with edits that are not accepted yet: ["保持", { deleted: "旧" }, { inserted: "新" }]. */
export function tracked(pieces) {
  const who = 'w:id="1" w:author="考核办" w:date="2024-03-01T09:00:00Z"';
  const inner = pieces.map((piece) => {
    if (typeof piece === "string") return runs(piece);
    if (piece.inserted !== undefined) return `<w:ins ${who}>${runs(piece.inserted)}</w:ins>`;
    return `<w:del ${who}><w:r><w:delText xml:space="preserve">${escapeXml(piece.deleted)}</w:delText></w:r></w:del>`;
  });
  return { xml: `<w:p>${inner.join("")}</w:p>` };
}

function runs(text) {
  const lines = String(text).split("\n");
  return `<w:r>${lines.map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`).join("<w:br/>")}</w:r>`;
}

/** A table; a line break in a cell begins a new paragraph, as officials type it. `header`: rows repeated on each page. */
export function table(rows, { header = 1 } = {}) {
  const { placed, width } = place(rows);
  const beginning = new Map(placed.flat().map((each) => [`${each.row}/${each.column}`, each]));
  const columns = Array.from({ length: width }, () => `<w:gridCol w:w="${Math.floor(13_000 / width)}"/>`).join("");
  const lines = rows.map((_, row) => {
    const cells = [];
    for (let column = 0; column < width; ) {
      const own = beginning.get(`${row}/${column}`);
      const above = own ?? placed.flat().find((each) => each.column === column && each.row < row && each.row + each.cell.rows > row);
      if (above === undefined) throw new Error(`第 ${row + 1} 行第 ${column + 1} 列没有格子`);
      cells.push(tableCell(above.cell, own !== undefined));
      column += above.cell.cols;
    }
    return `<w:tr>${row < header ? "<w:trPr><w:tblHeader/></w:trPr>" : ""}${cells.join("")}</w:tr>`;
  });
  const sides = ["top", "left", "bottom", "right", "insideH", "insideV"];
  const borders = sides.map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`).join("");
  const properties = `<w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr>`;
  return `<w:tbl>${properties}<w:tblGrid>${columns}</w:tblGrid>${lines.join("")}</w:tbl>`;
}

function tableCell(cell, begins) {
  const span = cell.cols > 1 ? `<w:gridSpan w:val="${cell.cols}"/>` : "";
  const merge = cell.rows > 1 ? (begins ? '<w:vMerge w:val="restart"/>' : "<w:vMerge/>") : "";
  const paragraphs = begins
    ? (cell.xml ??
      String(cell.text)
        .split("\n")
        .map((line) => p(line, cell.number === undefined ? {} : { number: cell.number }))
        .join(""))
    : "<w:p/>";
  return `<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/>${span}${merge}</w:tcPr>${paragraphs}</w:tc>`;
}

/** A Word document with this body: paragraphs and tables. `lists`: formats of automatic numbering, as [format, text] per level. */
export function docx(body, lists = []) {
  const section =
    '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1588" w:right="1440" w:bottom="1588" w:left="1440" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>';
  return zip({
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${kinds}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${kinds}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${kinds}.numbering+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/_rels/document.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${relations}/numbering" Target="numbering.xml"/></Relationships>`,
    "word/document.xml": `<w:document xmlns:w="${main}"><w:body>${body.join("")}${section}</w:body></w:document>`,
    "word/styles.xml": `<w:styles xmlns:w="${main}"><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${[1, 2, 3].map(headingStyle).join("")}</w:styles>`,
    "word/numbering.xml": `<w:numbering xmlns:w="${main}">${lists.map(abstractList).join("")}${lists.map((_, index) => `<w:num w:numId="${index + 1}"><w:abstractNumId w:val="${index}"/></w:num>`).join("")}</w:numbering>`,
  });
}

function headingStyle(level) {
  return `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr></w:style>`;
}

function abstractList(levels, index) {
  const inner = levels.map(
    ([format, text], level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:suff w:val="nothing"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/></w:lvl>`,
  );
  return `<w:abstractNum w:abstractNumId="${index}"><w:multiLevelType w:val="multilevel"/>${inner.join("")}</w:abstractNum>`;
}
