import type { DrawnCell, DrawnRow } from "../docx/draw-table.ts";
import type { RowLook, WordMark } from "./paragraphs.ts";

export interface GridCell extends DrawnCell {
  readonly text: string;
  readonly marks: readonly WordMark[];
}

/** Edges that differ by less (a twentieth of a point each) are the same line, drawn by hand. */
const sameEdge = 30;

/** The grid of a table is the set of all edges of its rows: a cell takes as many columns as edges lie within it. */
export function gridRows(
  rows: readonly { readonly cells: readonly Pick<GridCell, "text" | "marks">[]; readonly look: RowLook }[],
): readonly DrawnRow<GridCell>[] {
  const lines = edgeLines(rows.flatMap((row) => row.look.edges));
  return rows.map(({ cells, look }) => {
    const known = look.edges.length > cells.length;
    return {
      before: known ? indexOfLine(lines, look.edges[0] ?? 0) : 0,
      cells: cells.map(({ text, marks }, index) => {
        const own = look.cells[index];
        const span = known ? indexOfLine(lines, look.edges[index + 1] ?? 0) - indexOfLine(lines, look.edges[index] ?? 0) : 1;
        // Cells merged the old way keep their marks; only the first holds text.
        const across = own?.across === true && look.cells[index - 1]?.across === true && text === "";
        return { text, marks, span: Math.max(1, span), merge: own?.down, across: across ? "goes-on" : undefined };
      }),
    };
  });
}

function edgeLines(edges: readonly number[]): readonly number[] {
  const lines: number[] = [];
  for (const edge of [...edges].sort((left, right) => left - right)) if (edge - (lines.at(-1) ?? -1e9) >= sameEdge) lines.push(edge);
  return lines;
}

/** The last line that does not lie right of the edge. */
function indexOfLine(lines: readonly number[], edge: number): number {
  let index = 0;
  while (index + 1 < lines.length && (lines[index + 1] ?? 0) <= edge) index += 1;
  return index;
}
