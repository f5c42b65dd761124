import { describe, expect, test } from "vitest";
import type { FileMapping } from "../../src/model/mapping.ts";
import { labelled } from "./labelled.ts";
import { mapAll, tell } from "./sample.ts";

/** What people and their programs do to a name without changing what it says. */
const disguises = [
  (path: string) => path,
  (path: string) => path.normalize("NFD"),
  (path: string) => path.replace(/(\.[a-z]+)$/u, " - 副本 (2)$1"),
  (path: string) => path.replace(/\/([^/]+)$/u, "/12、$1"),
  (path: string) => path.replace(/\d/gu, (digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0)),
] as const;

/** Confident and not what a careful person says. A requirement claimed where the truth names only the clause is wrong too. */
function isSilentlyWrong({ status, links }: FileMapping, truth: readonly string[]): boolean {
  if (status !== "matched") return false;
  const clauses = truth.map((each) => each.split("/")[0]);
  return links.some((link) =>
    link.evidence === undefined ? !clauses.includes(link.clause) : !truth.includes(`${link.clause}/${link.evidence}`),
  );
}

describe("拿人工标注核对", () => {
  test("标注的名称不少于 120 个，加上变体不少于 600 个", () => {
    expect(labelled.length).toBeGreaterThanOrEqual(120);
    expect(new Set(labelled.map(([path]) => path)).size).toBe(labelled.length);
  });

  test.each(disguises.map((disguise, index) => [index, disguise] as const))("第 %i 种写法：没有一份被悄悄认错", (_index, disguise) => {
    const wrong: string[] = [];
    let right = 0;
    for (const [path, truth] of labelled) {
      const [mapped] = mapAll([disguise(path)]).files;
      if (mapped === undefined) throw new Error(path);
      if (isSilentlyWrong(mapped, truth.split(/\s+/u))) wrong.push(`${path}: ${tell(mapped)}, not ${truth}`);
      else if (mapped.status === "matched") right++;
    }
    expect(wrong).toEqual([]);
    expect(right).toBeGreaterThan(55);
  });
});
