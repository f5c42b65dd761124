import fc from "fast-check";
import { expect, test } from "vitest";
import { parseCriteria } from "../../../src/criteria/parse-criteria.ts";
import { editionOf, freshMeeting, meeting, mergedOf, plan, type WrittenClause } from "./edition-yaml.ts";

test("沿用的读法一字不差地带过去，人写的注释也在；原文、分值、编号是新稿的", () => {
  const { text } = mergedOf(editionOf("初稿", [meeting]), editionOf("正式稿", [{ ...freshMeeting, points: 5 }]));
  for (const line of [...(meeting.reading ?? []), ...(meeting.above ?? [])]) expect(text).toContain(line);
  expect(text).toContain("points: 5");
  expect(text).not.toContain("待核对");
});

test("新稿没有条款名称、名称取自原文开头的，沿用初稿的名称：文件夹是按它起的", () => {
  const untitled = { ...freshMeeting, title: "安委会每季度召开全体会议" };
  const { text, criteria, plan: planned } = mergedOf(editionOf("初稿", [meeting]), editionOf("正式稿", [untitled]));
  expect(criteria.sections[0]?.clauses[0]?.title).toBe("定期研究部署安全生产");
  expect(planned.carries[0]?.outcome).toBe("kept");
  expect(text).not.toContain("title: 安委会每季度召开全体会议");
  const renamed = mergedOf(editionOf("初稿", [meeting]), editionOf("正式稿", [{ ...freshMeeting, title: "定期研究安全" }]));
  expect(renamed.criteria.sections[0]?.clauses[0]?.title).toBe("定期研究安全");
});

test("同一批单位写法不同（各乡镇（街道）、各燃气企业）不算责任单位变了", () => {
  const own: WrittenClause = {
    ...meeting,
    reading: [
      ...(meeting.reading ?? []).slice(1),
      "units: {lead: 区应急管理局, with: [{kind: township}, {kind: enterprise, industry: 燃气}]}",
    ],
  };
  const printed: WrittenClause = {
    ...freshMeeting,
    reading: [...(freshMeeting.reading ?? []), "units: {lead: 区应急管理局, with: [各乡镇（街道）, 各燃气企业]}"],
  };
  const { plan: planned } = mergedOf(editionOf("初稿", [own]), editionOf("正式稿", [printed]));
  expect(planned.carries[0]?.outcome).toBe("kept");
});

test("没有采用的读法写在条款下面的注释里，再换一次版不重复带", () => {
  const changed = { ...freshMeeting, standard: "每季度至少召开1次全体会议，每少1次扣2分。" };
  const first = mergedOf(editionOf("初稿", [meeting]), editionOf("二稿", [changed]));
  expect(first.text).toContain("#|   - {id: quarterly, kind: shortfall, evidence: minutes, each: 1, text: 每少1次扣1分}");
  const source = { path: "criteria/二稿.yaml", text: first.text };
  const again = mergedOf({ source, criteria: first.criteria }, editionOf("正式稿", [changed]));
  expect(again.text).not.toContain("#|");
  expect(again.text).toContain("# 办公室：纪要要有签字");
});

test("两稿的版本名一样的，注释里说旧版、新版", () => {
  const changed = { ...freshMeeting, standard: "每季度至少召开1次全体会议，每少1次扣2分。" };
  const next = editionOf("示例", [changed]);
  const { text } = mergedOf(editionOf("示例", [meeting]), { ...next, source: { ...next.source, path: "criteria/正式稿.yaml" } });
  expect(text).toContain("#| 旧版的读法（S1-01）没有采用");
});

test("新稿没有写的总体约定（无佐证的处理、精度）照旧版", () => {
  const { text, criteria } = mergedOf(
    editionOf("初稿", [meeting], ["noEvidence: rules # 市里答复过"]),
    editionOf("正式稿", [freshMeeting]),
  );
  expect(criteria.noEvidence).toBe("rules");
  expect(text).toContain("noEvidence: rules # 市里答复过");
});

test("人要的、新稿没有提的材料留着", () => {
  const next: WrittenClause = {
    ...freshMeeting,
    standard: "每季度至少召开1次全体会议，每少1次扣2分。",
    reading: [
      "inputs:",
      "  - { id: n, name: 次数, type: number }",
      "rules:",
      "  - { kind: deduct_each, each: 2, input: n, text: 每少1次扣2分 }",
    ],
  };
  const { criteria, text } = mergedOf(editionOf("初稿", [meeting]), editionOf("正式稿", [next]));
  expect(criteria.sections[0]?.clauses[0]?.evidence.map(({ id }) => id)).toEqual(["minutes"]);
  expect(text).toContain("# 专题会不算");
});

const amounts = fc.integer({ min: 1, max: 4 });
const topics = [
  "会议纪要归档",
  "应急预案修订",
  "隐患排查整治",
  "宣传教育培训",
  "物资储备管理",
  "信息统计报送",
  "举报奖励兑现",
  "责任书签订",
];

/** An edition of clauses about different matters, every rule with an id that is nowhere else. */
function clauseOf(topic: number, amount: number, points: number): WrittenClause {
  const name = topics[topic] ?? "";
  const id = `S1-${String(topic + 1).padStart(2, "0")}`;
  const standard = `未按规定开展${name}的，扣${String(amount)}分；${name}记录不全的，每处扣0.5分。`;
  return {
    id,
    title: name,
    points,
    requirement: `按规定开展${name}，做好${name}记录。`,
    standard,
    reading: [
      "inputs:",
      `  - {id: done${String(topic)}, name: 开展了${name}, type: yesno}`,
      `  - {id: gaps${String(topic)}, name: ${name}记录不全, type: number, measure: 处}`,
      "rules:",
      `  - {id: rule${String(topic)}a, kind: deduct, points: ${String(amount)}, input: done${String(topic)}, is: false, text: 未按规定开展${name}的，扣${String(amount)}分}`,
      `  - {id: rule${String(topic)}b, kind: deduct_each, each: 0.5, input: gaps${String(topic)}, text: ${name}记录不全的，每处扣0.5分}`,
    ],
  };
}

const someTopics = fc.uniqueArray(fc.integer({ min: 0, max: topics.length - 1 }), { minLength: 1, maxLength: 6 });
const clauses = fc.tuple(someTopics, fc.array(fc.tuple(amounts, amounts), { minLength: 6, maxLength: 6 })).map(([chosen, values]) =>
  chosen.map((topic, index) => {
    const [amount, extra] = values[index] ?? [1, 1];
    return clauseOf(topic, amount, amount + extra);
  }),
);

/** As the import would number and read them: other ids, ids by habit. */
function fresh(written: readonly WrittenClause[]): readonly WrittenClause[] {
  return written.map((clause, index) => ({
    ...clause,
    id: `S1-${String(index + 1).padStart(2, "0")}`,
    reading: (clause.reading ?? []).map((line) =>
      line
        .replace(/id: rule\d[ab], /u, "")
        .replace(/done\d/gu, "fact")
        .replace(/gaps\d/gu, "count"),
    ),
  }));
}

test("不论怎么换版，旧版的规则一条不少：在新细则里（采用的或者注释里的），或者在没有带过来的内容里", () => {
  fc.assert(
    fc.property(clauses, clauses, (before, after) => {
      const old = editionOf("初稿", before);
      const { text, orphans, plan: planned, criteria } = mergedOf(old, editionOf("正式稿", fresh(after)));
      const everything = `${text}\n${orphans.flatMap(({ lines }) => lines).join("\n")}`;
      for (const line of before.flatMap(({ reading }) => reading ?? []).filter((each) => each.includes("kind:")))
        expect(everything).toContain(line.trim());
      // Every old id is a clause's, a former one or a retired one, and never two of these.
      const homes = [
        ...criteria.sections.flatMap((section) => section.clauses.flatMap(({ id, formerIds = [] }) => [id, ...formerIds])),
        ...(criteria.retired ?? []).map(({ id }) => id),
      ];
      expect(new Set(homes).size).toBe(homes.length);
      expect(homes).toEqual(expect.arrayContaining(before.map(({ id }) => id)));
      // A clause that goes on under its id is about the same matter, or a person is told to look.
      for (const carry of planned.carries.filter(({ outcome }) => outcome === "kept")) {
        const now = criteria.sections.flatMap((section) => section.clauses).find(({ id }) => id === carry.to[0]);
        expect(now?.title).toBe(carry.old.clause.title);
      }
      expect(parseCriteria({ path: "再读.yaml", text }).ok).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test("原样再换一次版：什么都不变，没有要核对的", () => {
  fc.assert(
    fc.property(clauses, (written) => {
      const old = editionOf("初稿", written);
      const { plan: planned, text } = mergedOf(old, old);
      expect(planned.carries.map(({ outcome }) => outcome)).toEqual(written.map(() => "kept"));
      expect(text).toBe(old.source.text);
    }),
    { numRuns: 50 },
  );
});

test("旧细则写成一整行括号，逐行并不了：说清楚，不写", () => {
  const old = editionOf("初稿", [plan]);
  const flow = {
    path: "初稿.yaml",
    text: JSON.stringify({
      title: "细则",
      period: { from: "2024-01-01", to: "2024-12-31" },
      total: 3,
      fields: [{ id: "a", name: "甲" }],
      sections: [{ id: "S1", field: "a", title: "乙", clauses: [{ id: "S1-01", title: "丙", points: 3 }] }],
    }),
  };
  const parsed = parseCriteria(flow);
  if (!parsed.ok) throw new Error("not read");
  expect(() => mergedOf({ source: flow, criteria: parsed.value }, old)).toThrow("cannot-merge");
});
