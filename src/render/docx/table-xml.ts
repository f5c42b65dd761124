import type { PaperCell, PaperColumn, PaperRow, PaperTable } from "../../report/blocks.ts";
import { type BodyContext, runsXml } from "./run-xml.ts";
import type { StyleKey } from "./shell-styles.ts";
import { titleLines } from "./title-lines.ts";

/** Left and right inside a cell; no column narrower than two characters of 五号 and these. Twips. */
const cellMargin = 60;
const narrowest = 560;
/** From this many columns on a table is set in 小五 (9 pt) instead of 五号 (10.5 pt): narrower columns tear words apart. */
const manyColumns = 10;

/** Style and character width (twips) of a table's text; a shell without the small styles keeps the normal ones. */
function textLook(columns: number, context: BodyContext): { readonly head: StyleKey; readonly text: StyleKey; readonly character: number } {
  const small = columns >= manyColumns && context.styles.has("tableHeadSmall") && context.styles.has("tableTextSmall");
  return small
    ? { head: "tableHeadSmall", text: "tableTextSmall", character: 180 }
    : { head: "tableHead", text: "tableText", character: 210 };
}

const border = (side: string): string => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`;
const borders = ["top", "left", "bottom", "right", "insideH", "insideV"].map(border).join("");

/**
 * A table over the whole text width: header row repeated on every page, no row split over two pages unless it is long,
 * a group row kept with what follows. Composed as text because tables of 10,000 rows must stay lean.
 */
export function tableXml(table: PaperTable, context: BodyContext): string {
  const widths = columnWidths(table.columns, context.width);
  const properties =
    `<w:tblPr><w:tblW w:w="${context.width}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/>` +
    `<w:tblCellMar><w:left w:w="${cellMargin}" w:type="dxa"/><w:right w:w="${cellMargin}" w:type="dxa"/></w:tblCellMar></w:tblPr>`;
  const grid = `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>`;
  const rows = table.rows.map((row) => rowXml(row, table.columns, widths, context));
  return `<w:tbl>${properties}${grid}${headerXml(table.columns, widths, context)}${rows.join("")}</w:tbl>`;
}

/** Whole twips that add up to `width`, in the ratio of the shares; a column never gets too narrow for two characters. */
export function columnWidths(columns: readonly PaperColumn[], width: number): readonly number[] {
  const least = Math.min(narrowest, Math.floor(width / Math.max(columns.length, 1)));
  const shares = columns.map((column) => (Number.isFinite(column.share) && column.share > 0 ? column.share : 0));
  const narrow = new Set<number>();
  for (;;) {
    const free = width - narrow.size * least;
    const total = shares.reduce((sum, share, index) => (narrow.has(index) ? sum : sum + share), 0);
    const more = shares.flatMap((share, index) => (!narrow.has(index) && share * free < least * total ? [index] : []));
    if (total === 0)
      return distributed(
        shares.map(() => 1),
        width,
      );
    if (more.length === 0)
      return distributed(
        shares.map((share, index) => (narrow.has(index) ? least : (share * free) / total)),
        width,
      );
    for (const index of more) narrow.add(index);
    if (narrow.size === shares.length)
      return distributed(
        shares.map(() => 1),
        width,
      );
  }
}

function distributed(parts: readonly number[], width: number): readonly number[] {
  const total = parts.reduce((sum, part) => sum + part, 0);
  let before = 0;
  let used = 0;
  return parts.map((part) => {
    before += part;
    const edge = Math.round((before / total) * width);
    const own = edge - used;
    used = edge;
    return own;
  });
}

function headerXml(columns: readonly PaperColumn[], widths: readonly number[], context: BodyContext): string {
  const look = textLook(columns.length, context);
  const cells = columns.map((column, index) => {
    const width = widths[index] ?? 0;
    // Even lines: never a last character alone on a line of its own.
    const text = titleLines(column.header, (width - 2 * cellMargin) / look.character).join("\n");
    return cellXml([[{ kind: "text", text }]], { width, style: look.head, shaded: true }, context);
  });
  return `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${cells.join("")}</w:tr>`;
}

function rowXml(row: PaperRow, columns: readonly PaperColumn[], widths: readonly number[], context: BodyContext): string {
  if (row.kind === "group") {
    const look = { width: context.width, span: columns.length, style: "tableGroup", shaded: true } as const;
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cellXml(row.cells[0] ?? [], look, context)}</w:tr>`;
  }
  const bold = row.kind === "total";
  const look = textLook(columns.length, context);
  const cells = columns.map((column, index) =>
    cellXml(row.cells[index] ?? [], { width: widths[index] ?? 0, style: look.text, align: column.align, bold }, context),
  );
  const whole = row.cells.every((cell, index) => linesOf(cell, widths[index] ?? narrowest, look.character) <= splitAbove);
  return `<w:tr>${whole ? "<w:trPr><w:cantSplit/></w:trPr>" : ""}${cells.join("")}</w:tr>`;
}

/** A row of more lines than this may break over two pages: kept whole it would leave half a page empty, or not fit at all. */
const splitAbove = 12;

/** Lines that a cell needs, by character count: rough, only to tell long from short. */
function linesOf(cell: PaperCell, width: number, character: number): number {
  const perLine = Math.max(1, Math.floor((width - 2 * cellMargin) / character));
  return cell.reduce((lines, runs) => lines + Math.max(1, Math.ceil(lengthOf(runs) / perLine)), 0);
}

function lengthOf(runs: PaperCell[number]): number {
  return runs.reduce((sum, run) => sum + (run.kind === "blank" ? run.hint.length + 5 : run.text.length), 0);
}

interface CellLook {
  readonly width: number;
  readonly style: StyleKey;
  readonly span?: number;
  readonly align?: "left" | "center" | "right" | undefined;
  readonly bold?: boolean;
  readonly shaded?: boolean;
}

function cellXml(cell: PaperCell, look: CellLook, context: BodyContext): string {
  const span = look.span === undefined ? "" : `<w:gridSpan w:val="${look.span}"/>`;
  const shade = look.shaded !== true ? "" : '<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>';
  const style = context.styles.get(look.style);
  const properties = `${style === undefined ? "" : `<w:pStyle w:val="${style}"/>`}${look.align === undefined ? "" : `<w:jc w:val="${look.align}"/>`}`;
  const open = properties === "" ? "<w:p>" : `<w:p><w:pPr>${properties}</w:pPr>`;
  const lines = cell.length === 0 ? [[]] : cell;
  const paragraphs = lines.map((runs) => `${open}${runsXml(runs, context, look.bold === true)}</w:p>`).join("");
  return `<w:tc><w:tcPr><w:tcW w:w="${look.width}" w:type="dxa"/>${span}${shade}<w:vAlign w:val="center"/></w:tcPr>${paragraphs}</w:tc>`;
}
