import { rmSync } from "node:fs";
import { join } from "node:path";
import { makeWorkspace } from "../make-workspace.mjs";
import { median, runOnce, withMemory } from "../measure.mjs";
import { attempt, seconds } from "./attempt.mjs";

/** How the whole build grows when files, or clauses and files, double: the exponent is 1 when twice the work takes twice the time. */
export function* buildRows({ work, quick, cli, rounds }) {
  const [clauses, files] = quick ? [100, 2_000] : [500, 10_000];
  const sizes = [
    { clauses, files },
    { clauses, files: files * 2 },
    { clauses: clauses * 2, files: files * 2 },
  ];
  const baseline = `同样的 build，${clauses} 条 × 40 个单位 × ${files} 份`;
  let runs;
  for (const [index, label] of [
    [1, "材料加倍"],
    [2, "条款和材料都加倍"],
  ]) {
    const row = { what: `build 的增长指数：${label}`, baseline, limit: 1.1, unit: "" };
    yield attempt(row, () => {
      runs ??= measureBuilds(work, cli, sizes, Math.min(rounds, 3));
      return growth(runs, index);
    });
  }
  yield attempt(
    { what: `build 的内存峰值（MB），${clauses} 条 × 40 个单位 × ${files * 2} 份`, baseline: "—", limit: 400, unit: " MB" },
    () => {
      if (runs === undefined) throw new Error("build 没有跑成");
      const peaks = runs.map((round) => round[1].megabytes);
      const detail = `条款也加倍时 ${median(runs.map((round) => round[2].megabytes)).toFixed(0)} MB`;
      return { ratio: median(peaks), low: Math.min(...peaks), high: Math.max(...peaks), detail };
    },
  );
}

function measureBuilds(work, cli, sizes, rounds) {
  const roots = sizes.map((size) =>
    makeWorkspace(work, { name: `build-${size.clauses}-${size.files}`, units: 40, sizes: "small", meanBytes: 10_000, ...size }),
  );
  const build = (root) => {
    rmSync(join(root, "output"), { recursive: true, force: true });
    return runOnce(withMemory({ command: process.execPath, args: [cli, "build", "-C", root, "--quiet"], okCodes: [0, 3] }));
  };
  for (const root of roots) build(root);
  return Array.from({ length: rounds }, () => roots.map(build));
}

function growth(runs, index) {
  const exponents = runs.map((round) => Math.log2(round[index].ms / round[0].ms));
  const [base, grown] = [0, index].map((at) => median(runs.map((round) => round[at].ms)));
  return {
    ratio: Math.log2(grown / base),
    low: Math.min(...exponents),
    high: Math.max(...exponents),
    detail: `${seconds(base)} 变为 ${seconds(grown)}，${runs.length} 轮`,
  };
}
