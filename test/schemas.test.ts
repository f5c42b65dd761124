import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { criteriaJsonSchema } from "../src/criteria/json-schema.ts";
import { judgementsJsonSchema, mappingJsonSchema, returnJsonSchema, workspaceJsonSchema } from "../src/workspace/json-schemas.ts";

test.each([
  ["criteria", criteriaJsonSchema()],
  ["workspace", workspaceJsonSchema()],
  ["return", returnJsonSchema()],
  ["judgements", judgementsJsonSchema()],
  ["mapping", mappingJsonSchema()],
])("随程序发布的 %s 结构说明与程序一致（不一致时运行 node scripts/make-schemas.mjs）", (name, schema) => {
  const shipped: unknown = JSON.parse(readFileSync(resolve(import.meta.dirname, `../criteria/schema/${name}.schema.json`), "utf8"));
  expect(shipped).toEqual(JSON.parse(JSON.stringify(schema)));
});
