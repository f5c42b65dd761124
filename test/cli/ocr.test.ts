import { appendFileSync, copyFileSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { main } from "../../src/cli/main.ts";
import { recordingEnvironment } from "../recording-environment.ts";

/** A workspace as `init` makes it, with one scan in it. */
async function workspaceWithScan(): Promise<string> {
  const folder = join(mkdtempSync(join(tmpdir(), "yingkao-ocr-")), "工作区");
  expect(await main(["init", folder], recordingEnvironment("/").environment)).toBe(0);
  copyFileSync(resolve(import.meta.dirname, "../../fixtures/scans/notice.pdf"), join(folder, "evidence/扫描0001.pdf"));
  return folder;
}

test("没有装识别组件时用 --ocr：说明几份未识别、怎样安装，别的结果和退出码不变", async () => {
  const folder = await workspaceWithScan();
  const [plain, asked] = [recordingEnvironment(folder), recordingEnvironment(folder)];
  const code = await main(["check"], plain.environment);
  expect(await main(["check", "--ocr", "没有这个文件夹"], asked.environment)).toBe(code);
  expect(asked.complained()).toContain("没有找到识别组件「没有这个文件夹」，1 份扫描件和图片未识别；其他结果不受影响");
  expect(asked.complained()).toContain("docs/ocr.md");
  expect(plain.complained()).not.toContain("识别组件");
  expect(asked.printed()).toBe(plain.printed());
});

test("yingkao.yaml 里写了 ocr 的，每次都识别；组件的文件夹相对 yingkao.yaml；命令行写 --no-ocr 的这一次不识别", async () => {
  const folder = await workspaceWithScan();
  appendFileSync(join(folder, "yingkao.yaml"), "ocr: 识别组件\n");
  const [asked, not] = [recordingEnvironment(join(folder, "..")), recordingEnvironment(join(folder, ".."))];
  await main(["check", "-C", folder], asked.environment);
  expect(asked.complained()).toContain("没有找到识别组件「工作区/识别组件」");
  await main(["check", "-C", folder, "--no-ocr"], not.environment);
  expect(not.complained()).not.toContain("识别组件");
});
