import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { severityOf } from "../../src/messages/file-problems.ts";
import type { Severity } from "../../src/model/admission.ts";

const docs = new URL("../../docs/", import.meta.url);
const words = { block: "不能使用", "loses-points": "影响计分", risk: "有风险", style: "不规范" } satisfies Record<Severity, string>;
const codes = Object.entries(severityOf).map(([code, severity]) => ({ code, severity }));
const index = readFileSync(new URL("problems.md", docs), "utf8");

describe("每一种材料问题都有说明", () => {
  test.each(codes)("$code 有一页，写明严重程度、意思、原因、改法和例子", ({ code, severity }) => {
    const path = new URL(`problems/${code}.md`, docs);
    expect(existsSync(path)).toBe(true);
    const page = readFileSync(path, "utf8");
    expect(page).toContain(`代号：\`${code}\`　严重程度：${words[severity]}\n`);
    for (const heading of ["是什么意思", "为什么考核组会指出", "怎么改", "例子"])
      expect(page).toMatch(new RegExp(`## ${heading}\n\n.{4,}`, "u"));
  });

  test.each(codes)("$code 在一览里有一行", ({ code, severity }) => {
    expect(index).toMatch(new RegExp(`\\| \\[[^\\]]+\\]\\(problems/${code}\\.md\\) \\| \`${code}\` \\| ${words[severity]} \\|`, "u"));
  });

  test("没有多余的页：说明里的每个代号，程序里都有", () => {
    const pages = readdirSync(new URL("problems/", docs)).map((name) => name.replace(/\.md$/u, ""));
    expect(pages.sort()).toEqual(codes.map(({ code }) => code).sort());
  });
});
