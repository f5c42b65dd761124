import { docxOf, xlsxOf } from "../../reading/office-files.ts";

/** A cell of a made sheet: words, a number, or what stands in its element (`<f>…</f><v>…</v>`) with its type. */
export type Cell = string | number | { readonly inner: string; readonly type?: string };

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function cellXml(cell: Cell, address: string): string {
  if (cell === "") return "";
  if (typeof cell === "number") return `<c r="${address}"><v>${cell}</v></c>`;
  if (typeof cell === "string") return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  return `<c r="${address}"${cell.type === undefined ? "" : ` t="${cell.type}"`}>${cell.inner}</c>`;
}

/** Rows of a sheet; `hidden` are numbers of rows. No shared strings: texts stand in the cells. */
export function rowsXml(rows: readonly (readonly Cell[])[], hidden: readonly number[] = []): string {
  return rows
    .map((cells, row) => {
      const written = cells.map((cell, column) => cellXml(cell, `${String.fromCharCode(65 + column)}${row + 1}`));
      return `<row r="${row + 1}"${hidden.includes(row + 1) ? ' hidden="1"' : ""}>${written.join("")}</row>`;
    })
    .join("");
}

/** `after`: what follows the rows (merged cells, filters). */
export function sheetFile(rows: readonly (readonly Cell[])[], after = "", name = "细则"): Uint8Array {
  return xlsxOf([{ name, data: rowsXml(rows), after }]);
}

export function merged(...areas: readonly string[]): string {
  return `<mergeCells>${areas.map((area) => `<mergeCell ref="${area}"/>`).join("")}</mergeCells>`;
}

export const head = ["序号", "考核内容", "分值", "评分标准", "责任单位"];

/** A 细则 that leaves nothing to look at but what a test puts into it. */
export const title = "2024年度安全生产考核细则（满分10分）";
export const clauses = [
  ["1", "建立会议制度", "4", "未建立的，扣1分", "县应急局"],
  ["2", "开展隐患排查", "6", "未开展排查的，扣2分", "县住建局"],
] as const;

export const text = (words: string): string => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
export const line = (inner: string): string => `<w:p>${inner}</w:p>`;
/** A cell of a Word table: words, or the XML of its paragraphs. */
export const wordCell = (content: string, properties = ""): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith("<") ? content : line(text(content))}</w:tc>`;
export const wordRow = (...cells: readonly string[]): string =>
  `<w:tr>${cells.map((cell) => (cell.startsWith("<w:tc>") ? cell : wordCell(cell))).join("")}</w:tr>`;
export const wordTable = (...rows: readonly string[]): string => `<w:tbl>${rows.join("")}</w:tbl>`;

/** A paper with its title and this table. */
export function wordFile(table: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  return docxOf(line(text(title)) + table, more);
}
