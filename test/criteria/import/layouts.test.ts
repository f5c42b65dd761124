import { describe, expect, test } from "vitest";
import type { DraftCriteria } from "../../../src/criteria/import/draft.ts";
import { formatPoints } from "../../../src/model/points.ts";
import type { SourceDocument, SourceParagraph } from "../../../src/model/source-document.ts";
import { documentOf, draftOf, importDocument, sheetOf, yamlOf } from "./import-file.ts";

const head = ["序号", "考核内容", "分值", "评分标准", "责任单位"];

function clausesOf(draft: DraftCriteria) {
  return draft.sections.flatMap(({ clauses }) => clauses);
}

function codesOf(draft: DraftCriteria): readonly string[] {
  return draft.notes.map(({ code }) => code);
}

/** Why a document is not imported. */
function refused(document: SourceDocument): string {
  const imported = importDocument(document);
  return imported.ok ? "" : imported.words;
}

function p(text: string, paragraph = 1): SourceParagraph {
  return { kind: "paragraph", text, at: { kind: "paragraph", paragraph } };
}

describe("分值怎么写都读得出", () => {
  test.each([
    ["2分", "2"],
    ["40", "40"],
    ["（5分）", "5"],
    ["２．５", "2.5"],
    ["（6分", "6"],
    ["满分3分", "3"],
    ["0.25", "0.25"],
  ])("分值栏写「%s」是 %s 分", (written, points) => {
    const draft = draftOf(
      documentOf(sheetOf([head, ["1", "甲项工作", written, "未做的，扣1分", "县局"], ["2", "乙项工作", "1", "未做的，扣1分", "县局"]])),
    );
    expect(formatPoints(clausesOf(draft)[0]?.points ?? clausesOf(draft)[1]?.points ?? draft.total)).toBe(points);
    expect(codesOf(draft)).not.toContain("points-unread");
  });

  test.each(["1-3", "每项2分", "1至2分", "O.5"])("分值栏写「%s」读不准：写 0 分并列出位置，不猜", (written) => {
    const draft = draftOf(
      documentOf(sheetOf([head, ["1", "甲项工作", written, "未做的，扣1分", "县局"], ["2", "乙项工作", "1", "未做的，扣1分", "县局"]])),
    );
    expect(clausesOf(draft)[0]?.points).toBe(0);
    expect(draft.notes.find(({ code }) => code === "points-unread")).toMatchObject({
      clause: "S1-01",
      text: written,
      at: { kind: "cell", cell: "C2" },
    });
  });

  test("扣Q5分读不准：原文照录并列出", () => {
    const draft = draftOf(
      documentOf(sheetOf([head, ["1", "甲项工作", "2", "未做的，扣Q5分。", "县局"], ["2", "乙项工作", "1", "未做的，扣1分", "县局"]])),
    );
    expect(clausesOf(draft)[0]?.standard).toBe("未做的，扣Q5分。");
    expect(draft.notes).toContainEqual(expect.objectContaining({ code: "amount-unread", text: "扣Q5分", clause: "S1-01" }));
  });
});

describe("条款一条不多、一条不少", () => {
  test("没有编号和分值的行接在上一条后面，并列出", () => {
    const rows = [
      head,
      ["1", "建立台账，明确", "3", "未建立的，扣1分", "县局"],
      ["", "责任人", "", "未明确的，扣1分", ""],
      ["2", "乙项", "2", "未做的，扣1分", "县局"],
    ];
    const draft = draftOf(documentOf(sheetOf(rows)));
    expect(clausesOf(draft).map(({ requirement }) => requirement)).toEqual(["建立台账，明确责任人", "乙项"]);
    expect(draft.notes.find(({ code }) => code === "row-joined")).toMatchObject({ clause: "S1-01", at: { cell: "B3" } });
  });

  test("有编号没有分值的行照样成为一条，写 0 分并列出", () => {
    const draft = draftOf(
      documentOf(sheetOf([head, ["1", "甲项。", "3", "未做的，扣1分", "县局"], ["2", "乙项。", "", "未做的，扣1分", "县局"]])),
    );
    expect(clausesOf(draft)).toHaveLength(2);
    expect(draft.notes).toContainEqual(expect.objectContaining({ code: "points-missing", clause: "S1-02" }));
  });

  test("小计、合计行不是条款；对不上时两个数和位置都说出来", () => {
    const rows = [
      ["考核项目", ...head.slice(1)],
      [["一、组织", 2, 1], "甲项", "3", "扣1分", "县局"],
      ["乙项", "4", "扣1分", "县局"],
      [["小计", 1, 2], "8", "", ""],
      ["二、制度", "丙项", "3", "扣1分", "县局"],
      [["合计", 1, 2], "10", "", ""],
    ] as const;
    const draft = draftOf(documentOf(sheetOf(rows)));
    expect(clausesOf(draft)).toHaveLength(3);
    expect(draft.notes.find(({ code }) => code === "subtotal-differs")).toMatchObject({
      label: "小计",
      printed: 8000,
      computed: 7000,
      at: { cell: "A4" },
    });
    expect(formatPoints(draft.total)).toBe("10");
  });

  test("换页后重复的表头和章名不重复成条、成章", () => {
    const columns = ["考核项目", "考核内容", "分值", "评分标准"];
    const rows = [
      columns,
      ["一、组织", "甲项", "3", "扣1分"],
      ["一、组织", "乙项", "3", "扣1分"],
      columns,
      ["一、组织（续）", "丙项", "3", "扣1分"],
      ["二、制度", "丁项", "3", "扣1分"],
      ["二、制度", "戊项", "3", "扣1分"],
    ];
    const draft = draftOf(documentOf(sheetOf(rows)));
    expect(draft.sections.map(({ title, clauses }) => `${title}${clauses.length}`)).toEqual(["组织3", "制度2"]);
  });
});

describe("谁负责、谁评分、怎么核实", () => {
  const owned = (owner: string) =>
    clausesOf(draftOf(documentOf(sheetOf([head, ["1", "甲项", "3", "扣1分", owner], ["2", "乙项", "3", "扣1分", "县局"]]))))[0];

  test.each([
    ["牵头单位：县应急管理局；配合单位：县公安局、县教育局", ["县应急管理局"], ["县公安局", "县教育局"]],
    ["县应急管理局；配合部门：县公安局", ["县应急管理局"], ["县公安局"]],
    ["县应急管理局（牵头）、县公安局", ["县应急管理局"], ["县公安局"]],
    ["县应急管理局 县公安局", ["县应急管理局", "县公安局"], []],
    ["县应急管理局（配合：各乡镇（街道）、县公安局）", ["县应急管理局"], [{ kind: "township" }, "县公安局"]],
    ["县住建局（配合：各燃气企业）", ["县住建局"], [{ kind: "enterprise", industry: "燃气" }]],
    ["县应急管理局（配合：各重点企业）", ["县应急管理局"], ["各重点企业"]],
    ["县应急管理局(配合单位：县公安局)", ["县应急管理局"], ["县公安局"]],
    ["各乡镇（街道）", [{ kind: "township" }], []],
  ])("责任单位「%s」", (owner, lead, cooperating) => {
    expect(owned(owner)).toMatchObject({ lead, with: cooperating });
  });

  test("评分单位是评分的，不是交材料的", () => {
    const draft = draftOf(
      documentOf(
        sheetOf([
          ["序号", "考核内容", "分值", "评分标准", "评分单位"],
          ["1", "甲项", "3", "扣1分", "省安委办"],
          ["2", "乙项", "3", "扣1分", "省安委办"],
        ]),
      ),
    );
    expect(clausesOf(draft)[0]).toMatchObject({ scorer: "省安委办", lead: [] });
  });

  test.each([
    ["查阅文件资料", undefined],
    ["实地抽查", "onsite"],
    ["以公安机关报送的数据为准", "external"],
    ["根据日常督查检查情况评分", "daily"],
  ])("考评方式「%s」", (method, verification) => {
    const columns = ["序号", "考核内容", "分值", "评分标准", "考评方式"];
    const draft = draftOf(documentOf(sheetOf([columns, ["1", "甲项", "3", "扣1分", method], ["2", "乙项", "3", "扣1分", "查文件"]])));
    expect(clausesOf(draft)[0]?.verification).toBe(verification);
  });
});

describe("代号", () => {
  const rows = [head, ["1", "甲项", "3", "扣1分", "县局"], ["2", "乙项", "3", "扣1分", "县局"]];
  test("同一份文件读两遍，一个字不差；后面加行，前面的代号不变", () => {
    const first = draftOf(documentOf(sheetOf(rows)));
    expect(yamlOf(draftOf(documentOf(sheetOf(rows))))).toBe(yamlOf(first));
    const longer = draftOf(documentOf(sheetOf([...rows, ["3", "丙项", "3", "扣1分", "县局"]])));
    expect(clausesOf(longer).map(({ id }) => id)).toEqual(["S1-01", "S1-02", "S1-03"]);
  });
  test("印制的编号只是编号：重复、跳号都不影响代号", () => {
    const draft = draftOf(documentOf(sheetOf([head, ["30", "甲项", "3", "扣1分", "县局"], ["30", "乙项", "3", "扣1分", "县局"]])));
    expect(clausesOf(draft).map(({ id, label }) => [id, label])).toEqual([
      ["S1-01", "30"],
      ["S1-02", "30"],
    ]);
  });
});

describe("读不成时说清楚", () => {
  test("没有表", () => {
    expect(refused(documentOf(p("各单位要高度重视。")))).toContain("没有找到评分表");
  });
  test("没有分值", () => {
    const rows = [
      ["序号", "考核内容", "评分标准"],
      ["1", "甲项", "视情况评定"],
      ["2", "乙项", "视情况评定"],
    ];
    expect(refused(documentOf(sheetOf(rows)))).toContain("没有分值");
  });
  test("行数多得不像细则", () => {
    const rows = [head, ...Array.from({ length: 6000 }, (_, row) => [String(row), "甲项", "1", "扣1分", "县局"])];
    expect(refused(documentOf(sheetOf(rows)))).toContain("6001 行");
  });
  test("两张表一样像细则时问用哪一张，用 --sheet 就读那一张", () => {
    const table = (name: string, points: string) =>
      sheetOf([head, ["1", "组织领导", points, "扣1分", "县局"], ["2", "经费保障", "2", "扣1分", "县局"]], name);
    const document = documentOf(table("初稿", "3"), table("二稿", "4"));
    expect(refused(document)).toMatch(/工作表「初稿」.*工作表「二稿」[\s\S]*--table 1、--table 2/u);
    const chosen = importDocument(document, "2024年细则.xlsx", { tables: [], sheets: ["二稿"] });
    expect(chosen.ok && formatPoints(chosen.draft.total)).toBe("6");
  });
});

describe("全文的话", () => {
  const table = sheetOf([head, ["1", "甲项", "60", "扣1分", "县局"], ["2", "乙项", "40", "扣1分", "县局"]]);
  test.each([
    [
      "90分以上为优秀，80分以上90分以下为良好，60分以上80分以下为合格，60分以下为不合格（以上包括本数，以下不包括本数）。",
      ["优秀90", "良好80", "合格60", "不合格0"],
    ],
    [
      "考核等次：优秀（90分及以上）、良好（80分及以上）、合格（60分及以上）、不合格（60分以下）。",
      ["优秀90", "良好80", "合格60", "不合格0"],
    ],
  ])("等次「%s」", (text, bands) => {
    expect(draftOf(documentOf(table, p(text))).grades.map(({ name, min }) => `${name}${formatPoints(min)}`)).toEqual(bands);
  });
  test("总分写明的与合计对不上，两个数都说", () => {
    const draft = draftOf(documentOf(p("2023年度考核细则（满分110分）"), table));
    expect(draft.notes).toContainEqual(expect.objectContaining({ code: "total-differs", printed: 110_000, computed: 100_000 }));
    expect(draft.period).toEqual({ from: "2023-01-01", to: "2023-12-31" });
  });
});
