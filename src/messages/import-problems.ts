import type { ImportProblem, TableCandidate } from "../model/import-problem.ts";
import type { SourceFailure } from "../model/source-document.ts";
import { sourcePlaceText } from "./source-place.ts";
import { listed, type Wording, type Words } from "./wording.ts";

const failures = {
  encrypted: { what: "文件加了密码，打不开。", next: "用 Word、Excel 或者 WPS 打开，取消密码后另存再导入。" },
  damaged: { what: "文件已经损坏，读不出内容。", next: "向发文机关重新要一份，或者用 WPS 打开后另存再导入。" },
  unsupported: { what: "这种文件不能导入。", next: "可以导入 .xlsx、.xls、.docx、.doc、.csv；PDF 和图片请先转成 Word。" },
  "no-content": { what: "文件里没有内容。", next: "检查是否拿错了文件。" },
  "too-large": { what: "文件太大，不像一份细则。", next: "只留下细则的表格，另存后再导入。" },
  bomb: { what: "文件解压后大得不正常，没有读。", next: "向发文机关重新要一份。" },
} as const satisfies Record<SourceFailure, Words>;

export const importWording: Wording<ImportProblem> = {
  "source-failure": ({ failure, detail }) => ({
    what: detail === undefined ? failures[failure].what : `${failures[failure].what.slice(0, -1)}：${detail}。`,
    next: failures[failure].next,
  }),
  "no-criteria-table": ({ tables }) => ({
    what:
      tables.length === 0
        ? "没有找到评分表，也没有找到带分值的条目。"
        : `没有找到评分表：${tables.map(({ at, headings }) => `${sourcePlaceText(at)} 的表头是${listed(headings, 6)}`).join("；")}。`,
    next: "评分表的表头里要有考核内容（要点、标准）和分值；检查是否拿错了文件。",
  }),
  "no-points-column": ({ at, headings }) => ({
    what: `${sourcePlaceText(at)} 的表没有分值：表头是${listed(headings, 10)}，各行文字里也没有写几分。`,
    next: "给表加上“分值”一栏，或者在每条后面写上（N分），再导入。",
  }),
  "several-tables": ({ candidates }) => ({
    what: `有几张表都像是细则：${candidates.map(candidateText).join("；")}。不知道用哪一张。`,
    next: choose(candidates),
  }),
  "no-such-table": ({ wanted, candidates }) => ({
    what: `没有「${wanted}」这张表。`,
    next: candidates.length === 0 ? "核对文件。" : `可以选：${candidates.map(candidateText).join("；")}。`,
  }),
  "too-many-rows": ({ at, rows, limit }) => ({
    what: `${sourcePlaceText(at)} 的表有 ${String(rows)} 行，超过 ${String(limit)} 行，不像一份细则。`,
    next: "检查是否拿错了文件；表后面多出来的空行、旧数据删掉再导入。",
  }),
  "cannot-merge": () => ({
    what: "这份细则的 sections、clauses 不是一行一个短横的写法，程序不能在里面更新而不动别的字。",
    next: "把 sections、clauses 改成每一项前面一个短横的写法，再 --update；或者导入成另一个文件，用 criteria diff 对照。",
  }),
  "output-is-source": ({ path }) => ({
    what: `「${path}」是要导入的原件，不能写在它上面。`,
    next: "-o 写另一个名字，以 .yaml 结尾，例如 criteria/2024.yaml。",
  }),
  "output-exists": ({ path }) => ({
    what: `「${path}」已经有了，没有覆盖。`,
    next: "要并入新来源、保留改过的规则和责任单位，加 --update；要整个重写，加 --force；或者换一个名字。",
  }),
};

function candidateText({ number, sheet, at, headings, clauses }: TableCandidate): string {
  return `第 ${String(number)} 张（${sheet === undefined ? sourcePlaceText(at) : `工作表「${sheet}」，${sourcePlaceText(at)}`}，约 ${String(clauses)} 条，表头${listed(headings, 4)}）`;
}

function choose(candidates: readonly TableCandidate[]): string {
  const numbers = candidates.map(({ number }) => String(number));
  const sheets = [...new Set(candidates.flatMap(({ sheet }) => (sheet === undefined ? [] : [sheet])))];
  const bySheet = sheets.length > 1 ? `，或者 --sheet ${sheets.join("、--sheet ")}` : "";
  return `用 --table ${numbers.join("、--table ")} 选一张${bySheet}；几张都要的写 --table ${numbers.join(",")}。`;
}
