// node read-source.mjs FILE [OUT]: the tables of a source as `criteria import` reads them. Prints milliseconds of the reading alone, bytes from disk
// included, libraries not; with OUT also writes the cells as read_python.py does.
import { readFileSync, writeFileSync } from "node:fs";
import { readSource } from "../dist/reading/tables/read-source.js";

const [file, out] = process.argv.slice(2);
await (file.endsWith(".xlsx")
  ? import("../dist/reading/tables/xlsx/read-workbook.js")
  : import("../dist/reading/tables/docx/read-paper.js"));
const start = performance.now();
const result = await readSource(readFileSync(file), file);
console.log(performance.now() - start);
if (!result.ok) throw new Error(result.failure);
const tables = result.document.parts.filter((part) => part.kind === "table");
const cells = tables.flatMap(({ rows }) =>
  rows.flatMap((row) =>
    row.filter(({ text }) => text !== "").map((cell) => [cell.row, cell.column, cell.rowSpan, cell.columnSpan, cell.text]),
  ),
);
if (out !== undefined) writeFileSync(out, JSON.stringify(cells));
