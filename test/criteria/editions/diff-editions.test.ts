import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changedWords } from "../../../src/criteria/editions/changed-words.ts";
import { diffEditions } from "../../../src/criteria/editions/diff-editions.ts";
import type { ClauseMatch, EditionDiff } from "../../../src/model/edition-diff.ts";
import { type ClauseText, drill, edition, fire, meeting, pledge } from "./editions.ts";

const draft = edition({ 党政领导责任: [meeting, pledge, drill], 火灾防控: [fire] });
const ids = (clauses: ClauseMatch["old"]): readonly string[] => clauses.map(({ clause }) => clause.id);
const codes = (match: ClauseMatch | undefined): readonly string[] => (match?.changes ?? []).map(({ code }) => code);
const matchOf = (diff: EditionDiff, id: string): ClauseMatch | undefined => diff.matches.find((match) => ids(match.new).includes(id));

describe("比对初稿和正式稿", () => {
  test("一字未改的两稿，没有任何差别", () => {
    const diff = diffEditions(draft, draft);
    expect(diff.matches.map(({ kind, confidence, doubtful }) => [kind, confidence, doubtful])).toEqual(
      Array.from({ length: 4 }, () => ["same", 100, false]),
    );
    expect([diff.added, diff.removed, diff.frame]).toEqual([[], [], []]);
  });

  test("前面插了一条，后面的编号顺延：只算改号，不算新条款", () => {
    const study: ClauseText = {
      id: "N-01",
      label: "1.",
      title: "理论学习中心组专题学习",
      points: 1,
      requirement: "理论学习中心组每年至少安排1次专题学习。",
      standard: "未安排专题学习的，不得分。",
    };
    const next = edition({
      党政领导责任: [
        study,
        { ...meeting, id: "N-02", label: "2." },
        { ...pledge, id: "N-03", label: "3." },
        { ...drill, id: "N-04", label: "4." },
      ],
      火灾防控: [fire],
    });
    const diff = diffEditions(draft, next);
    expect(diff.added.map(({ clause }) => clause.id)).toEqual(["N-01"]);
    expect(diff.removed).toEqual([]);
    expect(codes(matchOf(diff, "N-03"))).toEqual(["renumbered"]);
    expect(ids(matchOf(diff, "N-03")?.old ?? [])).toEqual(["S1-02"]);
  });

  test("删去的条款列为删除，不会配给别的条款", () => {
    const diff = diffEditions(draft, edition({ 党政领导责任: [meeting, drill], 火灾防控: [fire] }));
    expect(diff.removed.map(({ clause }) => clause.id)).toEqual(["S1-02"]);
    expect(diff.added).toEqual([]);
  });

  test("改了分值、文字和责任单位，逐项说明，并指出改动的字句", () => {
    const next = edition({
      党政领导责任: [
        { ...meeting, points: 6, standard: "每季度至少召开1次安委会全体会议，每少1次扣1.5分，扣完为止。", lead: "区政府办公室" },
        pledge,
        drill,
      ],
      火灾防控: [fire],
    });
    const match = matchOf(diffEditions(draft, next), "S1-01");
    expect(codes(match)).toEqual(["re-pointed", "re-worded", "responsibility"]);
    const worded = match?.changes.find((change) => change.code === "re-worded");
    expect(worded).toMatchObject({ part: "standard" });
    expect(worded?.code === "re-worded" && worded.words.filter(({ kind }) => kind !== "same")).toEqual([
      { kind: "removed", text: "1" },
      { kind: "added", text: "1.5" },
    ]);
  });

  test("编号只差一个点不算改号", () => {
    const diff = diffEditions(draft, edition({ 党政领导责任: [{ ...meeting, label: "1" }, pledge, drill], 火灾防控: [fire] }));
    expect(codes(matchOf(diff, "S1-01"))).toEqual([]);
  });

  test("新稿没有条款名称一栏、名称取自原文开头的，不算改了名称", () => {
    const untitled = { ...pledge, title: "逐级签订安全生产目标责任书" };
    const diff = diffEditions(draft, edition({ 党政领导责任: [meeting, untitled, drill], 火灾防控: [fire] }));
    expect(codes(matchOf(diff, "S1-02"))).toEqual([]);
    const renamed = { ...pledge, title: "责任书签订和考核" };
    expect(codes(matchOf(diffEditions(draft, edition({ 党政领导责任: [meeting, renamed, drill] })), "S1-02"))).toContain("re-worded");
  });

  test("整个新稿没有评分单位一栏的，不算逐条改了评分单位；只有一条没有的才算", () => {
    const scored = (clauses: readonly ClauseText[]): readonly ClauseText[] => clauses.map((clause) => ({ ...clause, scorer: "省安委办" }));
    const old = edition({ 党政领导责任: scored([meeting, pledge]) });
    const none = diffEditions(old, edition({ 党政领导责任: [meeting, pledge] }));
    expect(none.matches.flatMap(codes)).toEqual([]);
    expect(none.frame).toEqual([{ code: "not-printed", part: "scorer" }]);
    const one = diffEditions(old, edition({ 党政领导责任: [meeting, ...scored([pledge])] }));
    expect(one.matches.map(codes)).toEqual([["responsibility"], []]);
  });

  test("拆出来的一条不再说成“也可能对应”的另一条", () => {
    const whole: ClauseText = { ...pledge, standard: "未签订责任书的，扣1分；责任书内容不全的，扣1分；未考核的，扣1分。" };
    const [first, second] = [
      { ...whole, points: 1, standard: "未签订责任书的，扣1分；责任书内容不全的，扣1分。" },
      { ...whole, id: "N-09", points: 2, standard: "责任书内容不全的，扣1分；未考核的，扣1分。" },
    ];
    const diff = diffEditions(edition({ 党政领导责任: [whole] }), edition({ 党政领导责任: [first, second] }));
    expect(diff.matches.map(({ kind, rivals }) => [kind, rivals])).toEqual([["split", []]]);
  });

  test("移到别的考核项目，仍是同一条", () => {
    const diff = diffEditions(draft, edition({ 党政领导责任: [meeting, pledge], 火灾防控: [fire, { ...drill, label: "2." }] }));
    expect(codes(matchOf(diff, "S1-03"))).toEqual(["moved", "renumbered"]);
  });

  test("一条拆成两条，两条都归到原来那一条", () => {
    const plan: ClauseText = {
      ...drill,
      id: "N-03",
      title: "应急预案",
      points: 2,
      requirement: "修订生产安全事故应急预案。",
      standard: "预案未修订的，扣2分。",
    };
    const exercise: ClauseText = {
      ...drill,
      id: "N-04",
      label: "4.",
      title: "应急演练",
      points: 3,
      requirement: "每半年至少组织1次综合应急演练，并对演练效果进行评估。",
      standard: "演练每少1次扣1分；演练未评估的，每次扣0.5分。",
    };
    const diff = diffEditions(draft, edition({ 党政领导责任: [meeting, pledge, plan, exercise], 火灾防控: [fire] }));
    const match = matchOf(diff, "N-04");
    expect(match?.kind).toBe("split");
    expect(ids(match?.old ?? [])).toEqual(["S1-03"]);
    expect(ids(match?.new ?? []).toSorted()).toEqual(["N-03", "N-04"]);
    expect([diff.added, diff.removed]).toEqual([[], []]);
  });

  test("两条并成一条，原来两条都归到它", () => {
    const both: ClauseText = {
      ...meeting,
      title: "定期研究部署安全生产和签订目标责任书",
      points: 7,
      requirement: `${meeting.requirement ?? ""}${pledge.requirement ?? ""}`,
      standard: `${meeting.standard ?? ""}${pledge.standard ?? ""}`,
    };
    const diff = diffEditions(draft, edition({ 党政领导责任: [both, drill], 火灾防控: [fire] }));
    const match = matchOf(diff, "S1-01");
    expect(match?.kind).toBe("merged");
    expect(ids(match?.old ?? []).toSorted()).toEqual(["S1-01", "S1-02"]);
    expect(diff.removed).toEqual([]);
  });

  test("两条很像、分不清是哪一条的，列为存疑并写明另一条", () => {
    const twin = (id: string, who: string): ClauseText => ({
      id,
      title: `${who}消防安全检查`,
      points: 2,
      requirement: `对${who}开展消防安全检查，建立检查记录。`,
      standard: `未对${who}开展检查的，不得分。`,
    });
    const diff = diffEditions(
      edition({ 火灾防控: [twin("A-1", "学校"), twin("A-2", "医院")] }),
      edition({ 火灾防控: [twin("B-1", "养老机构"), twin("B-2", "商场")] }),
    );
    expect(diff.matches.every(({ doubtful, rivals }) => doubtful && rivals.length > 0)).toBe(true);
  });

  test("总分、等次、考核项目分值的改动单独列出", () => {
    const next = edition({ 党政领导责任: [meeting, pledge, drill], 火灾防控: [{ ...fire, points: 8 }] }, { total: 120, edition: "正式稿" });
    expect(diffEditions(draft, next).frame.map(({ code }) => code)).toEqual(["edition", "total", "section-points"]);
  });

  test("条款在细则里换个次序，配对不变", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([meeting, pledge, drill, fire], { minLength: 4 }), (order) => {
        const diff = diffEditions(draft, edition({ 党政领导责任: order }));
        for (const match of diff.matches) expect(ids(match.old)).toEqual(ids(match.new));
        expect([diff.added.length, diff.removed.length]).toEqual([0, 0]);
      }),
    );
  });

  test("每一条都有着落：旧条款不是配上了就是列为删除，新条款不是配上了就是列为新增", () => {
    const pool = [meeting, pledge, drill, fire];
    const some = fc.subarray(pool, { minLength: 1 });
    fc.assert(
      fc.property(some, some, (a, b) => {
        const [old, next] = [edition({ 甲: a }), edition({ 乙: b })];
        const diff = diffEditions(old, next);
        const seen = (side: "old" | "new"): readonly string[] =>
          [
            ...diff.matches.flatMap((match) => ids(match[side])),
            ...(side === "old" ? diff.removed : diff.added).map(({ clause }) => clause.id),
          ].toSorted();
        expect(seen("old")).toEqual(a.map(({ id }) => id).toSorted());
        expect(seen("new")).toEqual(b.map(({ id }) => id).toSorted());
      }),
    );
  });
});

describe("改动的字句", () => {
  test("去掉添上的、留下删去的，就是旧文；反过来就是新文", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from("每少1次扣分0.5，。会议")) }),
        fc.string({ unit: fc.constantFrom(...Array.from("每少2回扣分0.5，。会议")) }),
        (from, to) => {
          const words = changedWords(from, to);
          const text = (kind: "added" | "removed"): string =>
            words
              .filter((word) => word.kind !== kind)
              .map((word) => word.text)
              .join("");
          expect(text("added")).toBe(from);
          expect(text("removed")).toBe(to);
        },
      ),
    );
  });

  test("分值作为一个数来比，不把0.5和0.25拆成一个个数字", () => {
    expect(changedWords("每少1次扣0.5分", "每少1次扣0.25分").map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      "same 每少1次扣",
      "removed 0.5",
      "added 0.25",
      "same 分",
    ]);
  });
});
