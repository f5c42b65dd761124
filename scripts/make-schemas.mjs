// Writes criteria/schema/*.schema.json from the schemas in src/, for editors that complete and check YAML. Run after npm run build.
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { criteriaJsonSchema } from "../dist/criteria/json-schema.js";
import { judgementsJsonSchema, mappingJsonSchema, returnJsonSchema, workspaceJsonSchema } from "../dist/workspace/json-schemas.js";

const folder = fileURLToPath(new URL("../criteria/schema/", import.meta.url));
mkdirSync(folder, { recursive: true });
const schemas = {
  criteria: criteriaJsonSchema(),
  workspace: workspaceJsonSchema(),
  return: returnJsonSchema(),
  judgements: judgementsJsonSchema(),
  mapping: mappingJsonSchema(),
};
for (const [name, schema] of Object.entries(schemas)) writeFileSync(`${folder}${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`);
