import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runOnce, sideBySide, withMemory } from "../measure.mjs";
import { syntheticDocuments } from "../synthetic-documents.mjs";
import { attempt, timesDetail } from "./attempt.mjs";

/** Debian's Python, which has python3-docx and python3-openpyxl; elsewhere whatever `python3` is. */
const python = existsSync("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
const script = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));

/** The same documents by our renderers and by the two Python libraries that people use for this, process start included. */
export function* documentRows({ work, quick, rounds }) {
  const size = quick
    ? { units: 10, clausesPerUnit: 50, clauses: 200, files: 5_000 }
    : { units: 40, clausesPerUnit: 50, clauses: 500, files: 20_000 };
  const documents = syntheticDocuments(size);
  for (const [kind, dump, baseline, module] of [
    ["DOCX", { papers: documents.papers, workbooks: [] }, "python-docx", "docx"],
    ["XLSX", { papers: [], workbooks: documents.workbooks }, "openpyxl", "openpyxl"],
  ]) {
    const count = dump.papers.length + dump.workbooks.length;
    yield attempt({ what: `写 ${count} 份 ${kind}（内容相同）`, baseline, limit: 0.5 }, () => {
      requirePython(module);
      const [file, ours, theirs] = prepare(work, kind, dump);
      const result = sideBySide(
        { command: process.execPath, args: [script("write-ours.mjs"), file, ours] },
        { command: python, args: [script("write_python.py"), file, theirs] },
        Math.min(3, rounds),
      );
      runOnce({ command: python, args: [script("write_python.py"), "--compare", ours, theirs] });
      return { ...result, detail: timesDetail(result, "，内容逐格核对一致") };
    });
  }
  yield attempt({ what: `${size.files} 行带链接工作簿的内存峰值（MB）`, baseline: "—", limit: 300, unit: " MB" }, () => {
    const [file, ours] = prepare(work, "目录", { papers: [], workbooks: documents.workbooks.slice(-1) });
    const peaks = [1, 2, 3].map(
      () => runOnce(withMemory({ command: process.execPath, args: [script("write-ours.mjs"), file, ours] })).megabytes,
    );
    return { ratio: peaks.toSorted((a, b) => a - b)[1], low: Math.min(...peaks), high: Math.max(...peaks), detail: "整个进程，3 轮" };
  });
}

function prepare(work, kind, dump) {
  const folders = ["ours", "python"].map((side) => join(work, `documents-${kind}`, side));
  for (const folder of folders) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  const file = join(work, `documents-${kind}`, "dump.json");
  writeFileSync(file, JSON.stringify(dump));
  return [file, ...folders];
}

function requirePython(module) {
  try {
    runOnce({ command: python, args: ["-c", `import ${module}`] });
  } catch {
    throw new Error(`没有 python3-${module}，这一项没有测`);
  }
}
