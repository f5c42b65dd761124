import { describe, expect, test } from "vitest";
import type { Engine } from "../../src/recognition/engine.ts";
import { type Picture, quarterTurn } from "../../src/recognition/picture.ts";
import type { FoundText } from "../../src/recognition/recogniser.ts";
import { foundUpright } from "../../src/recognition/turn-upright.ts";

/** A page of 2×3 pixels of which each has a value of its own, so that every turn of it can be told. */
const upright: Picture = { width: 2, height: 3, data: new Uint8Array([1, 2, 3, 4, 5, 6]) };

function lines(text: string, confidence: number, sideways: boolean): readonly FoundText[] {
  const [width, height] = sideways ? [20, 300] : [300, 20];
  return [0, 1, 2, 3].map((i) => ({
    text,
    confidence,
    corners: [
      { x: 0, y: i * 30 },
      { x: width, y: i * 30 },
      { x: width, y: i * 30 + height },
      { x: 0, y: i * 30 + height },
    ],
  }));
}

/** An engine that reads only what stands upright, as the real one does; it counts how often it is asked. */
function engine(): { readonly read: Engine; readonly asked: () => number } {
  let count = 0;
  return {
    asked: () => count,
    read: (picture) => {
      count++;
      if (picture.width === 3) return Promise.resolve(lines("三", 0.4, true));
      return Promise.resolve(picture.data[0] === 1 ? lines("清源市应急管理局", 0.99, false) : lines("票鼎", 0.4, false));
    },
  };
}

describe("页的朝向", () => {
  test.each([
    ["正放", 0, 1],
    ["向右横放", 1, 3],
    ["倒放", 2, 2],
    ["向左横放", 3, 2],
  ])("%s的页认得出", async (_, quarters, most) => {
    const { read, asked } = engine();
    let page = upright;
    for (let i = 0; i < quarters; i++) page = quarterTurn(page);
    expect((await foundUpright(read, page))[0]?.text).toBe("清源市应急管理局");
    expect(asked()).toBeLessThanOrEqual(most);
  });

  test("转四次回到原样", () => {
    expect(quarterTurn(quarterTurn(quarterTurn(quarterTurn(upright))))).toEqual(upright);
    expect(quarterTurn(upright)).toEqual({ width: 3, height: 2, data: new Uint8Array([5, 3, 1, 6, 4, 2]) });
  });
});
