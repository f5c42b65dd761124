/** 1 → A, 27 → AA. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return column <= 26 ? letter : columnName(Math.floor((column - 1) / 26)) + letter;
}

/** B3 → row 3, column 2; also $B$3. Undefined when it is no address. */
export function parseAddress(address: string): { readonly row: number; readonly column: number } | undefined {
  let column = 0;
  let at = 0;
  if (address.charCodeAt(at) === dollar) at += 1;
  for (; at < address.length; at += 1) {
    const code = address.charCodeAt(at);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  if (address.charCodeAt(at) === dollar) at += 1;
  const row = Number(address.slice(at));
  return column === 0 || column > 16_384 || !Number.isInteger(row) || row < 1 ? undefined : { row, column };
}

const dollar = 0x24;

/** One number for each cell of a sheet, which has 16,384 columns at most. */
export function cellKey(row: number, column: number): number {
  return row * 16_385 + column;
}
