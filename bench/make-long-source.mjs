// A 细则 of many rows as a clerk gets it: chapters and sub-chapters merged over their rows, sentences of the labelled set as 评分标准.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { docx, p, table } from "../scripts/sources/docx.mjs";
import { c } from "../scripts/sources/grid.mjs";
import { xlsx } from "../scripts/sources/xlsx.mjs";

const sentences = fileURLToPath(new URL("../fixtures/sentences", import.meta.url));
const heading = "东明区2024年度安全生产和消防工作考核细则";
const header = ["考核项目", "考核要点", "序号", "考核内容", "分值", "评分标准", "考评方式", "责任单位"];
const units = ["区应急管理局", "区住建局", "区消防救援大队", "区教育局；配合单位：区公安局、区卫生健康局", "各镇（街道）"];
const methods = ["查阅文件资料", "实地抽查", "以市级通报为准"];

/** `rows` clauses: a chapter of twenty, a sub-chapter of five. Points are those that the sentence was labelled with. */
export function longSource(rows) {
  const labels = readdirSync(sentences)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .flatMap((name) => parse(readFileSync(`${sentences}/${name}`, "utf8")));
  const lines = Array.from({ length: rows }, (_, index) => {
    const { text, points, title = "", requirement = "" } = labels[index % labels.length];
    const chapter = index % 20 === 0 ? [c(`${index / 20 + 1}、考核项目第${index / 20 + 1}部分`, { rows: Math.min(20, rows - index) })] : [];
    const part = index % 5 === 0 ? [c(`（${(index % 20) / 5 + 1}）要点${index / 5 + 1}`, { rows: Math.min(5, rows - index) })] : [];
    const content = `${title === "" ? "工作落实" : title}。${requirement}（第${index + 1}项）`;
    return [...chapter, ...part, String(index + 1), content, points, text, methods[index % methods.length], units[index % units.length]];
  });
  return [header, ...lines];
}

export function longWorkbook(rows) {
  return xlsx([{ name: "细则", rows: [[c(heading, { cols: header.length })], ...longSource(rows)] }]);
}

export function longPaper(rows) {
  return docx([p(heading, { centred: true }), table(longSource(rows))]);
}
