import { expect, test } from "vitest";
import { parseCriteria } from "../../../src/criteria/parse-criteria.ts";
import type { Criteria } from "../../../src/model/criteria.ts";
import { editionNames } from "../../../src/report/editions/edition-names.ts";

function criteriaOf(file: string, edition: string): Criteria {
  const text = `title: 考核细则
edition: ${edition}
period: {from: 2024-01-01, to: 2024-12-31}
total: 1
fields: [{id: safety, name: 安全生产}]
sections: [{id: S1, field: safety, title: 责任, clauses: [{id: S1-01, title: 责任书, points: 1, standard: 未签订的扣1分。}]}]
`;
  const parsed = parseCriteria({ path: `criteria/${file}`, text });
  if (!parsed.ok) throw new Error("criteria");
  return parsed.value;
}

test("两稿叫法不同的，按叫法说；叫法一样的，写上文件名才分得清", () => {
  expect(editionNames(criteriaOf("a.yaml", "初稿"), criteriaOf("b.yaml", "正式稿"))).toEqual({
    old: "《考核细则》（初稿）",
    new: "《考核细则》（正式稿）",
  });
  expect(editionNames(criteriaOf("a.yaml", "初稿"), criteriaOf("b.yaml", "初稿"))).toEqual({
    old: "《考核细则》（初稿）（a.yaml）",
    new: "《考核细则》（初稿）（b.yaml）",
  });
});
