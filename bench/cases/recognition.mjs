import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { comparison, median, runOnce, withMemory } from "../measure.mjs";
import { attempt, seconds } from "./attempt.mjs";

const path = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const addOn = path("addons/ocr");
const pictureNames = ["clean.png", "bad.jpg", "worse.jpg"];

/** Scanned pages of our own making by our recogniser, on both runtimes, and by the tesseract command line with chi_sim: the same pictures, in turn. */
export function* recognitionRows({ work, quick }) {
  const folder = join(work, "scans");
  const rounds = quick ? 1 : 3;
  const measured = {};
  const measure = (name, run) => () => {
    measured[name] ??= run();
    return measured[name];
  };
  const both = measure("both", () => inTurn(scans(folder), rounds));
  yield attempt({ what: "识别扫描件：错字率（汉字和数字）", baseline: "tesseract chi_sim", limit: 0.5 }, () => {
    const { ours, theirs, truth, keys } = both();
    const [mine, other] = [ours, theirs].map((runs) => wrongShare(runs[0].pages, truth));
    const ratio = mine.all / other.all;
    const detail = [ours, theirs].map((runs, i) => `${["我们", "对照"][i]} ${describe(runs[0].pages, truth, keys)}`).join("；");
    return { ratio, low: ratio, high: ratio, detail };
  });
  yield attempt({ what: "识别扫描件：每页用时（含启动）", baseline: "tesseract chi_sim", limit: 4 }, () => {
    const { ours, theirs } = both();
    const result = comparison(ours.map((run, i) => [run.ms, theirs[i].ms]));
    const pace = median(ours.map(({ pages }) => pages.reduce((sum, { ms }) => sum + ms, 0) / pages.length));
    const each = `${seconds(result.oursMs / pictureNames.length)} 对 ${seconds(result.baselineMs / pictureNames.length)}`;
    return { ...result, detail: `${each}；不含启动每分钟 ${(60_000 / pace).toFixed(1)} 页，${rounds} 轮` };
  });
  yield attempt({ what: "识别扫描件：WebAssembly 方式的用时", baseline: "本机运行库", limit: 6 }, () => {
    const { ours, truth, keys } = both();
    const wasm = recognise("wasm", scans(folder).pictures);
    const result = comparison([[wasm.ms, median(ours.map(({ ms }) => ms))]]);
    return { ...result, detail: `1 轮，${describe(wasm.pages, truth, keys)}，内存 ${wasm.megabytes.toFixed(0)} MB` };
  });
  yield attempt({ what: "识别进程的内存峰值（MB）", baseline: "—", limit: 700, unit: " MB" }, () => {
    const peaks = both().ours.map(({ megabytes }) => megabytes);
    return {
      ratio: median(peaks),
      low: Math.min(...peaks),
      high: Math.max(...peaks),
      detail: `${rounds} 轮；对照${theirMemory(scans(folder).pictures)}`,
    };
  });
}

function scans(folder) {
  if (!existsSync(join(folder, "worse.jpg"))) {
    try {
      runOnce({ command: process.execPath, args: [path("scripts/make-scans.mjs"), folder] });
    } catch (error) {
      throw new Error(`做不出扫描页（要有 soffice、pdftoppm、ImageMagick 和思源宋体）：${error.message}`);
    }
  }
  const read = (name) => readFileSync(join(folder, name), "utf8");
  return { pictures: pictureNames.map((name) => join(folder, name)), truth: read("truth.txt"), keys: JSON.parse(read("keys.json")) };
}

function inTurn({ pictures, truth, keys }, rounds) {
  requireBoth();
  const [ours, theirs] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(recognise("native", pictures));
    theirs.push(tesseract(pictures));
  }
  return { ours, theirs, truth, keys };
}

function requireBoth() {
  if (!existsSync(join(addOn, "node_modules"))) throw new Error("没有装识别组件（npm ci --prefix addons/ocr --ignore-scripts），没有测");
  const { stdout, error } = spawnSync("tesseract", ["--list-langs"], { encoding: "utf8" });
  if (error !== undefined || !stdout.includes("chi_sim")) throw new Error("没有 tesseract 或者它的 chi_sim，没有测");
}

function recognise(runtime, pictures) {
  const run = runOnce(withMemory({ command: process.execPath, args: [path("bench/recognise.mjs"), addOn, runtime, ...pictures] }));
  return { ms: run.ms, megabytes: run.megabytes, pages: JSON.parse(run.stdout).pages };
}

function tesseract(pictures) {
  const runs = pictures.map((picture) => runOnce({ command: "tesseract", args: [picture, "stdout", "-l", "chi_sim"] }));
  return { ms: runs.reduce((sum, { ms }) => sum + ms, 0), pages: runs.map(({ stdout }) => ({ text: stdout.toString("utf8") })) };
}

function theirMemory(pictures) {
  const { stderr, error } = spawnSync("/usr/bin/time", ["-f", "%M", "tesseract", pictures[1], "stdout", "-l", "chi_sim"], {
    encoding: "utf8",
  });
  const kilobytes = Number(stderr?.trim().split("\n").at(-1));
  return error !== undefined || !(kilobytes > 0) ? "没有 GNU time，没有测" : ` ${(kilobytes / 1024).toFixed(0)} MB`;
}

/** 干净页 100.0%、要素 7/7、坏页 … */
function describe(pages, truth, keys) {
  const { each } = wrongShare(pages, truth);
  return pages
    .map(
      ({ text }, i) => `${["清楚页", "坏页", "复印页"][i]} ${((1 - each[i]) * 100).toFixed(1)}%、要素 ${found(text, keys)}/${keys.length}`,
    )
    .join("，");
}

function wrongShare(pages, truth) {
  const right = letters(truth);
  const each = pages.map(({ text }) => distance(right, letters(text)) / right.length);
  return { each, all: each.reduce((sum, share) => sum + share, 0) / each.length };
}

function found(text, keys) {
  const flat = text.replaceAll(/\s/gu, "");
  return keys.filter((key) => flat.includes(key)).length;
}

function letters(text) {
  return [...text.replaceAll(/[^\p{Script=Han}\d]/gu, "")];
}

/** Levenshtein over characters. */
function distance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, letter] of a.entries()) {
    const next = [i + 1];
    for (const [j, other] of b.entries())
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)));
    row = next;
  }
  return row.at(-1) ?? 0;
}
