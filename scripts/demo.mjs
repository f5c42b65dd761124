// npm run demo: makes the sample workspace once, then checks it and writes all documents, as a clerk would.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = "演示工作区";

function yingkao(...args) {
  console.log(`\n$ yingkao ${args.join(" ")}`);
  const { status } = spawnSync(process.execPath, [`${root}bin/yingkao.js`, ...args], { cwd: root, stdio: "inherit" });
  return status ?? 70;
}

if (!existsSync(`${root}${folder}/yingkao.yaml`)) {
  const made = yingkao("init", "--demo", folder);
  if (made !== 0) process.exit(made);
}
// The sample has gaps on purpose, so check answers 1 (gaps), or 3 when a planted file cannot be read; anything else is a fault.
const checked = yingkao("check", "-C", folder);
if (![0, 1, 3].includes(checked)) process.exit(checked);
process.exitCode = yingkao("build", "-C", folder);
