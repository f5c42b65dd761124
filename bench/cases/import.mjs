import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { longPaper, longWorkbook } from "../make-long-source.mjs";
import { comparison, median, runOnce, sideBySide } from "../measure.mjs";
import { attempt, timesDetail } from "./attempt.mjs";

/** As in documents.mjs: Debian's Python, which has both libraries. */
const python = existsSync("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
const script = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));

/** `criteria import` of a long 细则, against reading the same cells with the library that people use for it. */
export function* importRows({ work, quick, cli, rounds }) {
  const folder = join(work, "import");
  mkdirSync(folder, { recursive: true });
  const size = quick ? 100 : 500;
  for (const [kind, make, baseline] of [
    ["xlsx", longWorkbook, "openpyxl"],
    ["docx", longPaper, "python-docx"],
  ]) {
    const file = join(folder, `细则.${kind}`);
    writeFileSync(file, make(size));
    const ours = [script("read-source.mjs"), file];
    const theirs = [script("read_python.py"), file];
    yield attempt({ what: `只读表：${size} 行 ${kind}，不含启动`, baseline, limit: 1 }, () => {
      compare(folder, ours, theirs);
      const pairs = Array.from({ length: rounds }, () => [inside(process.execPath, ours), inside(python, theirs)]);
      const result = comparison(pairs);
      return { ...result, detail: timesDetail(result, "，格子逐个核对一致") };
    });
    const command = { command: process.execPath, args: [cli, "criteria", "import", file, "-o", join(folder, `${kind}.yaml`), "--force"] };
    const times = [];
    yield attempt({ what: `criteria import ${size} 行 ${kind}，整个命令`, baseline: `${baseline} 只读，整个进程`, limit: 1 }, () => {
      const result = sideBySide(command, { command: python, args: theirs }, rounds);
      return { ...result, detail: timesDetail(result) };
    });
    yield attempt({ what: `criteria import ${size} 行 ${kind} 用时`, baseline: "—", limit: 2, unit: " 秒" }, () => {
      for (let round = 0; round < rounds; round += 1) times.push(runOnce(command).ms / 1000);
      return { ratio: median(times), low: Math.min(...times), high: Math.max(...times), detail: `${rounds} 轮，含启动、读规则、写 YAML` };
    });
  }
}

/** Milliseconds that the program itself measured. */
function inside(command, args) {
  return Number(runOnce({ command, args }).stdout.toString());
}

/** Both read the same cells with the same spans, else the comparison says nothing. */
function compare(folder, ours, theirs) {
  const [mine, other] = [join(folder, "ours.json"), join(folder, "python.json")];
  runOnce({ command: process.execPath, args: [...ours, mine] });
  runOnce({ command: python, args: [...theirs, other] });
  const sorted = (path) =>
    JSON.parse(readFileSync(path, "utf8"))
      .map((cell) => JSON.stringify(cell))
      .toSorted();
  const [left, right] = [sorted(mine), sorted(other)];
  const at = left.findIndex((cell, index) => cell !== right[index]);
  if (at !== -1 || left.length !== right.length)
    throw new Error(`读出的格子不同：${left[at]} ≠ ${right[at]}（${left.length}、${right.length} 格）`);
}
