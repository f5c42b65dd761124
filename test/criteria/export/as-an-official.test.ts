import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { diffEditions } from "../../../src/criteria/editions/diff-editions.ts";
import { describeNote } from "../../../src/messages/import-notes.ts";
import type { Criteria } from "../../../src/model/criteria.ts";
import { editionRows, editionSummary } from "../../../src/report/editions/edition-rows.ts";
import { cellsOf, openDocument, retype } from "./edit-document.ts";
import { exported, imported, root, withoutPlaces } from "./round-trip.ts";

const yaml = readFileSync(join(root, "criteria/sample-2024.yaml"), "utf8");

/** Columns of the printed table. */
const column = { title: 2, requirement: 3, points: 4, standard: 5, materials: 10 } as const;

/** What an official does to the printed 细则 in Word: a row moved, one split, points changed, a sentence changed, a column renamed. */
async function editedByHand(): Promise<{ readonly before: Criteria; readonly bytes: Uint8Array }> {
  const { criteria, bytes } = await exported(yaml, "docx");
  const document = openDocument(bytes);
  const { rows, rowOf } = document;
  const edit = (id: string, change: (row: string) => string): void => {
    rows[rowOf(id)] = change(rows[rowOf(id)] ?? "");
  };
  const [moved = ""] = rows.splice(rowOf("S1-03"), 1);
  rows.splice(rowOf("S2-01") + 1, 0, moved);
  // 拆成两条: the row is copied, 代号 and all, and both copies are cut down.
  const whole = rows[rowOf("S1-02")] ?? "";
  const sentences = (cellsOf(whole)[column.standard] ?? "").split("；");
  const one = retype(retype(whole, column.standard, `${sentences[0] ?? ""}。`), column.points, "1.6");
  const two = retype(
    retype(retype(whole, column.title, "会议签到和主持"), column.standard, sentences.slice(1).join("；")),
    column.points,
    "0.9",
  );
  rows.splice(rowOf("S1-02"), 1, one, two);
  edit("S1-01", (row) => retype(row, column.points, "3"));
  edit("S6-01", (row) => retype(row, column.standard, (cellsOf(row)[column.standard] ?? "").replace("扣0.25分", "扣0.5分")));
  const header = rows.findIndex((row) => cellsOf(row).includes("评分标准"));
  rows[header] = (rows[header] ?? "").replace("评分标准", "扣分细则");
  return { before: criteria, bytes: document.save() };
}

describe("在 Word 里改过的细则", () => {
  test("移动、拆分、改分值、改文字、改栏目名称，比对时一处不少", async () => {
    const { before, bytes } = await editedByHand();
    const { criteria: after } = await imported(bytes, "docx");
    const diff = diffEditions(before, after);
    expect(editionSummary(diff)).toMatchInlineSnapshot(`"拆分1条，有改动3条，未变72条"`);
    expect(
      editionRows(diff).map(({ kind, old, new: next, details }) => [
        kind,
        old.map(({ clause }) => clause.id),
        next.map(({ clause }) => clause.id),
        details,
      ]),
    ).toMatchInlineSnapshot(`
      [
        [
          "有改动",
          [
            "S1-01",
          ],
          [
            "S1-01",
          ],
          [
            "分值由2分改为3分",
          ],
        ],
        [
          "拆分",
          [
            "S1-02",
          ],
          [
            "S1-02",
            "S1-06",
          ],
          [],
        ],
        [
          "有改动",
          [
            "S1-03",
          ],
          [
            "S1-03",
          ],
          [
            "由“党政领导责任”移到“部门监管责任”",
          ],
        ],
        [
          "有改动",
          [
            "S6-01",
          ],
          [
            "S6-01",
          ],
          [
            "评分标准有改动：…估报告的，每次扣［删：0.25］［增：0.5］分。",
          ],
        ],
      ]
    `);
  });

  test("没有动过的条款，规则、材料、事实照旧；移动的也照旧", async () => {
    const { before, bytes } = await editedByHand();
    const { criteria: after } = await imported(bytes, "docx");
    const clauses = (criteria: Criteria): ReadonlyMap<string, unknown> =>
      new Map(criteria.sections.flatMap((section) => section.clauses.map((clause) => [clause.id, withoutPlaces(clause)])));
    const touched = new Set(["S1-01", "S1-02", "S1-03", "S6-01"]);
    const [old, fresh] = [clauses(before), clauses(after)];
    for (const [id, clause] of old) if (!touched.has(id)) expect(fresh.get(id)).toEqual(clause);
    const moved = Object.entries(old.get("S1-03") as object).filter(([key]) => key !== "subsection");
    expect(fresh.get("S1-03")).toEqual({ ...Object.fromEntries(moved), section: "S2" });
  });

  test("原话没有变的规则照旧；只改了数字的，还用单位认得的材料和事实", async () => {
    const { before, bytes } = await editedByHand();
    const { criteria: after } = await imported(bytes, "docx");
    const of = (criteria: Criteria, id: string) => criteria.sections.flatMap(({ clauses }) => clauses).find((clause) => clause.id === id);
    const [old, changed] = [of(before, "S6-01"), of(after, "S6-01")];
    expect(withoutPlaces([changed?.evidence, changed?.inputs])).toEqual(withoutPlaces([old?.evidence, old?.inputs]));
    expect(withoutPlaces(changed?.rules.slice(0, 2))).toEqual(withoutPlaces(old?.rules.slice(0, 2)));
    expect(changed?.rules[2]).toMatchObject({ kind: "shortfall", evidence: "review", each: 500, text: "演练无评估报告的，每次扣0.5分" });
    const [whole, one, two] = [of(before, "S1-02"), of(after, "S1-02"), of(after, "S1-06")];
    expect([...(one?.rules ?? []), ...(two?.rules ?? [])].map((rule) => withoutPlaces({ ...rule, id: "" }))).toEqual(
      whole?.rules.map((rule) => withoutPlaces({ ...rule, id: "" })),
    );
    expect(withoutPlaces(two?.inputs)).toEqual(withoutPlaces(whole?.inputs));
  });

  test("拆开的两条，材料跟着用它的规则走：一份材料不证明两条", async () => {
    const { bytes } = await editedByHand();
    const { criteria } = await imported(bytes, "docx");
    const of = (id: string) => criteria.sections.flatMap(({ clauses }) => clauses).find((clause) => clause.id === id);
    expect(["S1-02", "S1-06"].map((id) => of(id)?.evidence.map(({ name, per }) => [name, per]))).toMatchInlineSnapshot(`
      [
        [
          [
            "安委会全体会议纪要",
            "quarter",
          ],
        ],
        [
          [
            "安委会全体会议纪要",
            "quarter",
          ],
          [
            "安委会全体会议签到表",
            "none",
          ],
        ],
      ]
    `);
  });

  test("改过的地方都列出来，合计对不上的也列出来", async () => {
    const { bytes } = await editedByHand();
    const { draft } = await imported(bytes, "docx");
    expect(draft.notes.map((note) => `${note.clause ?? ""} ${describeNote(note)}`.trim())).toMatchInlineSnapshot(`
      [
        "「党政领导责任」写明 8 分，各条合计 7.5 分",
        "S1-01 分值由 2 分改为 3 分，评分标准的文字没有改，规则照旧",
        "S1-02 考核内容或评分标准改过，原来的规则 3 条里 1 条原话没有变、照旧，其余按新的文字读",
        "S1-06 代号「S1-02」用了两次，这一条改为「S1-06」",
        "小计写明 8 分，各条合计 7.5 分",
        "「部门监管责任」写明 9 分，各条合计 10.5 分",
        "小计写明 9 分，各条合计 10.5 分",
        "S6-01 考核内容或评分标准改过，原来的规则 3 条里 2 条原话没有变、照旧，其余按新的文字读",
        "合计写明 100 分，各条合计 101 分",
      ]
    `);
  });
});
