import { describe, expect, test } from "vitest";
import { factsOf, read } from "./facts-of.ts";
import { oddPapers } from "./odd-papers.ts";
import { papers } from "./papers.ts";

describe.each([...papers, ...oddPapers])("$name", ({ text, format, facts }) => {
  const found = factsOf(read(text, format));
  for (const [name, expected] of Object.entries(facts)) {
    test(`${name}：${expected === "" ? "没有写" : String(expected)}`, () => {
      expect(found).toHaveProperty(name, expected);
    });
  }
});
