import { expect, test } from "vitest";
import { standardReader } from "../../../src/criteria/import/standard-reader.ts";
import { updateCriteria } from "../../../src/criteria/import/update/update-criteria.ts";
import { parseCriteria } from "../../../src/criteria/parse-criteria.ts";
import { documentOf, draftOf, sheetOf, words, yamlOf } from "./import-file.ts";

const head = ["考核项目", "考核内容", "分值", "评分标准", "责任单位"];
const rows = [
  [["一、组织领导（10分）", 2, 1], "制定年度安全生产工作要点", "4", "未制定工作要点的，扣2分。", "县应急管理局"],
  ["定期召开安委会全体会议", "6", "每季度至少召开1次，每少1次扣1分。", "县应急管理局"],
  [["二、隐患治理（10分）", 2, 1], "建立重大隐患挂牌督办台账", "5", "未建立台账的，扣2分。", "县应急管理局"],
  ["组织开展消防安全专项检查", "5", "未开展专项检查的，扣3分。", "县消防大队"],
] as const;

const draft = (body: readonly (readonly unknown[])[] = rows) =>
  draftOf(documentOf(sheetOf([head, ...body] as Parameters<typeof sheetOf>[0])));
const first = yamlOf(draft());

function update(old: string, body: readonly (readonly unknown[])[] = rows) {
  const updated = updateCriteria({
    old: { path: "细则.yaml", text: old },
    draft: draft(body),
    sources: ["2024年细则.xlsx"],
    words,
    readStandard: standardReader,
  });
  if (!updated.ok) throw new Error(updated.errors.map(({ code }) => code).join(", "));
  const parsed = parseCriteria({ path: "细则.yaml", text: updated.value.text });
  if (!parsed.ok) throw new Error(`${parsed.errors.map(({ code }) => code).join(", ")}\n${updated.value.text}`);
  return { ...updated.value, clauses: parsed.value.sections.flatMap(({ clauses }) => clauses), criteria: parsed.value };
}

/** A change to the rows: row and column from 0. */
function changed(row: number, column: number, text: string) {
  return rows.map((cells, index) => (index === row ? cells.map((cell, at) => (at === column ? text : cell)) : cells));
}

test("同一份文件再导入一遍：一个字都不变，改过的规则、责任单位、注释也不变", () => {
  const edited = first
    .replace("units: { lead: 县消防大队 }", "units: { lead: 县消防救援大队, with: [县公安局] } # 已改名")
    .replace("      - id: S1-02", "      # 例会改在月初，见会议通知\n      - id: S1-02")
    .replace("total: 20", "total: 20\nnoEvidence: rules # 去年就是这样");
  expect(update(first).text).toBe(first);
  const again = update(edited);
  expect(again.text).toBe(edited);
  expect([again.updated, again.added, again.orphans]).toEqual([[], [], []]);
});

test("原文改了、规则没人动过：原文和规则一起换新，代号不变", () => {
  const again = update(first, changed(0, 3, "未制定工作要点的，扣3分。"));
  expect(again.updated).toEqual(["S1-01"]);
  expect(again.clauses[0]).toMatchObject({ id: "S1-01", standard: "未制定工作要点的，扣3分。", rules: [{ kind: "deduct", points: 3000 }] });
});

test("原文改了、规则有人改过：原文换新，规则照原样保留并请人核对", () => {
  const edited = first.replace("points: 2, evidence", "points: 1.5, evidence");
  expect(edited).not.toBe(first);
  const again = update(edited, changed(0, 3, "未制定工作要点的，扣3分。"));
  expect(again.clauses[0]).toMatchObject({ standard: "未制定工作要点的，扣3分。", rules: [{ kind: "deduct", points: 1500 }] });
  expect(again.text).toMatch(/# 待核对：原文已改，.*规则有人改过，照原样保留，请核对/u);
});

test("分值改了：只换分值；责任单位与新来源不同的照原样保留并说明", () => {
  const edited = first.replace("lead: 县消防大队", "lead: 县消防救援大队");
  const again = update(edited, changed(3, 1, "6"));
  expect(again.clauses[3]).toMatchObject({ id: "S2-02", maxPoints: 6000, lead: [{ name: "县消防救援大队" }] });
  expect(again.draft.notes).toContainEqual(expect.objectContaining({ code: "kept-units", source: "县消防大队", clause: "S2-02" }));
});

test("插入一条：旧条款的代号不动，新条款用没有用过的代号", () => {
  const inserted = [
    [["一、组织领导（10分）", 3, 1], "签订安全生产目标责任书", "1", "未签订责任书的，扣1分。", "县应急管理局"],
    rows[0].slice(1),
    ...rows.slice(1),
  ];
  const again = update(first, inserted);
  expect(again.clauses.map(({ id, title }) => [id, title])).toEqual([
    ["S1-03", "签订安全生产目标责任书"],
    ["S1-01", "制定年度安全生产工作要点"],
    ["S1-02", "定期召开安委会全体会议"],
    ["S2-01", "建立重大隐患挂牌督办台账"],
    ["S2-02", "组织开展消防安全专项检查"],
  ]);
  expect(again.added).toEqual(["S1-03"]);
});

test("去掉的条款照原样交还，一行不少；移到别的考核项目的带着规则走", () => {
  const moved = [rows[0], [...rows[1]], [["二、隐患治理（5分）", 1, 1], ...rows[3].slice(0)]];
  const edited = first.replace("      - id: S2-01", "      # 台账样式见附件\n      - id: S2-01");
  const again = update(edited, moved);
  expect(again.orphans.map(({ id }) => id)).toEqual(["S2-01"]);
  expect(again.orphans[0]?.lines.join("\n")).toContain("# 台账样式见附件");
  expect(again.clauses.map(({ id }) => id)).toEqual(["S1-01", "S1-02", "S2-02"]);
  expect(again.criteria.sections[1]).toMatchObject({ id: "S2", maxPoints: 5000 });
});

test("章节调换次序：章的代号跟着条款走", () => {
  const swapped = [rows[2], rows[3], rows[0], rows[1]];
  const again = update(first, swapped);
  expect(again.criteria.sections.map(({ id, title }) => [id, title])).toEqual([
    ["S2", "隐患治理"],
    ["S1", "组织领导"],
  ]);
  expect(again.orphans).toEqual([]);
});

test("换成完全不同的细则：代号不重复，旧条款一条不少地交还", () => {
  const other = [
    [["一、队伍建设（5分）", 1, 1], "组建专业扑火队伍", "5", "队员少于30人的，每少1人扣1分。", "县林业局"],
    [["二、物资储备（5分）", 1, 1], "扑火机具按标准配齐", "3", "每缺1台扣0.5分。", "县林业局"],
    ["二、物资储备（5分）", "定期保养并登记", "2", "无登记的，扣1分。", "县林业局"],
  ];
  const again = update(first, other);
  expect(new Set(again.clauses.map(({ id }) => id)).size).toBe(3);
  expect(again.orphans.map(({ id }) => id)).toEqual(["S1-01", "S1-02", "S2-01", "S2-02"]);
});

test("细则写成一行括号的，不硬改，说明原因", () => {
  const flow =
    "title: 甲\nperiod: { from: 2024-01-01, to: 2024-12-31 }\ntotal: 1\nfields: [{ id: F1, name: 甲 }]\nsections: [{ id: S1, field: F1, title: 甲, clauses: [{ id: S1-01, title: 乙, points: 1 }] }]\n";
  const updated = updateCriteria({
    old: { path: "细则.yaml", text: flow },
    draft: draft(),
    sources: ["a.xlsx"],
    words,
    readStandard: standardReader,
  });
  expect(updated).toMatchObject({ ok: false, errors: [{ code: "cannot-merge" }] });
});

test("新增的条款不用已删去的条款和旧代号用过的代号", () => {
  const old = `${first.replace("- id: S1-02", "- id: S1-02\n        formerIds: [S3-02]")}retired:\n  - { id: S3-01, title: 旧条款 }\n`;
  const more = [...rows, ["组织应急救援演练", "3", "未组织演练的，扣3分。", "县应急管理局"]];
  expect(update(old, more).added).toEqual(["S3-03"]);
});
