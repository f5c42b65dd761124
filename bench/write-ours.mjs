// node write-ours.mjs DUMP OUT: writes the documents of a dump with our own renderers, as `build` does.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [dumpFile, out] = process.argv.slice(2);
const { papers, workbooks } = JSON.parse(readFileSync(dumpFile, "utf8"));

if (papers.length > 0) {
  const { renderPaper } = await import("../dist/render/docx/render-paper.js");
  const shells = new Map();
  for (const { file, document } of papers) {
    if (!shells.has(document.shell))
      shells.set(document.shell, readFileSync(new URL(`../templates/${document.shell}.docx`, import.meta.url)));
    writeFileSync(join(out, file), await renderPaper(document, shells.get(document.shell), "modern"));
  }
}
if (workbooks.length > 0) {
  const { renderWorkbook } = await import("../dist/render/xlsx/render-workbook.js");
  for (const { file, workbook } of workbooks) writeFileSync(join(out, file), await renderWorkbook(workbook));
}
