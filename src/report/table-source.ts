import type { CalendarDate } from "../model/dates.ts";
import { formatChineseDate } from "../model/dates.ts";
import { formatRange, isDecided, type Points, type PointsRange, pointsToNumber } from "../model/points.ts";
import type { PaperCell, PaperTable, Run } from "./blocks.ts";
import { text } from "./blocks.ts";
import { emptyCell, numberCell, type Sheet, type SheetCell, type SheetColumn, type SheetRow, textCell } from "./workbook.ts";

/** One value of a table that goes both to paper and to a sheet, so that the two can never differ. */
export type Value =
  | { readonly kind: "lines"; readonly lines: readonly string[] }
  | { readonly kind: "points"; readonly range: PointsRange }
  | { readonly kind: "count"; readonly count: number }
  | { readonly kind: "date"; readonly date: CalendarDate }
  /** A place that only a person can fill: marked on paper, an empty cell to type into in the sheet. */
  | { readonly kind: "blank"; readonly hint: string }
  /**
   * Several files: each its own link on paper; in the sheet one cell that opens the file, or the folder they share.
   * brief: the sheet's cell is narrow and says only how many, because LibreOffice does not break a link's text over lines.
   */
  | { readonly kind: "links"; readonly links: readonly Link[]; readonly brief?: true };

/** So many file links stand in one cell on paper; the rest is counted. */
const mostLinks = 3;

export interface Link {
  readonly text: string;
  readonly target: string;
}

export interface SourceColumn {
  readonly header: string;
  /** Share of the paper's width. */
  readonly share: number;
  /** Width in the sheet, in characters. */
  readonly width: number;
  readonly align?: "left" | "center" | "right";
  readonly format?: NonNullable<SheetColumn["format"]>;
  readonly choices?: readonly string[];
}

export type SourceRow =
  | { readonly kind: "data" | "total"; readonly values: readonly Value[] }
  | { readonly kind: "group"; readonly label: string };

export interface TableSource {
  readonly columns: readonly SourceColumn[];
  readonly rows: readonly SourceRow[];
}

export function words(...lines: readonly string[]): Value {
  return { kind: "lines", lines: lines.filter((line) => line !== "") };
}

export function pointsValue(range: PointsRange): Value {
  return { kind: "points", range };
}

export function pointValue(points: Points): Value {
  return { kind: "points", range: { low: points, high: points } };
}

export function dateOrBlank(date: CalendarDate | undefined, hint: string): Value {
  return date === undefined ? { kind: "blank", hint } : { kind: "date", date };
}

export function paperTable(source: TableSource): PaperTable {
  return {
    columns: source.columns.map(({ header, share, align }) => ({ header, share, ...(align === undefined ? {} : { align }) })),
    rows: source.rows.map((row) =>
      row.kind === "group" ? { kind: "group", cells: [[[text(row.label)]]] } : { kind: row.kind, cells: row.values.map(paperCell) },
    ),
  };
}

export function sheetOf(source: TableSource, rest: Omit<Sheet, "columns" | "rows">): Sheet {
  return {
    ...rest,
    columns: source.columns.map(({ header, width, align, format, choices }) => ({
      header,
      width,
      ...(align === undefined ? {} : { align }),
      ...(format === undefined ? {} : { format }),
      ...(choices === undefined ? {} : { choices }),
    })),
    rows: source.rows.map(sheetRow),
  };
}

function sheetRow(row: SourceRow): SheetRow {
  return row.kind === "group" ? { kind: "group", cells: [textCell(row.label)] } : { kind: row.kind, cells: row.values.map(sheetCell) };
}

function paperCell(value: Value): PaperCell {
  switch (value.kind) {
    case "lines":
      return value.lines.length === 0 ? [[]] : value.lines.map((line) => [text(line)]);
    case "points":
      return [[text(formatRange(value.range))]];
    case "count":
      return [[text(String(value.count))]];
    case "date":
      return [[text(formatChineseDate(value.date))]];
    case "blank":
      return [[{ kind: "blank", hint: value.hint }]];
    case "links":
      return linkCell(value.links);
  }
}

function linkCell(links: readonly Link[]): PaperCell {
  if (links.length === 0) return [[]];
  const shown: Run[][] = links.slice(0, mostLinks).map(({ text: label, target }) => [{ kind: "link", text: label, target }]);
  return links.length <= mostLinks ? shown : [...shown, [text(`等${String(links.length)}份`)]];
}

function sheetCell(value: Value): SheetCell {
  switch (value.kind) {
    case "lines":
      return textCell(value.lines.join("\n"));
    case "points":
      return isDecided(value.range) ? numberCell(pointsToNumber(value.range.low)) : textCell(formatRange(value.range));
    case "count":
      return numberCell(value.count);
    case "date":
      return { kind: "date", date: value.date };
    case "blank":
      return emptyCell;
    case "links":
      return sheetLink(value.links, value.brief === true);
  }
}

function sheetLink(links: readonly Link[], brief: boolean): SheetCell {
  const [first, second] = links;
  if (first === undefined) return emptyCell;
  const count = String(links.length);
  if (second === undefined) return { kind: "link", target: first.target, text: brief ? "打开1份" : first.text };
  const words = brief ? `打开${count}份` : `${first.text}等${count}份`;
  return { kind: "link", text: words, target: commonFolder(links.map(({ target }) => target)) };
}

function commonFolder(targets: readonly string[]): string {
  const [first = [], ...rest] = targets.map((target) => target.split("/").slice(0, -1));
  const shared = rest.reduce<readonly string[]>((head, path) => head.slice(0, matching(head, path)), first);
  return shared.length === 0 ? (targets[0] ?? "") : shared.join("/");
}

function matching(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((segment, index) => segment !== b[index]);
  return at < 0 ? a.length : at;
}
