import type { SourceCell, SourceParagraph, SourceTable } from "../../model/source-document.ts";

type Part = SourceTable | SourceParagraph;

/** Tables drawn with ┌─┬┐│ and given as paragraphs become tables; words broken between the lines of a cell close up. */
export function readBoxTables(parts: readonly Part[]): readonly Part[] {
  const read: Part[] = [];
  for (let index = 0; index < parts.length; ) {
    const run = boxRun(parts, index);
    if (run.length < 3) {
      const part = parts[index];
      if (part !== undefined) read.push(part);
      index++;
      continue;
    }
    read.push(tableOf(run));
    index += run.length;
  }
  return read;
}

function boxRun(parts: readonly Part[], from: number): readonly SourceParagraph[] {
  const run: SourceParagraph[] = [];
  for (const part of parts.slice(from)) {
    if (part.kind !== "paragraph" || !/^\s*[┌├└│┃╔╠╚║┏┣┗|+]/u.test(part.text)) break;
    run.push(part);
  }
  return run.some(({ text }) => /[─━═]/u.test(text)) ? run : [];
}

function tableOf(run: readonly SourceParagraph[]): SourceTable {
  const rows: { readonly texts: string[]; readonly at: SourceParagraph["at"] }[] = [];
  let open: { readonly texts: string[]; readonly at: SourceParagraph["at"] } | undefined;
  for (const { text, at } of run) {
    if (/[─━═]{2}|^\s*\+-/u.test(text)) {
      open = undefined;
      continue;
    }
    const pieces = text
      .trim()
      .replace(/^[│┃║|]|[│┃║|]$/gu, "")
      .split(/[│┃║|]/u)
      .map((piece) => piece.trim());
    if (open === undefined) {
      open = { texts: pieces, at };
      rows.push(open);
    } else for (const [column, piece] of pieces.entries()) open.texts[column] = `${open.texts[column] ?? ""}${piece}`;
  }
  const width = rows.reduce((most, { texts }) => Math.max(most, texts.length), 0);
  const cells = rows.map(({ texts, at }, row) =>
    texts.map((text, column): SourceCell => ({ text, row: row + 1, column: column + 1, rowSpan: 1, columnSpan: 1, at })),
  );
  return { kind: "table", width, rows: cells };
}
