import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkFiles } from "../../src/checking/check-files.ts";
import { matchFiles } from "../../src/mapping/match-files.ts";
import type { Criteria } from "../../src/model/criteria.ts";
import type { Mapping } from "../../src/model/mapping.ts";
import { labelled } from "./labelled.ts";
import { assignments, clause, criteria, day, emergency, inventoryOf, mapAll, requirement, sample, section } from "./sample.ts";

const paths = labelled.map(([path]) => path);

/** path → what it was mapped to, independent of order. */
function outcome({ files }: Mapping): ReadonlyMap<string, string> {
  return new Map(files.map(({ file, status, links }) => [file.path.normalize("NFC"), JSON.stringify([status, links])]));
}

function reordered(of: Criteria, order: readonly number[]): Criteria {
  const turn = <Item>(items: readonly Item[], by: number) => [...items.slice(by % items.length), ...items.slice(0, by % items.length)];
  const [sections = 0, ...inner] = order;
  return {
    ...of,
    sections: turn(of.sections, sections).map((part, index) => ({
      ...part,
      clauses: turn(part.clauses, inner[index] ?? 1).map((each) => ({ ...each, evidence: [...each.evidence].reverse() })),
    })),
  };
}

describe("对应结果不受无关的事影响", () => {
  const expected = outcome(mapAll(paths));

  test("文件的先后不影响结果", () => {
    const inventory = inventoryOf(paths);
    const turned = { ...inventory, files: [...inventory.files].reverse() };
    expect(outcome(matchFiles(sample, assignments, turned, []))).toEqual(expected);
  });

  test("一份份对应与一起对应，结果相同", () => {
    for (const path of paths) expect(outcome(mapAll([path])).get(path)).toBe(expected.get(path));
  });

  test("细则里条款和材料要求的先后不影响结果", () => {
    const order = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(order, (turns) => {
        expect(outcome(mapAll(paths, [], reordered(sample, turns)))).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  test("NFC、NFD 写法不影响结果", () => {
    expect(outcome(mapAll(paths.map((path) => path.normalize("NFD"))))).toEqual(expected);
  });

  test("加一条无关的条款，不会把有把握的对应悄悄换到别的老条款上", () => {
    const topics = fc.constantFrom(
      "安委会",
      "燃气",
      "定期研究",
      "安全生产月",
      "道路交通",
      "会议",
      "领导带队",
      "宣传",
      "消防",
      "自建房",
      "纪要",
    );
    const kinds = fc.constantFrom("会议纪要", "方案", "总结", "台账", "照片", undefined);
    const before = new Map(mapAll(paths).files.map((mapped) => [mapped.file.path, mapped]));
    fc.assert(
      fc.property(
        fc.array(topics, { minLength: 1, maxLength: 3 }),
        kinds,
        fc.constantFrom("1.", "3.", "5.", "第3条", ""),
        fc.boolean(),
        (words, kind, label, owed) => {
          const title = [...new Set(words)].join("");
          const added = clause("Z9-01", label, title, [
            requirement("z", `${title}${kind ?? ""}`, { keywords: words, ...(kind === undefined ? {} : { kind }) }),
          ]);
          const wider = criteria([...sample.sections, section("Z9", "九、", "其他事项", [added])]);
          const by = new Map([...assignments, ["Z9-01", { clause: "Z9-01", lead: owed ? [emergency] : [], cooperating: [] }]]);
          for (const now of mapAll(paths, [], wider, by).files) {
            const then = before.get(now.file.path);
            if (then?.status !== "matched" || now.status !== "matched") continue;
            for (const link of now.links) expect([then.links[0]?.clause, "Z9-01"]).toContain(link.clause);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test("一万份材料、五百个条款，几秒之内对应完", () => {
    const topics =
      "燃气 危化品 自建房 道路交通 建筑施工 森林 水利 教育 旅游 特种设备 电力 校园 养老 医院 市场 仓储 冷链 粉尘 有限空间 工贸 矿山 尾矿 渔业 农机 铁路".split(
        " ",
      );
    const matters =
      "专项整治 责任落实 检查督查 宣传培训 应急演练 隐患排查 制度建设 风险管控 执法办案 会议部署 总结评估 队伍建设 经费保障 信息报送 值班值守 问题整改 考核奖惩 科技支撑 物资储备 群众举报".split(
        " ",
      );
    const sections = topics.map((topic, at) =>
      section(
        `S${at + 1}`,
        `第${at + 1}章`,
        `${topic}领域`,
        matters.map((matter, index) =>
          clause(`S${at + 1}-${index + 1}`, `${index + 1}.`, topic + matter, [
            requirement("a", `${topic}${matter}方案`, { kind: "方案", keywords: [topic, matter, "方案"] }),
            requirement("b", `${topic}${matter}总结`, { kind: "总结", keywords: [topic, matter, "总结"] }),
          ]),
        ),
      ),
    );
    const by = new Map(
      sections.flatMap((part) => part.clauses.map((each) => [each.id, { clause: each.id, lead: [emergency], cooperating: [] }] as const)),
    );
    const files = Array.from({ length: 10_000 }, (_, at) => {
      const [t, m] = [at % 25, (at * 7) % 20];
      return `应急局/${t + 1}${topics[t] ?? ""}/${m + 1}${matters[m] ?? ""}/${at}.2024年${(at % 12) + 1}月${topics[t] ?? ""}${matters[m] ?? ""}方案.docx`;
    });
    const inventory = inventoryOf(files);
    const large = criteria(sections);
    const start = performance.now();
    const mapping = matchFiles(large, by, inventory, []);
    checkFiles(large, by, mapping, day("2024-12-10"));
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(mapping.files.filter((mapped) => mapped.status === "matched").length).toBeGreaterThan(9_000);
  });
});
