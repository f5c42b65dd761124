import fc from "fast-check";
import { expect, test } from "vitest";
import { renderJson } from "../../src/render/json/render-json.ts";

test("分段写出的 JSON 与一次写出的逐字节相同", () => {
  const key = fc.string().filter((name) => name !== "__proto__" && !/^\d+$/.test(name));
  const entry = fc.oneof(
    fc.record({ key, value: fc.jsonValue() }),
    fc.record({ key, list: fc.array(fc.dictionary(key, fc.jsonValue())) }).map(({ key: name, list }) => ({ key: name, items: () => list })),
  );
  fc.assert(
    fc.property(fc.uniqueArray(entry, { selector: (one) => one.key }), (entries) => {
      const plain = Object.fromEntries(entries.map((one) => [one.key, "items" in one ? one.items() : one.value]));
      expect(Buffer.concat(renderJson(entries)).toString()).toBe(`${JSON.stringify(plain, null, 2)}\n`);
    }),
  );
});

test("长清单分成几段，不在内存里拼成一整串", () => {
  const items = (): readonly object[] =>
    Array.from({ length: 5_000 }, (_, index) => ({ path: `材料/${String(index)}`, note: "说明".repeat(50) }));
  const pieces = renderJson([{ key: "files", items }]);
  expect(pieces.length).toBeGreaterThan(1);
  expect(JSON.parse(Buffer.concat(pieces).toString())).toEqual({ files: items() });
});
