// 评分标准 → rules, against labelled sentences. As a program: node bench/cases/sentences.mjs [--verbose] (after npm run build).
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { verdictOf } from "../compare-rules.mjs";
import { attempt } from "./attempt.mjs";

const folder = fileURLToPath(new URL("../../fixtures/sentences", import.meta.url));

/** How many sentences of each set are read rightly, left to a person, or read confidently wrong. */
export async function scoreSets() {
  const { readStandard } = await import("../../dist/criteria/sentences/read-standard.js");
  const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  return files.sort().map((file) => {
    const labels = parse(readFileSync(join(folder, file), "utf8"));
    const results = labels.map((label) => {
      const clause = { points: label.points, title: label.title ?? "", requirement: label.requirement ?? "" };
      const parsed = readStandard(label.text, clause);
      return { label, parsed, verdict: verdictOf(label, parsed) };
    });
    const count = (verdict) => results.filter((result) => result.verdict === verdict).length;
    return { file, results, total: results.length, right: count("right"), manual: count("manual"), wrong: count("wrong") };
  });
}

/** 500 clauses, read five times; the median in seconds. */
export async function timeSentences(clauses = 500) {
  const { readStandard } = await import("../../dist/criteria/sentences/read-standard.js");
  const texts = (await scoreSets()).flatMap(({ results }) => results.map(({ label }) => label));
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    for (let index = 0; index < clauses; index++) {
      const { text, points } = texts[index % texts.length];
      readStandard(text, { points, title: "", requirement: "" });
    }
    return (performance.now() - start) / 1000;
  });
  return times.sort((a, b) => a - b)[2];
}

const percent = (part, whole) => `${((100 * part) / whole).toFixed(1)}%`;

export async function* sentenceRows() {
  for (const { file, total, right, manual, wrong } of await scoreSets()) {
    const detail = `读对 ${right}（${percent(right, total)}），留给人 ${manual}，读错 ${wrong}（${percent(wrong, total)}）`;
    const ratio = (part) => ({ ratio: (100 * part) / total, low: (100 * part) / total, high: (100 * part) / total, detail });
    yield attempt({ what: `评分语句 ${file}，${total} 句，没有读对的`, baseline: "人工标注", limit: 15, unit: "%" }, () =>
      ratio(total - right),
    );
    yield attempt({ what: `评分语句 ${file}，${total} 句，读错而不自知的`, baseline: "人工标注", limit: 1, unit: "%" }, () => ratio(wrong));
  }
  const seconds = await timeSentences();
  yield attempt({ what: "读 500 条评分标准", baseline: "—", limit: 0.2, unit: " 秒" }, () => ({
    ratio: seconds,
    low: seconds,
    high: seconds,
    detail: "5 轮取中位数，不含启动",
  }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const verbose = process.argv.includes("--verbose");
  for (const { file, results, total, right, manual, wrong } of await scoreSets()) {
    console.log(
      `${file}：${total} 句，读对 ${right}（${percent(right, total)}），留给人 ${manual}，读错 ${wrong}（${percent(wrong, total)}）`,
    );
    for (const { label, parsed, verdict } of verbose ? results.filter((result) => result.verdict !== "right") : []) {
      console.log(`\n[${verdict === "wrong" ? "读错" : "留给人"}] ${label.text}（${label.points}分）`);
      console.log(`  应为 ${JSON.stringify(label.rules)}`);
      console.log(`  读成 ${JSON.stringify(parsed.rules.map(({ text, ...rule }) => rule))}`);
      const owed = parsed.evidence.filter(({ per }) => per !== undefined).map(({ id, per, count = 1 }) => `${id}:${per}×${count}`);
      if (owed.length > 0) console.log(`  频次 ${owed.join(" ")}`);
    }
  }
  console.log(`500 条用时 ${(await timeSentences()).toFixed(3)} 秒`);
}
