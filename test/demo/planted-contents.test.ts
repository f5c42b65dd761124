import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { plantedContents } from "../../src/demo/planted-contents.ts";
import type { Scorecard } from "../../src/model/scorecard.ts";
import { checkedDemo } from "./checked-demo.ts";
import { saidByNames } from "./said-by-names.ts";
import { whereShown } from "./where-shown.ts";

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

  test("查出来的问题，和安排的一处不多，一处不少", () => {
    const planted = [
      ...plantedContents.flatMap(({ file, codes }) => codes.map((code) => `${file}：${code}`)),
      ...Object.entries(saidByNames).flatMap(([code, files]) => files.map((file) => `${file}：${code}`)),
    ];
    const found = card.files.flatMap(({ mapping, problems }) => problems.map(({ code }) => `${mapping.file.path}：${code}`));
    expect(found.sort()).toEqual(planted.sort());
  });

  test("每一种问题，要么在演示里查得出来，要么注明在哪里试、为什么不放进演示", () => {
    const found = new Set(card.files.flatMap(({ problems }) => problems.map(({ code }) => code)));
    const shown = Object.entries(whereShown).filter(([, where]) => where === "demo");
    expect([...found].sort()).toEqual(shown.map(([code]) => code).sort());
  });

  test.each(Object.entries(whereShown).flatMap(([code, where]) => (where === "demo" ? [] : [{ code, ...where }])))(
    "$code 在 $elsewhere 里试：$why",
    ({ code, elsewhere }) => {
      expect(readFileSync(new URL(`../../${elsewhere}`, import.meta.url), "utf8")).toMatch(new RegExp(`\\b${code}\\b`, "u"));
    },
  );
});
