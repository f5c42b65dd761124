import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { listTasks, tasksByUnit } from "../../../src/criteria/export/list-tasks.ts";
import { parseCriteria } from "../../../src/criteria/parse-criteria.ts";
import { unitWords } from "../../../src/model/criteria-paper.ts";
import { parseDate } from "../../../src/model/dates.ts";
import { taskSummary, unitTaskTable } from "../../../src/report/criteria/task-table.ts";
import type { Value } from "../../../src/report/table-source.ts";
import { root } from "./round-trip.ts";

const source = { path: "细则.yaml", text: readFileSync(join(root, "criteria/sample-2024.yaml"), "utf8") };
const parsed = parseCriteria(source);
if (!parsed.ok) throw new Error("the sample parses");
const deadline = parseDate("2024-12-05");
const tasks = tasksByUnit(
  listTasks({
    criteria: parsed.value,
    unitsOf: ({ lead, cooperating }) => ({
      lead: lead.map((unit) => unitWords([unit])),
      cooperating: cooperating.map((unit) => unitWords([unit])),
    }),
    deadlineOf: (unit) => (unit === "区应急管理局" ? deadline : undefined),
  }),
);

function said(value: Value | undefined): string {
  if (value?.kind === "lines") return value.lines.join("；");
  return value?.kind === "count" ? String(value.count) : "";
}

/** Rows of one clause: without number and the columns that people fill in. */
function rowsOf(unit: string, clause: string): readonly (readonly string[])[] {
  const rows = unitTaskTable(tasks.get(unit) ?? []).rows;
  const all = rows.flatMap((row) => (row.kind === "group" ? [] : [row.values.map(said)]));
  return all.filter((row) => row[2]?.startsWith(clause)).map((row) => row.slice(1, 9));
}

describe("责任分解表", () => {
  test("每项材料一行：几份、哪段时间的、什么时候交、关系到多少分；签到表随纪要", () => {
    expect(rowsOf("区应急管理局", "S1-02")).toEqual([
      [
        "牵头",
        "S1-02 2.定期研究部署安全生产",
        "2.5分",
        "安委会全体会议纪要",
        "每季度1份，共4份",
        "2024年",
        "每季度末，最后一期2024年12月31日",
        "每季度至少召开1次安委会全体会议，每少1次扣0.4分",
      ],
      [
        "牵头",
        "S1-02 2.定期研究部署安全生产",
        "2.5分",
        "安委会全体会议签到表",
        "每份安委会全体会议纪要配1份",
        "2024年",
        "与安委会全体会议纪要同时",
        "会议无签到表的，每次扣0.1分，最多扣0.4分",
      ],
      [
        "牵头",
        "S1-02 2.定期研究部署安全生产",
        "2.5分",
        "填报：政府主要负责人主持安委会会议次数（次）",
        "",
        "",
        "2024年12月5日",
        "政府主要负责人全年主持会议少于2次的，扣0.5分",
      ],
    ]);
  });

  test("上一年度的材料写明年份，一次性材料按单位报送期限", () => {
    const [, , prior] = rowsOf("区应急管理局", "S1-01");
    expect(prior?.slice(2, 7)).toEqual(["2分", "上一年度安全生产履职报告", "1份", "2023年", "2024年12月5日"]);
  });

  test("各单位各交各的，配合单位也各有一行；牵头单位交的，配合单位只写配合", () => {
    expect(rowsOf("各乡镇（街道）", "S1-04").map((row) => row[3])).toEqual(["安全生产目标责任书"]);
    expect(rowsOf("区教育局", "S2-01")).toEqual([
      ["配合", "S2-01 1.落实“三个必须”", "2分", "配合区应急管理局准备：部门安全生产责任清单", "", "", "", "随本条一并计分"],
    ]);
  });

  test("否决项没有分值，加分项写明是加分", () => {
    expect(rowsOf("区应急管理局", "V1-01").every((row) => row[2] === "否决项")).toBe(true);
    expect(rowsOf("区应急管理局", "B1-01")[0]?.[2]).toBe("加1.5分");
  });

  test("每个单位的每一条都在表里，一条不少", () => {
    for (const section of parsed.value.sections) {
      for (const clause of section.clauses) {
        for (const unit of new Set([...clause.lead, ...clause.cooperating].map((selector) => unitWords([selector]))))
          expect(rowsOf(unit, `${clause.id} `).length).toBeGreaterThan(0);
      }
    }
    expect(taskSummary(tasks.get("区应急管理局") ?? [])).toMatch(/^牵头\d+条、配合\d+条，应备材料\d+项$/u);
  });
});
