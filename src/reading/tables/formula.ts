import { cellKey, parseAddress } from "./cell-address.ts";

/** A formula as stored: without the equals sign; `value` is what was stored with it, NaN when that is no number. */
export interface StoredFormula {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly value: number;
}

/** Numbers of the sheet by `cellKey`; NaN stands for text. */
export type SheetNumbers = ReadonlyMap<number, number>;

/**
 * Whether the stored value of a formula may be old. Sums and references within the sheet are added up and compared; a formula that draws on
 * another workbook may always be; any other only where the workbook says that it does not calculate by itself (`uncertain`).
 */
export function isStale({ text, value }: StoredFormula, numbers: SheetNumbers, uncertain: boolean): boolean {
  if (/\[[^\]]+\]/.test(text)) return true;
  const sum = Number.isNaN(value) ? undefined : added(text, numbers);
  return sum === undefined ? uncertain : Math.abs(sum - value) > 1e-6;
}

/** Value of A1+B2, of SUM(A1:A9,C3) and of both together; undefined for anything else. */
function added(formula: string, numbers: SheetNumbers): number | undefined {
  let total = 0;
  const terms =
    formula
      .replaceAll(/\s/g, "")
      .replace(/^\+/, "")
      .match(/SUM\([^()]*\)|[^+]+/gi) ?? [];
  if (terms.length === 0 || terms.length > 100) return undefined;
  for (const term of terms) {
    const inner = /^SUM\(([^()]*)\)$/i.exec(term)?.[1];
    const value = inner === undefined ? single(term, numbers) : sumOf(inner.split(","), numbers);
    if (value === undefined) return undefined;
    total += value;
  }
  return total;
}

function single(term: string, numbers: SheetNumbers): number | undefined {
  if (/^\d+(?:\.\d+)?$/.test(term)) return Number(term);
  const cell = parseAddress(term);
  if (cell === undefined) return undefined;
  const value = numbers.get(cellKey(cell.row, cell.column)) ?? 0;
  return Number.isNaN(value) ? undefined : value;
}

/** SUM passes over texts. */
function sumOf(ranges: readonly string[], numbers: SheetNumbers): number | undefined {
  let total = 0;
  for (const range of ranges) {
    const [from, to] = range.split(":").map(parseAddress);
    if (from === undefined || (range.includes(":") && to === undefined)) return undefined;
    const last = to ?? from;
    if ((last.row - from.row + 1) * (last.column - from.column + 1) > 100_000) return undefined;
    for (let row = from.row; row <= last.row; row += 1) {
      for (let column = from.column; column <= last.column; column += 1) total += numbers.get(cellKey(row, column)) || 0;
    }
  }
  return total;
}
