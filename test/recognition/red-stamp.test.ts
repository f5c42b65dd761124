import { describe, expect, test } from "vitest";
import { redStamp } from "../../src/recognition/red-stamp.ts";
import { DrawnPage, type Ink, paleRed, sealRed } from "./drawn-page.ts";

const letterhead: Ink = [225, 20, 20, 1];

function page(draw: (page: DrawnPage) => unknown, made = new DrawnPage()): ReturnType<typeof redStamp> {
  draw(made);
  return redStamp(made.picture);
}

describe("红色圆章", () => {
  test("落款处的圆章：有", () => {
    expect(page((on) => on.text().seal(580, 1010, 83))).toBe("present");
  });

  test("盖歪了的章也是章", () => {
    expect([15, 90, 200].map((turn) => page((on) => on.text().seal(560, 900, 80, sealRed, { turn })))).toEqual([
      "present",
      "present",
      "present",
    ]);
  });

  test("印油淡的章也是章", () => {
    expect(page((on) => on.text().seal(580, 1010, 83, paleRed))).toBe("present");
  });

  test("压着字盖的章、两枚叠着盖的章：有", () => {
    expect(page((on) => on.seal(400, 600, 83).text())).toBe("present");
    expect(page((on) => on.text().seal(500, 900, 83).seal(600, 960, 83))).toBe("present");
  });

  test("边上缺一小段仍算有章；缺得多了说不准，不说有", () => {
    expect(page((on) => on.text().seal(580, 1010, 83, sealRed, { missing: 50 }))).toBe("present");
    expect(page((on) => on.text().seal(580, 1010, 83, sealRed, { missing: 200 }))).not.toBe("present");
  });

  test("只有红头和红线：没有章", () => {
    const draw = (on: DrawnPage): void => {
      for (let i = 0; i < 9; i++) on.letter(150 + i * 65, 150, 56, letterhead);
      on.fill(90, 260, 650, 5, letterhead);
      on.text();
    };
    expect(page(draw)).toBe("absent");
  });

  test("红头文件上盖了章：有", () => {
    const draw = (on: DrawnPage): void => {
      for (let i = 0; i < 9; i++) on.letter(150 + i * 65, 150, 56, letterhead);
      on.fill(90, 260, 650, 5, letterhead);
      on.text();
      on.seal(580, 1010, 83);
    };
    expect(page(draw)).toBe("present");
  });

  test("红字印的表、红色方框、红圆点：不是章", () => {
    expect(page((on) => on.text(0.1, 0.6, letterhead))).not.toBe("present");
    expect(
      page((on) =>
        on
          .text()
          .fill(400, 800, 160, 6, letterhead)
          .fill(400, 954, 160, 6, letterhead)
          .fill(400, 800, 6, 160, letterhead)
          .fill(554, 800, 6, 160, letterhead),
      ),
    ).not.toBe("present");
    expect(page((on) => on.text().disc(500, 900, 80, letterhead))).toBe("absent");
  });

  test("满幅红色的照片：说不准", () => {
    expect(page((on) => on.seal(400, 500, 83), new DrawnPage(827, 1169, [190, 40, 40, 1]))).toBe("unknown");
  });

  test("大红横幅的照片：没有章", () => {
    const draw = (on: DrawnPage): void => {
      on.fill(100, 150, 900, 110, [200, 25, 30, 1]);
      for (let i = 0; i < 12; i++) on.letter(160 + i * 68, 205, 50, [250, 240, 200, 1]);
      for (let i = 0; i < 6; i++) on.disc(150 + i * 160, 500, 45, [90, 100, 60, 1]);
    };
    expect(page(draw, new DrawnPage(1100, 800, [150, 170, 190, 1]))).not.toBe("present");
  });

  test("黑白扫描件看不出红章：说不准，不说没有", () => {
    const grey = new DrawnPage(827, 1169, [250, 250, 250, 1]);
    expect(page((on) => on.text().seal(580, 1010, 83, [90, 90, 90, 0.8]), grey)).toBe("unknown");
    expect(redStamp({ width: 827, height: 1169, data: new Uint8Array(827 * 1169).fill(250) })).toBe("unknown");
  });

  test("太小的图片和坏数据：说不准", () => {
    expect(redStamp(new DrawnPage(120, 160).picture)).toBe("unknown");
    expect(redStamp({ width: 100, height: 100, data: new Uint8Array(7) })).toBe("unknown");
    expect(redStamp({ width: 0, height: 0, data: new Uint8Array(0) })).toBe("unknown");
  });
});
