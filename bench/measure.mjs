import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const memoryReport = fileURLToPath(new URL("report-memory.mjs", import.meta.url));

/** Runs one command to its end: milliseconds, and for Node its peak memory in MB. Any exit code but the expected ones is an error. */
export function runOnce({ command, args, cwd, okCodes = [0] }) {
  const folder = mkdtempSync(join(tmpdir(), "yingkao-bench-"));
  const memoryFile = join(folder, "memory");
  const node = command === process.execPath;
  const env = { ...process.env, YINGKAO_BENCH_MEMORY: memoryFile };
  const start = performance.now();
  const result = spawnSync(command, args, { cwd, env, maxBuffer: 1 << 30, stdio: ["ignore", "pipe", "pipe"] });
  const ms = performance.now() - start;
  try {
    if (result.error !== undefined) throw result.error;
    if (!okCodes.includes(result.status)) throw new Error(`退出码 ${result.status}：${complaint(result)}`);
    return { ms, stdout: result.stdout, megabytes: node ? readMemory(memoryFile) : undefined };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same Node command, reporting its peak memory as it ends. Costs a few milliseconds, so it is not used where those are measured. */
export function withMemory(task) {
  return { ...task, args: ["--import", memoryReport, ...task.args] };
}

function readMemory(file) {
  try {
    return Number(readFileSync(file, "utf8")) / 1024;
  } catch {
    return undefined;
  }
}

/** What went wrong, in one line: the first that names an error. */
function complaint({ stderr, stdout }) {
  const lines = `${stderr}\n${stdout}`.split("\n").filter((line) => line.trim() !== "");
  return (lines.find((line) => /Error/.test(line)) ?? lines[0] ?? "没有输出").trim().slice(0, 300);
}

/** A B A B …, so that a busy moment of the machine touches both; one unmeasured round first warms the caches. */
export function sideBySide(ours, baseline, rounds) {
  runOnce(ours);
  runOnce(baseline);
  const pairs = [];
  for (let round = 0; round < rounds; round += 1) pairs.push([runOnce(ours).ms, runOnce(baseline).ms]);
  return comparison(pairs);
}

/** Ratio of the medians, with the lowest and highest ratio of a pair run back to back. */
export function comparison(pairs) {
  const ours = median(pairs.map(([a]) => a));
  const baseline = median(pairs.map(([, b]) => b));
  const ratios = pairs.map(([a, b]) => a / b);
  return {
    ratio: ours / baseline,
    low: Math.min(...ratios),
    high: Math.max(...ratios),
    oursMs: ours,
    baselineMs: baseline,
    rounds: pairs.length,
  };
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
