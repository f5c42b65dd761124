import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { yamlText } from "../../src/demo/yaml-text.ts";

const text = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.constantFrom("是", "1.10", "null", "2024-12-05", "甲：乙", "a: b", "true", "~", "<<", "__proto", "0x1f", "#注", "- 甲", "", "no"),
);
const { value } = fc.letrec<{ value: never }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.integer(),
    fc.boolean(),
    fc.array(tie("value"), { minLength: 1, maxLength: 3 }),
    fc.dictionary(text, tie("value"), { minKeys: 1, maxKeys: 3, noNullPrototype: true }),
  ) as fc.Arbitrary<never>,
}));

test("写出去的 YAML 读回来一样", () => {
  fc.assert(
    fc.property(value, (written) => {
      expect(parse(yamlText(written))).toEqual(written);
    }),
  );
});
