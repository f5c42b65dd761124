import fc from "fast-check";
import { expect, test } from "vitest";
import { parseCriteria } from "../../../src/criteria/parse-criteria.ts";
import { compactText } from "../../../src/model/chinese-text.ts";
import { documentOf, importDocument, sheetOf, yamlOf } from "./import-file.ts";

const words = [
  "",
  "",
  "一、组织领导（10分）",
  "（二）会议制度",
  "1",
  "2.",
  "3、",
  "一",
  "5",
  "2分",
  "(-0.5分)",
  "0",
  "1-3",
  "每项2分",
  "小计",
  "合计",
  "100",
  "甲项工作",
  "未开展的，扣2分。",
  "每少1次扣0.5分，扣完为止",
  "注：以上包括本数",
  "一票否决项",
  "发生较大事故的，一票否决",
  "加分项（最多5分）",
  "受表彰的加2分",
  "县应急管理局",
  "牵头：县局；配合：乡镇",
  "查阅资料",
  "建立台账（3分）",
  "得1.5分",
  "续表",
  "—",
  "扣Q5分",
];
const headings = ["序号", "考核项目", "考核内容", "考核要点", "分值", "评分标准", "考评方式", "责任单位", "评分单位", "备注", "佐证材料"];
const cell = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...words) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...words), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })) },
);
const table = fc.tuple(
  fc.uniqueArray(fc.constantFrom(...headings), { minLength: 3, maxLength: 7 }),
  fc.array(fc.array(cell, { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 14 }),
);

test("再乱的表，导入也不出错：写出的细则读得回来，代号不重复，有字的格一个不丢", () => {
  fc.assert(
    fc.property(table, ([head, body]) => {
      const source = sheetOf([["某县2024年度安全生产考核细则"], head, ...body]);
      const imported = importDocument(documentOf(source));
      if (!imported.ok) return;
      const yaml = yamlOf(imported.draft);
      const parsed = parseCriteria({ path: "细则.yaml", text: yaml });
      const errors = parsed.ok ? [] : parsed.errors.map(({ code }) => code).filter((code) => code !== "no-clauses");
      expect(errors, yaml).toEqual([]);
      const kept = compactText(`${yaml}${JSON.stringify(imported.draft.notes)}`);
      // Headings that a row repeats, sums and points are not texts.
      const texts = source.rows
        .slice(2)
        .flat()
        .map(({ text }) => text)
        .filter((text) => text.length >= 3 && !headings.includes(text) && !/^[-\d(]/u.test(text));
      const lost = texts.filter(
        (text) =>
          !kept.includes(compactText(text.replace(/^(?:[一1-9][、.]|（[一二]）)|（\d+分）|牵头：|配合：/gu, "").split("；")[0] ?? "")),
      );
      expect(lost, yaml).toEqual([]);
    }),
    { numRuns: 600 },
  );
});
