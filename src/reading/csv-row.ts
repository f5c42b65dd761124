/** The sign that the first line with any of them has most of: a title above the table has none. */
export function separatorOf(head: string): string {
  const line = head.split(/\r?\n/).find((candidate) => /[,;\t]/.test(candidate.trim())) ?? "";
  const count = (sign: string): number => line.split(sign).length;
  return [",", ";", "\t"].reduce((best, sign) => (count(sign) >= count(best) ? sign : best), ",");
}

export interface CsvRow {
  readonly cells: readonly string[];
  /** Lines that the row takes. */
  readonly lines: number;
  /** Where the next row begins. */
  readonly end: number;
}

/** A cell in quotes may hold separators, line breaks and doubled quotes; one whose quotes never close ends at 100,000 characters. */
export function readCsvRow(text: string, from: number, separator: string): CsvRow {
  const cells: string[] = [];
  let lines = 0;
  let at = from;
  for (;;) {
    const quoted = text.charAt(at) === '"' ? quotedCell(text, at + 1) : undefined;
    const start = quoted?.end ?? at;
    const end = plainEnd(text, start, separator);
    cells.push((quoted?.value ?? "") + text.slice(start, end));
    lines += quoted === undefined ? 0 : quoted.value.split("\n").length - 1;
    at = end;
    if (text.charAt(at) !== separator) break;
    at += 1;
  }
  return { cells, lines: lines + 1, end: text.startsWith("\r\n", at) ? at + 2 : at + 1 };
}

const longestCell = 100_000;

function quotedCell(text: string, start: number): { readonly value: string; readonly end: number } | undefined {
  let at = text.indexOf('"', start);
  while (at !== -1 && text.charAt(at + 1) === '"' && at - start < longestCell) at = text.indexOf('"', at + 2);
  if (at === -1 || at - start > longestCell) return undefined;
  return { value: text.slice(start, at).replaceAll('""', '"'), end: at + 1 };
}

function plainEnd(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text.charAt(at) !== separator && text.charAt(at) !== "\n" && text.charAt(at) !== "\r") at += 1;
  return at;
}
