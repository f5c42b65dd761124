import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseCriteria } from "../../../src/criteria/parse-criteria.ts";
import { describeNote } from "../../../src/messages/import-notes.ts";
import type { Clause, Criteria } from "../../../src/model/criteria.ts";
import type { SourceCell, SourceDocument } from "../../../src/model/source-document.ts";
import { readSource } from "../../../src/reading/tables/read-source.ts";
import { documentOf, draftOf, sheetOf, yamlOf } from "../import/import-file.ts";
import { exported, root, withoutPlaces } from "./round-trip.ts";

const yaml = readFileSync(join(root, "criteria/sample-2024.yaml"), "utf8");

type Edit = (cell: SourceCell, sheet: string) => string | undefined;

/** The sample as an Excel file in which a person changed cells; undefined empties a cell. */
async function edited(
  edit: Edit,
  annex = true,
): Promise<{ readonly before: Criteria; readonly after: Criteria; readonly notes: readonly string[] }> {
  const { criteria, bytes } = await exported(yaml, "xlsx", annex);
  const read = await readSource(bytes, "细则.xlsx");
  if (!read.ok) throw new Error(read.failure);
  const parts = read.document.parts.map((part) =>
    part.kind === "paragraph"
      ? part
      : { ...part, rows: part.rows.map((row) => row.map((cell) => ({ ...cell, text: edit(cell, part.sheet ?? "") ?? "" }))) },
  );
  const document: SourceDocument = { ...read.document, parts };
  const draft = draftOf(document, "细则.xlsx");
  const parsed = parseCriteria({ path: "新.yaml", text: yamlOf(draft) });
  if (!parsed.ok) throw new Error(parsed.errors.map(({ code }) => code).join(", "));
  return { before: criteria, after: parsed.value, notes: draft.notes.map((note) => `${note.clause ?? ""} ${describeNote(note)}`.trim()) };
}

function clausesOf({ sections }: Criteria): readonly Clause[] {
  return sections.flatMap(({ clauses }) => clauses);
}

function clauseOf(criteria: Criteria, id: string): Clause | undefined {
  return clausesOf(criteria).find((clause) => clause.id === id);
}

/** What stands in the printed table, without our reading. */
function verbatim(criteria: Criteria): unknown {
  const sections = criteria.sections.map((section) => ({
    ...section,
    field: criteria.fields.find(({ id }) => id === section.field)?.name,
    clauses: section.clauses.map(({ id, label, subsection, title, maxPoints, requirement, standard, scorer, verification }) => ({
      id,
      label,
      subsection,
      title,
      maxPoints,
      requirement,
      standard,
      scorer,
      verification,
    })),
  }));
  const fields = criteria.fields.map(({ name, lead, weight }) => ({ name, lead, weight }));
  return withoutPlaces({ ...criteria, fields, sections });
}

describe("导出的细则在 Excel 里改过", () => {
  test("没有附“评分规则（程序用）”的，原文、代号、分值、等次照样读回，评分标准重新读", async () => {
    const { before, after, notes } = await edited(({ text }) => text, false);
    expect(verbatim(after)).toEqual(verbatim(before));
    expect(notes.filter((note) => !note.includes("写作人工评定") && !note.includes("一票否决"))).toEqual([]);
    expect(clausesOf(after).every(({ rules }) => rules.length > 0)).toBe(true);
  });

  test("代号一栏删了，按文字认出原来的条款", async () => {
    const { before, after } = await edited(({ text, column }, sheet) =>
      column === 2 && /考核评分表|加分|否决/u.test(sheet) ? undefined : text,
    );
    expect(withoutPlaces(after)).toEqual(withoutPlaces(before));
  });

  test("附表里一行改坏了，这一条按文字重新读并列出，其余照旧", async () => {
    const { before, after, notes } = await edited(({ text }, sheet) =>
      sheet.startsWith("评分规则") && text.includes("安委会全体会议纪要") ? text.replace('"', "“") : text,
    );
    expect(notes).toEqual(expect.arrayContaining(["附表「评分规则（程序用）」里「S1-02」一行读不通，没有用，按文字重新读"]));
    expect(clauseOf(after, "S1-02")?.standard).toBe(clauseOf(before, "S1-02")?.standard);
    expect(withoutPlaces(clauseOf(after, "S1-01"))).toEqual(withoutPlaces(clauseOf(before, "S1-01")));
  });

  test("责任单位改了几个：没有改的一类单位照旧，新写的按名称", async () => {
    const { before, after, notes } = await edited(({ text }) => (text === "各乡镇（街道）、各企业" ? "区水利局、各乡镇（街道）" : text));
    const changed = clausesOf(after).filter(({ cooperating }) =>
      cooperating.some((unit) => unit.kind === "name" && unit.name === "区水利局"),
    );
    expect(changed.length).toBeGreaterThan(0);
    expect(withoutPlaces(changed[0]?.cooperating)).toEqual([
      { kind: "name", name: "区水利局" },
      { kind: "match", unitKind: "township" },
    ]);
    expect(notes).toEqual([]);
    expect(clausesOf(after).map(({ rules }) => withoutPlaces(rules))).toEqual(clausesOf(before).map(({ rules }) => withoutPlaces(rules)));
  });

  test("佐证材料栏添了一种：添的写作建议，原有的连同频次照旧", async () => {
    const { before, after, notes } = await edited(({ text }) =>
      text.startsWith("安委会全体会议纪要") ? `${text}\n安全生产形势分析报告（每季度1份）` : text,
    );
    const [old, fresh] = [clauseOf(before, "S1-02"), clauseOf(after, "S1-02")];
    expect(withoutPlaces(fresh?.evidence.slice(0, 2))).toEqual(withoutPlaces(old?.evidence));
    expect(fresh?.evidence[2]).toMatchObject({ name: "安全生产形势分析报告", kind: "报告", per: "quarter", count: 1 });
    expect(notes).toEqual(["S1-02 佐证材料栏改过：增加了安全生产形势分析报告（每季度1份）"]);
  });

  test("考核项目的分值改了，还是原来的考核项目", async () => {
    const { after, notes } = await edited(({ text }) => text.replace("一、党政领导责任（8分）", "一、党政领导责任（9分）"));
    expect(after.sections[0]).toMatchObject({ id: "S1", label: "一、", title: "党政领导责任", maxPoints: 9000 });
    expect(notes).toEqual(["「党政领导责任」写明 9 分，各条合计 8 分", "总分写明 100 分，各考核项目合计 101 分"]);
  });

  test("等次、总分、合理缺项改了，按改后的；写法不认识的列出来", async () => {
    const { after, notes } = await edited(({ text }) => {
      if (text === "90分（含）以上") return "92分以上";
      if (text === "60分（含）至80分") return "看情况";
      return text === "从总分中扣除，其余按比例折算" ? "按满分计" : text;
    });
    expect(after.grades.map(({ name, min }) => [name, min])).toEqual([
      ["优秀", 92_000],
      ["良好", 80_000],
      ["不合格", 0],
    ]);
    expect(after.notApplicable).toBe("full");
    expect(notes).toContain("等次没有读懂：合格 看情况");
  });

  test("规则用到的等次改了名，这一条按文字重新读并列出", async () => {
    const { before, after, notes } = await edited(({ text }, sheet) => (sheet === "评定等次" && text === "合格" ? "及格" : text));
    expect(notes).toEqual(expect.arrayContaining(["V1-02 附表「评分规则（程序用）」里「V1-02」一行读不通，没有用，按文字重新读"]));
    const others = (criteria: Criteria): unknown => withoutPlaces(clausesOf(criteria).filter(({ id }) => id !== "V1-02"));
    expect(others(after)).toEqual(others(before));
  });

  test("少了一行，列出少的是哪一条", async () => {
    let row = -1;
    const { notes } = await edited((cell, sheet) => {
      if (sheet === "考核评分表" && cell.text === "S1-04") row = cell.row;
      return sheet === "考核评分表" && cell.row === row ? undefined : cell.text;
    });
    expect(notes).toContain("表里没有了这些条款：S1-04");
  });
});

test("别人的表，有一栏也叫“条款名称”或者“代号”，照一般的细则读", () => {
  const rows = (heading: string): readonly (readonly string[])[] => [
    [heading, "考核内容", "分值", "评分标准", "牵头单位"],
    ["甲", "制定年度工作要点。", "2", "未制定的，扣2分。", "区应急管理局"],
    ["乙", "组织应急演练。", "3", "未组织的，扣3分。", "区应急管理局"],
  ];
  for (const heading of ["条款名称", "代号"]) {
    const draft = draftOf(documentOf(sheetOf(rows(heading))), "细则.xlsx");
    expect(draft.sections.flatMap(({ clauses }) => clauses.map(({ id }) => id))).toEqual(["S1-01", "S1-02"]);
  }
});
