import type { Alignment, Borders, Fill, Font, Style } from "exceljs";
import type { SheetColumn } from "../../report/workbook.ts";

export type RowRole = "title" | "note" | "header" | "data" | "group" | "total";

/** All that tells one cell's look from another's. */
export interface CellLook {
  readonly role: RowRole;
  readonly align: "left" | "center" | "right";
  readonly numberFormat: string;
  readonly link: boolean;
  /** Font size in pt where it differs from the role's. */
  readonly size?: number;
}

/**
 * Marks text that begins like a formula. repair-workbook.ts turns cells with this format into cells with quotePrefix, exceljs knows no such
 * property. As a format it changes nothing: numbers as General, text as it is.
 */
export const quotedTextFormat = "General;General;General;@";

/** General shows 0.25 as 0.25 and 12 as 12; "0.###" would show 12 as "12.", "0.00" would show what nobody awarded. */
const columnFormats = {
  points: "General",
  rate: "0.0%",
  date: "yyyy-mm-dd",
  integer: "0",
  text: "@",
} satisfies Record<NonNullable<SheetColumn["format"]>, string>;

export const dateFormat = columnFormats.date;

export function numberFormatOf(column: SheetColumn | undefined): string {
  return column?.format === undefined ? "General" : columnFormats[column.format];
}

export function alignmentOf(column: SheetColumn | undefined): "left" | "center" | "right" {
  if (column?.align !== undefined) return column.align;
  return column?.format === undefined || column.format === "text" ? "left" : "center";
}

/** Hands out one style object per look: exceljs writes a style once per object. */
export function createStyleTable(): (look: CellLook) => Partial<Style> {
  const known = new Map<string, Partial<Style>>();
  return (look) => {
    const key = `${look.role}|${look.align}|${look.numberFormat}|${String(look.link)}|${String(look.size)}`;
    const style = known.get(key) ?? drawStyle(look);
    known.set(key, style);
    return style;
  };
}

interface RoleLook {
  readonly font: Partial<Font>;
  readonly fill?: string;
  readonly bordered: boolean;
}

/** Font names only: an office PC in China has them, and nothing is shipped. */
export const roleLooks = {
  title: { font: { name: "方正小标宋简体", size: 18 }, bordered: false },
  note: { font: { name: "宋体", size: 10 }, bordered: false },
  header: { font: { name: "黑体", size: 10.5, bold: true }, fill: "FFD9E1F2", bordered: true },
  data: { font: { name: "宋体", size: 10.5 }, bordered: true },
  group: { font: { name: "黑体", size: 10.5 }, fill: "FFF2F2F2", bordered: true },
  total: { font: { name: "宋体", size: 10.5, bold: true }, fill: "FFFFF8E5", bordered: true },
} satisfies Record<RowRole, RoleLook>;

const line = { style: "thin", color: { argb: "FF808080" } } as const;
const box: Partial<Borders> = { top: line, left: line, bottom: line, right: line };

function drawStyle(look: CellLook): Partial<Style> {
  const role: RoleLook = roleLooks[look.role];
  const alignment: Partial<Alignment> = { horizontal: look.align, vertical: "middle", wrapText: true };
  return {
    font: drawFont(role.font, look),
    alignment,
    numFmt: look.numberFormat,
    ...(role.bordered ? { border: box } : {}),
    ...(role.fill === undefined ? {} : { fill: solid(role.fill) }),
  };
}

function drawFont(font: Partial<Font>, look: CellLook): Partial<Font> {
  const sized = look.size === undefined ? font : { ...font, size: look.size };
  return look.link ? { ...sized, color: { argb: "FF0563C1" }, underline: true } : sized;
}

function solid(argb: string): Fill {
  return { type: "pattern", pattern: "solid", fgColor: { argb } };
}
