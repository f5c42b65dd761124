import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { makePapers } from "../make-papers.mjs";
import { makeWorkspace } from "../make-workspace.mjs";
import { median, runOnce, sideBySide } from "../measure.mjs";
import { attempt, seconds, timesDetail } from "./attempt.mjs";

const stage = fileURLToPath(new URL("../gather-once.mjs", import.meta.url));
const okCodes = [0, 1, 3];

/**
 * The second run over unchanged files reads none: the whole check, and the two stages alone (listing and gathering), each against a
 * bare walk that asks for size and time. The first run, with the cache deleted, against reading all bytes once. Last, how a check of papers
 * that must be judged by their texts grows with their number: every one is ranked and held against those near it.
 */
export function* readingRows({ work, quick, cli, rounds }) {
  const files = quick ? 2_000 : 20_000;
  const workspace = () =>
    makeWorkspace(work, { name: `reading-${files}`, clauses: 200, units: 40, files, sizes: "own", meanBytes: 64 * 1024 });
  const walk = (root) => ({ command: "sh", args: ["-c", `find '${join(root, "evidence")}' -printf '%s %T@ %p\\n' > /dev/null`] });
  const once = (root, ...more) => ({ command: process.execPath, args: [stage, root, ...more] });
  const row = (what, baseline, limit) => ({ what: `${what}，${files} 份材料`, baseline, limit });

  for (const [what, command] of [
    ["再次 check（一份不读）", (root) => ({ command: process.execPath, args: [cli, "check", "-C", root, "--quiet"], okCodes })],
    ["再次清点、取回读数，不评分", (root) => once(root)],
  ]) {
    yield attempt(row(what, "1.5 × find -printf + 1 秒", 1), () => {
      const root = workspace();
      return againstAllowance(sideBySide(command(root), walk(root), rounds));
    });
  }
  yield attempt(row("第一次读", "find | xargs -P2 sha256sum", 3), () => {
    const root = workspace();
    const command = `find '${join(root, "evidence")}' -type f -print0 | xargs -0 -P2 sha256sum`;
    const result = sideBySide(once(root, "--fresh"), { command: "sh", args: ["-c", command] }, rounds);
    rmSync(join(root, ".yingkao"), { recursive: true, force: true });
    return { ...result, detail: timesDetail(result) };
  });
  const clauses = quick ? 320 : 2_560;
  const growth = {
    what: `再次 check 的增长指数：${clauses} 条，有文字的材料加倍`,
    baseline: `同样的 check，${files / 2} 份`,
    limit: 1.1,
    unit: "",
  };
  yield attempt(growth, () => growthOfPapers(work, cli, { clauses, files }, Math.min(rounds, 3)));
}

function growthOfPapers(work, cli, { clauses, files }, rounds) {
  const roots = [files / 2, files].map((count) =>
    makePapers(work, { name: `papers-${clauses}-${count}`, clauses, units: 40, files: count }),
  );
  const check = (root) => runOnce({ command: process.execPath, args: [cli, "check", "-C", root, "--quiet"], okCodes }).ms;
  for (const root of roots) check(root);
  const pairs = Array.from({ length: rounds }, () => roots.map(check));
  const exponents = pairs.map(([half, all]) => Math.log2(all / half));
  const [half, all] = [0, 1].map((at) => median(pairs.map((pair) => pair[at])));
  const detail = `${seconds(half)} 变为 ${seconds(all)}，${rounds} 轮`;
  return { ratio: Math.log2(all / half), low: Math.min(...exponents), high: Math.max(...exponents), detail };
}

/** What the issue allows is a sum, not a multiple: 1.5 times the walk and one second. */
function againstAllowance(result) {
  const allowed = 1.5 * result.baselineMs + 1_000;
  const share = result.oursMs / allowed;
  return { ...result, ratio: share, low: share, high: share, detail: timesDetail(result, `，允许 ${seconds(allowed)}`) };
}
