import { encode } from "fast-png";
import { describe, expect, test } from "vitest";
import { decodePicture } from "../../src/recognition/decode-picture.ts";
import { rgbaOf } from "../../src/recognition/png-to-rgba.ts";

describe("图片解码", () => {
  test("彩色、灰度、透明的 PNG 都成 RGBA，透明处是白纸", async () => {
    const rgb = encode({ width: 2, height: 1, channels: 3, data: new Uint8Array([255, 0, 0, 10, 20, 30]) });
    expect(await decodePicture(rgb, "png")).toEqual({ width: 2, height: 1, data: new Uint8Array([255, 0, 0, 255, 10, 20, 30, 255]) });
    const grey = encode({ width: 1, height: 1, channels: 1, data: new Uint8Array([77]) });
    expect((await decodePicture(grey, "png"))?.data).toEqual(new Uint8Array([77, 77, 77, 255]));
    const clear = encode({ width: 1, height: 1, channels: 4, data: new Uint8Array([0, 0, 0, 0]) });
    expect((await decodePicture(clear, "png"))?.data).toEqual(new Uint8Array([255, 255, 255, 255]));
  });

  test("一位的黑白扫描、调色板、十六位：照样展开", () => {
    const bits = rgbaOf({ width: 3, height: 2, depth: 1, channels: 1, data: [0b10100000, 0b01000000] });
    expect([...(bits?.data ?? [])].filter((_, i) => i % 4 === 0)).toEqual([255, 0, 255, 0, 255, 0]);
    const palette = [
      [1, 2, 3],
      [200, 100, 50],
    ];
    expect([...(rgbaOf({ width: 2, height: 1, depth: 8, channels: 1, data: [1, 0], palette })?.data ?? [])]).toEqual([
      200, 100, 50, 255, 1, 2, 3, 255,
    ]);
    expect([...(rgbaOf({ width: 1, height: 1, depth: 16, channels: 1, data: [0x8000] })?.data ?? [])]).toEqual([128, 128, 128, 255]);
  });

  test("坏的、别的格式的：没有", async () => {
    expect(await decodePicture(new Uint8Array([0x89, 0x50, 0x4e, 0x47]), "png")).toBeUndefined();
    expect(await decodePicture(new Uint8Array([0xff, 0xd8, 0xff]), "jpeg")).toBeUndefined();
    expect(await decodePicture(new Uint8Array(40), "tiff")).toBeUndefined();
  });
});
