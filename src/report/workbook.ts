import type { CalendarDate } from "../model/dates.ts";

/** A workbook before it has a file format. Composed top to bottom; render/xlsx turns it into bytes. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
}

export interface Sheet {
  /** At most 31 characters, none of \ / ? * [ ] : (the renderer cuts and cleans anyway). */
  readonly name: string;
  /** Row 1, merged across all columns. */
  readonly title: string;
  /** Row 2, merged, small: basis date, unit, how to read it. Omitted: no such row. */
  readonly note?: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
  /** Columns frozen at the left. */
  readonly frozenColumns: number;
  /** A filter on the header row (default true). */
  readonly filter?: boolean;
  /** Colour scale from red (low) over yellow to green (high) on rates between 0 and 1. Indexes into `columns`, from 0, both included. */
  readonly heat?: { readonly fromColumn: number; readonly toColumn: number };
  readonly orientation?: "landscape" | "portrait";
}

export interface SheetColumn {
  readonly header: string;
  /** In characters of the standard font (a Han character counts 2). */
  readonly width: number;
  readonly align?: "left" | "center" | "right";
  /** Drop-down list (完成情况): the words allowed; without commas and at most 255 characters in all, or there is no list. */
  readonly choices?: readonly string[];
  /** Number format of the whole column: points "0.###" → General-like, rate "0.0%", date, text. */
  readonly format?: "points" | "rate" | "date" | "integer" | "text";
}

export interface SheetRow {
  readonly kind: "data" | "group" | "total";
  /** data, total: one per column; group: exactly one, merged across. */
  readonly cells: readonly SheetCell[];
}

export type SheetCell =
  | { readonly kind: "text"; readonly text: string }
  /** A number as such (points in 分, a rate as 0.955). */
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "date"; readonly date: CalendarDate }
  /** Relative to the workbook's own folder; segments not yet percent-encoded. */
  | { readonly kind: "link"; readonly text: string; readonly target: string }
  | { readonly kind: "empty" };

export const emptyCell: SheetCell = { kind: "empty" };

export function textCell(text: string): SheetCell {
  return text === "" ? emptyCell : { kind: "text", text };
}

export function numberCell(value: number): SheetCell {
  return { kind: "number", value };
}
