import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { lintCriteria } from "../../../src/criteria/lint-criteria.ts";
import { parseCriteria } from "../../../src/criteria/parse-criteria.ts";
import { importFile, yamlOf } from "./import-file.ts";

const root = resolve(import.meta.dirname, "../../../fixtures/sources");
const folders = readdirSync(root, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

/** Folders whose file is no 细则, or where a person must choose, hold 不导入.txt instead of expected.yaml. */
describe.each(folders)("%s", (folder) => {
  const names = readdirSync(join(root, folder));
  const source = names.find((name) => !/\.(?:md|yaml|txt)$/u.test(name)) ?? "";
  const bytes = readFileSync(join(root, folder, source));

  test("读成的细则与核对过的一致，再读一遍一个字不差", async () => {
    const imported = await importFile(source, bytes);
    if (!imported.ok) {
      await expect(`${imported.words}\n`).toMatchFileSnapshot(join(root, folder, "不导入.txt"));
      return;
    }
    const yaml = yamlOf(imported.draft, source);
    await expect(yaml).toMatchFileSnapshot(join(root, folder, "expected.yaml"));
    const again = await importFile(source, bytes);
    expect(again.ok && yamlOf(again.draft, source)).toBe(yaml);
  });

  test("写出的细则没有错误，提醒都能在原文里找到缘由", async () => {
    const imported = await importFile(source, bytes);
    if (!imported.ok) return;
    const parsed = parseCriteria({ path: "细则.yaml", text: yamlOf(imported.draft, source) });
    if (!parsed.ok) throw new Error(parsed.errors.map(({ code }) => code).join(", "));
    expect(parsed.warnings).toEqual([]);
    const codes = new Set(lintCriteria(parsed.value).map(({ code }) => code));
    // These would be faults of the import, whatever the source says.
    for (const code of ["clause-without-rule", "clause-without-standard", "sections-differ-from-total"] as const)
      expect(codes).not.toContain(code);
  });
});
