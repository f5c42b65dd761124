import { escapeXml, place } from "./grid.mjs";
import { zip } from "./zip.mjs";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A workbook. A sheet: { name, rows, state?, hiddenRows?, hiddenColumns? } (from 1); a cell that is null is not there. */
export function xlsx(sheets) {
  const strings = [];
  const formats = [];
  const parts = sheets.map((sheet) => worksheet(sheet, strings, formats));
  const of = (index) => `<Relationship Id="rId${index + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`;
  return zip({
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kinds}.sheet.main+xml"/>${sheets.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${kinds}.worksheet+xml"/>`).join("")}<Override PartName="/xl/styles.xml" ContentType="${kinds}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${kinds}.sharedStrings+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets.map(({ name, state }, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${state === undefined ? "" : ` state="${state}"`} r:id="rId${index + 1}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, index) => of(index)).join("")}<Relationship Id="rId${sheets.length + 1}" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="rId${sheets.length + 2}" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ...Object.fromEntries(parts.map((part, index) => [`xl/worksheets/sheet${index + 1}.xml`, part])),
    "xl/styles.xml": styles(formats),
    "xl/sharedStrings.xml": `<sst xmlns="${main}" count="${strings.length}" uniqueCount="${strings.length}">${strings.map(sharedString).join("")}</sst>`,
  });
}

/** A string, or the runs of rich text: { runs: ["未制定方案的，", "扣1分"] }. */
function sharedString(text) {
  const t = (value) => `<t xml:space="preserve">${escapeXml(value)}</t>`;
  if (typeof text === "string") return `<si>${t(text)}</si>`;
  return `<si>${text.runs.map((run, index) => `<r><rPr>${index % 2 === 1 ? "<b/>" : ""}<sz val="11"/></rPr>${t(run)}</r>`).join("")}</si>`;
}

function styles(formats) {
  const codes = formats.map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escapeXml(code)}"/>`).join("");
  const align = '<alignment vertical="center" wrapText="1"/>';
  const looks = formats.map(
    (_, index) =>
      `<xf numFmtId="${164 + index}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">${align}</xf>`,
  );
  return `<styleSheet xmlns="${main}">${formats.length > 0 ? `<numFmts count="${formats.length}">${codes}</numFmts>` : ""}<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${formats.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">${align}</xf>${looks.join("")}</cellXfs></styleSheet>`;
}

function worksheet({ rows, hiddenRows = [], hiddenColumns = [] }, strings, formats) {
  const { placed } = place(rows);
  const lines = placed.map((cells, row) => {
    const written = cells
      .filter(({ cell }) => cell.text !== null || cell.formula !== undefined)
      .map((each) => cellXml(each, strings, formats));
    return `<row r="${row + 1}"${hiddenRows.includes(row + 1) ? ' hidden="1"' : ""}>${written.join("")}</row>`;
  });
  const merged = placed.flat().filter(({ cell }) => cell.rows > 1 || cell.cols > 1);
  const ranges = merged.map(
    ({ cell, row, column }) => `<mergeCell ref="${address(row, column)}:${address(row + cell.rows - 1, column + cell.cols - 1)}"/>`,
  );
  const columns = hiddenColumns.map((column) => `<col min="${column}" max="${column}" width="9" hidden="1"/>`).join("");
  return `<worksheet xmlns="${main}">${columns === "" ? "" : `<cols>${columns}</cols>`}<sheetData>${lines.join("")}</sheetData>${ranges.length > 0 ? `<mergeCells count="${ranges.length}">${ranges.join("")}</mergeCells>` : ""}</worksheet>`;
}

function cellXml({ cell, row, column }, strings, formats) {
  const style = cell.format === undefined ? "" : ` s="${indexIn(formats, cell.format) + 1}"`;
  const place = `r="${address(row, column)}"${style}`;
  if (cell.formula !== undefined) return `<c ${place}><f>${escapeXml(cell.formula)}</f>${cell.noValue ? "" : `<v>${cell.text}</v>`}</c>`;
  if (typeof cell.text === "number") return `<c ${place}><v>${cell.text}</v></c>`;
  const value = cell.runs === undefined ? String(cell.text) : { runs: cell.runs };
  return `<c ${place} t="s"><v>${strings.push(value) - 1}</v></c>`;
}

function indexIn(list, value) {
  const index = list.indexOf(value);
  return index === -1 ? list.push(value) - 1 : index;
}

function address(row, column) {
  return `${column < 26 ? "" : String.fromCharCode(64 + Math.floor(column / 26))}${String.fromCharCode(65 + (column % 26))}${row + 1}`;
}
