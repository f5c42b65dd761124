import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { gatherReadings } from "../../src/gathering/gather-readings.ts";
import { recogniseScans, type ScansRecognised } from "../../src/gathering/recognise-scans.ts";
import { listTree } from "../../src/io/list-tree.ts";
import { addOnFolder, testWithAddOn } from "../recognition/add-on.ts";

const scan = resolve(import.meta.dirname, "../../fixtures/scans/notice.pdf");

/** A unit that handed in one scan twice and one text. */
function evidence(): string {
  const root = mkdtempSync(join(tmpdir(), "yingkao-scans-"));
  mkdirSync(join(root, "evidence"));
  copyFileSync(scan, join(root, "evidence/扫描0001.pdf"));
  copyFileSync(scan, join(root, "evidence/扫描0001（复件）.pdf"));
  writeFileSync(join(root, "evidence/说明.txt"), "清源市应急管理局2026年汛期检查情况说明，共检查企业38家。");
  return root;
}

async function recognise(root: string, folder: string, signal = new AbortController().signal): Promise<ScansRecognised | undefined> {
  const evidenceRoot = join(root, "evidence");
  const listing = await listTree(evidenceRoot, () => undefined, { hash: false });
  const gathered = await gatherReadings({ root: evidenceRoot, listing, isEvidence: () => true, cacheFolder: undefined, signal });
  return recogniseScans({
    root: evidenceRoot,
    listing: gathered.listing,
    readings: gathered.readings,
    addOnFolder: folder,
    cacheFolder: join(root, "cache"),
    signal,
  });
}

describe("识别扫描件", () => {
  test("没有识别组件：不识别，也不改动别的结果", async () => {
    expect(await recognise(evidence(), tmpdir())).toBeUndefined();
  });

  testWithAddOn("扫描件识别出来，记为识别所得；副本只识别一次，文字材料不动；再次运行不再识别", async () => {
    const root = evidence();
    const first = await recognise(root, addOnFolder);
    expect(first).toMatchObject({ tried: 1, lost: [] });
    for (const path of ["扫描0001.pdf", "扫描0001（复件）.pdf"]) {
      expect(first?.readings.of(path)).toMatchObject({
        recognised: true,
        stamp: "present",
        pages: 2,
        docNumber: { value: "清应急发〔2026〕27号", at: { kind: "page", page: 1 } },
        issuedOn: { value: "2026-05-13" },
      });
      expect(first?.readings.textOf(path)).toContain("汛期安全生产专项检查");
    }
    expect(first?.readings.of("说明.txt")?.recognised).toBeUndefined();
    expect(first?.readings.textOf("说明.txt")).toContain("共检查企业38家");
    const second = await recognise(root, addOnFolder);
    expect(second).toMatchObject({ tried: 0, lost: [] });
    expect(second?.readings.of("扫描0001.pdf")).toEqual(first?.readings.of("扫描0001.pdf"));
    expect(second?.readings.textOf("扫描0001.pdf")).toBe(first?.readings.textOf("扫描0001.pdf"));
  });

  testWithAddOn("识别到一半被中断：停下，不留进程", async () => {
    const controller = new AbortController();
    const running = recognise(evidence(), addOnFolder, controller.signal);
    setTimeout(() => controller.abort(), 1_500);
    await expect(running).rejects.toThrow();
  });
});
