import fc from "fast-check";
import { unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { packAhead, packingLevel, unzipParts, zipParts } from "../../src/render/ooxml/deterministic-zip.ts";

const anyParts = fc
  .dictionary(
    fc.constantFrom("[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/附件.xml", "xl/a", "空"),
    fc.uint8Array({ maxLength: 3_000 }),
  )
  .map((parts) => new Map(Object.entries(parts)));

test("压缩包里的内容取出来一个字节不差，次序按文档格式的约定", () => {
  fc.assert(
    fc.property(anyParts, (parts) => {
      const packed = zipParts(parts);
      expect(unzipParts(packed)).toEqual(new Map([...parts].toSorted(([a], [b]) => (a < b ? -1 : 1))));
      expect(Object.keys(unzipSync(packed))).toEqual(Object.keys(unzipSync(zipParts(new Map([...parts].toReversed())))));
    }),
  );
});

test("与通用压缩库写出的压缩包逐字节相同", () => {
  const parts = new Map([
    ["[Content_Types].xml", new TextEncoder().encode("<Types/>")],
    ["word/document.xml", new TextEncoder().encode("安全生产".repeat(1_000))],
    ["word/附件.bin", Uint8Array.from({ length: 5_000 }, (_, index) => (index * 7919) % 251)],
  ]);
  const options = { mtime: "2000-01-01T12:00:00", level: packingLevel, os: 0, attrs: 0 } as const;
  const wanted = zipSync(Object.fromEntries([...parts].map(([name, bytes]) => [name, [bytes, options]])));
  expect(zipParts(parts)).toEqual(wanted);
});

test("先压好的部件写进去，与当场压的逐字节相同", () => {
  fc.assert(
    fc.property(anyParts, (parts) => {
      const plain = zipParts(parts);
      packAhead(parts);
      expect(zipParts(parts)).toEqual(plain);
    }),
  );
});
