import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** A Word document on a person's desk: what Word does to its XML, by hand. */
export interface OpenDocument {
  /** Rows of all tables, as XML, in order. */
  readonly rows: string[];
  /** The row whose cells begin with these texts (代号 and so on); throws when there is not exactly one. */
  readonly rowOf: (id: string) => number;
  readonly save: () => Uint8Array;
}

export function openDocument(bytes: Uint8Array): OpenDocument {
  const parts = unzipSync(bytes);
  const xml = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
  // Rows never nest: none of our tables stands in a cell.
  const pieces = xml.split(/(<w:tr>.*?<\/w:tr>)/su);
  const at = pieces.flatMap((piece, index) => (piece.startsWith("<w:tr>") ? [index] : []));
  const rows = at.map((index) => pieces[index] ?? "");
  const first = pieces[0] ?? "";
  // What stands between two rows (the end of a table, a heading) stays behind the row that it stood behind.
  const between = new Map(rows.map((row, index) => [row, pieces.slice((at[index] ?? 0) + 1, at[index + 1]).join("")]));
  return {
    rows,
    rowOf: (id) => {
      const found = rows.flatMap((row, index) => (cellsOf(row).includes(id) && cellsOf(row).length > 8 ? [index] : []));
      const [only, ...more] = found;
      if (only === undefined || more.length > 0) throw new Error(`${String(found.length)} rows of ${id}`);
      return only;
    },
    save: () => {
      let tail = [...between.values()];
      const body = rows.map((row) => {
        const own = between.get(row);
        if (own === undefined || own === "") return row;
        tail = tail.filter((piece) => piece !== own);
        return row + own;
      });
      const missing = tail.filter((piece) => piece !== "");
      if (missing.length > 0) throw new Error("the last row of a table was changed: nothing is behind it any more");
      return zipSync({ ...parts, "word/document.xml": strToU8(first + body.join("")) });
    },
  };
}

/** Texts of the cells of a row. */
export function cellsOf(row: string): readonly string[] {
  return [...row.matchAll(/<w:tc>(.*?)<\/w:tc>/gsu)].map(([, cell = ""]) =>
    [...cell.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map(([, text = ""]) => text).join(""),
  );
}

/** Puts other words into a cell, over whatever runs and paragraphs it had. `column` counts from 0. */
export function retype(row: string, column: number, text: string): string {
  let index = -1;
  return row.replace(/<w:tc>.*?<\/w:tc>/gsu, (cell) => {
    index++;
    if (index !== column) return cell;
    const properties = /<w:tcPr>.*?<\/w:tcPr>/su.exec(cell)?.[0] ?? "";
    return `<w:tc>${properties}<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p></w:tc>`;
  });
}
