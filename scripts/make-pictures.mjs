// Draws docs/pictures/*.png from a built demo workspace: node scripts/make-pictures.mjs 演示工作区. Needs LibreOffice, pdftoppm and a Chinese font.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const output = join(resolve(process.argv[2] ?? "演示工作区"), "output");
const pictures = fileURLToPath(new URL("../docs/pictures/", import.meta.url));
const pages = [
  ["全区/自查报告.docx", 1],
  ["全区/对照自查评分说明.docx", 1],
  ["全区/缺项清单.docx", 1],
  ["单位/区教育局/材料清单.docx", 1],
  ["得分汇总.xlsx", 1],
  ["佐证材料目录.xlsx", 1],
];

const work = mkdtempSync(join(tmpdir(), "yingkao-pictures-"));
try {
  mkdirSync(pictures, { recursive: true });
  const sources = pages.map(([path]) => join(output, path));
  const profile = `-env:UserInstallation=file://${join(work, "profile")}`;
  execFileSync("soffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", work, ...sources], { stdio: "ignore" });
  for (const [path, page] of pages) {
    const name = basename(path).replace(/\.\w+$/, "");
    const range = ["-f", String(page), "-l", String(page), "-singlefile"];
    execFileSync("pdftoppm", ["-r", "72", "-png", ...range, join(work, `${name}.pdf`), join(pictures, name)]);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
