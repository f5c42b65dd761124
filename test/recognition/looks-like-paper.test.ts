import { describe, expect, test } from "vitest";
import { looksLikePaper } from "../../src/recognition/looks-like-paper.ts";
import { DrawnPage } from "./drawn-page.ts";

describe("像不像拍下的文件", () => {
  test("白纸黑字、发黄发暗的纸：像", () => {
    expect(looksLikePaper(new DrawnPage().text(0.1, 0.9).picture)).toBe(true);
    expect(looksLikePaper(new DrawnPage(827, 1169, [150, 140, 110, 1]).text(0.1, 0.9).picture)).toBe(true);
  });

  test("桌面上拍的一张纸：像", () => {
    const desk = new DrawnPage(1200, 900, [110, 70, 40, 1]);
    desk.fill(200, 60, 820, 780, [235, 232, 220, 1]);
    for (let y = 120; y < 780; y += 30) for (let x = 260; x < 960; x += 22) desk.letter(x, y, 16, [40, 40, 40, 1]);
    expect(looksLikePaper(desk.picture)).toBe(true);
  });

  test("草地、红旗、空白墙面：不像", () => {
    expect(looksLikePaper(new DrawnPage(900, 600, [60, 140, 50, 1]).text(0.1, 0.9).picture)).toBe(false);
    expect(looksLikePaper(new DrawnPage(900, 600, [200, 30, 30, 1]).text(0.1, 0.9).picture)).toBe(false);
    expect(looksLikePaper(new DrawnPage(900, 600, [230, 230, 225, 1]).picture)).toBe(false);
  });

  test("坏数据：不像", () => {
    expect(looksLikePaper({ width: 10, height: 10, data: new Uint8Array(1) })).toBe(false);
  });
});
