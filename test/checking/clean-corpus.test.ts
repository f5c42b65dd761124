import { expect, test } from "vitest";
import { describeFileProblem } from "../../src/messages/file-problems.ts";
import { cleanCorpus } from "./clean-corpus.ts";
import { checkPapers } from "./read-papers.ts";

test("没有毛病的材料，一句话也不说", () => {
  expect(cleanCorpus.length).toBeGreaterThanOrEqual(120);
  const { problems, admissions } = checkPapers(cleanCorpus);
  const said = [...problems].flatMap(([path, found]) => found.map((problem) => `${path}：${problem.code} ${describeFileProblem(problem)}`));
  expect(said).toEqual([]);
  expect(admissions.filter(({ verdict }) => verdict !== "counts").map(({ file }) => file.path)).toEqual([]);
});

test("读出了足够多的内容：检查有东西可查", () => {
  expect(cleanCorpus.filter(({ text }) => text.length > 60).length).toBeGreaterThan(90);
});
