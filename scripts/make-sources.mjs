// Writes fixtures/sources/: 细则 of many layouts, in our own wording, as Word and Excel hold them. Merged cells are merged in earnest.
//
//   node scripts/make-sources.mjs            everything but the old binary formats
//   node scripts/make-sources.mjs --office   also .doc and .xls, which LibreOffice (soffice) saves from our .docx and .xlsx;
//                                            their bytes change with every run, so they are made once and kept
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gb18030 } from "./sources/gb18030.mjs";
import { listPapers } from "./sources/papers-lists.mjs";
import { tablePapers } from "./sources/papers-tables.mjs";
import { plainFiles } from "./sources/plain-files.mjs";
import { workbooks } from "./sources/workbooks.mjs";

const root = fileURLToPath(new URL("../fixtures/sources/", import.meta.url));
const withOffice = process.argv.includes("--office");

for (const source of [...tablePapers, ...listPapers, ...workbooks, ...plainFiles]) {
  const folder = join(root, source.folder);
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "来源说明.md"),
    `# ${source.folder.slice(2)}\n\n${source.note}\n\n文件：${source.file}。文字为本工具作者自拟，不是任何机关的细则。\n`,
  );
  const path = join(folder, source.file);
  if (source.bytes !== undefined) writeFileSync(path, source.bytes);
  else if (source.text !== undefined) writeFileSync(path, source.encoding === "utf-8" ? source.text : gb18030(source.text));
  else if (withOffice || !existsSync(path)) convert(source, path);
}

/** LibreOffice writes the old formats; --headless --convert-to doc|xls. */
function convert({ source, convert: format, file }, path) {
  const work = mkdtempSync(join(tmpdir(), "yingkao-sources-"));
  try {
    const name = file.replace(/\.\w+$/, "");
    const from = join(work, `${name}.${format}x`);
    writeFileSync(from, source);
    execFileSync(
      "soffice",
      [`-env:UserInstallation=file://${join(work, "profile")}`, "--headless", "--convert-to", format, "--outdir", work, from],
      { stdio: "ignore" },
    );
    copyFileSync(join(work, file), path);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
