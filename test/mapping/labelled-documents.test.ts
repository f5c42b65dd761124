import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { countVerdicts, type LabelledVerdict, labelledDocuments, mapLabelled } from "../../bench/labelled.mjs";
import { parseCriteria } from "../../src/criteria/parse-criteria.ts";
import { classify } from "../../src/evidence/classify.ts";
import { matchFiles } from "../../src/mapping/match-files.ts";
import { describeExtract } from "../../src/reading/facts/describe-extract.ts";
import { readDocument } from "../../src/reading/read-document.ts";
import { assignUnits } from "../../src/workspace/assign-units.ts";
import { parseWorkspace } from "../../src/workspace/parse-workspace.ts";

const program = { parseCriteria, parseWorkspace, assignUnits, classify, matchFiles, describeExtract, readDocument };
const documents = labelledDocuments();
/** Only the part to tune on is looked at here; the bench measures the other one. */
const verdicts = await mapLabelled(program, "tune");
const of = (group: LabelledVerdict["document"]["group"]) => verdicts.filter(({ document }) => document.group === group);
const spell = (verdict: LabelledVerdict) =>
  `${verdict.document.id} ${verdict.document.path}: ${verdict.status} ${verdict.links.map((link) => `${link.clause}/${link.evidence ?? ""}`).join("|")}, not ${verdict.document.truth.join(" ")}`;

describe("标注集", () => {
  test("两部分各不少于 300 份，真实文件不少于 40 份", () => {
    for (const part of ["tune", "report"])
      expect(documents.filter((document) => document.part === part).length).toBeGreaterThanOrEqual(300);
    const real = documents.flatMap(({ file }) => (file === undefined ? [] : [file]));
    expect(real.length).toBeGreaterThanOrEqual(40);
    expect(real.filter((file) => !existsSync(resolve(import.meta.dirname, "../../fixtures/labelled", file)))).toEqual([]);
  });

  test("两部分没有同一项材料要求，也没有同一个标题", () => {
    const owed = (part: string) =>
      new Set(documents.filter((document) => document.part === part && document.group === "scan").map(({ truth }) => truth[0]));
    expect([...owed("tune")].filter((truth) => owed("report").has(truth))).toEqual([]);
  });
});

describe("拿标注集里用来调校的一半核对", () => {
  test("没有一份被悄悄认错", () => {
    expect(verdicts.filter(({ wrong }) => wrong).map(spell)).toEqual([]);
  });

  test.each([
    ["told", 0.97],
    ["content", 0.9],
    ["scan", 0.8],
  ] as const)("%s：该归的条款认定了或者列出来了，不低于 %d", (group, goal) => {
    expect(of(group).length).toBeGreaterThan(40);
    expect(countVerdicts(of(group)).recall).toBeGreaterThanOrEqual(goal);
  });

  test("不是什么都推给人：名字或文件夹写明了的、内容有标题的，多数直接认定", () => {
    expect(countVerdicts(of("told")).matchedOnly).toBeGreaterThan(0.7);
    expect(countVerdicts(verdicts.filter(({ document }) => document.why === "title")).matchedOnly).toBeGreaterThan(0.7);
  });

  test("扫描识别的字，没有一份因此被直接认定", () => {
    expect(
      of("scan")
        .filter(({ status }) => status === "matched")
        .map(spell),
    ).toEqual([]);
  });

  test("读不读内容：不读，名字什么也没说的一份也认不出来", async () => {
    const unread = { ...program, matchFiles: (...args: Parameters<typeof matchFiles>) => matchFiles(args[0], args[1], args[2], args[3]) };
    const blind = (await mapLabelled(unread, "tune")).filter(({ document }) => document.why === "title");
    expect(blind.filter(({ sure }) => sure).map(spell)).toEqual([]);
  });
});
