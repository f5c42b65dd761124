import { describe, expect, test } from "vitest";
import { gapLines, type Paper, type Situation, scoreClauseOf } from "./one-clause.ts";

/** 4 分; 甲局、乙镇、丙镇各交一份责任书, 每少一份扣 1 分. */
const pledges: Situation = {
  clause: `
evidence: [{id: pledge, name: 责任书, kind: 责任书, keywords: [责任书], per: year, from: each}]
rules: [{id: r1, kind: shortfall, evidence: pledge, each: 1}]`,
  cooperating: ["乙镇", "丙镇"],
  returns: { 乙镇: { notApplicable: "辖区没有企业" } },
};
const signedBy = (...units: readonly string[]): readonly Paper[] => units.map((unit) => ({ evidence: "pledge", unit, date: "2024-03-01" }));

describe("部分单位申报不涉及", () => {
  test("核定之前，这个单位的一份列为待定，别的单位不受影响", () => {
    const { range, gaps, result } = scoreClauseOf({ ...pledges, papers: signedBy("甲局", "丙镇") });
    expect(range).toBe("3—4");
    expect(result.state).toBe("open");
    expect(gapLines(gaps)).toEqual(["awaiting 1 not-applicable-unconfirmed"]);
  });

  test("本来就交齐了的，申报不影响得分，但仍要核定", () => {
    const { range, gaps } = scoreClauseOf({ ...pledges, papers: signedBy("甲局", "乙镇", "丙镇") });
    expect(range).toBe("4");
    expect(gapLines(gaps)).toEqual(["awaiting 0 not-applicable-unconfirmed"]);
  });

  test("经核定认可的，只免这一个单位，不免整条", () => {
    const { range, gaps } = scoreClauseOf({ ...pledges, papers: signedBy("甲局"), notApplicable: true });
    expect(range).toBe("3");
    expect(gapLines(gaps)).toEqual(["lost 1 evidence-missing"]);
  });

  test("不予认可的，照样扣分", () => {
    const { range, gaps } = scoreClauseOf({ ...pledges, papers: signedBy("甲局", "丙镇"), notApplicable: false });
    expect(range).toBe("3");
    expect(gapLines(gaps)).toEqual(["lost 1 evidence-missing"]);
  });
});
