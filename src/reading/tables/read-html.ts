import type { SourceCell, SourceParagraph, SourceTable } from "../../model/source-document.ts";
import { decodeText } from "../decode-text.ts";
import { blockElements, namedEntities, withoutCode } from "../html-blocks.ts";

import { attribute, scanXml, unescapeText } from "../xml-scan.ts";
import { rowLimit, type SourceResult, sourceFailed, sourceRead, tooManyRows } from "./source-result.ts";

const bytesLimit = 32 * 2 ** 20;

interface OpenTable {
  readonly rows: { readonly cells: HtmlCell[] }[];
}

interface HtmlCell {
  readonly rowSpan: number;
  readonly columnSpan: number;
  text: string;
}

/** Saved pages and the .xls that are pages inside: tables with rowspan and colspan, and the text around them. */
export function readHtmlSource(bytes: Uint8Array): SourceResult {
  if (bytes.length > bytesLimit) return sourceFailed("too-large", `${Math.ceil(bytes.length / 2 ** 20)} MB 的网页`);
  const page = scanPage(withoutCode(decodeText(bytes).text));
  return page.rows > rowLimit ? tooManyRows(page.rows) : sourceRead(page.parts, []);
}

function scanPage(html: string): { readonly parts: readonly (SourceTable | SourceParagraph)[]; readonly rows: number } {
  const parts: (SourceTable | SourceParagraph)[] = [];
  const open: OpenTable[] = [];
  let [text, level, rows, tables, paragraphs] = ["", 0, 0, 0, 0];
  let shown = true;
  const cell = (): HtmlCell | undefined => open.at(-1)?.rows.at(-1)?.cells.at(-1);
  const flush = (): void => {
    const line = tidy(text);
    text = "";
    if (line === "" || open.length > 0 || !shown) return;
    paragraphs += 1;
    parts.push({ kind: "paragraph", text: line, ...(level > 0 ? { level } : {}), at: { kind: "paragraph", paragraph: paragraphs } });
  };
  const closeTable = (): void => {
    const table = open.pop();
    if (table === undefined) return;
    const outer = cell();
    // A table inside a cell: its rows are lines of that cell.
    if (outer !== undefined) outer.text += `\n${table.rows.map((row) => row.cells.map((each) => tidy(each.text)).join("\t")).join("\n")}\n`;
    else {
      const drawn = drawHtmlTable(table.rows, tables + 1);
      if (drawn === undefined) return;
      tables += 1;
      parts.push(drawn);
    }
  };
  const write = (more: string): void => {
    const into = cell();
    if (open.length === 0) text += more;
    else if (into !== undefined) into.text += more;
  };
  scanXml(html, {
    text: (raw) => write(unescapeText(raw, namedEntities).replace(/[\t\r\n ]+/g, " ")),
    open: (written, tag) => {
      const name = written.toLowerCase();
      if (open.length === 0 && blockElements.has(name)) flush();
      if (name === "table") open.push({ rows: [] });
      else if (name === "tr") rows += open.at(-1)?.rows.push({ cells: [] }) === undefined ? 0 : 1;
      else if (name === "td" || name === "th") open.at(-1)?.rows.at(-1)?.cells.push(newCell(tag));
      else if (name === "br" || (open.length > 0 && blockElements.has(name))) write("\n");
      else if (name === "title") shown = false;
      level = /^h([1-6])$/.test(name) ? Number(name.slice(1)) : level;
      return rows > rowLimit * 10;
    },
    close: (written) => {
      const name = written.toLowerCase();
      if (name === "table") closeTable();
      else if (open.length === 0 && blockElements.has(name)) flush();
      else if (open.length > 0 && /^(?:p|div|li|h[1-6])$/.test(name)) write("\n");
      if (name === "title") shown = true;
      if (/^h[1-6]$/.test(name)) level = 0;
      return false;
    },
  });
  while (open.length > 0) closeTable();
  flush();
  return { parts, rows };
}

function newCell(tag: string): HtmlCell {
  const lower = tag.toLowerCase();
  return { rowSpan: spanOf(attribute(lower, "rowspan")), columnSpan: spanOf(attribute(lower, "colspan")), text: "" };
}

function spanOf(value: string | undefined): number {
  const span = Math.trunc(Number(value ?? 1));
  return span >= 1 && span <= 10_000 ? span : 1;
}

function tidy(text: string): string {
  const lines = text.replaceAll("\u00a0", " ").split("\n");
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}

/** Cells take the places that cells merged from above leave free. */
function drawHtmlTable(rows: OpenTable["rows"], number: number): SourceTable | undefined {
  const busyUntil: number[] = [];
  let width = 0;
  const drawn = rows.map(({ cells }, index) => {
    let column = 1;
    return cells.map((cell): SourceCell => {
      while ((busyUntil[column] ?? 0) > index) column += 1;
      const own = column;
      const columnSpan = Math.min(cell.columnSpan, 200);
      for (; column < own + columnSpan; column += 1) busyUntil[column] = index + cell.rowSpan;
      width = Math.max(width, column - 1);
      const [text, rowSpan] = [tidy(cell.text), Math.min(cell.rowSpan, rows.length - index)];
      return {
        text,
        row: index + 1,
        column: own,
        rowSpan,
        columnSpan,
        at: { kind: "table-cell", table: number, row: index + 1, column: own },
      };
    });
  });
  if (drawn.every((row) => row.every((cell) => cell.text === ""))) return undefined;
  return { kind: "table", width, rows: drawn };
}
