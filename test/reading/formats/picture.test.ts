import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DocumentFormat } from "../../../src/model/document-format.ts";
import { readPicture } from "../../../src/reading/formats/picture.ts";
import { expectKnownOutcome, mutationsOf, readWith } from "./outcomes.ts";
import { jpegOf, type Pixels, pngOf, scene, turned, withExif } from "./picture-samples.ts";

describe("照片", () => {
  test("一张照片是一页图，没有文字，长宽照实", async () => {
    const result = await readWith(readPicture, await jpegOf(scene(1, 320, 240)), "jpeg");
    expect(result).toMatchObject({
      ok: true,
      extract: { format: "jpeg", blocks: [], pages: 1, picturePages: 1, picture: { width: 320, height: 240 } },
    });
  });

  test("同一张照片缩小、再压缩、换成渐进式或 PNG，指纹相近", async () => {
    for (let seed = 1; seed <= 4; seed++) {
      const whole = await hashOf(await jpegOf(scene(seed, 800, 600), 92), "jpeg");
      const copies = [
        await hashOf(await jpegOf(scene(seed, 800, 600), 60), "jpeg"),
        await hashOf(await jpegOf(scene(seed, 320, 240), 70), "jpeg"),
        await hashOf(await jpegOf(scene(seed, 640, 480), 75, { progressive: true }), "jpeg"),
        await hashOf(pngOf(scene(seed, 402, 301)), "png"),
        await hashOf(await jpegOf(brighter(scene(seed, 480, 360))), "jpeg"),
      ];
      expect(copies.map((copy) => distance(whole, copy) <= 6)).toEqual([true, true, true, true, true]);
    }
  });

  test("竖着拍的照片，原件靠属性标明方向，转发件已经转正，指纹相近", async () => {
    const stored = scene(3, 320, 240);
    const original = withExif(await jpegOf(stored), "2024:03:15 09:30:00", 6);
    const forwarded = await jpegOf(turned(stored), 75);
    expect(distance(await hashOf(original, "jpeg"), await hashOf(forwarded, "jpeg"))).toBeLessThanOrEqual(6);
    expect(distance(await hashOf(await jpegOf(stored), "jpeg"), await hashOf(forwarded, "jpeg"))).toBeGreaterThan(12);
  });

  test("不同的照片指纹相差很远", async () => {
    const hashes = await Promise.all(
      Array.from({ length: 12 }, async (_, i) => await hashOf(await jpegOf(scene(i + 1, 320, 240)), "jpeg")),
    );
    const near = hashes.flatMap((one, i) => hashes.slice(i + 1).map((other) => distance(one, other))).filter((bits) => bits < 12);
    expect(near).toEqual([]);
  });

  test("一片单色的图没有指纹", async () => {
    const grey: Pixels = { ...scene(1, 200, 200), data: new Uint8ClampedArray(200 * 200 * 4).fill(128) };
    for (const [bytes, format] of [
      [await jpegOf(grey), "jpeg"],
      [pngOf(grey), "png"],
    ] as const) {
      const result = await readWith(readPicture, bytes, format);
      expect(result).toMatchObject({ ok: true, extract: { picture: { width: 200 } } });
      expect(result).not.toHaveProperty("extract.picture.hash");
    }
  });

  test("像素超过上限的图只记长宽，不算指纹", async () => {
    const result = await readWith(readPicture, await jpegOf(scene(1, 320, 240)), "jpeg", { pixels: 320 * 240 - 1 });
    expect(result).toEqual({
      ok: true,
      extract: { format: "jpeg", blocks: [], pages: 1, picturePages: 1, picture: { width: 320, height: 240 } },
    });
  });

  test("拍摄时间取自照片属性，拍摄地点不取", async () => {
    const jpeg = await jpegOf(scene(2, 160, 120));
    const result = await readWith(readPicture, withExif(jpeg, "2024:03:15 09:30:00"), "jpeg");
    expect(result).toMatchObject({ ok: true, extract: { picture: { takenOn: "2024-03-15" } } });
    expect(result.ok && Object.keys(result.extract.picture ?? {}).toSorted()).toEqual(["hash", "height", "takenOn", "width"]);
    expect(await readWith(readPicture, withExif(jpeg, "0000:00:00 00:00:00"), "jpeg")).not.toHaveProperty("extract.picture.takenOn");
  });

  test.each<[DocumentFormat, readonly number[]]>([
    ["gif", [...ascii("GIF89a"), 0x40, 1, 0xf0, 0]],
    ["bmp", [...ascii("BM"), ...zeros(12), 40, 0, 0, 0, 0x40, 1, 0, 0, 0x10, 0xff, 0xff, 0xff]],
    ["webp", [...ascii("RIFF"), 22, 0, 0, 0, ...ascii("WEBPVP8X"), 10, 0, 0, 0, 0, 0, 0, 0, 0x3f, 1, 0, 0xef, 0, 0]],
    ["tiff", [...ascii("II*"), 0, 8, 0, 0, 0, 2, 0, 0, 1, 3, 0, 1, 0, 0, 0, 0x40, 1, 0, 0, 1, 1, 4, 0, 1, 0, 0, 0, 0xf0, 0, 0, 0]],
  ])("%s 的长宽取自文件头", async (format, bytes) => {
    expect(await readWith(readPicture, Uint8Array.from(bytes), format)).toMatchObject({
      ok: true,
      extract: { picture: { width: 320, height: 240 } },
    });
  });

  test("传了一半的照片报损坏；照片后面跟着短片的不算损坏", async () => {
    const jpeg = await jpegOf(scene(3, 320, 240));
    expect(await readWith(readPicture, jpeg.slice(0, jpeg.length >> 1), "jpeg")).toEqual({ ok: false, failure: "damaged" });
    const png = pngOf(scene(3, 320, 240));
    expect(await readWith(readPicture, png.slice(0, png.length >> 1), "png")).toEqual({ ok: false, failure: "damaged" });
    const live = Uint8Array.from([...jpeg, 0, 0xff, 0xda, 1, 2, 3]);
    expect(await readWith(readPicture, live, "jpeg")).toMatchObject({
      ok: true,
      extract: { picture: { hash: await hashOf(jpeg, "jpeg") } },
    });
  });

  test("解压后远大于画面的 PNG 是压缩炸弹", async () => {
    const png = Buffer.from(pngOf(scene(3, 80, 80)));
    const data = deflateSync(Buffer.alloc(20_000_000));
    const chunk = Buffer.concat([Buffer.alloc(4), Buffer.from("IDAT"), data, Buffer.alloc(4)]);
    chunk.writeUInt32BE(data.length, 0);
    const bomb = Buffer.concat([png.subarray(0, 33), chunk, png.subarray(-12)]);
    expect(await readWith(readPicture, new Uint8Array(bomb), "png")).toEqual({ ok: false, failure: "bomb" });
  });

  test("任意字节、改坏的文件，都得到已知的结果", async () => {
    const samples = [
      ["jpeg", withExif(await jpegOf(scene(4, 96, 80)), "2024:03:15 09:30:00")],
      ["jpeg", await jpegOf(scene(5, 96, 80), 70, { progressive: true })],
      ["png", pngOf(scene(4, 80, 70))],
    ] as const;
    for (const [format, valid] of samples) {
      await fc.assert(
        fc.asyncProperty(mutationsOf(valid), (bytes) => expectKnownOutcome(readPicture, bytes, format)),
        { numRuns: 200, seed: 11 },
      );
    }
    for (const format of ["jpeg", "png", "gif", "bmp", "tiff", "webp"] as const) {
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), (bytes) => expectKnownOutcome(readPicture, bytes, format)),
        { seed: 12 },
      );
    }
  }, 60_000);
});

async function hashOf(bytes: Uint8Array, format: DocumentFormat): Promise<string> {
  const result = await readWith(readPicture, bytes, format);
  return (result.ok ? result.extract.picture?.hash : undefined) ?? "没有指纹";
}

/** Bits in which two hashes differ. */
function distance(one: string, other: string): number {
  return Array.from((BigInt(`0x${one}`) ^ BigInt(`0x${other}`)).toString(2)).filter((bit) => bit === "1").length;
}

function brighter(pixels: Pixels): Pixels {
  return { ...pixels, data: pixels.data.map((value) => value * 0.9 + 20) };
}

function ascii(text: string): readonly number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0));
}

function zeros(count: number): readonly number[] {
  return Array.from({ length: count }, () => 0);
}
