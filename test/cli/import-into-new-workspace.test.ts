import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { main } from "../../src/cli/main.ts";
import { clauses, head, sheetFile, title } from "../criteria/import/source-files.ts";
import { recordingEnvironment } from "../recording-environment.ts";

const folder = mkdtempSync(join(tmpdir(), "yingkao-starter-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...argv: string[]): Promise<number> {
  return main(argv, recordingEnvironment(folder).environment);
}

test("照说明一步步做：新工作区里没有动过的样例细则，导入时直接换掉；动过的不动", async () => {
  writeFileSync(join(folder, "考核细则.xlsx"), sheetFile([[title], head, ...clauses], ""));
  expect(await run("init", "迎考")).toBe(0);
  const file = join(folder, "迎考/criteria/criteria.yaml");
  appendFileSync(file, "# 已经录了一条\n");
  const edited = readFileSync(file, "utf8");
  expect(await run("criteria", "import", "考核细则.xlsx", "-o", "迎考/criteria/criteria.yaml")).toBe(2);
  expect(readFileSync(file, "utf8")).toBe(edited);
  writeFileSync(file, edited.replace("# 已经录了一条\n", ""));
  expect(await run("criteria", "import", "考核细则.xlsx", "-o", "迎考/criteria/criteria.yaml")).toBe(0);
  expect(readFileSync(file, "utf8")).toContain("考核细则.xlsx");
});
