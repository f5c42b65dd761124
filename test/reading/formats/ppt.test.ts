import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPpt } from "../../../src/reading/formats/ppt.ts";
import { oleOf } from "./ole-samples.ts";
import { expectKnownOutcome, mutationsOf, readWith, sample, textsOf } from "./outcomes.ts";

/** Records by hand after MS-PPT; a file of PowerPoint itself was not at hand. */
function record(type: number, content: Buffer, { container = false, instance = 0 } = {}): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt16LE((instance << 4) | (container ? 15 : 0), 0);
  head.writeUInt16LE(type, 2);
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content]);
}

function box(type: number, ...children: readonly Buffer[]): Buffer {
  return record(type, Buffer.concat(children), { container: true });
}

function numbers(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [i, value] of values.entries()) bytes.writeUInt32LE(value, i * 4);
  return bytes;
}

const chars = (text: string): Buffer => record(0x0fa0, Buffer.from(text, "utf16le"));
const bytesOf = (text: string): Buffer => record(0x0fa8, Buffer.from(text, "latin1"));

/** Two slides, after an earlier save whose slide is no longer in the show. */
function slideShow(token = 0xe391c05f): Uint8Array {
  const deleted = box(0x03ee, box(0x040c, chars("早已删去的一页")));
  const first = box(0x03ee, box(0x040c, box(0xf004, box(0xf00d, chars("青石镇应急办\r2024年6月")))));
  const second = box(0x03ee, box(0x040c, bytesOf("Call 119 first")));
  const list = box(0x0ff0, record(0x03f3, numbers(2, 0, 0, 256, 0)), chars("防汛知识培训"), record(0x03f3, numbers(3, 0, 0, 257, 0)));
  const document = box(0x03e8, list);
  const parts = [deleted, first, second, document];
  const places = parts.map((_, i) => parts.slice(0, i).reduce((sum, part) => sum + part.length, 0));
  const directoryAt = parts.reduce((sum, part) => sum + part.length, 0);
  const directory = record(0x1772, numbers((3 << 20) | 1, places[3] ?? 0, places[1] ?? 0, places[2] ?? 0));
  const edit = record(0x0ff5, numbers(256, 0, 0, directoryAt, 1, 4, 0));
  const user = record(0x0ff6, numbers(20, token, directoryAt + directory.length, 0, 0));
  return oleOf({ "PowerPoint Document": Buffer.concat([...parts, directory, edit]), "Current User": user });
}

describe("PPT", () => {
  test("逐张读出标题和文本框，已删去的幻灯片不读", async () => {
    const result = await readWith(readPpt, slideShow(), "ppt");
    expect(textsOf(result)).toEqual(["防汛知识培训", "青石镇应急办", "2024年6月", "Call 119 first"]);
    expect(result.ok && result.extract.blocks.map((block) => block.at)).toEqual([1, 1, 1, 2].map((slide) => ({ kind: "slide", slide })));
    expect(result).toMatchObject({ extract: { pages: 2 } });
  });

  test("加了密码的读不了，说明是密码", async () => {
    expect(await readWith(readPpt, slideShow(0xf3d1c4df), "ppt")).toEqual({ ok: false, failure: "encrypted" });
  });

  test("超过张数上限的部分不读，并注明", async () => {
    const result = await readWith(readPpt, slideShow(), "ppt", { pages: 1 });
    expect(textsOf(result)).not.toContain("Call 119 first");
    expect(result).toMatchObject({ extract: { pages: 2, cut: true } });
  });

  test("截断的、不是 PPT 的报损坏；改坏的文件都得到已知的结果", async () => {
    expect(await readWith(readPpt, slideShow().slice(0, 3_000), "ppt")).toEqual({ ok: false, failure: "damaged" });
    expect(await readWith(readPpt, sample("notice.doc"), "ppt")).toEqual({ ok: false, failure: "damaged" });
    await fc.assert(
      fc.asyncProperty(mutationsOf(slideShow()), (bytes) => expectKnownOutcome(readPpt, bytes, "ppt")),
      { numRuns: 300, seed: 13 },
    );
  }, 60_000);
});
