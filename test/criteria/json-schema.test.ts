import { expect, test } from "vitest";
import { criteriaJsonSchema } from "../../src/criteria/json-schema.ts";
import { judgementsJsonSchema, mappingJsonSchema, returnJsonSchema, workspaceJsonSchema } from "../../src/workspace/json-schemas.ts";

/** Every property in the schema, with its path. */
function* propertiesOf(node: unknown, path: string): Generator<readonly [string, unknown]> {
  if (typeof node !== "object" || node === null) return;
  for (const [key, value] of Object.entries(node) as readonly [string, unknown][]) {
    if (key === "properties" && typeof value === "object" && value !== null) {
      for (const [name, property] of Object.entries(value) as readonly [string, unknown][]) yield [`${path}.${name}`, property];
    }
    yield* propertiesOf(value, `${path}.${key}`);
  }
}

test.each([
  ["考核细则", criteriaJsonSchema(), 200],
  ["yingkao.yaml", workspaceJsonSchema(), 20],
  ["自评表", returnJsonSchema(), 8],
  ["人工评定", judgementsJsonSchema(), 5],
  ["人工对应", mappingJsonSchema(), 7],
])("%s 的每个键都有中文说明", (_, schema, least) => {
  const properties = [...propertiesOf(schema, "")];
  expect(properties.length).toBeGreaterThan(least - 1);
  const bare = properties.filter(([, property]) => {
    const description = typeof property === "object" && property !== null && "description" in property ? property.description : undefined;
    return typeof description !== "string" || !/\p{Script=Han}/u.test(description);
  });
  expect(bare.map(([path]) => path)).toEqual([]);
});
