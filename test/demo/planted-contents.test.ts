import { beforeAll, describe, expect, test } from "vitest";
import { plantedContents } from "../../src/demo/planted-contents.ts";
import { describeFileProblem, severityOf } from "../../src/messages/file-problems.ts";
import type { Scorecard } from "../../src/model/scorecard.ts";
import { checkedDemo } from "./checked-demo.ts";

/** What names, places and bytes alone give cause to say; planted in planted-gaps.ts and litter.ts. */
const fromNames: ReadonlySet<string> = new Set([
  "out-of-window",
  "after-due",
  "old-folder",
  "undated",
  "year-assumed",
  "impossible-date",
  "future-date",
  "duplicate",
  "duplicate-across-units",
  "empty",
  "wrong-unit",
  "cooperating-unit",
  "no-unit",
  "kind-mismatch",
  "not-required",
  "requirement-unclear",
  "ambiguous",
]);

describe("演示材料里特意安排的毛病", () => {
  let card: Scorecard;
  beforeAll(async () => {
    card = await checkedDemo();
  }, 60_000);

  test("每一处都查得出来", () => {
    const missed = plantedContents.flatMap(({ file, codes, what }) => {
      const found = card.files.find(({ mapping }) => mapping.file.path === file)?.problems.map(({ code }) => code);
      return codes.filter((code) => found?.some((each) => each === code) !== true).map((code) => `${file}：${code} ${what}`);
    });
    expect(missed).toEqual([]);
  });

  test("没有毛病的材料，名称已经说清是哪一项的，读了内容照样算数", async () => {
    const planted = new Set(plantedContents.map(({ file }) => file));
    const counting = (scorecard: Scorecard): readonly string[] =>
      scorecard.files.flatMap(({ mapping, admissions }) =>
        admissions
          .filter(({ verdict }) => verdict === "counts")
          .map(({ link }) => `${mapping.file.path}：${link.clause}/${link.evidence ?? ""}`),
      );
    const read = new Set(counting(card));
    const lost = counting(await checkedDemo(true)).filter((entry) => !read.has(entry) && !planted.has(entry.split("：")[0] ?? ""));
    expect(lost).toEqual([]);
  });

  test("查出来的都是特意安排的", () => {
    const planted = new Set(plantedContents.flatMap(({ file, codes }) => codes.map((code) => `${file}\n${code}`)));
    const others = card.files.flatMap(({ mapping, problems }) =>
      problems
        .filter(({ code }) => !fromNames.has(code) && !planted.has(`${mapping.file.path}\n${code}`))
        .map((problem) => `${mapping.file.path}：${severityOf[problem.code]} ${describeFileProblem(problem)}`),
    );
    expect(others).toEqual([]);
  });
});
