// npm run bench -- [--only a,c] [--quick]: one table of ratios, each measured against its baseline in the same run. Judges nothing: exit 0.
import { mkdirSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { buildRows } from "./cases/build.mjs";
import { checkRows } from "./cases/check.mjs";
import { documentRows } from "./cases/documents.mjs";
import { falseAlarmRows } from "./cases/false-alarms.mjs";
import { importRows } from "./cases/import.mjs";
import { mappingRows } from "./cases/mapping.mjs";
import { readingRows } from "./cases/reading.mjs";
import { recognitionRows } from "./cases/recognition.mjs";
import { sentenceRows } from "./cases/sentences.mjs";
import { startRows } from "./cases/start.mjs";
import { printTable } from "./table.mjs";

const cases = {
  a: checkRows,
  b: buildRows,
  c: documentRows,
  e: startRows,
  i: importRows,
  f: falseAlarmRows,
  m: mappingRows,
  o: recognitionRows,
  r: readingRows,
  s: sentenceRows,
};
const { values } = parseArgs({ options: { only: { type: "string" }, quick: { type: "boolean", default: false } } });
// d (memory of the build) is measured along with b.
const wanted = new Set((values.only ?? Object.keys(cases).join(",")).split(",").map((id) => (id === "d" ? "b" : id)));

const work = fileURLToPath(new URL("work", import.meta.url));
mkdirSync(work, { recursive: true });
const context = {
  work,
  quick: values.quick,
  cli: fileURLToPath(new URL("../bin/yingkao.js", import.meta.url)),
  rounds: values.quick ? 3 : 5,
};

console.log(
  `本机：${cpus().length} 核 ${cpus()[0]?.model ?? ""}，内存 ${Math.round(totalmem() / 2 ** 30)} GB，Node ${process.version}，${process.platform}`,
);
console.log(`每项与对照交替运行，取中位数之比；最小–最大为逐对之比。${values.quick ? "（--quick：规模缩小，不代表目标规模）" : ""}\n`);

const rows = [];
for (const [id, measure] of Object.entries(cases)) {
  if (!wanted.has(id)) continue;
  for await (const row of measure(context)) {
    rows.push(row);
    process.stderr.write(`${row.what}：${row.failure ?? row.detail}\n`);
  }
}
printTable(rows);
