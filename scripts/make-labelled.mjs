// Writes fixtures/labelled: documents as units hand them in, with the clause that a careful person would give them.
// documents.ndjson holds the text of most of them; some are real files below files/. Same script, same bytes.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { misread } from "./labelled/misread.mjs";
import { writeReal } from "./labelled/real-files.mjs";
import { reportFolders, reportGeneric, reportShapes, reportWeak } from "./labelled/report-shapes.mjs";
import { reportSubjects } from "./labelled/report-subjects.mjs";
import { reportStrangers, tuneStrangers } from "./labelled/strangers.mjs";
import { tuneFolders, tuneGeneric, tuneShapes, tuneWeak } from "./labelled/tune-shapes.mjs";
import { tuneSubjects } from "./labelled/tune-subjects.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const target = join(root, "fixtures/labelled");
const criteria = parse(readFileSync(join(root, "criteria/sample-2024.yaml"), "utf8"));

/** Folder of a unit → its name as it signs, and the code of its 文号. */
const issuers = {
  应急局: ["东明区应急管理局", "东应急"],
  消防大队: ["东明区消防救援大队", "东消"],
  农业局: ["东明区农业农村局", "东农"],
  公安局: ["东明区公安分局", "东公"],
  教育局: ["东明区教育局", "东教"],
  民政局: ["东明区民政局", "东民"],
  卫健局: ["东明区卫生健康局", "东卫"],
  住建局: ["东明区住房和城乡建设局", "东建"],
  交通局: ["东明区交通运输局", "东交"],
  市场监管局: ["东明区市场监督管理局", "东市监"],
  文旅局: ["东明区文化和旅游局", "东文旅"],
  城关街道: ["城关街道办事处", "城办"],
  河口镇: ["河口镇人民政府", "河政"],
  东明燃气: ["东明燃气有限公司", "东燃"],
  恒泰化工: ["恒泰化工有限公司", "恒泰"],
  建工集团: ["东明建工集团有限公司", "建工"],
  精锐机械: ["精锐机械制造有限公司", "精锐"],
};
const shapeOfKind = {
  会议纪要: "minutes",
  会议记录: "minutes",
  签到表: "signin",
  台账: "table",
  花名册: "table",
  数据: "table",
  清单: "table",
  责任书: "pledge",
  承诺书: "pledge",
  总结: "report",
  报告: "report",
  宣传: "report",
  检查记录: "record",
  值班记录: "record",
  学习记录: "record",
  复查: "record",
  演练: "record",
  培训: "record",
  整改: "record",
};

const clauses = new Map();
// Printed numbers count anew in every field, so the folders bear the section's title and the clause's own number.
for (const section of criteria.sections)
  for (const clause of section.clauses) {
    const own = String(clause.label).replaceAll(/\D/gu, "").padStart(2, "0");
    clauses.set(clause.id, { clause, folder: `${section.title}/${own}${plain(clause.title)}` });
  }

function plain(title) {
  return title.replaceAll(/[“”"、（）]/gu, "");
}

const formats = {
  letter: ["docx", "pdf", "docx", "text"],
  minutes: ["docx", "pdf"],
  signin: ["docx", "pdf"],
  table: ["xlsx", "xlsx", "csv"],
  pledge: ["docx", "pdf"],
  report: ["docx", "docx", "html"],
  record: ["docx", "pdf"],
};
const extensions = { docx: "docx", pdf: "pdf", text: "txt", xlsx: "xlsx", csv: "csv", html: "html", jpeg: "jpg" };

const documents = [];
const paths = new Set();
function add({ path: wished, ...document }) {
  let path = wished;
  for (let copy = 2; paths.has(`${document.part}/${path}`); copy += 1) path = wished.replace(/(\.[a-z]+)$/u, ` (${copy})$1`);
  paths.add(`${document.part}/${path}`);
  documents.push({ id: `${document.part}-${String(documents.length + 1).padStart(3, "0")}`, path, ...document });
}

const parts = {
  tune: {
    subjects: tuneSubjects,
    strangers: tuneStrangers,
    shapes: tuneShapes,
    weak: tuneWeak,
    generic: tuneGeneric,
    folders: tuneFolders,
  },
  report: {
    subjects: reportSubjects,
    strangers: reportStrangers,
    shapes: reportShapes,
    weak: reportWeak,
    generic: reportGeneric,
    folders: reportFolders,
  },
};

for (const [part, { subjects, strangers, shapes, weak, generic, folders }] of Object.entries(parts)) {
  const aside = (at) => folders[at % folders.length];
  const meaningless = (at) => generic[at % generic.length];
  const place = (unit, folder, name, format) =>
    [unit, folder, `${name}.${extensions[format]}`].filter((segment) => segment !== "").join("/");
  for (const [at, [truth, unit, title, name, one, two]] of subjects.entries()) {
    const [clauseId, evidenceId] = truth.split("/");
    const { clause, folder } = clauses.get(clauseId);
    const kind = clause.evidence.find((requirement) => requirement.id === evidenceId).kind;
    const shape = shapeOfKind[kind] ?? "letter";
    const [issuer, code] = issuers[unit];
    const facts = { title, one, two, issuer, code, year: 2024, salt: at * 7 + 3 };
    const format = title === "" ? "jpeg" : formats[shape][at % formats[shape].length];
    const lines = title === "" ? [] : shapes[shape](facts);
    const wrong = clauses.get(subjects[(at + 11) % subjects.length][0].split("/")[0]).folder;
    add({
      part,
      group: "told",
      why: "folder",
      path: place(unit, folder, meaningless(at), format),
      truth: [truth, clauseId],
      format,
      lines,
    });
    add({ part, group: "told", why: "name", path: place(unit, aside(at), name, format), truth: [truth], format, lines });
    if (at % 3 === 0)
      add({ part, group: "told", why: "wrong-folder", path: place(unit, wrong, name, format), truth: [truth], format, lines });
    if (title === "") continue;
    add({
      part,
      group: "content",
      why: "title",
      path: place(unit, aside(at + 1), meaningless(at + 3), format),
      truth: [truth],
      format,
      lines,
      real: at % 2 === 0,
    });
    if (weak[shape] !== undefined) {
      const vague = shapes[shape]({
        ...facts,
        title: weak[shape],
        one: `${title.replace(/（.*）|记录表?$|纪要$|签到表$|总结$|小结$/gu, "")}：${one}`,
      });
      add({
        part,
        group: "content",
        why: "text",
        path: place(unit, aside(at + 2), meaningless(at + 5), format),
        truth: [truth, clauseId],
        format,
        lines: vague,
      });
    } else if (at % 2 === 1) {
      const last = shapes[shape]({ ...facts, title: title.replaceAll("2024", "2022"), year: 2022 });
      add({
        part,
        group: "content",
        why: "last-year",
        path: place(unit, aside(at + 2), meaningless(at + 4), format),
        truth: [truth],
        format,
        lines: last,
      });
    }
    const noisy = lines.map(([text, look], line) => [misread(text, at * 100 + line), look === "t" ? "c" : look]);
    add({
      part,
      group: "scan",
      why: "recognised",
      path: place(unit, aside(at), meaningless(at + 1), at % 2 === 0 ? "pdf" : "jpeg"),
      truth: [truth, clauseId],
      format: at % 2 === 0 ? "pdf" : "jpeg",
      lines: noisy,
      recognised: true,
    });
    if (at % 5 === 0) {
      const [other, , otherTitle, , otherOne, otherTwo] = subjects[(at + 7) % subjects.length];
      if (otherTitle !== "") {
        const otherLines = shapes.report({ ...facts, title: otherTitle, one: otherOne, two: otherTwo });
        // The name promises this requirement, the paper is another one: only the paper's own clause may be believed.
        add({
          part,
          group: "content",
          why: "name-lies",
          path: place(unit, aside(at), name, "docx"),
          truth: [other, other.split("/")[0]],
          format: "docx",
          lines: otherLines,
        });
      }
    }
  }
  for (const [at, [unit, title, shape, one, two, near]] of strangers.entries()) {
    const [issuer, code] = issuers[unit];
    const format = formats[shape][at % formats[shape].length];
    const lines = shapes[shape]({ title, one, two, issuer, code, year: 2024, salt: at * 5 + 1 });
    const truth = near === undefined ? ["-"] : ["-", near];
    add({
      part,
      group: "none",
      why: "generic",
      path: place(unit, aside(at), meaningless(at), format),
      truth,
      format,
      lines,
      real: at % 4 === 0,
    });
    add({ part, group: "none", why: "named", path: place(unit, aside(at + 1), title, format), truth, format, lines });
    const wrong = clauses.get(subjects[(at * 2) % subjects.length][0].split("/")[0]).folder;
    add({ part, group: "none", why: "in-a-folder", path: place(unit, wrong, meaningless(at + 2), format), truth, format, lines });
    if (near === undefined) continue;
    const own = clauses.get(near).folder;
    const name = at % 2 === 0 ? title : meaningless(at + 1);
    add({ part, group: "none", why: "near-in-its-folder", path: place(unit, own, name, format), truth, format, lines });
  }
}

rmSync(target, { recursive: true, force: true });
mkdirSync(join(target, "files"), { recursive: true });
const written = [];
let reals = 0;
for (const { real, lines, ...document } of documents) {
  const bytes = real === true ? writeReal(document.format, lines) : undefined;
  if (bytes === undefined) {
    written.push({ ...document, lines });
    continue;
  }
  const file = `files/${document.id}.${extensions[document.format]}`;
  mkdirSync(dirname(join(target, file)), { recursive: true });
  writeFileSync(join(target, file), bytes);
  written.push({ ...document, file });
  reals += 1;
}
writeFileSync(join(target, "workspace.yaml"), workspaceYaml());
writeFileSync(join(target, "documents.ndjson"), `${written.map((document) => JSON.stringify(document)).join("\n")}\n`);
const count = (part) => written.filter((document) => document.part === part).length;
console.log(`fixtures/labelled：${written.length} 份（调校 ${count("tune")}，报告 ${count("report")}），其中真实文件 ${reals} 份`);

function workspaceYaml() {
  const units = [
    ["区应急管理局", "应急局", "department"],
    ["区消防救援大队", "消防大队", "department"],
    ["区农业农村局", "农业局", "department"],
    ["区公安分局", "公安局", "department"],
    ["区教育局", "教育局", "department"],
    ["区民政局", "民政局", "department"],
    ["区卫生健康局", "卫健局", "department"],
    ["区住房和城乡建设局", "住建局", "department"],
    ["区交通运输局", "交通局", "department"],
    ["区市场监督管理局", "市场监管局", "department"],
    ["区文化和旅游局", "文旅局", "department"],
    ["城关街道", "城关街道", "township"],
    ["河口镇", "河口镇", "township"],
    ["东明燃气有限公司", "东明燃气", "enterprise", "燃气"],
    ["恒泰化工有限公司", "恒泰化工", "enterprise", "危险化学品"],
    ["东明建工集团有限公司", "建工集团", "enterprise", "建筑施工"],
    ["精锐机械制造有限公司", "精锐机械", "enterprise", "机械制造"],
  ];
  const lines = units.map(
    ([name, folder, kind, industry]) =>
      `  - { name: ${name}, folder: ${folder}, kind: ${kind}${industry === undefined ? "" : `, industry: ${industry}`} }`,
  );
  return `# 标注集的单位；由 scripts/make-labelled.mjs 生成。\ntitle: 标注集\norganization: 东明区人民政府\ncriteria: ../../criteria/sample-2024.yaml\nunits:\n${lines.join("\n")}\n`;
}
