import { describe, expect, test } from "vitest";
import { linesOfPage } from "../../src/recognition/lines-of-page.ts";
import type { FoundText } from "../../src/recognition/recogniser.ts";

/** A stretch on a page that is turned by `degrees` around its top left corner. */
function stretch(text: string, x: number, y: number, width: number, degrees = 0, confidence = 0.98, height = 40): FoundText {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const turned = (px: number, py: number): { readonly x: number; readonly y: number } => ({
    x: px * cos - py * sin,
    y: px * sin + py * cos,
  });
  return {
    text,
    confidence,
    corners: [turned(x, y), turned(x + width, y), turned(x + width, y + height), turned(x, y + height)],
  };
}

function texts(found: readonly FoundText[]): readonly string[] {
  return linesOfPage(found).map(({ text }) => text);
}

describe("一页的行", () => {
  test("从上到下，同一行的从左到右", () => {
    const found = [stretch("第二行文字", 100, 200, 300), stretch("右边", 900, 104, 100), stretch("第一行文字", 100, 100, 400)];
    expect(texts(found)).toEqual(["第一行文字 右边", "第二行文字"]);
  });

  test.each([-3, -1, 1, 3])("扫描件歪了 %d 度，行不乱", (degrees) => {
    const rows = ["甲", "乙", "丙", "丁"].flatMap((name, i) => [
      stretch(`${name}左半行文字`, 100, 300 + i * 60, 600, degrees),
      stretch(`${name}右`, 1300, 302 + i * 60, 120, degrees),
    ]);
    expect(texts(rows.toReversed())).toEqual(["甲", "乙", "丙", "丁"].map((name) => `${name}左半行文字 ${name}右`));
  });

  test("把握太小的、空的不要", () => {
    expect(texts([stretch("污点", 10, 10, 50, 0, 0.3), stretch(" ", 10, 90, 50), stretch("正文", 10, 200, 80)])).toEqual(["正文"]);
  });

  test("压在行上的印章文字另成一行，不插进正文", () => {
    expect(texts([stretch("清源市应急管理局", 900, 1000, 320), stretch("应急", 1000, 1006, 90)])).toEqual(["清源市应急管理局", "应急"]);
  });

  test("行的框包住整行，把握取最低的一段", () => {
    expect(linesOfPage([stretch("左边文字", 100, 100, 200, 0, 0.9), stretch("右边文字", 400, 100, 200, 0, 0.8)])).toEqual([
      { text: "左边文字 右边文字", left: 100, top: 100, width: 500, height: 40, size: 40, confidence: 0.8 },
    ]);
  });

  test("空白页没有行", () => {
    expect(texts([])).toEqual([]);
  });
});
