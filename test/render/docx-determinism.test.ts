import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { renderPaper } from "../../src/render/docx/render-paper.ts";
import { unzipParts } from "../../src/render/ooxml/deterministic-zip.ts";
import { sampleDocument, shell } from "./docx-sample.ts";

const hash = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const rendered = async (): Promise<string> => hash(await renderPaper(sampleDocument("自查报告", 20), shell("自查报告"), "modern"));

test("同样的内容再生成一次，逐字节相同", async () => {
  const first = await rendered();
  await new Promise((resolve) => setTimeout(resolve, 2100)); // zip times count in steps of two seconds
  expect(await rendered()).toBe(first);
});

test("换一个进程、换一个时区，逐字节相同", async () => {
  const expected = await rendered();
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const compiled = mkdtempSync(join(root, "node_modules", ".docx-determinism-"));
  try {
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    execFileSync(process.execPath, [tsc, "-p", join(root, "tsconfig.json"), "--noCheck", "--outDir", compiled]);
    const input = JSON.stringify(sampleDocument("自查报告", 20));
    for (const zone of ["Asia/Shanghai", "Pacific/Kiritimati", "America/Los_Angeles"]) {
      const args = [join(root, "test/render/docx-hash.mjs"), compiled, join(root, "templates/自查报告.docx")];
      expect(execFileSync(process.execPath, args, { env: { ...process.env, TZ: zone }, input, encoding: "utf8" }).trim()).toBe(expected);
    }
  } finally {
    rmSync(compiled, { recursive: true });
  }
});

test("文档属性里没有时间和编辑者", async () => {
  const parts = unzipParts(await renderPaper(sampleDocument("缺项清单", 1), shell("缺项清单"), "modern"));
  const properties = new TextDecoder().decode(parts.get("docProps/core.xml"));
  expect(properties).not.toMatch(/dcterms|lastModifiedBy/);
});
