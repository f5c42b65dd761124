// A table as its cells begin, row by row: what merged cells cover is left out, as in HTML.

/** A cell. `rows`/`cols`: how far it is merged; `format`, `formula`, `noValue`: of a workbook's cell; `number`: automatic numbering of a paper. */
export function c(text, more = {}) {
  return { text, rows: 1, cols: 1, ...more };
}

/** Places every cell (from 0) and says how wide the table is. */
export function place(rows) {
  const taken = new Set();
  let width = 0;
  const placed = rows.map((cells, row) => {
    let column = 0;
    return cells.map((given) => {
      const cell = typeof given === "object" && given !== null ? given : c(given);
      while (taken.has(`${row}/${column}`)) column += 1;
      for (let r = row; r < row + cell.rows; r += 1) for (let k = column; k < column + cell.cols; k += 1) taken.add(`${r}/${k}`);
      const at = { cell, row, column };
      column += cell.cols;
      width = Math.max(width, column);
      return at;
    });
  });
  return { placed, width };
}

export function escapeXml(text) {
  return String(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
