import { countVerdicts, mapLabelled } from "../labelled.mjs";
import { attempt } from "./attempt.mjs";

const modules = {
  parseCriteria: "criteria/parse-criteria.js",
  parseWorkspace: "workspace/parse-workspace.js",
  assignUnits: "workspace/assign-units.js",
  classify: "evidence/classify.js",
  matchFiles: "mapping/match-files.js",
  describeExtract: "reading/facts/describe-extract.js",
  readDocument: "reading/read-document.js",
};
const parts = { tune: "调校用", report: "报告用（没有逐份看过）" };
/** The share that may be missed: 1 − the recall that is asked for. */
const groups = { told: ["文件夹或文件名写明", 0.03], content: ["只有内容写明", 0.1], scan: ["扫描件，文字由识别得来", 0.2] };

/** Which clause a file belongs to, told from folder, name and content: wrong without a word, and missed. Percent of the labelled set. */
export async function* mappingRows() {
  const program = await loadProgram();
  for (const [part, name] of Object.entries(parts)) {
    const verdicts = await mapLabelled(program, part);
    const all = countVerdicts(verdicts);
    const detail = `${all.files} 份，认错 ${all.wrong} 份；直接认定的准确率 ${percent(all.precision)}`;
    const row = { what: `对应条款，悄悄认错，${name}`, baseline: "人工标注", limit: 0.5, unit: "%" };
    yield attempt(row, () => same(all.silentWrong * 100, detail));
    for (const [group, [label, missed]] of Object.entries(groups)) {
      const counts = countVerdicts(verdicts.filter(({ document }) => document.group === group));
      const found = `${counts.files} 份，认定或列为候选 ${percent(counts.recall)}，直接认定 ${percent(counts.matchedOnly)}，认到具体材料 ${percent(counts.proved)}，认错 ${counts.wrong} 份`;
      const goal = { what: `对应条款，漏掉的，${label}，${name}`, baseline: "人工标注", limit: missed * 100, unit: "%" };
      yield attempt(goal, () => same((1 - counts.recall) * 100, found));
    }
  }
}

async function loadProgram() {
  const entries = await Promise.all(
    Object.entries(modules).map(async ([name, path]) => [name, (await import(new URL(`../../dist/${path}`, import.meta.url)))[name]]),
  );
  return Object.fromEntries(entries);
}

function same(value, detail) {
  return { ratio: value, low: value, high: value, detail };
}

function percent(rate) {
  return `${(rate * 100).toFixed(1)}%`;
}
